"""The columns of notes as a table, for spreadsheets: the same in CSV and XLSX."""

from collections.abc import Mapping
from datetime import UTC, datetime

from storage.domain.export import ExportedNote, NotesExport
from storage.exporters.wording import COLOURS, STATES

Cell = str | int | datetime | None


def row(export: NotesExport, note: ExportedNote, paths: Mapping[str, str]) -> tuple[Cell, ...]:
    """Return a note's cells in the order of `wording.COLUMNS`; moments are in UTC, ``paths`` are those of `code_paths`.

    Colour and state are said in the export's language.

    Tags are separated by `` ; `` for reading; JSON-LD keeps them apart whatever is in them.
    """
    annotation, anchor = note.annotation, note.annotation.anchor
    return (
        note.document.title,
        anchor.quote,
        annotation.note,
        " ; ".join(annotation.tags),
        export.wording.in_words(COLOURS[annotation.colour]),
        note.source_line,
        export.wording.in_words(note.dates),
        note.document.id,
        note.text_sha256,
        anchor.start,
        anchor.end,
        anchor.paragraph or None,
        anchor.page,
        note.page_label,
        export.wording.in_words(STATES[annotation.state]),
        annotation.created.astimezone(UTC),
        annotation.changed.astimezone(UTC),
        annotation.id,
        " ; ".join(paths.get(tag, tag) for tag in annotation.tags),
        " ; ".join(one.name for one in note.linked),
        export.colours.get(annotation.colour, ""),
        note.document_note,
    )
