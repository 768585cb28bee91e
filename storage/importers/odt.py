"""ODT files, the OpenDocument format of word processors, as a package or as one flat XML file."""

import re
from typing import TYPE_CHECKING

from storage.domain.document import BlockKind
from storage.domain.importing import Extraction
from storage.errors import UserFacingError
from storage.importers.collecting import PassageCollector
from storage.importers.office_description import described, without_text
from storage.importers.packages import Package, attribute, child, local_name, parse_xml
from storage.sentences import say

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

EXTRACTOR = "odt 1"

_LEFT_OUT = frozenset({"tracked-changes", "note-citation", "sequence-decls", "forms", "event-listeners", "ruby-text"})
_INLINE_NAMES = (
    "span a ruby ruby-base meta meta-field title subject date time placeholder author-name page-number page-count"
    " sequence bookmark-ref reference-ref note-ref chapter text-input variable-get variable-set user-field-get"
    " expression bibliography-mark initial-creator file-name"
)
_INLINE = frozenset(_INLINE_NAMES.split())
_NOTE, _REMARK = "note", "annotation"
_QUOTES = re.compile(r"quot", re.IGNORECASE)
_MOST_SPACES = 1000
_ENCRYPTED = say(
    "The document is encrypted with a password, so its text is missing. Open it with its password, save it without one,"
    " and import it again."
)


def read_odt(data: bytes, path_name: str) -> Extraction:
    """Read an ODT package; an encrypted one gives an extraction without text whose ``problem`` says so.

    Raises:
        UserFacingError: The package is damaged, too large, or holds no document.
    """
    package = Package(data)
    manifest = package.optional_xml("META-INF/manifest.xml")
    if manifest is not None and any(local_name(element) == "encryption-data" for element in manifest.iter()):
        return without_text(path_name, EXTRACTOR, _ENCRYPTED)
    if not package.find("content.xml"):
        raise UserFacingError(
            say("The file is a damaged OpenDocument file: it has no content. Get another copy of it.")
        )
    roots = (package.read_xml("content.xml"), package.optional_xml("styles.xml"), package.optional_xml("meta.xml"))
    return _read(*roots, path_name, package.damage())


def read_flat_odt(data: bytes, path_name: str) -> Extraction:
    """Read an OpenDocument text that is one XML file.

    Raises:
        UserFacingError: There is no document in it.
    """
    root = parse_xml(data)
    return _read(root, root, root, path_name)


def _read(
    content: "Element", styles: "Element | None", meta: "Element | None", path_name: str, problem: str = ""
) -> Extraction:
    body = next((element for element in content.iter() if local_name(element) == "body"), None)
    if body is None:
        raise UserFacingError(say("The file is a damaged OpenDocument file: it has no body. Get another copy of it."))
    kinds = _paragraph_kinds([root for root in (content, styles) if root is not None])
    collector = PassageCollector()
    _read_furniture(styles, "header", kinds, collector)
    _collect(body, kinds, collector)
    _read_furniture(styles, "footer", kinds, collector)
    return described(collector.finished(), _properties(meta), path_name, EXTRACTOR, problem=problem)


def _paragraph_kinds(roots: "list[Element]") -> dict[str, BlockKind]:
    """Return what paragraphs of a style are, where it is something; styles made for one place have a parent."""
    kinds: dict[str, BlockKind] = {}
    for root in reversed(roots):
        for style in root.iter("{*}style"):
            names = (attribute(style, "name"), attribute(style, "parent-style-name"))
            if "Title" in names:
                kinds[names[0]] = BlockKind.HEADING
            elif any(_QUOTES.match(name) for name in names):
                kinds[names[0]] = BlockKind.QUOTATION
    return kinds | {"Title": BlockKind.HEADING}


def _read_furniture(
    styles: "Element | None", place: str, kinds: dict[str, BlockKind], collector: PassageCollector
) -> None:
    collector.in_furniture = True
    for element in styles.iter(f"{{*}}{place}") if styles is not None else ():
        _collect(element, kinds, collector)
    collector.in_furniture = False


def _collect(root: "Element", kinds: dict[str, BlockKind], collector: PassageCollector) -> None:
    import lxml.etree

    lists = 0
    events = lxml.etree.iterwalk(root, events=("start", "end"))
    for event, element in events:
        name, start = local_name(element), event == "start"
        if name in _LEFT_OUT and start:
            events.skip_subtree()
        elif name in {"p", "h"}:
            _paragraph(element, start, lists, kinds, collector)
        elif name == "list":
            lists += 1 if start else -1
        elif name in _LEFT_OUT | {_NOTE, _REMARK}:
            _note(element, name, start, collector)
        else:
            _part_of_a_paragraph(element, name, start, collector)
        if not start and element is not root and _in_paragraph(element):
            collector.add(element.tail)


def _part_of_a_paragraph(element: "Element", name: str, start: bool, collector: PassageCollector) -> None:
    if name == "table-row":
        (collector.begin_row if start else collector.end_row)()
    elif start and name == "table-cell":
        collector.begin_cell()
    elif start:
        collector.add(_sign(element, name) + (element.text or "" if name in _INLINE else ""))


def _in_paragraph(element: "Element") -> bool:
    parent = element.getparent()
    return parent is not None and (local_name(parent) in {"p", "h"} or local_name(parent) in _INLINE)


def _paragraph(
    element: "Element", start: bool, lists: int, kinds: dict[str, BlockKind], collector: PassageCollector
) -> None:
    if not start:
        collector.end()
        return
    kind, level = kinds.get(attribute(element, "style-name"), BlockKind.PARAGRAPH), 0
    if local_name(element) == "h":
        outline = attribute(element, "outline-level")
        kind, level = BlockKind.HEADING, int(outline) if outline.isdecimal() else 1
    elif kind is BlockKind.HEADING:
        level = 1
    elif lists:
        kind, level = BlockKind.LIST_ITEM, lists
    collector.begin(kind, level)
    collector.add(element.text)


def _note(element: "Element", name: str, start: bool, collector: PassageCollector) -> None:
    """Put a mark where a note is called and collect the note; remarks of readers are kept as furniture."""
    if name == _REMARK:
        collector.in_furniture = start
    elif name == _NOTE and start:
        citation = child(element, "note-citation")
        sign = attribute(citation, "label") or "".join(citation.itertext("*") if citation is not None else ())
        collector.add(f"[{sign.strip()}]")
        collector.begin_note(sign.strip())
    elif name == _NOTE:
        collector.end_note()


def _sign(element: "Element", name: str) -> str:
    if name == "s":
        count = attribute(element, "c")
        return " " * min(int(count) if count.isdecimal() else 1, _MOST_SPACES)
    return {"tab": "\t", "line-break": "\n", "soft-hyphen": "\u00ad"}.get(name, "")


def _properties(meta: "Element | None") -> dict[str, str]:
    place = next((element for element in meta.iter("{*}meta")), None) if meta is not None else None
    found = {local_name(element): element.text or "" for element in place} if place is not None else {}
    return {
        "title": found.get("title", ""),
        "creator": found.get("initial-creator") or found.get("creator", ""),
        "created": found.get("creation-date") or found.get("date", ""),
        "language": found.get("language", ""),
    }
