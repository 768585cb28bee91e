"""A list of very many rows, equally high or not, of which only those in view are ever asked for or measured."""

from bisect import bisect_left, insort
from collections.abc import Sequence
from itertools import accumulate

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem
from typing_extensions import override

from gui.widgets.choosing_view import ChoosingListView, Index

_USUAL = 104
_EXTENDING = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier


class _Heights:
    """How high the rows are that were measured, and where each row begins; the others count as high as usual.

    Args:
        usual: How high rows usually are, in pixels; 0 where that is to be learnt from a row.
    """

    def __init__(self, usual: int) -> None:
        self._usual_at_first = usual
        self.clear()

    def clear(self) -> None:
        """Measure all rows anew."""
        self.usual = self._usual_at_first
        self._known: dict[int, int] = {}
        self._measured: list[int] = []
        self._sums: list[int] = []

    def __len__(self) -> int:
        return len(self._known)

    def __contains__(self, row: int) -> bool:
        return row in self._known

    def of(self, row: int) -> int:
        """Return how high a row is, in pixels."""
        return self._known.get(row, self.usual)

    def top(self, row: int) -> int:
        """Return how far below the beginning of the list a row begins, in pixels."""
        at = bisect_left(self._measured, row)
        return row * self.usual + (self._sums[at - 1] if at else 0)

    def put(self, row: int, height: int) -> None:
        """Note the height of a row that was measured."""
        self._known[row] = height
        insort(self._measured, row)
        self._add_up()

    def forget(self, first: int, last: int) -> None:
        """Measure some rows anew."""
        for row in [row for row in self._measured if first <= row <= last]:
            del self._known[row]
            self._measured.remove(row)
        self._add_up()

    def _add_up(self) -> None:
        self._sums = list(accumulate(self._known[one] - self.usual for one in self._measured))


