"""Measures how long merging holds up anybody else: ``python -m tests.bench.merging CORPUS [--batch-megabytes N]``.

CORPUS is what :mod:`tests.bench.search` takes. After each batch its segments are merged slice by slice until nothing
is left, while another thread makes a small change every few milliseconds. Printed are median and longest slice, in
time by the clock and in the processor's, and how long the other thread waited for its turn.
"""

import argparse
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from storage.domain.ids import DocumentId
from storage.index.search_index import SearchIndex
from tests.bench.engines.liaison import IDENTITY, indexed
from tests.bench.measuring import milliseconds_of, percentile_95
from tests.bench.texts import CorpusFile, UnreadableCorpusError, read_corpus

WANTED = 50.0
"""Milliseconds that no slice may take."""

_NOBODY = DocumentId(1 << 40)
_BETWEEN_CHANGES = 0.003


class OtherWriter:
    """Makes a change to the index every few milliseconds and notes how long each took, waiting included."""

    def __init__(self, index: SearchIndex) -> None:
        self._index = index
        self._stop = threading.Event()
        self.milliseconds: list[float] = []

    @contextmanager
    def at_work(self) -> Iterator[None]:
        """Let it work in a thread of its own for as long as the block runs."""
        self._stop.clear()
        thread = threading.Thread(target=self._work)
        thread.start()
        try:
            yield
        finally:
            self._stop.set()
            thread.join()

    def _work(self) -> None:
        while not self._stop.wait(_BETWEEN_CHANGES):
            self.milliseconds.append(milliseconds_of(lambda: self._index.remove([_NOBODY])))


class Slices:
    """The times that slices took, in milliseconds by the clock and of this thread's processor time."""

    def __init__(self) -> None:
        self.clock: list[float] = []
        self.processor: list[float] = []

    def merge_all(self, index: SearchIndex) -> None:
        """Merge slice by slice until nothing is left."""
        busy = True
        while busy:
            began, used = time.perf_counter(), time.thread_time()
            busy = index.merge(0)
            self.clock.append((time.perf_counter() - began) * 1000)
            self.processor.append((time.thread_time() - used) * 1000)


def _line(name: str, milliseconds: list[float]) -> str:
    median, most = statistics.median(milliseconds), max(milliseconds)
    return f"{name:32} {median:8.1f} {percentile_95(milliseconds):8.1f} {most:8.1f} {len(milliseconds):8,}"


def measure(corpus: CorpusFile, batch_bytes: int, folder: Path) -> tuple[Slices, list[float]]:
    """Index a corpus in batches and merge after each; return the slices and what the other writer waited."""
    slices = Slices()
    index = SearchIndex(folder / "archive.liaison.index", IDENTITY)
    other = OtherWriter(index)
    for batch in corpus.batches(batch_bytes):
        index.replace(map(indexed, batch))
        with other.at_work():
            slices.merge_all(index)
    index.close()
    return slices, other.milliseconds


def main(arguments: list[str] | None = None) -> int:
    """Run the benchmark and print a table."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.bench.merging", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--batch-megabytes", type=float, default=2.0, help="text per commit; default %(default)s")
    parser.add_argument("--megabytes", type=float, help="take only the first so many megabytes of the corpus")
    chosen = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="liaison-bench-") as name:
        folder = Path(name)
        corpus = CorpusFile(folder / "corpus.sqlite")
        try:
            corpus.fill(read_corpus(chosen.corpus), None if chosen.megabytes is None else int(chosen.megabytes * 1e6))
        except (UnreadableCorpusError, OSError) as error:
            print(error, file=sys.stderr)
            return 1
        slices, waited = measure(corpus, max(1, int(chosen.batch_megabytes * 1e6)), folder)
        print(f"{chosen.corpus.name}: {corpus.documents:,} documents, {corpus.text_bytes / 1e6:.1f} MB of text")
        corpus.close()
    print(f"{'milliseconds':32} {'median':>8} {'p95':>8} {'longest':>8} {'times':>8}")
    print(_line("slice, by the clock", slices.clock))
    print(_line("slice, processor time", slices.processor))
    print(_line("another writer's change", waited))
    print(f"merging took {sum(slices.processor) / 1000:.1f} s of processor time; no slice may take {WANTED:.0f} ms")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
