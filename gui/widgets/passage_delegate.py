"""Draws found passages: a heading for each document, and below it snippets with their hits marked."""

from bisect import bisect_left
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyleOptionViewItem
from typing_extensions import override

from gui.theme import Theme
from gui.widgets.themed_delegate import Index, ThemedDelegate

ROW_HEIGHT = 24
_MARGIN = 14
_PLACE_WIDTH = 64
_LEFT_OUT = "… "
_BEFORE_HIT = 90
"""Pixels of text shown before the passage's own hit when the row is too narrow for all of it."""


@dataclass(frozen=True, slots=True)
class PassageRoles:
    """Where the model gives the parts of a row; ``found`` is None for a heading."""

    found: int
    count: int
    place: int
    highlights: int
    current: int


class PassageDelegate(ThemedDelegate):
    """Draws headings and passages of one height.

    Args:
        view: The list it draws for.
        roles: Where the model gives the parts.
    """

    def __init__(self, view: QListView, roles: PassageRoles) -> None:
        super().__init__(view)
        self._roles = roles

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, max(ROW_HEIGHT, option.fontMetrics.height() + 6))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        if self._theme is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(option.font)
        room = option.rect.adjusted(_MARGIN, 0, -_MARGIN, 0)
        if index.data(self._roles.found) is None:
            self._draw_heading(painter, room, index, self._theme)
        else:
            self._draw_passage(painter, option, room, index, self._theme)
        painter.restore()

    def _draw_heading(self, painter: QPainter, room: QRect, index: Index, theme: Theme) -> None:
        count = str(index.data(self._roles.count))
        painter.setPen(theme.muted)
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, count)
        room = room.adjusted(0, 0, -painter.fontMetrics().horizontalAdvance(count) - 12, 0)
        strong = QFont(painter.font())
        strong.setWeight(QFont.Weight.DemiBold)
        painter.setFont(strong)
        painter.setPen(theme.ink)
        title = painter.fontMetrics().elidedText(str(index.data()), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, title)

    def _draw_passage(
        self, painter: QPainter, option: QStyleOptionViewItem, room: QRect, index: Index, theme: Theme
    ) -> None:
        is_current = bool(option.state & QStyle.StateFlag.State_Selected)
        if is_current:
            painter.fillRect(option.rect, theme.selection)
        painter.setPen(theme.ink if is_current else theme.muted)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, str(index.data(self._roles.place) or ""))
        room = room.adjusted(_PLACE_WIDTH, 0, 0, 0)
        text = str(index.data())
        spans: list[tuple[int, int]] = index.data(self._roles.highlights) or []
        own = int(index.data(self._roles.current) or 0)
        cut = self._first_shown(painter, room.width(), text, spans[own][0] if spans else 0)
        if cut:
            shift = len(_LEFT_OUT) - cut
            text = _LEFT_OUT + text[cut:]
            spans = [(max(start + shift, len(_LEFT_OUT)), end + shift) for start, end in spans]
        whole = len(text)
        text = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        last = len(text) if len(text) == whole else len(text) - 1
        spans = [(start, min(end, last)) for start, end in spans]
        left = room.left()
        painter.setClipRect(room)
        for number, (start, end) in enumerate(spans):
            if start < end:
                self._draw_hit(painter, room, left, text, (start, end), theme, is_current and number == own)
        painter.setPen(theme.ink)
        painter.drawText(
            QRect(left, room.top(), painter.fontMetrics().horizontalAdvance(text) + 4, room.height()),
            Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine,
            text,
        )

    def _first_shown(self, painter: QPainter, width: int, text: str, start: int) -> int:
        """Return the word, by its first character, from which on the text is shown so that its own hit is seen."""
        metrics = painter.fontMetrics()
        before, whole = metrics.horizontalAdvance(text[:start]), metrics.horizontalAdvance(text)
        if whole <= width or before <= width * 2 // 3:
            return 0
        wanted = min(before - min(_BEFORE_HIT, width // 3), whole - width)
        cut = bisect_left(range(start), wanted, key=lambda end: metrics.horizontalAdvance(text[:end]))
        space = text.find(" ", cut, start)
        return space + 1 if space >= 0 else cut

    def _draw_hit(
        self, painter: QPainter, room: QRect, left: int, text: str, span: tuple[int, int], theme: Theme, strong: bool
    ) -> None:
        metrics = painter.fontMetrics()
        start = left + metrics.horizontalAdvance(text[: span[0]])
        width = metrics.horizontalAdvance(text[: span[1]]) - (start - left)
        box = QRectF(start - 1, room.center().y() - metrics.height() / 2 + 0.5, width + 2, metrics.height())
        painter.setPen(QPen(theme.caution, 1.5) if strong else Qt.PenStyle.NoPen)
        painter.setBrush(theme.current_hit if strong else theme.hit)
        painter.drawRoundedRect(box, 2, 2)
