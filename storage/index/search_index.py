"""The front door: documents in, answers out, safe to use from several threads."""

import sqlite3
import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from storage.domain.ids import DocumentId
from storage.domain.progress import IsCancelled, never_cancelled
from storage.domain.search import DocumentHits, SearchRequest, SearchResult, Span
from storage.errors import CancelledError
from storage.index import narrowing, writing
from storage.index import tree as q
from storage.index.building import PreparedDocuments, batches, prepare
from storage.index.concordance import ConcordanceLine, ConcordanceOrder, lines
from storage.index.documents import FetchTexts, IndexedDocument, IndexStatistics, SearchableText
from storage.index.evaluation import Evaluation, Found
from storage.index.fields import DESCRIPTIONS, TEXTS
from storage.index.hits import Meets, find_hits, meets_in, passages
from storage.index.merging import Merger
from storage.index.occurrences import Occurrences
from storage.index.parsing import ReadQuery, read
from storage.index.preparing import Preparation
from storage.index.segments import read_segments
from storage.index.snapshot import Snapshot, View
from storage.index.tables import Tables, generation

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from storage.index.reader import ArchiveReader


_BATCH = 16_000_000
_SHARED_BATCH = 2_000_000
"""Characters in a batch; smaller where several processes share the work."""


class SearchIndex:
    """The search index of one archive in the file of derived data at ``path``.

    ``processes`` says how many processes, this one included, prepare documents that are to be added. After many were
    added, calling :meth:`merge` until it returns False makes first answers quick again.

    Raises:
        IndexDamagedError: From any method; delete the file and build it again.
        IndexNotWritableError: The file or its folder cannot be written.
    """

    def __init__(self, path: Path, archive_identity: str, processes: int = 1) -> None:
        self._tables = Tables(path, archive_identity)
        self._path = path
        self._snapshot: Snapshot | None = None
        self._snapshot_lock = threading.Lock()
        self._merger = Merger(self._tables)
        self._preparation = Preparation(processes)
        self._batch = _BATCH if processes == 1 else _SHARED_BATCH

    def close(self) -> None:
        """Close the file; jobs still running end with an error."""
        self._preparation.close()
        self._tables.close()

    def replace(self, documents: Iterable[IndexedDocument]) -> None:
        """Add documents, or put them in the place of what the index has of them, in one transaction."""
        with self._tables.writing() as connection:
            for part in self._preparation.prepared(batches(documents, self._batch)):
                writing.store(connection, part)
            writing.committed(connection)

    def replace_attributes(self, documents: Iterable[IndexedDocument]) -> None:
        """Describe documents anew whose texts are in the index and have not changed; texts are not read.

        Documents the index does not have are passed over.
        """
        given = list({document.id: document for document in documents}.values())
        with self._tables.writing() as connection:
            known = writing.slots_of(connection, [document.id for document in given])
            batch = [document for document in given if document.id in known]
            if batch:
                writing.store(connection, prepare(batch, with_texts=False))
                writing.committed(connection)

    def replace_prepared(self, prepared: Iterable[PreparedDocuments]) -> None:
        """Do what :meth:`replace` does with documents that other processes prepared, in one transaction."""
        with self._tables.writing() as connection:
            for part in prepared:
                writing.store(connection, part)
            writing.committed(connection)

    def remove(self, ids: Iterable[DocumentId]) -> None:
        """Take documents out of the index; those it does not have are passed over."""
        with self._tables.writing() as connection:
            writing.remove(connection, list(ids))
            writing.committed(connection)

    def clear(self) -> None:
        """Take everything out of the index."""
        with self._tables.writing() as connection:
            writing.clear(connection)
            writing.committed(connection)

    def merge(self, budget_seconds: float) -> bool:
        """Merge segments for about so long, in slices under 50 ms; returns whether something is left to do."""
        return self._merger.run(budget_seconds)

    def stamps(self) -> dict[DocumentId, str]:
        """Return the stamp of each document in the index."""
        with self._tables.reading() as connection:
            return dict(connection.execute("SELECT document, stamp FROM search_document"))

    def statistics(self) -> IndexStatistics:
        """Return how large the index is."""
        with self._view() as view:
            segments = [segment for family in (TEXTS, DESCRIPTIONS) for segment in view.snapshot.segments[family]]
            terms = sum(segment.terms for segment in view.snapshot.segments[TEXTS])
            return IndexStatistics(
                view.document_count(), terms, len(segments), sum(segment.size for segment in segments)
            )

    def verify(self, is_cancelled: IsCancelled = never_cancelled) -> tuple[str, ...]:
        """Read the whole index and return a sentence for everything that is wrong with it.

        Raises:
            CancelledError: ``is_cancelled`` said so.
        """
        from storage.index.checking import faults

        with self._view() as view:
            return tuple(faults(view, is_cancelled))

    @contextmanager
    def _view(self) -> Iterator[View]:
        with self._tables.reading() as connection:
            yield View(self._snapshot_at(connection), connection)

    def _snapshot_at(self, connection: sqlite3.Connection) -> Snapshot:
        """Return the state the connection sees; what an older one has read is taken over."""
        current = generation(connection)
        known = self._snapshot
        if known is None or known.generation != current:
            segments = {} if known is None else {each.id: each for part in known.segments.values() for each in part}
            known = Snapshot(current, read_segments(connection, segments))
            with self._snapshot_lock:
                if self._snapshot is None or self._snapshot.generation < current:
                    self._snapshot = known
        return known

    def search(
        self,
        request: SearchRequest,
        texts: FetchTexts | None = None,
        is_cancelled: IsCancelled = never_cancelled,
        with_facets: bool = False,
    ) -> SearchResult:
        """Answer a request with exact totals and the best documents; passages only where ``texts`` are handed over.

        Raises:
            CancelledError: ``is_cancelled`` said so.
        """
        begun = time.perf_counter()
        understood = read(request.query, request.as_you_type)
        with self._view() as view:
            evaluation = Evaluation(view, is_cancelled)
            found, total_passages = _narrowed(view, evaluation, understood.tree, request)
            best = _best(found, request.limit)
            ids = _ids(view, found.documents[best].tolist())
            counts = narrowing.facets(view, found.documents) if with_facets else ()
            known = [meets_in(evaluation, slot) for slot in found.documents[best].tolist()]
        ranked = list(zip(ids, found.scores[best].tolist(), known, strict=True))
        return SearchResult(
            request.query,
            understood.words,
            len(found.documents),
            total_passages,
            _with_passages(understood, ranked, texts, is_cancelled),
            counts,
            understood.remark,
            "" if len(found.documents) else self.suggest(request.query),
            (time.perf_counter() - begun) * 1000,
        )

    def hits(self, query: str, text: SearchableText, document: DocumentId | None = None) -> tuple[Span, ...]:
        """Return all hits of a query in a text, in order, never overlapping.

        With ``document`` the parts of the query about other fields are answered from the index, as in the list of
        results; without it they are taken to be met.
        """
        tree = read(query).tree
        if document is None:
            return find_hits(tree, text)
        with self._view() as view:
            slot = writing.slots_of(view.connection, [document]).get(document)
            return find_hits(tree, text, None if slot is None else meets_in(Evaluation(view), slot))

    def concordance(
        self,
        request: SearchRequest,
        texts: FetchTexts,
        order: ConcordanceOrder = ConcordanceOrder.DOCUMENT,
        is_cancelled: IsCancelled = never_cancelled,
    ) -> Iterator[ConcordanceLine]:
        """Yield every hit of a request in its context, sorted, without a cap; streamed."""
        tree = read(request.query, request.as_you_type).tree
        with self._view() as view:
            yield from lines(view, tree, request.filter, texts, order, is_cancelled)

    @contextmanager
    def reader(self, texts: FetchTexts | None = None) -> Iterator["ArchiveReader"]:
        """Lend one state of the index as a reader for Whoosh; ``texts`` gives it stored fields."""
        from storage.index.reader import ArchiveReader

        with self._view() as view:
            documents = dict(view.connection.execute("SELECT slot, document FROM search_document"))
            yield ArchiveReader(view, view.snapshot.generation, texts, documents)

    def explain(self, query: str) -> str:
        """Say in words what a query is read as."""
        understood = read(query)
        return " ".join(filter(None, (understood.words, understood.remark)))

    def suggest(self, query: str) -> str:
        """Return the query with words that are not in the index corrected, or nothing."""
        from storage.index.suggesting import suggestion

        with self._view() as view:
            known = view.recall(("suggestion", query))
            if not isinstance(known, str):
                known = suggestion(view, query)
                view.remember(("suggestion", query), known)
            return known


