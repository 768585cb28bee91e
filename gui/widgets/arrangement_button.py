"""The button whose menu says what a list is grouped by and what it is ordered by."""

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget


class ArrangementButton(QToolButton):
    """Offers groupings and orders; the first of each is checked.

    Args:
        groupings: What rows can be grouped by and how each is called.
        orders: What rows can be ordered by and how each is called.

    Signals:
        changed: nothing; ``grouping`` and ``order`` say what is wanted now.
    """

    changed = Signal()

    def __init__(
        self,
        groupings: Sequence[tuple[StrEnum, str]],
        orders: Sequence[tuple[StrEnum, str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._names = dict(groupings)
        self.grouping, self.order = groupings[0][0], orders[0][0]
        self.setToolTip(self.tr("Group and order the list"))
        self.setAccessibleName(self.tr("Group and order the list"))
        self.setProperty("flat", True)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self)
        for words, choices, slot in (
            (self.tr("Group by"), groupings, self._group),
            (self.tr("Order by"), orders, self._sort),
        ):
            menu.addSection(words)
            group = QActionGroup(self)
            group.triggered.connect(slot)
            for choice, name in choices:
                action = QAction(name, group, checkable=True, checked=choice is choices[0][0])
                action.setData(choice)
                menu.addAction(action)
        self.setMenu(menu)
        self._write()

    def _write(self) -> None:
        self.setText(f"{self._names[self.grouping]} ▾")

    @Slot(QAction)
    def _group(self, action: QAction) -> None:
        self.grouping = action.data()
        self._write()
        self.changed.emit()

    @Slot(QAction)
    def _sort(self, action: QAction) -> None:
        self.order = action.data()
        self.changed.emit()
