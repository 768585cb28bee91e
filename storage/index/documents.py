"""What the index is given: documents to be indexed, and texts to find hits in."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from storage.domain.ids import DocumentId, EntityId
from storage.domain.search import Span


@dataclass(frozen=True, slots=True)
class IndexedDocument:
    """One document as the index sees it.

    ``stamp`` names the text version and the attributes, so that what is stale can be told. ``boilerplate`` ranges are
    found only when asked for by field. ``attributes`` holds the values of the fields author, region, country, party,
    body, person, kind, lang, source, tag and note. ``dates`` are pairs of proleptic ordinal days, first and last.
    """

    id: DocumentId
    stamp: str
    text: str
    language: str = ""
    title: str = ""
    boilerplate: tuple[Span, ...] = ()
    attributes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    entities: frozenset[EntityId] = frozenset()
    dates: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class SearchableText:
    """The canonical text of a document with what is needed to find and show hits in it."""

    text: str
    title: str = ""
    language: str = ""
    boilerplate: tuple[Span, ...] = ()


FetchTexts = Callable[[Sequence[DocumentId]], Mapping[DocumentId, SearchableText]]
"""Fetches the texts of several documents at once; a document that is gone is left out."""


@dataclass(frozen=True, slots=True)
class IndexStatistics:
    """How large the index is: documents found in it, terms of their texts, segments and bytes on disk."""

    documents: int
    terms: int
    segments: int
    bytes: int
