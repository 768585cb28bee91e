"""EPUB books, versions 2 and 3: the documents of the spine in reading order, as one text."""

import posixpath
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import unquote

from storage.domain.document import BlockKind, Creator, DateBasis, DateLayer, Description, DocumentDate
from storage.domain.importing import Extraction
from storage.errors import UserFacingError
from storage.importers.encodings import decode
from storage.importers.html_description import edtf_date, language_tag
from storage.importers.html_passages import read_passages
from storage.importers.html_tree import parse_page
from storage.importers.office_description import NO_TEXT, without_text
from storage.importers.packages import Package, attribute, child, is_whole_xml, local_name, parse_xml
from storage.importers.passages import Passage, first_heading, laid_out, one_line, title_from_name, with_title
from storage.sentences import say

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

EXTRACTOR = "epub 1"

_IN_BOOK = say("metadata of the book")
_CONTAINER = "META-INF/container.xml"
_PAGES = frozenset({"application/xhtml+xml", "text/html", "image/svg+xml", "text/x-oeb1-document"})
_FONT_METHODS = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")
_LOCKED = say(
    "The book is protected against copying (DRM), so its text is missing. Import an unprotected edition of it, if there"
    " is one."
)
_NAME = re.compile("[a-z][a-z0-9._-]*")
_LINES_OF_A_DRAWING = frozenset({"text", "title", "desc"})


def read_epub(data: bytes, path_name: str) -> Extraction:
    """Read a book; chapters that are missing or damaged are named in ``problem``, the others come in.

    Raises:
        UserFacingError: The package is damaged, too large, or names no book.
    """
    package = Package(data)
    place = _book_place(package)
    book = package.read_xml(place)
    if _is_locked(package):
        return without_text(path_name, EXTRACTOR, _LOCKED)
    passages: list[Passage] = []
    lost: list[str] = []
    for name, boilerplate in _reading_order(package, book, posixpath.dirname(place)):
        try:
            passages += _chapter(package.read(name), boilerplate)
        except UserFacingError:
            lost.append(posixpath.basename(name))
    metadata = child(book, "metadata")
    description, found_in = _description(metadata, passages, path_name)
    text, blocks = laid_out(with_title(passages, description.title))
    problem = (
        say("Of the book's parts {count} are missing or damaged: {lost}.", count=len(lost), lost=", ".join(lost[:20]))
        if lost
        else ""
    )
    return Extraction(text, blocks, description, EXTRACTOR, found_in, problem=problem or ("" if text else NO_TEXT))


def _book_place(package: Package) -> str:
    container = package.optional_xml(_CONTAINER)
    for element in container.iter() if container is not None else ():
        found = package.find(unquote(attribute(element, "full-path")))
        if local_name(element) == "rootfile" and found:
            return found
    for name in package.names:
        if name.lower().endswith(".opf"):
            return name
    raise UserFacingError(
        say("The file is a damaged EPUB book: it does not say what is in it. Get another copy of it.")
    )


def _is_locked(package: Package) -> bool:
    """Tell whether chapters are encrypted; fonts often are, which keeps nobody from reading."""
    root = package.optional_xml("META-INF/encryption.xml")
    locked = root.iter("{*}EncryptedData") if root is not None else ()
    methods = [attribute(child(element, "EncryptionMethod"), "Algorithm") for element in locked]
    return any(method not in _FONT_METHODS for method in methods)


def _reading_order(package: Package, book: "Element", folder: str) -> Iterator[tuple[str, bool]]:
    """Yield the names of the book's pages in reading order, and whether each is a table of contents."""
    manifest, spine = child(book, "manifest"), child(book, "spine")
    listed = [item for item in manifest if attribute(item, "href")] if manifest is not None else []
    items = {attribute(item, "id"): item for item in listed}
    references = [attribute(reference, "idref") for reference in spine] if spine is not None else []
    ordered = [items[reference] for reference in references if reference in items]
    seen: set[str] = set()
    for item in ordered or items.values():
        media = attribute(item, "media-type").strip().lower()
        href = unquote(attribute(item, "href")).partition("#")[0]
        name = package.find(posixpath.normpath(posixpath.join(folder, href)))
        if name and name not in seen and (media in _PAGES or name.lower().endswith((".xhtml", ".html", ".htm"))):
            seen.add(name)
            yield name, "nav" in attribute(item, "properties").split()


def _chapter(data: bytes, boilerplate: bool) -> Iterator[Passage]:
    if not data.strip():
        return
    root = _page_tree(data)
    verdicts = {element: False for element in root.iter("nav")} if not boilerplate else {root: False}
    lines = [element for element in root.iter() if element.tag in _LINES_OF_A_DRAWING] if root.tag == "svg" else None
    if lines is None:
        yield from read_passages(root, verdicts)
        return
    for line in lines:
        yield Passage(BlockKind.PARAGRAPH, one_line("".join(line.itertext("*"))))


def _page_tree(data: bytes) -> "Element":
    """Parse a chapter as XML, which closes what it opens at once; of a broken one take the reading with more words."""
    root = parse_xml(data)
    for element in root.iter("*"):
        name = local_name(element).lower()
        element.tag = name if _NAME.fullmatch(name) else "span"  # a broken name says no more than that one
    if root.tag in {"html", "svg"} and is_whole_xml(data):
        return root
    page = parse_page(decode(data)[0])
    return max(root, page, key=lambda tree: sum(len(words) for words in tree.itertext("*")))


def _description(
    metadata: "Element | None", passages: list[Passage], path_name: str
) -> tuple[Description, tuple[tuple[str, str], ...]]:
    stated: dict[str, list[str]] = {}
    # The package document of the first EPUB version has its values one level deeper.
    for element in metadata.iter("*") if metadata is not None else ():
        if element.text and element.text.strip():
            stated.setdefault(local_name(element).lower(), []).append(one_line(element.text))
    heading = first_heading(passages)
    title = next(iter(stated.get("title", [])), "") or heading or title_from_name(path_name)
    found = {"title": _IN_BOOK if stated.get("title") else say("heading in the text") if heading else say("file name")}
    date = next((words for words in stated.get("date", []) if edtf_date(words)), "")
    dates = (DocumentDate(DateLayer.PUBLISHED, edtf_date(date), DateBasis.STATED, date),) if date else ()
    language = language_tag(next(iter(stated.get("language", [])), ""))
    first = {name: next(iter(stated.get(name, [])), "") for name in ("publisher", "source")}
    creators = tuple(Creator(name) for name in dict.fromkeys(stated.get("creator", [])))
    filled = {"creators": creators, "dates": dates, "language": language}
    filled |= {"publisher": first["publisher"], "original": first["source"]}
    found |= {name: _IN_BOOK for name, value in filled.items() if value}
    description = Description(
        title=title,
        language=language,
        creators=creators,
        dates=dates,
        publisher=first["publisher"],
        original=first["source"],
    )
    return description, tuple(found.items())
