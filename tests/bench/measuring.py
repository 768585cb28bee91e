"""Taking time and memory, and what is made of the numbers."""

import resource
import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.bench.engines import Engine
from tests.bench.queries import Query
from tests.bench.texts import CorpusFile

_STATUS = Path("/proc/self/status")
_CLEAR = Path("/proc/self/clear_refs")


class Clock:
    """Adds up the seconds spent inside it."""

    def __init__(self) -> None:
        self.seconds = 0.0

    @contextmanager
    def running(self) -> Iterator[None]:
        """Count the time of the block."""
        start = time.perf_counter()
        try:
            yield
        finally:
            self.seconds += time.perf_counter() - start


class PeakMemory:
    """Measures the most memory the process held since it was made, in bytes.

    Linux lets a process set its peak back; elsewhere the peak is of the whole process so far, and ``exact`` is false.
    """

    def __init__(self) -> None:
        try:
            _CLEAR.write_text("5")
            self.exact = True
        except OSError:
            self.exact = False
        self.before = self._now("VmRSS")

    @staticmethod
    def _now(field: str) -> int:
        if not _STATUS.exists():
            return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
        line = next(line for line in _STATUS.read_text().splitlines() if line.startswith(field + ":"))
        return int(line.split()[1]) * 1024

    def peak(self) -> int:
        """Return the peak so far."""
        return self._now("VmHWM")


@dataclass(frozen=True, slots=True)
class Indexing:
    """What building an index took; times in seconds, ``settle_seconds`` is for merging all into one afterwards."""

    documents: int
    text_bytes: int
    index_seconds: float
    settle_seconds: float
    index_bytes: int
    peak_memory_bytes: int
    memory_before_bytes: int
    peak_is_exact: bool
    open_milliseconds: float

    @property
    def megabytes_per_second(self) -> float:
        """Text taken in per second until all batches were committed."""
        return self.text_bytes / 1e6 / self.index_seconds

    @property
    def settled_megabytes_per_second(self) -> float:
        """Text taken in per second with the merging afterwards counted in."""
        return self.text_bytes / 1e6 / (self.index_seconds + self.settle_seconds)


def folder_bytes(folder: Path) -> int:
    """Add up the sizes of all files in a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def measure_indexing(
    make: Callable[[Path, CorpusFile], Engine],
    folder: Path,
    corpus: CorpusFile,
    batch_bytes: int,
    limit_bytes: int | None = None,
) -> tuple[Engine, Indexing]:
    """Build an engine's index in an empty folder, reading the corpus outside the time taken."""
    memory = PeakMemory()
    indexing, settling = Clock(), Clock()
    documents = text_bytes = 0
    with indexing.running():
        engine = make(folder, corpus)
    for batch in corpus.batches(batch_bytes, limit_bytes):
        with indexing.running():
            engine.add(batch)
        documents += len(batch)
        text_bytes += sum(len(each.title.encode()) + len(each.text.encode()) for each in batch)
    with settling.running():
        engine.settle()
    peak = memory.peak()
    opening = [milliseconds_of(engine.reopen) for _ in range(5)]
    return engine, Indexing(
        documents=documents,
        text_bytes=text_bytes,
        index_seconds=indexing.seconds,
        settle_seconds=settling.seconds,
        index_bytes=folder_bytes(folder),
        peak_memory_bytes=peak,
        memory_before_bytes=memory.before,
        peak_is_exact=memory.exact,
        open_milliseconds=statistics.median(opening),
    )


def milliseconds_of(job: Callable[[], object]) -> float:
    """Run a job and return how long it took."""
    start = time.perf_counter()
    job()
    return (time.perf_counter() - start) * 1000


@dataclass(frozen=True, slots=True)
class Timing:
    """What one engine took for one query: the first run, then median and 95th percentile of the later ones, in ms."""

    first: float
    median: float
    p95: float
    documents: int


def percentile_95(values: list[float]) -> float:
    """Return the value that 95 % of the values do not exceed (nearest rank)."""
    ordered = sorted(values)
    return ordered[max(0, -(-len(ordered) * 95 // 100) - 1)]


def measure_queries(engines: dict[str, Engine], queries: list[Query], rounds: int) -> list[dict[str, Timing]]:
    """Ask every engine every query ``rounds`` times after a first time.

    For each query the engines take turns in an order that moves on by one from round to round, so that whatever else
    the machine does, and whatever the one before left in the processor's cache, falls on all of them alike.
    """
    names = list(engines)
    times: list[dict[str, list[float]]] = [{name: [] for name in names} for _ in queries]
    counts: list[dict[str, int]] = [{} for _ in queries]
    for engine in engines.values():
        engine.reopen()
    for turn in range(rounds + 1):
        shift = turn % len(names)
        order = names[shift:] + names[:shift]
        for place, query in enumerate(queries):
            for name in order:
                start = time.perf_counter()
                counts[place][name] = engines[name].ask(query)
                times[place][name].append((time.perf_counter() - start) * 1000)
    return [{name: _timing(taken[name], counts[place][name]) for name in names} for place, taken in enumerate(times)]


def _timing(taken: list[float], documents: int) -> Timing:
    later = taken[1:] or taken
    return Timing(taken[0], statistics.median(later), percentile_95(later), documents)
