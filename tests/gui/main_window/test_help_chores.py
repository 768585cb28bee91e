"""The Help menu: the guide, what is new, and the report on a problem."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest

from gui.actions import ROWS
from gui.dialogs.guide import GuideDialog, guide_page
from storage.paths import log_folder
from storage.version import VERSION
from tests.gui.main_window.conftest import Desk

NewWindow = Callable[..., Desk]
LANGUAGES = ("en", "zh_CN")
_KEYS = re.compile(r"\*\*((?:Ctrl|Shift|Alt)\+[^*]+|F\d+)\*\*")


def headings(page: str) -> list[int]:
    """Return the level of each heading in a page, in order."""
    text = guide_page(page).read_text(encoding="utf-8")
    return [len(marks) for marks in re.findall(r"^(#+) ", text, re.MULTILINE)]


def test_f1_shows_the_guide_beside_the_window(new_window: NewWindow) -> None:
    desk = new_window()
    desk.press("F1")
    (guide,) = desk.window.findChildren(GuideDialog)
    assert guide.isVisible()
    assert not guide.isModal()
    assert guide.contents.count() == len(headings("en.md"))
    item = guide.contents.item(guide.contents.count() - 1)
    guide.contents.itemClicked.emit(item)
    assert guide.text.textCursor().block().text() == item.text().strip()
    QTest.keyClicks(guide.words, "W3C")
    assert guide.text.textCursor().selectedText() == "W3C"
    desk.wait_for(guide.isActiveWindow)
    QTest.keyClick(guide.words, Qt.Key.Key_Escape)
    assert not guide.isVisible()
    desk.window.close()


@pytest.mark.parametrize("page", ["{}.md", "news.{}.md"])
def test_the_pages_say_the_same_in_both_languages(page: str) -> None:
    english, chinese = (headings(page.format(language)) for language in LANGUAGES)
    assert english == chinese
    assert len(english) > 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_guide_names_keys_that_there_are_and_shows_pictures_that_there_are(language: str) -> None:
    page = guide_page(f"{language}.md")
    text = page.read_text(encoding="utf-8")
    known = {QKeySequence(keys).toString() for row in ROWS for keys in row.keys}
    named = [keys.replace(r"\\", "\\") for keys in _KEYS.findall(text) if "左" not in keys]
    assert len(named) > 5
    assert {keys for keys in named if QKeySequence(keys).toString() not in known} == set()
    pictures = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", text)
    assert pictures
    assert all((page.parent / picture).is_file() for picture in pictures)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_new_tells_of_this_version(language: str) -> None:
    news = guide_page(f"news.{language}.md").read_text(encoding="utf-8")
    assert f"## {VERSION}\n" in news


def test_a_report_names_the_program_and_not_the_reader(
    new_window: NewWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (log_folder() / "liaison.log").write_text(f"an ERROR in {Path.home()}/papers\n", encoding="utf-8")
    target = tmp_path / "report.txt"
    monkeypatch.setattr("PySide6.QtWidgets.QFileDialog.getSaveFileName", lambda *_: (str(target), ""))
    desk = new_window()
    desk.window.actions_by_id["report_problem"].trigger()
    report = target.read_text(encoding="utf-8")
    assert f"Liaison {VERSION}, Python" in report
    assert "an ERROR in ~/papers" in report
    assert str(Path.home()) not in report
    assert str(target) in desk.window.status.currentMessage()
    desk.window.close()


def test_a_report_that_cannot_be_written_is_said(
    new_window: NewWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "missing" / "report.txt"
    said: list[str] = []
    monkeypatch.setattr("PySide6.QtWidgets.QFileDialog.getSaveFileName", lambda *_: (str(target), ""))
    monkeypatch.setattr("gui.messages.show_problem", lambda _window, sentence: said.append(sentence))
    desk = new_window()
    desk.window.actions_by_id["report_problem"].trigger()
    assert str(target) in said[0]
    desk.window.close()
