"""Printed pages: marks made there stand at the same words in the text, and the other way round."""

import random
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.viewer.appearance import ViewerAppearance
from gui.viewer.document_view import DocumentView
from gui.viewer.page_canvas import Fit
from gui.viewer.page_map import MappedPage, MappedPages
from gui.viewer.page_view import PageView
from gui.viewer.wishes import MarkRequest, Mode
from storage.domain.annotation import Colour
from storage.domain.ids import DocumentId
from storage.domain.search import Span
from storage.importers.pdf_pages import PdfPages
from storage.importers.registry import extract
from storage.library import Library
from tests.gui.conftest import payload
from tests.gui.viewer.conftest import document, mark, version
from tests.storage.importers.made_files import Placed, pdf

TEXT = """
    party relations with the Workers' Party of Korea were resumed after a visit in 1970 and a joint communiqué said
    that both sides would strengthen their co-operation in the inter- national movement (see note 3) and elsewhere
"""
WORDS = TEXT.split()
LEFT = Qt.MouseButton.LeftButton


def printed_lines(chance: random.Random, number: int) -> list[Placed]:
    """Make a page with a header, a heading now and then, paragraphs with words parted at line ends, and a number."""
    lines: list[Placed] = [(72, 750, 9, "Annual report on relations"), (300, 30, 9, str(number))]
    base = 715.0
    if number % 3 == 1:
        lines.append((72, base, 18, f"Part {number}"))
        base -= 34
    while base > 60:
        words = " ".join(chance.choice(WORDS) for _ in range(12))
        lines.append((72, base, 10, words + ("-" if chance.random() < 0.3 else "")))
        base -= 14 if chance.random() < 0.85 else 30
    return lines


@pytest.fixture
def show(qtbot: QtBot, look: ViewerAppearance) -> Iterator[Callable[[int], PageView]]:
    """Return a function that shows a PDF of so many pages."""
    view = DocumentView(look)
    qtbot.add_widget(view)
    view.resize(1000, 800)

    def shown(count: int) -> PageView:
        chance = random.Random(count)
        data = pdf([printed_lines(chance, number + 1) for number in range(count)], info="/Title(Report)")
        extraction = extract(data, "report.pdf")
        read = version(extraction.text, extraction.blocks)
        view.show_document(document(extraction.text), read, has_pages=True)
        with qtbot.wait_exposed(view):
            view.show()
        view.pages_requested.connect(lambda: view.show_pages(MappedPages(PdfPages(data), read)))
        view.pane.head.choose(Mode.PAGES)
        assert view.pane.page_area is not None
        return view.pane.page_area.view

    yield shown
    view.clear()


def found_on(view: PageView, page: int) -> MappedPage:
    assert view.loader is not None
    return view.loader.characters_now(page)


def without_spaces(text: str) -> str:
    """Leave out what stands for a line's end in one of both: spaces, and the hyphen of a parted word."""
    return "".join(character for character in text if not character.isspace() and character not in "-\u00ad\x02")


def test_500_random_selections_are_the_same_words_in_the_text(show) -> None:
    view = show(6)
    chance = random.Random(20)
    for _ in range(500):
        first, last = sorted((chance.randrange(6), chance.randrange(2_000)) for _ in range(2))
        if last[0] - first[0] > 1:
            last = (first[0] + 1, last[1])
        texts = {page: found_on(view, page).characters.text for page in (first[0], last[0])}
        first, last = (first[0], min(first[1], len(texts[first[0]]))), (last[0], min(last[1], len(texts[last[0]])))
        if first[0] == last[0]:
            printed = texts[first[0]][first[1] : last[1]]
        else:
            printed = texts[first[0]][first[1] :] + texts[last[0]][: last[1]]
        view.selection.begin(*first)
        view.selection.reach(*last)
        span = view.selected_span()
        if not without_spaces(printed):
            assert span is None
        else:
            assert span is not None
            assert without_spaces(view.text[span.start : span.end]) == without_spaces(printed)


