"""Draws rows of two lines: a name, and below it what is said of it in the secondary colour."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyleOptionViewItem
from typing_extensions import override

from gui.widgets.themed_delegate import Index, ThemedDelegate, small_font

_MARGIN = 12
_PADDING = 5


class TwoLineDelegate(ThemedDelegate):
    """Draws the display role over the detail role, which a word of caution can precede.

    Args:
        view: The list it draws for.
        detail_role: Where the model gives the second line.
        caution_role: Where the model gives words to be cautious about, empty for most rows.
    """

    def __init__(self, view: QListView, detail_role: int, caution_role: int) -> None:
        super().__init__(view)
        self._detail_role = detail_role
        self._caution_role = caution_role

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, 2 * option.fontMetrics.height() + 2 * _PADDING + 2)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        if self._theme is None:
            return
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, self._theme.selection)
        room = option.rect.adjusted(_MARGIN, _PADDING, -_MARGIN, -_PADDING)
        half = room.height() // 2
        painter.setFont(option.font)
        painter.setPen(self._theme.ink)
        self._draw_line(painter, QRect(room.left(), room.top(), room.width(), half), str(index.data() or ""))
        small = small_font(option.font)
        painter.setFont(small)
        second = QRect(room.left(), room.top() + half, room.width(), room.height() - half)
        caution = str(index.data(self._caution_role) or "")
        if caution:
            painter.setPen(self._theme.caution)
            second.adjust(self._draw_line(painter, second, caution) + 8, 0, 0, 0)
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.setPen(self._theme.ink if is_selected else self._theme.muted)
        self._draw_line(painter, second, str(index.data(self._detail_role) or ""))
        painter.restore()

    def _draw_line(self, painter: QPainter, room: QRect, text: str) -> int:
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)
        return painter.fontMetrics().horizontalAdvance(shown)
