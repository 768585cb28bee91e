"""Colours of codes and of marks in words, and as small pictures."""

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap

from gui.theme import Theme
from storage.domain.annotation import Colour
from storage.domain.codebook import CodeColour


def code_colour_in_words(colour: CodeColour) -> str:
    """Say a code's colour."""

    def tr(words: str) -> str:
        return QCoreApplication.translate("CodeColour", words)

    return {
        CodeColour.GREY: tr("Grey"),
        CodeColour.RED: tr("Red"),
        CodeColour.ORANGE: tr("Orange"),
        CodeColour.OLIVE: tr("Olive"),
        CodeColour.GREEN: tr("Green"),
        CodeColour.TEAL: tr("Teal"),
        CodeColour.BLUE: tr("Blue"),
        CodeColour.VIOLET: tr("Violet"),
        CodeColour.PINK: tr("Pink"),
    }[colour]


def mark_colour_in_words(colour: Colour, meaning: str = "") -> str:
    """Say a mark's colour, and what it stands for where that is known."""

    def tr(words: str) -> str:
        return QCoreApplication.translate("MarkColour", words)

    word = {
        Colour.YELLOW: tr("Yellow"),
        Colour.GREEN: tr("Green"),
        Colour.ROSE: tr("Rose"),
        Colour.BLUE: tr("Blue"),
    }[colour]
    return f"{word}: {meaning}" if meaning else word


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
