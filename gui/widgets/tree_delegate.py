"""Draws a row of the tree: a small glyph for its kind, the name, and the counts at the right edge."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPolygonF
from PySide6.QtWidgets import QApplication, QStyle, QStyleOptionViewItem, QTreeView, QWidget
from typing_extensions import override

from gui.widgets.themed_delegate import Index, ThemedDelegate, small_font
from storage.domain.authority import EntityKind

ROW_HEIGHT = 26
_GLYPH = 8
_GAP = 6


class TreeDelegate(ThemedDelegate):
    """Draws names and counts; the rows above the chosen one are written stronger.

    Args:
        view: The view it draws for.
        kind_role: Where the model gives the kind whose glyph stands before a name, or None.
        counts_role: Where the model gives the counts as text.
    """

    def __init__(self, view: QTreeView, kind_role: int, counts_role: int) -> None:
        super().__init__(view)
        self._tree = view
        self._kind_role = kind_role
        self._counts_role = counts_role

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(super().sizeHint(option, index).width(), max(ROW_HEIGHT, option.fontMetrics.height() + 8))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        if self._theme is None:
            return
        drawn = QStyleOptionViewItem(option)
        self.initStyleOption(drawn, index)
        name, drawn.text = drawn.text, ""
        painter.save()
        self._draw_background(painter, drawn, option.widget)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = option.rect.adjusted(4, 0, -8, 0)
        room = self._draw_counts(painter, room, option.font, str(index.data(self._counts_role) or ""))
        room = self._draw_glyph(painter, room, index.data(self._kind_role))
        self._draw_name(painter, room, option.font, name, self._is_above_chosen(index))
        painter.restore()

    def _draw_background(self, painter: QPainter, option: QStyleOptionViewItem, widget: QWidget | None) -> None:
        style = widget.style() if widget else QApplication.style()
        style.drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, widget)

    def _draw_counts(self, painter: QPainter, room: QRect, font: QFont, counts: str) -> QRect:
        assert self._theme is not None
        small = small_font(font)
        painter.setFont(small)
        painter.setPen(self._theme.muted)
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, counts)
        return room.adjusted(0, 0, -painter.fontMetrics().horizontalAdvance(counts) - _GAP, 0)

    def _draw_glyph(self, painter: QPainter, room: QRect, kind_name: str | None) -> QRect:
        assert self._theme is not None
        if kind_name is None or (kind := EntityKind(kind_name)) in (EntityKind.REGION, EntityKind.COUNTRY):
            return room
        box = QRectF(room.left(), room.center().y() - _GLYPH / 2 + 0.5, _GLYPH, _GLYPH)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.kind(kind))
        match kind:
            case EntityKind.PARTY:
                painter.drawRoundedRect(box, 2, 2)
            case EntityKind.BODY:
                painter.drawEllipse(box)
            case _:
                middle = box.center()
                painter.drawPolygon(
                    QPolygonF(
                        [
                            QPointF(middle.x(), box.top() - 1),
                            QPointF(box.right() + 1, middle.y()),
                            QPointF(middle.x(), box.bottom() + 1),
                            QPointF(box.left() - 1, middle.y()),
                        ]
                    )
                )
        return room.adjusted(_GLYPH + _GAP, 0, 0, 0)

    def _draw_name(self, painter: QPainter, room: QRect, font: QFont, name: str, strong: bool) -> None:
        assert self._theme is not None
        written = QFont(font)
        if strong:
            written.setWeight(QFont.Weight.Bold)
        painter.setFont(written)
        painter.setPen(self._theme.ink)
        shown = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)

    def _is_above_chosen(self, index: Index) -> bool:
        above = self._tree.currentIndex().parent()
        while above.isValid():
            if above == index:
                return True
            above = above.parent()
        return False
