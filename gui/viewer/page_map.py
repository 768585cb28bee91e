"""The way between the characters on a printed page and the code points of the canonical text."""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF

from storage.domain.document import BlockKind, TextVersion
from storage.domain.pages import PageCharacters, Pages
from storage.domain.search import Span
from storage.text.page_alignment import NOWHERE, align

_SAME_LINE = 0.5
_MOST_KNOWN = 2_000
"""Ranges of a page whose boxes are kept, since every hit and mark of it is painted again and again."""


@dataclass(frozen=True, slots=True)
class MappedPage:
    """A page's characters and the offset of each in the canonical text; ``offsets`` and ``indices`` lead back.

    ``offsets`` are the places that stand on the page, ascending, and ``indices`` the characters that stand for them.
    """

    characters: PageCharacters
    places: "array[int]"
    offsets: "array[int]"
    indices: "array[int]"
    _known: dict[tuple[int, int], tuple[QRectF, ...]] = field(default_factory=dict, compare=False, repr=False)

    def box(self, index: int) -> QRectF:
        """Return the box of a character, in points from the page's upper left corner."""
        left, top, right, bottom = self.characters.boxes[4 * index : 4 * index + 4]
        return QRectF(left, top, right - left, bottom - top)

    def boxes(self, start: int, end: int) -> tuple[QRectF, ...]:
        """Return the boxes that a range of the canonical text fills on this page, one for each line."""
        found = self._known.get((start, end))
        if found is None:
            first, last = bisect_left(self.offsets, start), bisect_left(self.offsets, end)
            found = tuple(_lines(self.characters.boxes, self.indices[first:last]))
            if len(self._known) >= _MOST_KNOWN:
                self._known.clear()
            self._known[start, end] = found
        return found

    def span(self, first: int, last: int) -> Span | None:
        """Return the range of the canonical text that the characters ``[first, last)`` of the page stand for."""
        places = [place for place in self.places[first:last] if place != NOWHERE]
        return Span(min(places), max(places) + 1) if places else None

    def character_at(self, point: QPointF) -> int | None:
        """Return the character whose box holds a point of the page, or None."""
        boxes, x, y = self.characters.boxes, point.x(), point.y()
        for index in range(len(self.characters.text)):
            left, top, right, bottom = boxes[4 * index : 4 * index + 4]
            if left <= x < right and top <= y < bottom:
                return index
        return None

    def caret_at(self, point: QPointF) -> int:
        """Return before which character a caret stands that is put at a point, in the nearest line."""
        boxes, x, y = self.characters.boxes, point.x(), point.y()
        nearest, distance = 0, float("inf")
        for index in range(len(self.characters.text)):
            left, top, right, bottom = boxes[4 * index : 4 * index + 4]
            if right <= left:
                continue
            away = max(top - y, y - bottom, 0.0) * 20 + max(left - x, x - right, 0.0)
            if away < distance:
                nearest, distance = (index + 1 if x > (left + right) / 2 else index), away
        return nearest

    def word_at(self, index: int) -> tuple[int, int]:
        """Return where the word of a character begins and ends."""
        text = self.characters.text
        start = end = index
        while start > 0 and text[start - 1].isalnum():
            start -= 1
        while end < len(text) and text[end].isalnum():
            end += 1
        return start, max(end, index + 1)


class PageRanges:
    """Which range of the canonical text stands on which page; pages are numbered from 0."""

    def __init__(self, version: TextVersion, pages: int) -> None:
        breaks = {block.page: block for block in version.blocks if block.kind is BlockKind.PAGE_BREAK}
        self.labels = tuple(
            (breaks[number].page_label or str(number)) if number in breaks else str(number)
            for number in range(1, pages + 1)
        )
        starts: list[int] = []
        for number in range(1, pages + 1):
            former = starts[-1] if starts else 0
            starts.append(max(former, breaks[number].start) if number in breaks and number > 1 else former)
        self._edges = [*starts, len(version.text)]

    def range(self, page: int) -> Span:
        """Return the range of a page."""
        return Span(self._edges[page], self._edges[page + 1])

    def page_of(self, offset: int) -> int:
        """Return the page an offset stands on."""
        return max(0, min(bisect_right(self._edges, offset) - 1, len(self._edges) - 2))


class MappedPages:
    """The pages of a document with its text; may be asked from any thread.

    What takes long to be shown first is read ahead on another thread than the window's: which ranges stand on which
    pages, and the characters of the page to begin with.
    """

    def __init__(self, pages: Pages, version: TextVersion) -> None:
        self.pages = pages
        self.version = version
        self.ranges = PageRanges(version, len(pages.sizes))
        self.read: dict[int, MappedPage] = {}

    def map(self, page: int) -> MappedPage:
        """Read the characters of a page and align them with the text."""
        return mapped(self.pages.characters(page), self.version, self.ranges.range(page))

    def is_ready(self, offset: int) -> bool:
        """Tell whether the page on which an offset stands has been read ahead, or there is none."""
        return not self.pages.sizes or self.ranges.page_of(offset) in self.read

    def read_ahead(self, offset: int) -> None:
        """Read the page on which an offset stands."""
        if not self.is_ready(offset):
            page = self.ranges.page_of(offset)
            self.read[page] = self.map(page)


def mapped(characters: PageCharacters, version: TextVersion, on_page: Span) -> MappedPage:
    """Lead from a page's characters to the canonical text and back."""
    places = align(characters.text, version.text, on_page.start, on_page.end)
    indices = sorted((index for index, place in enumerate(places) if place != NOWHERE), key=places.__getitem__)
    return MappedPage(characters, places, array("q", map(places.__getitem__, indices)), array("q", indices))


def _lines(boxes: "array[float]", indices: "array[int]") -> Iterator[QRectF]:
    """Join the boxes of neighbouring characters that stand in one line.

    This is asked for each mark of a page that comes into view, so it compares plain numbers.
    """
    start = end = upper = lower = 0.0
    for index in indices:
        left, top, right, bottom = boxes[4 * index : 4 * index + 4]
        if right <= left or bottom <= top:
            continue
        overlap = (bottom if bottom < lower else lower) - (top if top > upper else upper)
        height, line_height = bottom - top, lower - upper
        if overlap < _SAME_LINE * (height if height < line_height else line_height) or start == end:
            if start < end:
                yield QRectF(start, upper, end - start, lower - upper)
            start, upper, end, lower = left, top, right, bottom
            continue
        start, end = left if left < start else start, right if right > end else end
        upper, lower = top if top < upper else upper, bottom if bottom > lower else lower
    if start < end:
        yield QRectF(start, upper, end - start, lower - upper)
