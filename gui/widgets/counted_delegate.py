"""Draws rows of a name with a number at the right edge."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyleOptionViewItem
from typing_extensions import override

from gui.widgets.themed_delegate import Index, ThemedDelegate

ROW_HEIGHT = 26
_MARGIN = 12


class CountedDelegate(ThemedDelegate):
    """Draws the display role with a count.

    Args:
        view: The list it draws for.
        count_role: Where the model gives the count as text.
    """

    def __init__(self, view: QListView, count_role: int) -> None:
        super().__init__(view)
        self._count_role = count_role

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, max(ROW_HEIGHT, option.fontMetrics.height() + 8))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        if self._theme is None:
            return
        painter.save()
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if is_selected:
            painter.fillRect(option.rect, self._theme.selection)
        painter.setFont(option.font)
        room = option.rect.adjusted(_MARGIN, 0, -_MARGIN, 0)
        count = str(index.data(self._count_role) or "")
        painter.setPen(self._theme.ink if is_selected else self._theme.muted)
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, count)
        room.adjust(0, 0, -painter.fontMetrics().horizontalAdvance(count) - 8, 0)
        painter.setPen(self._theme.ink)
        name = painter.fontMetrics().elidedText(str(index.data()), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, name)
        painter.restore()
