"""Views in tabs on a left side, and on a right side too when the reader wants two beside each other."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSignalBlocker, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QSplitter, QWidget
from typing_extensions import override

from gui.widgets.view_tabs import ViewTabs


class _AroundSides(QWidget):
    """Holds two rows of tabs beside each other, and asks for the room that these and the views over them need."""

    def __init__(self, colour: QColor, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self._left, self._right = self._sides = (ViewTabs(colour), ViewTabs(colour))
        self._least = QSize()
        for side in self._sides:
            self._splitter.addWidget(side)
        self._splitter.setChildrenCollapsible(False)
        self._line = self._splitter.handle(1)
        self._line.setParent(self)  # it can be taken two pixels beside it, over the views; both begin at the same point

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            for side in self._sides:
                side.follow_views()
            least = self.minimumSizeHint()
            if least != self._least:
                self._least = least
                self.updateGeometry()
        return super().event(event)

    @override
    def minimumSizeHint(self) -> QSize:
        return self._splitter.minimumSizeHint()

    @override
    def sizeHint(self) -> QSize:
        return self._splitter.sizeHint()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._splitter.setGeometry(self.rect())


class TwoSides(_AroundSides):
    """Holds views on two sides, of which the right one is shown while it holds any; the left one is never empty alone.

    The views are parts of this widget, laid over the rooms that the sides have for them.

    Signals:
        shown_changed: nothing; another view may be in front on the side in which the reader is.
        close_requested: the view whose cross was clicked.
    """

    shown_changed = Signal()
    close_requested = Signal(object)

    def __init__(self, colour: QColor, parent: QWidget | None = None) -> None:
        super().__init__(colour, parent)
        self._side = self._left
        self._in_front: dict[ViewTabs, QWidget | None] = {}
        self._is_moving = False
        for side in self._sides:
            side.currentChanged.connect(self._show_views)
            side.currentChanged.connect(self.shown_changed)
            side.close_requested.connect(self.close_requested)
            for part in (side, side.rooms):
                part.installEventFilter(self)
        self._settle()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow_keyboard)

    @property
    def shown(self) -> QWidget | None:
        """The view in front on the side in which the reader is."""
        return self._side.front

    @property
    def is_divided(self) -> bool:
        """Whether views stand side by side."""
        return all(side.count() for side in self._sides)

    @property
    def room(self) -> QSize:
        """The size of a view on the left side."""
        return self._left.rooms.size()

    def views(self) -> list[QWidget]:
        """Return all views, those of the left side first."""
        return [view for side in self._sides for view in side.views()]

    def right_views(self) -> list[QWidget]:
        """Return the views of the right side."""
        return self._right.views()

    def add(self, view: QWidget, title: str) -> None:
        """Add a view, which is a part of this widget, on the side in which the reader is."""
        self._side.add(view, title)

    def remove(self, view: QWidget) -> None:
        """Take a view out."""
        with self._moving():
            self._side_of(view).take(view)
            self._settle()
        self.shown_changed.emit()

    def bring_to_front(self, view: QWidget) -> None:
        """Show a view and go to its side."""
        side = self._side_of(view)
        side.bring_to_front(view)
        self._go_to(side)

    def step(self, by: int) -> None:
        """Bring the next view of the side in which the reader is to the front (+1), or the one before (-1)."""
        self._side.step(by)

    def move_across(self, view: QWidget) -> None:
        """Move a view to the other side and go there with it; the only one of all stays."""
        here = self._side_of(view)
        if here is self._left and here.count() == 1:
            return
        there = self._right if here is self._left else self._left
        with self._moving(), QSignalBlocker(self):  # else nothing would be in front for a moment, and all be told
            there.add(view, here.take(view))
            there.bring_to_front(view)
            self._side = there
            self._settle()
        view.setFocus()
        self.shown_changed.emit()

    def set_title(self, view: QWidget, title: str) -> None:
        """Name a view."""
        self._side_of(view).set_title(view, title)

    def set_colour(self, colour: QColor) -> None:
        """Draw the crosses in another colour."""
        for side in self._sides:
            side.set_colour(colour)

    def _side_of(self, view: QWidget) -> ViewTabs:
        return next(side for side in self._sides if side.place_of(view) >= 0)

    def _settle(self) -> None:
        """Show two sides only while both hold views, and let the right one step in for an empty left one."""
        if not self._left.count():
            for view in self._right.views():
                self._left.add(view, self._right.take(view))
        if not self._side.count():
            self._side = self._left
        if self._right.count():
            self._show_right()
        elif not self._right.isHidden():
            self._right.hide()
            self._splitter.refresh()  # now: views are laid over rooms that have the size they keep
        self._mark()

    def _show_right(self) -> None:
        """Show the right side, as wide as the left one when it comes."""
        if not self._right.isVisible():
            self._right.show()
            self._splitter.refresh()
            half = max(1, self.width() // 2)
            self._splitter.setSizes([half, half])

    def _mark(self) -> None:
        for side in self._sides:
            side.set_active(side is self._side or not self.is_divided)

    def _go_to(self, side: ViewTabs) -> None:
        if side is not self._side:
            self._side = side
            self._mark()
            self.shown_changed.emit()

    @Slot(QWidget, QWidget)
    def _follow_keyboard(self, _before: QWidget | None, now: QWidget | None) -> None:
        # In another window it may be that this one is being taken apart.
        if now is not None and self.isAncestorOf(now) and self.is_divided:
            self._go_to(next((side for side in self._sides if _holds(side, now)), self._side))

    @contextmanager
    def _moving(self) -> Iterator[None]:
        """Show views only when all are where they belong, so that each is laid out once."""
        self._is_moving = True
        try:
            yield
        finally:
            self._is_moving = False
        self._show_views()

    @Slot()
    def _show_views(self) -> None:
        """Show what is in front on each side, in its room, and hide what was there before."""
        if self._is_moving:
            return
        now = {side: side.front for side in self._sides}
        gone = [view for view in self._in_front.values() if view is not None and view not in now.values()]
        self._in_front = now
        for side, view in now.items():
            if view is not None:
                _lay_over(self, side, view)
                view.show()
        self._keep_keyboard(gone)
        for view in gone:
            view.hide()
        left, right = now.values()
        if left is not None and right is not None:
            parts = self.children()
            if parts.index(left) > parts.index(right):
                right.raise_()  # Tab goes from the left to the right
            self._line.raise_()

    def _keep_keyboard(self, gone: list[QWidget]) -> None:
        """Let the view in front take the keyboard over from one that is about to be hidden."""
        at, shown = QApplication.focusWidget(), self.shown
        if shown is not None and at is not None and any(view.isAncestorOf(at) for view in gone):
            (shown.focusWidget() or shown).setFocus()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            for side, view in self._in_front.items():
                if view is not None and watched in (side, side.rooms) and not self._is_moving:
                    _lay_over(self, side, view)
        return False

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._side.keyPressEvent(event)  # the keys that go from tab to tab


def _holds(side: ViewTabs, part: QWidget) -> bool:
    """Tell whether a part of the window stands on a side: among its tabs or in its views."""
    return side.isAncestorOf(part) or any(view.isAncestorOf(part) for view in side.views())


def _lay_over(whole: QWidget, side: ViewTabs, view: QWidget) -> None:
    """Lay a view, which is a part of the whole, over the room it has on a side."""
    rooms = side.rooms
    view.setGeometry(QRect(rooms.mapTo(whole, QPoint()), rooms.size()))
