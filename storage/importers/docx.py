"""DOCX files, the Office Open XML of word processors, read from the package itself.

Insertions that are tracked belong to the text, deletions do not. Text boxes stand where they are anchored, notes and
comments after the text, headers and footers around it as boilerplate.
"""

import posixpath
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from storage.domain.document import BlockKind
from storage.domain.importing import Extraction
from storage.errors import UserFacingError
from storage.importers.collecting import PassageCollector
from storage.importers.docx_chunks import EmbeddedFiles
from storage.importers.office_description import described
from storage.importers.packages import Package, attribute, child, local_name
from storage.sentences import say

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

EXTRACTOR = "docx 1"

_USUAL_PLACE = "word/document.xml"
_LEFT_OUT_NAMES = (
    "del moveFrom instrText delText delInstrText pPr rPr tblPr tblGrid trPr tcPr sectPr sdtPr sdtEndPr rubyPr Fallback"
    " posOffset align pctWidth pctHeight"
)
_LEFT_OUT = frozenset(_LEFT_OUT_NAMES.split())
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad", "ptab": "\t"}
_HEADING_NAME = re.compile(r"heading (\d)", re.IGNORECASE)
_QUOTES = re.compile(r"(?:intense )?quote|block text", re.IGNORECASE)
_NOTE_NAMES = frozenset({"footnote text", "endnote text"})
_DEEPEST_STYLE = 20
_OFF = frozenset({"0", "false", "off"})


@dataclass(frozen=True, slots=True)
class _Style:
    """What a paragraph of a style is."""

    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0


def read_docx(data: bytes, path_name: str) -> Extraction:
    """Read a DOCX file.

    Raises:
        UserFacingError: The package is damaged, encrypted, too large, or holds no document.
    """
    package = Package(data)
    place = _document_place(package)
    parts = _related_parts(package, place)
    styles = _styles(package.optional_xml(parts.get("styles", [""])[0]))
    collector = PassageCollector()
    _read_furniture(package, parts.get("header", []), styles, collector)
    embedded = EmbeddedFiles(package, _embedded_files(package, place))
    _read(package.read_xml(place), styles, collector, embedded)
    for kind in ("footnotes", "endnotes"):
        for part in parts.get(kind, []):
            _read_notes(package.optional_xml(part), styles, collector)
    _read_furniture(package, parts.get("comments", []) + parts.get("footer", []), styles, collector)
    properties = _properties(package)
    problem = " ".join(filter(None, (package.damage(), embedded.problem())))
    return described(collector.finished(), properties, path_name, EXTRACTOR, problem=problem)


def _document_place(package: Package) -> str:
    for relation in _relations(package, "_rels/.rels"):
        if attribute(relation, "Type").endswith("/officeDocument"):
            found = package.find(attribute(relation, "Target").lstrip("/"))
            if found:
                return found
    if package.find(_USUAL_PLACE):
        return _USUAL_PLACE
    raise UserFacingError(say("The file is a ZIP package without a document in it."))


def _relations(package: Package, place: str) -> "list[Element]":
    root = package.optional_xml(place)
    return [] if root is None else [relation for relation in root if local_name(relation) == "Relationship"]


def _related_parts(package: Package, document: str) -> dict[str, list[str]]:
    """Return the parts that belong to the document, by the last word of what they are to it; outside ones never."""
    parts: dict[str, list[str]] = {}
    for kind, _, place in _parts_inside(package, document):
        known = parts.setdefault(kind, [])
        known += [] if place in known else [place]
    return parts


def _embedded_files(package: Package, document: str) -> dict[str, str]:
    """Return where the files lie that another program put in, by the id that the document calls them by."""
    return {called: place for kind, called, place in _parts_inside(package, document) if kind == "aFChunk"}


def _parts_inside(package: Package, document: str) -> Iterator[tuple[str, str, str]]:
    """Yield the last word of what a part is to the document, the id it is called by, and where it lies."""
    folder, name = posixpath.split(document)
    for relation in _relations(package, posixpath.join(folder, "_rels", f"{name}.rels")):
        target = attribute(relation, "Target")
        place = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
        if attribute(relation, "TargetMode") != "External" and package.find(place):
            yield attribute(relation, "Type").rpartition("/")[2], attribute(relation, "Id"), place


def _styles(root: "Element | None") -> dict[str, _Style]:
    elements = (
        {attribute(style, "styleId"): style for style in root if local_name(style) == "style"}
        if root is not None
        else {}
    )
    return {name: _style(name, elements) for name in elements}


