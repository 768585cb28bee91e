"""The reading half of an import: files are read by workers while those read before are stored, in the order given."""

import hashlib
import os
import time
import zlib
from collections.abc import Iterator, Mapping, Sequence
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from storage.domain.importing import FileOutcome, ImportStatus, Original
from storage.importers.registry import LARGEST_FILE, extract_all
from storage.sentences import say
from storage.use_cases.import_course import ImportCourse
from storage.use_cases.storing import ReadFile

if TYPE_CHECKING:
    from storage.importers.workers import FileResult, Task, WorkerPool

_OWN_ENDINGS = (".liaison", ".index", "-wal", "-shm", ".lock")
_PLAIN_ENDINGS = frozenset({".txt", ".text", ".md", ".markdown"})
_MOST_READ_HERE = 32
_LARGEST_READ_HERE = 256 << 10
"""A few small plain texts are read here; everything else is read by worker processes with limits."""

_BATCH_FILES = 256
_BATCH_CHARACTERS = 4_000_000
_BATCH_SECONDS = 1.0
_PATIENCE_SECONDS = 10.0
_PATIENCE_FILES = 2_000
"""For how long, and how many, files that were read wait for one before them; then it comes in after them."""

Read = ReadFile | FileOutcome


def usual_jobs() -> int:
    """Return how many files to read at once when nobody says: as many as there are processors, four at most."""
    return max(1, min(4, os.cpu_count() or 1))


def files_under(targets: Sequence[Path]) -> tuple[list[Path], list[FileOutcome]]:
    """Return the files given and those in the folders given, in order of name, and what cannot be looked at."""
    files: dict[Path, None] = {}
    outcomes: list[FileOutcome] = []
    for target in targets:
        for found in _under(target):
            if isinstance(found, FileOutcome):
                outcomes.append(found)
            else:
                files[found] = None
    return list(files), outcomes


