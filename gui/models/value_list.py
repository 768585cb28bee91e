"""Lists of values that are fully loaded: they take a new state row by row and narrow by words."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from storage.text.folding import fold

Index = QModelIndex | QPersistentModelIndex
Value = TypeVar("Value")

VALUE_ROLE = int(Qt.ItemDataRole.UserRole)
FIRST_FREE_ROLE = VALUE_ROLE + 1


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
        self._folded: dict[Hashable, tuple[Value, str]] = {}

    @property
    def total(self) -> int:
        """How many values there are, shown or not."""
        return len(self._all)

    def values(self) -> Sequence[Value]:
        """Return the values that are shown, in order."""
        return self._shown

    def set_values(self, values: Sequence[Value]) -> None:
        """Show other values; rows whose value stays keep their place in the view."""
        self._all = list(values)
        self.show_wanted()

    def _take_in(self, changed: Mapping[int, Value], further: Sequence[Value]) -> None:
        """Put values in the place of others, by row, and further ones after all; no filter narrows the list."""
        for row, value in changed.items():
            self._all[row] = self._shown[row] = value
            self.dataChanged.emit(self.index(row), self.index(row))
        if further:
            count = len(self._shown)
            self.beginInsertRows(QModelIndex(), count, count + len(further) - 1)
            for values in (self._all, self._shown):
                values.extend(further)
            self._keys.extend(map(self._key, further))
            self.endInsertRows()

    def set_filter(self, words: str) -> None:
        """Show only the values whose text holds all the words, without regard to case and accents."""
        self._words = fold(words).split()
        self.show_wanted()

    def show_wanted(self) -> None:
        """Choose anew which of the values are shown."""
        self._show([value for value in self._all if self._is_wanted(value)])

    def value(self, index: Index) -> Value | None:
        """Return the value of a row, or None where there is none."""
        return self._shown[index.row()] if index.isValid() else None

    def find(self, key: Hashable) -> Value | None:
        """Return the value known by a key, shown or not, or None."""
        return next((value for value in self._all if self._key(value) == key), None)

    def index_of(self, key: Hashable) -> QModelIndex:
        """Return where the value known by a key is shown."""
        return self.index(self._keys.index(key)) if key in self._keys else QModelIndex()

    def _is_wanted(self, value: Value) -> bool:
        if not self._words:
            return True
        key = self._key(value)
        known = self._folded.get(key)
        if known is None or known[0] is not value:
            known = self._folded[key] = (value, fold(self._searched(value)))
        return all(word in known[1] for word in self._words)

    def _show(self, values: list[Value]) -> None:
        """Replace the rows between the first and the last that differ; the rows around them stay."""
        keys = [self._key(value) for value in values]
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


def _equal_at_start(left: Sequence[Hashable], right: Sequence[Hashable]) -> int:
    for position, (one, other) in enumerate(zip(left, right, strict=False)):
        if one != other:
            return position
    return min(len(left), len(right))
