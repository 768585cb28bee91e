"""When a window is painted: in a turn of the event loop of its own."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from gui.turns import turns


class PaintingTurns(QObject):
    """Paints a window in the turn of the event loop after that in which its parts have changed or were laid out.

    Qt paints in the same turn, right after laying out. Where both take long, no key is taken for as long as the two
    together; what stands on the screen is the same, since nothing of it is painted until all is.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._is_painting = False
        self._is_waiting = False
        self._turns = turns()
        window.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is not QEvent.Type.UpdateRequest or self._is_painting:
            return False
        if not self._is_waiting:
            self._is_waiting = True
            self._turns.give(self._window, self._paint)
        return True

    def _paint(self) -> None:
        if self._window.isVisible() and not self._window.updatesEnabled():
            # It is dressed anew. Qt would take the request for answered and, with all of it to be painted, ask no more.
            self._turns.give(self._window, self._paint)
            return
        self._is_waiting = False
        if not self._window.isVisible():  # it was closed since
            return
        self._is_painting = True
        try:
            QCoreApplication.sendEvent(self._window, QEvent(QEvent.Type.UpdateRequest))
        finally:
            self._is_painting = False