def _style(name: str, elements: "dict[str, Element]") -> _Style:
    """Follow a style to what it is based on until something says what it is."""
    for _ in range(_DEEPEST_STYLE):
        element = elements.get(name)
        if element is None:
            break
        called = attribute(child(element, "name"), "val").lower()
        heading = _HEADING_NAME.fullmatch(called)
        outline = attribute(child(element, "pPr", "outlineLvl"), "val")
        if called == "title":
            return _Style(BlockKind.HEADING, 1)
        if heading or (outline.isdecimal() and int(outline) < 9):
            return _Style(BlockKind.HEADING, int(heading[1]) if heading else int(outline) + 1)
        if _QUOTES.fullmatch(called):
            return _Style(BlockKind.QUOTATION)
        if called in _NOTE_NAMES:
            return _Style(BlockKind.FOOTNOTE)
        if child(element, "pPr", "numPr") is not None:
            return _Style(BlockKind.LIST_ITEM, 1)
        name = attribute(child(element, "basedOn"), "val")
    return _Style()


def _read_furniture(
    package: Package, places: list[str], styles: dict[str, _Style], collector: PassageCollector
) -> None:
    collector.in_furniture = True
    for place in places:
        root = package.optional_xml(place)
        if root is not None:
            _read(root, styles, collector)
    collector.in_furniture = False


def _read_notes(root: "Element | None", styles: dict[str, _Style], collector: PassageCollector) -> None:
    for note in root if root is not None else ():
        if attribute(note, "type") in {"", "normal"}:
            collector.begin_note(attribute(note, "id"))
            _read(note, styles, collector)
            collector.end_note()


def _read(
    root: "Element", styles: dict[str, _Style], collector: PassageCollector, embedded: EmbeddedFiles | None = None
) -> None:
    import lxml.etree

    events = lxml.etree.iterwalk(root, events=("start", "end"))
    for event, element in events:
        name = local_name(element)
        if name in _LEFT_OUT or (name == "r" and _is_hidden(element)):
            if event == "start" and not (name == "Fallback" and child(element.getparent(), "Choice") is None):
                events.skip_subtree()
        elif name == "p":
            _paragraph(element, event, styles, collector)
        elif name in _TABLE_EVENTS:
            begin, end = _TABLE_EVENTS[name]
            (begin if event == "start" else end)(collector)
        elif event == "start" and name == "altChunk" and embedded is not None:
            embedded.read(element, collector)
        elif event == "start":
            collector.add(_words(element, name))


def _nothing(_collector: PassageCollector) -> None:
    """Do nothing: a cell ends where the next begins."""


_TABLE_EVENTS: dict[str, tuple[Callable[[PassageCollector], None], Callable[[PassageCollector], None]]] = {
    "tr": (PassageCollector.begin_row, PassageCollector.end_row),
    "tc": (PassageCollector.begin_cell, _nothing),
}


def _paragraph(element: "Element", event: str, styles: dict[str, _Style], collector: PassageCollector) -> None:
    if event == "start":
        style = _style_of(element, styles)
        collector.begin(style.kind, style.level)
    else:
        collector.end()


def _style_of(paragraph: "Element", styles: dict[str, _Style]) -> _Style:
    properties = child(paragraph, "pPr")
    if properties is None:
        return _Style()
    style = styles.get(attribute(child(properties, "pStyle"), "val"), _Style())
    outline = attribute(child(properties, "outlineLvl"), "val")
    if outline.isdecimal() and int(outline) < 9:
        return _Style(BlockKind.HEADING, int(outline) + 1)
    numbering = child(properties, "numPr")
    if numbering is not None and style.kind is not BlockKind.HEADING:
        level = attribute(child(numbering, "ilvl"), "val")
        if attribute(child(numbering, "numId"), "val") != "0":
            return _Style(BlockKind.LIST_ITEM, int(level) + 1 if level.isdecimal() else 1)
    return style


def _is_hidden(run: "Element") -> bool:
    vanish = child(run, "rPr", "vanish")
    return vanish is not None and attribute(vanish, "val").lower() not in _OFF


def _words(element: "Element", name: str) -> str | None:
    if name == "t":
        return element.text
    if name in {"footnoteReference", "endnoteReference"}:
        return f"[{attribute(element, 'id')}]"
    if name == "sym":
        code = attribute(element, "char")
        return chr(int(code, 16)) if re.fullmatch("[0-9A-Fa-f]{1,4}", code) else None
    return _SIGNS.get(name)


def _properties(package: Package) -> dict[str, str]:
    root = package.optional_xml("docProps/core.xml")
    found = {local_name(element): element.text or "" for element in root} if root is not None else {}
    return {name: found.get(name, "") for name in ("title", "creator", "created", "language")}
