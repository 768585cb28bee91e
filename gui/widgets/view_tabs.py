"""Tabs for views that can be closed, of which one row or another is the one the reader works in."""

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QStackedWidget, QTabBar, QTabWidget, QToolButton, QWidget

from gui.plain_words import tooltip
from gui.widgets.icons import icon

_LONGEST_TITLE = 28


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
    def place(self) -> QWidget:
        """What the views are parts of while they have a tab; one that belongs there before is not dressed anew."""
        return next(part for part in self.children() if isinstance(part, QStackedWidget))

    def add(self, view: QWidget, title: str) -> None:
        """Add a view at the end."""
        index = self.addTab(view, "")
        self.set_title(view, title)
        self._give_cross(index)

    def set_title(self, view: QWidget, title: str) -> None:
        """Name a view; its whole title is in the tool tip."""
        index = self.indexOf(view)
        self._titles[view] = title
        self.setTabText(index, _short(title))
        self.setTabToolTip(index, tooltip(title))

    def views(self) -> list[QWidget]:
        """Return the views in the order of their tabs."""
        return [view for index in range(self.count()) if (view := self.widget(index)) is not None]

    def take(self, view: QWidget) -> str:
        """Take a view out, and return its title."""
        self.removeTab(self.indexOf(view))
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
        button = QToolButton()
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
                self.close_requested.emit(self.widget(index))
                return


def _short(title: str) -> str:
    """Shorten a title for a tab, and keep its ampersands from becoming keys."""
    short = title if len(title) <= _LONGEST_TITLE else title[: _LONGEST_TITLE - 1].rstrip() + "…"
    return short.replace("&", "&&")
