"""What the blocks of a text version tell the viewer: what a stretch is, its number, headings and pages."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from storage.domain.document import Block, BlockKind
from storage.domain.search import Span

_HEADINGS = (BlockKind.TITLE, BlockKind.HEADING)


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
    """The blocks of a text, asked by place, number or page; offsets are code points."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._blocks = [block for block in blocks if block.kind is not BlockKind.PAGE_BREAK]
        self._starts = [block.start for block in self._blocks]
        self._breaks = [block for block in blocks if block.kind is BlockKind.PAGE_BREAK]
        self._break_starts = [block.start for block in self._breaks]

    def place(self, start: int, end: int) -> Place:
        """Tell what a display block ``[start, end)`` shows."""
        index = bisect_right(self._starts, start) - 1
        if index >= 0 and self._blocks[index].end > start:
            return Place(self._blocks[index], begins=self._starts[index] == start)
        following = index + 1
        if following < len(self._blocks) and self._starts[following] < end:
            return Place(self._blocks[following], begins=True)
        return Place(None, begins=False)

    def page_break(self, start: int, end: int) -> Block | None:
        """Give the page break that stands in ``[start, end]``, the last where there are several."""
        index = bisect_right(self._break_starts, end) - 1
        return self._breaks[index] if index >= 0 and self._breaks[index].start >= start else None

    def headings(self, text: str) -> tuple[Heading, ...]:
        """List titles and headings in order; ``text`` is the canonical text."""
        return tuple(
            Heading(
                " ".join(text[block.start : block.end].split()),
                0 if block.kind is BlockKind.TITLE else max(1, block.level),
                Span(block.start, block.end),
            )
            for block in self._blocks
            if block.kind in _HEADINGS
        )

    def paragraph(self, number: int) -> Block | None:
        """Find the block with a number."""
        return next((block for block in self._blocks if block.number == number), None)

    def number_at(self, offset: int) -> int:
        """Give the number of the block an offset lies in, or of the last before it; 0 where there is none."""
        index = bisect_right(self._starts, offset) - 1
        return self._blocks[index].number if index >= 0 else 0

    def page(self, label: str) -> Block | None:
        """Find where a page begins, by its printed label, else by its physical number."""
        for block in (*self._breaks, *self._blocks):
            if block.page_label == label:
                return block
        for block in (*self._breaks, *self._blocks):
            if block.page is not None and str(block.page) == label:
                return block
        return None
