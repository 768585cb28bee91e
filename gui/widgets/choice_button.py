"""A wide button for one of several choices, with the key that takes it; a long name is cut."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QWidget
from typing_extensions import override

from gui.plain_words import explain

_MARGINS = 28
_SMALLEST = 80


class ChoiceButton(QPushButton):
    """Says a key and a name; the tooltip has the name in full where it is cut.

    Args:
        key: What to press on the keyboard, said before the name.
    """

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = key
        self._name = ""
        self.setStyleSheet("text-align: left")

    @property
    def name(self) -> str:
        """What is chosen by it."""
        return self._name

    def set_name(self, name: str) -> None:
        """Offer something else."""
        self._name = name
        self.setAccessibleName(f"{self._key}: {name}")
        self._write()

    def _write(self) -> None:
        words = f"{self._key}   {self._name}"
        shown = self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, self.width() - _MARGINS)
        self.setText(shown.replace("&", "&&"))
        explain(self, self._name if shown != words else "")

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._write()

    @override
    def sizeHint(self) -> QSize:
        width = self.fontMetrics().horizontalAdvance(f"{self._key}   {self._name}") + _MARGINS
        return QSize(width, super().sizeHint().height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(_SMALLEST, super().minimumSizeHint().height())
