"""The parts around an open document, wired to each other: head, find bar, text, pages, strip, outline and legend."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget
from typing_extensions import override

from gui.viewer.appearance import ViewerAppearance
from gui.viewer.find_bar import FindBar
from gui.viewer.head import DocumentHead
from gui.viewer.hit_walker import HitWalker
from gui.viewer.layers import Hits, Layer
from gui.viewer.legend import Legend
from gui.viewer.outline import Outline
from gui.viewer.strip import Strip
from gui.viewer.text_view import TextView
from gui.viewer.wishes import HitPosition, Mode
from storage.domain.document import Block
from storage.domain.search import Span
from storage.text.finding import Find

if TYPE_CHECKING:
    from gui.viewer.page_area import PageArea
    from gui.viewer.page_map import MappedPages
    from gui.viewer.page_view import PageView

_LONGEST_WORDS_TO_FIND = 200


class _Hairline(QWidget):
    """A line between two parts."""

    def __init__(self, colour: QColor, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedHeight(1)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.set_colour(colour)

    def set_colour(self, colour: QColor) -> None:
        self.setStyleSheet(f"_Hairline {{ background: {colour.name()}; }}")


class ReadingPane(QWidget):
    """Composes the viewer's parts; what goes out of it goes through ``DocumentView``.

    Ctrl+F, F3 and Esc are taken as key presses, not as shortcuts: where the window has actions with the same keys,
    those come first and neither is ambiguous.

    Signals:
        place_changed: the ``Span`` the reader went to by strip, outline or hit.
        pages_requested: nothing; the pages were chosen and are to be given by ``show_pages``.
        page_view_made: the ``PageView``, when pages are shown for the first time.
    """

    place_changed = Signal(object)
    pages_requested = Signal()
    page_view_made = Signal(object)

    def __init__(self, appearance: ViewerAppearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # Each part is made where it stands: one that comes there later is dressed by the style sheets a second time.
        bodies = QWidget(self)
        reading = QWidget(bodies)
        self.head = DocumentHead(appearance, self)
        self.find_bar = FindBar(self)
        self.find_bar.set_appearance(appearance)
        self.find_bar.hide()
        self.text_view = TextView(appearance, reading)
        self.page_area: PageArea | None = None
        self.strip = Strip(appearance, self.text_view.layers, reading)
        self.legend = Legend(appearance, self)
        self.outline = Outline(appearance, bodies)
        self.walker = HitWalker(self)
        self._hairlines = (_Hairline(appearance.line, self), _Hairline(appearance.line, self))
        self._compose(bodies, reading)
        self.find_bar.closed.connect(self._end_find)
        self.find_bar.find_requested.connect(self._begin_find)
        self.find_bar.step_requested.connect(self.step)
        self.head.mode_chosen.connect(self._switch_mode)
        self.legend.layer_switched.connect(self._switch_layer)
        self.outline.place_requested.connect(self._go_to_heading)
        self.strip.place_requested.connect(self._go_to_offset)
        self.text_view.column_moved.connect(self.head.set_left)
        self.text_view.column_moved.connect(self.outline.set_left)
        self.walker.find_failed.connect(self.find_bar.show_problem)
        self.walker.hit_changed.connect(self._show_hit_position)
        self.walker.hits_changed.connect(self._show_hits)
        self.walker.place_requested.connect(self.go_to)

    def _compose(self, bodies: QWidget, reading: QWidget) -> None:
        row = QHBoxLayout(reading)
        row.addWidget(self.text_view, 1)
        row.addWidget(self.strip)
        self._bodies = QStackedLayout(bodies)
        self._bodies.addWidget(reading)
        self._bodies.addWidget(self.outline)
        above, below = self._hairlines
        column = QVBoxLayout(self)
        for part in (self.head, above, self.find_bar, bodies, below, self.legend):
            column.addWidget(part, 1 if part is bodies else 0)
        for box in (row, column):
            box.setContentsMargins(0, 0, 0, 0)
            box.setSpacing(0)

    @property
    def reader(self) -> "TextView | PageView":
        """What the reader reads in: the text or the pages."""
        area = self.page_area
        return area.view if area is not None and self._bodies.currentWidget() is area else self.text_view

    def make_page_area(self) -> "PageArea":
        """Make the pages' part of the pane when it is first needed, for a quick start."""
        from gui.viewer.page_area import PageArea

        if self.page_area is not None:
            return self.page_area
        area = self.page_area = PageArea(self.text_view.appearance, self.text_view.layers)
        self._bodies.addWidget(area)
        self.page_view_made.emit(area.view)
        return area

    def show_pages(self, pages: "MappedPages") -> None:
        """Show the pages that were asked for, at the place the reader has come to in the text."""
        place = self.text_view.visible_span().start
        area = self.make_page_area()
        self._bodies.setCurrentWidget(area)
        area.show_pages(pages, place)
        area.setFocus()

    def step_pages(self, by: int) -> bool:
        """Draw the pages one step larger (+1) or smaller (-1); tell whether pages are shown."""
        if self.page_area is None or self.reader is self.text_view:
            return False
        self.page_area.view.step_zoom(by)
        return True

    def show_layers(self) -> None:
        """Show highlights, strip and counts anew after a layer has changed."""
        self.update_layers()
        self.strip.show_layers()
        self.legend.set_counts(self.text_view.layers.counts())

    def update_layers(self) -> None:
        """Paint the highlights anew."""
        self.text_view.update_layers()
        if self.page_area is not None:
            self.page_area.view.update_layers()

    def reset(self) -> None:
        """Make ready for another document."""
        self.find_bar.hide()
        self.walker.clear()
        if self.page_area is not None:
            self.page_area.release()
        self.head.choose(Mode.TEXT)
        self.strip.set_length(len(self.text_view.text))
        self.show_layers()

    def set_look(self, appearance: ViewerAppearance, zoom: float) -> None:
        """Draw everything in another look and the text at a zoom."""
        self.text_view.set_look(appearance, zoom)
        for part in (self.head, self.find_bar, self.strip, self.legend, self.outline, self.page_area):
            if part is not None:
                part.set_appearance(appearance)
        for hairline in self._hairlines:
            hairline.set_colour(appearance.line)

    def open_find(self) -> None:
        """Open the find bar with the selected words."""
        span = self.reader.selected_span()
        short = span is not None and span.end - span.start <= _LONGEST_WORDS_TO_FIND
        words = " ".join(self.text_view.text[span.start : span.end].split()) if span and short else ""
        self._leave_outline()
        self.find_bar.open_with(words)

    def _leave_outline(self) -> None:
        if self._bodies.currentWidget() is self.outline:
            self.head.choose(Mode.TEXT)

    @Slot(object)
    def step(self, by: int) -> None:
        """Go to the next hit (+1) or the one before (-1)."""
        self.walker.step(by, self.reader.caret())

    @Slot(object)
    def go_to(self, span: Span) -> None:
        """Bring a range into view and tell so."""
        self.reveal(span)
        self.place_changed.emit(span)

    def reveal(self, span: Span) -> None:
        """Bring the beginning of a range into view, in the text or on its page."""
        self._leave_outline()
        self.reader.reveal(span)

    def show_block(self, block: Block | None) -> bool:
        """Bring the beginning of a block to the top; tell whether there is one."""
        if block is None:
            return False
        self.reveal(Span(block.start, block.end))
        self.reader.scroll_to(block.start)
        return True

    @Slot(object)
    def _begin_find(self, wanted: Find) -> None:
        self.walker.begin_find(self.text_view.text, wanted, self.reader.visible_span().start)

    @Slot()
    def _end_find(self) -> None:
        self.walker.end_find()
        self.reader.setFocus()

    @Slot(object)
    def _show_hits(self, hits: Hits) -> None:
        self.text_view.layers.hits = hits
        self.show_layers()

    @Slot(object)
    def _show_hit_position(self, position: HitPosition) -> None:
        self.find_bar.show_position(position if self.walker.is_finding else None)
        self.update_layers()
        self.strip.update()

    @Slot(object)
    def _switch_layer(self, layer: Layer) -> None:
        self.text_view.layers.switch(layer, on=self.legend.is_on(layer))
        self.update_layers()
        self.strip.show_layers()

    @Slot(object)
    def _switch_mode(self, mode: Mode) -> None:
        if mode is Mode.PAGES:
            self.pages_requested.emit()
            return
        if mode is Mode.OUTLINE:
            self.outline.set_headings(self.text_view.structure.headings(self.text_view.text))
        place = self.reader.visible_span().start if self.reader is not self.text_view else None
        self._bodies.setCurrentIndex(0 if mode is Mode.TEXT else self._bodies.indexOf(self.outline))
        if place is not None:
            self.text_view.scroll_to(place)
        (self.outline.list if mode is Mode.OUTLINE else self.text_view).setFocus()

    @Slot(object)
    def _go_to_heading(self, span: Span) -> None:
        self.reveal(span)
        self.reader.scroll_to(span.start)
        self.place_changed.emit(span)

    @Slot(object)
    def _go_to_offset(self, offset: int) -> None:
        self.go_to(Span(offset, offset))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Find):
            self.open_find()
        elif event.matches(QKeySequence.StandardKey.FindNext):
            self.step(1)
        elif event.matches(QKeySequence.StandardKey.FindPrevious):
            self.step(-1)
        elif event.key() == Qt.Key.Key_Escape and self.find_bar.isVisible():
            self.find_bar.close_bar()
        else:
            super().keyPressEvent(event)
