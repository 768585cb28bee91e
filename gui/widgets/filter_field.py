"""A field whose words narrow a list a moment after typing."""

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from gui.widgets.clear_button import offer_clearing

PAUSE = 120
"""Milliseconds without a key after which the words are told."""


class FilterField(QLineEdit):
    """Tells its words when typing pauses, at once when they are cleared or entered; Esc clears them.

    Args:
        hint: What the empty field says; also its accessible name.
        pause: Milliseconds without a key after which the words are told; 0 where the list is narrowed within one key.
    """

    words_changed = Signal(object)

    def __init__(self, hint: str, parent: QWidget | None = None, pause: int = PAUSE) -> None:
        super().__init__(parent)
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint.rstrip("…"))
        offer_clearing(self)
        self._told = ""
        self._pause = QTimer(self, singleShot=True, interval=pause)
        self._pause.timeout.connect(self._tell)
        self.textChanged.connect(self._wait)
        self.returnPressed.connect(self._tell)

    @Slot(str)
    def _wait(self, text: str) -> None:
        if text:
            self._pause.start()
        else:
            self._tell()

    @Slot()
    def _tell(self) -> None:
        self._pause.stop()
        words = self.text().strip()
        if words != self._told:
            self._told = words
            self.words_changed.emit(words)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            return
        super().keyPressEvent(event)
