"""Wishes about searching, and keeping the index abreast of the archive."""

import logging
import time
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeVar

from storage.database import authority as authority_table
from storage.database import decisions as decisions_table
from storage.database import documents as documents_table
from storage.database import mentions as mentions_table
from storage.database.connection import Connection
from storage.domain.changes import Changes
from storage.domain.document import Document, DocumentDate, TextVersion
from storage.domain.ids import DocumentId, EntityId
from storage.domain.mention import Mention
from storage.domain.progress import IsCancelled, Progress, ReportProgress, ignore_progress, never_cancelled
from storage.domain.search import DocumentHits, Passage, SearchFilter, SearchRequest, SearchResult, Span
from storage.errors import ArchiveNotReadableError, ArchiveNotWrittenError
from storage.sentences import say
from storage.text.anchoring import block_at
from storage.text.edtf_range import edtf_range, year_of
from storage.use_cases.index_entries import boilerplate, index_entries
from storage.use_cases.subject import Subject

if TYPE_CHECKING:
    from storage.index.documents import IndexedDocument, SearchableText
    from storage.index.search_index import SearchIndex

_Answer = TypeVar("_Answer")

_log = logging.getLogger(__name__)

_BATCH_CHARACTERS = 4_000_000
_BATCH_DOCUMENTS = 256
_MATCHED_TOGETHER = 64
_MERGE_SECONDS = 0.2
_ALL = 2**31 - 1
_NO_DOCUMENT = frozenset({DocumentId(0)})
"""A filter that lets nothing pass; documents are numbered from 1."""


