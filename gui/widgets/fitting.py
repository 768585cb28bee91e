"""Sizes that fit the screen."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

_ROOM_AROUND = 32
"""Pixels left free for the frame that the desktop draws."""


def resize_to_fit(window: QWidget, width: int, height: int) -> None:
    """Give a window a size, smaller where the screen is, so that the buttons at its foot can be reached."""
    room = window.screen().availableSize() - QSize(_ROOM_AROUND, _ROOM_AROUND)
    window.resize(QSize(width, height).boundedTo(room))
