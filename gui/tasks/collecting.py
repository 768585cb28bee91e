"""Freeing objects that hold each other, in the window's thread alone."""

import gc
from collections.abc import Iterator

import shiboken6
from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QWidget

_MILLISECONDS_BETWEEN_LOOKS = 50
_KEPT_BETWEEN_FULL = 7_000_000


class Collector(QObject):
    """Collects garbage, but never in a thread that works for the window.

    Python collects in whichever thread makes the object that is one too many. A widget in the garbage is destroyed in
    that thread then, and Qt, which learns of it too late, goes on with what is no more: the program crashes when the
    theme is changed next.

    What was made since the last look is looked through once; whatever outlives that waits until seven million objects
    more are kept than at the last full collection, since looking through all of them stands still for a tenth of a
    second and longer as soon as an import has read the authority file. What is in no circle is freed without any.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._kept = 0
        self._timer = QTimer(self, interval=_MILLISECONDS_BETWEEN_LOOKS)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    @Slot()
    def collect(self) -> None:
        """Look through what was made since the last time, when it is enough to be worth it."""
        made = gc.get_count()[0]
        if made <= gc.get_threshold()[0]:
            return
        self._kept += made
        if self._kept > _KEPT_BETWEEN_FULL:
            self.collect_all()
        else:
            gc.collect(1)

    @Slot()
    def collect_all(self) -> None:
        """Look through everything, when it is known that much is left over."""
        self._kept = 0
        gc.collect()


def taken_apart(whole: QWidget) -> Iterator[None]:
    """Destroy a widget with all its parts, in steps, and free what they hold without looking through everything else.

    The parts of a window hold the window, and it holds them. As soon as Qt has destroyed them, each lets go of what it
    holds, so that the circles come undone.
    """
    parts = [whole, *whole.findChildren(QObject)]
    yield
    for part in parts:
        if shiboken6.isValid(part):
            part.blockSignals(True)  # else those that are left follow what becomes of the others
        yield
    for part in reversed(parts):
        # What is of Qt's own classes belongs to another widget, which counts on it.
        is_own = isinstance(part, QWidget) and not type(part).__module__.startswith("PySide6")
        if is_own and shiboken6.isValid(part):
            shiboken6.delete(part)
            yield
    while parts:
        vars(parts.pop()).clear()
        yield
