"""DOCX files: kinds of paragraphs, tables, notes, tracked changes, furniture, and packages in a bad state."""

import zipfile
from io import BytesIO

import pytest

from storage.domain.document import BlockKind, Creator, DateLayer
from storage.domain.importing import Extraction
from storage.errors import UserFacingError
from storage.importers.docx import read_docx
from tests.storage.importers.made_files import docx, package

STYLES = (
    '<w:style w:styleId="H1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:styleId="My"><w:name w:val="Mine"/><w:basedOn w:val="H1"/></w:style>'
    '<w:style w:styleId="Q"><w:name w:val="Quote"/></w:style>'
    '<w:style w:styleId="Loop"><w:name w:val="x"/><w:basedOn w:val="Loop"/></w:style>'
)


def paragraph(words: str, style: str = "", more: str = "") -> str:
    properties = f'<w:pPr><w:pStyle w:val="{style}"/>{more}</w:pPr>' if style or more else ""
    return f"<w:p>{properties}<w:r><w:t>{words}</w:t></w:r></w:p>"


def blocks_of(extraction: Extraction) -> list[tuple[BlockKind, int, str]]:
    return [(block.kind, block.level, extraction.text[block.start : block.end]) for block in extraction.blocks]


def test_kinds_of_paragraphs():
    item = '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="3"/></w:numPr>'
    body = paragraph("Top", "H1") + paragraph("Second", "My") + paragraph("Said", "Q") + paragraph("Item", "Loop", item)
    assert blocks_of(read_docx(docx(body, {"styles": STYLES}), "a.docx")) == [
        (BlockKind.TITLE, 0, "Top"),
        (BlockKind.HEADING, 1, "Second"),
        (BlockKind.QUOTATION, 0, "Said"),
        (BlockKind.LIST_ITEM, 2, "Item"),
    ]


def test_tracked_changes_hidden_words_and_signs():
    body = (
        "<w:p><w:r><w:t>kept </w:t></w:r><w:ins><w:r><w:t>new</w:t><w:tab/></w:r></w:ins>"
        "<w:del><w:r><w:delText>old</w:delText></w:r></w:del><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r>"
        "<w:r><w:t>non</w:t><w:noBreakHyphen/><w:t>stop</w:t><w:br/><w:t>line</w:t></w:r></w:p>"
    )
    assert read_docx(docx(body), "a.docx").text == "kept new\tnon\u2011stop\nline\n"


def test_table_is_rows_and_layout_table_is_paragraphs():
    def row(*cells: str) -> str:
        return "<w:tr>" + "".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in cells) + "</w:tr>"

    nested = f"{paragraph('outer')}<w:tbl>{row('a', 'b')}</w:tbl>"
    inner = f"<w:tr><w:tc>{nested}</w:tc><w:tc>{paragraph('beside')}</w:tc></w:tr>"
    body = f"<w:tbl>{row('Party', 'Seats')}{inner}{row('alone')}</w:tbl>"
    assert blocks_of(read_docx(docx(body), "a.docx")) == [
        (BlockKind.TABLE_ROW, 0, "Party\tSeats"),
        (BlockKind.TABLE_ROW, 0, "outer a b\tbeside"),
        (BlockKind.PARAGRAPH, 0, "alone"),
    ]


def test_notes_headers_footers_and_text_boxes():
    box = (
        "<mc:AlternateContent xmlns:mc='x'><mc:Choice><w:txbxContent>"
        + paragraph("In a box")
        + "</w:txbxContent></mc:Choice>"
        "<mc:Fallback><w:txbxContent>" + paragraph("In a box") + "</w:txbxContent></mc:Fallback></mc:AlternateContent>"
    )
    body = f"<w:p><w:r><w:t>Text</w:t><w:footnoteReference w:id='2'/>{box}</w:r></w:p>"
    notes = (
        f"<w:footnote w:type='separator' w:id='0'>{paragraph('-')}</w:footnote>"
        f"<w:footnote w:id='2'>{paragraph('A note.')}</w:footnote>"
    )
    parts = {"header": paragraph("Head"), "footer": paragraph("Foot"), "footnotes": notes}
    assert blocks_of(read_docx(docx(body, parts), "a.docx")) == [
        (BlockKind.BOILERPLATE, 0, "Head"),
        (BlockKind.PARAGRAPH, 0, "In a box"),
        (BlockKind.PARAGRAPH, 0, "Text[2]"),
        (BlockKind.BOILERPLATE, 0, "Foot"),
        (BlockKind.FOOTNOTE, 0, "[2] A note."),
    ]


