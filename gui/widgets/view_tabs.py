"""Tabs for views that can be closed, of which one row or another is the one the reader works in.

A tab has a room and no view in it: the views are parts of the widget around all rows, which lays them over the rooms.
A view that goes from one row to another stays where it is in the tree of widgets then; Qt would dress every part of it
anew otherwise, which takes longer than all the rest.
"""

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QStackedWidget, QTabBar, QTabWidget, QToolButton, QWidget
from typing_extensions import override

from gui.plain_words import tooltip
from gui.widgets.icons import icon

_LONGEST_TITLE = 28


class _Room(QWidget):
    """The room under a tab; it asks for as much as the view that is laid over it."""

    def __init__(self, view: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self.view = view
        self._least = view.minimumSizeHint()

    def follow_view(self) -> None:
        """Ask for another size when the view does."""
        least = self.view.minimumSizeHint()
        if least != self._least:
            self._least = least
            self.updateGeometry()

    @override
    def minimumSizeHint(self) -> QSize:
        return self._least

    @override
    def sizeHint(self) -> QSize:
        return self._least  # Qt asks for it thousands of times


class ViewTabs(QTabWidget):
    """One row of tabs, each with its title cut short and a cross of our own; the style's has a colour of its own.

    Signals:
        close_requested: the view whose cross was clicked.
    """

    close_requested = Signal(object)

    def __init__(self, colour: QColor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colour = colour
        self._titles: dict[QWidget, str] = {}
        self.setAccessibleName(self.tr("Open documents"))
        self.setDocumentMode(True)
        self.setMovable(True)
        self.setElideMode(Qt.TextElideMode.ElideRight)
        self.setUsesScrollButtons(True)

    @property
    def rooms(self) -> QWidget:
        """What has the place and size of all rooms."""
        return next(part for part in self.children() if isinstance(part, QStackedWidget))

    @property
    def front(self) -> QWidget | None:
        """The view whose tab is chosen."""
        room = self.currentWidget()
        return room.view if isinstance(room, _Room) else None

    def add(self, view: QWidget, title: str) -> None:
        """Add a view at the end."""
        self._titles[view] = title
        index = self.addTab(_Room(view, self.rooms), _short(title))
        self.setTabToolTip(index, tooltip(title))
        self._give_cross(index)

    def place_of(self, view: QWidget) -> int:
        """Return which tab is a view's, counted from 0, or -1."""
        return self.views().index(view) if view in self._titles else -1

    def bring_to_front(self, view: QWidget) -> None:
        """Choose a view's tab."""
        self.setCurrentIndex(self.place_of(view))

    def follow_views(self) -> None:
        """Ask for another size when a view does."""
        for room in self._rooms():
            room.follow_view()

    def _rooms(self) -> list[_Room]:
        return [room for index in range(self.count()) if isinstance(room := self.widget(index), _Room)]

    def set_title(self, view: QWidget, title: str) -> None:
        """Name a view; its whole title is in the tool tip."""
        index = self.place_of(view)
        self._titles[view] = title
        self.setTabText(index, _short(title))
        self.setTabToolTip(index, tooltip(title))

    def views(self) -> list[QWidget]:
        """Return the views in the order of their tabs."""
        return [room.view for room in self._rooms()]

    def take(self, view: QWidget) -> str:
        """Take a view out, and return its title."""
        room = self._rooms()[self.place_of(view)]
        self.removeTab(self.indexOf(room))
        room.deleteLater()
        return self._titles.pop(view)

    def set_colour(self, colour: QColor) -> None:
        """Draw the crosses in another colour."""
        self._colour = colour
        for index in range(self.count()):
            self._give_cross(index)

    def set_active(self, active: bool) -> None:
        """Show whether the reader works in this row of tabs."""
        bar = self.tabBar()
        if bar.property("away") == (not active):
            return
        bar.setProperty("away", not active)
        bar.style().unpolish(bar)
        bar.style().polish(bar)

    def step(self, by: int) -> None:
        """Bring the next view (+1) or the one before (-1) to the front, around the ends."""
        if self.count():
            self.setCurrentIndex((self.currentIndex() + by) % self.count())

    def _give_cross(self, index: int) -> None:
        button = QToolButton(self.tabBar())
        button.setProperty("flat", True)
        button.setIcon(icon("close", self._colour))
        button.setIconSize(QSize(12, 12))
        button.setFixedSize(18, 18)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setToolTip(self.tr("Close (Ctrl+W)"))
        button.setAccessibleName(self.tr("Close this document"))
        button.clicked.connect(self._close_clicked)
        self.tabBar().setTabButton(index, QTabBar.ButtonPosition.RightSide, button)

    @Slot()
    def _close_clicked(self) -> None:
        bar = self.tabBar()
        for index in range(self.count()):
            if bar.tabButton(index, QTabBar.ButtonPosition.RightSide) is self.sender():
                self.close_requested.emit(self.views()[index])
                return


def _short(title: str) -> str:
    """Shorten a title for a tab, and keep its ampersands from becoming keys."""
    short = title if len(title) <= _LONGEST_TITLE else title[: _LONGEST_TITLE - 1].rstrip() + "…"
    return short.replace("&", "&&")
