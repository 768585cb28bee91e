"""A line above the documents: a sentence and what can be done about it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget
from typing_extensions import override

from gui.theme import Theme
from gui.widgets.labels import Label


class NoticeBar(QWidget):
    """Says a sentence, with one action and a way to put it away.

    Args:
        action: The words on the button that does something.
        away: The words on the button that puts the bar away.
    """

    action_requested = Signal()
    away_requested = Signal()

    def __init__(self, action: str, away: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._background: QColor | None = None
        self._line: QColor | None = None
        self._label = Label(elided=True)
        self.action = QPushButton(action)
        self.action.setProperty("primary", True)
        self.away = QPushButton(away)
        self.action.clicked.connect(self.action_requested)
        self.away.clicked.connect(self.away_requested)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 6, 12, 6)
        layout.setSpacing(8)
        layout.addWidget(self._label, 1)
        layout.addWidget(self.action)
        layout.addWidget(self.away)
        self.hide()

    @property
    def sentence(self) -> str:
        """What is said."""
        return self._label.text()

    def say(self, sentence: str) -> None:
        """Show the bar with a sentence."""
        self._label.setText(sentence)
        self._label.setAccessibleName(sentence)
        self.show()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._background, self._line = theme.accent_soft, theme.line
        self._label.set_theme(theme)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._background is None or self._line is None:
            return
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._background)
        painter.setPen(self._line)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawLine(self.rect().bottomLeft(), self.rect().bottomRight())
