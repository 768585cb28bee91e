"""The list of marks narrowed to what they belong to: a code with those below it, an entity, a colour."""

from dataclasses import replace

import pytest
from PySide6.QtTest import QTest

from gui.dialogs.command_palette import CommandPalette
from gui.widgets.chip import Chip
from gui.widgets.code_menu import CodeAction, CodeWish
from gui.widgets.entity_facts import EntityFacts
from gui.widgets.mark_list_head import MarkScope
from storage.domain.annotation import Colour
from storage.domain.codebook import Code
from storage.domain.ids import AnnotationId
from storage.edits import AddAnnotations
from tests.gui.conftest import part_of
from tests.gui.main_window.conftest import Desk


@pytest.fixture
def marked(desk: Desk) -> Desk:
    """Return a person with a mark in each of two documents: one tagged and linked, the other of another colour."""
    first, second = (document.id for document in desk.library.documents())
    cuba = desk.library.find_entities("Communist Party of Cuba")[0].id
    tagged = replace(desk.library.new_annotation(first, 0, 9, tags=("state visits",)), entities=(cuba,))
    green = replace(desk.library.new_annotation(second, 0, 9), colour=Colour.GREEN)
    for code in (Code("visits"), Code("state visits", "visits")):
        desk.window.session.edit(desk.library.adding_code(code))
    desk.window.session.edit(AddAnnotations((tagged, green)))
    desk.open("Greetings")
    desk.settle()
    return desk


def listed(desk: Desk) -> set[AnnotationId]:
    model = desk.window.annotations_panel._model
    return set(model.ids_of(model.index(row) for row in range(model.rowCount())))


def narrowing(desk: Desk) -> Chip:
    return part_of(desk.window.annotations_panel.head, Chip)


def mark_of(desk: Desk, colour: Colour) -> AnnotationId:
    return next(mark.id for mark in desk.marks if mark.colour is colour)


def test_the_marks_of_a_code_and_of_those_below_it_are_listed(marked: Desk) -> None:
    code = next(count for count in marked.library.codebook() if count.code.name == "visits")
    marked.window.tags_panel.code_wished.emit(CodeWish(CodeAction.SHOW_MARKS, (code,)))
    marked.settle()
    assert marked.window.annotations_panel.scope is MarkScope.ARCHIVE
    assert listed(marked) == {mark_of(marked, Colour.YELLOW)}
    assert narrowing(marked).text() == "tag: visits"
    narrowing(marked).click()
    marked.settle()
    assert listed(marked) == {mark.id for mark in marked.marks}
    assert not narrowing(marked).isVisible()


def test_the_marks_linked_to_an_entity_are_listed_also_those_of_one_document(marked: Desk) -> None:
    cuba = marked.library.find_entities("Communist Party of Cuba")[0].id
    marked.window.entity_panel.entity_chosen.emit(cuba)
    marked.settle()
    part_of(marked.window.entity_panel, EntityFacts).marks_button.click()
    marked.settle()
    assert listed(marked) == {mark_of(marked, Colour.YELLOW)}
    marked.window.annotations_panel.head.choose_scope(MarkScope.DOCUMENT)
    marked.settle()
    assert listed(marked) == set(), "the document in front has no mark of it"


def test_a_colour_is_chosen_among_the_commands(marked: Desk, answer) -> None:
    def choose(palette: CommandPalette) -> None:
        QTest.keyClicks(palette.field, "green")
        palette.list.setCurrentRow(
            next(row for row in range(palette.list.count()) if "Green" in palette.list.item(row).text())
        )
        palette.accept()

    answer(CommandPalette, choose)
    marked.window.actions_by_id["show_commands"].trigger()
    marked.settle()
    assert listed(marked) == {mark_of(marked, Colour.GREEN)}


def test_a_filter_typed_looks_in_the_marks_of_all_documents(marked: Desk) -> None:
    marked.window.annotations_panel.head.choose_scope(MarkScope.ARCHIVE)
    marked.settle()
    QTest.keyClicks(marked.window.annotations_panel.head.filter, "state")
    marked.settle()
    assert listed(marked) == {mark.id for mark in marked.marks if "state visits" in mark.tags}