def _narrowed(view: View, evaluation: Evaluation, tree: q.Query, request: SearchRequest) -> tuple[Found, int]:
    found = evaluation.found(tree)
    mask = narrowing.allowed(view, request.filter)
    if mask is not None:
        keep = mask[found.documents]
        found = Found(found.documents[keep], found.scores[keep])
    return found, Occurrences(view, evaluation).count_hits(tree, mask)


def _best(found: Found, limit: int) -> "NDArray[np.int64]":
    """Return where the best documents stand, best first; equal scores in order of their slots."""
    scores = found.scores
    limit = min(max(0, limit), len(scores))
    if limit == len(scores):
        return np.lexsort((found.documents, -scores))
    threshold = np.partition(scores, len(scores) - limit)[len(scores) - limit] if limit else np.inf
    above = np.flatnonzero(scores >= threshold)
    return above[np.lexsort((found.documents[above], -scores[above]))][:limit]


def _ids(view: View, slots: list[int]) -> list[DocumentId]:
    """Return which documents are in some slots; asked once for each slot of a snapshot."""
    known = view.snapshot.documents
    unknown = [slot for slot in slots if slot not in known]
    for start in range(0, len(unknown), 500):
        part = unknown[start : start + 500]
        marks = ", ".join("?" * len(part))
        known.update(
            view.connection.execute(f"SELECT slot, document FROM search_document WHERE slot IN ({marks})", part)
        )
    return [known[slot] for slot in slots]


def _with_passages(
    understood: ReadQuery,
    ranked: list[tuple[DocumentId, float, Meets]],
    texts: FetchTexts | None,
    is_cancelled: IsCancelled,
) -> tuple[DocumentHits, ...]:
    fetched = texts([number for number, _, _ in ranked]) if texts is not None and ranked else {}
    shown = []
    for number, score, known in ranked:
        if is_cancelled():
            raise CancelledError
        text = fetched.get(number, SearchableText(""))
        hits = find_hits(understood.tree, text, known) if text.text else ()
        shown.append(DocumentHits(number, text.title, score, passages(text.text, hits)))
    return tuple(shown)
