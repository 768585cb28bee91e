"""Labels whose colour is a role of the theme, cut with an ellipsis where there is no room for them."""

from enum import StrEnum

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel, QWidget
from typing_extensions import override

from gui.plain_words import explain
from gui.theme import Theme


class Tone(StrEnum):
    """Which colour of the theme a label is written in."""

    INK = "ink"
    MUTED = "muted"
    CAUTION = "caution"


_UNTHEMED = {Tone.MUTED: QPalette.ColorRole.PlaceholderText}
"""What stands for a tone in dialogs, which no theme is handed to: their palette is that of the theme."""


class Label(QLabel):
    """A plain text in a tone of the theme.

    Args:
        tone: The role of its colour.
        strong: Whether it is written in the weight of titles.
        elided: Whether it stays on one line and is cut where it does not fit; the tooltip then says all of it.
    """

    def __init__(
        self, text: str = "", *, tone: Tone = Tone.INK, strong: bool = False, elided: bool = False,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._tone = tone
        self._elided = elided
        self._colour: QColor | None = None
        if strong:
            font = self.font()
            font.setWeight(QFont.Weight.Bold)
            self.setFont(font)
        if not elided:
            self.setWordWrap(True)

    def set_theme(self, theme: Theme) -> None:
        """Take the colour of the label's tone."""
        self._colour = getattr(theme, self._tone.value)
        self.update()

    @override
    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        return QSize(0, hint.height()) if self._elided else hint

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        # Drawn here because a style sheet's colour for all labels would win over the tone.
        painter = QPainter(self)
        # The label's own palette is the style sheet's, with hints half transparent.
        role = _UNTHEMED.get(self._tone, QPalette.ColorRole.WindowText)
        painter.setPen(self._colour or QGuiApplication.palette().color(role))
        room = self.contentsRect()
        shown, wrapped = self.text(), Qt.TextFlag.TextWordWrap
        if self._elided:
            shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
            explain(self, self.text() if shown != self.text() else "")
            wrapped = Qt.TextFlag.TextSingleLine
        painter.drawText(room, int(self.alignment() | Qt.AlignmentFlag.AlignVCenter | wrapped), shown)
