"""Documents as the index is given them: their texts with all that the archive knows of them, many at once."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from storage.database import annotations as annotations_table
from storage.database import authority as authority_table
from storage.database import mentions as mentions_table
from storage.database import subject_notes as notes_table
from storage.database.connection import Connection
from storage.domain.annotation import Annotation, AnnotationFilter
from storage.domain.authority import EntityKind
from storage.domain.columns import columns_of
from storage.domain.document import Block, BlockKind, Document, TextVersion
from storage.domain.ids import DocumentId, EntityId
from storage.domain.search import Span
from storage.text.edtf_range import edtf_range

if TYPE_CHECKING:
    from storage.index.documents import IndexedDocument

_BOILERPLATE = BlockKind.BOILERPLATE.value


def index_entries(
    connection: Connection,
    versions: Sequence[TextVersion],
    documents: Mapping[DocumentId, Document],
    stamps: Mapping[DocumentId, str],
    regions_above: Callable[[EntityId], Iterable[str]],
) -> list["IndexedDocument"]:
    """Return what the index is to hold of the documents that some text versions are current for.

    ``regions_above`` gives the names of the regions of all schemes that an entity is or stands under.
    """
    from storage.index.documents import IndexedDocument

    ids = [version.document for version in versions]
    entities = mentions_table.entities_in(connection, ids)
    names = _Names(connection, {entity for found in entities.values() for entity in found}, regions_above)
    marks: dict[DocumentId, list[Annotation]] = {}
    for mark in annotations_table.list_annotations(connection, AnnotationFilter(documents=frozenset(ids))):
        marks.setdefault(mark.document, []).append(mark)
    notes = notes_table.document_notes(connection, ids)
    return [
        IndexedDocument(
            id=version.document,
            stamp=stamps.get(version.document, ""),
            text=version.text,
            language=documents[version.document].description.language,
            title=documents[version.document].title,
            boilerplate=boilerplate(version),
            attributes=_described(documents[version.document])
            | names.of(entities[version.document])
            | _noted(marks.get(version.document, ()), notes.get(version.document, "")),
            entities=frozenset(entities[version.document]),
            dates=_days(documents[version.document]),
        )
        for version in versions
    ]


class _Names:
    """The names by which documents are found that mention some entities, read once for all of them."""

    def __init__(
        self, connection: Connection, entities: Iterable[EntityId], regions_above: Callable[[EntityId], Iterable[str]]
    ) -> None:
        facts = authority_table.searchable_names(connection, entities)
        self._kinds = {entity: (kind, name) for entity, kind, name, _ in facts}
        self._countries = {entity: country for entity, _, _, country in facts if country}
        self._country_names = authority_table.entity_names(connection, set(self._countries.values()))
        self._regions = {entity: tuple(regions_above(entity)) for entity in self._kinds}

    def of(self, entities: Iterable[EntityId]) -> dict[str, tuple[str, ...]]:
        """Return the attributes that follow from the entities a document mentions."""
        known = sorted(entity for entity in entities if entity in self._kinds)
        named: dict[EntityKind, list[str]] = {}
        for entity in known:
            kind, name = self._kinds[entity]
            named.setdefault(kind, []).append(name)
        countries = sorted({self._countries[entity] for entity in known if entity in self._countries})
        through = (self._country_names[country] for country in countries if country in self._country_names)
        return {
            "region": tuple(dict.fromkeys(name for entity in known for name in self._regions[entity])),
            "country": tuple(dict.fromkeys((*named.get(EntityKind.COUNTRY, ()), *through))),
            "party": tuple(named.get(EntityKind.PARTY, ())),
            "body": tuple(named.get(EntityKind.BODY, ())),
            "person": tuple(named.get(EntityKind.PERSON, ())),
        }


def _described(document: Document) -> dict[str, tuple[str, ...]]:
    description = document.description
    return {
        "author": tuple(creator.name for creator in description.creators),
        "kind": (description.source_class.value,),
        "lang": (description.language,) if description.language else (),
        "source": tuple(filter(None, (description.publisher, description.original, description.url))),
    }


def _noted(marks: Sequence[Annotation], note: str) -> dict[str, tuple[str, ...]]:
    return {
        "tag": tuple(dict.fromkeys(tag for mark in marks for tag in mark.tags)),
        "note": tuple(filter(None, (note, *(mark.note for mark in marks)))),
    }


def boilerplate(version: TextVersion) -> tuple[Span, ...]:
    """Return the ranges of a text that are found only when asked for."""
    kinds, starts, ends, *_ = columns_of(Block, version.blocks)
    if _BOILERPLATE not in kinds:
        return ()
    ranges = zip(kinds, starts, ends, strict=True)
    return tuple(Span(start, end) for kind, start, end in ranges if kind == _BOILERPLATE)


def _days(document: Document) -> tuple[tuple[int, int], ...]:
    ranges = (edtf_range(date.edtf) for date in document.description.dates)
    return tuple(days for days in ranges if days is not None)
