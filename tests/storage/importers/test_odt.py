"""ODT files: kinds of paragraphs, lists, notes, tracked changes, and encrypted files."""

from storage.domain.document import BlockKind, Creator
from storage.importers.odt import read_flat_odt, read_odt
from tests.storage.importers.made_files import odt

BODY = """<text:tracked-changes><text:changed-region><text:deletion><text:p>gone</text:p></text:deletion>
</text:changed-region></text:tracked-changes><text:p text:style-name="P1">A Title</text:p>
<text:h text:outline-level="2">Section</text:h>
<text:p>One<text:s text:c="2"/>two<text:tab/>three<text:line-break/>four<text:note
><text:note-citation>7</text:note-citation>
<text:note-body><text:p>A note.</text:p></text:note-body></text:note
> and <text:span>a <text:span>span</text:span> ends</text:span>.</text:p>
<text:list><text:list-item><text:p>item</text:p><text:list><text:list-item><text:p>deeper</text:p></text:list-item>
</text:list></text:list-item></text:list>
<table:table><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell>
<table:table-cell><text:p>b</text:p></table:table-cell></table:table-row></table:table>"""
AUTOMATIC = '<style:style style:name="P1" style:parent-style-name="Title"/>'


def test_blocks():
    extraction = read_odt(odt(BODY, "<style:header><text:p>Head</text:p></style:header>", automatic=AUTOMATIC), "a.odt")
    assert [(block.kind, block.level, extraction.text[block.start : block.end]) for block in extraction.blocks] == [
        (BlockKind.BOILERPLATE, 0, "Head"),
        (BlockKind.TITLE, 0, "A Title"),
        (BlockKind.HEADING, 2, "Section"),
        (BlockKind.PARAGRAPH, 0, "One  two\tthree\nfour[7] and a span ends."),
        (BlockKind.LIST_ITEM, 1, "item"),
        (BlockKind.LIST_ITEM, 2, "deeper"),
        (BlockKind.TABLE_ROW, 0, "a\tb"),
        (BlockKind.FOOTNOTE, 0, "[7] A note."),
    ]


def test_description():
    meta = (
        "<dc:title>Report</dc:title><meta:initial-creator>Ana Example</meta:initial-creator>"
        "<meta:creation-date>2016-10-20T14:33:00</meta:creation-date><dc:language>de-AT</dc:language>"
    )
    description = read_odt(odt(BODY, meta=meta), "a.odt").description
    assert (description.title, description.creators) == ("Report", (Creator("Ana Example"),))
    assert (description.language, description.dates[0].edtf) == ("de-AT", "2016-10-20")


def test_encrypted_file_says_so():
    extraction = read_odt(odt(BODY, manifest="<entry><encryption-data/></entry>"), "a.odt")
    assert extraction.text == ""
    assert "encrypted" in extraction.problem


def test_flat_file():
    name = "urn:oasis:names:tc:opendocument:xmlns"
    body = "<office:body><office:text><text:p>Flat words</text:p></office:text></office:body>"
    source = f'<office:document xmlns:office="{name}:office:1.0" xmlns:text="{name}:text:1.0">{body}</office:document>'
    assert read_flat_odt(source.encode(), "a.fodt").text == "Flat words\n"
