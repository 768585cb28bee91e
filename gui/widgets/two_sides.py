"""Views in tabs on a left side, and on a right side too when the reader wants two beside each other."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QSplitter, QWidget

from gui.widgets.view_tabs import ViewTabs


class TwoSides(QSplitter):
    """Holds views on two sides, of which the right one is shown while it holds any; the left one is never empty alone.

    Signals:
        shown_changed: nothing; another view may be in front on the side in which the reader is.
        close_requested: the view whose cross was clicked.
    """

    shown_changed = Signal()
    close_requested = Signal(object)

    def __init__(self, colour: QColor, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._left, self._right = self._sides = (ViewTabs(colour), ViewTabs(colour))
        self._side = self._left
        for side in self._sides:
            self.addWidget(side)
            side.currentChanged.connect(self.shown_changed)
            side.close_requested.connect(self.close_requested)
        self.setChildrenCollapsible(False)
        self._settle()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow_keyboard)

    @property
    def shown(self) -> QWidget | None:
        """The view in front on the side in which the reader is."""
        return self._side.currentWidget()

    @property
    def is_divided(self) -> bool:
        """Whether views stand side by side."""
        return all(side.count() for side in self._sides)

    @property
    def place(self) -> QWidget:
        """What the views of the left side are parts of."""
        return self._left.place

    def views(self) -> list[QWidget]:
        """Return all views, those of the left side first."""
        return [view for side in self._sides for view in side.views()]

    def right_views(self) -> list[QWidget]:
        """Return the views of the right side."""
        return self._right.views()

    def add(self, view: QWidget, title: str) -> None:
        """Add a view on the side in which the reader is."""
        self._side.add(view, title)

    def remove(self, view: QWidget) -> None:
        """Take a view out."""
        self._side_of(view).take(view)
        self._settle()
        self.shown_changed.emit()

    def bring_to_front(self, view: QWidget) -> None:
        """Show a view and go to its side."""
        side = self._side_of(view)
        side.setCurrentWidget(view)
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
        with QSignalBlocker(self):  # else nothing would be in front for a moment, and all be shown anew after it
            if there is self._right:
                self._show_right()  # before any view comes to its place, so that each is laid out once
            there.add(view, here.take(view))
            there.setCurrentWidget(view)
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
        return next(side for side in self._sides if side.indexOf(view) >= 0)

    def _settle(self) -> None:
        """Show two sides only while both hold views, and let the right one step in for an empty left one."""
        if not self._left.count():
            for view in self._right.views():
                self._left.add(view, self._right.take(view))
        if not self._side.count():
            self._side = self._left
        if self._right.count():
            self._show_right()
        else:
            self._right.hide()
        self._mark()

    def _show_right(self) -> None:
        """Show the right side, as wide as the left one when it comes."""
        if not self._right.isVisible():
            self._right.show()
            half = max(1, self.width() // 2)
            self.setSizes([half, half])

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
        if now is not None and self.is_divided:
            self._go_to(next((side for side in self._sides if side.isAncestorOf(now)), self._side))
