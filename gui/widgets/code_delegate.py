"""Draws a row of the codebook: a dot in the code's colour, the name, and the counts at the right edge."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from typing_extensions import override

from gui.widgets.tree_delegate import TreeDelegate
from storage.domain.codebook import CodeColour

_DOT = 9
_GAP = 7


class CodeDelegate(TreeDelegate):
    """Draws codes; a tag that is not in the codebook has an empty ring in place of the dot."""

    @override
    def _draw_glyph(self, painter: QPainter, room: QRect, kind_name: str | None) -> QRect:
        assert self._theme is not None
        box = QRectF(room.left() + 0.5, room.center().y() - _DOT / 2 + 0.5, _DOT, _DOT)
        painter.setPen(Qt.PenStyle.NoPen if kind_name else QPen(self._theme.muted, 1))
        painter.setBrush(self._theme.code(CodeColour(kind_name)) if kind_name else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(box)
        return room.adjusted(_DOT + _GAP, 0, 0, 0)
