"""Tables whose columns have names: how many there are, what their heads say and where the words stand."""

from collections.abc import Callable
from enum import IntEnum
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

Index = QModelIndex | QPersistentModelIndex
Column = TypeVar("Column", bound=IntEnum)


def _left(column: IntEnum) -> Qt.AlignmentFlag:
    return Qt.AlignmentFlag.AlignLeft


class ColumnModel(QAbstractTableModel, Generic[Column]):
    """A table with a fixed set of columns; a model derives from it and gives the rows.

    Args:
        columns: The columns in their order, counted from 0.
        in_words: Names a column in the language of the window as it is then.
        side: On which side of a column its words stand; without it on the left.
    """

    def __init__(
        self,
        columns: type[Column],
        in_words: Callable[[Column], str],
        side: Callable[[Column], Qt.AlignmentFlag] = _left,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._columns, self._column_in_words, self._side = columns, in_words, side

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._columns)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:  # fmt: skip
        if orientation is not Qt.Orientation.Horizontal:
            return None
        column = self._columns(section)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self.alignment(column)
        return self._column_in_words(column) if role == Qt.ItemDataRole.DisplayRole else None

    def alignment(self, column: Column) -> Qt.AlignmentFlag:
        """Return where the words of a column and its head stand."""
        return Qt.AlignmentFlag.AlignVCenter | self._side(column)
