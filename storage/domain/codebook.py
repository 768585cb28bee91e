"""The codebook: tags as a tree of codes with what each means, and what the colours of marks mean."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from storage.domain.annotation import Colour

PATH_SEPARATOR = " › "


class CodeColour(StrEnum):
    """The colours a code can have; how each looks is the theme's affair."""

    GREY = "grey"
    RED = "red"
    ORANGE = "orange"
    OLIVE = "olive"
    GREEN = "green"
    TEAL = "teal"
    BLUE = "blue"
    VIOLET = "violet"
    PINK = "pink"


@dataclass(frozen=True, slots=True)
class Code:
    """A code of the codebook. Its name is the tag that marks carry, and stands once in the whole tree.

    ``parent`` is the name of the code above it, empty at the top; ``position`` orders those under the same one.
    """

    name: str
    parent: str = ""
    position: int = 0
    colour: CodeColour = CodeColour.GREY
    definition: str = ""
    full_definition: str = ""
    when_to_use: str = ""
    when_not_to_use: str = ""
    example: str = ""


@dataclass(frozen=True, slots=True)
class CodeCount:
    """A code with the marks that carry it or a code below it, and the documents they stand in.

    ``own_marks`` carry the code itself. ``is_in_codebook`` is false for a tag that nobody has put into the codebook.
    """

    code: Code
    marks: int
    documents: int
    own_marks: int
    is_in_codebook: bool = True


@dataclass(frozen=True, slots=True)
class ColourMeaning:
    """What the marks of a colour stand for, empty where nothing was said."""

    colour: Colour
    meaning: str


def above(codes: Mapping[str, Code], name: str) -> Iterator[str]:
    """Yield the names above a code from the nearest to the top; a ring, which no edit makes, is gone round once."""
    seen = {name}
    code = codes.get(name)
    while code is not None and code.parent and code.parent not in seen:
        seen.add(code.parent)
        yield code.parent
        code = codes.get(code.parent)


def path_of(codes: Mapping[str, Code], name: str) -> tuple[str, ...]:
    """Return the names from the top of the tree down to a code."""
    return (*reversed(tuple(above(codes, name))), name)


def with_those_above(codes: Mapping[str, Code], names: Iterable[str]) -> tuple[Code, ...]:
    """Return codes with all that stand above them, from the top of the tree down; names without a code are left out."""
    wanted = {one for name in names if name in codes for one in (name, *above(codes, name)) if one in codes}
    return tuple(sorted((codes[name] for name in wanted), key=lambda code: _place(codes, code.name)))


def _place(codes: Mapping[str, Code], name: str) -> tuple[tuple[int, str], ...]:
    """Give the order of a code in the whole tree: its position and name at every level."""
    return tuple((codes[one].position if one in codes else 0, one) for one in path_of(codes, name))


def under(codes: Iterable[Code], names: Iterable[str]) -> frozenset[str]:
    """Return codes with everything below them."""
    children: dict[str, list[str]] = {}
    for code in codes:
        children.setdefault(code.parent, []).append(code.name)
    found: set[str] = set()
    waiting = list(names)
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += children.get(name, ())
    return frozenset(found)
