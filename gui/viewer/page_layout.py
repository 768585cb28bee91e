"""Where pages lie: one below the other, centred, at a scale."""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QPointF, QRectF

from storage.domain.pages import PageSize

GAP = 14
"""Pixels around each page."""


class PageLayout:
    """Lengths on a page are points, elsewhere pixels; pages are numbered from 0."""

    def __init__(self, sizes: Sequence[PageSize] = (), scale: float = 1.0) -> None:
        self.sizes = tuple(sizes)
        self.scale = scale
        self._tops = [float(GAP)]
        for size in self.sizes:
            self._tops.append(self._tops[-1] + round(size.height * scale) + GAP)

    @property
    def height(self) -> int:
        """How high all pages are together."""
        return round(self._tops[-1])

    @property
    def widest(self) -> float:
        """The width of the widest page, in points."""
        return max((size.width for size in self.sizes), default=1.0)

    @property
    def tallest(self) -> float:
        """The height of the tallest page, in points."""
        return max((size.height for size in self.sizes), default=1.0)

    def top(self, page: int) -> float:
        """Return where a page begins, from the top of all."""
        return self._tops[page]

    def page_at(self, y: float) -> int:
        """Return the page at a height from the top of all, or the nearest."""
        return max(0, min(bisect_right(self._tops, y) - 1, len(self.sizes) - 1))

    def shown(self, top: float, height: float) -> Iterator[int]:
        """Yield the pages that show in a window of so many pixels."""
        page = max(0, bisect_right(self._tops, top) - 1)
        while page < len(self.sizes) and self._tops[page] < top + height:
            yield page
            page += 1

    def left(self, page: int, room: int) -> float:
        """Return where a page begins in a window so wide."""
        return max(float(GAP), float(round((room - self.sizes[page].width * self.scale) / 2)))

    def placed(self, page: int, box: QRectF, room: int) -> QRectF:
        """Return where a box on a page lies, from the top of all pages, in a window so wide."""
        scale = self.scale
        left, top = self.left(page, room) + box.left() * scale, self._tops[page] + box.top() * scale
        return QRectF(left, top, box.width() * scale, box.height() * scale)

    def placing(self, corner: QPointF) -> Callable[[QRectF], QRectF]:
        """Return what places the many boxes of one page, whose upper left corner is given, as ``placed`` does."""
        left, top, scale = corner.x(), corner.y(), self.scale
        return lambda box: QRectF(
            left + box.left() * scale, top + box.top() * scale, box.width() * scale, box.height() * scale
        )

    def sheet(self, page: int, room: int) -> QRectF:
        """Return where a whole page lies."""
        return self.placed(page, QRectF(0, 0, self.sizes[page].width, self.sizes[page].height), room)
