"""PDF files: the text layer, page by page; scans and encrypted files come in without text and say so."""

import re
from collections.abc import Sequence

from storage.domain.document import BlockKind, Creator, DateBasis, DateLayer, Description, DocumentDate
from storage.domain.importing import Extraction
from storage.errors import UserFacingError
from storage.importers.office_description import without_text
from storage.importers.passages import Passage, laid_out, one_line, title_from_name, with_title, writable
from storage.importers.pdf_layout import printed_passages
from storage.importers.pdf_lines import PrintedPage, read_pages
from storage.importers.pdfium import PDFIUM_LOCK
from storage.sentences import say
from storage.text.document_facts import document_facts

EXTRACTOR = "pdf 1"

_DATE = re.compile(r"(?:D:)?(?P<year>[12]\d{3})(?P<month>0[1-9]|1[0-2])?(?P<day>0[1-9]|[12]\d|3[01])?")
_NO_TITLE = re.compile(
    r"untitled.*|.*\.(?:docx?|pdf|indd|qxd|rtf|tex|dvi|xlsx?|pptx?|pmd|p65|fm|html?|odt)|\W*|slide 1", re.IGNORECASE
)
_MADE_BY = re.compile(r"^Microsoft (?:Word|PowerPoint|Office Word) - ", re.IGNORECASE)
_ENCRYPTED = say(
    "The PDF is encrypted with a password, so its text is missing. Open it with its password in a PDF program, save it"
    " without one, and import it again."
)
_SCAN = say(
    "The PDF has no text, only pictures of its pages (a scan). Make it searchable with a text recognition program, and"
    " import it again."
)
_NO_PAGES = say("The PDF is damaged: none of its pages can be read. Get another copy of it.")
_DAMAGED = say("The file begins like a PDF but is damaged and cannot be opened. Get another copy of it.")
_PROTECTION_ERRORS = ("password", "security")


def read_pdf(data: bytes, path_name: str) -> Extraction:
    """Read a PDF; one without text gives an extraction without text whose ``problem`` says why.

    Raises:
        UserFacingError: The file is so damaged that it cannot be opened.
    """
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        with PDFIUM_LOCK:
            document = PdfDocument(data)
    except PdfiumError as error:
        if any(word in str(error).lower() for word in _PROTECTION_ERRORS):
            return without_text(path_name, EXTRACTOR, _ENCRYPTED)
        raise UserFacingError(_DAMAGED) from error
    try:
        with PDFIUM_LOCK:
            stated = document.get_metadata_dict()
        pages = list(read_pages(document))
    finally:
        with PDFIUM_LOCK:
            document.close()
    facts = {name.lower(): one_line(writable(value)) for name, value in stated.items()}
    passages = printed_passages(pages)
    title, where = _title(facts.get("title", ""), passages, path_name)
    text, blocks = laid_out(with_title(passages, title))
    in_text = document_facts(text, blocks)
    found = dict(in_text.found_in) | {"title": where}
    creators, dates = _creators(facts.get("author", "")), _dates(facts.get("creationdate", ""))
    if creators:
        found["creators"] = say("PDF properties")
    if dates and not in_text.dates:
        found["dates"] = say("PDF properties")
    description = Description(
        title=title,
        creators=creators or in_text.creators,
        dates=in_text.dates or dates,
        original=in_text.original,
    )
    return Extraction(text, blocks, description, EXTRACTOR, tuple(found.items()), problem=_problem(text, pages))


def _problem(text: str, pages: Sequence[PrintedPage]) -> str:
    lost = [page.number for page in pages if not page.readable]
    if len(lost) == len(pages):
        return _NO_PAGES
    if lost:
        listed = ", ".join(map(str, lost[:20])) + ("…" if len(lost) > 20 else "")
        return say(
            "Of {pages} pages {lost} are damaged, and their text is missing: {listed}.",
            pages=len(pages),
            lost=len(lost),
            listed=listed,
        )
    return "" if text else _SCAN


def _title(stated: str, passages: Sequence[Passage], path_name: str) -> tuple[str, str]:
    stated = _MADE_BY.sub("", stated)
    if stated and not _NO_TITLE.fullmatch(stated):
        return stated, say("PDF properties")
    first = [passage for passage in passages if passage.page == 1 and passage.kind is BlockKind.HEADING]
    largest = min(first, key=lambda passage: passage.level, default=None)
    if largest is not None and len(largest.words) > 2:
        return one_line(largest.words), say("heading in the text")
    return title_from_name(path_name), say("file name")


def _creators(stated: str) -> tuple[Creator, ...]:
    names = [name.strip() for name in re.split(r"[;|]|\s+and\s+", stated)]
    return tuple(Creator(name) for name in names if len(name) > 2)


def _dates(stated: str) -> tuple[DocumentDate, ...]:
    """Return when the file was made, which is when its text was written at the latest."""
    match = _DATE.match(stated)
    if match is None:
        return ()
    edtf = "-".join(filter(None, match.groups()))
    return (DocumentDate(DateLayer.WRITTEN, edtf, DateBasis.INFERRED, stated),)
