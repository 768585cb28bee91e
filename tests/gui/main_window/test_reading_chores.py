"""Marking and writing in the document in front; everything lands in the archive and can be taken back."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListView, QMenu, QPushButton, QToolButton

from gui.viewer.wishes import ExtentRequest
from gui.widgets.annotation_editor import AnnotationEditor
from gui.widgets.markdown_note import NoteField
from gui.widgets.tag_field import TagField
from storage.domain.annotation import Colour
from storage.domain.search import Span
from tests.gui.conftest import part_of
from tests.gui.main_window.conftest import Desk


def editor(desk: Desk) -> AnnotationEditor:
    return part_of(desk.window.annotations_panel, AnnotationEditor)


def swatch(desk: Desk, name: str) -> QToolButton:
    return next(button for button in editor(desk).findChildren(QToolButton) if button.accessibleName() == name)


def choose_in_menu(desk: Desk, offset: int | None, words: str) -> None:
    """Choose an entry of the menu over a character, wherever in the menu it stands."""
    menu = desk.view.menu.build(offset)
    parts = [menu, *menu.findChildren(QMenu)]
    next(action for part in parts for action in part.actions() if words in action.text()).trigger()


def test_note_tags_and_colour_reach_the_archive(desk: Desk) -> None:
    desk.open("A Meeting in Manila")
    desk.mark("all over Asia")
    desk.press("Ctrl+M")
    assert part_of(desk.window, NoteField).hasFocus()
    QTest.keyClicks(desk.window.focusWidget(), "Which *parties*?")
    QTest.keyClick(desk.window.focusWidget(), Qt.Key.Key_Tab)
    assert part_of(desk.window, TagField).hasFocus()
    QTest.keyClicks(desk.window.focusWidget(), "asia, scope ,asia")
    QTest.mouseClick(swatch(desk, "Rose"), Qt.MouseButton.LeftButton)
    (mark,) = desk.marks
    assert (mark.note, mark.tags, mark.colour) == ("Which *parties*?", ("asia", "scope"), Colour.ROSE)
    assert [tag.name for tag in desk.library.tags()] == ["asia", "scope"]


def test_every_step_is_taken_back_and_done_again_in_turn(desk: Desk) -> None:
    desk.open("A Meeting in Manila")
    mark = desk.mark("all over Asia")
    desk.window.annotations_panel.write_note(mark.id)
    QTest.keyClicks(desk.window.focusWidget(), "one")
    swatch(desk, "Blue").click()
    states = [desk.marks]
    for _ in range(3):
        desk.press("Ctrl+Z", on=desk.text_view)
        states.append(desk.marks)
    assert [[(one.note, one.colour) for one in marks] for marks in states] == [
        [("one", Colour.BLUE)],
        [("one", Colour.YELLOW)],
        [("", Colour.YELLOW)],
        [],
    ]
    for former in reversed(states[:-1]):
        desk.press("Ctrl+Shift+Z", on=desk.text_view)
        assert [(one.note, one.colour) for one in desk.marks] == [(one.note, one.colour) for one in former]


def test_marks_in_four_colours_by_keys(desk: Desk) -> None:
    desk.open("A Meeting in Manila")
    for keys, words in (("Ctrl+1", "September"), ("Ctrl+2", "Manila."), ("Ctrl+3", "China"), ("Ctrl+4", "Cuba")):
        desk.mark(words, keys)
    assert [mark.colour for mark in sorted(desk.marks, key=lambda one: one.anchor.start)] == list(Colour)
    assert len(desk.text_view.layers.annotations) == 4


def test_without_a_selection_it_says_what_to_do(desk: Desk) -> None:
    desk.press("Ctrl+H")
    assert "Select words first" in desk.window.status.currentMessage()
    assert desk.marks == ()


def test_the_menu_over_a_mark_does_what_it_says(desk: Desk) -> None:
    desk.open("A Meeting in Manila")
    mark = desk.mark("all over Asia")
    choose_in_menu(desk, mark.anchor.start, "Edit note and tags")
    assert part_of(desk.window, NoteField).hasFocus()
    assert desk.marks == (mark,)
    choose_in_menu(desk, mark.anchor.start, "Change to green")
    assert desk.marks[0].colour is Colour.GREEN
    choose_in_menu(desk, mark.anchor.start, "Remove mark")
    assert desk.marks == ()
    desk.press("Ctrl+Z", on=desk.text_view)
    assert desk.marks[0].colour is Colour.GREEN


def test_a_mark_can_be_made_to_cover_other_words(desk: Desk) -> None:
    desk.open("A Meeting in Manila")
    mark = desk.mark("all over Asia")
    desk.view.set_active_annotation(mark.id)
    span = Span(mark.anchor.start - 5, mark.anchor.end + 11)
    desk.view.extent_requested.emit(ExtentRequest(mark.id, span))
    (now,) = desk.marks
    assert now.id == mark.id
    assert now.anchor.quote == desk.text[span.start : span.end]
    assert (now.anchor.start, now.anchor.end) == (span.start, span.end)
    desk.press("Ctrl+Z", on=desk.text_view)
    assert desk.marks[0].anchor == mark.anchor


def test_all_hits_are_marked_and_unmarked_as_one(desk: Desk) -> None:
    desk.open("A Meeting in Manila")
    desk.search("party")
    hits = desk.text_view.layers.hits
    choose_in_menu(desk, hits.span(0).start, "Mark all")
    assert sorted((mark.anchor.start, mark.anchor.end) for mark in desk.marks) == [
        (hits.span(number).start, hits.span(number).end) for number in range(len(hits))
    ]
    desk.press("Ctrl+Z", on=desk.text_view)
    assert desk.marks == ()


def test_ctrl_m_goes_to_the_note_of_the_mark_that_is_chosen(desk: Desk) -> None:
    desk.open("A Meeting in Manila")
    mark = desk.mark("all over Asia")
    desk.text_view.setFocus()
    desk.press("Ctrl+M")
    assert part_of(desk.window, NoteField).hasFocus()
    assert desk.marks == (mark,)


def test_a_deleted_mark_comes_back_by_undo(desk: Desk) -> None:
    desk.open("A Meeting in Manila")
    mark = desk.mark("all over Asia")
    button = next(button for button in editor(desk).findChildren(QPushButton) if button.text() == "Delete mark")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert desk.marks == ()
    assert not editor(desk).isVisible()
    desk.press("Ctrl+Z", on=desk.text_view)
    assert desk.marks == (mark,)


def test_a_card_leads_to_its_place_in_another_document(desk: Desk) -> None:
    desk.open("Greetings")
    mark = desk.mark("thanked")
    desk.open("A Meeting in Manila")
    desk.window.annotations_panel.annotation_chosen.emit(mark)
    assert desk.view.document is not None
    assert desk.view.document.id == mark.document
    assert desk.text_view.layers.active == mark.id


def test_the_chosen_card_stays_in_view_beside_its_editor(desk: Desk) -> None:
    desk.open("A Meeting in Manila")
    for word in ("September", "parties", "Asia", "Manila.", "China", "emoji", "beyond", "Korea", "greetings"):
        mark = desk.mark(word)
    desk.window.annotations_panel.write_note(mark.id)
    QTest.keyClicks(desk.window.focusWidget(), "a note of several lines " * 4)
    desk.window.annotations_panel.flush()
    cards = part_of(desk.window.annotations_panel, QListView)
    desk.wait_for(lambda: cards.viewport().rect().contains(cards.visualRect(cards.currentIndex())))
