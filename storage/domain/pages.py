"""What a page of a printed document looks like and where its characters stand."""

from array import array
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class PageSize:
    """Width and height of a page as a reader holds it, in points (1/72 inch)."""

    width: float
    height: float


@dataclass(frozen=True, slots=True)
class PageImage:
    """A page drawn: rows of ``stride`` bytes from the top, each pixel four bytes: blue, green, red and nothing."""

    width: int
    height: int
    stride: int
    data: bytes


@dataclass(frozen=True, slots=True)
class PageCharacters:
    """The characters of a page in the order of its text, with the box of each.

    ``text`` has one code point for each character. ``boxes`` has four numbers for each: left, top, right and bottom in
    points, counted from the upper left corner of the page; a character that is not drawn has an empty box.
    """

    text: str
    boxes: "array[float]"


class Pages(Protocol):
    """The pages of an open document, numbered from 0; may be asked from any thread."""

    @property
    def sizes(self) -> tuple[PageSize, ...]:
        """The size of each page."""
        ...

    def draw(self, index: int, width: int) -> PageImage | None:
        """Draw a page so many pixels wide; None where it cannot be drawn."""
        ...

    def characters(self, index: int) -> PageCharacters:
        """Return the characters of a page."""
        ...

    def close(self) -> None:
        """Let go of the file."""
        ...
