"""Worker processes that read files: each file has limits, and one that breaks them costs itself and nothing else.

Workers are spawned, never forked, so that they work in a packaged program too (its door calls
``multiprocessing.freeze_support``) and hold nothing of the window. A worker that hangs is killed, one that dies is
replaced, and the files it had not begun go to others.
"""

import logging
import multiprocessing
import os
import time
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import wait
from pathlib import Path
from types import MappingProxyType, TracebackType
from typing import TYPE_CHECKING, Self

from storage.domain.importing import ReadMember
from storage.domain.progress import IsCancelled, never_cancelled
from storage.importers.worker_process import (
    FINISHED,
    HELD,
    PATIENCE,
    READY,
    STOP,
    FileResult,
    Task,
    order,
    unpacked,
    work,
)
from storage.sentences import say

if TYPE_CHECKING:
    from multiprocessing.process import BaseProcess

    from storage.importers.worker_process import Line, State

__all__ = ["FileResult", "Task", "WorkerPool"]

_MOST_AHEAD = 256
_BYTES_AHEAD = 8 << 20
"""Files and bytes a worker is given ahead, so that it never waits for the next; at least one file."""

_LOG = logging.getLogger(__name__)
_SECONDS_TO_START = 60
_SECONDS_TO_END = 2.0
_FAILED_STARTS = 3
_TICK = 0.1
_NO_TASK = Task()
_NICENESS = 10


@dataclass(frozen=True, slots=True)
class _File:
    path: Path
    size: int


@dataclass(slots=True)
class _Worker:
    """A process, the line to it, what it was given and has not answered, and since when it works on the same file.

    ``answered`` counts the answers heard; what the process has finished is in ``state``. ``used`` is the processor time
    it had used when it began that file.
    """

    process: "BaseProcess"
    line: "Line"
    state: "State"
    given: deque[_File]
    since: float
    ready: bool = False
    answered: int = 0
    finished: int = 0
    used: float = 0.0

    @property
    def is_working(self) -> bool:
        return not self.ready or self.finished < self.answered + len(self.given)


