"""Going through marks in doubt in the window, by keyboard alone."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from gui.panels.review_panel import ReviewPanel
from gui.widgets.passage_pair import PassagePair
from storage.domain.annotation import AnchorState
from storage.edits import RemoveAnnotations
from tests.conftest import TEXT
from tests.gui.conftest import part_of
from tests.gui.main_window.conftest import Desk

EDITED = "The Workers' Party of Korea and the Communist Party of Chile sent warm greetings to all."
LOST = "An emoji \U0001f600, a NO-BREAK\u00a0SPACE, a combining e\u0301 and \U00020000 beyond the BMP."


@pytest.fixture
def doubtful(desk: Desk, tmp_path: Path) -> Desk:
    """Return a person at a window after a file came in anew: one mark in doubt, one lost, one that stays."""
    file = tmp_path / "notes.txt"
    file.write_text(TEXT.replace("A Meeting in Manila", "Notes on Manila"), encoding="utf-8")
    bring_in(desk, file)
    desk.open("Notes on Manila")
    for words in ("parties from all over Asia", LOST, "The Workers' Party of Korea and the Communist Party of Cuba"):
        start = desk.text.index(words)
        desk.view.pane.text_view.select(part_of_text(desk, start, words))
        desk.press("Ctrl+H")
    text = file.read_text(encoding="utf-8").replace(LOST, "Nothing.")
    file.write_text(text[: text.index("The Workers'")] + EDITED, encoding="utf-8")
    bring_in(desk, file)
    return desk


def part_of_text(desk: Desk, start: int, words: str):
    from storage.domain.search import Span

    assert desk.text[start : start + len(words)] == words
    return Span(start, start + len(words))


def bring_in(desk: Desk, file: Path) -> None:
    """Import a file and wait until its marks have found their places."""
    session = desk.window.session
    session.import_paths([file])
    # Worker processes are started for it, which takes a while on a busy machine.
    desk.qtbot.wait_until(lambda: not session.jobs.busy, timeout=60_000)
    desk.settle()


def panel(desk: Desk) -> ReviewPanel:
    return desk.window.review_panel


def begin_review(desk: Desk) -> None:
    desk.press("Ctrl+Shift+R")
    desk.settle()
    assert panel(desk).isVisible()


def press(desk: Desk, key: Qt.Key) -> None:
    QTest.keyClick(desk.window.focusWidget(), key)
    desk.settle()


def position(desk: Desk) -> str:
    labels = [label.text() for label in panel(desk).findChildren(QLabel)]
    return next((text for text in labels if " of " in text and text[0].isdigit()), "")


def test_a_notice_after_the_import_leads_to_the_review(doubtful: Desk) -> None:
    assert "2 marks wait for your eye." in doubtful.window.moved_notice.sentence
    assert doubtful.window.moved_notice.isVisible()
    QTest.mouseClick(doubtful.window.moved_notice.action, Qt.MouseButton.LeftButton)
    doubtful.settle()
    assert panel(doubtful).isVisible()
    assert not doubtful.window.moved_notice.isVisible()
    assert position(doubtful) == "1 of 2"


def test_the_notice_goes_with_the_last_mark_that_waits(doubtful: Desk) -> None:
    waiting = [mark.id for mark in doubtful.marks if mark.is_to_review]
    assert len(waiting) == 2
    doubtful.window.session.edit(RemoveAnnotations(tuple(waiting[:1])))
    assert doubtful.window.moved_notice.isVisible()
    doubtful.window.session.edit(RemoveAnnotations(tuple(waiting[1:])))
    assert not doubtful.window.moved_notice.isVisible()


def test_marks_are_settled_by_single_keys_and_taken_back(doubtful: Desk) -> None:
    begin_review(doubtful)
    assert position(doubtful) == "2 of 2", "the mark that was chosen comes first"
    press(doubtful, Qt.Key.Key_Left)
    shown = panel(doubtful).review
    assert shown is not None
    assert shown.mark.state is AnchorState.LOST
    press(doubtful, Qt.Key.Key_Right)
    assert position(doubtful) == "2 of 2"
    pair = part_of(panel(doubtful), PassagePair)
    assert "Communist Party of Cuba" in pair.former.toPlainText()
    assert "Communist Party of Chile" in pair.present.toPlainText()
    press(doubtful, Qt.Key.Key_A)
    assert doubtful.library.waiting_marks().to_check == 0
    assert position(doubtful) == "1 of 1"
    press(doubtful, Qt.Key.Key_L)
    assert doubtful.library.waiting_marks().total == 0
    assert "Nothing waits to be checked" in " ".join(
        label.text() for label in panel(doubtful).findChildren(QLabel) if label.isVisible()
    )
    doubtful.press("Ctrl+Z")
    doubtful.press("Ctrl+Z")
    doubtful.settle()
    assert doubtful.library.waiting_marks().total == 2
    assert panel(doubtful).review is not None
    doubtful.press("Esc")
    assert not panel(doubtful).isVisible()


def test_a_mark_is_placed_by_hand_in_its_document(doubtful: Desk) -> None:
    begin_review(doubtful)
    press(doubtful, Qt.Key.Key_Left)
    review = panel(doubtful).review
    assert review is not None
    lost = review.mark
    press(doubtful, Qt.Key.Key_H)
    assert doubtful.window.placing_bar.isVisible()
    doubtful.press("Ctrl+Return")
    assert doubtful.library.waiting_marks().total == 2, "nothing is placed without words"
    start = doubtful.text.index("Nothing.")
    doubtful.view.pane.text_view.select(part_of_text(doubtful, start, "Nothing."))
    doubtful.press("Ctrl+Return")
    doubtful.settle()
    placed = next(mark for mark in doubtful.marks if mark.id == lost.id)
    assert (placed.anchor.quote, placed.state) == ("Nothing.", AnchorState.MOVED)
    assert panel(doubtful).isVisible()
    assert not doubtful.window.placing_bar.isVisible()


def test_placing_can_be_given_up(doubtful: Desk) -> None:
    begin_review(doubtful)
    press(doubtful, Qt.Key.Key_H)
    doubtful.press("Esc")
    doubtful.settle()
    assert panel(doubtful).isVisible()
    assert doubtful.library.waiting_marks().total == 2


def test_a_document_that_is_asked_for_comes_before_the_review(doubtful: Desk) -> None:
    begin_review(doubtful)
    doubtful.open("A Meeting in Manila")
    assert not panel(doubtful).isVisible()
    assert doubtful.view.isVisible()


def test_states_are_listed_and_a_lost_mark_is_not_drawn(doubtful: Desk) -> None:
    view = doubtful.open("Notes on Manila")
    drawn = view.pane.text_view.layers.annotations
    states = {mark.state for mark in doubtful.marks}
    assert {AnchorState.UNCHANGED, AnchorState.PLEASE_CHECK, AnchorState.LOST} == states
    assert AnchorState.LOST not in {mark.state for mark in drawn}
    assert AnchorState.PLEASE_CHECK in {mark.state for mark in drawn}
