"""Pages as pictures, and where their characters stand."""

import pytest

from storage.errors import UserFacingError
from storage.importers.pdf_pages import PdfPages
from tests.storage.importers.made_files import pdf

LINES = [(72.0, 700.0, 12.0, "First words"), (72.0, 680.0, 12.0, "Second line")]


def test_a_page_is_drawn_as_wide_as_asked_for() -> None:
    pages = PdfPages(pdf([LINES, LINES]))
    drawn = pages.draw(1, 306)
    pages.close()
    assert drawn is not None
    assert (drawn.width, drawn.height) == (306, 396)
    assert len(drawn.data) == drawn.stride * drawn.height
    assert len(set(drawn.data[::4])) > 1  # not an empty sheet


def test_characters_stand_where_they_are_printed() -> None:
    pages = PdfPages(pdf([LINES]))
    found = pages.characters(0)
    pages.close()
    assert found.text == "First words\r\nSecond line"
    left, top, right, bottom = found.boxes[:4]
    assert left == pytest.approx(72, abs=2)
    assert top < 792 - 700 < bottom  # the base line, from the top of a page 792 points high
    assert right > left
    second = found.boxes[4 * found.text.index("S") :]
    assert second[1] == pytest.approx(top + 20, abs=1)


def test_a_turned_page_is_read_as_it_is_held() -> None:
    turned = pdf([LINES]).replace(b"/MediaBox[0 0 612 792]", b"/Rotate 90 /MediaBox[0 0 612 792]")
    pages = PdfPages(turned)
    found = pages.characters(0)
    size = pages.sizes[0]
    pages.close()
    assert (size.width, size.height) == (792, 612)
    start = found.text.index("First words")
    first, last = found.boxes[4 * start : 4 * start + 4], found.boxes[4 * start + 40 : 4 * start + 44]
    assert last[1] > first[1]  # the line runs downwards
    assert first[0] < 700 < first[2]


def test_a_damaged_file_is_refused_with_a_sentence() -> None:
    with pytest.raises(UserFacingError, match="cannot be drawn"):
        PdfPages(b"%PDF-1.4 and nothing more")
