"""What runs inside a worker process: reading one file after the other, within the limits, and sending what was read.

Results are sent by a thread of their own, so that the next file is read while nobody has time for the last one.
"""

import gc
import logging
import pickle
import queue
import signal
import sys
import threading
import time
import traceback
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

from storage.domain.authority import Authority
from storage.domain.columns import Columns, columns_of
from storage.domain.document import Block
from storage.domain.ids import DocumentId
from storage.domain.importing import Extraction, ReadMember
from storage.domain.mention import Mention
from storage.sentences import say

if TYPE_CHECKING:
    from ctypes import Array, c_longlong
    from multiprocessing.connection import Connection, PipeConnection

    from storage.text.name_matching import NameMatcher

    Line = Connection[bytes, bytes] | PipeConnection[bytes, bytes]
    State = Array[c_longlong]

FINISHED, HELD = range(2)
"""Places in the state that a worker shares: how many files it has finished, and whether it must begin no other."""

PATIENCE = 4
"""How many times its time a file can take on a machine that is too busy to give it that."""

READY = b"ready"
STOP = b""
_LOG = logging.getLogger(__name__)
_GRACE = 5
_NAP = 0.05
_BREATH = 0.0001
"""Seconds in which whoever waits for the same processor has it; one that is always busy may keep it for long."""
_MOST_UNSENT = 32 << 20
_LARGEST_PACKED = 32 << 20
_LONGEST_MATCHED = 2_000_000
_ENTITIES_IN_PART = 100
_NOBODY = DocumentId(0)


@dataclass(frozen=True, slots=True)
class Task:
    """What workers do with a file besides reading it.

    ``authority`` is whose names are matched in the texts, packed by :func:`packed_authority`, none where it is empty;
    ``revision`` says which state of it this is. Of files whose SHA-256 is ``known`` nothing but that is read. With
    ``stands_back`` workers let everybody else have the processor first.
    """

    authority: tuple[bytes, ...] = ()
    revision: str = ""
    known: frozenset[str] = frozenset()
    stands_back: bool = False


@dataclass(frozen=True, slots=True)
class FileResult:
    """What was read from a file: its hash and size in bytes, and its members; one, unless it is an archive.

    ``sha256`` is empty where the file could not be read at all. ``packed`` holds its bytes compressed by zlib, empty
    for a large file.
    """

    path: Path
    sha256: str
    size: int
    members: tuple[ReadMember, ...]
    packed: bytes = b""


def packed_authority(authority: Authority, give_way: Callable[[], object]) -> tuple[bytes, ...]:
    """Pack an authority file for :class:`Task` in parts; ``give_way`` is called between them.

    Packing thousands of entities at once would let no other thread have its turn.
    """
    packed = [pickle.dumps(replace(authority, entities=()))]
    for start in range(0, len(authority.entities), _ENTITIES_IN_PART):
        give_way()
        packed.append(pickle.dumps(authority.entities[start : start + _ENTITIES_IN_PART]))
    return tuple(packed)


def _unpacked_authority(packed: Sequence[bytes]) -> Authority:
    authority, *parts = map(pickle.loads, packed)
    return replace(authority, entities=tuple(chain.from_iterable(parts)))


def order(path: Path, encoding: str) -> bytes:
    """Write the order to read a file, in an encoding that somebody chose or as it says itself."""
    return f"{encoding}\0{path}".encode("utf-8", "surrogateescape")


def work(line: "Line", state: "State", seconds: float, megabytes: int, task: Task) -> None:
    """Read files until told to stop, or until the other end is gone."""
    # An interrupt at the terminal goes to every process of the program; the one that gave the work decides.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _limit_memory(megabytes)
    guard, reading, outbox = _Guard(seconds), _Reading(task), _Outbox(line)
    reading.warm_up()
    outbox.send(READY)
    while (message := _next_order(line)) != STOP:
        if not outbox.wait_for_room():
            return
        _wait_while_held(state)
        guard.start()
        encoding, name = message.decode("utf-8", "surrogateescape").split("\0")
        answer = reading.answer(Path(name), encoding)
        guard.stop()
        state[FINISHED] += 1
        outbox.send(answer)
        if task.stands_back:
            time.sleep(_BREATH)
    outbox.close()


def _next_order(line: "Line") -> bytes:
    try:
        return line.recv_bytes()
    except (EOFError, OSError):
        return STOP


def _wait_while_held(state: "State") -> None:
    if state[HELD]:
        never = threading.Event()
        while state[HELD]:
            never.wait(_NAP)


class _Outbox:
    """Sends answers in order; holds a limited number of bytes until the other end takes them."""

    def __init__(self, line: "Line") -> None:
        self._line = line
        self._messages: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
        self._changed = threading.Condition()
        self._unsent = 0
        self._thread = threading.Thread(target=self._run, name="sending what was read", daemon=True)
        self._thread.start()

    def send(self, message: bytes) -> None:
        """Take a message to be sent."""
        with self._changed:
            self._unsent += len(message)
        self._messages.put(message)

    def wait_for_room(self) -> bool:
        """Wait until little enough is unsent; False when the other end is gone."""
        with self._changed:
            while self._unsent > _MOST_UNSENT and self._thread.is_alive():
                self._changed.wait(_NAP)
        return self._thread.is_alive()

    def close(self) -> None:
        """Send what is left, then end."""
        self._messages.put(None)
        self._thread.join()

    def _run(self) -> None:
        while (message := self._messages.get()) is not None:
            try:
                self._line.send_bytes(message)
            except OSError:
                return
            with self._changed:
                self._unsent -= len(message)
                self._changed.notify_all()


