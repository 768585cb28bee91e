"""Notes as an Excel workbook: one sheet of notes, one that says where they come from; no cell is ever a formula."""

import io
from datetime import datetime
from typing import TYPE_CHECKING

from storage.domain.export import NotesExport
from storage.exporters.arrangement import code_paths, heading_in_words, in_order
from storage.exporters.table import Cell, row
from storage.exporters.wording import CODE_COLUMNS, COLUMNS
from storage.sentences import say

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_LONGEST_CELL = 32_767
"""UTF-16 units a cell can hold."""

_CUT = " [\u2026 cut here: a cell holds no more; the other formats have the whole text]"
_WIDTHS = {"Quote": 60, "Note": 40, "Document title": 30, "Source": 40, "Tags": 20}
_NARROW = 14
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def write_xlsx(export: NotesExport) -> bytes:
    """Write one row for each note below a frozen row of column names.

    A text longer than a cell can hold (32,767 UTF-16 units) is cut, and says so at its end.
    """
    from xlsxwriter import Workbook

    buffer = io.BytesIO()
    workbook = Workbook(buffer, _OPTIONS)
    workbook.set_properties({"title": export.archive, "created": export.made})
    in_words = export.wording.in_words
    sheet = workbook.add_worksheet(in_words(say("Notes")))
    bold = workbook.add_format({"bold": True, "valign": "top"})
    wrapped = workbook.add_format({"text_wrap": True, "valign": "top"})
    moment = workbook.add_format({"num_format": "yyyy-mm-dd hh:mm:ss", "valign": "top"})
    for column, name in enumerate(COLUMNS):
        sheet.set_column(column, column, _WIDTHS.get(name, _NARROW))
        sheet.write_string(0, column, in_words(name), bold)
    notes, paths = in_order(export), code_paths(export)
    for line, note in enumerate(notes, start=1):
        for column, cell in enumerate(row(export, note, paths)):
            _write_cell(sheet, line, column, cell, moment if isinstance(cell, datetime) else wrapped)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(len(notes), 1), len(COLUMNS) - 1)
    _write_about(workbook.add_worksheet(in_words(say("About"))), export, wrapped)
    if export.codes:
        _write_codebook(workbook.add_worksheet(in_words(say("Codebook"))), export, wrapped, bold)
    workbook.close()
    return buffer.getvalue()


def _write_cell(sheet: "Worksheet", line: int, column: int, cell: Cell, look: "Format") -> None:
    if isinstance(cell, datetime):
        sheet.write_datetime(line, column, cell.replace(tzinfo=None), look)
    elif isinstance(cell, int):
        sheet.write_number(line, column, cell, look)
    elif cell:
        _write_text(sheet, line, column, _fitted(cell), look)


def _write_text(sheet: "Worksheet", line: int, column: int, text: str, look: "Format") -> None:
    """Write a text as a string, also one that the library would take for its own rich text and write unescaped."""
    if text.startswith("<r>") and text.endswith("</r>"):
        sheet.write_rich_string(line, column, text[:1], text[1:2], text[2:], look)
    else:
        sheet.write_string(line, column, text, look)


def _write_about(sheet: "Worksheet", export: NotesExport, look: "Format") -> None:
    sheet.set_column(0, 0, 100)
    in_words = export.wording.in_words
    columns = in_words(say("Start and End count code points; End is exclusive."))
    lines = (export.archive or in_words(say("Notes")), heading_in_words(export), columns)
    for line, text in enumerate(lines):
        _write_text(sheet, line, 0, _fitted(text), look)


def _write_codebook(sheet: "Worksheet", export: NotesExport, look: "Format", head: "Format") -> None:
    sheet.set_column(0, len(CODE_COLUMNS) - 1, 30)
    for column, name in enumerate(CODE_COLUMNS):
        sheet.write_string(0, column, export.wording.in_words(name), head)
    paths = code_paths(export)
    for line, code in enumerate(export.codes, start=1):
        cells = (
            code.name, paths[code.name], code.colour.value, code.definition, code.full_definition, code.when_to_use,
            code.when_not_to_use, code.example,
        )  # fmt: skip
        for column, cell in enumerate(cells):
            _write_cell(sheet, line, column, cell, look)
    sheet.freeze_panes(1, 0)


def _fitted(text: str) -> str:
    """Cut a text to what a cell holds, never through a surrogate pair."""
    units = text.encode("utf-16-le")
    if len(units) <= 2 * _LONGEST_CELL:
        return text
    return units[: 2 * (_LONGEST_CELL - len(_CUT))].decode("utf-16-le", errors="ignore") + _CUT
