"""Many values kept as columns, or made at once from them."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import Enum
from functools import cache
from operator import attrgetter
from types import MappingProxyType
from typing import Any, TypeVar, get_type_hints, overload

from typing_extensions import override

_Value = TypeVar("_Value")


def from_columns(kind: type[_Value], columns: Iterable[Iterable[object]]) -> tuple[_Value, ...]:
    """Make values of a frozen dataclass with slots, one from each row of its fields' columns, in the fields' order.

    Three times quicker than calling the class, which looks each field up again for each value: a long text has tens of
    thousands of blocks. ``__init__`` and ``__post_init__`` are not called.

    Raises:
        ValueError: when there are not as many columns as fields, or not all of one length.
    """
    given = [list(column) for column in columns]
    slots = [vars(kind)[name] for name in getattr(kind, "__slots__", ())]
    if len(given) != len(slots) or len({len(column) for column in given}) != 1:
        raise ValueError(f"{kind.__name__} has {len(slots)} fields, which need a column of one length each")
    values = [object.__new__(kind) for _ in given[0]]
    for slot, column in zip(slots, given, strict=True):
        deque(map(slot.__set__, values, column), maxlen=0)
    return tuple(values)


class Columns(Sequence[_Value]):
    """Values of a frozen dataclass with slots that are kept as columns, and made when somebody asks for them.

    Most values on their way between a worker process, a table and the index are never looked at one by one.

    Args:
        kind: The dataclass.
        columns: Those of its fields, in their order, with the values of enumerations in place of their members.
    """

    __slots__ = ("_kind", "_made", "columns")

    def __init__(self, kind: type[_Value], columns: Sequence[Sequence[Any]]) -> None:
        self._kind = kind
        self.columns = columns
        self._made: tuple[_Value, ...] | None = None

    def _values(self) -> tuple[_Value, ...]:
        if self._made is None:
            self._made = self._of(self.columns)
        return self._made

    def _of(self, columns: Iterable[Sequence[Any]]) -> tuple[_Value, ...]:
        members = _members(self._kind)
        found = [map(members[at].__getitem__, column) if at in members else column for at, column in enumerate(columns)]
        return from_columns(self._kind, found)

    @override
    def __len__(self) -> int:
        return len(self.columns[0])

    @overload
    def __getitem__(self, index: int) -> _Value: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[_Value, ...]: ...

    @override
    def __getitem__(self, index: int | slice) -> _Value | tuple[_Value, ...]:
        if self._made is None and isinstance(index, int):
            return self._of([column[index]] for column in self.columns)[0]
        return self._values()[index]

    @override
    def __iter__(self) -> Iterator[_Value]:
        return iter(self._values())

    @override
    def __eq__(self, other: object) -> bool:
        if isinstance(other, Columns):
            return self._kind is other._kind and list(map(tuple, self.columns)) == list(map(tuple, other.columns))
        return self._values() == other

    @override
    def __hash__(self) -> int:
        return hash(self._values())

    @override
    def __repr__(self) -> str:
        return repr(self._values())


def columns_of(kind: type[_Value], values: Sequence[_Value]) -> Sequence[Sequence[Any]]:
    """Give the columns of some values as :class:`Columns` keeps them, one for each field, all empty without values."""
    if isinstance(values, Columns):
        return values.columns
    names, plain = getattr(kind, "__slots__", ()), _plain(kind)
    if not values:
        return ((),) * len(names)
    columns = zip(*map(attrgetter(*names), values), strict=True)
    return [list(map(plain[at], column)) if at in plain else column for at, column in enumerate(columns)]


@cache
def _members(kind: type) -> Mapping[int, Mapping[Any, Enum]]:
    """Give the members of enumerations by value, by the place of the field among those of a dataclass."""
    hints = get_type_hints(kind)
    found = ((at, hints[name]) for at, name in enumerate(getattr(kind, "__slots__", ())))
    return MappingProxyType(
        {
            at: {member.value: member for member in hint}
            for at, hint in found
            if isinstance(hint, type) and issubclass(hint, Enum)
        }
    )


@cache
def _plain(kind: type) -> Mapping[int, Callable[[Any], Any]]:
    """Give what turns members of enumerations into plain values, which SQLite takes several times quicker."""
    return MappingProxyType(
        {at: {member: value for value, member in members.items()}.__getitem__ for at, members in _members(kind).items()}
    )