class _Guard:
    """Ends this process by the system's own clock should nobody be left to kill it; elsewhere it does nothing."""

    def __init__(self, seconds: float) -> None:
        self._set: Callable[[float], Any] | None = None
        if sys.platform != "win32":
            self._set = lambda delay: signal.setitimer(signal.ITIMER_REAL, delay)
        self._seconds = PATIENCE * seconds + _GRACE

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


class _Reading:
    """Reads files as a task says."""

    def __init__(self, task: Task) -> None:
        self._task = task

    @cached_property
    def _matcher(self) -> "NameMatcher | None":
        from storage.text.name_matching import NameMatcher

        return NameMatcher(_unpacked_authority(self._task.authority)) if self._task.authority else None

    def warm_up(self) -> None:
        """Load what every file needs; the collector of garbage need not look at it again and again."""
        if self._matcher is not None:
            self._matcher.mentions("Words", (), _NOBODY)
            gc.freeze()

    def answer(self, path: Path, encoding: str) -> bytes:
        """Read one file; what nobody foresaw is logged and costs this file only."""
        trace = ""
        try:
            return _packed(self._read(path, encoding))
        except OSError as error:
            reason = say(
                "{file} cannot be read ({error}). Check that its drive is connected.",
                file=path.name,
                error=error.strerror or error,
            )
        except (MemoryError, RecursionError):
            reason = say(
                "{file} needs more memory than one file may use. Split it, then import the parts.", file=path.name
            )
        except Exception as error:  # noqa: BLE001 - a bug costs one file, and is reported with it
            trace = traceback.format_exc()
            wrong = f"{type(error).__name__}: {error}"
            reason = say(
                "{file} could not be read because of an error in the program ({wrong}).", file=path.name, wrong=wrong
            )
        return _packed(FileResult(path, "", 0, (ReadMember(path.name, reason=reason),)), trace)

    def _read(self, path: Path, encoding: str) -> FileResult:
        from hashlib import sha256

        from storage.importers.registry import LARGEST_FILE, extract_all

        size = path.stat().st_size
        if size > LARGEST_FILE:
            reason = say(
                "{file} is larger than {size} MB. Split it, then import the parts.",
                file=path.name,
                size=LARGEST_FILE >> 20,
            )
            return FileResult(path, "", size, (ReadMember(path.name, reason=reason),))
        data = path.read_bytes()
        found = sha256(data).hexdigest()
        if found in self._task.known:
            return FileResult(path, found, len(data), (ReadMember(path.name),))
        members = tuple(map(self._matched, extract_all(data, path.name, encoding)))
        is_wanted = len(data) <= _LARGEST_PACKED and any(member.extraction for member in members)
        return FileResult(path, found, len(data), members, zlib.compress(data, 1) if is_wanted else b"")

    def _matched(self, member: ReadMember) -> ReadMember:
        """Find the names in a text, unless it is so long that the time for it would count as the file's."""
        from storage.text.edtf_range import year_of

        extraction = member.extraction
        if extraction is None or self._matcher is None or len(extraction.text) > _LONGEST_MATCHED:
            return member
        described = extraction.description
        found = self._matcher.mentions(
            extraction.text, extraction.blocks, _NOBODY, described.language, year_of(described)
        )
        return ReadMember(member.name, extraction, mentions=found)


def _packed(result: FileResult, trace: str = "") -> bytes:
    """Pack a result small and quick: blocks and mentions in columns, since a long text has many."""
    members = []
    for member in result.members:
        extraction = member.extraction
        parts = None
        if extraction is not None:
            facts = (extraction.description, extraction.extractor, extraction.found_in, extraction.encoding)
            parts = (extraction.text, columns_of(Block, extraction.blocks), facts, extraction.problem)
        mentions = None if member.mentions is None else columns_of(Mention, member.mentions)
        members.append((member.name, member.reason, parts, mentions, member.is_document))
    packed = (result.sha256, result.size, members, result.packed, trace)
    return pickle.dumps(packed, protocol=pickle.HIGHEST_PROTOCOL)


def unpacked(path: Path, message: bytes) -> FileResult:
    """Unpack the answer of a worker, and log what went wrong in it that nobody foresaw."""
    sha256, size, packed, data, trace = pickle.loads(message)
    if trace:
        _LOG.error("reading %s:\n%s", path, trace)
    members = []
    for name, reason, parts, columns, is_document in packed:
        extraction = None
        if parts is not None:
            text, block_columns, (description, extractor, found_in, encoding), problem = parts
            blocks = Columns(Block, block_columns)
            extraction = Extraction(text, blocks, description, extractor, found_in, encoding, problem)
        mentions = None if columns is None else Columns(Mention, columns)
        members.append(ReadMember(name, extraction, reason, mentions, is_document))
    return FileResult(path, sha256, size, tuple(members), data)