def _under(target: Path) -> Iterator[Path | FileOutcome]:
    if not target.is_dir():
        yield target
        return
    refused: list[OSError] = []
    found = False
    for folder, folders, names in os.walk(target, onerror=refused.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith(".") and not name.endswith(_OWN_ENDINGS):
                found = True
                yield Path(folder, name)
    for error in refused:
        place = Path(error.filename)
        yield FileOutcome(str(place), ImportStatus.FAILED, None, reading_sentence(place, error))
    if not found and not refused:
        yield FileOutcome(
            str(target), ImportStatus.SKIPPED, None, say("The folder {target} holds no files to import.", target=target)
        )


def size_of(path: Path) -> int:
    """Return a file's bytes; 0 where it cannot be looked at, which its reading will tell."""
    try:
        return path.stat().st_size
    except OSError:
        return 0


class FileReader:
    """Reads files and gives them in batches.

    Args:
        task: What workers do with each file besides reading it.
        encodings: Those that somebody chose for some of the files.
        jobs: How many files are read at once.
        course: Says whether to go on, and is told that files were begun.
    """

    def __init__(self, task: "Task", encodings: Mapping[Path, str], jobs: int, course: ImportCourse) -> None:
        self._task = task
        self._encodings = encodings
        self._jobs = jobs
        self._course = course

    def batches(self, files: Sequence[Path]) -> Iterator[list[Read]]:
        """Yield the files as they were read, in the order given; one that takes very long comes in late."""
        if len(files) <= _MOST_READ_HERE and all(map(_is_small_text, files)):
            yield [self._read_here(path) for path in files if self._course.may_go_on(path)]
            return
        from storage.importers.workers import WorkerPool

        with WorkerPool(self._jobs, task=self._task) as pool:
            pool.begin(files, self._encodings)
            yield from self._from_workers(pool, _Queue(files))

    def _from_workers(self, pool: "WorkerPool", waiting: "_Queue") -> Iterator[list[Read]]:
        batch: list[Read] = []
        characters = 0
        since = time.monotonic()
        while self._course.is_wanted():
            pool.hold(self._course.is_held())
            for result in pool.turn():
                self._course.begin(result.path)
                waiting.put(result.path, _read_file(result))
            is_done = pool.is_done
            fresh = list(waiting.take(is_done))
            since = since if batch else time.monotonic()
            batch += fresh
            characters += sum(map(_characters, fresh))
            is_full = len(batch) >= _BATCH_FILES or characters >= _BATCH_CHARACTERS
            if batch and (is_done or is_full or time.monotonic() - since > _BATCH_SECONDS):
                yield batch
                batch, characters = [], 0
            self._course.tell_now_and_then()
            if is_done:
                return

    def _read_here(self, path: Path) -> Read:
        try:
            data = path.read_bytes()
        except OSError as error:
            return FileOutcome(str(path), ImportStatus.FAILED, None, reading_sentence(path, error))
        original = _original(data)
        if original.sha256 in self._task.known:
            return ReadFile(path, original)
        return ReadFile(path, original, extract_all(data, path.name, self._encodings.get(path, "")))


class _Queue:
    """Files that were read, waiting for those before them, but not for ever."""

    def __init__(self, files: Sequence[Path]) -> None:
        self._numbers = dict(zip(files, count()))
        self._ready: dict[int, Read] = {}
        self._next = 0
        self._since = time.monotonic()

    def put(self, path: Path, read: Read) -> None:
        """Take a file that was read."""
        self._ready[self._numbers[path]] = read

    def take(self, is_last: bool) -> Iterator[Read]:
        """Yield the files whose turn it is; all of them when these are the last."""
        if not self._ready:
            self._since = time.monotonic()
        impatient = time.monotonic() - self._since > _PATIENCE_SECONDS or len(self._ready) > _PATIENCE_FILES
        for number in sorted(self._ready):
            if number > self._next and not is_last and not impatient:
                return
            self._next = max(self._next, number + 1)
            self._since = time.monotonic()
            yield self._ready.pop(number)


def _is_small_text(path: Path) -> bool:
    return path.suffix.lower() in _PLAIN_ENDINGS and size_of(path) <= _LARGEST_READ_HERE


def _characters(read: Read) -> int:
    members = read.members if isinstance(read, ReadFile) else ()
    return sum(len(member.extraction.text) for member in members if member.extraction)


def _original(data: bytes) -> Original:
    return Original(zlib.compress(data, 1), hashlib.sha256(data).hexdigest(), len(data))


def _read_file(result: "FileResult") -> Read:
    """Take a worker's result; the bytes of a large file are read here, since a worker has not the room for it."""
    path = result.path
    is_held = any(member.extraction is None and not member.reason for member in result.members)
    original = Original(result.packed, result.sha256, result.size)
    if is_held:
        return ReadFile(path, original)
    if not result.packed and any(member.extraction for member in result.members):
        try:
            original = _original(path.read_bytes()) if result.size <= LARGEST_FILE else original
        except OSError as error:
            return FileOutcome(str(path), ImportStatus.FAILED, None, reading_sentence(path, error))
        if original.sha256 != result.sha256:
            reason = say("{file} changed while it was read. Import it again when nobody writes to it.", file=path.name)
            return FileOutcome(str(path), ImportStatus.FAILED, None, reason)
    return ReadFile(path, original, result.members)


def reading_sentence(path: Path, error: OSError) -> str:
    """Say in a sentence why a file could not be read, and what to do."""
    if isinstance(error, FileNotFoundError):
        return say(
            "{path} is not there. Check the name; if it lies on a drive, check that the drive is connected.", path=path
        )
    if isinstance(error, PermissionError):
        return say("{path} may not be read by you. Change its permissions, then import it again.", path=path)
    return say(
        "{path} cannot be read ({problem}). Check that its drive is connected, then import it again.",
        path=path,
        problem=error.strerror,
    )
