"""The tree leads to documents and mentions; decisions on mentions hold and can be taken back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMenu, QToolButton, QTreeView

from gui.models.tree_model import COUNTS_ROLE
from gui.widgets.chip import Chip
from gui.widgets.entity_facts import EntityFacts
from gui.widgets.tree_switches import TreeSwitches
from storage.domain.ids import EntityId
from storage.domain.mention import Mention, MentionState
from storage.domain.search import Span
from storage.edits import TrashDocuments
from tests.gui.conftest import part_of
from tests.gui.main_window.conftest import Desk, find_row

PARTY = "Communist Party of Cuba"


def step(desk: Desk, name: str) -> None:
    buttons = desk.window.tree_panel.findChildren(QToolButton)
    QTest.mouseClick(next(one for one in buttons if one.toolTip() == name), Qt.MouseButton.LeftButton)


def place(desk: Desk) -> tuple[object, int]:
    assert desk.view.document is not None
    return desk.view.document.id, desk.text_view.caret()


def party_of(desk: Desk) -> EntityId:
    return next(entity.id for entity in desk.library.find_entities(PARTY) if entity.name == PARTY)


def mentions_of_party(desk: Desk) -> list[Mention]:
    places = desk.library.mention_places(frozenset({party_of(desk)}))
    return [mention for at in range(len(places)) if (mention := desk.library.mention(places, at)) is not None]


def test_choosing_a_row_lists_its_documents(desk: Desk) -> None:
    assert not desk.window.node_documents.isVisible()
    desk.choose_node(PARTY)
    assert desk.window.node_documents.isVisible()
    assert desk.titles(desk.window.node_documents) == ["A Meeting in Manila", "Greetings"]
    desk.choose_node("Workers' Party of Korea")
    assert desk.titles(desk.window.node_documents) == ["A Meeting in Manila"]


def test_the_mentions_of_a_row_are_stepped_through_in_the_text(desk: Desk) -> None:
    desk.choose_node(PARTY)
    mentions = mentions_of_party(desk)
    assert len({mention.document for mention in mentions}) == 2
    for mention in (*mentions, mentions[0]):
        step(desk, "Next mention")
        assert place(desk) == (mention.document, mention.start)
        assert "Communist Party of Cuba" in desk.text[mention.start : mention.end]
    step(desk, "Previous mention")
    assert place(desk) == (mentions[-1].document, mentions[-1].start)


def test_stepping_leaves_out_documents_that_have_gone(desk: Desk) -> None:
    desk.choose_node(PARTY)
    step(desk, "Next mention")
    gone = next(document.id for document in desk.library.documents() if document.title == "Greetings")
    desk.window.session.edit(TrashDocuments((gone,)))
    desk.settle()
    for _ in range(3):
        step(desk, "Next mention")
        assert place(desk)[0] != gone
    assert desk.titles(desk.window.node_documents) == ["A Meeting in Manila"]


def decide(desk: Desk, verdict: str, reach: str) -> None:
    """Choose in the menu of "Wrong?"."""
    menus = desk.window.entity_panel.findChildren(QMenu)
    menu = next(one for one in menus if one.title() == verdict)
    next(action for action in menu.actions() if action.text() == reach).trigger()
    desk.settle()


def test_a_rejected_mention_is_gone_from_the_tree_until_undone(desk: Desk) -> None:
    desk.choose_node(PARTY)
    step(desk, "Next mention")
    first = mentions_of_party(desk)
    decide(desk, "This is not meant", "In this document")
    left = mentions_of_party(desk)
    assert len(left) < len(first)
    shown = [Span(one.start, one.end) for one in desk.text_view.layers.mentions]
    assert Span(first[0].start, first[0].end) not in shown
    desk.press("Ctrl+Z", on=desk.text_view)
    desk.settle()
    assert len(mentions_of_party(desk)) == len(first)


def test_an_accepted_mention_is_shown_as_accepted(desk: Desk) -> None:
    desk.choose_node(PARTY)
    step(desk, "Next mention")
    decide(desk, "This is right", "Here")
    mentions = mentions_of_party(desk)
    assert [one.state for one in mentions].count(MentionState.ACCEPTED) == 1
    assert any("accepted" in label.text() for label in desk.window.entity_panel.findChildren(QLabel))


def test_a_tag_lists_its_documents(desk: Desk) -> None:
    desk.open("Greetings")
    mark = desk.mark("thanked")
    desk.window.annotations_panel.write_note(mark.id)
    QTest.keyClick(desk.window.focusWidget(), Qt.Key.Key_Tab)
    QTest.keyClicks(desk.window.focusWidget(), "politeness")
    desk.window.sections.setCurrentIndex(2)
    tags = part_of(desk.window.tags_panel, QTreeView).model()
    desk.wait_for(lambda: tags.index(0, 0).data() == "politeness")
    desk.window.tags_panel.tag_chosen.emit("politeness")
    desk.settle()
    assert desk.titles(desk.window.documents_panel) == ["Greetings"]
    assert desk.window.documents_panel.isVisible()


def rows_of(desk: Desk, *names: str) -> None:
    """Choose several rows of the tree with Ctrl held down."""
    tree = part_of(desk.window.tree_panel, QTreeView)
    for name in names:
        above = find_row(tree, name).parent()
        while above.isValid():
            tree.expand(above)
            above = above.parent()
    for number, name in enumerate(names):
        index = find_row(tree, name)
        tree.scrollTo(index)
        held = Qt.KeyboardModifier.ControlModifier if number else Qt.KeyboardModifier.NoModifier
        QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, held, tree.visualRect(index).center())


def switch(desk: Desk, words: str) -> QToolButton:
    buttons = desk.window.tree_panel.findChildren(QToolButton)
    return next(one for one in buttons if one.text().startswith(words))


def counts(desk: Desk, name: str) -> str:
    return find_row(part_of(desk.window.tree_panel, QTreeView), name).data(COUNTS_ROLE)


def test_several_rows_list_the_documents_of_any_or_all_of_them(desk: Desk) -> None:
    korea = "Workers' Party of Korea"
    rows_of(desk, PARTY)
    assert not switch(desk, "All").isVisible()
    rows_of(desk, PARTY, korea)
    assert switch(desk, "All").isVisible()
    documents = desk.window.node_documents
    desk.settle()
    assert desk.titles(documents) == ["A Meeting in Manila", "Greetings"]
    QTest.mouseClick(switch(desk, "All"), Qt.MouseButton.LeftButton)
    desk.settle()
    assert desk.titles(documents) == ["A Meeting in Manila"]
    step(desk, "Next mention")
    step(desk, "Next mention")
    step(desk, "Next mention")
    assert desk.view.document is not None
    assert desk.view.document.title == "A Meeting in Manila"
    QTest.mouseClick(switch(desk, "Any"), Qt.MouseButton.LeftButton)
    desk.settle()
    assert desk.titles(documents) == ["A Meeting in Manila", "Greetings"]
    rows_of(desk, korea)
    assert not switch(desk, "All").isVisible()


def test_the_tree_counts_what_a_search_finds_where_that_is_wanted(desk: Desk) -> None:
    everything = counts(desk, PARTY)
    assert not part_of(desk.window.tree_panel, TreeSwitches).found_only.isVisible()
    desk.search("thanked")
    assert counts(desk, PARTY) == everything
    found_only = switch(desk, "Only in what is found")
    assert found_only.text() == "Only in what is found · 1"
    QTest.mouseClick(found_only, Qt.MouseButton.LeftButton)
    desk.settle()
    assert counts(desk, PARTY) == "1 · 1"
    assert everything == "2 · 2"
    with pytest.raises(LookupError):
        counts(desk, "Workers' Party of Korea")
    desk.choose_node(PARTY)
    assert desk.titles(desk.window.node_documents) == ["Greetings"]
    desk.search("Manila")
    assert counts(desk, "Workers' Party of Korea") == "1 · 1"
    desk.window.search_field.clear()
    desk.settle()
    assert not found_only.isVisible()
    assert counts(desk, PARTY) == everything


def chip_of(facts: EntityFacts, words: str) -> Chip:
    return next(chip for chip in facts.findChildren(Chip) if chip.isVisible() and chip.text() == words)


def test_a_card_leads_to_neighbours_mentions_text_and_search(desk: Desk) -> None:
    desk.choose_node(PARTY)
    facts = part_of(desk.window.entity_panel, EntityFacts)
    card = desk.library.entity_card(party_of(desk))
    assert card.first is not None
    assert card.last is not None
    for words, mention in (("first: ", card.first), ("last: ", card.last)):
        title = next(one.title for one in desk.library.documents() if one.id == mention.document)
        QTest.mouseClick(chip_of(facts, words + title), Qt.MouseButton.LeftButton)
        assert place(desk) == (mention.document, mention.start)
    QTest.mouseClick(facts.text_button, Qt.MouseButton.LeftButton)
    desk.settle()
    assert place(desk) == (mentions_of_party(desk)[0].document, card.first.start)
    QTest.mouseClick(facts.search_button, Qt.MouseButton.LeftButton)
    desk.settle()
    assert desk.window.search_field.text() == f'"{PARTY}"'
    neighbour = card.neighbours[0]
    QTest.mouseClick(chip_of(facts, neighbour.name), Qt.MouseButton.LeftButton)
    desk.settle()
    said = [label.text() for label in desk.window.entity_panel.findChildren(QLabel) if label.isVisible()]
    assert neighbour.name in said
    assert desk.window.node_documents.isVisible()


def test_a_step_asked_for_before_the_mentions_are_read_is_done_when_they_are(desk: Desk) -> None:
    tree = part_of(desk.window.tree_panel, QTreeView)
    tree.setCurrentIndex(find_row(tree, PARTY))
    desk.window.tree_panel.mention_step_requested.emit(+1)
    desk.settle()
    first = mentions_of_party(desk)[0]
    assert place(desk) == (first.document, first.start)


def test_another_scheme_counts_the_row_anew_on_its_card_and_in_its_documents(desk: Desk) -> None:
    edit = desk.library.new_scheme("Mine", desk.window.tree_panel.scheme)
    desk.window.session.edit(edit)
    mine = edit.schemes[0].id
    asia = next(row.id for row in desk.library.tree() if row.name == "Asia")
    desk.window.session.edit(desk.library.placing(mine, EntityId("country:CU"), asia))
    desk.settle()
    desk.choose_node("Latin America")
    assert desk.titles(desk.window.node_documents) == ["A Meeting in Manila", "Greetings"]
    desk.window.tree_panel.set_scheme(mine)
    desk.settle()
    assert desk.titles(desk.window.node_documents) == []
    said = [label.text() for label in desk.window.entity_panel.findChildren(QLabel) if label.isVisible()]
    assert "0 mentions in 0 documents" in said
