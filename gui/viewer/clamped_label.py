"""A label that takes a few lines and no more, however long its words are."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy
from typing_extensions import override

from gui.plain_words import explain
from gui.widgets.line_breaking import LineBreaker


class ClampedLabel(QLabel):
    """Breaks its words into at most ``most`` lines; where they are cut, the tooltip says all of them."""

    def __init__(self, most: int) -> None:
        super().__init__()
        self._most = most
        self._words = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)

    def set_words(self, words: str) -> None:
        """Say something else."""
        self._words = words
        self.setAccessibleName(words)
        self._break()

    def _break(self) -> None:
        lines = LineBreaker(self.font()).lines(self._words, self.contentsRect().width(), self._most)
        self.setText("\n".join(lines))
        explain(self, "" if " ".join(lines).split() == self._words.split() else self._words)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._break()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._break()
