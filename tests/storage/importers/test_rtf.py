"""RTF files: characters in every spelling, kinds of paragraphs, tables, notes, and files in a bad state."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.domain.document import BlockKind, Creator
from storage.importers.rtf import read_rtf

HEAD = (
    r"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0\fcharset0 Times;}{\f1\fcharset204 Times Cyr;}{\f2\fcharset134 Song;}}"
    r"{\stylesheet{\s1 heading 1;}{\s2\sbasedon1 Quote;}}{\colortbl;\red255;}"
)


def read(body: str, head: str = HEAD):
    return read_rtf((head + body + "}").encode("latin-1"), "a.rtf")


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (r"caf\'e9", "café"),
        (r"{\f1 \'cc\'e8\'f0}", "Мир"),
        (r"{\f2 \'d6\'d0\'b9\'fa}", "中国"),
        (r"\u20013?\u22269?", "中国"),
        (r"\uc2\u20013\'d6\'d0 x", "中 x"),
        (r"\u-10179?\u-8704?", "\U0001f600"),
        (r"\ldblquote a\rdblquote\emdash\~b\_c", "\u201ca\u201d\u2014\u00a0b\u2011c"),
        (r"a\tab b\line c", "a\tb\nc"),
        (r"\{\}\\", "{}\\"),
        (r"a{\v hidden}{\deleted gone}b", "ab"),
        (r"a{\*\unknown never}{\pict 00ff}b", "ab"),
        (r'{\field{\*\fldinst HYPERLINK "http://x"}{\fldrslt shown}}', "shown"),
        (r"a{\upr{ansi}{\*\ud{\u20013?}}}", "a中"),
        (r"a\bin3 }}}b", "ab"),
    ],
)
def test_characters(body, text):
    assert read(body).text == text + "\n"


def test_blocks():
    body = (
        r"{\header Head\par}\pard\s1 Top\par\pard Plain{\footnote\pard\plain {\chftn} A note.\par}\par\pard\s2 Said\par"
        r"\pard\ls1\ilvl1{\listtext 1.\tab}Item\par\trowd\cellx1\intbl a\cell b\cell\row"
        r"\trowd c\cell d\cell\row\pard End\par"
    )
    extraction = read(body)
    assert [(block.kind, block.level, extraction.text[block.start : block.end]) for block in extraction.blocks] == [
        (BlockKind.BOILERPLATE, 0, "Head"),
        (BlockKind.TITLE, 0, "Top"),
        (BlockKind.PARAGRAPH, 0, "Plain[1]"),
        (BlockKind.QUOTATION, 0, "Said"),
        (BlockKind.LIST_ITEM, 2, "Item"),
        (BlockKind.TABLE_ROW, 0, "a\tb"),
        (BlockKind.TABLE_ROW, 0, "c\td"),
        (BlockKind.PARAGRAPH, 0, "End"),
        (BlockKind.FOOTNOTE, 0, "[1] A note."),
    ]


def test_description():
    description = read(r"{\info{\title A Report}{\author Ana Example}{\creatim\yr2006\mo5\dy18\hr8}}Words").description
    assert (description.title, description.creators) == ("A Report", (Creator("Ana Example"),))
    assert description.dates[0].edtf == "2006-05-18"


@given(st.text(st.sampled_from("{}\\'*u-0123 parowdfs\n\x00é"), max_size=60))
def test_whatever_follows_the_beginning_is_read(body):
    extraction = read_rtf(("{\\rtf1 " + body).encode("latin-1"), "a.rtf")
    extraction.text.encode("utf-8")
    assert bool(extraction.text) != bool(extraction.problem)
