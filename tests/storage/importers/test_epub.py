"""EPUB books: reading order, description, protection and damage."""

import pytest

from storage.domain.document import BlockKind, Creator
from storage.errors import UserFacingError
from storage.importers.epub import read_epub
from tests.storage.importers.made_files import epub, package

METADATA = (
    "<dc:title>A Book</dc:title><dc:creator>Ana Example</dc:creator><dc:language>en</dc:language>"
    "<dc:date>2007-10</dc:date><dc:publisher>A Press</dc:publisher>"
)


def test_chapters_come_in_reading_order_with_their_kinds():
    chapters = [
        '<h1>One</h1><p>First&nbsp;words &mdash; more<a id="x"/> words.</p><aside xmlns:epub="http://www.idpf.org/2007/ops"'
        ' epub:type="footnote"><p>A note.</p></aside>',
        '<h1>Two</h1><nav><a href="x">Contents</a></nav><ul><li>item</li></ul>',
    ]
    extraction = read_epub(epub(chapters, METADATA), "a.epub")
    assert [(block.kind, block.level, extraction.text[block.start : block.end]) for block in extraction.blocks] == [
        (BlockKind.TITLE, 0, "One"),
        (BlockKind.PARAGRAPH, 0, "First\u00a0words \u2014 more words."),
        (BlockKind.FOOTNOTE, 0, "A note."),
        (BlockKind.HEADING, 1, "Two"),
        (BlockKind.BOILERPLATE, 0, "Contents"),
        (BlockKind.LIST_ITEM, 1, "item"),
    ]
    description = extraction.description
    assert (description.title, description.creators) == ("A Book", (Creator("Ana Example"),))
    assert (description.language, description.publisher, description.dates[0].edtf) == ("en", "A Press", "2007-10")
    assert dict(extraction.found_in)["title"] == "metadata of the book"


def test_protected_book_says_so_and_hidden_fonts_do_not_matter():
    def encrypted(algorithm: str) -> dict[str, str]:
        data = f'<EncryptedData><EncryptionMethod Algorithm="{algorithm}"/></EncryptedData>'
        return {"META-INF/encryption.xml": f"<encryption>{data}</encryption>"}

    locked = read_epub(epub(["<p>x</p>"], extra=encrypted("http://www.w3.org/2001/04/xmlenc#aes128-cbc")), "a.epub")
    assert (locked.text, "protected" in locked.problem) == ("", True)
    fonts = read_epub(epub(["<p>x</p>"], extra=encrypted("http://www.idpf.org/2008/embedding")), "a.epub")
    assert (fonts.text, fonts.problem) == ("x\n", "")


def test_missing_and_climbing_chapters_are_named():
    book = (
        '<package><metadata/><manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/>'
        '<item id="b" href="../../etc/passwd" media-type="application/xhtml+xml"/>'
        '<item id="c" href="empty.xhtml" media-type="application/xhtml+xml"/></manifest>'
        '<spine><itemref idref="b"/><itemref idref="c"/><itemref idref="a"/></spine></package>'
    )
    data = package({"mimetype": "application/epub+zip", "x.opf": book, "a.xhtml": "<p>here", "empty.xhtml": "<?xml"})
    assert "here" in read_epub(data, "a.epub").text


def test_book_that_does_not_say_what_is_in_it_gets_a_sentence():
    with pytest.raises(UserFacingError, match="damaged EPUB"):
        read_epub(package({"mimetype": "application/epub+zip"}), "a.epub")


def test_broken_chapter_keeps_its_words():
    broken = "<h1>One</h1><p>Before <b>the break</p></i><p>1 < 2 & after the break"
    assert "after the break" in read_epub(epub([broken]), "a.epub").text


@pytest.mark.parametrize("name", ["p:", "x:p", "P", "\u0130p"])
def test_an_element_with_a_broken_name_keeps_its_words(name):
    found = read_epub(epub([f"<{name}>Havana</{name}><p>May</p>"]), "a.epub")
    assert "Havana" in found.text
