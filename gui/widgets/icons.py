"""The program's own icons: SVG files under ``resources/icons``, drawn in the colour asked for."""

from functools import cache

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap

from storage.paths import resource

SIZE = 16
_SCALES = (1, 2, 3)
_OF_DISABLED = 0.4
"""How much is left of the lines on what cannot be pressed."""


def icon(name: str, colour: QColor) -> QIcon:
    """Return an icon, 16 px at scale 1, its lines in a colour."""
    return _drawn(name, colour.name())


@cache
def _drawn(name: str, colour: str) -> QIcon:
    from PySide6.QtSvg import QSvgRenderer

    drawing = resource("icons", f"{name}.svg").read_text(encoding="utf-8").replace("currentColor", colour)
    renderer = QSvgRenderer(QByteArray(drawing.encode()))
    made = QIcon()
    for scale in _SCALES:
        pixmap = QPixmap(SIZE * scale, SIZE * scale)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        renderer.render(painter)
        painter.end()
        pixmap.setDevicePixelRatio(scale)
        made.addPixmap(pixmap)
        made.addPixmap(_pale(pixmap), QIcon.Mode.Disabled)
    return made


def _pale(pixmap: QPixmap) -> QPixmap:
    """Return a picture as it stands on what cannot be pressed; the style's own way leaves light lines as they are."""
    pale = QPixmap(pixmap.size())
    pale.setDevicePixelRatio(pixmap.devicePixelRatio())
    pale.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pale)
    painter.setOpacity(_OF_DISABLED)
    painter.drawPixmap(0, 0, pixmap)
    painter.end()
    return pale


def application_icon() -> QIcon:
    """Return the program's own picture."""
    return QIcon(str(resource("icons", "liaison.svg")))