def test_a_range_of_the_text_fills_the_boxes_of_its_words(show) -> None:
    view = show(3)
    chance = random.Random(3)
    for _ in range(60):
        page = chance.randrange(3)
        on_page, found = view.loader.ranges.range(page), found_on(view, page)
        start = chance.randrange(on_page.start, on_page.end - 1)
        end = chance.randrange(start + 1, min(on_page.end, start + 300) + 1)
        boxes = found.boxes(start, end)
        inside = [index for index in range(len(found.places)) if start <= found.places[index] < end]
        assert all(any(box.contains(found.box(index).center()) for box in boxes) for index in inside)
        outside = [index for index, place in enumerate(found.places) if place >= 0 and not start <= place < end]
        assert not any(box.contains(found.box(index).center()) for box in boxes for index in outside)


def middle_of(view: PageView, page: int, words: str, at_end: bool = False) -> QPoint:
    """Give a point of the viewport at the beginning or the end of words printed on a page."""
    found = found_on(view, page)
    index = found.characters.text.index(words) + (len(words) - 1 if at_end else 0)
    box = view.on_screen(page, found.box(index))
    return QPointF(box.right() - 1 if at_end else box.left() + 1, box.center().y()).toPoint()


def test_words_dragged_over_are_marked_with_a_key(qtbot: QtBot, show) -> None:
    view = show(2)
    words = "Part 1"
    viewport = view.viewport()
    QTest.mousePress(viewport, LEFT, pos=middle_of(view, 0, words))
    QTest.mouseMove(viewport, middle_of(view, 0, words, at_end=True))
    QTest.mouseRelease(viewport, LEFT, pos=middle_of(view, 0, words, at_end=True))
    with qtbot.wait_signal(view.mark_requested) as asked:
        QTest.keyClick(view, Qt.Key.Key_3)
    wish = payload(asked)
    assert wish == MarkRequest(wish.span, Colour.ROSE)
    assert view.text[wish.span.start : wish.span.end] == words


