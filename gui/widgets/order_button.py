"""The button at the tree's foot that says what a row's numbers mean; its menu sorts the rows of each level."""

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget


class OrderButton(QToolButton):
    """Offers the orders of rows.

    Args:
        orders: What rows can be sorted by and how each is called; the first is checked.

    Signals:
        chosen: one of the orders.
    """

    chosen = Signal(object)

    def __init__(self, orders: Sequence[tuple[StrEnum, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(self.tr("docs · mentions ▾"))
        self.setToolTip(self.tr("Sort the rows of each level"))
        self.setAccessibleName(self.tr("Sort the rows of each level"))
        self.setProperty("flat", True)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self)
        self._group = QActionGroup(self)
        self._group.triggered.connect(self._tell)
        for order, words in orders:
            action = QAction(words, self._group, checkable=True)
            action.setData(order)
            menu.addAction(action)
        self.setMenu(menu)
        self.reset()

    def reset(self) -> None:
        """Check the first order, without telling it."""
        self._group.actions()[0].setChecked(True)

    @Slot(QAction)
    def _tell(self, action: QAction) -> None:
        self.chosen.emit(action.data())
