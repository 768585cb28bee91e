"""A list of rows to choose from, as dialogs show it."""

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QListWidget, QWidget
from typing_extensions import override


class RowList(QListWidget):
    """Rows that are all as high as the style wants them.

    A row that is made current before the list is shown lets Qt measure all rows while the style is not known; they stay
    as low as they came out then, and touch each other.

    Args:
        name: What the list is called for those who do not see it.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.doItemsLayout()
