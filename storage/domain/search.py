"""A question put to the archive and the passages that answer it."""

from dataclasses import dataclass
from enum import StrEnum

from storage.domain.document import DocumentDate, SourceClass
from storage.domain.ids import FIRST_SCHEME, DocumentId, EntityId, SchemeId


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A range ``[start, end)`` of code points."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class SearchFilter:
    """What narrows a search beside the words; an empty field does not narrow.

    Documents mention one of ``entities`` or what stands under it in ``scheme``, or with ``every_entity`` each of them;
    regions and countries are named as facets name them.
    """

    entities: frozenset[EntityId] = frozenset()
    documents: frozenset[DocumentId] = frozenset()
    source_classes: frozenset[SourceClass] = frozenset()
    languages: frozenset[str] = frozenset()
    tags: frozenset[str] = frozenset()
    regions: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    first_year: int | None = None
    last_year: int | None = None
    every_entity: bool = False
    scheme: SchemeId = FIRST_SCHEME


@dataclass(frozen=True, slots=True)
class SearchRequest:
    """The words as typed, the filter, and how many documents to show.

    ``as_you_type`` reads the last word as the beginning of one. ``offset`` passes over so many of the best documents.
    """

    query: str
    limit: int = 20
    filter: SearchFilter = SearchFilter()
    as_you_type: bool = False
    offset: int = 0


@dataclass(frozen=True, slots=True)
class Passage:
    """One hit ``[start, end)`` with the text around it.

    ``highlights`` are all hits inside the snippet, as ranges of the snippet itself; ``snippet_start`` is where the
    snippet stands in the text; ``paragraph`` the number of its block.
    """

    start: int
    end: int
    snippet: str
    snippet_start: int
    highlights: tuple[Span, ...]
    paragraph: int = 0


@dataclass(frozen=True, slots=True)
class DocumentHits:
    """A document found, its score and its passages in order of place; ``dated`` is the earliest of its dates."""

    document: DocumentId
    title: str
    score: float
    passages: tuple[Passage, ...]
    dated: DocumentDate | None = None


class ConcordanceOrder(StrEnum):
    """What the lines of a concordance are sorted by."""

    DOCUMENT = "document"
    DATE = "date"
    LEFT = "left context"
    RIGHT = "right context"


@dataclass(frozen=True, slots=True)
class ConcordanceLine:
    """One hit ``[start, end)`` of a document with the words before and after it, as they stand in the text.

    ``dated`` is the earliest of the document's dates; ``day`` its first day as a proleptic ordinal, 0 where unknown.
    """

    document: DocumentId
    title: str
    start: int
    end: int
    left: str
    keyword: str
    right: str
    dated: DocumentDate | None = None
    day: int = 0


YEAR = "year"
"""The field of facets that count documents by year, in order, whatever years the filter asks for."""


@dataclass(frozen=True, slots=True)
class FacetCount:
    """How many found documents share a value of a field."""

    field: str
    value: str
    documents: int


@dataclass(frozen=True, slots=True)
class SearchResult:
    """The answer: exact totals, the best documents with their passages, and what the words were read as.

    ``remark`` tells in a sentence what the reader should know (a query that could not be parsed and was read as plain
    words). ``suggestion`` is a corrected query when nothing was found, else empty.
    """

    query: str
    read_as: str
    total_documents: int
    total_passages: int
    hits: tuple[DocumentHits, ...]
    facets: tuple[FacetCount, ...] = ()
    remark: str = ""
    suggestion: str = ""
    milliseconds: float = 0.0
