"""What all written notes share: their order, and how a place and a moment are said in words."""

from dataclasses import dataclass
from datetime import UTC, datetime

from storage.domain.codebook import PATH_SEPARATOR, Code, path_of
from storage.domain.document import Document
from storage.domain.export import ExportedNote, NotesExport
from storage.domain.ids import DocumentId
from storage.exporters.wording import CODE_COLUMNS, COLOURS, STATES, counted_notes
from storage.sentences import joined, say


@dataclass(frozen=True, slots=True)
class DocumentNotes:
    """A document and its notes in reading order."""

    document: Document
    source_line: str
    dates: str
    notes: tuple[ExportedNote, ...]


def by_document(export: NotesExport) -> tuple[DocumentNotes, ...]:
    """Group notes by document: documents as they first occur, notes by their place in the text."""
    groups: dict[DocumentId, list[ExportedNote]] = {}
    for note in export.notes:
        groups.setdefault(note.document.id, []).append(note)
    return tuple(
        DocumentNotes(notes[0].document, notes[0].source_line, notes[0].dates, tuple(sorted(notes, key=_place)))
        for notes in groups.values()
    )


def in_order(export: NotesExport) -> tuple[ExportedNote, ...]:
    """Return all notes in the order of `by_document`, for formats that are one flat table."""
    return tuple(note for group in by_document(export) for note in group.notes)


def place_in_words(export: NotesExport, note: ExportedNote) -> str:
    """Say where a quote stands: document, text version, ``[start:end)`` in code points, paragraph and page."""
    anchor = note.annotation.anchor
    parts = [
        say("document {number}", number=note.document.id),
        say("text {hash}", hash=note.text_sha256),
        f"[{anchor.start}:{anchor.end})",
    ]
    if anchor.paragraph:
        parts.append(say("paragraph {number}", number=anchor.paragraph))
    if anchor.page is not None:
        parts.append(say("page {number}", number=anchor.page))
    if note.page_label:
        parts.append(say("printed page {label}", label=note.page_label))
    return export.wording.in_words(joined(", ", parts))


def code_paths(export: NotesExport) -> dict[str, str]:
    """Return for each code of an export its path from the top of the tree, in words."""
    codes = {code.name: code for code in export.codes}
    return {name: PATH_SEPARATOR.join(path_of(codes, name)) for name in codes}


def described(export: NotesExport, code: Code) -> tuple[tuple[str, str], ...]:
    """Return what is written down of a code, each part with its heading."""
    parts = (code.definition, code.full_definition, code.when_to_use, code.when_not_to_use, code.example)
    headings = map(export.wording.in_words, CODE_COLUMNS[-len(parts) :])
    return tuple((heading, words) for heading, words in zip(headings, parts, strict=True) if words.strip())


def colour_in_words(export: NotesExport, note: ExportedNote) -> str:
    """Say a mark's colour, and what it stands for where that is known."""
    colour = note.annotation.colour
    said, meaning = export.wording.in_words(COLOURS[colour]), export.colours.get(colour, "")
    return f"{said} ({meaning})" if meaning else said


def state_in_words(export: NotesExport, note: ExportedNote) -> str:
    """Say how sure it is that a mark stands where it was made."""
    return export.wording.in_words(STATES[note.annotation.state])


def title_in_words(export: NotesExport) -> str:
    """Say which archive the notes are from."""
    in_words = export.wording.in_words
    return in_words(say("Notes from {archive}", archive=export.archive or in_words(say("Notes"))))


def moment_in_words(moment: datetime) -> str:
    """Say a moment to the minute, in UTC."""
    return f"{moment.astimezone(UTC):%Y-%m-%d %H:%M} UTC"


def heading_in_words(export: NotesExport) -> str:
    """Say how many notes there are, when they were written out, and what they were filtered by."""
    counts = counted_notes(len(export.notes), len({note.document.id for note in export.notes}))
    moment = moment_in_words(export.made)
    if not export.filter:
        return export.wording.in_words(say("{counts}, exported {moment}.", counts=counts, moment=moment))
    said = say("{counts}, exported {moment}. Filter: {filter}.", counts=counts, moment=moment, filter=export.filter)
    return export.wording.in_words(said)


def _place(note: ExportedNote) -> tuple[int, int, str]:
    anchor = note.annotation.anchor
    return anchor.start, anchor.end, note.annotation.id
