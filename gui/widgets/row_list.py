"""A list of rows to choose from, as dialogs show it."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHelpEvent, QShowEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QToolTip, QWidget
from typing_extensions import override

from gui.plain_words import tooltip


class RowList(QListWidget):
    """Rows that are all as high as the style wants them.

    One without room for its words is cut, and its tooltip says all of it.

    A row that is made current before the list is shown lets Qt measure all rows while the style is not known; they stay
    as low as they came out then, and touch each other.

    Args:
        name: What the list is called for those who do not see it.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.doItemsLayout()

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            row = self.itemAt(event.pos())
            if row is not None and not row.toolTip() and not self._has_room_for(row):
                QToolTip.showText(event.globalPos(), tooltip(row.text()), self.viewport())
                return True
        return super().viewportEvent(event)

    def _has_room_for(self, row: QListWidgetItem) -> bool:
        return self.sizeHintForIndex(self.indexFromItem(row)).width() <= self.viewport().width()
