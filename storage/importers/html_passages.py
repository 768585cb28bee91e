"""Reading the tree of a page into passages in document order: what a reader sees, block by block."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from storage.domain.document import BlockKind
from storage.importers.html_tree import BLOCKS, HEADINGS, WITHOUT_WORDS
from storage.importers.passages import Passage

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_WHITE = "\n\t\r\f"
_AROUND_BREAK = re.compile(" *\n *")
_PARTS = re.compile("\n{2,}")
_LISTS = frozenset({"ul", "ol", "menu", "dir", "dl"})
_ITEMS = frozenset({"li", "dt", "dd"})
_CELLS = frozenset({"td", "th"})
_STRUCTURE_IN_A_ROW = (
    "table",
    "ul",
    "ol",
    "dl",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "blockquote",
    "article",
    "section",
)
_PARAGRAPHS_IN_A_ROW = ("p", "div")
_FOOTNOTE = re.compile(r"(?:foot|end|rear)[-_]?notes?", re.IGNORECASE)
_FOOTNOTE_TYPES = frozenset({"footnote", "footnotes", "endnote", "endnotes", "rearnote", "rearnotes"})
_EPUB_TYPE = "{http://www.idpf.org/2007/ops}type"


@dataclass(slots=True)
class _Place:
    """Where the walk stands: what the elements around it make of the words found there."""

    element: "Element"
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    lists: int = 0
    main: bool = True
    preformatted: bool = False
    row: bool = False


def read_passages(root: "Element", verdicts: Mapping["Element", bool] | None = None) -> Iterator[Passage]:
    """Yield the passages of a page in document order.

    ``verdicts`` says of elements whether they and what stands in them is main text; the rest is boilerplate.
    """
    import lxml.etree

    walk = _Walk(root, verdicts or {})
    events = lxml.etree.iterwalk(root, events=("start", "end"))
    for event, element in events:
        if not isinstance(element.tag, str):
            continue
        if event == "end":
            yield from walk.leave(element)
        elif element.tag in WITHOUT_WORDS or (element.tag == "head"):
            events.skip_subtree()
            walk.skipped.add(element)
        else:
            yield from walk.enter(element)
    yield from walk.passages()


class _Walk:
    """Collects the words between two borders of blocks, and knows what they are."""

    def __init__(self, root: "Element", verdicts: Mapping["Element", bool]) -> None:
        self._verdicts = verdicts
        self._places = [_Place(root, main=not any(verdicts.values()))]
        self._words: list[str] = []
        self.skipped: set[Element] = set()

    def enter(self, element: "Element") -> Iterator[Passage]:
        tag = element.tag
        if tag == "br":
            self._words.append("\n")
            return
        verdict = self._verdicts.get(element)
        if tag in BLOCKS or verdict is not None:
            around = self._places[-1]
            if around.row and tag in _CELLS:
                self._add("\t" if "".join(self._words).strip() else "")
            elif not around.row:
                yield from self.passages()
            else:
                self._add(" ")
            self._places.append(self._place(element, tag, around, verdict))
        self._add(element.text)

    def leave(self, element: "Element") -> Iterator[Passage]:
        place = self._places[-1]
        if element in self.skipped:
            self.skipped.discard(element)
        elif place.element is element and len(self._places) > 1:
            if not place.row or not self._places[-2].row:
                yield from self.passages()
            elif element.tag not in _CELLS:
                self._add(" ")
            self._places.pop()
        self._add(element.tail)

    def passages(self) -> Iterator[Passage]:
        """Yield what was collected as one passage, or several where empty lines part it, and begin anew."""
        if not self._words:
            return
        place = self._places[-1]
        joined = "".join(self._words)
        self._words.clear()
        if place.preformatted:
            parts = [joined.strip("\n").rstrip()]
        elif "\n" in joined:
            parts = _PARTS.split(_AROUND_BREAK.sub("\n", joined).strip(" \n\t"))
        else:
            parts = [joined]
        kind = place.kind if place.main else BlockKind.BOILERPLATE
        level = place.level or (place.lists if kind is BlockKind.LIST_ITEM else 0)
        for words in parts:
            if words.strip():
                yield Passage(kind, words, level if place.main else 0)

    def _add(self, text: str | None) -> None:
        if text:
            self._words.append(text if self._places[-1].preformatted or text == "\t" else _single_spaced(text))

    def _place(self, element: "Element", tag: str, around: _Place, verdict: bool | None) -> _Place:
        place = _Place(
            element,
            around.kind if around.kind in _LASTING or around.row else BlockKind.PARAGRAPH,
            around.level if around.row else 0,
            around.lists + (tag in _LISTS),
            around.main if verdict is None else verdict,
            around.preformatted or tag in {"pre", "textarea"},
            around.row,
        )
        if tag in HEADINGS and not place.row:
            place.kind, place.level = BlockKind.HEADING, HEADINGS[tag]
        elif _is_footnote(element):
            place.kind = BlockKind.FOOTNOTE
        elif place.kind is BlockKind.FOOTNOTE:
            return place
        elif tag in _ITEMS:
            place.kind = BlockKind.LIST_ITEM
        elif tag == "blockquote":
            place.kind = BlockKind.QUOTATION
        elif tag == "tr" and not place.row and _is_data(element):
            place.kind, place.row = BlockKind.TABLE_ROW, True
        return place


def _single_spaced(text: str) -> str:
    """Make each run of HTML's white space one space; several times quicker than by a regular expression."""
    for white in _WHITE:
        text = text.replace(white, " ")
    while "  " in text:
        text = text.replace("  ", " ")
    return text


_LASTING = frozenset({BlockKind.QUOTATION, BlockKind.LIST_ITEM, BlockKind.FOOTNOTE})


def _is_footnote(element: "Element") -> bool:
    attributes = element.attrib
    if not attributes:
        return False
    types = f"{attributes.get('role', '')} {attributes.get(_EPUB_TYPE, '')} {attributes.get('epub:type', '')}"
    if not _FOOTNOTE_TYPES.isdisjoint(types.replace("doc-", "").split()):
        return True
    return any(_FOOTNOTE.fullmatch(name) for name in attributes.get("class", "").split())


def _is_data(row: "Element") -> bool:
    """Tell whether a table's row holds values; tables also serve to lay out whole pages."""
    if next(row.iter(*_STRUCTURE_IN_A_ROW), None) is not None:
        return False
    cells = sum(1 for cell in row if cell.tag in _CELLS)
    paragraphs = sum(1 for _ in row.iter(*_PARAGRAPHS_IN_A_ROW))
    breaks = sum(1 for _ in row.iter("br"))
    return paragraphs <= cells and breaks <= 2 * cells and (cells > 1 or paragraphs + breaks == 0)
