"""Draws a row of two lines: a name, and below it in the secondary colour what is known of it."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from gui.theme import Theme

_MARGIN = 8
_GAP = 2

Index = QModelIndex | QPersistentModelIndex


class TwoLineDelegate(QStyledItemDelegate):
    """Draws the display text and, under it, the text of another role; equal heights, so long lists stay fast.

    Args:
        view: The view it draws for.
        second_role: Where the model gives the second line.
    """

    def __init__(self, view: QListView, second_role: int) -> None:
        super().__init__(view)
        self._view = view
        self._second_role = second_role
        self._theme: Theme | None = None

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        self._view.viewport().update()

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, 2 * option.fontMetrics.height() + _GAP + 2 * _MARGIN - 4)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = self._theme
        if theme is None:
            return
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.selection)
            painter.drawRoundedRect(option.rect.adjusted(0, 1, 0, -1), 4, 4)
        room = option.rect.adjusted(_MARGIN, _MARGIN - 2, -_MARGIN, 0)
        metrics = painter.fontMetrics()
        for role, colour in ((Qt.ItemDataRole.DisplayRole, theme.ink), (self._second_role, theme.muted)):
            painter.setPen(colour)
            words = metrics.elidedText(str(index.data(role) or ""), Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft, words)
            room.setTop(room.top() + metrics.height() + _GAP)
        painter.restore()
