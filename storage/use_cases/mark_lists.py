"""Wishes about long lists of marks: as columns, then page by page what is looked at."""

from collections.abc import Sequence

from storage.database import annotations as annotations_table
from storage.database import codebook as codebook_table
from storage.database import documents as documents_table
from storage.database import mark_columns as columns_table
from storage.domain.annotation import Annotation
from storage.domain.ids import AnnotationId, DocumentId, EntityId
from storage.domain.mark_columns import MarkColumns, MarkLabels, MarkNarrowing, columns_of
from storage.text.folding import fold
from storage.use_cases.subject import Subject


class MarkListWishes(Subject):
    """How a list of a hundred thousand marks is read without reading them all."""

    def mark_columns(self, narrowing: MarkNarrowing = MarkNarrowing()) -> MarkColumns:  # noqa: B008 - a frozen value
        """Read all marks, or those a list is narrowed to, as columns, in order of document and place."""
        with self._archive.connections.read() as connection:
            return columns_table.mark_columns(connection, narrowing)

    def first_marks(self, most: int) -> tuple[Annotation, ...]:
        """Read the marks a list begins with: those that wait to be checked, then by document and place."""
        with self._archive.connections.read() as connection:
            waiting = annotations_table.list_waiting(connection)[:most]
            others = annotations_table.list_first(connection, most)
        known = {mark.id for mark in waiting}
        return (*waiting, *(mark for mark in others if mark.id not in known))

    def columns_of(self, marks: Sequence[Annotation]) -> MarkColumns:
        """Read nothing: give marks as columns, in order of document and place."""
        return columns_of(sorted(marks, key=lambda mark: (mark.document, mark.anchor.start, mark.anchor.end, mark.id)))

    def titles_of(self, documents: frozenset[DocumentId]) -> dict[DocumentId, str]:
        """Read what documents are called."""
        with self._archive.connections.read() as connection:
            return documents_table.titles(connection, sorted(documents))

    def linked_entities(self) -> frozenset[EntityId]:
        """Read whom any mark is linked to."""
        with self._archive.connections.read() as connection:
            return columns_table.linked_entities(connection)

    def tag_names(self) -> list[str]:
        """Read the names of all codes and tags, those of the codebook first."""
        with self._archive.connections.read() as connection:
            codes = codebook_table.list_codes(connection)
            return [*codes, *sorted(codebook_table.tags_in_use(connection) - set(codes))]

    def mark_tags(self) -> MarkLabels:
        """Read the tags of all marks as columns."""
        with self._archive.connections.read() as connection:
            return columns_table.mark_tags(connection)

    def mark_entities(self) -> MarkLabels:
        """Read whom all marks are linked to, as columns."""
        with self._archive.connections.read() as connection:
            return columns_table.mark_entities(connection)

    def mark_texts(self, ids: Sequence[AnnotationId]) -> list[str]:
        """Read what a filter looks for words in: quote, note and tags of marks, folded, in the order asked for."""
        with self._archive.connections.read() as connection:
            return [fold(text) for text in columns_table.mark_texts(connection, ids)]

    def marks(self, ids: Sequence[AnnotationId]) -> tuple[Annotation, ...]:
        """Read some marks in the order asked for; those that are gone are left out."""
        with self._archive.connections.read() as connection:
            present = annotations_table.existing_ids(connection, ids)
            return annotations_table.get_annotations(connection, [one for one in ids if one in present])
