"""Notes as CSV: RFC 4180 (CRLF, every field in double quotes) in UTF-8 with a byte order mark, as Excel expects.

A spreadsheet reads a cell that begins with ``=``, ``+``, ``-``, ``@``, a tab or a line break (or the full-width forms
of the first four) as a formula, so such a cell gets one apostrophe in front, as OWASP's page on CSV injection advises.
A cell that begins with an apostrophe already gets one more. The rule to read back is therefore exact: take away one
apostrophe from every cell that begins with one.
"""

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from storage.domain.export import NotesExport, Wording
from storage.exporters.arrangement import code_paths, in_order
from storage.exporters.table import Cell, row
from storage.exporters.wording import COLUMNS

_BEGINS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
_APOSTROPHE = "'"


def write_csv(export: NotesExport) -> bytes:
    """Write one row for each note below a row of column names, in English whatever the reader's language is."""
    export = replace(export, wording=Wording())
    paths = code_paths(export)
    return write_table(COLUMNS, (row(export, note, paths) for note in in_order(export)))


def write_table(columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """Write any rows below a row of column names."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([safe_field(cell) for cell in cells] for cells in rows)
    return buffer.getvalue().encode("utf-8-sig")


def safe_field(cell: Cell) -> str:
    """Return the words of a cell that no spreadsheet takes for a formula."""
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return cell.isoformat().replace("+00:00", "Z")
    text = str(cell)
    return _APOSTROPHE + text if text.startswith((*_BEGINS_A_FORMULA, _APOSTROPHE)) else text