class WorkerPool:
    """Reads files in processes of their own.

    Args:
        jobs: How many processes.
        seconds: Time one file may take; then its worker is killed. On a machine that is too busy to give a worker that
            time it gets up to four times as long, where the system tells (Linux).
        megabytes: Memory a worker may use, on systems that know such a limit (Linux; elsewhere time alone is limited).
        task: What else is done with each file.
    """

    def __init__(self, jobs: int, seconds: float = 30, megabytes: int = 1500, task: Task = _NO_TASK) -> None:
        self._jobs = max(1, jobs)
        self._seconds = seconds
        self._megabytes = megabytes
        self._task = task
        self._context = multiprocessing.get_context("spawn")
        self._workers: list[_Worker] = []
        self._waiting: deque[_File] = deque()
        self._encodings: Mapping[Path, str] = {}
        self._held = False
        self._failed_starts = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End all workers, at once where they have work left; when this returns none is left."""
        workers, self._workers = self._workers, []
        self._waiting.clear()
        for worker in workers:
            if worker.given or not worker.ready:
                worker.process.kill()
            else:
                _hang_up(worker)
        patience = time.monotonic() + _SECONDS_TO_END
        for worker in workers:
            worker.process.join(max(0.0, patience - time.monotonic()))
            _end(worker)

    def process_ids(self) -> tuple[int, ...]:
        """Return the ids of the processes that run now."""
        return tuple(worker.process.pid for worker in self._workers if worker.process.pid is not None)

    def extract_files(
        self,
        paths: Iterable[Path],
        is_cancelled: IsCancelled = never_cancelled,
        encodings: Mapping[Path, str] = MappingProxyType({}),
    ) -> Iterator[FileResult]:
        """Yield the result of each file as it is ready, which is not always the order given.

        Texts are read in the ``encodings`` that somebody chose for them, all others as they say themselves. A file
        whose worker hung, died or broke off comes with a reason. After a cancel, or when the caller stops early, the
        workers are ended; the pool can be used again.
        """
        self.begin(paths, encodings)
        try:
            while not self.is_done and not is_cancelled():
                yield from self.turn()
        finally:
            if not self.is_done:
                self.close()

    def begin(self, paths: Iterable[Path], encodings: Mapping[Path, str] = MappingProxyType({})) -> None:
        """Take files to be read, which :meth:`turn` then goes on with."""
        self._waiting.extend(_File(path, _size(path)) for path in paths)
        self._encodings = encodings

    @property
    def is_done(self) -> bool:
        """Whether every file has been answered for."""
        return not self._waiting and not any(worker.given for worker in self._workers)

    def hold(self, held: bool) -> None:
        """Let workers end the files they are at and begin no others, or let them go on."""
        self._held = held
        for worker in self._workers:
            worker.state[HELD] = held

    def turn(self) -> list[FileResult]:
        """Hand out work, and return what came in and what went wrong meanwhile; takes a moment at most."""
        self._hire()
        if not self._held:
            self._hand_out()
        return list(self._results())

    def _hire(self) -> None:
        while len(self._workers) < self._jobs and len(self._waiting) > sum(not each.given for each in self._workers):
            ours, theirs = self._context.Pipe()
            state = self._context.RawArray("q", 2)
            state[HELD] = self._held
            process = self._context.Process(
                target=work,
                args=(theirs, state, self._seconds, self._megabytes, self._task),
                name="import worker",
                daemon=True,
            )
            process.start()
            if self._task.stands_back:
                _stand_back(process)
            theirs.close()
            self._workers.append(_Worker(process, ours, state, deque(), time.monotonic()))

    def _hand_out(self) -> None:
        """Give each worker its part; less when little is left, so that all end at about the same time."""
        ahead = min(_MOST_AHEAD, len(self._waiting) // (2 * self._jobs) + 1)
        for worker in self._workers:
            given = sum(file.size for file in worker.given)
            while worker.ready and self._waiting and len(worker.given) < ahead:
                file = self._waiting[0]
                if worker.given and given + file.size > _BYTES_AHEAD:
                    break
                try:
                    worker.line.send_bytes(order(file.path, self._encodings.get(file.path, "")))
                except OSError:
                    break
                if not worker.is_working:
                    worker.since = time.monotonic()
                worker.given.append(self._waiting.popleft())
                given += file.size

    def _results(self) -> Iterator[FileResult]:
        """Yield what has come in, else what has gone wrong meanwhile."""
        workers = list(self._workers)
        heard = wait([worker.line for worker in workers], timeout=_TICK)
        for worker in workers:
            if worker.line in heard:
                yield from self._hear(worker)
            elif self._is_stuck(worker):
                worker.process.kill()
                yield from self._lost(
                    worker, say("took longer than {seconds:g} seconds and was given up", seconds=self._seconds)
                )

    def _is_stuck(self, worker: _Worker) -> bool:
        finished, now = worker.state[FINISHED], time.monotonic()
        if finished != worker.finished or self._held:
            worker.finished, worker.since = finished, now
            worker.used = _processor_seconds(worker)[0]
        allowed = self._seconds if worker.ready else _SECONDS_TO_START
        if not worker.is_working or now - worker.since <= allowed or worker.line.poll():
            return False
        used, wants_more = _processor_seconds(worker)
        is_starved = wants_more and used - worker.used < allowed
        return not is_starved or now - worker.since > PATIENCE * allowed

    def _hear(self, worker: _Worker) -> Iterator[FileResult]:
        """Yield all answers that have come in."""
        try:
            while worker.line.poll():
                yield from _answer(worker, worker.line.recv_bytes())
        except (EOFError, OSError):
            yield from self._lost(worker, say("made the program that reads files break off"))
        else:
            self._failed_starts = 0

    def _lost(self, worker: _Worker, what: str) -> Iterator[FileResult]:
        """Take leave of a worker: the file it was at is to blame, the others are given to somebody else."""
        self._workers.remove(worker)
        yield from _last_words(worker)
        worker.process.join()
        finished = worker.state[FINISHED]
        _end(worker)
        if not worker.ready:
            self._failed_starts += 1
            if self._failed_starts >= _FAILED_STARTS:
                raise RuntimeError(f"import workers do not start (exit code {worker.process.exitcode})")
            return
        unsent = finished - worker.answered
        if unsent < len(worker.given):
            path = worker.given[unsent].path
            del worker.given[unsent]
            reason = say(
                "{file} {what}. It is damaged or too large for this computer; everything else was read.",
                file=path.name,
                what=what,
            )
            yield FileResult(path, "", 0, (ReadMember(path.name, reason=reason),))
        self._waiting.extendleft(reversed(worker.given))


def _answer(worker: _Worker, message: bytes) -> Iterator[FileResult]:
    worker.since = time.monotonic()
    if message == READY:
        worker.ready = True
    elif worker.given:
        worker.answered += 1
        yield unpacked(worker.given.popleft().path, message)


def _last_words(worker: _Worker) -> Iterator[FileResult]:
    """Yield the answers that a worker sent whole before its end."""
    try:
        while worker.line.poll():
            yield from _answer(worker, worker.line.recv_bytes())
    except (EOFError, OSError):
        _LOG.debug("import worker %s has ended", worker.process.pid)


def _processor_seconds(worker: _Worker) -> tuple[float, bool]:
    """Return the processor time a worker has used and whether it wants more now; nothing where that is not known."""
    try:
        state, *numbers = Path(f"/proc/{worker.process.pid}/stat").read_text().rpartition(")")[2].split()
        ticks = os.sysconf("SC_CLK_TCK")
    except (OSError, ValueError, AttributeError):
        return 0.0, False
    return (int(numbers[10]) + int(numbers[11])) / ticks, state == "R"


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _stand_back(process: "BaseProcess") -> None:
    """Let everybody else have the processor before a worker, from its start on, which is the busiest of its times."""
    if hasattr(os, "setpriority") and process.pid is not None:
        with suppress(ProcessLookupError):  # it has ended already, which is told when it is asked for an answer
            niceness = os.getpriority(os.PRIO_PROCESS, process.pid) + _NICENESS
            os.setpriority(os.PRIO_PROCESS, process.pid, niceness)


def _hang_up(worker: _Worker) -> None:
    try:
        worker.line.send_bytes(STOP)
    except OSError:
        _LOG.debug("import worker %s had ended already", worker.process.pid)


def _end(worker: _Worker) -> None:
    if worker.process.is_alive():
        worker.process.kill()
    worker.process.join()
    worker.line.close()
