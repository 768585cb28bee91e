"""The tree leads to documents and mentions; decisions on mentions hold and can be taken back."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMenu, QToolButton

from storage.domain.ids import EntityId
from storage.domain.mention import MentionState
from storage.domain.search import Span
from storage.edits import TrashDocuments
from tests.gui.main_window.conftest import Desk

PARTY = "Communist Party of Cuba"


def step(desk: Desk, name: str) -> None:
    buttons = desk.window.tree_panel.findChildren(QToolButton)
    QTest.mouseClick(next(one for one in buttons if one.toolTip() == name), Qt.MouseButton.LeftButton)


def place(desk: Desk) -> tuple[object, int]:
    assert desk.view.document is not None
    return desk.view.document.id, desk.text_view.caret()


def party_of(desk: Desk) -> EntityId:
    return next(entity.id for entity in desk.library.find_entities(PARTY) if entity.name == PARTY)


def test_choosing_a_row_lists_its_documents(desk: Desk) -> None:
    assert not desk.window.node_documents.isVisible()
    desk.choose_node(PARTY)
    assert desk.window.node_documents.isVisible()
    assert desk.titles(desk.window.node_documents) == ["A Meeting in Manila", "Greetings"]
    desk.choose_node("Workers' Party of Korea")
    assert desk.titles(desk.window.node_documents) == ["A Meeting in Manila"]


def test_the_mentions_of_a_row_are_stepped_through_in_the_text(desk: Desk) -> None:
    desk.choose_node(PARTY)
    mentions = desk.library.entity_mentions(party_of(desk))
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
    first = desk.library.entity_mentions(party_of(desk))
    decide(desk, "This is not meant", "In this document")
    left = desk.library.entity_mentions(party_of(desk))
    assert len(left) < len(first)
    shown = [Span(one.start, one.end) for one in desk.text_view.layers.mentions]
    assert Span(first[0].start, first[0].end) not in shown
    desk.press("Ctrl+Z", on=desk.text_view)
    desk.settle()
    assert len(desk.library.entity_mentions(party_of(desk))) == len(first)


def test_an_accepted_mention_is_shown_as_accepted(desk: Desk) -> None:
    desk.choose_node(PARTY)
    step(desk, "Next mention")
    decide(desk, "This is right", "Here")
    mentions = desk.library.entity_mentions(party_of(desk))
    assert [one.state for one in mentions].count(MentionState.ACCEPTED) == 1
    assert any("accepted" in label.text() for label in desk.window.entity_panel.findChildren(QLabel))


def test_a_tag_lists_its_documents(desk: Desk) -> None:
    desk.open("Greetings")
    mark = desk.mark("thanked")
    desk.window.annotations_panel.write_note(mark.id)
    QTest.keyClick(desk.window.focusWidget(), Qt.Key.Key_Tab)
    QTest.keyClicks(desk.window.focusWidget(), "politeness")
    desk.window.sections.setCurrentIndex(2)
    desk.wait_for(lambda: desk.titles(desk.window.tags_panel) == ["politeness"])
    desk.window.tags_panel.tag_chosen.emit("politeness")
    assert desk.titles(desk.window.documents_panel) == ["Greetings"]
    assert desk.window.documents_panel.isVisible()
