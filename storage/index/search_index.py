"""The front door: documents in, answers out, safe to use from several threads."""

import sqlite3
import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from storage.domain.ids import DocumentId
from storage.domain.progress import IsCancelled, never_cancelled
from storage.domain.search import (
    ConcordanceLine,
    ConcordanceOrder,
    DocumentHits,
    SearchRequest,
    SearchResult,
    Span,
)
from storage.errors import CancelledError
from storage.index import tree as q
from storage.index import writing
from storage.index.building import PreparedDocuments, batches, prepare
from storage.index.concordance import lines
from storage.index.documents import FetchTexts, IndexedDocument, IndexStatistics, SearchableText
from storage.index.errors import IndexDamagedError, IndexNotWritableError
from storage.index.evaluation import Evaluation
from storage.index.fields import DESCRIPTIONS, TEXTS
from storage.index.hits import find_hits, meets_in, passages
from storage.index.merging import Merger
from storage.index.parsing import ReadQuery, read
from storage.index.preparing import Preparation
from storage.index.ranking import Ranking, rank
from storage.index.segments import read_segments
from storage.index.snapshot import Snapshot, View
from storage.index.suggesting import suggestion
from storage.index.tables import Tables, generation
from storage.memory import give_back_free_memory

if TYPE_CHECKING:
    from storage.index.reader import ArchiveReader


_BATCH = 16_000_000
_SHARED_BATCH = 2_000_000
"""Characters in a batch; smaller where several processes share the work."""


class SearchIndex:
    """The search index of one archive in the file of derived data at ``path``.

    ``processes`` says how many processes, this one included, prepare documents that are to be added. After many were
    added, calling :meth:`merge` until it returns False makes first answers quick again. With an ``address`` the file is
    opened by that and only read.

    Raises:
        IndexDamagedError: From any method; delete the file and build it again.
        IndexNotWritableError: The file or its folder cannot be written.
    """

    def __init__(self, path: Path, archive_identity: str, processes: int = 1, address: str = "") -> None:
        self._tables = Tables(path, archive_identity, address)
        self._path = path
        self._snapshot: Snapshot | None = None
        self._snapshot_lock = threading.Lock()
        self._merger = Merger(self._tables)
        self._preparation = Preparation(processes)
        self._batch = _BATCH if processes == 1 else _SHARED_BATCH
        self._closing = threading.Event()
        self._warming = threading.Thread(target=self._warm_up, name="warming the search index", daemon=True)
        self._warming.start()

    def close(self) -> None:
        """Close the file; jobs still running end with an error."""
        self._closing.set()
        self._warming.join()
        self._preparation.close()
        self._tables.close()

    def _warm_up(self) -> None:
        from storage.index.warming import read_ahead, warm_up

        with suppress(IndexDamagedError, IndexNotWritableError), self._view() as view:  # the next question meets them
            warm_up(view)
        with suppress(OSError):  # as well
            read_ahead(self._path, self._closing.is_set)

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

    def give_back_memory(self) -> None:
        """Give back the memory that opening and merging took and that no answer needs."""
        self._warming.join()
        self._tables.forget_pages()
        give_back_free_memory()

    def stamps(self) -> dict[DocumentId, str]:
        """Return the stamp of each document in the index."""
        with self._tables.reading() as connection:
            return dict(connection.execute("SELECT document, stamp FROM search_document"))

    def disagreement(self, wanted: Iterable[tuple[DocumentId, str]]) -> tuple[list[DocumentId], list[DocumentId]]:
        """Return which documents the index lacks or holds in another state, and which it holds beyond those wanted.

        The documents wanted come in order, each with its stamp; neither they nor the index are held as a whole.
        """
        differing: list[DocumentId] = []
        beyond: list[DocumentId] = []
        with self._tables.reading() as connection:
            held = connection.execute("SELECT document, stamp FROM search_document ORDER BY document")
            present = held.fetchone()
            for document, stamp in wanted:
                while present is not None and present[0] < document:
                    beyond.append(present[0])
                    present = held.fetchone()
                if present is None or tuple(present) != (document, stamp):
                    differing.append(document)
                if present is not None and present[0] == document:
                    present = held.fetchone()
            while present is not None:
                beyond.append(present[0])
                present = held.fetchone()
        return differing, beyond

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
        ranking = self._known_ranking(understood, request, with_facets) if texts is None else None
        if ranking is None:
            with self._tables.reading() as connection:
                view = View(self._snapshot_at(connection), connection)
                ranking = _ranking(view, understood, request, is_cancelled, with_facets)
                hits = ranking.without_passages
                if texts is not None:
                    hits = _with_passages(view, understood.tree, ranking, texts, is_cancelled)
        else:
            hits = ranking.without_passages
        return SearchResult(
            request.query,
            understood.words,
            ranking.documents,
            ranking.passages,
            hits,
            ranking.facets,
            understood.remark,
            ranking.suggestion,
            (time.perf_counter() - begun) * 1000,
        )

    def _known_ranking(self, understood: ReadQuery, request: SearchRequest, with_facets: bool) -> Ranking | None:
        """Return what the same request was answered lately, unless something has been committed since."""
        snapshot = self._snapshot
        ranking = None if snapshot is None else _recalled(snapshot, understood, request, with_facets)
        if snapshot is None or ranking is None or snapshot.generation != self._tables.generation():
            return None
        return ranking

    def hits(
        self, query: str, text: SearchableText, document: DocumentId | None = None, as_you_type: bool = False
    ) -> tuple[Span, ...]:
        """Return all hits of a query in a text, in order, never overlapping.

        With ``document`` the parts of the query about other fields are answered from the index, as in the list of
        results; without it they are taken to be met.
        """
        tree = read(query, as_you_type).tree
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
        with self._view() as view:
            return suggestion(view, query)


def _recalled(source: Snapshot, understood: ReadQuery, request: SearchRequest, facets: bool) -> Ranking | None:
    """Return the ranking remembered for a request, provided its words are still read as they were then."""
    match source.recall((request, facets)):
        case (read_as, Ranking() as ranking) if read_as is understood:
            return ranking
    return None


def _ranking(
    view: View, understood: ReadQuery, request: SearchRequest, is_cancelled: IsCancelled, with_facets: bool
) -> Ranking:
    ranking = _recalled(view.snapshot, understood, request, with_facets)
    if ranking is None:
        ranking = rank(view, understood.tree, request, is_cancelled, with_facets)
        view.remember((request, with_facets), (understood, ranking), len(ranking.slots))
    return ranking


def _with_passages(
    view: View, tree: q.Query, ranking: Ranking, texts: FetchTexts, is_cancelled: IsCancelled
) -> tuple[DocumentHits, ...]:
    evaluation = Evaluation(view, is_cancelled)
    fetched = texts([shown.document for shown in ranking.without_passages]) if ranking.slots else {}
    found = []
    for slot, shown in zip(ranking.slots, ranking.without_passages, strict=True):
        if is_cancelled():
            raise CancelledError
        text = fetched.get(shown.document, SearchableText(""))
        hits = find_hits(tree, text, meets_in(evaluation, slot)) if text.text else ()
        found.append(DocumentHits(shown.document, text.title, shown.score, passages(text.text, hits)))
    return tuple(found)
