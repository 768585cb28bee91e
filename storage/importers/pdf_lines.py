"""The lines of a PDF's pages with their places: the only code of the importers that calls pdfium for text."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from storage.importers.pdfium import PDFIUM_LOCK

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage, PdfTextPage

HYPHEN_AT_LINE_END = "\ufffe"
"""What pdfium puts where a line ends in a hyphen and a word goes on in the next line."""

_BOLD = 600


@dataclass(frozen=True, slots=True)
class Line:
    """A line as printed: its words, where it begins and ends, its base line and the size of its type, in points.

    ``hyphen`` is true where the line ended in a hyphen, which ``words`` leaves out. ``top`` counts upwards.
    """

    words: str
    left: float
    right: float
    top: float
    size: float
    bold: bool = False
    hyphen: bool = False


@dataclass(frozen=True, slots=True)
class PrintedPage:
    """A page's lines in the order of its text; ``number`` counts from 1, ``label`` is what the file calls the page.

    ``readable`` is false where the page is so damaged that pdfium gives up on it.
    """

    number: int
    label: str
    height: float
    lines: tuple[Line, ...] = ()
    readable: bool = True


def read_pages(document: "PdfDocument") -> Iterator[PrintedPage]:
    """Yield the pages of an open document; a page that cannot be loaded comes without lines."""
    for index in range(len(document)):
        with PDFIUM_LOCK:
            printed = _read_page(document, index)
        yield printed


def _read_page(document: "PdfDocument", index: int) -> PrintedPage:
    from pypdfium2 import PdfiumError

    label = document.get_page_label(index)
    try:
        page = document[index]
    except PdfiumError:
        return PrintedPage(index + 1, label, 0.0, readable=False)
    try:
        text_page = page.get_textpage()
        try:
            return PrintedPage(index + 1, label, _height(page), tuple(_lines(text_page, page.get_rotation())))
        finally:
            text_page.close()
    except PdfiumError:
        return PrintedPage(index + 1, label, 0.0, readable=False)
    finally:
        page.close()


def _height(page: "PdfPage") -> float:
    width, height = page.get_size()
    return height or width


def _lines(text_page: "PdfTextPage", rotation: int) -> Iterator[Line]:
    count = text_page.count_chars()
    text = text_page.get_text_range() if count > 0 else ""
    units = 0
    for printed in text.split("\r\n"):
        pieces = printed.split(HYPHEN_AT_LINE_END)
        for number, piece in enumerate(pieces):
            hyphen = number < len(pieces) - 1
            words = piece.strip()
            if words or hyphen:
                start = units + _units(piece[: len(piece) - len(piece.lstrip())])
                end = start + max(_units(words) - 1, 0)
                yield _line(text_page, words, start, end, hyphen, rotation)
            units += _units(piece) + hyphen
        units += 2


def _units(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def _line(text_page: "PdfTextPage", words: str, start: int, end: int, hyphen: bool, rotation: int) -> Line:
    import pypdfium2.raw as pdfium

    first = pdfium.FPDFText_GetCharIndexFromTextIndex(text_page, start)
    last = pdfium.FPDFText_GetCharIndexFromTextIndex(text_page, end)
    left, top, size = _box(text_page, first, rotation)
    beginning, _, width = _box(text_page, last, rotation)
    bold = pdfium.FPDFText_GetFontWeight(text_page, (first + last) // 2) >= _BOLD
    return Line(words, left, max(left, beginning + width / 2), top, size, bold, hyphen)


def _box(text_page: "PdfTextPage", index: int, rotation: int) -> tuple[float, float, float]:
    """Return left edge, base line and height of a character as a reader sees the page, in points."""
    import pypdfium2.raw as pdfium

    rectangle = pdfium.FS_RECTF()
    x, y = ctypes.c_double(), ctypes.c_double()
    if index < 0 or not pdfium.FPDFText_GetLooseCharBox(text_page, index, rectangle):
        return 0.0, 0.0, 0.0
    pdfium.FPDFText_GetCharOrigin(text_page, index, x, y)
    tall, wide = abs(rectangle.top - rectangle.bottom), abs(rectangle.right - rectangle.left)
    turned = {90: (y.value, -x.value, wide), 180: (-x.value, -y.value, tall), 270: (-y.value, x.value, wide)}
    return turned.get(rotation, (x.value, y.value, tall))
