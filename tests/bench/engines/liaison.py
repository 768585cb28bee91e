"""The program's own index, used as the program uses it."""

import time
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import accumulate
from multiprocessing import get_context
from pathlib import Path

from storage.domain.ids import DocumentId
from storage.domain.search import SearchRequest
from storage.index.building import PreparedDocuments, prepare
from storage.index.documents import IndexedDocument, SearchableText
from storage.index.search_index import SearchIndex
from tests.bench.queries import Query
from tests.bench.texts import CorpusFile, CorpusText

IDENTITY = "benchmark"
_HELPERS_SHARE = 0.55


def indexed(document: CorpusText) -> IndexedDocument:
    """Hand a document of the corpus over as the archive would, its language not known."""
    return IndexedDocument(DocumentId(document.number), "1", document.text, title=document.title)


class Liaison:
    """Our index: ranked best twenty documents with exact totals of documents and passages, without snippets.

    The peers do not give passages; how long the whole answer with passages takes is measured apart.
    """

    name = "liaison"
    remark = "one process; totals of documents and passages"

    def __init__(self, folder: Path, corpus: CorpusFile) -> None:
        self._path = folder / "archive.liaison.index"
        self._corpus = corpus
        self.index = SearchIndex(self._path, IDENTITY)

    def add(self, batch: list[CorpusText]) -> None:
        """Index a batch in one transaction."""
        self.index.replace(map(indexed, batch))

    def settle(self) -> None:
        """Merge until nothing is left to merge, as the program does in the background."""
        while self.index.merge(1.0):
            pass

    def reopen(self) -> None:
        """Open the file anew and look at what is in it, since opening alone puts the work off to the first search."""
        self.index.close()
        self.index = SearchIndex(self._path, IDENTITY)
        self.index.statistics()

    def ask(self, query: Query) -> int:
        """Return the number of documents, having ranked the best twenty."""
        return self.index.search(SearchRequest(query.text)).total_documents

    def texts(self, ids: Sequence[DocumentId]) -> Mapping[DocumentId, SearchableText]:
        """Fetch texts for passages, as the archive does."""
        documents = [self._corpus.text(number) for number in ids]
        return {DocumentId(each.number): SearchableText(each.text, each.title) for each in documents}

    def close(self) -> None:
        """Close the file."""
        self.index.close()


class OneHelper:
    """Indexes with two processes: this one and a helper each prepare a part of every batch, this one stores them.

    How much of a batch the helper takes follows from how long either took for the one before.
    """

    def __init__(self, path: Path) -> None:
        self.index = SearchIndex(path, IDENTITY)
        self._helper = ProcessPoolExecutor(1, mp_context=get_context("spawn"))
        self._helper.submit(
            _timed, [IndexedDocument(DocumentId(1), "1", "so that it has started", title="warm")]
        ).result()
        self._share = _HELPERS_SHARE

    def add(self, batches: Iterable[list[CorpusText]]) -> None:
        """Index batches, each in one transaction, while the helper is already at the next.

        The helper is waited for before a batch is asked for, so that it does nothing in the time reading takes.
        """
        prepared: list[PreparedDocuments] = []
        for batch in batches:
            documents = list(map(indexed, batch))
            cut = _helpers_part(documents, self._share)
            elsewhere = self._helper.submit(_timed, documents[:cut])
            start = time.perf_counter()
            self._store(prepared)
            storing = time.perf_counter() - start
            here, taken = _timed(documents[cut:])
            there, taken_there = elsewhere.result()
            prepared = [part for part in (there, here) if part.ids]
            self._share = _balanced(self._share, taken_there, taken, storing)
        self._store(prepared)

    def _store(self, prepared: list[PreparedDocuments]) -> None:
        if prepared:
            self.index.replace_prepared(prepared)

    def close(self) -> None:
        """End the helper and close the file."""
        self._helper.shutdown()
        self.index.close()


def _timed(documents: list[IndexedDocument]) -> tuple[PreparedDocuments, float]:
    """Prepare documents and tell how many seconds that took."""
    start = time.perf_counter()
    prepared = prepare(documents)
    return prepared, time.perf_counter() - start


def _balanced(share: float, there: float, here: float, storing: float) -> float:
    """Return the share with which the helper would have been ready when this process was."""
    whole_there, whole_here = there / share, here / (1 - share)
    return min(0.8, max(0.5, (whole_here + storing) / (whole_there + whole_here)))


def _helpers_part(documents: list[IndexedDocument], share: float) -> int:
    """Return how many documents the helper takes."""
    until = list(accumulate(len(document.text) for document in documents))
    return bisect_left(until, share * until[-1])
