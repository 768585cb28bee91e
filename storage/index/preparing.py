"""Batches of documents prepared by several processes at once, this one among them."""

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context

from storage.index.building import PreparedDocuments, prepare
from storage.index.documents import IndexedDocument


class Preparation:
    """Prepares batches in ``processes`` processes; the others are started when first needed and kept."""

    def __init__(self, processes: int) -> None:
        self._others = max(0, processes - 1)
        self._pool: ProcessPoolExecutor | None = None

    def prepared(self, batches: Iterable[list[IndexedDocument]]) -> Iterator[PreparedDocuments]:
        """Yield the batches prepared, in order."""
        if not self._others:
            yield from map(prepare, batches)
            return
        self._pool = self._pool or ProcessPoolExecutor(self._others, mp_context=get_context("spawn"))
        waiting: deque[Future[PreparedDocuments] | PreparedDocuments] = deque()
        for batch in batches:
            busy = sum(isinstance(each, Future) and not each.done() for each in waiting)
            waiting.append(self._pool.submit(prepare, batch) if busy < 2 * self._others else prepare(batch))
            while waiting and (_is_ready(waiting[0]) or len(waiting) > 4 * self._others):
                yield _result(waiting.popleft())
        yield from map(_result, waiting)

    def close(self) -> None:
        """End the other processes."""
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)
            self._pool = None


def _is_ready(part: Future[PreparedDocuments] | PreparedDocuments) -> bool:
    return not isinstance(part, Future) or part.done()


def _result(part: Future[PreparedDocuments] | PreparedDocuments) -> PreparedDocuments:
    return part.result() if isinstance(part, Future) else part
