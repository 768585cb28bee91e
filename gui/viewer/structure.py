"""What the blocks of a text version tell the viewer: what a stretch is, its number, headings and pages."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from storage.domain.columns import columns_of
from storage.domain.document import Block, BlockKind
from storage.domain.search import Span

_HEADINGS = (BlockKind.TITLE.value, BlockKind.HEADING.value)
_PAGE_BREAK = BlockKind.PAGE_BREAK.value


@dataclass(frozen=True, slots=True)
class Heading:
    """A title or heading with its words and place; ``level`` is 0 for the title."""

    words: str
    level: int
    span: Span


@dataclass(frozen=True, slots=True)
class Place:
    """What a display block shows: a block's beginning or a later line of it, or (``block`` None) what is between."""

    block: Block | None
    begins: bool


class Structure:
    """The blocks of a text, asked by place, number or page; offsets are code points.

    A long text has tens of thousands of blocks, of which only those that are looked at are made.
    """

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._all = blocks
        self._kinds, starts, self._ends, self._numbers, _, self._pages, self._labels = columns_of(Block, blocks)
        self._rows = [row for row, kind in enumerate(self._kinds) if kind != _PAGE_BREAK]
        self._starts = [starts[row] for row in self._rows]
        self._breaks = [row for row, kind in enumerate(self._kinds) if kind == _PAGE_BREAK]
        self._break_starts = [starts[row] for row in self._breaks]
        self._made: dict[int, Block] = {}

    def _block(self, row: int) -> Block:
        made = self._made.get(row)
        if made is None:
            made = self._made[row] = self._all[row]
        return made

    def place(self, start: int, end: int) -> Place:
        """Tell what a display block ``[start, end)`` shows."""
        index = bisect_right(self._starts, start) - 1
        if index >= 0 and self._ends[self._rows[index]] > start:
            return Place(self._block(self._rows[index]), begins=self._starts[index] == start)
        following = index + 1
        if following < len(self._rows) and self._starts[following] < end:
            return Place(self._block(self._rows[following]), begins=True)
        return Place(None, begins=False)

    def page_break(self, start: int, end: int) -> Block | None:
        """Give the page break that stands in ``[start, end]``, the last where there are several."""
        index = bisect_right(self._break_starts, end) - 1
        return self._block(self._breaks[index]) if index >= 0 and self._break_starts[index] >= start else None

    def headings(self, text: str) -> tuple[Heading, ...]:
        """List titles and headings in order; ``text`` is the canonical text."""
        found = (self._block(row) for row in self._rows if self._kinds[row] in _HEADINGS)
        return tuple(
            Heading(
                " ".join(text[block.start : block.end].split()),
                0 if block.kind is BlockKind.TITLE else max(1, block.level),
                Span(block.start, block.end),
            )
            for block in found
        )

    def paragraph(self, number: int) -> Block | None:
        """Find the block with a number."""
        return next((self._block(row) for row in self._rows if self._numbers[row] == number), None)

    def page(self, label: str) -> Block | None:
        """Find where a page begins, by its printed label, else by its physical number."""
        in_order = (*self._breaks, *self._rows)
        labelled = (row for row in in_order if self._labels[row] == label)
        numbered = (row for row in in_order if self._pages[row] is not None and str(self._pages[row]) == label)
        row = next(chain(labelled, numbered), None)
        return None if row is None else self._block(row)
