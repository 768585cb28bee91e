"""The lane: jobs that use the library run one after another on a thread of their own.

Jobs are plain functions given values; progress and cancelling are parameters that storage calls. Results come back to
the window's thread by queued signals, and are taken there one a turn of the event loop.
"""

import itertools
import logging
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from threading import Event
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal, Slot

from gui.tasks.giving_way import GivingWay, clock_of_this_thread
from gui.tasks.responsiveness import stand_back
from gui.turns import turns
from storage.domain.progress import IsCancelled, Progress, ReportProgress
from storage.errors import CancelledError

_log = logging.getLogger(__name__)

Job = Callable[[ReportProgress, IsCancelled], Any]


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a job ended: its result, or the error it raised; ``cancelled`` when it was asked to stop and did."""

    task: int
    result: Any = None
    error: BaseException | None = None
    cancelled: bool = False


@dataclass(frozen=True, slots=True)
class TaskProgress:
    """How far a job is."""

    task: int
    progress: Progress


@dataclass(slots=True)
class _Running:
    cancelled: Event
    when_done: Callable[[Outcome], None] | None
    future: "Future[None] | None" = None


class Lane(QObject):
    """Runs jobs one at a time, off the window's thread, which made the lane.

    A job waits a moment while the window is at work, as it begins and whenever it asks whether it is cancelled.

    Signals:
        progressed: a ``TaskProgress``.
        ended: an ``Outcome``, after the job's own ``when_done`` has been called.
    """

    progressed = Signal(object)
    ended = Signal(object)
    _reported = Signal(object)
    _returned = Signal(object)

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._executor = ThreadPoolExecutor(1, thread_name_prefix=name, initializer=stand_back)
        self._giving_way = GivingWay(clock_of_this_thread())
        self._numbers = itertools.count(1)
        self._running: dict[int, _Running] = {}
        self._is_closed = False
        self._turns = turns()
        self._reported.connect(self._report, Qt.ConnectionType.QueuedConnection)
        self._returned.connect(self._await_turn, Qt.ConnectionType.QueuedConnection)

    def start(self, job: Job, when_done: Callable[[Outcome], None] | None = None) -> int:
        """Queue a job and return its number; ``when_done`` is called on the window's thread.

        In a lane that was closed it never begins, as one that was cancelled: a window may be painted once more as it
        goes, and its parts ask for what they show.
        """
        number = next(self._numbers)
        if self._is_closed:
            return number
        running = _Running(Event(), when_done)
        self._running[number] = running
        running.future = self._executor.submit(self._run, number, job, running.cancelled)
        return number

    def cancel(self, number: int) -> None:
        """Ask a job to stop; one that has not begun never begins."""
        running = self._running.get(number)
        if running is not None:
            running.cancelled.set()

    def cancel_all(self) -> None:
        """Ask all jobs to stop."""
        for running in self._running.values():
            running.cancelled.set()

    def has_begun(self, number: int) -> bool:
        """Tell whether the thread is at a job, so that cancelling ends it only where it looks for that."""
        running = self._running.get(number)
        return running is not None and running.future is not None and running.future.running()

    @property
    def busy(self) -> bool:
        """Whether jobs run or wait."""
        return bool(self._running)

    def wait(self) -> None:
        """Wait until no job runs, and forget what they would still report."""
        for running in self._running.values():
            if running.future is not None:
                running.future.exception()
        self._running.clear()

    def close(self) -> None:
        """Ask all jobs to stop and wait until the thread has ended."""
        self._is_closed = True
        self.cancel_all()
        self._executor.shutdown(wait=True)
        self._running.clear()

    def _run(self, number: int, job: Job, cancelled: Event) -> None:
        def is_cancelled() -> bool:
            self._giving_way.give_way()
            return cancelled.is_set()

        if is_cancelled():  # also lets the window finish what it does with the key that asked for this
            self._returned.emit(Outcome(number, cancelled=True))
            return
        try:
            result = job(lambda progress: self._reported.emit(TaskProgress(number, progress)), is_cancelled)
        except CancelledError:
            self._returned.emit(Outcome(number, cancelled=True))
        except Exception as error:  # noqa: BLE001 - the one place where a job's error is handed to the window
            self._returned.emit(Outcome(number, error=error))
        else:
            self._returned.emit(Outcome(number, result, cancelled=cancelled.is_set()))

    @Slot(object)
    def _report(self, report: TaskProgress) -> None:
        if report.task in self._running:
            self.progressed.emit(report)

    @Slot(object)
    def _await_turn(self, outcome: Outcome) -> None:
        self._turns.give(self, partial(self._finish, outcome))

    def _finish(self, outcome: Outcome) -> None:
        running = self._running.pop(outcome.task, None)
        if running is None:
            return
        if running.when_done is not None:
            running.when_done(outcome)
        self.ended.emit(outcome)
