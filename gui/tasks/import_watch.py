"""What an import reports from its thread, handed to the window a few times a second, and the wish to pause it."""

from dataclasses import replace
from threading import Event, Lock

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from storage.domain.importing import FileOutcome, ImportProgress

_TELLING_MILLISECONDS = 200


class ImportWatch(QObject):
    """Gathers the reports of one import at a time, so that thousands of files cost the window a few signals.

    Signals:
        reported: an ``ImportProgress`` with the outcomes of all files that ended since the one before.
        pause_changed: whether the import is asked to stand still.
    """

    reported = Signal(object)
    pause_changed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lock = Lock()
        self._latest: ImportProgress | None = None
        self._outcomes: list[FileOutcome] = []
        self._paused = Event()
        self._telling = QTimer(self, interval=_TELLING_MILLISECONDS)
        self._telling.timeout.connect(self._tell)

    def begin(self) -> None:
        """Watch a new import, which is not paused."""
        self._forget()
        self._telling.start()

    def take(self, progress: ImportProgress) -> None:
        """Keep a report until the window is told; called on the import's own thread."""
        with self._lock:
            self._latest = progress
            self._outcomes += progress.outcomes

    def is_paused(self) -> bool:
        """Tell the import's thread whether to stand still."""
        return self._paused.is_set()

    def set_paused(self, paused: bool) -> None:
        """Ask the import to stand still or to go on."""
        if paused != self._paused.is_set():
            self._paused.set() if paused else self._paused.clear()
            self.pause_changed.emit(paused)

    def finish(self) -> None:
        """Tell what is left to tell, and watch no more."""
        self._telling.stop()
        self._tell()
        self.set_paused(False)

    def abandon(self) -> None:
        """Watch no more, whatever is left to tell; an import that stood still goes on, so that it can stop."""
        self._telling.stop()
        self._forget()

    def _forget(self) -> None:
        with self._lock:
            self._latest, self._outcomes = None, []
        self.set_paused(False)

    @Slot()
    def _tell(self) -> None:
        with self._lock:
            latest, outcomes = self._latest, self._outcomes
            self._latest, self._outcomes = None, []
        if latest is not None:
            self.reported.emit(replace(latest, outcomes=tuple(outcomes)))
