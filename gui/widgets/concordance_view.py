"""Lines of a concordance as a table whose hits stand below one another."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyle, QStyleOptionViewItem, QTableView, QWidget
from typing_extensions import override

from gui.theme import Theme
from gui.widgets.passage_delegate import ROW_HEIGHT, draw_hit
from gui.widgets.row_table import make_rows
from gui.widgets.themed_delegate import Index, ThemedDelegate

_BETWEEN = 8
_WIDEST_HIT = 260
_TITLE_SHARE = 0.2


@dataclass(frozen=True, slots=True)
class ConcordanceColumns:
    """Which column of the model holds what."""

    title: int
    date: int
    left: int
    hit: int
    right: int


class ConcordanceDelegate(ThemedDelegate):
    """Draws the words before a hit up to it, the hit marked, and the words after it."""

    def __init__(self, view: QTableView, columns: ConcordanceColumns) -> None:
        super().__init__(view)
        self._columns = columns

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
        painter.setClipRect(option.rect)
        self._draw_cell(painter, option, index, self._theme, is_current)
        painter.restore()

    def _draw_cell(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, theme: Theme, is_current: bool
    ) -> None:
        columns, column, metrics = self._columns, index.column(), painter.fontMetrics()
        between = 1 if column in (columns.left, columns.hit, columns.right) else _BETWEEN
        room = option.rect.adjusted(between + 3, 0, -between - 3, 0)
        cut = Qt.TextElideMode.ElideLeft if column == columns.left else Qt.TextElideMode.ElideRight
        shown = metrics.elidedText(str(index.data()), cut, room.width())
        alignment = Qt.AlignmentFlag(index.data(Qt.ItemDataRole.TextAlignmentRole)) | Qt.TextFlag.TextSingleLine
        if column == columns.hit:
            width = min(metrics.horizontalAdvance(shown), room.width()) + 4
            box = QRectF(room.center().x() - width / 2 + 1, room.center().y() - metrics.height() / 2 + 0.5, width,
                         metrics.height())  # fmt: skip
            draw_hit(painter, box, theme, strong=is_current)
        in_ink = is_current or column in (columns.left, columns.hit, columns.right)
        painter.setPen(theme.ink if in_ink else theme.muted)
        painter.drawText(room, int(alignment), shown)


class ConcordanceView(QTableView):
    """Shows rows of one height; a click or Enter chooses a row, the arrow keys only move.

    Args:
        name: What the table is called for those who do not see it.
        dates: Words of dates as long as they come, for which the column of dates has room.

    Signals:
        chosen: a ``QModelIndex``.
        copy_requested: nothing; the selected rows are wanted in the clipboard.
    """

    chosen = Signal(object)
    copy_requested = Signal()

    def __init__(
        self, name: str, columns: ConcordanceColumns, dates: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._columns, self._dates = columns, dates
        self._hit_width = 0
        make_rows(self, name)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setCornerButtonEnabled(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setStyleSheet("QTableView:!focus { border: 1px solid transparent; } QTableView { border-radius: 0; }")
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(1)
        self.horizontalHeader().hide()
        self.horizontalHeader().setMinimumSectionSize(1)
        self.clicked.connect(self._tell_chosen)

    @Slot(QModelIndex)
    def _tell_chosen(self, index: QModelIndex) -> None:
        self.chosen.emit(index)

    def show_row(self, row: int) -> None:
        """Make a row the current one and bring it into view, without choosing it."""
        index = self.model().index(row, self._columns.hit)
        self.selectionModel().setCurrentIndex(
            index,
            QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows,
        )
        self.scrollTo(index)

    def fit_hits(self, widest: str) -> None:
        """Make room for hits as wide as some words."""
        wanted = self.fontMetrics().horizontalAdvance(widest) + 14
        if wanted > self._hit_width:
            self._hit_width = wanted
            self._share_width()

    def forget_width(self) -> None:
        """Begin to measure hits anew."""
        self._hit_width = 0

    def _share_width(self) -> None:
        """Give the words before and after a hit the same room, so that the hits stand in the middle of it."""
        head, columns = self.horizontalHeader(), self._columns
        width = self.viewport().width()
        title = min(int(width * _TITLE_SHARE), 280)
        date = self._date_width() if width > 700 else 0
        hit = min(max(self._hit_width, 60), _WIDEST_HIT, width // 3)
        beside = max(0, (width - title - date - hit) // 2)
        self.setColumnHidden(columns.date, not date)
        for column, size in (
            (columns.title, title),
            (columns.date, date),
            (columns.left, beside),
            (columns.hit, hit),
            (columns.right, width - title - date - hit - beside),
        ):
            head.resizeSection(column, size)

    def _date_width(self) -> int:
        metrics = self.fontMetrics()
        return max(map(metrics.horizontalAdvance, self._dates), default=0) + 2 * (_BETWEEN + 3) + 1

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.verticalHeader().setDefaultSectionSize(max(ROW_HEIGHT, self.fontMetrics().height() + 6))
        self._share_width()

    @override
    def event(self, event: QEvent) -> bool:
        # The window's own Copy would take the keys before the rows get them.
        is_copy = isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Copy)
        if is_copy and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.chosen.emit(self.currentIndex())
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_requested.emit()
        else:
            super().keyPressEvent(event)
