"""Blocks of plain texts: order, cover, and what is title, heading, paragraph and furniture."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.domain.document import BlockKind
from storage.text.canonical import canonical_text
from storage.text.plain_blocks import plain_blocks

LINES = st.sampled_from(
    [
        "",
        " \u00a0",
        "Read more: Another article",
        "A heading",
        "2014.11.02 /",
        "Share",
        "A sentence that ends with a full stop. " * 5,
        "Source: A Book, 2007",
        "The views expressed are the author's own",
        "\u3000中文段落。",
    ]
)


@given(st.text() | st.lists(LINES | st.text(max_size=20)).map("\n".join))
def test_blocks_are_in_order_and_cover_all_that_is_not_blank(raw):
    text = canonical_text(raw)
    blocks = plain_blocks(text)
    place = 0
    for number, block in enumerate(blocks, start=1):
        assert block.number == number
        assert place <= block.start < block.end <= len(text)
        assert not text[place : block.start].strip()
        assert text[block.start : block.end] == text[block.start : block.end].strip()
        place = block.end
    assert not text[place:].strip()
    assert sum(block.kind is BlockKind.TITLE for block in blocks) <= 1


def kinds(text: str) -> list[tuple[BlockKind, str]]:
    return [(block.kind, text[block.start : block.end]) for block in plain_blocks(text)]


BODY = "This is a paragraph of the text proper, which goes on for longer than a heading does. " * 4


def test_hard_wrapped_paragraph_is_one_block():
    wrapped = "\n".join(["These words were wrapped by hand at a narrow width, as was usual", "in electronic mail."] * 3)
    assert kinds(f"A Title\n\n{wrapped}\n\nAnother one.\n") == [
        (BlockKind.TITLE, "A Title"),
        (BlockKind.PARAGRAPH, wrapped),
        (BlockKind.PARAGRAPH, "Another one."),
    ]


def test_hard_wrapped_first_paragraph_is_no_title():
    wrapped = "This text has no title at all and begins at once with a wrapped\nparagraph that goes on.\n"
    assert [kind for kind, _words in kinds(wrapped)] == [BlockKind.PARAGRAPH]


def test_long_lines_without_blank_lines_are_paragraphs():
    assert [kind for kind, _words in kinds(f"{BODY}\n{BODY}\n{BODY}")] == [BlockKind.PARAGRAPH] * 3


def test_title_line_repeats_a_label_and_a_stamp_follows():
    text = (
        f"First Steps\nThe First Steps of a Party\nPosted on 3 May 2011 | 10:45\n\n{BODY}\n\nA heading \u00a0\n\n{BODY}"
    )
    assert kinds(text)[:3] == [
        (BlockKind.HEADING, "First Steps"),
        (BlockKind.TITLE, "The First Steps of a Party"),
        (BlockKind.BOILERPLATE, "Posted on 3 May 2011 | 10:45"),
    ]
    assert (BlockKind.HEADING, "A heading") in kinds(text)


def test_title_may_follow_furniture():
    assert kinds(f"Home > News\n\nThe Title\n\n{BODY}")[1] == (BlockKind.TITLE, "The Title")


@pytest.mark.parametrize(
    "line",
    [
        "Read more: Something else entirely",
        "Print Friendly, PDF & Email",
        "Share Tweet Email",
        "Share this on Facebook",
        "Delegates arrive in Manila (Photo by A. Name)",
        "Delegates arrive in Hanoi (Xinhua/A. Name)",
        "© 2014 A Publisher. All rights reserved.",
        "12 Comments",
        "Lire aussi : un autre article",
        "Читайте также: другая статья",
        "相关阅读：另一篇文章",
        "Advertisement",
    ],
)
def test_furniture_in_the_text(line):
    assert kinds(f"A Title\n\n{BODY}\n\n{line}\n\n{BODY}")[2] == (BlockKind.BOILERPLATE, line)


@pytest.mark.parametrize(
    "line", ["Post-war contacts", "More on the Manila conference", "X", "Copyright law", "Photographs"]
)
def test_headings_that_look_a_little_like_furniture(line):
    assert kinds(f"A Title\n\n{BODY}\n\n{line}\n\n{BODY}")[2] == (BlockKind.HEADING, line)


def test_date_in_a_chronicle_is_a_heading():
    assert kinds(f"A Title\n\n{BODY}\n\n2 November 2014\n\n{BODY}")[2] == (BlockKind.HEADING, "2 November 2014")


def test_teasers_after_the_authors_disclaimer_are_furniture():
    disclaimer = "A. Name is a writer. The views expressed in the article are the author’s own."
    text = f"A Title\n\n{BODY * 6}\n\n{disclaimer}\n\nWho won the match?\n\nA teaser."
    assert [kind for kind, _words in kinds(text)][2:] == [
        BlockKind.PARAGRAPH,
        BlockKind.BOILERPLATE,
        BlockKind.BOILERPLATE,
    ]


@pytest.mark.shared
def test_hand_checked_sections_and_boilerplate(shared):
    gold = json.loads((shared / "gold" / "spans_dev.json").read_text(encoding="utf-8"))
    for seed in ("001", "003"):
        (path,) = (shared / "seeds").glob(f"{seed}_*.txt")
        blocks = plain_blocks(canonical_text(path.read_bytes().decode()))
        found = {(block.start, block.end) for block in blocks if block.kind in (BlockKind.TITLE, BlockKind.HEADING)}
        furniture = {(block.start, block.end) for block in blocks if block.kind is BlockKind.BOILERPLATE}
        sections = [section["heading"] for section in gold["sections"]]
        assert found == {(item["start"], item["end"]) for item in sections if item["seed"] == f"S{seed}"}
        expected = {(item["start"], item["end"]) for item in gold["boilerplate"] if item["seed"] == f"S{seed}"}
        assert furniture == expected
