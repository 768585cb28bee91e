"""Pages come off the window's thread, what is looked at first, and nothing is drawn twice."""

from array import array
from collections.abc import Iterator
from threading import Event

import pytest
from PySide6.QtCore import QEvent, QObject, QRectF
from PySide6.QtGui import QImage, QPaintEvent, QRegion
from pytestqt.qtbot import QtBot
from typing_extensions import override

from gui.viewer.appearance import ViewerAppearance
from gui.viewer.document_view import DocumentView
from gui.viewer.page_loader import THUMBNAIL, PageLoader
from gui.viewer.page_map import MappedPages, mapped
from gui.viewer.page_view import PageView
from gui.viewer.wishes import Mode
from storage.domain.document import TextVersion
from storage.domain.pages import PageCharacters, PageImage, PageSize
from storage.domain.search import Span
from storage.importers.pdf_pages import PdfPages
from storage.importers.registry import extract
from tests.gui.viewer.conftest import document, version
from tests.storage.importers.made_files import pdf

_PAGES = 9
_FILE = pdf([[(72, 700, 12, f"Words of page {page} begin"), (72, 400, 12, "and end")] for page in range(_PAGES)])


class SlowPages:
    """The pages of a PDF, which are given only while the gate is open; ``asked`` says for what, in order."""

    def __init__(self) -> None:
        self._pages = PdfPages(_FILE)
        self.gate = Event()
        self.gate.set()
        self.asked: list[tuple[str, int]] = []

    @property
    def sizes(self) -> tuple[PageSize, ...]:
        return self._pages.sizes

    def draw(self, index: int, width: int) -> PageImage | None:
        self.asked.append(("small picture" if width == THUMBNAIL else "picture", index))
        self.gate.wait(10)
        return self._pages.draw(index, width)

    def characters(self, index: int) -> PageCharacters:
        self.asked.append(("characters", index))
        self.gate.wait(10)
        return self._pages.characters(index)

    def close(self) -> None:
        self._pages.close()


@pytest.fixture
def read() -> TextVersion:
    extraction = extract(_FILE, "report.pdf")
    return version(extraction.text, extraction.blocks)


@pytest.fixture
def slow() -> SlowPages:
    return SlowPages()


@pytest.fixture
def loader(qtbot: QtBot, slow: SlowPages, read: TextVersion) -> Iterator[PageLoader]:
    loader = PageLoader(MappedPages(slow, read))
    yield loader
    slow.gate.set()
    loader.close()


@pytest.fixture
def shown(qtbot: QtBot, look: ViewerAppearance, slow: SlowPages, read: TextVersion) -> Iterator[PageView]:
    """Show the pages, from the first, with everything there that was asked for."""
    view = DocumentView(look)
    qtbot.add_widget(view)
    view.resize(900, 700)
    view.show_document(document(read.text), read, has_pages=True)
    with qtbot.wait_exposed(view):
        view.show()
    view.pages_requested.connect(lambda: view.show_pages(MappedPages(slow, read)))
    view.pane.head.choose(Mode.PAGES)
    area = view.pane.page_area
    assert area is not None
    settle(qtbot, area.view)
    yield area.view
    slow.gate.set()
    view.clear()


def settle(qtbot: QtBot, pages) -> None:
    """Wait until all is there that is seen, and what is beside it."""
    shown = list(pages.pages.shown(pages.verticalScrollBar().value(), pages.viewport().height()))
    thumbnails = pages.window().pane.page_area.thumbnails
    qtbot.wait_until(lambda: thumbnails.model() is not None)
    room = thumbnails.viewport().rect()
    cells = [thumbnails.visualRect(thumbnails.model().index(page, 0)) for page in range(_PAGES)]
    seen = [page for page, cell in enumerate(cells) if room.intersects(cell)]
    qtbot.wait_until(lambda: pages.loader.characters(min(shown[-1] + 1, _PAGES - 1)) is not None)
    qtbot.wait_until(lambda: all((page, THUMBNAIL) in pages.loader._pictures for page in seen))
    qtbot.wait_until(lambda: not pages.loader._under_way and not pages.loader._later)


