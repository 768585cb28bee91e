"""The tree is corrected from its menu: each step holds, keeps the row chosen, and can be taken back."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QDialogButtonBox, QPushButton, QTreeView

from gui import messages
from gui.dialogs.choose_row import ChooseRowDialog
from gui.dialogs.edit_entity import EditEntityDialog
from gui.dialogs.find_entity import FindEntityDialog
from gui.dialogs.merge_entities import MergeEntitiesDialog
from gui.dialogs.new_entity import NewEntityDialog
from gui.dialogs.split_entity import SplitEntityDialog
from gui.main_window import correcting_desk
from storage.domain.authority import EntityKind, NameKind
from storage.domain.ids import EntityId
from tests.gui.conftest import part_of
from tests.gui.main_window.conftest import Desk, find_row

PARTY = "Communist Party of Cuba"
Answer = Callable[..., None]


def tree(desk: Desk) -> QTreeView:
    return part_of(desk.window.tree_panel, QTreeView)


def choose(desk: Desk, name: str, words: str) -> None:
    """Choose a row and then an entry of its menu."""
    desk.choose_node(name)
    trigger(desk, words)


def entries(desk: Desk) -> dict[str, QAction]:
    return {action.text(): action for action in desk.window.tree_panel.menu.build().actions() if action.text()}


def trigger(desk: Desk, words: str) -> None:
    entries(desk)[words].trigger()
    desk.settle()


def press_first(dialog: object) -> None:
    """Press the button that does what the dialog is for."""
    box = part_of(dialog, QDialogButtonBox)  # type: ignore[type-var]
    button = next(one for one in box.buttons() if box.buttonRole(one) is QDialogButtonBox.ButtonRole.AcceptRole)
    assert button.isEnabled()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def undo(desk: Desk) -> None:
    desk.window.session.undo_stack.stack.undo()
    desk.settle()


def has_row(desk: Desk, name: str) -> bool:
    try:
        return find_row(tree(desk), name).isValid()
    except LookupError:
        return False


def find(words: str) -> Callable[[FindEntityDialog], None]:
    def act(dialog: FindEntityDialog) -> None:
        QTest.keyClicks(dialog.field, words)
        QTest.keyClick(dialog.field, Qt.Key.Key_Return)
        press_first(dialog)

    return act


def party(desk: Desk) -> EntityId:
    return next(entity.id for entity in desk.library.find_entities(PARTY) if entity.name == PARTY)


def test_a_row_is_renamed_and_stays_chosen(desk: Desk, answer: Answer) -> None:
    def rename(dialog: EditEntityDialog) -> None:
        dialog.shown.setText("Party of the Island")
        press_first(dialog)

    answer(EditEntityDialog, rename)
    tree(desk).expand(find_row(tree(desk), "Latin America"))
    chosen: list[object] = []
    choose_first = find_row(tree(desk), PARTY)
    tree(desk).setCurrentIndex(choose_first)
    desk.window.tree_panel.node_chosen.connect(chosen.append)
    trigger(desk, "Rename…")
    assert tree(desk).currentIndex().data() == "Party of the Island"
    assert chosen == []
    undo(desk)
    assert tree(desk).currentIndex().data() == PARTY


def test_a_name_is_added_with_its_kind_and_years_and_removed(desk: Desk, answer: Answer) -> None:
    before = desk.library.entity_card(party(desk)).entity.names

    def add(dialog: EditEntityDialog) -> None:
        row = dialog.table.rowCount() - 1
        for column, words in ((0, "Greeters"), (1, "en"), (3, "1965"), (4, "1990")):
            item = dialog.table.item(row, column)
            assert item is not None
            item.setText(words)
        kinds = dialog.table.cellWidget(row, 2)
        assert isinstance(kinds, QComboBox)
        kinds.setCurrentIndex(kinds.findData(NameKind.FORMER))
        assert isinstance(dialog.names()[-1].kind, NameKind)
        press_first(dialog)

    answer(EditEntityDialog, add)
    choose(desk, PARTY, "Add a name…")
    (added,) = set(desk.library.entity_card(party(desk)).entity.names) - set(before)
    assert (added.text, added.language, added.kind, added.first_year, added.last_year) == (
        "Greeters", "en", NameKind.FORMER, 1965, 1990
    )  # fmt: skip

    def remove(dialog: EditEntityDialog) -> None:
        dialog.table.selectRow(dialog.table.rowCount() - 1)
        QTest.mouseClick(dialog.remove, Qt.MouseButton.LeftButton)
        press_first(dialog)

    answer(EditEntityDialog, remove)
    choose(desk, PARTY, "Remove a name…")
    assert desk.library.entity_card(party(desk)).entity.names == before
    undo(desk)
    undo(desk)
    assert desk.library.entity_card(party(desk)).entity.names == before


def test_selected_words_become_an_entity_with_mentions(desk: Desk, answer: Answer) -> None:
    def found(dialog: NewEntityDialog) -> None:
        assert dialog.name.text() == "combining"
        dialog.kind.setCurrentIndex(dialog.kind.findData(EntityKind.BODY))
        QTest.mouseClick(dialog.country.choose, Qt.MouseButton.LeftButton)
        assert isinstance(dialog.wish().kind, EntityKind)
        QTest.mouseClick(dialog.make, Qt.MouseButton.LeftButton)

    answer(FindEntityDialog, find("cuba"))
    answer(NewEntityDialog, found)
    desk.open("A Meeting in Manila")
    span = desk.select("combining")
    menu = desk.view.menu.build(None)
    next(action for action in menu.actions() if action.text() == "New entity from these words…").trigger()
    desk.settle()
    (entity,) = desk.library.find_entities("combining")
    assert (entity.kind, entity.country) == (EntityKind.BODY, EntityId("country:CU"))
    places = desk.library.mention_places(frozenset({entity.id}))
    mentions = [desk.library.mention(places, at) for at in range(len(places))]
    assert [(one.start, one.end) for one in mentions if one is not None] == [(span.start, span.end)]
    assert any(one.start == span.start for one in desk.text_view.layers.mentions)
    assert has_row(desk, "combining")
    undo(desk)
    assert not has_row(desk, "combining")


def test_words_that_cannot_be_a_name_get_a_sentence(desk: Desk, answer: Answer, told: list[str]) -> None:
    answer(NewEntityDialog, press_first)
    desk.view.entity_requested.emit("the")
    assert "everyday word" in told[0]


def test_a_name_found_very_often_is_asked_about(
    desk: Desk, answer: Answer, monkeypatch: pytest.MonkeyPatch
) -> None:  # fmt: skip
    monkeypatch.setattr(correcting_desk, "MOST_MENTIONS_UNASKED", 1)
    asked: list[str] = []
    replies = [False, True]

    def reply(_parent: object, question: str, _verb: str) -> bool:
        asked.append(question)
        return replies.pop(0)

    monkeypatch.setattr(messages, "ask", reply)
    answer(NewEntityDialog, press_first)
    desk.view.entity_requested.emit("greetings")
    assert "“greetings” stands 2 times" in asked[0]
    assert not desk.library.find_entities("greetings")
    desk.view.entity_requested.emit("greetings")
    desk.settle()
    assert desk.library.find_entities("greetings")
    desk.view.entity_requested.emit("combining")
    assert len(asked) == 2


def test_a_row_is_hidden_by_its_key_and_shown_again(desk: Desk, answer: Answer) -> None:
    desk.choose_node(PARTY)
    tree(desk).setFocus()
    QTest.keyClick(tree(desk), Qt.Key.Key_Delete)
    desk.settle()
    assert not has_row(desk, PARTY)
    answer(ChooseRowDialog, press_first)
    choose(desk, "China", "Show something hidden…")
    assert has_row(desk, PARTY)


def test_nothing_hidden_is_said(desk: Desk, answer: Answer) -> None:
    seen: list[bool] = []
    answer(ChooseRowDialog, lambda dialog: seen.append(dialog.go.isVisibleTo(dialog)))
    choose(desk, "China", "Show something hidden…")
    assert seen == [False]


def test_a_party_is_moved_under_another_country(desk: Desk, answer: Answer, told: list[str]) -> None:
    answer(FindEntityDialog, find("philippines"))
    choose(desk, PARTY, "Move under…")
    assert desk.library.entity_card(party(desk)).entity.country == EntityId("country:PH")
    assert tree(desk).currentIndex().data() in (PARTY, None)
    undo(desk)
    assert desk.library.entity_card(party(desk)).entity.country == EntityId("country:CU")
    assert told == []


def test_several_rows_become_one(desk: Desk, answer: Answer) -> None:
    desk.choose_node("Workers' Party of Korea")
    selection = tree(desk).selectionModel()
    selection.select(find_row(tree(desk), PARTY), selection.SelectionFlag.Select)
    answer(MergeEntitiesDialog, press_first)
    trigger(desk, "Merge these 2…")
    assert not has_row(desk, PARTY)
    assert has_row(desk, "Workers' Party of Korea")
    undo(desk)
    assert has_row(desk, PARTY)


def test_one_row_is_merged_with_one_that_is_looked_up(desk: Desk, answer: Answer) -> None:
    answer(FindEntityDialog, find("workers korea"))
    answer(MergeEntitiesDialog, press_first)
    choose(desk, PARTY, "Merge with…")
    assert not has_row(desk, "Workers' Party of Korea")
    assert has_row(desk, PARTY)


def test_some_names_are_split_off(desk: Desk, answer: Answer) -> None:
    def split(dialog: SplitEntityDialog) -> None:
        assert not dialog.split.isEnabled()
        dialog.list.item(0).setCheckState(Qt.CheckState.Checked)
        assert dialog.name.text()
        dialog.name.setText("The Other Party")
        press_first(dialog)

    answer(SplitEntityDialog, split)
    choose(desk, PARTY, "Split…")
    assert "The Other Party" in [entity.name for entity in desk.library.find_entities("the other party")]
    undo(desk)
    assert "The Other Party" not in [entity.name for entity in desk.library.find_entities("the other party")]


def test_the_menu_offers_what_makes_sense(desk: Desk) -> None:
    desk.choose_node(PARTY)
    assert "Move to region…" not in entries(desk)
    assert {"Move under…", "Hide", "Split…"} <= entries(desk).keys()
    desk.choose_node("Asia")
    assert "Hide" not in entries(desk)
    assert {"New region here…", "Remove the region", "Move to region…"} <= entries(desk).keys()
    desk.choose_node("Cuba")
    assert "Move under…" not in entries(desk)
    assert "Move to region…" in entries(desk)


def test_leaving_a_dialog_changes_nothing(desk: Desk, answer: Answer) -> None:
    def leave(dialog: EditEntityDialog) -> None:
        dialog.shown.setText("Nobody")
        button = next(one for one in dialog.findChildren(QPushButton) if one.text() == "Cancel")
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    answer(EditEntityDialog, leave)
    choose(desk, PARTY, "Rename…")
    assert has_row(desk, PARTY)


def test_a_search_for_a_name_says_what_the_empty_place_is_for(desk: Desk) -> None:
    dialog = FindEntityDialog(desk.library, "Who?", "This one", parent=desk.window)
    desk.qtbot.add_widget(dialog)
    dialog.show()
    assert dialog.nothing_found.isVisible()
    before = dialog.nothing_found.sentence
    dialog.field.setText("Cuba")
    desk.wait_for(dialog.list.isVisible)
    assert not dialog.nothing_found.isVisible()
    dialog.field.setText("no such name")
    desk.wait_for(dialog.nothing_found.isVisible)
    assert dialog.nothing_found.sentence not in ("", before)
    dialog.close()
