"""Draws found passages: a heading for each document, and below it snippets with their hits marked."""

from bisect import bisect_left
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyleOptionViewItem
from typing_extensions import override

from gui.theme import Theme
from gui.widgets.themed_delegate import Index, ThemedDelegate

ROW_HEIGHT = 24
_MARGIN = 14
_PLACE_WIDTH = 64
_BETWEEN = 12
_LEFT_OUT = "… "
_BEFORE_HIT = 90
"""Pixels of text shown before the passage's own hit when the row is too narrow for all of it."""


@dataclass(frozen=True, slots=True)
class PassageRoles:
    """Where the model gives the parts of a row; ``heading`` tells which kind of row it is."""

    heading: int
    detail: int
    place: int
    highlights: int
    current: int


@dataclass(frozen=True, slots=True)
class _Line:
    """What of a passage is shown: the words, the ranges of its hits in them, and which of these is the current one."""

    text: str
    hits: list[tuple[int, int]]
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
        is_current = bool(option.state & QStyle.StateFlag.State_Selected)
        if is_current:
            painter.fillRect(option.rect, self._theme.selection)
        room = option.rect.adjusted(_MARGIN, 0, -_MARGIN, 0)
        room = self._draw_detail(painter, room, index, self._theme)
        if index.data(self._roles.heading):
            self._draw_title(painter, room, index, self._theme)
        else:
            self._draw_passage(painter, room, index, self._theme, is_current)
        painter.restore()

    def _draw_detail(self, painter: QPainter, room: QRect, index: Index, theme: Theme) -> QRect:
        """Write what stands at the right, and return what room is left."""
        detail = str(index.data(self._roles.detail) or "")
        if not detail:
            return room
        shown = painter.fontMetrics().elidedText(detail, Qt.TextElideMode.ElideLeft, room.width() // 2)
        painter.setPen(theme.muted)
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, shown)
        return room.adjusted(0, 0, -painter.fontMetrics().horizontalAdvance(shown) - _BETWEEN, 0)

    def _draw_title(self, painter: QPainter, room: QRect, index: Index, theme: Theme) -> None:
        strong = QFont(painter.font())
        strong.setWeight(QFont.Weight.Bold)
        painter.setFont(strong)
        painter.setPen(theme.ink)
        title = painter.fontMetrics().elidedText(str(index.data()), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, title)

    def _draw_passage(self, painter: QPainter, room: QRect, index: Index, theme: Theme, is_current: bool) -> None:
        painter.setPen(theme.ink if is_current else theme.muted)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, str(index.data(self._roles.place) or ""))
        room = room.adjusted(_PLACE_WIDTH, 0, 0, 0)
        line = _Line(
            str(index.data()), index.data(self._roles.highlights) or [], int(index.data(self._roles.current) or 0)
        )
        line = _fitted(line, painter.fontMetrics(), room.width())
        painter.setClipRect(room)
        for number, span in enumerate(line.hits):
            if span[0] < span[1]:
                box = hit_box(painter.fontMetrics(), room, line.text, span)
                draw_hit(painter, box, theme, strong=is_current and number == line.current)
        painter.setPen(theme.ink)
        width = painter.fontMetrics().horizontalAdvance(line.text) + 4
        painter.drawText(
            QRect(room.left(), room.top(), width, room.height()),
            Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine,
            line.text,
        )


def _fitted(line: _Line, metrics: QFontMetrics, width: int) -> _Line:
    """Cut a line at both ends so that it fits and its current hit is seen."""
    text, spans = line.text, line.hits
    cut = _first_shown(metrics, width, text, spans[line.current][0] if spans else 0)
    if cut:
        shift = len(_LEFT_OUT) - cut
        text = _LEFT_OUT + text[cut:]
        spans = [(max(start + shift, len(_LEFT_OUT)), end + shift) for start, end in spans]
    whole = len(text)
    text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
    last = len(text) if len(text) == whole else len(text) - 1
    return _Line(text, [(start, min(end, last)) for start, end in spans], line.current)


def _first_shown(metrics: QFontMetrics, width: int, text: str, start: int) -> int:
    """Return the word, by its first character, from which on the text is shown so that its own hit is seen."""
    before, whole = metrics.horizontalAdvance(text[:start]), metrics.horizontalAdvance(text)
    if whole <= width or before <= width * 2 // 3:
        return 0
    wanted = min(before - min(_BEFORE_HIT, width // 3), whole - width)
    cut = bisect_left(range(start), wanted, key=lambda end: metrics.horizontalAdvance(text[:end]))
    space = text.find(" ", cut, start)
    return space + 1 if space >= 0 else cut


def hit_box(metrics: QFontMetrics, room: QRect, text: str, span: tuple[int, int]) -> QRectF:
    """Return the box around a range of a line that begins at the left of its room."""
    start = room.left() + metrics.horizontalAdvance(text[: span[0]])
    width = metrics.horizontalAdvance(text[: span[1]]) - (start - room.left())
    return QRectF(start - 1, room.center().y() - metrics.height() / 2 + 0.5, width + 2, metrics.height())


def draw_hit(painter: QPainter, box: QRectF, theme: Theme, strong: bool) -> None:
    """Lay the colour of hits under a box; the current one has an outline, all others a line below."""
    painter.setPen(QPen(theme.caution, 1.5) if strong else Qt.PenStyle.NoPen)
    painter.setBrush(theme.current_hit if strong else theme.hit)
    painter.drawRoundedRect(box, 2, 2)
    if not strong:
        painter.setPen(QPen(theme.caution, 1))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
