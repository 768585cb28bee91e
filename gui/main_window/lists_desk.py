"""Bringing lists and counts up to date without the window waiting for the archive."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from gui.tasks.lane import Outcome
from gui.tasks.reading import Readable, Reading
from storage.domain.progress import IsCancelled, ReportProgress

if TYPE_CHECKING:
    from gui.main_window.window import MainWindow


class ListsDesk(QObject):
    """Asks for each part of the window one reading at a time; wishes that come meanwhile become one more."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._session = window.session
        self._running: set[Readable] = set()
        self._again: set[Readable] = set()

    @Slot()
    def forget(self) -> None:
        """Wait for no answer any more; another archive is open."""
        self._running.clear()
        self._again.clear()

    def refresh(self, *parts: Readable) -> None:
        """Bring parts up to date."""
        for part in parts:
            if part in self._running:
                self._again.add(part)
            else:
                self._ask(part)

    def _ask(self, part: Readable) -> None:
        reading = part.reading()
        if reading is None:
            return
        self._running.add(part)

        def job(_progress: ReportProgress, _is_cancelled: IsCancelled) -> object:
            return reading.ask()

        def finish(outcome: Outcome) -> None:
            self._finish(part, reading, outcome)

        self._session.readings.start(job, finish)

    def _finish(self, part: Readable, reading: Reading, outcome: Outcome) -> None:
        self._running.discard(part)
        if outcome.error is not None:
            self._session.tell(outcome.error)
        elif not outcome.cancelled:
            reading.show(outcome.result)
        if part in self._again:
            self._again.discard(part)
            self._ask(part)


class ArchiveCounts:
    """How much the archive holds, as the status bar shows it."""

    def __init__(self, window: "MainWindow") -> None:
        self._session = window.session
        self._status = window.status

    def reading(self) -> Reading | None:
        """Return what to read to count anew."""
        library = self._session.library
        return Reading(library.statistics, self._status.show_counts) if library is not None else None
