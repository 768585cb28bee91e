"""A question put to the archive and the passages that answer it."""

from dataclasses import dataclass, field

from storage.domain.document import SourceClass
from storage.domain.ids import DocumentId, EntityId


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A range ``[start, end)`` of code points."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class SearchFilter:
    """What narrows a search beside the words; an empty field does not narrow.

    Documents mention one of ``entities`` or what stands under it, or with ``every_entity`` each of them.
    """

    entities: frozenset[EntityId] = frozenset()
    documents: frozenset[DocumentId] = frozenset()
    source_classes: frozenset[SourceClass] = frozenset()
    languages: frozenset[str] = frozenset()
    tags: frozenset[str] = frozenset()
    first_year: int | None = None
    last_year: int | None = None
    every_entity: bool = False


@dataclass(frozen=True, slots=True)
class SearchRequest:
    """The words as typed, the filter, and how many documents to show.

    ``as_you_type`` reads the last word as the beginning of one.
    """

    query: str
    limit: int = 20
    filter: SearchFilter = field(default_factory=SearchFilter)
    as_you_type: bool = False


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
    """A document found, its score and its passages in order of place."""

    document: DocumentId
    title: str
    score: float
    passages: tuple[Passage, ...]


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
