"""In a Chinese window countries and parties are called by their Chinese names wherever the archive knows them."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QListWidget, QWidget

from gui.dialogs.choose_row import ChooseRowDialog
from gui.dialogs.edit_entity import EditEntityDialog
from gui.dialogs.find_entity import FindEntityDialog
from gui.dialogs.merge_entities import MergeEntitiesDialog
from gui.dialogs.new_entity import NewEntityDialog
from gui.dialogs.split_entity import SplitEntityDialog
from gui.dialogs.write_note import WriteNoteDialog
from gui.viewer.text_menu import TextMenu
from gui.widgets.tree_menu import RowsWish, TreeAction
from storage.domain.authority import TreeNode
from storage.domain.mention import Mention
from tests.gui.main_window.conftest import Desk

CUBA, PARTY, OTHER = "古巴", "古巴共产党", "中国共产党"
TEXT = (
    "Round table\n\nOne foundation is close to the Social Democratic Party of Germany, another to the Christian "
    "Democratic Union. In the United States there were both.\n\n"
    "The Communist Party of Cuba and the Communist Party of China wrote again."
)


@pytest.fixture
def reading(chinese: None, desk: Desk, tmp_path: Path) -> Desk:
    (tmp_path / "round.txt").write_text(TEXT, encoding="utf-8")
    desk.window.session.import_paths([tmp_path / "round.txt"])
    desk.settle()
    desk.open("Round table")
    desk.settle()
    return desk


def mention_of(desk: Desk, words: str) -> Mention:
    start = desk.text.index(words)
    assert desk.view.document is not None
    return next(one for one in desk.library.mentions(desk.view.document.id) if one.start == start)


def row(desk: Desk, words: str) -> TreeNode:
    entity = next(one for one in desk.library.find_entities(words) if one.name == words)
    return TreeNode(entity.id, entity.kind, entity.name, 1, 1, 0)


def words_in(widget: QWidget) -> str:
    labels = [label.text() for label in widget.findChildren(QLabel)]
    return "\n".join((widget.windowTitle(), *labels))


def test_a_name_in_the_text_is_explained_by_its_chinese_name(reading: Desk):
    party = mention_of(reading, "Communist Party of Cuba")
    said = reading.text_view._explain(party.start)
    assert PARTY in said
    assert "Communist Party" not in said
    menu = TextMenu(reading.text_view).build(party.start)
    assert [action.text() for action in menu.actions() if PARTY in action.text()]


def test_the_choices_of_the_review_are_chinese(reading: Desk):
    reading.window.actions_by_id["review_mentions"].trigger()
    reading.settle()
    queue = reading.window.mention_queue
    assert [button.name for button in queue.choice_buttons if button.isVisible()] == ["德国基督教民主联盟"]


def test_corrections_of_the_tree_call_things_by_their_chinese_names(reading: Desk, answer: Callable[..., None]):
    asked: list[tuple[type, str, str]] = []

    def note(dialog: QWidget) -> None:
        rows = [one.item(at).text() for one in dialog.findChildren(QListWidget) for at in range(one.count())]
        asked.append((type(dialog), words_in(dialog), "\n".join(rows)))

    for kind in (FindEntityDialog, MergeEntitiesDialog, SplitEntityDialog, EditEntityDialog, NewEntityDialog):
        answer(kind, note)
    tree = reading.window.tree_panel
    cuban, chinese = row(reading, "Communist Party of Cuba"), row(reading, "Communist Party of China")
    for wish, rows in (
        (TreeAction.MOVE, (cuban,)),
        (TreeAction.MERGE, (cuban, chinese)),
        (TreeAction.SPLIT, (cuban,)),
        (TreeAction.RENAME, (cuban,)),
        (TreeAction.NEW_ENTITY, (row(reading, "Cuba"),)),
    ):
        tree.change_requested.emit(RowsWish(wish, rows))
    said = dict.fromkeys(kind for kind, _, _ in asked)
    assert list(said) == [FindEntityDialog, MergeEntitiesDialog, SplitEntityDialog, EditEntityDialog, NewEntityDialog]
    for kind, words, listed in asked:
        wanted = CUBA if kind is NewEntityDialog else PARTY
        assert wanted in (listed if kind is MergeEntitiesDialog else words), kind
    assert OTHER in next(listed for kind, _, listed in asked if kind is MergeEntitiesDialog)


def test_what_is_hidden_and_what_is_noted_have_chinese_names(reading: Desk, answer: Callable[..., None]):
    listed: list[str] = []
    answer(ChooseRowDialog, lambda dialog: listed.append(dialog.list.item(0).text()))
    answer(WriteNoteDialog, lambda dialog: listed.append(words_in(dialog)))
    tree = reading.window.tree_panel
    party = row(reading, "Communist Party of Cuba")
    reading.window.entity_panel.show_node(party)
    reading.settle()
    reading.window.actions_by_id["note_entity"].trigger()
    tree.change_requested.emit(RowsWish(TreeAction.HIDE, (party,)))
    assert PARTY in reading.window.toast.sentence
    tree.change_requested.emit(RowsWish(TreeAction.SHOW_HIDDEN, (party,)))
    assert [PARTY in words for words in listed] == [True, True]
