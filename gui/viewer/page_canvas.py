"""Printed pages on the screen, one below the other, with their highlights, always at the reader's place."""

from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget
from typing_extensions import override

from gui.theme import PRINTED_PAPER
from gui.viewer.appearance import ViewerAppearance
from gui.viewer.layers import Layers
from gui.viewer.page_layout import GAP, PageLayout
from gui.viewer.page_loader import PageLoader
from gui.viewer.page_map import MappedPages
from gui.viewer.page_painting import PagePainter
from gui.viewer.page_selection import PageSelection
from storage.domain.document import TextVersion
from storage.domain.search import Span

LINE = 60
"""Pixels by which an arrow key scrolls."""
_SMALLEST, _LARGEST, _STEP = 0.25, 6.0, 1.2
_EDGE = 8


class Fit(StrEnum):
    """How large the pages are drawn."""

    WIDTH = "width"
    PAGE = "page"
    FREE = "free"


@dataclass(frozen=True, slots=True)
class _Aim:
    """Where the reader is to come: an offset, whose line comes to the top or only into view."""

    offset: int
    at_top: bool


class PageCanvas(QAbstractScrollArea):
    """Shows the pages of one document. Every offset it takes or gives counts code points of the canonical text.

    Signals:
        page_changed: the number of the page in the middle of the view, counted from 0.
    """

    page_changed = Signal(object)

    def __init__(self, appearance: ViewerAppearance, layers: Layers, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.appearance = appearance
        self.layers = layers
        self.fit = Fit.WIDTH
        self.pages = PageLayout()
        self.loader: PageLoader | None = None
        self.selection = PageSelection()
        self._version: TextVersion | None = None
        self.page = 0
        self._awaited: _Aim | None = None

    @property
    def text(self) -> str:
        """The canonical text."""
        return self._version.text if self._version is not None else ""

    def show_pages(self, pages: MappedPages, offset: int = 0) -> None:
        """Show the pages of a document from an offset on; whatever was shown before is let go of."""
        self.release()
        self._version, self.page = pages.version, 0
        self.pages = PageLayout(pages.pages.sizes)
        self.loader = PageLoader(pages, self)
        self.loader.drawn.connect(self._page_came)
        self.loader.mapped.connect(self._page_came)
        self._lay_out()
        page = self.loader.ranges.page_of(offset)
        if offset > self.loader.ranges.range(page).start:
            self.loader.characters_now(page)  # else the first page would be seen for a moment
        self.scroll_to(offset)

    def release(self) -> None:
        """Let go of the file."""
        if self.loader is not None:
            self.loader.close()
            self.loader.deleteLater()
        self.loader, self._version, self.pages, self._awaited = None, None, PageLayout(), None
        self.selection.clear()

    def set_appearance(self, appearance: ViewerAppearance) -> None:
        """Draw in another look; the pages themselves stay as they were printed."""
        self.appearance = appearance
        self.viewport().update()

    def update_layers(self) -> None:
        """Paint the highlights anew."""
        self.viewport().update()

    def set_fit(self, fit: Fit) -> None:
        """Draw the pages as wide as the view, or so that one is seen whole, at the same place."""
        self.fit = fit
        self._lay_out()

    def step_zoom(self, by: int) -> None:
        """Draw the pages one step larger (+1) or smaller (-1), at the same place."""
        self.fit = Fit.FREE
        self._lay_out(self.pages.scale * _STEP**by)

    def visible_span(self) -> Span:
        """Give the range of the pages on the screen, from the first line that is wholly seen.

        While a page's characters are on their way, it begins about where they will be found to stand.
        """
        top = self.verticalScrollBar().value()
        shown = list(self.pages.shown(top, self.viewport().height()))
        if self.loader is None or not shown:
            return Span(0, 0)
        end = self.loader.ranges.range(shown[-1]).end
        if self._awaited is not None:
            return Span(self._awaited.offset, max(self._awaited.offset, end))
        for page in shown:
            found = self.loader.characters(page)
            edge = (top - self.pages.top(page)) / self.pages.scale
            if found is None:
                on_page, part = self.loader.ranges.range(page), max(0.0, edge / self.pages.sizes[page].height)
                return Span(min(end, on_page.start + round(part * (on_page.end - on_page.start))), end)
            for place, index in zip(found.offsets, found.indices, strict=True):
                if found.characters.boxes[4 * index + 1] >= edge:
                    return Span(place, max(place, end))
        return Span(self.loader.ranges.range(shown[0]).start, end)

    def scroll_to(self, offset: int) -> None:
        """Bring the line of an offset to the top, as soon as it is known; a page's first line brings its upper edge."""
        page = self.loader.ranges.page_of(offset) if self.loader is not None else 0
        if self.loader is not None and self.pages.sizes and offset <= self.loader.ranges.range(page).start:
            self._awaited = None
            self.show_page(page)
        else:
            self._go(_Aim(offset, at_top=True))

    def reveal(self, span: Span) -> None:
        """Bring the beginning of a range into view, as soon as its place is known; what is in view is not moved."""
        self._go(_Aim(span.start, at_top=False))

    def _go(self, aim: _Aim) -> None:
        """Go somewhere, or wait for the characters of the page: to read them would hold the window up."""
        place = self._place(aim.offset)
        self._awaited = aim if place is None and self.loader is not None and self.pages.sizes else None
        if self._awaited is not None and self.loader is not None:
            page = self.loader.ranges.page_of(aim.offset)
            self.loader.forget_others({page})  # else it would wait for what was asked for before
            shown = self.pages.shown(self.verticalScrollBar().value(), self.viewport().height())
            for wanted in (page, *shown):
                self.loader.ask_for(wanted, self._pixels(wanted))
        elif place is not None and aim.at_top:
            self.verticalScrollBar().setValue(int(place.top()) - 1)
        elif place is not None:
            self._bring_into_view(place)

    def _bring_into_view(self, place: QRectF) -> None:
        for bar, middle, room in (
            (self.verticalScrollBar(), place.center().y(), self.viewport().height()),
            (self.horizontalScrollBar(), place.center().x(), self.viewport().width()),
        ):
            if not bar.value() + _EDGE <= middle <= bar.value() + room - _EDGE:
                bar.setValue(round(middle - room / 2))

    @Slot(object)
    def show_page(self, page: int) -> None:
        """Bring the upper edge of a page to the top."""
        self.verticalScrollBar().setValue(round(self.pages.top(page)) - GAP // 2)

    def at(self, point: QPointF) -> tuple[int, QPointF] | None:
        """Give the page under or nearest to a point of the viewport, and the point on it."""
        if not self.pages.sizes:
            return None
        x, y = point.x() + self.horizontalScrollBar().value(), point.y() + self.verticalScrollBar().value()
        page = self.pages.page_at(y)
        left = self.pages.left(page, self.viewport().width())
        return page, QPointF((x - left) / self.pages.scale, (y - self.pages.top(page)) / self.pages.scale)

    def on_screen(self, page: int, box: QRectF) -> QRectF:
        """Give where a box on a page lies in the viewport."""
        placed = self.pages.placed(page, box, self.viewport().width())
        return placed.translated(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())

    def _place(self, offset: int) -> QRectF | None:
        """Give where an offset stands, from the top of all pages, or None while that is not known."""
        if self.loader is None or not self.pages.sizes:
            return None
        page = self.loader.ranges.page_of(offset)
        found = self.loader.characters(page)
        if found is None:
            return None
        at = min(bisect_right(found.offsets, max(0, offset - 1)), len(found.offsets) - 1)
        box = found.box(found.indices[at]) if found.offsets else QRectF(0, 0, 1, 1)
        return self.pages.placed(page, box, self.viewport().width())

    def _lay_out(self, scale: float | None = None) -> None:
        room, pages, top = self.viewport().size(), self.pages, self.verticalScrollBar().value()
        page = pages.page_at(top) if top and pages.sizes else None
        below = (top - pages.top(page)) / pages.scale if page is not None else 0.0
        if self.fit is not Fit.FREE:
            scale = (room.width() - 2 * GAP) / pages.widest
            if self.fit is Fit.PAGE:
                scale = min(scale, (room.height() - 2 * GAP) / pages.tallest)
        self.pages = pages = PageLayout(pages.sizes, min(max(scale or pages.scale, _SMALLEST), _LARGEST))
        vertical, horizontal = self.verticalScrollBar(), self.horizontalScrollBar()
        vertical.setRange(0, max(0, pages.height - room.height()))
        vertical.setPageStep(room.height())
        vertical.setSingleStep(LINE)
        horizontal.setRange(0, max(0, round(pages.widest * pages.scale) + 2 * GAP - room.width()))
        horizontal.setPageStep(room.width())
        if page is not None:
            vertical.setValue(round(pages.top(page) + below * pages.scale))
        self.viewport().update()

    @Slot(object)
    def _page_came(self, page: int) -> None:
        aim = self._awaited
        if aim is not None and self.loader is not None and self.loader.ranges.page_of(aim.offset) == page:
            self._go(aim)
        if page in self.pages.shown(self.verticalScrollBar().value(), self.viewport().height()):
            self.viewport().update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self.appearance.line)
        shown = list(self.pages.shown(self.verticalScrollBar().value(), self.viewport().height()))
        if self.loader is not None and shown:
            awaited = () if self._awaited is None else (self.loader.ranges.page_of(self._awaited.offset),)
            self.loader.forget_others({*range(shown[0] - 2, shown[-1] + 3), *awaited})
            for page in shown:
                self._paint_page(painter, self.loader, page)
            self._look_ahead(self.loader, shown)
        painter.end()

    def _paint_page(self, painter: QPainter, loader: PageLoader, page: int) -> None:
        size = self.pages.sizes[page]
        sheet = self.on_screen(page, QRectF(0, 0, size.width, size.height))
        painter.fillRect(sheet, PRINTED_PAPER)
        picture = loader.picture(page, self._pixels(page))
        if picture is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(sheet, picture)
        found = loader.characters(page)
        if found is not None:
            place = self.pages.placing(sheet.topLeft())
            highlights = PagePainter(painter, self.appearance, found, place)
            highlights.paint(self.layers, loader.ranges.range(page), self.selection.on_page(page))

    def _look_ahead(self, loader: PageLoader, shown: list[int]) -> None:
        """Ask for the pages next to those on the screen, so that scrolling finds them drawn."""
        for page in (shown[-1] + 1, shown[0] - 1):
            if 0 <= page < len(self.pages.sizes):
                loader.ask_for(page, self._pixels(page))

    def _pixels(self, page: int) -> int:
        return max(1, round(self.pages.sizes[page].width * self.pages.scale * self.devicePixelRatioF()))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    @override
    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self._awaited = None  # whoever scrolls meanwhile stays there
        self.viewport().update()
        middle = self.at(QPointF(0, self.viewport().height() / 2))
        if middle is not None and middle[0] != self.page:
            self.page = middle[0]
            self.page_changed.emit(self.page)
