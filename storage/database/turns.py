"""Whose turn it is to write: a lock that whoever has just held it leaves to those who wait."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

_STEP_ASIDE_SECONDS = 0.001
"""Long enough for a thread that waits to wake up and take the lock."""


class Turns:
    """A reentrant lock for threads of which one, an import, takes it again and again.

    A lock of Python's is not fair: the thread that lets go of it takes it again before one that waits is awake, so
    that a person's edit would wait for many short transactions in place of one.
    """

    def __init__(self) -> None:
        self._lock = threading.RLock()
        self._counting = threading.Lock()
        self._waiting = 0
        self._depth = 0

    @property
    def others_wait(self) -> bool:
        """Whether a thread waits for the lock."""
        return self._waiting > 0

    @contextmanager
    def taken(self) -> Iterator[None]:
        """Hold the lock; afterwards step aside for a moment if others wait."""
        self._count(1)
        try:
            self._lock.acquire()
        finally:
            self._count(-1)
        self._depth += 1
        try:
            yield
        finally:
            self._depth -= 1
            is_last = not self._depth
            self._lock.release()
            if is_last and self.others_wait:
                time.sleep(_STEP_ASIDE_SECONDS)

    def _count(self, by: int) -> None:
        with self._counting:
            self._waiting += by
