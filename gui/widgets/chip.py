"""Chips: small rounded buttons that carry a value."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget
from typing_extensions import override

from gui.theme import Theme

_HEIGHT = 20
_MARGIN = 8
_WIDEST = 240
_CROSS = "\N{MULTIPLICATION SIGN}"


class Chip(QAbstractButton):
    """A word or two in a rounded frame; pressing it tells the value it stands for.

    Args:
        text: What it says, in the secondary colour.
        strong: What it says after that, in ink and the weight of titles.
        value: What ``chosen`` tells.
        removable: Whether a cross at its end shows that pressing takes it away.
    """

    chosen = Signal(object)

    def __init__(
        self, text: str, strong: str = "", value: object = None, *, removable: bool = False,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._removable = removable
        self._theme: Theme | None = None
        self.show_words(text, strong, value)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        font = self.font()
        if font.pixelSize() > 0:
            font.setPixelSize(font.pixelSize() - 1)
        else:
            font.setPointSizeF(font.pointSizeF() * 0.93)
        self.setFont(font)
        self.clicked.connect(self._tell)

    def set_text(self, text: str) -> None:
        """Say something else."""
        self.show_words(text, self._strong, self.value)

    def show_words(self, text: str, strong: str, value: object) -> None:
        """Say something else, and tell another value; a chip that stays is cheaper than a new one in its place."""
        self._strong = strong
        self.value = value
        self.setText(text)
        self.setAccessibleName(f"{text} {strong}".strip())
        self.updateGeometry()
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        self.update()

    @Slot()
    def _tell(self) -> None:
        self.chosen.emit(self.value)

    def _strong_font(self) -> QFont:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.Bold)
        return font

    def _tail(self) -> str:
        return _CROSS if self._removable else self._strong

    @override
    def sizeHint(self) -> QSize:
        width = self.fontMetrics().horizontalAdvance(self.text()) + 2 * _MARGIN
        if self._tail():
            width += QFontMetrics(self._strong_font()).horizontalAdvance(f" {self._tail()}") + 2
        return QSize(min(width, _WIDEST), max(_HEIGHT, self.fontMetrics().height() + 2))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), 4 * _HEIGHT), self.sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._theme is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(self._theme.accent if self.hasFocus() or self.underMouse() else self._theme.line))
        painter.setBrush(self._theme.selection if self.isDown() else self._theme.paper)
        painter.drawRoundedRect(frame, 10, 10)
        room = self.rect().adjusted(_MARGIN, 0, -_MARGIN, 0)
        painter.setFont(self._strong_font())
        painter.setPen(self._theme.ink)
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self._tail())
        if self._tail():
            room.setRight(room.right() - painter.fontMetrics().horizontalAdvance(f" {self._tail()}"))
        painter.setFont(self.font())
        painter.setPen(self._theme.muted)
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width() + 1)
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
