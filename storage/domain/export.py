"""Notes on their way out of an archive and back in: what exporters are given and what reading such a file gives."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from storage.domain.annotation import AnchorState, Annotation, Colour
from storage.domain.codebook import Code
from storage.domain.document import Document
from storage.domain.ids import AnnotationId, DocumentId, EntityId


@dataclass(frozen=True, slots=True)
class LinkedEntity:
    """Whom a mark is linked to, and what it is called."""

    id: EntityId
    name: str


@dataclass(frozen=True, slots=True)
class ExportedNote:
    """A mark with everything its reader needs to verify it.

    ``text_sha256`` names the text version that the anchor's offsets, paragraph and physical page belong to;
    ``page_label`` is what is printed on the page. ``source_line`` cites the document, ``dates`` says its dates in
    words, ``document_note`` is what was noted about it as a whole, in Markdown.
    """

    annotation: Annotation
    document: Document
    text_sha256: str
    source_line: str
    dates: str = ""
    page_label: str | None = None
    linked: tuple[LinkedEntity, ...] = ()
    document_note: str = ""


@dataclass(frozen=True, slots=True)
class Wording:
    """The language, as a BCP 47 tag, of what an export says itself, and how a sentence of storage is said in it."""

    language: str = "en"
    in_words: Callable[[str], str] = str


@dataclass(frozen=True, slots=True)
class NotesExport:
    """Notes to write, from the archive of this title; ``made`` is in UTC, ``filter`` says in words what was left out.

    Documents are written in the order in which they first occur, their notes in reading order. ``codes`` are those of
    the notes with the codes above them, from the top of the tree down; ``colours`` says what colours stand for.
    ``wording`` is the language of what the formats that people read say beside the notes.
    """

    archive: str
    made: datetime
    notes: tuple[ExportedNote, ...]
    filter: str = ""
    codes: tuple[Code, ...] = ()
    colours: Mapping[Colour, str] = field(default_factory=dict)
    wording: Wording = Wording()


@dataclass(frozen=True, slots=True)
class ImportedNote:
    """A mark read from a file of annotations; its place in a text of this archive has still to be found.

    ``source`` is the target as the file names it. ``start`` and ``end`` are code points of the text with the hash
    ``text_sha256``; all three are empty where the file does not say. ``document`` is the number in the archive that
    wrote the file.
    """

    source: str
    quote: str
    before: str = ""
    after: str = ""
    start: int | None = None
    end: int | None = None
    id: AnnotationId | None = None
    document: DocumentId | None = None
    text_sha256: str = ""
    paragraph: int = 0
    page: int | None = None
    page_label: str | None = None
    note: str = ""
    tags: tuple[str, ...] = ()
    colour: Colour = Colour.YELLOW
    state: AnchorState = AnchorState.UNCHANGED
    created: datetime | None = None
    changed: datetime | None = None
    entities: tuple[EntityId, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportedNotes:
    """The marks of a file, a sentence for each annotation in it that cannot become a mark, and codes it describes."""

    notes: tuple[ImportedNote, ...]
    remarks: tuple[str, ...] = ()
    codes: tuple[Code, ...] = ()
