"""Turns of the event loop: what waits is done one after the other, and keys are taken in between."""

import time
from collections import deque
from collections.abc import Callable, Generator, Iterator

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Slot
from shiboken6 import isValid

_TURN_SECONDS = 0.01


class Turns(QObject):
    """Gives each of several pieces of work a turn of the event loop of its own, in the order they came.

    Qt delivers all events that have come and fires all timers that are due in one turn. Answers of several threads that
    arrive together, and the painting of what they show, would hold up the next key for as long as all of them take.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: deque[tuple[QObject, Callable[[], None]]] = deque()
        # Begun anew for each piece, so that the next is done also while one waits for a dialog it has opened.
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._turn.timeout.connect(self._do_next)

    @property
    def are_waited_for(self) -> bool:
        """Whether something waits for its turn."""
        return bool(self._waiting)

    def give(self, owner: QObject, work: Callable[[], None]) -> None:
        """Give a piece of work a turn after all that wait; it is not done when its owner is gone by then."""
        self._waiting.append((owner, work))
        if not self._turn.isActive():
            self._turn.start()

    @Slot()
    def _do_next(self) -> None:
        owner, work = self._waiting.popleft()
        if self._waiting:
            self._turn.start()
        if isValid(owner):
            work()


class Steps(QObject):
    """Takes the steps of long work on the window in turns of about ten milliseconds, so that nobody feels them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._steps: Iterator[object] | None = None
        self._when_ended: Callable[[], None] | None = None
        self._is_waiting = False

    @property
    def are_under_way(self) -> bool:
        """Whether steps are left."""
        return self._steps is not None

    def begin(self, steps: Iterator[object], when_ended: Callable[[], None] | None = None) -> None:
        """Take steps from the next turn on, in place of those that are left of others.

        Args:
            steps: What does one step each time it is asked for the next.
            when_ended: is called when all are taken, or one of them has raised an error.
        """
        self._steps, self._when_ended = steps, when_ended
        self._await_turn()

    def finish(self) -> None:
        """Take all the steps that are left now."""
        for _ in self._steps or ():
            pass
        self._end()

    def stop(self) -> None:
        """Take none of the steps that are left; a generator of them is closed."""
        if isinstance(self._steps, Generator):
            self._steps.close()
        self._steps = self._when_ended = None

    def _await_turn(self) -> None:
        if not self._is_waiting:
            self._is_waiting = True
            turns().give(self, self._go_on)

    def _go_on(self) -> None:
        self._is_waiting = False
        steps = self._steps
        if steps is None:
            return
        until = time.monotonic() + _TURN_SECONDS
        is_more = True
        try:
            while is_more and time.monotonic() < until:
                is_more = next(steps, self) is not self
        finally:
            # Not before, since a step may open a dialog, which has turns of its own. After an error nothing is left.
            if self._steps is steps:
                self._await_turn() if is_more else self._end()

    def _end(self) -> None:
        when_ended, self._steps, self._when_ended = self._when_ended, None, None
        if when_ended is not None:
            when_ended()


def turns() -> Turns:
    """Return the turns that all parts of the program share."""
    application = QCoreApplication.instance()
    assert application is not None, "turns are those of an application's event loop"
    return application.findChild(Turns) or Turns(application)
