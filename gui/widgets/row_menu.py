"""The menu over the rows of a tree and its keys, whatever the rows stand for. It only tells what is wished."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QMenu, QTreeView

from gui.plain_words import tooltip

Kind = TypeVar("Kind", bound=StrEnum)
Row = TypeVar("Row")


class RowMenu(QObject, Generic[Kind, Row]):
    """Offers what can be done with the rows chosen, by the mouse, the menu key, and keys of its own.

    Args:
        view: The tree, its model set.
        row_role: Where the model gives what a row stands for.
        words: What can be done, in the order of the menu, each in words.
        keys: The keys of some of it.
        before_lines: What stands below a line.
        makes_sense: Whether something can be done with these rows.
        wish: Makes of both what is told.
        reading: What changes nothing.

    Signals:
        wished: what ``wish`` makes.
    """

    wished = Signal(object)

    def __init__(
        self,
        view: QTreeView,
        row_role: int,
        words: Mapping[Kind, str],
        keys: Mapping[Kind, str],
        before_lines: frozenset[Kind],
        makes_sense: Callable[[Kind, tuple[Row, ...]], bool],
        wish: Callable[[Kind, tuple[Row, ...]], object],
        reading: frozenset[Kind] = frozenset(),
    ) -> None:
        super().__init__(view)
        self._makes_sense, self._wish = makes_sense, wish
        self._view, self._row_role, self._before_lines = view, row_role, before_lines
        self._reading = reading
        self._why_read_only = ""
        self._actions: dict[Kind, QAction] = {}
        for kind, said in words.items():
            action = QAction(said, view)
            action.setShortcut(QKeySequence(keys.get(kind, "")))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.triggered.connect(self._tell)
            view.addAction(action)
            self._actions[kind] = action
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(self._open)
        view.selectionModel().selectionChanged.connect(self._fit)
        view.model().modelReset.connect(self._fit)
        self._fit()

    def rows(self) -> tuple[Row, ...]:
        """Return the rows chosen, the one under the cursor first."""
        current = self._view.currentIndex()
        chosen = self._view.selectionModel().selectedIndexes()
        return tuple(index.data(self._row_role) for index in sorted(chosen, key=lambda index: index != current))

    def set_read_only(self, reason: str) -> None:
        """Let nothing be changed for a reason, or everything again where there is none."""
        self._why_read_only = reason
        modes = QAbstractItemView.DragDropMode
        self._view.setDragDropMode(modes.NoDragDrop if reason else modes.DragDrop)
        self._fit()

    def build(self) -> QMenu:
        """Make the menu for the rows chosen; what makes no sense for them is left out.

        What cannot be done since the archive may only be read stands there greyed; its tool tip says why.
        """
        self._fit()
        rows = self.rows()
        menu = QMenu(self._view)
        menu.setToolTipsVisible(True)
        menu.aboutToHide.connect(menu.deleteLater)
        for kind, action in self._actions.items():
            if kind in self._before_lines and not menu.isEmpty():
                menu.addSeparator()
            if self._makes_sense(kind, rows):
                menu.addAction(action)
        return menu

    @Slot(QPoint)
    def _open(self, place: QPoint) -> None:
        self.build().popup(self._view.viewport().mapToGlobal(place))

    @Slot()
    def _fit(self) -> None:
        rows = self.rows()
        for kind, action in self._actions.items():
            reason = "" if kind in self._reading else self._why_read_only
            action.setEnabled(self._makes_sense(kind, rows) and not reason)
            action.setToolTip(tooltip(reason))

    @Slot()
    def _tell(self) -> None:
        pressed = self.sender()
        kind = next(kind for kind, action in self._actions.items() if action is pressed)
        self.wished.emit(self._wish(kind, self.rows()))