def test_a_jump_overtakes_what_was_asked_for_before(qtbot: QtBot, shown, slow: SlowPages) -> None:
    slow.gate.clear()
    slow.asked.clear()
    shown.show_page(3)
    shown.viewport().repaint()
    qtbot.wait_until(lambda: bool(slow.asked))  # and is held up there, with more behind it
    slow.asked.clear()
    shown.reveal(Span(shown.text.index("Words of page 7"), len(shown.text)))
    slow.gate.set()
    qtbot.wait_until(lambda: shown.page == 7)
    assert slow.asked[0] == ("characters", 7)
    settle(qtbot, shown)


def test_pages_in_view_still_come_while_a_jump_waits(qtbot: QtBot, shown, slow: SlowPages) -> None:
    slow.gate.clear()
    shown.show_page(4)
    shown.viewport().repaint()
    shown.reveal(Span(shown.text.index("Words of page 8"), len(shown.text)))
    shown._awaited = None  # as by a turn of the wheel: the reader stays
    slow.gate.set()
    qtbot.wait_until(lambda: shown.loader.picture(4, shown._pixels(4)) is not None)
    qtbot.wait_until(lambda: shown.loader.characters(4) is not None)
    settle(qtbot, shown)


def test_a_picture_given_up_while_it_was_drawn_is_kept(qtbot: QtBot, loader: PageLoader, slow: SlowPages) -> None:
    slow.gate.clear()
    loader.picture(2, 300)
    qtbot.wait_until(lambda: slow.asked == [("picture", 2)])
    loader.forget_others(())
    loader.picture(2, 300)
    slow.gate.set()
    qtbot.wait_until(lambda: loader.picture(2, 300) is not None)
    loader.characters(5)
    qtbot.wait_until(lambda: loader.characters(5) is not None)
    assert slow.asked == [("picture", 2), ("characters", 5)]


def test_what_was_given_up_before_it_began_never_begins(qtbot: QtBot, loader: PageLoader, slow: SlowPages) -> None:
    slow.gate.clear()
    for page in (0, 1, 2):
        loader.picture(page, 300)
    loader.forget_others((2,))
    slow.gate.set()
    qtbot.wait_until(lambda: loader.picture(2, 300) is not None)
    assert ("picture", 1) not in slow.asked


def test_a_page_that_cannot_be_drawn_is_a_blank_sheet(
    qtbot: QtBot, loader: PageLoader, slow: SlowPages, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(slow, "draw", lambda _page, _width: None)
    loader.picture(0, 300)
    qtbot.wait_until(lambda: loader.picture(0, 300) is not None)
    picture = loader.picture(0, 300)
    assert isinstance(picture, QImage)
    assert picture.pixelColor(0, 0).name() == "#ffffff"


class _Painted(QObject):
    """Keeps which parts of a widget were painted."""

    def __init__(self, watched: QObject) -> None:
        super().__init__(watched)
        self.parts: list[QRegion] = []
        watched.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.parts.append(event.region())
        return False


def test_a_small_picture_that_comes_is_painted_and_nothing_else(qtbot: QtBot, shown) -> None:
    thumbnails = shown.window().pane.page_area.thumbnails
    painted = _Painted(thumbnails.viewport())
    shown.loader.drawn.emit(1)
    qtbot.wait_until(lambda: bool(painted.parts))
    cell = thumbnails.visualRect(thumbnails.model().index(1, 0))
    assert [part.boundingRect() for part in painted.parts] == [cell]


def test_the_boxes_of_a_range_are_its_lines(read: TextVersion) -> None:
    """Characters of one line are one box though they differ in height; empty boxes count for nothing."""
    corners = [(10, 20, 15, 30), (15, 22, 19, 30), (0, 0, 0, 0), (19, 18, 24, 31), (10, 40, 16, 50), (16, 41, 20, 50)]
    characters = PageCharacters("abcdef", array("f", [edge for box in corners for edge in box]))
    page = mapped(characters, version("abcdef"), Span(0, 6))
    assert page.boxes(0, 6) == (QRectF(10, 18, 14, 13), QRectF(10, 40, 10, 10))
    assert page.boxes(1, 3) == (QRectF(15, 22, 4, 8),)
    assert page.boxes(2, 3) == ()
