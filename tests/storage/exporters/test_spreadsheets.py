"""CSV and XLSX, read back by the csv module and by openpyxl."""

import csv
import io
from dataclasses import replace
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.utils.escape import unescape

from storage.domain.annotation import Anchor
from storage.domain.export import NotesExport
from storage.exporters.comma_separated import write_csv
from storage.exporters.excel import write_xlsx
from tests.storage.exporters.notes_for_tests import ENGLISH, MADE, exported, mark, notes_export

FORMULA_BEGINNINGS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def one_note(quote: str, note: str = "") -> NotesExport:
    annotation = mark(1, "x", 0, note=note)
    return NotesExport("", MADE, (exported(replace(annotation, anchor=Anchor(0, len(quote), quote, "", "")), ENGLISH),))


def csv_rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def without_guard(cell: str) -> str:
    return cell.removeprefix("'")


def test_csv_is_utf8_with_mark_and_crlf():
    data = write_csv(notes_export())
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.endswith(b"\r\n")
    rows = csv_rows(data)
    assert [row["Document"] for row in rows] == ["7", "7", "3"]
    assert [row["Start"] for row in rows] == ["40", "120", "5"]
    assert rows[1]["Printed page"] == "iv"
    assert rows[0]["Place"] == "moved"


@given(st.text(), st.text())
def test_csv_cells_are_no_formulas_and_read_back(quote, note):
    row = csv_rows(write_csv(one_note(quote, note)))[0]
    assert without_guard(row["Quote"]) == quote
    assert without_guard(row["Note"]) == note
    assert not any(cell.startswith(FORMULA_BEGINNINGS) for cell in row.values())


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=200), st.text(max_size=50))
def test_workbook_cells_are_strings_and_read_back(quote, note):
    sheet = load_workbook(io.BytesIO(write_xlsx(one_note(quote, note))))["Notes"]
    header = [cell.value for cell in sheet[1]]
    cells = dict(zip(header, sheet[2], strict=True))
    for name, expected in (("Quote", quote), ("Note", note)):
        value = cells[name].value
        read = "" if value is None else unescape(str(value))
        assert read.replace("\r\n", "\n") == expected.replace("\r\n", "\n") or "_x" in expected
        assert cells[name].data_type in ("s", "n")


@pytest.mark.parametrize(
    "quote", ["=1+1", "<r>rich & <b>", "<r><t>x</t></r>", "http://example.org", "{=SUM(A1)}", "0012"]
)
def test_workbook_leaves_text_alone(quote):
    sheet = load_workbook(io.BytesIO(write_xlsx(one_note(quote))))["Notes"]
    cell = sheet.cell(2, 2)
    assert (cell.value, cell.data_type, cell.hyperlink) == (quote, "s", None)


def test_workbook_says_where_a_long_quote_was_cut():
    quote = "𝔘" * 40_000
    sheet = load_workbook(io.BytesIO(write_xlsx(one_note(quote))))["Notes"]
    value = str(sheet.cell(2, 2).value)
    kept, _mark, remark = value.partition(" [")
    assert remark.startswith("… cut here")
    assert quote.startswith(kept)
    assert 32_000 < len(value.encode("utf-16-le")) // 2 <= 32_767


def test_workbook_holds_numbers_and_moments():
    book = load_workbook(io.BytesIO(write_xlsx(notes_export())))
    header = [cell.value for cell in book["Notes"][1]]
    cells = dict(zip(header, [cell.value for cell in book["Notes"][3]], strict=True))
    assert (cells["Start"], cells["Paragraph"], cells["Page"]) == (120, 4, 2)
    assert cells["Created (UTC)"] == datetime(2026, 1, 1, 12, 0, 30)
    assert book["About"]["A1"].value == "Party <Contacts> & Co"
