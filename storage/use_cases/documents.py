"""Wishes about documents: list them, read one, see what it mentions."""

from storage.database import annotations as annotations_table
from storage.database import codebook as codebook_table
from storage.database import documents as documents_table
from storage.database import mentions as mentions_table
from storage.database.connection import Connection
from storage.database.document_rows import list_rows
from storage.domain.archive import ArchiveStatistics
from storage.domain.document import Document, DocumentRow, TextVersion
from storage.domain.ids import FIRST_SCHEME, DocumentId, EntityId, SchemeId
from storage.domain.mention import Mention
from storage.domain.search import Span
from storage.use_cases.subject import Subject


class DocumentWishes(Subject):
    """What can be asked about documents."""

    _mentions_counted: tuple[int, int] = (-1, 0)

    def statistics(self) -> ArchiveStatistics:
        """Read how much the archive holds."""
        with self._archive.connections.read() as connection:
            return ArchiveStatistics(
                documents_table.count_documents(connection),
                self._count_mentions(connection),
                annotations_table.count_annotations(connection),
            )

    def _count_mentions(self, connection: Connection) -> int:
        """Count the mentions outside the trash; all of them only where they have changed since they were counted."""
        generation = mentions_table.counts_generation(connection)
        counted = self._mentions_counted
        if counted[0] != generation:
            counted = self._mentions_counted = (generation, mentions_table.count_mentions(connection))
        return counted[1] - mentions_table.count_trashed_mentions(connection)

    def has_documents(self) -> bool:
        """Read whether the archive holds any document outside the trash."""
        with self._archive.connections.read() as connection:
            return documents_table.has_documents(connection)

    def documents(
        self,
        entities: frozenset[EntityId] = frozenset(),
        tag: str = "",
        every: bool = False,
        scheme: SchemeId = FIRST_SCHEME,
    ) -> tuple[Document, ...]:
        """Read the documents in order of arrival; those that mention one of ``entities``, or carry a tag.

        A tag stands for the codes below it too. An entity stands for everything under it in a scheme: a region for its
        countries and their parties. With ``every`` a document must mention each of them.
        """
        with self._archive.connections.read() as connection:
            chosen = self._chosen(connection, entities, tag, scheme, every=every)
            return documents_table.list_documents(connection, chosen)

    def document_rows(
        self,
        entities: frozenset[EntityId] = frozenset(),
        tag: str = "",
        every: bool = False,
        scheme: SchemeId = FIRST_SCHEME,
        among: frozenset[DocumentId] | None = None,
    ) -> tuple[DocumentRow, ...]:
        """Read the same documents as ``documents``, as rows of a list, which is many times faster.

        With ``among`` only those of them that have one of these ids.
        """
        with self._archive.connections.read() as connection:
            chosen = self._chosen(connection, entities, tag, scheme, every=every)
            if among is not None:
                chosen = among if chosen is None else among & chosen
            return list_rows(connection, chosen)

    def _chosen(
        self, connection: Connection, entities: frozenset[EntityId], tag: str, scheme: SchemeId, *, every: bool
    ) -> frozenset[DocumentId] | None:
        """Return the documents that mention entities and carry a tag; None stands for all."""
        chosen: frozenset[DocumentId] | None = None
        if entities:
            chosen = self._documents_naming(connection, entities, scheme, every=every)
        if tag:
            tags = codebook_table.tags_under(connection, [tag])
            tagged = annotations_table.documents_with_tags(connection, tags)
            chosen = tagged if chosen is None else chosen & tagged
        return chosen

    def documents_of(self, ids: frozenset[DocumentId]) -> tuple[Document, ...]:
        """Read the documents with these ids in order of arrival; one in the trash is left out."""
        with self._archive.connections.read() as connection:
            return documents_table.list_documents(connection, ids)

    def document(self, document: DocumentId) -> Document:
        """Read what is known of one document.

        Raises:
            NotFoundError: when the archive has no such document.
        """
        with self._archive.connections.read() as connection:
            return documents_table.get_document(connection, document)

    def text(self, document: DocumentId) -> TextVersion:
        """Read a document's current text with its blocks.

        Raises:
            NotFoundError: when the archive has no such document.
        """
        with self._archive.connections.read() as connection:
            return documents_table.get_text(connection, document)

    def mentions(self, document: DocumentId) -> tuple[Mention, ...]:
        """Read the mentions of a document in order of place, also rejected ones and those in boilerplate."""
        with self._archive.connections.read() as connection:
            return mentions_table.list_mentions(connection, document)

    def source_line(self, document: DocumentId) -> str:
        """Read the line that names a document's source, in the order of Chicago notes."""
        from storage.text.citation import source_line

        return source_line(self.document(document).description)

    def quotation(self, document: DocumentId, span: Span) -> str:
        """Read the paragraph around a place, or the middle of a long one, quoted with its source line and number."""
        from storage.text.citation import quotation

        return quotation(self.text(document), span, self.source_line(document))
