"""What the reader asks for in a text, as values that the viewer's signals carry."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Qt

from storage.domain.annotation import Colour
from storage.domain.ids import AnnotationId
from storage.domain.search import Span

COLOUR_KEYS: dict[int, Colour] = dict(
    zip((Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4), Colour, strict=True)
)
"""The keys that mark a selection, each in its colour."""


class Mode(StrEnum):
    """What of a document is shown: its text, its pages as printed, or its headings."""

    TEXT = "text"
    PAGES = "pages"
    OUTLINE = "outline"


@dataclass(frozen=True, slots=True)
class MarkRequest:
    """Mark a range of code points in a colour."""

    span: Span
    colour: Colour = Colour.YELLOW


@dataclass(frozen=True, slots=True)
class RecolourRequest:
    """Give a mark another colour."""

    annotation: AnnotationId
    colour: Colour


@dataclass(frozen=True, slots=True)
class ExtentRequest:
    """Make a mark begin or end elsewhere."""

    annotation: AnnotationId
    span: Span


@dataclass(frozen=True, slots=True)
class HitPosition:
    """Which hit of how many is the current one; ``number`` counts from 1 and is 0 while none is."""

    number: int
    total: int


@dataclass(frozen=True, slots=True)
class MenuRequest:
    """Open a menu at a point of the screen, for the character at an offset (None: there is none)."""

    x: int
    y: int
    offset: int | None
