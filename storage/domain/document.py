"""A document, its text versions, their blocks, and the dates that must be kept apart."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from storage.domain.ids import DocumentId, TextVersionId


class BlockKind(StrEnum):
    """What a stretch of text is in its document."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list item"
    QUOTATION = "quotation"
    TABLE_ROW = "table row"
    FOOTNOTE = "footnote"
    PAGE_BREAK = "page break"
    BOILERPLATE = "boilerplate"


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch ``[start, end)`` of a text version, in code points.

    ``number`` counts the numbered blocks of the text from 1 and is 0 for a page break; ``level`` is the depth of a
    heading or list item. ``page`` is the physical page from 1 and ``page_label`` what is printed on it.
    """

    kind: BlockKind
    start: int
    end: int
    number: int = 0
    level: int = 0
    page: int | None = None
    page_label: str | None = None


class SourceClass(StrEnum):
    """Who speaks in a document."""

    OFFICIAL_ORGAN = "official organ"
    OFFICIAL_MEDIA = "official media"
    SIGNED_BY_OFFICIAL = "signed by an official"
    FOREIGN_OP_ED = "foreign op-ed"
    FOREIGN_MEDIA = "foreign media"
    SCHOLARSHIP = "scholarship"
    COUNTERPART_PARTY = "counterpart party"
    ARCHIVE_DOCUMENT = "archive document"
    SAMPLE = "sample"
    OTHER = "other"


class DateLayer(StrEnum):
    """Which of a document's dates is meant."""

    STATE_DESCRIBED = "state described"
    WRITTEN = "written"
    PUBLISHED = "published"
    REPUBLISHED = "republished"
    CAPTURED = "captured"


class DateBasis(StrEnum):
    """What a date rests on."""

    STATED = "stated"
    INFERRED = "inferred"
    EXTERNAL = "external"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class DocumentDate:
    """One date layer: an EDTF expression, what it rests on, and the words it was read from."""

    layer: DateLayer
    edtf: str
    basis: DateBasis = DateBasis.UNKNOWN
    words: str = ""


@dataclass(frozen=True, slots=True)
class Creator:
    """Somebody who made a document, with the affiliation they had then."""

    name: str
    affiliation: str = ""


@dataclass(frozen=True, slots=True)
class Description:
    """What is known of a document apart from its text; a person can correct every field.

    ``language`` is a BCP 47 tag, empty where unknown. ``reference`` is an archival reference: repository, collection,
    box, folder, item, as one line. ``original`` names the work that the document is an excerpt or translation of.
    """

    title: str
    source_class: SourceClass = SourceClass.OTHER
    language: str = ""
    creators: tuple[Creator, ...] = ()
    dates: tuple[DocumentDate, ...] = ()
    publisher: str = ""
    place: str = ""
    url: str = ""
    reference: str = ""
    original: str = ""


@dataclass(frozen=True, slots=True)
class FieldOrigin:
    """Where the value of one field of a description was found, in words, and whether a person corrected it since."""

    field: str
    where: str
    corrected: bool


class DocumentState(StrEnum):
    """Whether a document can be read."""

    READABLE = "readable"
    NO_TEXT = "no text"
    TRASHED = "in the trash"


@dataclass(frozen=True, slots=True)
class Document:
    """A document as lists show it; ``characters`` counts the code points of its current text version."""

    id: DocumentId
    description: Description
    text_version: TextVersionId
    characters: int
    state: DocumentState
    path: str = ""

    @property
    def title(self) -> str:
        """The title, which is never empty."""
        return self.description.title


class DocumentRow(NamedTuple):
    """As much of a document as a list of many shows and filters by; a tuple, since thousands are made and compared.

    ``date`` is in EDTF: when it was written or, failing that, published; empty where unknown. ``who`` names the
    publisher and the creators.
    """

    id: DocumentId
    title: str
    source_class: SourceClass = SourceClass.OTHER
    state: DocumentState = DocumentState.READABLE
    date: str = ""
    who: str = ""


@dataclass(frozen=True, slots=True)
class TextVersion:
    """One extraction of an original: canonical text that never changes afterwards, with its blocks.

    ``problem`` is a sentence that says why the text is missing, or what of it is; empty where all was read.
    ``encoding`` is that of a text file or page, by Python's name for it; empty for formats that have none.
    """

    id: TextVersionId
    document: DocumentId
    text: str
    sha256: str
    extractor: str
    blocks: Sequence[Block]
    problem: str = ""
    encoding: str = ""
