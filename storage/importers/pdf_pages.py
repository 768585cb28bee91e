"""The pages of a PDF as pictures, and the places of their characters."""

from array import array
from typing import TYPE_CHECKING

from storage.domain.pages import PageCharacters, PageImage, PageSize
from storage.errors import UserFacingError
from storage.importers.pdfium import PDFIUM_LOCK
from storage.sentences import say

if TYPE_CHECKING:
    from pypdfium2 import PdfPage, PdfTextPage

_FINE = 100
"""Hundredths of a point, in which pdfium is asked where things stand, since it answers in whole numbers."""
_DAMAGED = say(
    "The pages of this PDF cannot be drawn: the file is damaged. Its text can still be read in the text view."
)
_USUAL_SIZE = PageSize(595.0, 842.0)


class PdfPages:
    """An open PDF, asked page by page; pages are numbered from 0. Safe to use from several threads.

    Raises:
        UserFacingError: the file cannot be opened.
    """

    def __init__(self, data: bytes) -> None:
        from pypdfium2 import PdfDocument, PdfiumError

        with PDFIUM_LOCK:
            try:
                self._document = PdfDocument(data)
            except PdfiumError as error:
                raise UserFacingError(_DAMAGED) from error
            self._sizes = tuple(self._size(index) for index in range(len(self._document)))
        self._read_last: tuple[int, PageCharacters] | None = None

    def _size(self, index: int) -> PageSize:
        from pypdfium2 import PdfiumError

        try:
            width, height = self._document.get_page_size(index)
        except PdfiumError:
            return _USUAL_SIZE
        return PageSize(width, height) if width > 0 and height > 0 else _USUAL_SIZE

    @property
    def sizes(self) -> tuple[PageSize, ...]:
        """The size of each page."""
        return self._sizes

    def draw(self, index: int, width: int) -> PageImage | None:
        """Draw a page so many pixels wide; None where it is so damaged that pdfium gives up on it."""
        from pypdfium2 import PdfiumError

        with PDFIUM_LOCK:
            try:
                page = self._document[index]
            except PdfiumError:
                return None
            try:
                drawn = page.render(scale=width / self._sizes[index].width, prefer_bgrx=True)  # pyright: ignore[reportArgumentType] - a fraction is meant
                try:
                    return PageImage(drawn.width, drawn.height, drawn.stride, bytes(drawn.buffer))
                finally:
                    drawn.close()
            except PdfiumError:
                return None
            finally:
                page.close()

    def characters(self, index: int) -> PageCharacters:
        """Return the characters of a page, at once where they were asked for last; none where it is damaged."""
        kept = self._read_last
        if kept is None or kept[0] != index:
            kept = self._read_last = (index, self._characters(index))
        return kept[1]

    def _characters(self, index: int) -> PageCharacters:
        from pypdfium2 import PdfiumError

        with PDFIUM_LOCK:
            try:
                page = self._document[index]
            except PdfiumError:
                return PageCharacters("", array("f"))
            try:
                text_page = page.get_textpage()
                try:
                    return _read_characters(page, text_page, self._sizes[index])
                finally:
                    text_page.close()
            except PdfiumError:
                return PageCharacters("", array("f"))
            finally:
                page.close()

    def close(self) -> None:
        """Let go of the file; nothing may be asked afterwards."""
        with PDFIUM_LOCK:
            self._document.close()


def _read_characters(page: "PdfPage", text_page: "PdfTextPage", size: PageSize) -> PageCharacters:
    import pypdfium2.raw as pdfium

    rectangle = pdfium.FS_RECTF()
    to_page = _transform(page, size)
    codes: list[str] = []
    boxes = array("f")
    for index in range(text_page.count_chars()):
        code = pdfium.FPDFText_GetUnicode(text_page, index)
        codes.append(chr(code) if code < 0x110000 else "\ufffd")
        if pdfium.FPDFText_GetLooseCharBox(text_page, index, rectangle) and rectangle.left != rectangle.right:
            boxes.extend(_box(to_page, rectangle.left, rectangle.top, rectangle.right, rectangle.bottom))
        else:
            boxes.extend((0.0, 0.0, 0.0, 0.0))
    return PageCharacters("".join(codes), boxes)


_Transform = tuple[float, float, float, float, float, float]


def _transform(page: "PdfPage", size: PageSize) -> _Transform:
    """Return how the file's coordinates become those of the page as it is held: turned, cut, and from the top."""
    origin, right, up = (_point(page, size, x, y) for x, y in ((0.0, 0.0), (1000.0, 0.0), (0.0, 1000.0)))
    return (
        (right[0] - origin[0]) / 1000, (right[1] - origin[1]) / 1000,
        (up[0] - origin[0]) / 1000, (up[1] - origin[1]) / 1000,
        origin[0], origin[1],
    )  # fmt: skip


def _point(page: "PdfPage", size: PageSize, x: float, y: float) -> tuple[float, float]:
    from ctypes import c_int

    import pypdfium2.raw as pdfium

    across, down = c_int(), c_int()
    width, height = round(size.width * _FINE), round(size.height * _FINE)
    pdfium.FPDF_PageToDevice(page, 0, 0, width, height, 0, x, y, across, down)
    return across.value / _FINE, down.value / _FINE


def _box(
    to_page: _Transform, left: float, top: float, right: float, bottom: float
) -> tuple[float, float, float, float]:
    a, b, c, d, e, f = to_page
    x1, y1 = a * left + c * top + e, b * left + d * top + f
    x2, y2 = a * right + c * bottom + e, b * right + d * bottom + f
    return min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)
