"""Colours of codes and of marks as small pictures."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap

from gui.theme import Theme


def swatch(theme: Theme, colour: QColor, ratio: float) -> QIcon:
    """Paint a colour as a round swatch."""
    pixmap = QPixmap(QSize(16, 16) * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(theme.muted)
    painter.setBrush(colour)
    painter.drawEllipse(1, 1, 14, 14)
    painter.end()
    return QIcon(pixmap)
