"""Draws search results: a document's title with its count, and passages with their hits marked."""

from PySide6.QtCore import QLocale, QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from gui.models.passage_model import ROW_ROLE, ResultRow
from gui.theme import Theme
from storage.domain.search import Passage

ROW_HEIGHT = 26
_MARGIN = 16
_TEXT_LEFT = 80
_LEAD = 48
"""Code points of a snippet shown at most before its hit, so that the hit is never cut off at the right."""

Index = QModelIndex | QPersistentModelIndex


class PassageDelegate(QStyledItemDelegate):
    """Draws the rows of a ``PassageModel``."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view
        self._theme: Theme | None = None

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        self._view.viewport().update()

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, max(ROW_HEIGHT, option.fontMetrics.height() + 8))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROW_ROLE)
        if self._theme is None or not isinstance(row, ResultRow):
            return
        painter.save()
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected and row.passage is not None:
            painter.fillRect(option.rect, self._theme.selection)
        if row.passage is None:
            self._draw_document(painter, option, row)
        else:
            self._draw_passage(painter, option, row.passage, selected)
        painter.restore()

    def _draw_document(self, painter: QPainter, option: QStyleOptionViewItem, row: ResultRow) -> None:
        theme = self._theme
        if theme is None:
            return
        room = option.rect.adjusted(_MARGIN, 0, -_MARGIN, 0)
        count = self.tr("%1 passages") if len(row.hits.passages) != 1 else self.tr("%1 passage")
        count = count.replace("%1", QLocale().toString(len(row.hits.passages)))
        painter.setFont(option.font)
        painter.setPen(theme.muted)
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, count)
        room.setRight(room.right() - painter.fontMetrics().horizontalAdvance(count) - _MARGIN)
        font = QFont(option.font)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(theme.ink)
        title = painter.fontMetrics().elidedText(row.hits.title, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, title)

    def _draw_passage(self, painter: QPainter, option: QStyleOptionViewItem, passage: Passage, selected: bool) -> None:
        theme = self._theme
        if theme is None:
            return
        painter.setFont(option.font)
        painter.setPen(theme.muted)
        place = option.rect.adjusted(_MARGIN, 0, 0, 0)
        if passage.paragraph:
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, f"¶ {passage.paragraph}")
        room = option.rect.adjusted(_TEXT_LEFT, 0, -_MARGIN, 0)
        text, marks = shown_snippet(passage)
        metrics = QFontMetricsF(option.font)
        top = room.center().y() - metrics.height() / 2
        for start, end, is_own in marks:
            left = room.left() + metrics.horizontalAdvance(text[:start])
            width = min(metrics.horizontalAdvance(text[start:end]), room.right() - left)
            if width > 0:
                self._draw_hit(painter, QRectF(left - 1, top, width + 2, metrics.height()), is_own and selected)
        painter.setPen(theme.ink)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(QPointF(room.left(), top + metrics.ascent()), shown)

    def _draw_hit(self, painter: QPainter, place: QRectF, is_current: bool) -> None:
        theme = self._theme
        if theme is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.caution) if is_current else QPen(QColor(Qt.GlobalColor.transparent)))
        painter.setBrush(theme.current_hit if is_current else theme.hit)
        painter.drawRoundedRect(place, 3, 3)


def shown_snippet(passage: Passage) -> tuple[str, list[tuple[int, int, bool]]]:
    """Return a snippet on one line that begins shortly before its hit, with its hits' places.

    Each place is ``(start, end, is the passage's own hit)`` in code points of the text returned.
    """
    own = passage.start - passage.snippet_start
    cut = max(0, own - _LEAD)
    if cut:
        space = passage.snippet.find(" ", cut, own)
        cut = space + 1 if space >= 0 else cut
    lead = "… " if cut else ""
    text = lead + "".join(" " if character.isspace() else character for character in passage.snippet[cut:])
    shift = len(lead) - cut
    marks = [
        (max(span.start + shift, len(lead)), span.end + shift, span.start == own)
        for span in passage.highlights
        if span.end > cut
    ]
    return text, marks
