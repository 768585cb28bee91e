"""A mark in a text with its note, tags and colour, and the anchor that finds its place again."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from storage.domain.ids import FIRST_SCHEME, AnnotationId, DocumentId, EntityId, SchemeId, TextVersionId

CONTEXT_LENGTH = 64
"""Code points of text kept before and after a quote."""


class Colour(StrEnum):
    """The colours a mark can have; how each looks is the theme's affair."""

    YELLOW = "yellow"
    GREEN = "green"
    ROSE = "rose"
    BLUE = "blue"


class AnchorState(StrEnum):
    """How sure it is that a mark stands where it was made."""

    UNCHANGED = "unchanged"
    MOVED = "moved"
    PLEASE_CHECK = "please check"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place in a text version: ``[start, end)`` in code points, the quote, and up to 64 code points of context.

    ``paragraph`` is the number of the block in which the quote starts (0: none), ``page`` the physical page.
    """

    start: int
    end: int
    quote: str
    before: str
    after: str
    paragraph: int = 0
    page: int | None = None


@dataclass(frozen=True, slots=True)
class AnchoredPlace:
    """An anchor with the text version it stands in."""

    text_version: TextVersionId
    anchor: Anchor


@dataclass(frozen=True, slots=True)
class Annotation:
    """A marked passage; ``note`` is Markdown, ``created`` and ``changed`` are in UTC.

    ``entities`` are whom a person has linked it to.
    ``former`` is where the mark last stood for sure, while its anchor is only proposed and waits to be checked;
    ``kept_as_lost`` says that a person knows the mark to be lost and wants it kept without a place.
    """

    id: AnnotationId
    document: DocumentId
    text_version: TextVersionId
    anchor: Anchor
    created: datetime
    changed: datetime
    note: str = ""
    tags: tuple[str, ...] = ()
    colour: Colour = Colour.YELLOW
    state: AnchorState = AnchorState.UNCHANGED
    former: AnchoredPlace | None = None
    kept_as_lost: bool = False
    entities: tuple[EntityId, ...] = ()

    @property
    def sure_place(self) -> AnchoredPlace:
        """Where the mark stands for sure, or last did."""
        return self.former or AnchoredPlace(self.text_version, self.anchor)

    @property
    def is_to_review(self) -> bool:
        """Whether a person has to say where the mark belongs."""
        return self.state in (AnchorState.PLEASE_CHECK, AnchorState.LOST) and not self.kept_as_lost


@dataclass(frozen=True, slots=True)
class AnnotationFilter:
    """Which annotations are meant; an empty field does not narrow, several fields narrow together.

    ``entities`` keeps marks in documents that mention one of them (a region stands for its countries in ``scheme``).
    """

    documents: frozenset[DocumentId] = frozenset()
    entities: frozenset[EntityId] = frozenset()
    tags: frozenset[str] = frozenset()
    colours: frozenset[Colour] = frozenset()
    states: frozenset[AnchorState] = frozenset()
    words: str = ""
    scheme: SchemeId = FIRST_SCHEME


@dataclass(frozen=True, slots=True)
class TagCount:
    """A tag and how many annotations carry it."""

    name: str
    annotations: int
