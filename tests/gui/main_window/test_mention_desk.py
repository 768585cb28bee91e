"""Going through uncertain mentions in the window, by keyboard."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListView, QToolButton

from gui.dialogs.choose_entity import ChooseEntityDialog
from gui.panels import mention_queue_panel
from gui.panels.mention_queue_panel import MentionQueuePanel
from gui.widgets.empty_state import EmptyState
from gui.widgets.labels import Label
from storage.domain.mention import MentionState, Reach
from tests.gui.conftest import part_of
from tests.gui.main_window.conftest import Desk

TEXT = (
    "Round table\n\nParties of France, Chile and Portugal met. The Socialist Party thanked them.\n\n"
    "Later the Socialist Party wrote again.\n\nThe Social Democratic Party was there.\n\n"
)
OTHER = (
    "Second table\n\nParties of France, Chile and Portugal met again.\n\nThe Socialist Party spoke.\n\n"
    "The Social Democratic Party was there."
)


@pytest.fixture
def queue(desk: Desk, tmp_path: Path) -> MentionQueuePanel:
    """Return the queue of an archive in whose texts some names can mean several parties, opened from the menu."""
    for name, text in (("round.txt", TEXT), ("second.txt", OTHER)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    desk.window.session.import_paths([tmp_path / "round.txt", tmp_path / "second.txt"])
    desk.settle()
    desk.window.actions_by_id["review_mentions"].trigger()
    desk.settle()
    return desk.window.mention_queue


def press(queue: MentionQueuePanel, key: Qt.Key) -> None:
    QTest.keyClick(part_of(queue, QListView), key)


def said(queue: MentionQueuePanel) -> list[str]:
    return [label.text() for label in queue.findChildren(Label) if label.isVisible()]


def waiting(desk: Desk) -> int:
    return desk.library.uncertain_mentions().total


def test_the_most_uncertain_comes_first_with_numbered_choices(desk: Desk, queue: MentionQueuePanel) -> None:
    first = desk.library.uncertain_mentions(1).mentions[0]
    assert queue.chosen == first
    assert f"1 of {waiting(desk)}" in said(queue)
    assert first.title in said(queue)
    assert f"Why: {first.mention.rule}" in said(queue)
    shown = [button.name for button in queue.choice_buttons if button.isVisible()]
    assert shown == list(first.candidate_names)[:9]
    assert len(shown) > 1


def test_a_number_gives_the_mention_to_that_candidate_and_goes_on(desk: Desk, queue: MentionQueuePanel) -> None:
    assert queue.chosen is not None
    before, first = waiting(desk), queue.chosen
    press(queue, Qt.Key.Key_2)
    assert queue.chosen != first
    assert f"1 of {before - 1}" in said(queue)
    desk.settle()
    assert waiting(desk) == before - 1
    given = next(one for one in desk.library.mentions(first.mention.document) if one.start == first.mention.start)
    assert (given.entity, given.state) == (first.mention.candidates[1], MentionState.REASSIGNED)


def test_accept_and_reject_settle_and_undo_brings_back(desk: Desk, queue: MentionQueuePanel) -> None:
    before, first = waiting(desk), queue.chosen
    press(queue, Qt.Key.Key_A)
    desk.settle()
    press(queue, Qt.Key.Key_R)
    desk.settle()
    assert waiting(desk) == before - 2
    press(queue, Qt.Key.Key_U)
    desk.settle()
    press(queue, Qt.Key.Key_U)
    desk.settle()
    assert waiting(desk) == before
    assert f"1 of {before}" in said(queue)
    assert queue.chosen == first


def go_to(queue: MentionQueuePanel, words: str) -> None:
    """Skip until the words are those of the mention shown."""
    for _ in range(queue_length(queue)):
        if part_of(queue, QListView).currentIndex().data() == words:
            return
        press(queue, Qt.Key.Key_Right)
    raise LookupError(words)


def queue_length(queue: MentionQueuePanel) -> int:
    return part_of(queue, QListView).model().rowCount()


def rows(queue: MentionQueuePanel) -> list[str]:
    model = part_of(queue, QListView).model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


@pytest.mark.parametrize(("key", "reach", "gone"), [
    (Qt.Key.Key_H, Reach.PLACE, 1), (Qt.Key.Key_V, Reach.ARCHIVE, 2),
])  # fmt: skip
def test_a_decision_reaches_as_far_as_the_switch_says(
    desk: Desk, queue: MentionQueuePanel, key: Qt.Key, reach: Reach, gone: int
) -> None:
    words, before = "Social Democratic Party", waiting(desk)
    assert rows(queue).count(words) == 2
    go_to(queue, words)
    press(queue, key)
    assert queue.reach_switch.reach is reach
    press(queue, Qt.Key.Key_R)
    assert rows(queue).count(words) == 2 - gone
    desk.settle()
    assert waiting(desk) == before - gone
    assert rows(queue).count(words) == 2 - gone


def test_another_entity_is_chosen_by_its_name(
    desk: Desk, queue: MentionQueuePanel, answer: Callable[..., None]
) -> None:
    def act(dialog: ChooseEntityDialog) -> None:
        dialog.field.setText("Communist Party of Cuba")
        QTest.keyClick(dialog.field, Qt.Key.Key_Return)
        dialog.accept()

    answer(ChooseEntityDialog, act)
    assert queue.chosen is not None
    first = queue.chosen.mention
    press(queue, Qt.Key.Key_E)
    desk.settle()
    given = next(one for one in desk.library.mentions(first.document) if one.start == first.start)
    assert given.name == "Communist Party of Cuba"


def test_skipping_and_going_back_read_page_after_page(
    desk: Desk, queue: MentionQueuePanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    total = waiting(desk)
    assert total >= 4
    monkeypatch.setattr(mention_queue_panel, "PAGE", 2)
    desk.window.mention_desk.review_mentions()
    desk.settle()
    order = [one.mention for one in desk.library.uncertain_mentions().mentions]
    for number, mention in enumerate(order, 1):
        assert queue.chosen is not None
        assert queue.chosen.mention == mention
        assert queue_length(queue) <= 2
        assert f"{number} of {total}" in said(queue)
        press(queue, Qt.Key.Key_Right)
        desk.settle()
    for mention in reversed(order[:-1]):
        press(queue, Qt.Key.Key_Left)
        desk.settle()
        assert queue.chosen is not None
        assert queue.chosen.mention == mention


def test_the_queue_can_be_narrowed_to_the_document_in_front(desk: Desk, queue: MentionQueuePanel) -> None:
    desk.open("Second table")
    desk.window.mention_desk.review_mentions()
    desk.settle()
    everything = queue_length(queue)
    switch = next(one for one in queue.findChildren(QToolButton) if one.text() == "Only the document in front")
    QTest.mouseClick(switch, Qt.MouseButton.LeftButton)
    desk.settle()
    assert 0 < queue_length(queue) < everything


def test_the_mention_is_shown_in_its_text_and_the_review_left(desk: Desk, queue: MentionQueuePanel) -> None:
    assert queue.chosen is not None
    mention = queue.chosen.mention
    press(queue, Qt.Key.Key_T)
    assert not queue.isVisible()
    assert desk.window.tabs.shown == mention.document
    assert desk.text_view.caret() == mention.start
    desk.window.mention_desk.review_mentions()
    assert queue.isVisible()
    desk.press("Esc", on=queue)
    assert not queue.isVisible()


def test_an_empty_queue_says_so_and_the_tree_leads_to_a_full_one(desk: Desk, tmp_path: Path) -> None:
    queue, tree = desk.window.mention_queue, desk.window.tree_panel
    desk.window.mention_desk.review_mentions()
    desk.settle()
    assert part_of(queue, EmptyState).sentence == "No mention waits to be checked."
    assert part_of(queue, EmptyState).isVisible()
    desk.window.mention_desk.leave()
    (tmp_path / "round.txt").write_text(TEXT, encoding="utf-8")
    desk.window.session.import_paths([tmp_path / "round.txt"])
    desk.settle()
    button = next(one for one in tree.findChildren(QToolButton) if "to check" in one.text())
    assert button.text() == f"{waiting(desk)} mentions to check…"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    desk.settle()
    assert queue.isVisible()
    assert queue.chosen is not None