def test_properties_describe_the_file():
    core = (
        "<dc:title>A Report</dc:title><dc:creator>A. One; B. Two</dc:creator>"
        "<dcterms:created>2009-07-14T09:45:00Z</dcterms:created>"
    )
    extraction = read_docx(docx(paragraph("Words of the report."), core=core), "a.docx")
    assert extraction.description.title == "A Report"
    assert extraction.description.creators == (Creator("A. One"), Creator("B. Two"))
    assert [(date.layer, date.edtf) for date in extraction.description.dates] == [(DateLayer.WRITTEN, "2009-07-14")]
    assert dict(extraction.found_in)["creators"] == "properties of the file"


def test_document_without_text_says_so():
    extraction = read_docx(docx("<w:p/>"), "empty.docx")
    assert (extraction.text, extraction.description.title) == ("", "empty")
    assert "no text" in extraction.problem


def test_entities_are_not_expanded(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret", encoding="utf-8")
    bomb = "".join(f'<!ENTITY e{n + 1} "{f"&e{n};" * 10}">' for n in range(20))
    doctype = f'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY e0 "x">{bomb}<!ENTITY s SYSTEM "{secret.as_uri()}">]>'
    document = f'{doctype}<w:document xmlns:w="x"><w:body>{paragraph("&e20; &s; seen")}</w:body></w:document>'
    text = read_docx(package({"word/document.xml": document}), "a.docx").text
    assert text == "&e20; &s; seen\n"


@pytest.mark.parametrize(
    "data", [b"PK\x03\x04 and no more", package({"word/other.xml": "<a/>"}), package({"word/document.xml": ""})]
)
def test_damaged_package_gets_a_sentence(data):
    with pytest.raises(UserFacingError):
        read_docx(data, "a.docx")


def test_broken_document_says_that_words_may_be_missing():
    whole = docx(paragraph("Kept words"))
    assert read_docx(whole, "a.docx").problem == ""
    broken = docx(paragraph("Kept words") + "<w:p><w:r><w:t>cut")
    extraction = read_docx(broken, "a.docx")
    assert "Kept words" in extraction.text
    assert "may be missing" in extraction.problem


def with_embedded(data: bytes, name: str = "chunk.bin") -> bytes:
    """Return a DOCX file with a file of its own between two paragraphs, as an altChunk."""
    chunk = '<w:altChunk xmlns:r="relations" r:id="r0"/>'
    relations = f'<Relationship Id="r0" Type="x/aFChunk" Target="{name}"/>'
    whole = docx(paragraph("Before") + chunk + paragraph("Behind"))
    with zipfile.ZipFile(BytesIO(whole)) as archive:
        members: dict[str, str | bytes] = {each: archive.read(each) for each in archive.namelist()}
    members["word/_rels/document.xml.rels"] = f"<Relationships>{relations}</Relationships>"
    return package(members | ({f"word/{name}": data} if data else {}))


@pytest.mark.parametrize(
    "data",
    [b"<html><body><p>Inside</p></body></html>", b"Inside", rb"{\rtf1 Inside}", docx(paragraph("Inside"))],
    ids=["page", "text", "rich text", "document"],
)
def test_files_that_stand_in_the_document_are_read_in_their_place(data):
    extraction = read_docx(with_embedded(data), "a.docx")
    assert [words for _, _, words in blocks_of(extraction)] == ["Before", "Inside", "Behind"]
    assert extraction.problem == ""


@pytest.mark.parametrize("data", [b"", b"\x89PNG\r\n\x1a\n" + bytes(50), b"PK\x03\x04 broken"])
def test_a_file_in_the_document_that_cannot_be_read_is_named(data):
    extraction = read_docx(with_embedded(data), "a.docx")
    assert extraction.text.split() == ["Before", "Behind"]
    assert "words are missing" in extraction.problem
    assert ("chunk.bin" if data else "r0") in extraction.problem


def test_documents_inside_each_other_end_at_a_depth():
    data = docx(paragraph("Innermost"))
    for _ in range(6):
        data = with_embedded(data)
    extraction = read_docx(data, "a.docx")
    assert "Innermost" not in extraction.text
    assert extraction.text.count("Before") == 4
