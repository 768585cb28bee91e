"""Searching everywhere: the list and the text agree, and F3 walks both."""

from itertools import pairwise

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListView

from gui.models.passage_model import FOUND_ROLE, FoundPassage
from gui.viewer.find_bar import FindBar
from storage.domain.ids import DocumentId
from storage.domain.search import Span
from tests.gui.conftest import part_of
from tests.gui.main_window.conftest import Desk

QUERY = '"communist party"'


def passages(desk: Desk) -> list[FoundPassage]:
    """Return the passages in the order of the list."""
    model = part_of(desk.window.search_panel, QListView).model()
    found = (model.index(row, 0).data(FOUND_ROLE) for row in range(model.rowCount(QModelIndex())))
    return [passage for passage in found if passage is not None]


def current_in_list(desk: Desk) -> tuple[DocumentId, Span]:
    found = part_of(desk.window.search_panel, QListView).currentIndex().data(FOUND_ROLE)
    return found.hits.document, Span(found.passage.start, found.passage.end)


def current_in_text(desk: Desk) -> tuple[DocumentId, Span] | None:
    desk.settle()
    hits = desk.text_view.layers.hits
    assert desk.view.document is not None
    return (desk.view.document.id, hits.span(hits.current)) if hits.current is not None else None


def test_f3_walks_all_passages_across_documents_and_back(desk: Desk) -> None:
    desk.search(QUERY)
    assert desk.window.bottom_dock.isVisible()
    listed = [(found.hits.document, Span(found.passage.start, found.passage.end)) for found in passages(desk)]
    assert len({document for document, _ in listed}) == 2
    walked = []
    for _ in listed:
        desk.press("F3")
        assert current_in_text(desk) == current_in_list(desk)
        walked.append(current_in_list(desk))
    assert walked == listed
    for place in reversed(listed[:-1]):
        desk.press("Shift+F3")
        assert current_in_text(desk) == place


def test_every_hit_in_the_text_stands_in_the_list(desk: Desk) -> None:
    desk.search(QUERY)
    for hits in {found.hits.document: found.hits for found in passages(desk)}.values():
        desk.window.tabs.open(hits.document)
        desk.settle()
        shown = desk.text_view.layers.hits
        assert [shown.span(number) for number in range(len(shown))] == [
            Span(passage.start, passage.end) for passage in hits.passages
        ]
        assert all(desk.text[one.start : one.end].casefold() == "communist party" for one in hits.passages)


def test_enter_in_the_field_goes_from_hit_to_hit(desk: Desk) -> None:
    desk.search(QUERY)
    places = []
    for _ in range(3):
        QTest.keyClick(desk.window.search_field, Qt.Key.Key_Return)
        places.append(current_in_text(desk))
    assert None not in places
    assert all(one != other for one, other in pairwise(places))


def test_what_is_listed_while_typing_is_lit_in_the_text(desk: Desk) -> None:
    desk.open("A Meeting in Manila")
    desk.press("Ctrl+Shift+F")
    QTest.keyClicks(desk.window.search_field, "mani")
    desk.wait_for(lambda: passages(desk))
    desk.settle()
    listed = {Span(one.passage.start, one.passage.end) for one in passages(desk)}
    shown = desk.text_view.layers.hits
    assert {shown.span(number) for number in range(len(shown))} == listed
    QTest.keyClick(desk.window.search_field, Qt.Key.Key_Return)
    desk.settle()


def test_a_click_on_a_passage_opens_it_there(desk: Desk) -> None:
    desk.search("thanked")
    desk.open("A Meeting in Manila")
    view = part_of(desk.window.search_panel, QListView)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(view.model().index(1, 0)).center())
    assert current_in_text(desk) == current_in_list(desk)
    assert desk.view.document is not None
    assert desk.view.document.title == "Greetings"


def test_esc_clears_hits_and_gives_the_keyboard_back_to_the_text(desk: Desk) -> None:
    desk.search(QUERY)
    desk.press("F3")
    desk.settle()
    desk.press("Esc")
    assert not desk.window.bottom_dock.isVisible()
    assert len(desk.text_view.layers.hits) == 0
    assert desk.text_view.hasFocus()
    assert desk.window.search_field.query == ""


def test_a_search_given_up_while_typing_does_not_come_back(desk: Desk) -> None:
    desk.press("Ctrl+Shift+F")
    QTest.keyClicks(desk.window.search_field, "manila")
    desk.press("Esc")
    # Long enough for an answer that was on its way.
    with desk.qtbot.assertNotEmitted(desk.window.session.searched, wait=300):
        pass
    assert not desk.window.bottom_dock.isVisible()
    assert len(desk.text_view.layers.hits) == 0


def test_the_find_bar_has_the_keys_while_it_is_open(desk: Desk) -> None:
    desk.open("A Meeting in Manila")
    desk.search(QUERY)
    desk.press("Ctrl+F")
    bar = part_of(desk.view, FindBar)
    QTest.keyClicks(bar.words, "in")
    desk.wait_for(lambda: desk.view.hit_position().total > 1)
    before = desk.view.hit_position().number
    desk.press("F3")
    assert desk.view.hit_position().number == before + 1
    desk.press("Esc")
    assert not bar.isVisible()
    assert desk.window.search_field.query == QUERY
    assert desk.text_view.hasFocus()
    desk.settle()
    assert len(desk.text_view.layers.hits) > 0


def test_search_marks_by_their_tags_and_notes(desk: Desk) -> None:
    desk.open("Greetings")
    mark = desk.mark("thanked the Communist Party of China")
    desk.window.annotations_panel.write_note(mark.id)
    QTest.keyClicks(desk.window.focusWidget(), "gratitude")
    desk.press("Ctrl+Shift+F")
    desk.settle()
    desk.search("note:gratitude")
    model = part_of(desk.window.search_panel, QListView).model()
    assert model.index(0, 0).data() == "Greetings"
