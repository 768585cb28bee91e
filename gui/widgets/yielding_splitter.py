"""Two parts above each other, of which the lower one leaves its room to the upper one while it has nothing to show."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QSplitter, QWidget


class YieldingSplitter(QSplitter):
    """Keeps the lower part small while it is empty, and gives it back the height it had once it is not.

    Args:
        upper, lower: The parts.
        least: The height of the lower part while it is empty, in pixels.
        usual: Its height at first when it is not.
    """

    def __init__(self, upper: QWidget, lower: QWidget, least: int, usual: int, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._least, self._usual = least, usual
        self._is_empty = True
        self.addWidget(upper)
        self.addWidget(lower)
        self.setStretchFactor(0, 1)
        self.setCollapsible(0, False)
        self.setSizes([1, least])

    @Slot(object)
    def set_lower_empty(self, is_empty: bool) -> None:
        """Tell whether the lower part has nothing to show."""
        if is_empty == self._is_empty:
            return
        self._is_empty = is_empty
        upper, lower = self.sizes()
        if is_empty:
            self._usual = lower or self._usual
        wanted = self._least if is_empty else self._usual
        self.setSizes([max(1, upper + lower - wanted), wanted])
