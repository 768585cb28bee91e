"""A layout that sets widgets one after the other and begins a new row where they do not fit."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget
from typing_extensions import override


class FlowLayout(QLayout):
    """Rows of widgets in their preferred sizes, as many as the width asks for.

    Args:
        last_at_right: Whether the last widget stands at the right edge of its row; where the row is too narrow for it,
            it reaches out of the layout to the left, as far as the widget goes, rather than being cut.
    """

    def __init__(self, parent: QWidget | None = None, *, last_at_right: bool = False) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._last_at_right = last_at_right
        self._heights: dict[int, int] = {}
        self._smallest: QSize | None = None
        self.setContentsMargins(0, 0, 0, 0)

    @override
    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    @override
    def count(self) -> int:
        return len(self._items)

    @override
    def itemAt(self, index: int) -> QLayoutItem | None:  # pyright: ignore[reportIncompatibleMethodOverride]
        return self._items[index] if 0 <= index < len(self._items) else None

    @override
    def takeAt(self, index: int) -> QLayoutItem | None:  # pyright: ignore[reportIncompatibleMethodOverride]
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    @override
    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        height = self._heights.get(width)
        if height is None:  # Qt asks dozens of times before it sets one width
            height = self._heights[width] = self._arrange(QRect(0, 0, width, 0), place=False)
        return height

    @override
    def invalidate(self) -> None:
        self._heights.clear()
        self._smallest = None
        super().invalidate()

    @override
    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, place=True)

    @override
    def sizeHint(self) -> QSize:
        shown = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(size.width() + self.spacing() for size in shown)
        return QSize(width, max((size.height() for size in shown), default=0))

    @override
    def minimumSize(self) -> QSize:
        if self._smallest is None:
            self._smallest = QSize()
            for item in self._items:
                if not item.isEmpty():
                    self._smallest = self._smallest.expandedTo(_least_size(item) - self._reach_of(item))
        return QSize(self._smallest)

    def _reach_of(self, item: QLayoutItem) -> QSize:
        """Return how much of an item may stand left of the layout: in the margin of the widget that holds it."""
        holder = self.parentWidget() if self._last_at_right and item is self._items[-1] else None
        around = holder.layout() if holder is not None else None
        margin = around.contentsMargins().left() if around is not None else 0
        return QSize(max(0, margin - self.spacing()), 0)

    def _arrange(self, rect: QRect, *, place: bool) -> int:
        """Set the rows into a rectangle and give the height they take."""
        y = rect.y()
        rows = self._rows(rect.width())
        for number, row in enumerate(rows):
            height = max(item.sizeHint().height() for item in row)
            if place:
                self._place_row(row, QRect(rect.x(), y, rect.width(), height), is_last=number == len(rows) - 1)
            y += height + (self.spacing() if number < len(rows) - 1 else 0)
        return y - rect.y()

    def _rows(self, width: int) -> list[list[QLayoutItem]]:
        """Give what stands in each row where a row has this width."""
        rows: list[list[QLayoutItem]] = []
        x = 0
        for item in self._items:
            if item.isEmpty():
                continue
            wanted = item.sizeHint().width()
            if not rows or x + wanted > width:
                rows.append([])
                x = 0
            rows[-1].append(item)
            x += wanted + self.spacing()
        return rows

    def _place_row(self, row: list[QLayoutItem], room: QRect, *, is_last: bool) -> None:
        """Place a row, everything in the middle of its height."""
        x = room.x()
        for item in row:
            size = item.sizeHint().boundedTo(room.size())
            if self._last_at_right and is_last and item is row[-1]:
                size = item.sizeHint().boundedTo(QSize(room.x() + room.width() - self.spacing(), room.height()))
                x = room.x() + room.width() - size.width()
            item.setGeometry(QRect(QPoint(x, room.y() + (room.height() - size.height()) // 2), size))
            x += item.sizeHint().width() + self.spacing()


def _least_size(item: QLayoutItem) -> QSize:
    """Return how small an item may get; a widget of a fixed size is cut here where it has to be."""
    widget = item.widget()
    return item.minimumSize() if widget is None else widget.minimumSizeHint().expandedTo(widget.minimumSize())
