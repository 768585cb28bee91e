"""The printed pages of a document: brought in the background, and only to a reader who still wants them."""

import sqlite3
import threading
import zlib
from pathlib import Path

import pytest

from gui.viewer.page_map import MappedPage, MappedPages
from gui.viewer.wishes import Mode
from tests.gui.main_window.conftest import Desk
from tests.storage.importers.made_files import pdf


@pytest.fixture
def printed(desk: Desk, tmp_path: Path) -> Desk:
    """Return a person at a window with a document of three printed pages in front."""
    file = tmp_path / "report.pdf"
    file.write_bytes(pdf([[(60, 700, 12, f"Talks were held on day {day}.")] for day in (1, 2, 3)]))
    (outcome,) = desk.library.import_paths([file]).files
    assert outcome.document is not None
    desk.window.tabs.open(outcome.document)
    desk.settle()
    return desk


def choose(desk: Desk, mode: Mode) -> None:
    desk.view.pane.head.buttons[mode].click()


def test_the_pages_come_to_the_view_that_asked_for_them(printed: Desk) -> None:
    choose(printed, Mode.PAGES)
    printed.settle()
    area = printed.view.pane.page_area
    assert area is not None
    assert printed.view.pane.reader is area.view
    assert len(area.view.pages.sizes) == 3
    assert area.view.text.startswith("Talks were held on day 1.")


def test_pages_begin_at_the_place_of_the_text_and_are_aligned_off_the_windows_thread(
    printed: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "long.pdf"
    lines = [(60, 700 - 14 * line, 12, f"Line {line} of a long report") for line in range(40)]
    file.write_bytes(pdf([[*lines, (60, 40, 12, f"End of page {page}")] for page in range(6)]))
    (outcome,) = printed.library.import_paths([file]).files
    assert outcome.document is not None
    printed.window.tabs.open(outcome.document)
    printed.settle()
    threads: set[int] = set()
    read = MappedPages.map

    def watched(pages: MappedPages, page: int) -> MappedPage:
        threads.add(threading.get_ident())
        return read(pages, page)

    monkeypatch.setattr(MappedPages, "map", watched)
    for words in ("End of page 2", "Line 9 of"):
        text = printed.view.pane.text_view.text
        printed.view.scroll_to(text.index(words, text.index("End of page 1")))
        place = printed.view.visible_span().start
        choose(printed, Mode.PAGES)
        printed.settle()
        area = printed.view.pane.page_area
        assert area is not None
        assert printed.view.pane.reader is area.view
        assert 0 <= place - area.view.visible_span().start < len("Line 10 of a long report")  # it is in that line
        choose(printed, Mode.TEXT)
    assert threads
    assert threading.get_ident() not in threads


def test_a_place_gone_to_while_the_file_was_opened_is_shown(printed: Desk) -> None:
    choose(printed, Mode.PAGES)
    printed.view.scroll_to(printed.view.pane.text_view.text.index("Talks were held on day 3."))
    place = printed.view.visible_span().start
    printed.settle()
    area = printed.view.pane.page_area
    assert area is not None
    assert area.view.visible_span().start == place


def test_a_reader_who_went_back_to_the_text_keeps_it(printed: Desk) -> None:
    choose(printed, Mode.PAGES)
    choose(printed, Mode.TEXT)
    printed.settle()
    assert printed.view.pane.reader is printed.view.pane.text_view


def test_another_document_does_not_get_them(printed: Desk) -> None:
    view = printed.view
    choose(printed, Mode.PAGES)
    other = printed.open("Greetings")
    printed.settle()
    assert other.pane.page_area is None
    assert view.pane.reader is not view.pane.text_view


def test_a_file_that_is_too_damaged_is_told_of(printed: Desk, told: list[str]) -> None:
    assert printed.library.read_only is None
    with sqlite3.connect(printed.library.path) as connection:
        connection.execute("UPDATE original SET data = ? WHERE size > 500", (zlib.compress(b"no pages"),))
    connection.close()
    choose(printed, Mode.PAGES)
    printed.settle()
    assert len(told) == 1
    assert "damaged" in told[0]
    assert printed.view.pane.head.mode is Mode.TEXT
