"""Worker processes that read files: each file has limits, and one that breaks them costs itself and nothing else.

Workers are spawned, never forked, so that they work in a packaged program too (its door calls
``multiprocessing.freeze_support``) and hold nothing of the window. A worker that hangs is killed, one that dies is
replaced, and the files it had not begun go to others.
"""

import logging
import multiprocessing
import pickle
import signal
import sys
import time
import traceback
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from multiprocessing.connection import wait
from pathlib import Path
from types import MappingProxyType, TracebackType
from typing import TYPE_CHECKING, Any, Self

from storage.domain.document import Block
from storage.domain.importing import Extraction, ReadMember
from storage.domain.progress import IsCancelled, never_cancelled

if TYPE_CHECKING:
    from multiprocessing.connection import Connection, PipeConnection
    from multiprocessing.process import BaseProcess

    Line = Connection[bytes, bytes] | PipeConnection[bytes, bytes]

QUEUE = 4
"""Files a worker is given ahead, so that it never waits for the next."""

_LOG = logging.getLogger(__name__)
_SECONDS_TO_START = 60
_SECONDS_TO_END = 2.0
_GRACE = 5
_FAILED_STARTS = 3
_TICK = 0.2
_READY = b"ready"
_STOP = b""


@dataclass(frozen=True, slots=True)
class FileResult:
    """What was read from a file: its hash and size in bytes, and its members; one, unless it is an archive.

    ``sha256`` is empty where the file could not be read at all.
    """

    path: Path
    sha256: str
    size: int
    members: tuple[ReadMember, ...]


@dataclass(slots=True)
class _Worker:
    """A process, the line to it, what it was given and has not answered, and since when it works on the first."""

    process: "BaseProcess"
    line: "Line"
    given: deque[Path]
    since: float
    ready: bool = False


class WorkerPool:
    """Reads files in processes of their own.

    Args:
        jobs: How many processes.
        seconds: Time one file may take; then its worker is killed.
        megabytes: Memory a worker may use, on systems that know such a limit (Linux; elsewhere time alone is limited).
    """

    def __init__(self, jobs: int, seconds: float = 30, megabytes: int = 1500) -> None:
        self._jobs = max(1, jobs)
        self._seconds = seconds
        self._megabytes = megabytes
        self._context = multiprocessing.get_context("spawn")
        self._workers: list[_Worker] = []
        self._encodings: Mapping[Path, str] = {}
        self._failed_starts = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End all workers; when this returns none is left."""
        workers, self._workers = self._workers, []
        for worker in workers:
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
        waiting: deque[Path] = deque()
        source = iter(paths)
        self._encodings = encodings
        try:
            while not is_cancelled():
                waiting.extend(islice(source, max(0, self._jobs * QUEUE - len(waiting))))
                if not waiting and not any(worker.given for worker in self._workers):
                    return
                self._hire(waiting)
                self._hand_out(waiting)
                yield from self._results(waiting)
        finally:
            if any(worker.given for worker in self._workers):
                for worker in self._workers:
                    worker.process.kill()
                self.close()

    def _hire(self, waiting: Sequence[Path]) -> None:
        while len(self._workers) < min(self._jobs, len(waiting) + len(self._workers)):
            ours, theirs = self._context.Pipe()
            process = self._context.Process(
                target=_work, args=(theirs, self._seconds, self._megabytes), name="import worker", daemon=True
            )
            process.start()
            theirs.close()
            self._workers.append(_Worker(process, ours, deque(), time.monotonic()))

    def _hand_out(self, waiting: deque[Path]) -> None:
        for worker in self._workers:
            while worker.ready and waiting and len(worker.given) < QUEUE:
                if not worker.given:
                    worker.since = time.monotonic()
                path = waiting.popleft()
                try:
                    worker.line.send_bytes(_order(path, self._encodings.get(path, "")))
                except OSError:
                    waiting.appendleft(path)
                    break
                worker.given.append(path)

    def _results(self, waiting: deque[Path]) -> Iterator[FileResult]:
        """Yield what has come in, else what has gone wrong meanwhile."""
        workers = list(self._workers)
        heard = wait([worker.line for worker in workers], timeout=_TICK)
        for worker in workers:
            if worker.line in heard:
                yield from self._hear(worker, waiting)
        silent = [worker for worker in workers if worker.line not in heard]
        for worker in silent:
            # Results may have come in while the caller was busy with an earlier one.
            allowed = self._seconds if worker.ready else _SECONDS_TO_START
            working = worker.given or not worker.ready
            if working and time.monotonic() - worker.since > allowed and not worker.line.poll():
                worker.process.kill()
                yield from self._lost(worker, waiting, f"took longer than {self._seconds:g} seconds and was given up")

    def _hear(self, worker: _Worker, waiting: deque[Path]) -> Iterator[FileResult]:
        try:
            message = worker.line.recv_bytes()
        except (EOFError, OSError):
            yield from self._lost(worker, waiting, "made the program that reads files break off")
            return
        worker.since = time.monotonic()
        if message == _READY:
            worker.ready = True
            self._failed_starts = 0
        elif worker.given:
            yield _unpacked(worker.given.popleft(), message)

    def _lost(self, worker: _Worker, waiting: deque[Path], what: str) -> Iterator[FileResult]:
        """Take leave of a worker: its first file is to blame, the others are given to somebody else."""
        self._workers.remove(worker)
        _end(worker)
        if not worker.ready:
            self._failed_starts += 1
            if self._failed_starts >= _FAILED_STARTS:
                raise RuntimeError(f"import workers do not start (exit code {worker.process.exitcode})")
            return
        if worker.given:
            path = worker.given.popleft()
            reason = f"{path.name} {what}. It is damaged or too large for this computer; everything else was read."
            yield FileResult(path, "", 0, (ReadMember(path.name, reason=reason),))
        waiting.extendleft(reversed(worker.given))


def _order(path: Path, encoding: str) -> bytes:
    return f"{encoding}\0{path}".encode("utf-8", "surrogateescape")


def _hang_up(worker: _Worker) -> None:
    try:
        worker.line.send_bytes(_STOP)
    except OSError:
        _LOG.debug("import worker %s had ended already", worker.process.pid)


def _end(worker: _Worker) -> None:
    if worker.process.is_alive():
        worker.process.kill()
    worker.process.join()
    worker.line.close()


def _work(line: "Line", seconds: float, megabytes: int) -> None:
    """Read files until told to stop, or until the other end is gone."""
    # An interrupt at the terminal goes to every process of the program; the one that gave the work decides.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _limit_memory(megabytes)
    guard = _Guard(seconds)
    line.send_bytes(_READY)
    while True:
        try:
            message = line.recv_bytes()
        except (EOFError, OSError):
            return
        if message == _STOP:
            return
        guard.start()
        encoding, name = message.decode("utf-8", "surrogateescape").split("\0")
        answer = _answer(Path(name), encoding)
        guard.stop()
        line.send_bytes(answer)


class _Guard:
    """Ends this process by the system's own clock should nobody be left to kill it; elsewhere it does nothing."""

    def __init__(self, seconds: float) -> None:
        self._set: Callable[[float], Any] | None = None
        if sys.platform != "win32":
            self._set = lambda delay: signal.setitimer(signal.ITIMER_REAL, delay)
        self._seconds = seconds + _GRACE

    def start(self) -> None:
        if self._set is not None:
            self._set(self._seconds)

    def stop(self) -> None:
        if self._set is not None:
            self._set(0.0)