class SearchWishes(Subject):
    """What can be asked of the full-text index."""

    def search(
        self, request: SearchRequest, is_cancelled: IsCancelled = never_cancelled, with_facets: bool = False
    ) -> SearchResult:
        """Read the best documents for a query with all their passages, and the exact totals.

        Raises:
            CancelledError: when ``is_cancelled`` answered yes.
        """
        request = replace(request, filter=self._with_what_stands_under(request.filter))
        versions: dict[DocumentId, TextVersion] = {}

        def texts(ids: Sequence[DocumentId]) -> dict[DocumentId, "SearchableText"]:
            return self._searchable(ids, versions)

        found = self._on_index(lambda index: index.search(request, texts, is_cancelled, with_facets))
        return replace(found, hits=self._with_places(found.hits, versions))

    def matching_documents(self, request: SearchRequest) -> frozenset[DocumentId]:
        """Read which documents a query and its filter find, all of them, as for the counts in the tree."""
        asked = replace(request, filter=self._with_what_stands_under(request.filter), limit=_ALL)
        return frozenset(hits.document for hits in self._on_index(lambda index: index.search(asked)).hits)

    def _with_what_stands_under(self, narrowing: SearchFilter) -> SearchFilter:
        """Let the rows of the tree in a filter stand for all that is under them."""
        if not narrowing.entities:
            return replace(narrowing, every_entity=False)
        with self._archive.connections.read() as connection:
            if not narrowing.every_entity or len(narrowing.entities) < 2:
                under = self._everything_under(connection, narrowing.entities, narrowing.scheme)
                return replace(narrowing, entities=under, every_entity=False)
            found = self._documents_naming(connection, narrowing.entities, narrowing.scheme, every=True)
        wanted = found & narrowing.documents if narrowing.documents else found
        return replace(narrowing, entities=frozenset(), documents=wanted or _NO_DOCUMENT, every_entity=False)

    def hits(self, document: DocumentId, query: str, as_you_type: bool = False) -> tuple[Span, ...]:
        """Read all places in a document that a query hits, as the list of passages shows them."""
        searchable = self._searchable([document])[document]
        return self._on_index(lambda index: index.hits(query, searchable, document, as_you_type))

    def explain(self, query: str) -> str:
        """Read, in words, what a query is read as."""
        return self._on_index(lambda index: index.explain(query))

    def _on_index(self, ask: Callable[["SearchIndex"], _Answer]) -> _Answer:
        """Ask the index; one that turns out to be damaged is made anew from the archive, and asked again."""
        from storage.index.errors import IndexDamagedError

        try:
            return ask(self._archive.index)
        except IndexDamagedError:
            _log.info("The index of %s was damaged and is made anew", self._archive.path, exc_info=True)
            self._archive.discard_index()
            self.refresh()
            return ask(self._archive.index)

    def _with_places(
        self, found: Sequence[DocumentHits], versions: Mapping[DocumentId, TextVersion]
    ) -> tuple[DocumentHits, ...]:
        """Add dates to documents found, and to passages the paragraphs of the very texts they were found in."""
        with self._archive.connections.read() as connection:
            known = {
                document.id: document
                for document in documents_table.list_documents(connection, [hits.document for hits in found])
            }
        return tuple(
            replace(
                hits,
                passages=tuple(_numbered(passage, versions.get(hits.document)) for passage in hits.passages),
                dated=earliest_date(known[hits.document])[1],
            )
            for hits in found
            if hits.document in known
        )

    def _searchable(
        self, ids: Sequence[DocumentId], versions: dict[DocumentId, TextVersion] | None = None
    ) -> dict[DocumentId, "SearchableText"]:
        """Read what the index asks of documents; what was read for it is put into ``versions``."""
        from storage.index.documents import SearchableText

        versions = {} if versions is None else versions
        with self._archive.connections.read() as connection:
            documents = documents_table.list_documents(connection, ids)
            versions.update((each.id, documents_table.get_text(connection, each.id)) for each in documents)
        return {
            document.id: SearchableText(
                versions[document.id].text,
                document.title,
                document.description.language,
                boilerplate(versions[document.id]),
            )
            for document in documents
        }

    def index_is_stale(self) -> bool:
        """Read whether documents wait to be taken into the index, as far as that is known without comparing both."""
        if not self._archive.may_write_index:
            return False
        if not self._reconciled:
            return True
        with self._archive.connections.read() as connection:
            return self._archive.read_only is None and bool(documents_table.stale_documents(connection))

    def documents_behind(self) -> int:
        """Read how many documents an index that may not be written to lacks or holds in an older state."""
        if self._archive.may_write_index:
            return 0
        return len(self._disagreement()[0])

    def _disagreement(self) -> tuple[list[DocumentId], list[DocumentId]]:
        """Return the documents that the index lacks or holds in an older state, and those it should not hold."""

        def compare(index: "SearchIndex") -> tuple[list[DocumentId], list[DocumentId]]:
            with self._archive.connections.read() as connection:
                return index.disagreement(documents_table.each_stamp(connection))

        differing, beyond = self._on_index(compare)
        with self._archive.connections.read() as connection:
            return sorted({*differing, *mentions_table.documents_not_matched(connection)}), beyond

    def reconcile(self) -> None:
        """Change the list of stale documents to what index and archive really disagree on."""
        differing, orphans = self._disagreement()
        with self._archive.connections.write_archive() as connection:
            known = documents_table.stale_documents(connection)
            documents_table.mark_stale(
                connection, [document for document in (*differing, *orphans) if document not in known], "text"
            )

    def _waiting(self) -> dict[DocumentId, str]:
        """Return the documents the index has to read again; those of an archive that is only read are not noted."""
        if self._archive.read_only is not None:
            return dict.fromkeys(self._disagreement()[0], "text")
        with self._archive.connections.read() as connection:
            return documents_table.stale_documents(connection)

    def refresh(
        self, progress: ReportProgress = ignore_progress, is_cancelled: IsCancelled = never_cancelled
    ) -> Changes:
        """Change the index until it has caught up with the archive, in many short transactions.

        The first time after opening, index and archive are compared, so that an index file of another day is noticed.
        Where neither may be written to nothing is done.
        """
        if not self._archive.may_write_index:
            return Changes()
        is_first = not self._reconciled
        if is_first and self._archive.read_only is None:
            self.reconcile()
        self._reconciled = True
        stale = self._waiting()
        changes = Changes()
        waiting = iter(stale.items())
        done = 0
        while not is_cancelled() and (batch := list(islice(waiting, _BATCH_DOCUMENTS))):
            changes |= self._refresh_batch(batch, is_cancelled)
            done += len(batch)
            progress(Progress(done, len(stale), say("Reading texts for the search")))
        while not is_cancelled() and self._on_index(lambda index: index.merge(_MERGE_SECONDS)):
            progress(Progress(done, len(stale), say("Tidying the index")))
        if not is_cancelled():
            self._keep_counts()
        if is_first:
            self._on_index(lambda index: index.give_back_memory())
        return changes

    def _keep_counts(self) -> None:
        """Keep what the tree counts, for the next time it is shown.

        Where the disk is full it does without; where the mentions are damaged whoever asks for them is told of it.
        """
        try:
            with self._archive.connections.read() as connection:
                if mentions_table.are_counts_kept(connection):
                    return
                counts = mentions_table.counts_generation(connection), mentions_table.count_columns(connection)
            with self._archive.connections.write() as connection:
                mentions_table.keep_counts(connection, *counts)
        except (ArchiveNotWrittenError, ArchiveNotReadableError):
            _log.info("The counts of %s could not be kept", self._archive.path, exc_info=True)

    def _refresh_batch(self, batch: Sequence[tuple[DocumentId, str]], is_cancelled: IsCancelled) -> Changes:
        """Match names and index a batch, cut where its texts grow large."""
        changes = Changes()
        group: list[TextVersion] = []
        characters = 0
        parts = dict(batch)
        with self._archive.connections.read() as connection:
            wanted = {document.id: document for document in documents_table.list_documents(connection, parts)}
            gone = [document for document in parts if document not in wanted]
        if gone:
            changes |= self._forget(gone)
        for document in wanted:
            if is_cancelled():
                return changes
            with self._archive.connections.read() as connection:
                group.append(documents_table.get_text(connection, document))
            characters += len(group[-1].text)
            if characters >= _BATCH_CHARACTERS:
                changes |= self._take_in(group, wanted, parts)
                group, characters = [], 0
        return changes | self._take_in(group, wanted, parts) if group else changes

    def _forget(self, documents: list[DocumentId]) -> Changes:
        self._on_index(lambda index: index.remove(documents))
        with self._archive.connections.write() as connection:
            for document in documents:
                mentions_table.forget_mentions(connection, document)
            documents_table.clear_stale(connection, documents)
        return Changes(documents=frozenset(documents), mentions=frozenset(documents), index=True)

    def _take_in(
        self,
        versions: Sequence[TextVersion],
        documents: Mapping[DocumentId, Document],
        parts: Mapping[DocumentId, str],
        found: Mapping[DocumentId, Sequence[Mention]] = MappingProxyType({}),
    ) -> Changes:
        """Match names in some texts and index them; those in ``found`` have been matched already.

        What takes long stands outside of the transactions, since an edit that a person makes waits for them.
        """
        from storage.index.building import prepare

        to_match = [version for version in versions if parts[version.document] != "attributes"]
        with self._archive.connections.read() as connection:
            stamps = documents_table.stamps(connection, parts)
        waiting = iter(to_match)
        while together := list(islice(waiting, _MATCHED_TOGETHER)):
            with self._archive.connections.read() as connection:
                matched = [
                    (
                        version,
                        self._match(connection, version, documents[version.document], found.get(version.document)),
                    )
                    for version in together
                ]
            self._keep_mentions(deque(matched))
        with self._archive.connections.read() as connection:
            hierarchies = [self._hierarchy(connection, scheme) for scheme in authority_table.scheme_ids(connection)]

            def regions_above(entity: EntityId) -> Iterator[str]:
                return (name for hierarchy in hierarchies for name in hierarchy.regions_above(entity))

            indexed = index_entries(connection, versions, documents, stamps, regions_above)
        whole = [document for document in indexed if parts[document.id] == "text"]
        attributes = [document for document in indexed if parts[document.id] != "text"]
        if whole:
            prepared = prepare(whole)
            self._on_index(lambda index: index.replace_prepared([prepared]))
        if attributes:
            self._on_index(lambda index: index.replace_attributes(attributes))
        if self._archive.read_only is None:
            self._note_taken_in(indexed, parts)
        return Changes(mentions=frozenset(version.document for version in to_match), index=True)

    def _keep_mentions(self, waiting: deque[tuple[TextVersion, Sequence[Mention]]]) -> None:
        """Store the mentions of texts, in transactions for which an edit that a person makes waits but a moment."""
        connections = self._archive.connections
        while waiting:
            with connections.write() as connection:
                begun, is_begun = time.monotonic(), False
                while waiting and not (is_begun and connections.is_time_to_end(begun)):
                    is_begun = True
                    version, mentions = waiting.popleft()
                    mentions_table.replace_mentions(connection, version.document, version.id, mentions)

    def _note_taken_in(self, indexed: "Sequence[IndexedDocument]", parts: Mapping[DocumentId, str]) -> None:
        """Note which documents are in the index as they are now; one that was edited meanwhile waits on."""
        with self._archive.connections.write_archive() as connection:
            current = documents_table.stamps(connection, parts)
            documents_table.clear_stale(
                connection, [document.id for document in indexed if current.get(document.id) == document.stamp]
            )

    def _match(
        self, connection: Connection, version: TextVersion, document: Document, found: Sequence[Mention] | None
    ) -> Sequence[Mention]:
        from storage.text.decisions import apply_decisions

        if found is None:
            language, year = document.description.language, year_of(document.description)
            matcher = self._archive.matcher
            found = matcher.mentions(version.text, version.blocks, version.document, language, year)
        decisions = decisions_table.list_decisions(connection, version.document)
        if not decisions:
            return found
        return apply_decisions(found, decisions, version.text, version.document, self._archive.matcher.entities)


def _numbered(passage: Passage, version: TextVersion | None) -> Passage:
    block = block_at(version.blocks, passage.start) if version else None
    return replace(passage, paragraph=block.number if block else 0)


def earliest_date(document: Document) -> tuple[int, DocumentDate | None]:
    """Return the first day a document is dated, as a proleptic ordinal, and that date; 0 and None without one."""
    dated = [(days[0], date) for date in document.description.dates if (days := edtf_range(date.edtf)) is not None]
    return min(dated, key=lambda each: each[0], default=(0, None))
