"""Marks beyond one selection: hits, meanings of colours, links, notes on whole subjects; one Undo each."""

from PySide6.QtWidgets import QToolButton

from gui.dialogs.find_entity import FindEntityDialog
from gui.dialogs.name_colours import NameColoursDialog
from gui.dialogs.write_note import WriteNoteDialog
from gui.viewer.layers import Layer
from gui.widgets.annotation_editor import AnnotationEditor
from gui.widgets.chip import Chip
from storage.domain.annotation import Colour
from tests.gui.conftest import part_of
from tests.gui.main_window.conftest import Desk


def trigger(desk: Desk, identity: str) -> None:
    desk.window.actions_by_id[identity].trigger()
    desk.settle()


def test_all_hits_of_a_search_are_marked_and_one_undo_takes_them_back(desk: Desk) -> None:
    trigger(desk, "mark_all_hits")
    assert desk.marks == ()
    desk.search('"communist party"')
    trigger(desk, "mark_all_hits")
    assert {mark.anchor.quote.lower() for mark in desk.marks} == {"communist party"}
    assert {mark.document for mark in desk.marks} == {document.id for document in desk.library.documents()}
    assert len(desk.marks) == 4
    trigger(desk, "mark_all_hits")
    assert len(desk.marks) == 4, "a hit is marked once"
    trigger(desk, "undo")
    assert desk.marks == ()


def test_the_current_hit_is_marked(desk: Desk) -> None:
    desk.open("Greetings")
    desk.search("thanked")
    desk.press("F3")
    desk.settle()
    trigger(desk, "mark_hit")
    assert [mark.anchor.quote for mark in desk.marks] == ["thanked"]


def test_what_colours_stand_for_is_shown_wherever_they_are_chosen(desk: Desk, answer) -> None:
    desk.open("Greetings")
    answer(NameColoursDialog, lambda dialog: (dialog.fields[Colour.GREEN].setText("claims & doubts"), dialog.accept()))
    trigger(desk, "name_colours")
    assert "claims && doubts" in desk.window.actions_by_id["mark_green"].text()
    assert "claims &amp; doubts" in desk.view.pane.legend.buttons[Layer.MARKS].toolTip()
    mark = desk.mark("thanked", "Ctrl+2")
    words = [action.text() for action in desk.view.menu.build(mark.anchor.start).actions()]
    assert words
    swatches = [button.accessibleName() for button in desk.window.annotations_panel.findChildren(QToolButton)]
    assert "Green: claims & doubts" in swatches
    desk.press("Ctrl+Z")
    desk.press("Ctrl+Z")
    assert "claims" not in desk.window.actions_by_id["mark_green"].text()


def test_a_mark_is_linked_to_whom_it_names(desk: Desk, answer) -> None:
    desk.open("Greetings")
    desk.mark("The Communist Party of Cuba thanked")
    offered: list[str] = []

    def choose(dialog: FindEntityDialog) -> None:
        offered.append(dialog.list.item(0).text())
        dialog.accept()

    answer(FindEntityDialog, choose)
    desk.window.annotations_panel.link_requested.emit(desk.marks[0])
    desk.settle()
    assert offered[0].startswith("Communist Party of Cuba")
    assert len(desk.marks[0].entities) == 1
    chip = part_of(part_of(desk.window.annotations_panel, AnnotationEditor), Chip)
    assert chip.text() == "Communist Party of Cuba"
    chip.click()
    assert desk.marks[0].entities == ()


def test_notes_on_a_document_and_on_an_entity(desk: Desk, answer) -> None:
    view = desk.open("Greetings")
    answer(WriteNoteDialog, lambda dialog: (dialog.body.field.insertPlainText("Read **twice**"), dialog.accept()))
    trigger(desk, "note_document")
    assert view.document is not None
    assert desk.library.document_note(view.document.id) == "Read **twice**"
    assert "Read **twice**" in view.pane.head._note.toolTip()
    desk.choose_node("Cuba")
    trigger(desk, "note_entity")
    entity = desk.window.entity_panel.entity
    assert entity is not None
    assert desk.library.entity_note(entity) == "Read **twice**"
    desk.press("Ctrl+Z")
    desk.press("Ctrl+Z")
    assert desk.library.document_note(view.document.id) == ""


def test_keys_go_from_mark_to_mark_also_where_they_overlap(desk: Desk) -> None:
    desk.open("Greetings")
    outer, inner = desk.mark("Communist Party of Cuba thanked"), desk.mark("Cuba")
    layers = desk.text_view.layers
    layers.active = None
    desk.view.scroll_to(0)
    went = []
    for _ in range(3):
        desk.press("F4", desk.text_view)
        went.append(layers.active)
    assert went == [outer.id, inner.id, outer.id]
    desk.press("Shift+F4", desk.text_view)
    assert layers.active == inner.id