class LongListView(ChoosingListView):
    """Lays rows out as they come into view; a row not seen yet counts as high as usual.

    The list view of Qt asks for the size of every row before it shows the last one, which takes seconds for a hundred
    thousand of them, and a twentieth of a second for twenty thousand that are equally high, each time one comes in.
    Here a row's place follows from the few rows that were measured.

    Args:
        name: What a screen reader calls the list.
        is_even: Whether all rows are as high as the first one.
    """

    _is_made = False
    """Qt calls some of these methods while it is still making the view."""

    def __init__(self, name: str, *, is_even: bool = False) -> None:
        self._is_even = is_even
        self._heights = _Heights(0 if is_even else _USUAL)
        super().__init__(name)
        self._is_made = True
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)

    def forget_heights(self) -> None:
        """Measure every row anew."""
        self._heights.clear()
        self.scheduleDelayedItemsLayout()

    def _count(self) -> int:
        count = self.model().rowCount() if self._is_made and self.model() is not None else 0
        if count and not self._heights.usual:
            self._heights.usual = self._height_of(0)
        return count

    def _row_at(self, y: int) -> int:
        """Return the row that covers a place below the beginning of the list; -1 where there is none."""
        count = self._count()
        if y < 0 or y >= self._heights.top(count):
            return -1
        return bisect_left(range(1, count + 1), y + 1, key=self._heights.top)

    def _measure(self, row: int) -> int:
        """Measure a row that was not, and return by how much it differs from what was thought."""
        if row in self._heights or self._is_even:
            return 0
        height = self._height_of(row)
        self._heights.put(row, height)
        return height - self._heights.usual

    def _height_of(self, row: int) -> int:
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        return self.itemDelegate().sizeHint(option, self.model().index(row, 0)).height()

    def _visible(self) -> Sequence[int]:
        """Measure the rows in view, and return them; what is at the top of the view stays there."""
        if not self._count():
            return range(0)
        bar = self.verticalScrollBar()
        first = max(0, self._row_at(bar.value()))
        shift = self._measure(first) if self._heights.top(first) < bar.value() and self._count() else 0
        if shift:
            bar.setValue(bar.value() + shift)
        row, end, count = first, bar.value() + self.viewport().height(), self._count()
        before = len(self._heights)
        while row < count and self._heights.top(row) < end:
            self._measure(row)
            row += 1
        if len(self._heights) != before or shift:
            self._fit_bar()
        return range(first, row)

    def _fit_bar(self) -> None:
        if not self._is_made:
            return
        bar, room = self.verticalScrollBar(), self.viewport().height()
        bar.setRange(0, max(0, self._heights.top(self._count()) - room))
        bar.setPageStep(room)
        bar.setSingleStep(24)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if self._is_made and event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.forget_heights()

    @override
    def doItemsLayout(self) -> None:
        self._fit_bar()
        if self._is_made:
            self.viewport().update()

    @override
    def updateGeometries(self) -> None:
        self._fit_bar()

    @override
    def reset(self) -> None:
        QAbstractItemView.reset(self)
        self._heights.clear()
        self._fit_bar()
        self.viewport().update()

    @override
    def dataChanged(self, first: Index, last: Index, roles: Sequence[int] = ()) -> None:
        self._heights.forget(first.row(), last.row())
        self.viewport().update()

    @override
    def visualRect(self, index: Index) -> QRect:
        if not index.isValid() or not self._is_made:
            return QRect()
        self._visible()
        top = self._heights.top(index.row()) - self.verticalScrollBar().value()
        return QRect(0, top, self.viewport().width(), self._heights.of(index.row()))

    @override
    def indexAt(self, point: QPoint) -> QModelIndex:
        if not self._is_made:
            return QModelIndex()
        self._visible()
        row = self._row_at(point.y() + self.verticalScrollBar().value())
        return self.model().index(row, 0) if row >= 0 else QModelIndex()

    @override
    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        if not index.isValid():
            return
        self._fit_bar()
        self._measure(index.row())
        bar, room = self.verticalScrollBar(), self.viewport().height()
        top = self._heights.top(index.row())
        bottom = top + self._heights.of(index.row())
        self._fit_bar()
        if top < bar.value() or bottom - top > room:
            bar.setValue(top)
        elif bottom > bar.value() + room:
            bar.setValue(bottom - room)

    @override
    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:  # fmt: skip
        last, row = self._count() - 1, self.currentIndex().row()
        if last < 0:
            return QModelIndex()
        moves = QAbstractItemView.CursorAction
        page = max(1, len(self._visible()) - 1)
        steps = {
            moves.MoveUp: -1, moves.MovePrevious: -1, moves.MoveDown: 1, moves.MoveNext: 1,
            moves.MovePageUp: -page, moves.MovePageDown: page,
        }  # fmt: skip
        if action in (moves.MoveHome, moves.MoveEnd):
            return self.model().index(0 if action == moves.MoveHome else last, 0)
        return self.model().index(min(max(row + steps.get(action, 0), 0), last), 0)

    @override
    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        offset = self.verticalScrollBar().value()
        first, last = (self._row_at(max(0, y + offset)) for y in (rect.top(), rect.bottom()))
        chosen = QItemSelection()
        if first >= 0:
            end = last if last >= 0 else self._count() - 1
            chosen.select(self.model().index(first, 0), self.model().index(end, 0))
        self.selectionModel().select(chosen, command)

    @override
    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        return QRegion(self.viewport().rect())

    @override
    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value() if self._is_made else 0

    @override
    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        has_new_width = event.size().width() != event.oldSize().width()
        was_seen = self.visualRect(self.currentIndex()).intersects(QRect(QPoint(), event.oldSize()))
        if has_new_width:
            self.forget_heights()
        super().resizeEvent(event)
        # What opens below the list is mostly about the row chosen; a scroll bar that comes with it makes cards higher.
        if event.size().height() < event.oldSize().height() or (has_new_width and was_seen):
            self.scrollTo(self.currentIndex())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        chosen, current = self.selectionModel(), self.currentIndex()
        for row in self._visible():
            index = self.model().index(row, 0)
            option = QStyleOptionViewItem()
            self.initViewItemOption(option)
            option.rect = self.visualRect(index)
            if chosen.isSelected(index):
                option.state |= QStyle.StateFlag.State_Selected
            if index == current and self.hasFocus():
                option.state |= QStyle.StateFlag.State_HasFocus
            self.itemDelegate().paint(painter, option, index)
        painter.end()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.modifiers() & _EXTENDING:
            with self.quietly():
                super().mousePressEvent(event)
            self._pressed_again = False
        else:
            super().mousePressEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() & _EXTENDING:
            # Whoever chooses several rows goes to none of them.
            with self.quietly():
                super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.chosen.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)
