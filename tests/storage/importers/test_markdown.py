"""Markdown files with front matter, without, and with front matter that is broken."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.domain.document import BlockKind, Creator, DateBasis, DateLayer, DocumentDate, SourceClass
from storage.errors import UserFacingError
from storage.importers.markdown import read_markdown

PAGE = """\ufeff---
title: A Page
source_class: Official Organ
language: en
creators:
  - {name: Ana Example, affiliation: a ministry}
  - B. Two
dates:
  - {layer: published, edtf: 2014-11-02, basis: stated, words: 2 Nov 2014}
  - {layer: never, edtf: "2014"}
---

# A Page

A *word* with\u00a0NBSP, a [link](http://example.org) and `code`;
a second line &amp; an escape \\*.

## A heading

> A quotation.

- first
  - nested
- second

3. third

| a | b |
| --- | --- |
| c | d |
"""


def test_blocks_hold_words_without_signs():
    extraction = read_markdown(PAGE.replace("\n", "\r\n").encode(), "page.md")
    text = extraction.text
    assert [(block.kind, block.level, text[block.start : block.end]) for block in extraction.blocks] == [
        (BlockKind.TITLE, 0, "A Page"),
        (BlockKind.PARAGRAPH, 0, "A word with\u00a0NBSP, a link and code;\na second line & an escape *."),
        (BlockKind.HEADING, 2, "A heading"),
        (BlockKind.QUOTATION, 0, "A quotation."),
        (BlockKind.LIST_ITEM, 1, "first"),
        (BlockKind.LIST_ITEM, 2, "nested"),
        (BlockKind.LIST_ITEM, 1, "second"),
        (BlockKind.LIST_ITEM, 1, "3. third"),
        (BlockKind.TABLE_ROW, 0, "a\tb"),
        (BlockKind.TABLE_ROW, 0, "c\td"),
    ]
    assert [block.number for block in extraction.blocks] == list(range(1, 11))


def test_front_matter_becomes_the_description():
    extraction = read_markdown(PAGE.encode(), "page.md")
    description = extraction.description
    assert description.title == "A Page"
    assert description.source_class is SourceClass.OFFICIAL_ORGAN
    assert description.creators == (Creator("Ana Example", "a ministry"), Creator("B. Two"))
    assert description.dates == (DocumentDate(DateLayer.PUBLISHED, "2014-11-02", DateBasis.STATED, "2 Nov 2014"),)
    assert ("language", "front matter") in extraction.found_in
    assert ("dates", "date 2 has no known layer or no edtf") in extraction.found_in


@pytest.mark.parametrize("front_matter", ["title: [open", "- a list", "just words", "a: !!python/object:x.Y {}"])
def test_broken_front_matter_is_kept_as_text(front_matter):
    extraction = read_markdown(f"---\n{front_matter}\n---\n\nBody.\n".encode(), "broken.md")
    assert front_matter in extraction.text
    assert extraction.text.endswith("Body.\n")
    assert extraction.description.title == "broken"
    assert any("kept as text" in remark for _field, remark in extraction.found_in)


def test_file_without_front_matter_takes_its_heading_as_title():
    extraction = read_markdown(b"# A *Heading*\n\nWords.\n\n---\n\nMore.\n", "x.md")
    assert extraction.description.title == "A Heading"
    assert ("title", "heading in the text") in extraction.found_in
    assert extraction.text == "A Heading\n\nWords.\n\nMore.\n"


@pytest.mark.parametrize("data", [b"", b"---\ntitle: A\n---\n", b"---\n"])
def test_file_without_words_gets_a_sentence(data):
    with pytest.raises(UserFacingError, match="no text"):
        read_markdown(data, "x.md")


@given(st.text() | st.text("-#>*_`[]()|\n abc1.&;:"))
def test_blocks_are_in_order_and_cover_all_that_is_not_blank(source):
    try:
        extraction = read_markdown(source.encode(), "x.md")
    except UserFacingError:
        return
    place = 0
    for block in extraction.blocks:
        assert place <= block.start < block.end <= len(extraction.text)
        assert not extraction.text[place : block.start].strip()
        place = block.end
    assert extraction.text[place:] == "\n"
    assert extraction.description.title
