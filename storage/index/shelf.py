"""What was worked out lately, up to a weight; what has not been asked for longest makes room. Safe between threads."""

import threading
from collections import OrderedDict
from collections.abc import Hashable
from typing import Generic, TypeVar

_Value = TypeVar("_Value")
_LEAST = 50
"""What a value weighs at least, in numbers kept."""


class Shelf(Generic[_Value]):
    """Keeps values under keys.

    Args:
        room: how many numbers all values together may hold; the newest is kept however much it holds.
    """

    def __init__(self, room: int) -> None:
        self._room = room
        self._held = 0
        self._lock = threading.Lock()
        self._values: OrderedDict[Hashable, tuple[int, _Value]] = OrderedDict()

    def get(self, key: Hashable) -> _Value | None:
        """Return what was put under a key, or None when it is not here any more."""
        if key not in self._values:  # what is asked for first is never here, and need not wait
            return None
        with self._lock:
            found = self._values.get(key)
            if found is None:
                return None
            self._values.move_to_end(key)
            return found[1]

    def put(self, key: Hashable, value: _Value, weight: int) -> None:
        """Keep a value that holds so many numbers."""
        with self._lock:
            former = self._values.pop(key, None)
            self._values[key] = (weight + _LEAST, value)
            self._held += weight + _LEAST - (former[0] if former else 0)
            while self._held > self._room and len(self._values) > 1:
                _, (gone, _) = self._values.popitem(last=False)
                self._held -= gone
