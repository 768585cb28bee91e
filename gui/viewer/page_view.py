"""What a reader does on printed pages: select, point, walk with the keys, copy, ask for a menu."""

from bisect import bisect_right

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QContextMenuEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from gui.viewer.appearance import ViewerAppearance
from gui.viewer.layers import Layers
from gui.viewer.page_canvas import LINE, PageCanvas
from gui.viewer.page_map import MappedPage
from gui.viewer.wishes import COLOUR_KEYS, MarkRequest, MenuRequest
from storage.domain.search import Span


class PageView(PageCanvas):
    """The pages with their mouse and keyboard; it changes nothing and tells what is wished.

    Signals:
        span_selected: the selected ``Span``, or None when nothing is selected any more.
        mark_requested: a ``MarkRequest``, by the keys 1 to 4 over a selection.
        mark_activated: the ``AnnotationId`` of the mark that was clicked.
        mention_activated: the ``Mention`` there.
        menu_requested: a ``MenuRequest``.
    """

    span_selected = Signal(object)
    mark_requested = Signal(object)
    mark_activated = Signal(object)
    mention_activated = Signal(object)
    menu_requested = Signal(object)
    spoken_role = QAccessible.Role.Document

    def __init__(self, appearance: ViewerAppearance, layers: Layers, parent: QWidget | None = None) -> None:
        super().__init__(appearance, layers, parent)
        self._pressed: QPointF | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Pages of the document"))
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)

    def spoken(self) -> str:
        """Say the text of the pages in view, for a screen reader: what is painted are pictures."""
        shown = self.visible_span()
        return self.text[shown.start : shown.end]

    def selected_span(self) -> Span | None:
        """Give the selected range, or None."""
        if self.loader is None or self.selection.is_empty:
            return None
        found = [
            self.loader.characters_now(page).span(*self.selection.on_page(page)) for page in self.selection.pages()
        ]
        spans = [span for span in found if span is not None]
        return Span(min(span.start for span in spans), max(span.end for span in spans)) if spans else None

    def clear_selection(self) -> None:
        """Select nothing."""
        self.selection.clear()
        self._tell_selection()

    def copy(self) -> None:
        """Copy the selected words from the canonical text."""
        span = self.selected_span()
        if span is not None:
            QGuiApplication.clipboard().setText(self.text[span.start : span.end])

    def caret(self) -> int:
        """Give the offset from which the next hit is looked for: the selection, else what stands on top."""
        span = self.selected_span()
        return span.start if span is not None else self.visible_span().start

    def _offset_at(self, point: QPointF) -> int | None:
        at = self.at(point)
        if at is None or self.loader is None:
            return None
        found = self.loader.characters_now(at[0])
        index = found.character_at(at[1])
        span = found.span(index, index + 1) if index is not None else None
        return span.start if span is not None else None

    def _caret_at(self, point: QPointF) -> tuple[int, int] | None:
        at = self.at(point)
        if at is None or self.loader is None:
            return None
        return at[0], self.loader.characters_now(at[0]).caret_at(at[1])

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        self._pressed = event.position()
        caret = self._caret_at(event.position())
        if caret is not None:
            extends = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.selection.reach(*caret) if extends else self.selection.begin(*caret)
            self._tell_selection()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            return
        caret = self._caret_at(event.position())
        if caret is not None:
            self.selection.reach(*caret)
            self._tell_selection()
        over = event.position().y() - self.viewport().height()
        outside = over if over > 0 else min(0.0, event.position().y())
        self.verticalScrollBar().setValue(self.verticalScrollBar().value() + round(outside / 2))

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, None
        if pressed is None or not self.selection.is_empty:
            return
        if (event.position() - pressed).manhattanLength() < QApplication.startDragDistance():
            offset = self._offset_at(event.position())
            if offset is not None:
                self._activate(offset)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        at = self.at(event.position())
        if at is None or self.loader is None:
            return
        found = self.loader.characters_now(at[0])
        index = found.character_at(at[1])
        if index is not None:
            first, last = found.word_at(index)
            self.selection.begin(at[0], first)
            self.selection.reach(at[0], last)
            self._tell_selection()

    def _activate(self, offset: int) -> None:
        mark = self.layers.next_mark(offset)
        if mark is not None:
            self.layers.active = mark.id
            self.update_layers()
            self.mark_activated.emit(mark.id)
        mention = self.layers.shortest_mention(offset)
        if mention is not None:
            self.mention_activated.emit(mention)

    def _tell_selection(self) -> None:
        self.viewport().update()
        self.span_selected.emit(self.selected_span())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        span = self.selected_span()
        colour = COLOUR_KEYS.get(event.key()) if not event.modifiers() else None
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif colour is not None and span is not None:
            self.mark_requested.emit(MarkRequest(span, colour))
        elif not self._select_by_key(event) and not self._scroll_by_key(event):
            super().keyPressEvent(event)

    def _select_by_key(self, event: QKeyEvent) -> bool:
        """Let Shift with an arrow take in one character more or fewer, with Ctrl one word."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None or not event.modifiers() & Qt.KeyboardModifier.ShiftModifier or self.loader is None:
            return False
        if self.selection.focus is None:
            start = self.visible_span().start
            page = self.loader.ranges.page_of(start)
            found = self.loader.characters_now(page)
            at = bisect_right(found.offsets, max(0, start - 1))
            self.selection.begin(page, found.indices[at] if at < len(found.indices) else 0)
        by_word = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        self.selection.step(step, by_word, self._length_of, self._character)
        self._tell_selection()
        return True

    def _length_of(self, page: int) -> int:
        found = self._found(page)
        return len(found.characters.text) if found is not None else -1

    def _character(self, page: int, index: int) -> str:
        found = self._found(page)
        return found.characters.text[index] if found is not None else " "

    def _found(self, page: int) -> MappedPage | None:
        inside = self.loader is not None and 0 <= page < len(self.pages.sizes)
        return self.loader.characters_now(page) if inside and self.loader is not None else None

    def _scroll_by_key(self, event: QKeyEvent) -> bool:
        bar = self.verticalScrollBar()
        places = {
            Qt.Key.Key_Down: bar.value() + LINE,
            Qt.Key.Key_Up: bar.value() - LINE,
            Qt.Key.Key_PageDown: bar.value() + bar.pageStep(),
            Qt.Key.Key_PageUp: bar.value() - bar.pageStep(),
            Qt.Key.Key_Home: bar.minimum(),
            Qt.Key.Key_End: bar.maximum(),
        }
        place = places.get(Qt.Key(event.key()))
        if place is None:
            return False
        bar.setValue(place)
        return True

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and event.angleDelta().y():
            self.step_zoom(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        offset = self._offset_at(QPointF(event.pos())) if by_mouse else self.caret()
        point = event.globalPos() if by_mouse else self.viewport().mapToGlobal(self.viewport().rect().center())
        self.menu_requested.emit(MenuRequest(point.x(), point.y(), offset))
