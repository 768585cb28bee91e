"""Wishes about marks: make one, list them, tag them, undo and redo."""

import uuid
from dataclasses import replace
from datetime import datetime

from storage.database import annotations as annotations_table
from storage.database import codebook as codebook_table
from storage.database import documents as documents_table
from storage.database import journal as journal_table
from storage.database import mentions as mentions_table
from storage.database.applying import apply_edit
from storage.domain.annotation import Annotation, AnnotationFilter, Colour, TagCount
from storage.domain.ids import AnnotationId, DocumentId
from storage.domain.journal import JournalEntry
from storage.edits import Applied, ChangeAnnotations, Edit, SettleMarks
from storage.errors import UserFacingError
from storage.sentences import say
from storage.text.alignment import exact_occurrences
from storage.text.anchoring import make_anchor
from storage.text.folding import fold
from storage.use_cases.rematching import NamesInIndex
from storage.use_cases.subject import Subject

EVERYTHING = AnnotationFilter()
_LARGE_EDIT_CHARACTERS = 200_000


class NoteWishes(Subject):
    """What can be asked about marks, and how any edit is applied, undone and redone."""

    def annotations(self, wanted: AnnotationFilter = EVERYTHING) -> tuple[Annotation, ...]:
        """Read the marks a filter lets through, in order of document and place; a tag stands for those below it too."""
        with self._archive.connections.read() as connection:
            documents = None
            if wanted.entities:
                under = self._everything_under(connection, wanted.entities, wanted.scheme)
                documents = mentions_table.documents_mentioning(connection, under)
            if wanted.tags:
                wanted = replace(wanted, tags=codebook_table.tags_under(connection, wanted.tags))
            found = annotations_table.list_annotations(connection, wanted, documents)
        words = fold(wanted.words).split()
        return tuple(mark for mark in found if _holds(mark, words)) if words else found

    def mark_counts(self, among: frozenset[DocumentId] | None = None) -> dict[DocumentId, int]:
        """Read how many marks each document has, or each of some; documents without any are left out."""
        with self._archive.connections.read() as connection:
            return annotations_table.count_by_document(connection, among)

    def tags(self) -> tuple[TagCount, ...]:
        """Read the tags in use with their counts."""
        with self._archive.connections.read() as connection:
            return annotations_table.count_tags(connection)

    def new_annotation(
        self,
        document: DocumentId,
        start: int,
        end: int,
        note: str = "",
        tags: tuple[str, ...] = (),
        colour: Colour = Colour.YELLOW,
    ) -> Annotation:
        """Read what is needed to mark ``[start, end)`` in code points; nothing is stored before the edit is applied.

        Raises:
            UserFacingError: when the range is empty or not inside the text.
            NotFoundError: when there is no such document.
        """
        with self._archive.connections.read() as connection:
            version = documents_table.get_text(connection, document)
        if not 0 <= start < end <= len(version.text):
            raise UserFacingError(
                say(
                    "Characters {start} to {end} are no range inside document {document}, which has "
                    "{count} characters. Give a start below the end, both inside the text.",
                    start=start,
                    end=end,
                    document=document,
                    count=len(version.text),
                )
            )
        anchor = make_anchor(version.text, version.blocks, start, end)
        now = self._archive.now()
        identity = AnnotationId(uuid.uuid4().hex)
        return Annotation(identity, document, version.id, anchor, now, now, note, clean_tags(tags), colour)

    def place_quote(self, document: DocumentId, quote: str) -> tuple[int, int]:
        """Read where a quote stands in a document, letter for letter.

        Raises:
            UserFacingError: when it does not stand there, or more than once.
        """
        with self._archive.connections.read() as connection:
            text = documents_table.get_text(connection, document).text
        places = exact_occurrences(text, quote)
        if len(places) == 1:
            return places[0], places[0] + len(quote)
        if places:
            raise UserFacingError(
                say(
                    "These words stand {count} times in document {document} "
                    "(at {places}). Give more of them, or --start and --end.",
                    count=len(places),
                    document=document,
                    places=", ".join(map(str, places[:10])),
                )
            )
        raise UserFacingError(
            say(
                "These words do not stand in document {document}, letter for letter. Copy them from the text, "
                "or give --start and --end.",
                document=document,
            )
        )

    def apply(self, edit: Edit) -> Applied:
        """Change the archive as an edit says, in one transaction with its line in the journal.

        Raises:
            NotFoundError: when the edit names something that is not there.
        """
        now = self._archive.now()
        if isinstance(edit, ChangeAnnotations | SettleMarks):
            edit = _dated(edit, now)
        names = NamesInIndex(self._archive, edit)
        with self._archive.connections.edit() as connection:
            applied = apply_edit(connection, edit, now, names)
            journal_table.record(connection, edit, applied.inverse, self._archive.who, now)
        return applied

    def undo(self) -> Applied | None:
        """Change the archive back by one edit; None when there is nothing left to undo."""
        return self._step(undone=True)

    def redo(self) -> Applied | None:
        """Change the archive forward by one edit that was undone; None when there is none."""
        return self._step(undone=False)

    def _step(self, undone: bool) -> Applied | None:
        fetch = journal_table.next_to_undo if undone else journal_table.next_to_redo
        with self._archive.connections.read() as connection:
            expected = fetch(connection)
        names = NamesInIndex(self._archive, expected[1] if expected else None)
        with self._archive.connections.edit() as connection:
            step = fetch(connection)
            if step is None:
                return None
            entry, edit = step
            applied = apply_edit(connection, edit, self._archive.now(), names)
            journal_table.set_undone(connection, entry, undone, applied.inverse)
        return applied

    def next_step_is_large(self, undone: bool) -> bool:
        """Read whether the edit that comes next, when one is undone or redone, takes so long that nobody should wait.

        A list of thousands of entities takes seconds; everything a person does by hand is far smaller.
        """
        with self._archive.connections.read() as connection:
            return journal_table.size_of_next(connection, undone) > _LARGE_EDIT_CHARACTERS

    def journal(self, limit: int = 200) -> tuple[JournalEntry, ...]:
        """Read the newest edits that can be undone or redone, oldest first."""
        with self._archive.connections.read() as connection:
            return journal_table.list_entries(connection, limit)


def clean_tags(tags: tuple[str, ...]) -> tuple[str, ...]:
    """Trim tags, drop empty ones and repetitions, and keep their order."""
    return tuple(dict.fromkeys(trimmed for tag in tags if (trimmed := " ".join(tag.split()))))


def _dated(edit: ChangeAnnotations | SettleMarks, now: datetime) -> ChangeAnnotations | SettleMarks:
    dated = tuple(replace(mark, changed=now, tags=clean_tags(mark.tags)) for mark in edit.annotations)
    return replace(edit, annotations=dated)


def _holds(mark: Annotation, words: list[str]) -> bool:
    searched = fold(" ".join((mark.anchor.quote, mark.note, *mark.tags)))
    return all(word in searched for word in words)
