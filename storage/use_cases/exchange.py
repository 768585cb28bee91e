"""Wishes about notes that leave the archive and come in from elsewhere, and about logs for other programs."""

import uuid
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from storage.database import annotations as annotations_table
from storage.database import authority as authority_table
from storage.database import codebook as codebook_table
from storage.database import documents as documents_table
from storage.database import subject_notes as notes_table
from storage.domain.annotation import Anchor, AnchorState, Annotation, AnnotationFilter
from storage.domain.changes import Changes
from storage.domain.codebook import with_those_above
from storage.domain.document import TextVersion
from storage.domain.ids import AnnotationId, DocumentId
from storage.domain.importing import FileOutcome
from storage.edits import AddAnnotations
from storage.errors import UserFacingError
from storage.sentences import joined, say
from storage.text.anchoring import carry_over, page_label_at
from storage.text.citation import dates_in_words, source_line
from storage.use_cases.codebook import CodebookWishes
from storage.use_cases.notes import EVERYTHING, NoteWishes

if TYPE_CHECKING:
    from storage.domain.export import ImportedNote, NotesExport, Wording
    from storage.exporters.registry import ExportFormat


class ExchangeWishes(NoteWishes, CodebookWishes):
    """How notes are written for other programs, and how they are read back."""

    def export_formats(self) -> tuple["ExportFormat", ...]:
        """Read which formats notes can be written in."""
        from storage.exporters.registry import FORMATS

        return FORMATS

    def export_notes(
        self,
        format_name: str,
        wanted: AnnotationFilter = EVERYTHING,
        most: int | None = None,
        wording: "Wording | None" = None,
    ) -> bytes:
        """Read the marks a filter lets through, written in a format; ``most`` stops after so many, for a preview.

        ``wording`` is the language of what the format says beside the notes, where people are to read it; else English.

        Raises:
            UserFacingError: when there is no such format.
        """
        from storage.exporters.registry import format_named

        export = self.notes_export(wanted, most)
        return format_named(format_name).write(export if wording is None else replace(export, wording=wording))

    def write_file(self, target: Path, data: bytes) -> None:
        """Read nothing: write an export to a file, which appears under its name only when it is whole.

        Raises:
            UserFacingError: when it cannot be written.
        """
        unfinished = target.with_name(f".{target.name}.{uuid.uuid4().hex}.unfinished")
        try:
            unfinished.write_bytes(data)
            unfinished.replace(target)
        except OSError as error:
            raise UserFacingError(
                say(
                    "{target} cannot be written ({problem}). Choose a folder you may write to, on a disk with room.",
                    target=target,
                    problem=error.strerror,
                )
            ) from error
        finally:
            unfinished.unlink(missing_ok=True)

    def write_import_log(self, target: Path, outcomes: Sequence[FileOutcome]) -> None:
        """Read nothing: write what became of files, as CSV where the file's name ends so and else as plain text.

        Raises:
            UserFacingError: when it cannot be written.
        """
        from storage.exporters.import_log import write_log_csv, write_log_text

        write = write_log_csv if target.suffix.lower() == ".csv" else write_log_text
        self.write_file(target, write(outcomes))

    def read_file(self, source: Path) -> bytes:
        """Read a file of notes.

        Raises:
            UserFacingError: when it cannot be read.
        """
        try:
            return source.read_bytes()
        except OSError as error:
            raise UserFacingError(
                say(
                    "{source} cannot be read ({problem}). Check its name and place.",
                    source=source,
                    problem=error.strerror,
                )
            ) from error

    def notes_export(self, wanted: AnnotationFilter = EVERYTHING, most: int | None = None) -> "NotesExport":
        """Read the marks a filter lets through, at most so many, with what a reader needs to find each quote again."""
        from storage.domain.export import ExportedNote, LinkedEntity, NotesExport

        marks = self.annotations(wanted)[:most]
        ids = frozenset(mark.document for mark in marks)
        with self._archive.connections.read() as connection:
            documents = {document.id: document for document in documents_table.list_documents(connection, ids)}
            versions = {mark.text_version for mark in marks}
            hashes = {version: documents_table.text_hash(connection, version) for version in versions}
            blocks = {version: documents_table.get_blocks(connection, version) for version in versions}
            noted = notes_table.document_notes(connection, ids)
            named = authority_table.linked_entities(connection, {one for mark in marks for one in mark.entities})
            codes = codebook_table.list_codes(connection)
            colours = codebook_table.colour_meanings(connection)
        notes = tuple(
            ExportedNote(
                annotation=mark,
                document=documents[mark.document],
                text_sha256=hashes[mark.text_version],
                source_line=source_line(documents[mark.document].description),
                dates=dates_in_words(documents[mark.document].description),
                page_label=page_label_at(blocks[mark.text_version], mark.anchor.start),
                linked=tuple(LinkedEntity(one, named[one]) for one in mark.entities if one in named),
                document_note=noted.get(mark.document, ""),
            )
            for mark in marks
        )
        used = with_those_above(codes, {tag for mark in marks for tag in mark.tags})
        filtered = self._filter_in_words(wanted)
        return NotesExport(self._archive.title, self._archive.now(), notes, filtered, used, colours)

    def _filter_in_words(self, wanted: AnnotationFilter) -> str:
        with self._archive.connections.read() as connection:
            titles = documents_table.titles(connection, list(wanted.documents))
            names = authority_table.entity_names(connection, wanted.entities)
        from storage.exporters.wording import COLOURS, STATES

        parts = (
            say("in {values}", values=_one_of(sorted(titles.values()))),
            say("on {values}", values=_one_of(sorted(names.values()))),
            say("tagged {values}", values=_one_of(sorted(wanted.tags))),
            say("coloured {values}", values=_one_of([COLOURS[colour] for colour in sorted(wanted.colours)])),
            say("state: {values}", values=_one_of([STATES[state] for state in sorted(wanted.states)])),
            say("with the words {values}", values=wanted.words),
        )
        return joined("; ", (part for part in parts if part.values["values"]))

    def import_annotations(self, data: bytes) -> tuple[Changes, tuple[str, ...]]:
        """Change the archive by the marks of a W3C Web Annotation file, in one edit that can be undone.

        Codes that the file describes and this archive does not come in by an edit before it. A mark that stands here
        already is left as it is. Returns the changes and a sentence for each annotation that could not be taken.

        Raises:
            UserFacingError: when the file is no such file.
        """
        from storage.importers.annotation_json import read_annotations

        read = read_annotations(data)
        remarks = list(read.remarks)
        marks: dict[AnnotationId, Annotation] = {}
        for note in read.notes:
            try:
                mark = self._placed(note)
            except UserFacingError as error:
                remarks.append(str(error))
            else:
                marks[mark.id] = mark
        with self._archive.connections.read() as connection:
            present = annotations_table.existing_ids(connection, marks)
        fresh = tuple(mark for identity, mark in marks.items() if identity not in present)
        codes = self.taking_in_codes(read.codes)
        changes = self.apply(codes).changes if codes is not None else Changes()
        if fresh:
            changes |= self.apply(AddAnnotations(fresh)).changes
        return changes, tuple(remarks)

    def _placed(self, note: "ImportedNote") -> Annotation:
        """Find the place of a mark from elsewhere: by the text's hash and offsets, else by its words and context."""
        version = self._text_meant(note)
        start, end = note.start or 0, note.end or 0
        stands = version.sha256 == note.text_sha256 and version.text[start:end] == note.quote and end > start
        now = self._archive.now()
        mark = Annotation(
            id=note.id or AnnotationId(uuid.uuid4().hex),
            document=version.document,
            text_version=version.id,
            anchor=Anchor(start, end, note.quote, note.before, note.after, note.paragraph, note.page),
            created=note.created or now,
            changed=note.changed or now,
            note=note.note,
            tags=note.tags,
            colour=note.colour,
            state=note.state,
            entities=note.entities,
        )
        if stands:
            return mark
        placed = carry_over(mark, version.id, version.text, version.blocks)
        if placed.state is AnchorState.LOST:
            raise UserFacingError(
                say(
                    "The words “{quote}” do not stand in “{document}”. "
                    "The mark was not taken; the file still holds it.",
                    quote=note.quote[:60],
                    document=self._title(version.document),
                )
            )
        return placed

    def _text_meant(self, note: "ImportedNote") -> TextVersion:
        with self._archive.connections.read() as connection:
            document = documents_table.document_of_text_hash(connection, note.text_sha256)
            if document is None:
                raise UserFacingError(
                    say(
                        "The text marked with “{quote}” is not in this archive. "
                        "Import that document first, then the notes again.",
                        quote=note.quote[:60],
                    )
                )
            return documents_table.get_text(connection, document)

    def _title(self, document: DocumentId) -> str:
        with self._archive.connections.read() as connection:
            return documents_table.titles(connection, [document])[document]


def _one_of(values: Sequence[str]) -> str:
    """Say that any of some values is meant; nothing where there are none."""
    said = values[0] if values else ""
    for one in values[1:]:
        said = say("{some} or {one}", some=said, one=one)
    return said
