"""What all written notes share: their order, and how a place and a moment are said in words."""

from dataclasses import dataclass
from datetime import UTC, datetime

from storage.domain.document import Document
from storage.domain.export import ExportedNote, NotesExport
from storage.domain.ids import DocumentId


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


def place_in_words(note: ExportedNote) -> str:
    """Say where a quote stands: document, text version, ``[start:end)`` in code points, paragraph and page."""
    anchor = note.annotation.anchor
    parts = [f"document {note.document.id}", f"text {note.text_sha256}", f"[{anchor.start}:{anchor.end})"]
    if anchor.paragraph:
        parts.append(f"paragraph {anchor.paragraph}")
    if anchor.page is not None:
        parts.append(f"page {anchor.page}")
    if note.page_label:
        parts.append(f"printed page {note.page_label}")
    return ", ".join(parts)


def moment_in_words(moment: datetime) -> str:
    """Say a moment to the minute, in UTC."""
    return f"{moment.astimezone(UTC):%Y-%m-%d %H:%M} UTC"


def heading_in_words(export: NotesExport) -> str:
    """Say how many notes there are, when they were written out, and what they were filtered by."""
    notes = len(export.notes)
    documents = len({note.document.id for note in export.notes})
    counts = (
        f"{notes} {'note' if notes == 1 else 'notes'} on {documents} {'document' if documents == 1 else 'documents'}"
    )
    filtered = f". Filter: {export.filter}" if export.filter else ""
    return f"{counts}, exported {moment_in_words(export.made)}{filtered}."


def _place(note: ExportedNote) -> tuple[int, int, str]:
    anchor = note.annotation.anchor
    return anchor.start, anchor.end, note.annotation.id
