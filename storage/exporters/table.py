"""The columns of notes as a table, for spreadsheets: the same in CSV and XLSX."""

from datetime import UTC, datetime

from storage.domain.export import ExportedNote

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
)
"""Start and end are code points, end exclusive; place says how sure it is that the mark stands where it was made."""


def row(note: ExportedNote) -> tuple[Cell, ...]:
    """Return a note's cells in the order of `COLUMNS`; moments are in UTC.

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
    )
