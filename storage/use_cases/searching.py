"""Wishes about searching, and keeping the index abreast of the archive."""

import logging
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, TypeVar

from storage.database import annotations as annotations_table
from storage.database import authority as authority_table
from storage.database import decisions as decisions_table
from storage.database import documents as documents_table
from storage.database import mentions as mentions_table
from storage.database.connection import Connection
from storage.domain.annotation import AnnotationFilter
from storage.domain.authority import EntityKind
from storage.domain.changes import Changes
from storage.domain.document import BlockKind, DateLayer, Document, TextVersion
from storage.domain.ids import DocumentId, EntityId
from storage.domain.progress import IsCancelled, Progress, ReportProgress, ignore_progress, never_cancelled
from storage.domain.search import DocumentHits, Passage, SearchFilter, SearchRequest, SearchResult, Span
from storage.text.anchoring import block_at
from storage.text.edtf_range import edtf_range, first_year
from storage.use_cases.subject import FIRST_SCHEME, Subject

if TYPE_CHECKING:
    from storage.index.documents import IndexedDocument, SearchableText
    from storage.index.search_index import SearchIndex

_Answer = TypeVar("_Answer")

_log = logging.getLogger(__name__)

_BATCH_CHARACTERS = 4_000_000
_BATCH_DOCUMENTS = 256
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
        found = self._on_index(lambda index: index.search(request, self._searchable, is_cancelled, with_facets))
        return replace(found, hits=tuple(map(self._with_paragraphs, found.hits)))

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
                under = self._everything_under(connection, narrowing.entities)
                return replace(narrowing, entities=under, every_entity=False)
            found = self._documents_naming(connection, narrowing.entities, FIRST_SCHEME, every=True)
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

    def _with_paragraphs(self, hits: DocumentHits) -> DocumentHits:
        with self._archive.connections.read() as connection:
            blocks = documents_table.get_text(connection, hits.document).blocks

        def numbered(passage: Passage) -> Passage:
            block = block_at(blocks, passage.start)
            return replace(passage, paragraph=block.number if block else 0)

        return replace(hits, passages=tuple(map(numbered, hits.passages)))

    def _searchable(self, ids: Sequence[DocumentId]) -> dict[DocumentId, "SearchableText"]:
        from storage.index.documents import SearchableText

        with self._archive.connections.read() as connection:
            documents = documents_table.list_documents(connection, ids)
            versions = {document.id: documents_table.get_text(connection, document.id) for document in documents}
        return {
            document.id: SearchableText(
                versions[document.id].text,
                document.title,
                document.description.language,
                _boilerplate(versions[document.id]),
            )
            for document in documents
        }

    def index_is_stale(self) -> bool:
        """Read whether documents wait to be taken into the index, as far as that is known without comparing both."""
        if not self._reconciled:
            return True
        with self._archive.connections.read() as connection:
            return bool(documents_table.stale_documents(connection))

    def reconcile(self) -> None:
        """Change the list of stale documents to what index and archive really disagree on."""
        held = self._on_index(lambda index: index.stamps())
        with self._archive.connections.write() as connection:
            wanted = documents_table.stamps(connection)
            known = documents_table.stale_documents(connection)
            matched = mentions_table.documents_matched(connection)
            differing = [
                document for document, stamp in wanted.items() if held.get(document) != stamp or document not in matched
            ]
            orphans = [document for document in held if document not in wanted]
            documents_table.mark_stale(
                connection, [document for document in (*differing, *orphans) if document not in known], "text"
            )

    def refresh(
        self, progress: ReportProgress = ignore_progress, is_cancelled: IsCancelled = never_cancelled
    ) -> Changes:
        """Change the index until it has caught up with the archive, in many short transactions.

        The first time after opening, index and archive are compared, so that an index file of another day is noticed.
        """
        if not self._reconciled:
            self.reconcile()
            self._reconciled = True
        with self._archive.connections.read() as connection:
            stale = documents_table.stale_documents(connection)
        changes = Changes()
        waiting = iter(stale.items())
        done = 0
        while not is_cancelled() and (batch := list(islice(waiting, _BATCH_DOCUMENTS))):
            changes |= self._refresh_batch(batch, is_cancelled)
            done += len(batch)
            progress(Progress(done, len(stale), "Reading texts for the search"))
        while stale and not is_cancelled() and self._on_index(lambda index: index.merge(_MERGE_SECONDS)):
            progress(Progress(done, len(stale), "Tidying the index"))
        return changes

    def _refresh_batch(self, batch: Sequence[tuple[DocumentId, str]], is_cancelled: IsCancelled) -> Changes:
        """Match names and index a batch, cut where its texts grow large."""
        changes = Changes()
        group: list[TextVersion] = []
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
            if sum(len(version.text) for version in group) >= _BATCH_CHARACTERS:
                changes |= self._take_in(group, wanted, parts)
                group = []
        return changes | self._take_in(group, wanted, parts) if group else changes

    def _forget(self, documents: list[DocumentId]) -> Changes:
        self._on_index(lambda index: index.remove(documents))
        with self._archive.connections.write() as connection:
            for document in documents:
                mentions_table.forget_mentions(connection, document)
            documents_table.clear_stale(connection, documents)
        return Changes(documents=frozenset(documents), mentions=frozenset(documents), index=True)

    def _take_in(
        self, versions: Sequence[TextVersion], documents: dict[DocumentId, Document], parts: dict[DocumentId, str]
    ) -> Changes:
        to_match = [version for version in versions if parts[version.document] != "attributes"]
        with self._archive.connections.read() as connection:
            stamps = documents_table.stamps(connection)
        with self._archive.connections.write() as connection:
            for version in to_match:
                self._match(connection, version, documents[version.document])
            indexed = self._indexed_documents(connection, versions, documents, stamps)
        whole = [document for document in indexed if parts[document.id] == "text"]
        attributes = [document for document in indexed if parts[document.id] != "text"]
        if whole:
            self._on_index(lambda index: index.replace(whole))
        if attributes:
            self._on_index(lambda index: index.replace_attributes(attributes))
        with self._archive.connections.write() as connection:
            current = documents_table.stamps(connection)
            documents_table.clear_stale(
                connection, [document.id for document in indexed if current.get(document.id) == document.stamp]
            )
        return Changes(mentions=frozenset(version.document for version in to_match), index=True)

    def _match(self, connection: Connection, version: TextVersion, document: Document) -> None:
        from storage.text.decisions import apply_decisions

        matcher = self._archive.matcher
        found = matcher.mentions(
            version.text, version.blocks, version.document, document.description.language, year_of(document)
        )
        decisions = decisions_table.list_decisions(connection, version.document)
        decided = apply_decisions(found, decisions, version.text, version.document, matcher.entities)
        mentions_table.replace_mentions(connection, version.document, version.id, decided)

    def _indexed_documents(
        self,
        connection: Connection,
        versions: Iterable[TextVersion],
        documents: dict[DocumentId, Document],
        stamps: dict[DocumentId, str],
    ) -> list["IndexedDocument"]:
        from storage.index.documents import IndexedDocument

        ids = [version.document for version in versions]
        entities = mentions_table.entities_in(connection, ids)
        return [
            IndexedDocument(
                id=version.document,
                stamp=stamps.get(version.document, ""),
                text=version.text,
                language=documents[version.document].description.language,
                title=documents[version.document].title,
                boilerplate=_boilerplate(version),
                attributes=self._attributes(connection, documents[version.document], entities[version.document]),
                entities=frozenset(entities[version.document]),
                dates=_days(documents[version.document]),
            )
            for version in versions
        ]

    def _regions_named(self, connection: Connection, entities: list[EntityId]) -> tuple[str, ...]:
        """Return the regions of all schemes that are or hold one of the entities or its country."""
        names: dict[str, None] = {}
        for scheme in authority_table.scheme_ids(connection):
            hierarchy = self._hierarchy(connection, scheme)
            names.update(dict.fromkeys(region for entity in entities for region in hierarchy.regions_above(entity)))
        return tuple(names)

    def _attributes(
        self, connection: Connection, document: Document, entities: list[EntityId]
    ) -> dict[str, tuple[str, ...]]:
        facts = authority_table.searchable_names(connection, entities)
        marks = annotations_table.list_annotations(connection, AnnotationFilter(documents=frozenset({document.id})))
        description = document.description

        def named(kind: EntityKind) -> tuple[str, ...]:
            return tuple(name for _, entity_kind, name, _ in facts if entity_kind is kind)

        countries = {country for _, _, _, country in facts if country}
        country_names = authority_table.entity_names(connection, countries).values()
        return {
            "author": tuple(creator.name for creator in description.creators),
            "region": self._regions_named(connection, entities),
            "country": tuple(dict.fromkeys((*named(EntityKind.COUNTRY), *country_names))),
            "party": named(EntityKind.PARTY),
            "body": named(EntityKind.BODY),
            "person": named(EntityKind.PERSON),
            "kind": (description.source_class.value,),
            "lang": (description.language,) if description.language else (),
            "source": tuple(filter(None, (description.publisher, description.original, description.url))),
            "tag": tuple(dict.fromkeys(tag for mark in marks for tag in mark.tags)),
            "note": tuple(mark.note for mark in marks if mark.note),
        }


def _boilerplate(version: TextVersion) -> tuple[Span, ...]:
    return tuple(Span(block.start, block.end) for block in version.blocks if block.kind is BlockKind.BOILERPLATE)


def year_of(document: Document) -> int | None:
    """Return the year a document speaks from: when it was written, else published, else the latest other one.

    A text can name what it looks back on, so the state it describes says nothing about the names it can use.
    """
    dates = document.description.dates
    for layers in ({DateLayer.WRITTEN}, {DateLayer.PUBLISHED}, set(DateLayer)):
        years = [year for date in dates if date.layer in layers and (year := first_year(date.edtf)) is not None]
        if years:
            return max(years)
    return None


def _days(document: Document) -> tuple[tuple[int, int], ...]:
    ranges = (edtf_range(date.edtf) for date in document.description.dates)
    return tuple(days for days in ranges if days is not None)
