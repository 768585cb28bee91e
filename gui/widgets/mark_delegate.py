"""Draws a list of marks: cards, and the headings of the groups they stand in."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyleOptionViewItem
from typing_extensions import override

from gui.widgets.card_delegate import CardDelegate, CardRoles
from gui.widgets.themed_delegate import Index

_HEADING = 30
_MARGIN = 12


class MarkDelegate(CardDelegate):
    """Draws cards, and rows that have a heading as one line with its number of marks.

    Args:
        view: The list it draws for.
        roles: Where the model gives the parts of a card.
        heading_role: Where the model gives a heading, or None for a card.
        count_role: Where it gives the number beside a heading.
    """

    def __init__(self, view: QListView, roles: CardRoles, heading_role: int, count_role: int) -> None:
        super().__init__(view, roles)
        self._heading_role, self._count_role = heading_role, count_role

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        if index.data(self._heading_role) is None:
            return super().sizeHint(option, index)
        return QSize(self._view.viewport().width(), max(_HEADING, option.fontMetrics.height() + 10))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        heading = index.data(self._heading_role)
        if heading is None:
            if index.data(self._roles.colour) is not None:
                super().paint(painter, option, index)
            return
        if self._theme is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, self._theme.selection)
        room = option.rect.adjusted(_MARGIN, 4, -_MARGIN, 0)
        small, strong = self._breakers["small"], self._breakers["strong"]
        painter.setFont(small.font)
        painter.setPen(self._theme.muted)
        count = str(index.data(self._count_role))
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, count)
        room.adjust(0, 0, -round(small.width(count)) - 8, 0)
        painter.setFont(strong.font)
        painter.setPen(self._theme.ink)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, strong.elided(heading, room.width()))
        painter.restore()
