"""Turns of the event loop: what waits is done one after the other, and keys are taken in between."""

from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Slot
from shiboken6 import isValid


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


def turns() -> Turns:
    """Return the turns that all parts of the program share."""
    application = QCoreApplication.instance()
    assert application is not None, "turns are those of an application's event loop"
    return application.findChild(Turns) or Turns(application)
