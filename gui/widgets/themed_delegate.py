"""What all delegates share: the view they draw for, and the theme whose colours they use."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtGui import QFont, QFontInfo
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate

from gui.theme import Theme

_SMALL = 0.92
_SMALLEST_PIXELS = 10

Index = QModelIndex | QPersistentModelIndex


class ThemedDelegate(QStyledItemDelegate):
    """Draws nothing before it has a theme."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view
        self._theme: Theme | None = None

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        self._view.viewport().update()


def small_font(font: QFont) -> QFont:
    """Return a font in the size of secondary text."""
    small = QFont(font)
    small.setPixelSize(max(_SMALLEST_PIXELS, round(QFontInfo(font).pixelSize() * _SMALL)))
    return small
