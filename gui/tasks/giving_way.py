"""Letting the window come first while it has much to do."""

import threading
import time
from collections.abc import Callable

_TURN_SECONDS = 0.004
_WAIT_SECONDS = 0.002
_LONGEST_WAIT_SECONDS = 0.04
_SHARE = 0.25
_NAP_SECONDS = 0.0001


class GivingWay:
    """Has a thread of ours wait for the window's thread as long as that is at work.

    Both want the interpreter's lock. The window's thread lets go of it at every call into Qt and would wait for it a
    thousand times while it opens a document, which then takes two and three times as long. Whether it is at work is
    told by the processor time it has used; where the system does not tell (Windows, macOS), nobody waits.

    A window at rest may wait for the display to take what was painted. So the thread takes a nap then, too short to be
    noticed, in which whoever else waits for its processor has that: a display server next to a busy thread of ours has
    been seen to wait for a tenth of a second, though it comes first.

    Args:
        worked: Returns the processor time of the window's thread in seconds; None where that is not known.
        now: Returns the time in seconds.
        wait: Waits for so many seconds.
    """

    def __init__(
        self,
        worked: Callable[[], float] | None,
        now: Callable[[], float] = time.monotonic,
        wait: Callable[[float], None] = time.sleep,
    ) -> None:
        self._read_worked, self._now, self._wait = worked, now, wait
        self._worked, self._seen = (worked() if worked else 0.0), now()

    def give_way(self) -> None:
        """Wait until the window is at rest, for 0.1 ms at least and 40 ms at most; asked again at once, go on."""
        begun = self._now()
        if self._read_worked is None or begun - self._seen < _TURN_SECONDS:
            return
        self._wait(_NAP_SECONDS)
        while self._is_window_at_work() and self._now() - begun < _LONGEST_WAIT_SECONDS:
            self._wait(_WAIT_SECONDS)

    def _is_window_at_work(self) -> bool:
        assert self._read_worked is not None
        worked, now = self._read_worked(), self._now()
        since, passed = worked - self._worked, now - self._seen
        self._worked, self._seen = worked, now
        return since > _SHARE * min(passed, _TURN_SECONDS)


def clock_of_this_thread() -> Callable[[], float] | None:
    """Return what tells other threads the processor time of this one; None where the system does not tell."""
    if not hasattr(time, "pthread_getcpuclockid"):
        return None
    clock = time.pthread_getcpuclockid(threading.get_ident())
    return lambda: time.clock_gettime(clock)
