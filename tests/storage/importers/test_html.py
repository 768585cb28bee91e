"""Pages: main text and what is around it, kinds of blocks, what pages say of themselves, and pages in a bad state."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.domain.document import BlockKind, Creator, DateBasis, DateLayer, DocumentDate
from storage.domain.importing import Extraction
from storage.errors import UserFacingError
from storage.importers.html import read_html

PROSE = "The parties of the region met again in the capital, as they had agreed, and spoke of peace, trade and health. "
ARTICLE = f"""<!DOCTYPE html>
<!-- saved from url=(0031)https://example.org/party/meeting -->
<html lang="en_GB"><head><meta charset="utf-8"><title>A Meeting in Manila | Example Daily</title>
<meta name="author" content="Ana Example"><meta property="article:published_time" content="2014-11-02T08:00:00Z">
<meta property="og:site_name" content="Example Daily"></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav>
<div class="sidebar"><a href="/x">Cricket: all results</a></div>
<article><h1>A Meeting in Manila</h1>
<p>{PROSE * 3}</p><p>Read more: <a href="/more">Another story</a></p>
<h2>What was said</h2><blockquote><p>{PROSE * 2}</p></blockquote>
<ul><li>first point, made at length by the hosts of the meeting</li><li>second point<ul><li>nested</li></ul></li></ul>
<table><tr><th>Party</th><th>Seats</th></tr><tr><td>One</td><td>1,024</td></tr></table>
<p>{PROSE * 3}<br>A new line.<br><br>A new paragraph.</p>
<ol class="footnotes"><li>A note.</li></ol></article>
<button>Print Friendly</button><footer>All rights reserved.</footer>
<script>var hidden = "never shown";</script></body></html>"""


def blocks_of(extraction: Extraction) -> list[tuple[BlockKind, int, str]]:
    return [(block.kind, block.level, extraction.text[block.start : block.end]) for block in extraction.blocks]


def test_main_text_and_everything_else_are_kept_in_order():
    extraction = read_html(ARTICLE.encode(), "a.html")
    prose = PROSE.strip()
    assert blocks_of(extraction) == [
        (BlockKind.BOILERPLATE, 0, "Home"),
        (BlockKind.BOILERPLATE, 0, "World"),
        (BlockKind.BOILERPLATE, 0, "Cricket: all results"),
        (BlockKind.TITLE, 0, "A Meeting in Manila"),
        (BlockKind.PARAGRAPH, 0, " ".join([prose] * 3)),
        (BlockKind.BOILERPLATE, 0, "Read more: Another story"),
        (BlockKind.HEADING, 2, "What was said"),
        (BlockKind.QUOTATION, 0, " ".join([prose] * 2)),
        (BlockKind.LIST_ITEM, 1, "first point, made at length by the hosts of the meeting"),
        (BlockKind.LIST_ITEM, 1, "second point"),
        (BlockKind.LIST_ITEM, 2, "nested"),
        (BlockKind.TABLE_ROW, 0, "Party\tSeats"),
        (BlockKind.TABLE_ROW, 0, "One\t1,024"),
        (BlockKind.PARAGRAPH, 0, " ".join([prose] * 3) + "\nA new line."),
        (BlockKind.PARAGRAPH, 0, "A new paragraph."),
        (BlockKind.FOOTNOTE, 0, "A note."),
        (BlockKind.BOILERPLATE, 0, "Print Friendly"),
        (BlockKind.BOILERPLATE, 0, "All rights reserved."),
    ]
    assert "never shown" not in extraction.text


def test_page_says_what_it_is():
    extraction = read_html(ARTICLE.encode(), "a.html")
    description = extraction.description
    assert (description.title, description.language, description.publisher) == (
        "A Meeting in Manila", "en-GB", "Example Daily",
    )  # fmt: skip
    assert description.creators == (Creator("Ana Example"),)
    assert description.url == "https://example.org/party/meeting"
    assert description.dates == (
        DocumentDate(DateLayer.PUBLISHED, "2014-11-02", DateBasis.STATED, "2014-11-02T08:00:00Z"),
    )
    assert dict(extraction.found_in) == {
        "title": "title element",
        "url": "remark of the program that saved the page",
        "language": "html lang",
        "publisher": "meta og:site_name",
        "creators": "meta author",
        "dates": "meta article:published_time",
    }


def page(head: str = "", body: str = "", source: str = "") -> Extraction:
    text = f"<html><head>{head}</head><body>{body}<p>{PROSE * 6}</p></body></html>{source}"
    return read_html(text.encode(), "folder/name.html")


def test_linked_data_goes_before_everything_else():
    data = (
        '<script type="application/ld+json">{"@context": "https://schema.org", "@graph": ['
        '{"@type": "NewsArticle",'
        '"headline": "From the data", "author": [{"name": "A. One"}, {"name": "B. Two"}],'
        '"datePublished": "2020-05-06",'
        '"dateCreated": "2019", "inLanguage": "fr",'
        '"publisher": {"name": "Agency"}, "url": "https://example.org/1"}]}</script>'
    )
    description = page(data + "<title>Other</title>").description
    assert (description.title, description.language, description.publisher) == ("From the data", "fr", "Agency")
    assert description.creators == (Creator("A. One"), Creator("B. Two"))
    assert [(date.layer, date.edtf) for date in description.dates] == [
        (DateLayer.PUBLISHED, "2020-05-06"), (DateLayer.WRITTEN, "2019"),
    ]  # fmt: skip
    assert description.url == "https://example.org/1"


@pytest.mark.parametrize("data", ["{", "[[[", '"text"', "{}", '{"@type": 3, "author": null}', "[" * 5000])
def test_broken_linked_data_is_passed_over(data):
    head = f'<script type="application/ld+json">{data}</script><title>A title of its own</title>'
    assert page(head).description.title == "A title of its own"


def test_microdata_bylines_and_times():
    body = (
        '<h1>One heading</h1><span itemprop="author"><span itemprop="name">Ana Example</span></span>'
        '<time itemprop="datePublished" datetime="2001-02-03">Saturday</time>'
    )
    description = page(body=body).description
    assert description.creators == (Creator("Ana Example"),)
    assert description.dates[0].edtf == "2001-02-03"
    assert description.title == "One heading"
    byline = page(body='<div class="byline">By Ana Example and B. Two, May 6, 2020</div>').description
    assert byline.creators == (Creator("Ana Example"), Creator("B. Two"))


def test_item_of_a_volume_was_written_at_its_date():
    head = '<meta name="dcterms.date" content="1930-03-01T14:00:00"><meta name="dcterms.isPartOf" content="Volume I">'
    description = page(head).description
    assert [(date.layer, date.edtf) for date in description.dates] == [(DateLayer.WRITTEN, "1930-03-01")]
    assert description.original == "Volume I"


def test_page_without_any_name_is_called_after_its_file():
    extraction = page()
    assert extraction.description.title == "name"
    assert ("title", "file name") in extraction.found_in


@pytest.mark.parametrize(
    ("declared", "encoding"), [("gb2312", "gb18030"), ("windows-1251", "cp1251"), ("no-such-thing", "gb18030")]
)
def test_declared_encoding(declared, encoding):
    words = (
        "中国共产党与世界政党高层对话会在北京举行，来自许多国家的政党领导人参加了会议。"
        if "18030" in encoding
        else "Межпартийные связи"
    )
    source = f'<html><head><meta charset="{declared}"></head><body><p>{words * 3}</p></body></html>'
    assert words in read_html(source.encode(encoding), "a.html").text


def test_plain_page_of_an_archive_is_all_text():
    body = "".join(f"<p>{words}</p>" for words in ("504.418/159: Telegram", "Washington, March 1, 1930", "Carr"))
    extraction = page(body=body)
    assert {block.kind for block in extraction.blocks} == {BlockKind.PARAGRAPH}


@pytest.mark.parametrize("source", ["<html>", "<!doctype html><body><script>x</script>", "<html><img src='a.png'>"])
def test_page_without_text_says_so(source):
    extraction = read_html(source.encode(), "a.html")
    assert extraction.text == ""
    assert "no text" in extraction.problem


def test_page_of_any_depth_keeps_its_words():
    extraction = read_html(("<html><body>" + "<div>word " * 5000).encode(), "a.html")
    assert extraction.text.count("word") == 5000


def test_nothing_outside_the_file_is_read(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret", encoding="utf-8")
    source = (
        f'<!DOCTYPE html [<!ENTITY x SYSTEM "{secret.as_uri()}">]><html><body><p>&x; seen</p>'
        f'<iframe src="{secret.as_uri()}"></iframe><img src="{secret.as_uri()}"></body></html>'
    )
    assert "the secret" not in read_html(source.encode(), "a.html").text


@given(
    st.lists(
        st.sampled_from(
            [
                "<p>",
                "</p>",
                "<table>",
                "<tr><td>",
                "<ul><li>",
                "</ul>",
                "a, b ",
                "<br>",
                "<pre>",
                "\n",
                "&nbsp;",
                "<a href=x>",
                "</div>",
                "<div>",
            ]
        )
    )
)
def test_blocks_are_in_order_and_cover_all_words(parts):
    source = "<html><body>" + "".join(parts)
    extraction = read_html(source.encode(), "a.html")
    place = 0
    for block in extraction.blocks:
        assert place <= block.start < block.end <= len(extraction.text)
        assert not extraction.text[place : block.start].strip()
        place = block.end
    assert extraction.text.count("a, b") == parts.count("a, b ")


@given(st.binary(max_size=300))
def test_any_bytes_are_a_page_or_a_sentence(data):
    try:
        read_html(b"<html>" + data, "a.html")
    except UserFacingError:
        return
