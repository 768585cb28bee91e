"""Lists of values that are fully loaded: they take a new state row by row and narrow by words."""

import time
from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from storage.text.folding import fold, holding_all

Index = QModelIndex | QPersistentModelIndex
Value = TypeVar("Value")

VALUE_ROLE = int(Qt.ItemDataRole.UserRole)
FIRST_FREE_ROLE = VALUE_ROLE + 1

_TURN_SECONDS = 0.01
_FOLDED_AT_ONCE = 100


class ValueListModel(QAbstractListModel, Generic[Value]):
    """A list of values; ``VALUE_ROLE`` gives the value of a row.

    Args:
        key: What a value is known by when its content has changed.
        searched: The text in which the filter's words must stand.
    """

    def __init__(
        self, key: Callable[[Value], Hashable], searched: Callable[[Value], str], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._key = key
        self._searched = searched
        self._all: list[Value] = []
        self._shown: list[Value] = []
        self._keys: list[Hashable] = []
        self._words: list[str] = []
        self._folded: list[str] = []
        """What is searched of the first values, folded: of as many as a filter has asked for."""

    @property
    def total(self) -> int:
        """How many values there are, shown or not."""
        return len(self._all)

    def values(self) -> Sequence[Value]:
        """Return the values that are shown, in order."""
        return self._shown

    def set_values(self, values: Sequence[Value]) -> None:
        """Show other values; rows whose value stays keep their place in the view."""
        self._all, self._folded = list(values), []
        self.show_wanted()

    def _put(self, row: int, value: Value, *, is_new: bool) -> None:
        """Put a value before the one that stands in a row of all values, or in its place; ``show_wanted`` shows it."""
        end = row if is_new else row + 1
        self._all[row:end] = [value]
        if row < len(self._folded):
            self._folded[row:end] = [fold(self._searched(value))]

    def _drop(self, row: int) -> None:
        """Take a value out of a row of all values; ``show_wanted`` takes it out of those shown."""
        del self._all[row]
        del self._folded[row : row + 1]

    def _take_in(self, changed: Mapping[int, Value], further: Sequence[Value]) -> None:
        """Put values in the place of others, by row, and further ones after all; no filter narrows the list."""
        for row, value in changed.items():
            self._put(row, value, is_new=False)
            self._shown[row] = value
            self.dataChanged.emit(self.index(row), self.index(row))
        if further:
            count = len(self._shown)
            self.beginInsertRows(QModelIndex(), count, count + len(further) - 1)
            for value in further:
                self._put(len(self._all), value, is_new=True)
            self._shown.extend(further)
            self._keys.extend(map(self._key, further))
            self.endInsertRows()

    def set_filter(self, words: str) -> None:
        """Show only the values whose text holds all the words, without regard to case and accents."""
        self._words = fold(words).split()
        self.show_wanted()

    def show_wanted(self) -> None:
        """Choose anew which of the values are shown."""
        self._show(self._wanted())

    def value(self, index: Index) -> Value | None:
        """Return the value of a row, or None where there is none."""
        return self._shown[index.row()] if index.isValid() else None

    def find(self, key: Hashable) -> Value | None:
        """Return the value known by a key, shown or not, or None."""
        return next((value for value in self._all if self._key(value) == key), None)

    def index_of(self, key: Hashable) -> QModelIndex:
        """Return where the value known by a key is shown."""
        return self.index(self._keys.index(key)) if key in self._keys else QModelIndex()

    def is_ready_to_filter(self) -> bool:
        """Fold some more of what a filter searches, for 10 ms at most, and tell whether all of it is folded."""
        until = time.monotonic() + _TURN_SECONDS
        while len(self._folded) < len(self._all) and time.monotonic() < until:
            further = self._all[len(self._folded) :][:_FOLDED_AT_ONCE]
            self._folded.extend(fold(self._searched(value)) for value in further)
        return len(self._folded) == len(self._all)

    def _wanted(self) -> list[Value]:
        """Return the values that hold all words of the filter, as a list of their own."""
        if not self._words:
            return list(self._all)
        while not self.is_ready_to_filter():
            pass
        return [self._all[row] for row in holding_all(self._words, self._folded)]

    def _show(self, values: list[Value]) -> None:
        """Replace the rows between the first and the last that differ; the rows around them stay."""
        keys = list(map(self._key, values))
        first = _equal_at_start(self._keys, keys)
        last = _equal_at_start(self._keys[first:][::-1], keys[first:][::-1])
        before = self._shown
        if gone := len(self._keys) - first - last:
            self.beginRemoveRows(QModelIndex(), first, first + gone - 1)
            self._shown = before[:first] + before[first + gone :]
            self._keys = self._keys[:first] + self._keys[first + gone :]
            self.endRemoveRows()
        kept = self._shown
        if come := len(keys) - first - last:
            self.beginInsertRows(QModelIndex(), first, first + come - 1)
            self._shown, self._keys = kept[:first] + values[first : first + come] + kept[first:], keys
            self.endInsertRows()
        self._shown, self._keys = values, keys
        self._tell_changed(kept[:first], 0)
        self._tell_changed(kept[first:], len(values) - last)

    def _tell_changed(self, kept: Sequence[Value], start: int) -> None:
        if kept == self._shown[start : start + len(kept)]:
            return
        for row, value in enumerate(kept, start):
            if value is not self._shown[row] and value != self._shown[row]:
                self.dataChanged.emit(self.index(row), self.index(row))

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._shown)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        value = self._shown[index.row()]
        return value if role == VALUE_ROLE else self.shown(value, role)

    def shown(self, value: Value, role: int) -> object:
        """Return what a row shows of its value in a role."""
        return str(value) if role == Qt.ItemDataRole.DisplayRole else None


def _equal_at_start(left: list[Hashable], right: list[Hashable]) -> int:
    """Count the values at the start of both lists that are equal, by halving: whole stretches are compared fastest."""
    equal, end = 0, min(len(left), len(right))
    while equal < end:
        middle = (equal + end + 1) // 2
        if left[equal:middle] == right[equal:middle]:
            equal = middle
        else:
            end = middle - 1
    return equal
