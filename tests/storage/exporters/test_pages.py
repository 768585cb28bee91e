"""Markdown and HTML, read back by markdown-it and by lxml."""

import re
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st
from lxml import html as lxml_html
from markdown_it import MarkdownIt

from storage.domain.export import NotesExport
from storage.exporters.html import write_html
from storage.exporters.markdown import quotation, write_markdown
from tests.storage.exporters.notes_for_tests import AWKWARD_QUOTE, ENGLISH, MADE, exported, mark, notes_export


def quoted(source: str) -> str:
    """Return the words of the first block quotation as a reader of Markdown sees them."""
    tokens = MarkdownIt("commonmark").parse(source)
    kinds = {token.type for token in tokens}
    assert kinds <= {"blockquote_open", "blockquote_close", "paragraph_open", "paragraph_close", "inline"}
    paragraphs = []
    for token in tokens:
        children = token.children or []
        assert {child.type for child in children} <= {"text", "text_special", "softbreak"}
        if token.type == "inline":
            paragraphs.append("".join("\n" if child.type == "softbreak" else child.content for child in children))
    return "\n\n".join(paragraphs)


READABLE = st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n\t")


@given(st.text(READABLE, min_size=1))
def test_quotation_reads_back_word_for_word(text):
    expected = re.sub("\n\n+", "\n\n", text.strip("\n"))
    assert quoted(quotation(text)) == expected


@given(st.text("*_`[]()<>#&|~$!-+=1.)\\ \n>:/hw\t", min_size=1))
def test_signs_of_markdown_are_only_signs(text):
    assert quoted(quotation(text)) == re.sub("\n\n+", "\n\n", text.strip("\n"))


def test_markdown_groups_by_document_in_reading_order():
    tokens = MarkdownIt("commonmark").parse(write_markdown(notes_export()).decode())
    headings = [tokens[number + 1].content for number, token in enumerate(tokens) if token.type == "heading_open"]
    assert [heading.replace("\\", "") for heading in headings] == [
        "Notes from Party <Contacts> & Co",
        'A Page on "Contacts" & <Others>',
        "1",
        "2",
        "示例文本",
        "1",
        "Codebook",
    ]


def test_markdown_contains_what_a_note_leaves_open():
    text = write_markdown(notes_export()).decode()
    assert "<p>Tags: 原则</p>" in MarkdownIt("commonmark").render(text)


def test_html_holds_quotes_exactly_and_nothing_active():
    tree = lxml_html.document_fromstring(write_html(notes_export()))
    quotes = [element.text_content() for element in tree.iter("blockquote")]
    assert quotes == ["a plain passage", AWKWARD_QUOTE, "求同存异"]
    assert not list(tree.iter("script", "img", "link", "iframe"))
    places = [element.text_content() for element in tree.find_class("place")]
    assert all(part in places[1] for part in ("document 7", "[120:", "paragraph 4", "page 2", "printed page iv"))


def test_html_elements_are_balanced_and_fetch_nothing():
    class Balance(HTMLParser):
        opened: list[str]

        def handle_starttag(self, tag, attrs):
            if tag not in ("meta", "br"):
                self.opened.append(tag)
            assert not {name for name, _value in attrs} & {"src", "href", "onclick"}

        def handle_endtag(self, tag):
            assert self.opened.pop() == tag

    reader = Balance()
    reader.opened = []
    reader.feed(write_html(notes_export()).decode())
    assert reader.opened == []


@given(st.text(), st.text())
def test_html_is_well_formed_for_any_note(quote, note):
    export = NotesExport(quote, MADE, (exported(mark(1, quote or "q", 0, note=note, tags=(note or "t",)), ENGLISH),))
    text = write_html(export).decode()
    assert text.count("<blockquote") == text.count("</blockquote>") == 1 + text.count("<blockquote>")
    assert "<script" not in text
    assert "<img" not in text