def _limit_memory(megabytes: int) -> None:
    if sys.platform == "linux":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (megabytes << 20, megabytes << 20))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _answer(path: Path, encoding: str) -> bytes:
    """Read one file; what nobody foresaw is logged and costs this file only."""
    sha256, size, trace = "", 0, ""
    try:
        sha256, size, members = _read(path, encoding)
        return _packed(sha256, size, members)
    except OSError as error:
        reason = f"{path.name} cannot be read ({error.strerror or error}). Check that its drive is connected."
    except (MemoryError, RecursionError):
        reason = f"{path.name} needs more memory than one file may use. Split it, then import the parts."
    except Exception as error:  # noqa: BLE001 - a bug costs one file, and is reported with it
        trace = traceback.format_exc()
        reason = f"{path.name} could not be read because of an error in the program ({type(error).__name__}: {error})."
    return _packed(sha256, size, (ReadMember(path.name, reason=reason),), trace)


def _read(path: Path, encoding: str) -> tuple[str, int, tuple[ReadMember, ...]]:
    from hashlib import sha256

    from storage.importers.registry import LARGEST_FILE, extract_all

    size = path.stat().st_size
    if size > LARGEST_FILE:
        reason = f"{path.name} is larger than {LARGEST_FILE >> 20} MB. Split it, then import the parts."
        return "", size, (ReadMember(path.name, reason=reason),)
    data = path.read_bytes()
    return sha256(data).hexdigest(), len(data), extract_all(data, path.name, encoding)


def _packed(sha256: str, size: int, members: Sequence[ReadMember], trace: str = "") -> bytes:
    """Pack a result small and quick: blocks in columns, since a long text has many."""
    packed = []
    for member in members:
        extraction = member.extraction
        if extraction is None:
            packed.append((member.name, member.reason, None))
            continue
        rows = [
            (block.kind, block.start, block.end, block.number, block.level, block.page, block.page_label)
            for block in extraction.blocks
        ]
        facts = (extraction.description, extraction.extractor, extraction.found_in, extraction.encoding)
        packed.append((member.name, "", (extraction.text, tuple(zip(*rows, strict=True)), facts, extraction.problem)))
    return pickle.dumps((sha256, size, packed, trace), protocol=pickle.HIGHEST_PROTOCOL)


def _unpacked(path: Path, message: bytes) -> FileResult:
    sha256, size, packed, trace = pickle.loads(message)
    if trace:
        _LOG.error("reading %s:\n%s", path, trace)
    members = []
    for name, reason, parts in packed:
        extraction = None
        if parts is not None:
            text, columns, (description, extractor, found_in, encoding), problem = parts
            blocks = tuple(Block(*row) for row in zip(*columns, strict=True))
            extraction = Extraction(text, blocks, description, extractor, found_in, encoding, problem)
        members.append(ReadMember(name, extraction, reason))
    return FileResult(path, sha256, size, tuple(members))
