"""Many frozen values made at once from columns."""

from collections import deque
from collections.abc import Iterable
from typing import TypeVar

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
