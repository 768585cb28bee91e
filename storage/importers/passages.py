"""Passages, what every format but plain text is read into, and how they are laid out as canonical text and blocks.

The canonical text of a format with markup is what a reader of the page reads: blocks with one empty line between them,
one newline between rows of a table and between items of a list, and inside a block no character changed.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import PurePath

from storage.domain.document import Block, BlockKind
from storage.text.canonical import canonical_text

_TIGHT = (BlockKind.LIST_ITEM, BlockKind.TABLE_ROW)
_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Passage:
    """A block's kind and words before their place in the text is known; a page break has no words."""

    kind: BlockKind
    words: str
    level: int = 0
    page: int | None = None
    page_label: str | None = None


def laid_out(passages: Iterable[Passage]) -> tuple[str, tuple[Block, ...]]:
    """Return the canonical text of passages and their blocks; ranges are code points, end exclusive.

    A page break is an empty range where the page's first block begins. Passages without words are left out.
    """
    parts: list[str] = []
    blocks: list[Block] = []
    breaks: list[Passage] = []
    length = number = 0
    previous: BlockKind | None = None
    for passage in passages:
        words = writable(canonical_text(passage.words)).strip()
        if passage.kind is BlockKind.PAGE_BREAK:
            breaks.append(passage)
        elif words:
            if previous is not None:
                parts.append("\n" if passage.kind in _TIGHT and previous is passage.kind else "\n\n")
                length += len(parts[-1])
            number += 1
            blocks += [_page_break(page, length) for page in breaks]
            breaks.clear()
            end = length + len(words)
            blocks.append(Block(passage.kind, length, end, number, passage.level, passage.page, passage.page_label))
            parts.append(words)
            length, previous = end, passage.kind
    blocks += [_page_break(page, length) for page in breaks if number]
    return "".join(parts) + ("\n" if parts else ""), tuple(blocks)


def with_title(passages: list[Passage], title: str) -> list[Passage]:
    """Make the first heading the title where it is the top one or says what the description says."""
    for number, passage in enumerate(passages):
        if passage.kind is BlockKind.HEADING:
            if passage.level == 1 or " ".join(passage.words.split()) == title:
                return [*passages[:number], replace(passage, kind=BlockKind.TITLE, level=0), *passages[number + 1 :]]
            return passages
    return passages


def first_heading(passages: Iterable[Passage]) -> str:
    """Return the first heading of the top level as one line, or nothing."""
    headings = (part.words for part in passages if part.kind is BlockKind.HEADING and part.level == 1)
    return one_line(next(headings, ""))


def title_from_name(path_name: str) -> str:
    """Return a file's name without folders and ending, as the title of a text that has none."""
    return PurePath(path_name.replace("\\", "/")).stem or path_name or "Untitled"


def one_line(words: str) -> str:
    """Return words as one line, every run of white space one space."""
    return " ".join(words.split())


def writable(text: str) -> str:
    """Join pairs of UTF-16 surrogates into their character and replace single ones, which no file can hold."""
    if text.isascii() or not _SURROGATE.search(text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _page_break(passage: Passage, place: int) -> Block:
    return Block(BlockKind.PAGE_BREAK, place, place, page=passage.page, page_label=passage.page_label)
