"""The columns of notes as a table, for spreadsheets: the same in CSV and XLSX."""

from collections.abc import Mapping
from datetime import UTC, datetime

from storage.domain.export import ExportedNote, NotesExport

Cell = str | int | datetime | None

COLUMNS = (
    "Document title",
    "Quote",
    "Note",
    "Tags",
    "Colour",
    "Source",
    "Dates of the document",
    "Document",
    "Text SHA-256",
    "Start",
    "End",
    "Paragraph",
    "Page",
    "Printed page",
    "Place",
    "Created (UTC)",
    "Changed (UTC)",
    "Mark",
    "Code paths",
    "Linked to",
    "Colour stands for",
    "Note on the document",
)
"""Start and end are code points, end exclusive; place says how sure it is that the mark stands where it was made."""


def row(export: NotesExport, note: ExportedNote, paths: Mapping[str, str]) -> tuple[Cell, ...]:
    """Return a note's cells in the order of `COLUMNS`; moments are in UTC, ``paths`` are those of `code_paths`.

    Tags are separated by `` ; `` for reading; JSON-LD keeps them apart whatever is in them.
    """
    annotation, anchor = note.annotation, note.annotation.anchor
    return (
        note.document.title,
        anchor.quote,
        annotation.note,
        " ; ".join(annotation.tags),
        annotation.colour.value,
        note.source_line,
        note.dates,
        note.document.id,
        note.text_sha256,
        anchor.start,
        anchor.end,
        anchor.paragraph or None,
        anchor.page,
        note.page_label,
        annotation.state.value,
        annotation.created.astimezone(UTC),
        annotation.changed.astimezone(UTC),
        annotation.id,
        " ; ".join(paths.get(tag, tag) for tag in annotation.tags),
        " ; ".join(one.name for one in note.linked),
        export.colours.get(annotation.colour, ""),
        note.document_note,
    )