def test_a_word_is_selected_by_a_double_click_and_stretched_by_keys(show) -> None:
    view = show(1)
    QTest.mouseDClick(view.viewport(), LEFT, pos=middle_of(view, 0, "Annual"))
    span = view.selected_span()
    assert view.text[span.start : span.end] == "Annual"
    shift = Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(view, Qt.Key.Key_Right, shift | Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(view, Qt.Key.Key_Right, shift | Qt.KeyboardModifier.ControlModifier)
    span = view.selected_span()
    assert view.text[span.start : span.end] == "Annual report"
    QTest.keyClick(view, Qt.Key.Key_Left, shift)
    span = view.selected_span()
    assert view.text[span.start : span.end] == "Annual repor"


def test_a_mark_is_painted_over_its_words_and_activated_by_a_click(qtbot: QtBot, show, look) -> None:
    view = show(1)
    start = view.text.index("Part 1")
    document_view = view.window()
    document_view.set_annotations((mark("one", start, start + 6),))
    qtbot.wait_until(lambda: view.loader.characters(0) is not None)
    place = middle_of(view, 0, "Part 1")
    image = view.viewport().grab().toImage()
    ratio = image.devicePixelRatio()
    seen = {image.pixelColor(round((place.x() + dx) * ratio), round((place.y() + dy) * ratio)).name()
            for dx in range(60) for dy in range(-8, 9)}  # fmt: skip
    assert look.mark(Colour.YELLOW).name() in seen
    with qtbot.wait_signal(view.mark_activated) as told:
        QTest.mouseClick(view.viewport(), LEFT, pos=place)
    assert payload(told) == "one"


def test_switching_keeps_the_place(qtbot: QtBot, show) -> None:
    view = show(9)
    document_view = view.window()
    place = view.loader.ranges.range(5).start
    view.scroll_to(place)
    assert view.visible_span().start == pytest.approx(place, abs=120)
    document_view.pane.head.choose(Mode.TEXT)
    assert document_view.visible_span().start == pytest.approx(place, abs=120)
    document_view.pane.text_view.scroll_to(view.text.index("Part 7"))
    document_view.pane.head.choose(Mode.PAGES)
    assert "Part 7" in view.text[document_view.visible_span().start :][:200]


def test_hits_are_gone_to_on_their_pages(qtbot: QtBot, show) -> None:
    view = show(9)
    document_view = view.window()
    hits = [Span(at, at + 6) for at in (view.text.index("Part 4"), view.text.index("Part 7"))]
    document_view.set_hits(tuple(hits))
    document_view.step_hit(1)
    qtbot.wait_until(lambda: document_view.pane.page_area.place.text() == "page 4 of 9")
    document_view.step_hit(1)
    qtbot.wait_until(lambda: document_view.pane.page_area.place.text() == "page 7 of 9")
    assert document_view.pane.reader is view
    box = view.on_screen(6, found_on(view, 6).boxes(hits[1].start, hits[1].end)[0])
    assert view.viewport().rect().contains(box.center().toPoint())


def test_the_window_goes_on_while_the_place_on_a_page_is_read(qtbot: QtBot, show) -> None:
    view = show(9)
    qtbot.wait_until(lambda: view.loader.characters(1) is not None)
    before = view.verticalScrollBar().value()
    start = view.text.index("Part 7") + 3
    view.scroll_to(start)
    assert view.loader.characters(6) is None
    assert view.visible_span().start == start
    assert view.verticalScrollBar().value() == before
    qtbot.wait_until(lambda: view.verticalScrollBar().value() > before)
    assert view.visible_span().start == pytest.approx(start, abs=120)


def test_who_scrolls_while_the_place_is_read_stays_there(qtbot: QtBot, show) -> None:
    view = show(9)
    qtbot.wait_until(lambda: view.loader.characters(1) is not None)
    view.reveal(Span(view.text.index("Part 7"), len(view.text)))
    view.show_page(2)
    there = view.verticalScrollBar().value()
    view.loader.characters(6)
    qtbot.wait_until(lambda: view.loader.characters(6) is not None)
    assert view.verticalScrollBar().value() == there


def test_pages_open_at_the_place_in_the_text_without_the_first_being_seen(show) -> None:
    view = show(9)
    document_view = view.window()
    document_view.pane.head.choose(Mode.TEXT)
    document_view.pane.text_view.scroll_to(view.text.index("Part 7"))
    document_view.pane.head.choose(Mode.PAGES)
    assert document_view.pane.page_area.place.text() == "page 7 of 9"
    assert view.verticalScrollBar().value() > 0


def test_pages_are_made_larger_and_fit_again(show) -> None:
    view = show(2)
    fitting = view.pages.scale
    view.step_zoom(1)
    assert view.pages.scale > fitting
    assert view.horizontalScrollBar().maximum() > 0
    view.set_fit(Fit.PAGE)
    assert view.pages.scale * view.pages.tallest <= view.viewport().height()
    view.set_fit(Fit.WIDTH)
    assert view.pages.scale == pytest.approx(fitting)


def test_thumbnails_lead_to_their_pages(qtbot: QtBot, show) -> None:
    view = show(5)
    area = view.window().pane.page_area
    qtbot.wait_until(lambda: area.thumbnails.model() is not None)
    index = area.thumbnails.model().index(3, 0)
    area.thumbnails.scrollTo(index)
    QTest.mouseClick(area.thumbnails.viewport(), LEFT, pos=area.thumbnails.visualRect(index).center())
    assert area.place.text() == "page 4 of 5"
    qtbot.wait_until(lambda: index.data(Qt.ItemDataRole.DecorationRole) is not None)


def test_an_archive_gives_the_pages_of_a_pdf_it_holds(library: Library, tmp_path: Path) -> None:
    (tmp_path / "report.pdf").write_bytes(pdf([printed_lines(random.Random(1), 1)]))
    library.import_paths([tmp_path / "report.pdf"])
    version = library.text(DocumentId(1))
    assert library.has_pages(version)
    pages = library.open_pages(version)
    assert [(size.width, size.height) for size in pages.sizes] == [(612, 792)]
    pages.close()


def test_a_text_without_pages_offers_none(qtbot: QtBot, look: ViewerAppearance, filled: Library) -> None:
    view = DocumentView(look)
    qtbot.add_widget(view)
    version = filled.text(DocumentId(1))
    view.show_document(filled.document(DocumentId(1)), version, has_pages=filled.has_pages(version))
    assert view.pane.head.buttons[Mode.PAGES].isHidden()
