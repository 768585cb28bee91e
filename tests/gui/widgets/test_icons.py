"""Icons follow the theme, and show what cannot be pressed."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon
from pytestqt.qtbot import QtBot

from gui.widgets.icons import icon


def strongest(shown: QIcon, mode: QIcon.Mode) -> int:
    """Return how much of its colour the strongest point of an icon has, from 0 to 255."""
    image = shown.pixmap(QSize(16, 16), 1.0, mode).toImage()
    return max(image.pixelColor(x, y).alpha() for x in range(image.width()) for y in range(image.height()))


def test_an_icon_is_paler_where_it_cannot_be_pressed(qtbot: QtBot) -> None:
    for colour in ("#e7e9ec", "#22262b"):
        shown = icon("back", QColor(colour))
        assert strongest(shown, QIcon.Mode.Normal) > 200
        assert 60 < strongest(shown, QIcon.Mode.Disabled) < 130
