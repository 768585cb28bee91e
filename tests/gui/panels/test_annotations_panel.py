from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from gui.models.annotation_model import VALUE_ROLE
from gui.panels.annotations_panel import AnnotationsPanel
from gui.theme import Theme
from gui.widgets.annotation_editor import AnnotationEditor
from gui.widgets.choosing_view import ChoosingListView
from gui.widgets.long_list_view import LongListView
from gui.widgets.mark_list_head import MarkScope
from gui.widgets.mark_selection_bar import MarkSelectionBar
from gui.widgets.tag_field import TagField
from storage.domain.annotation import AnchorState, Annotation, Colour
from storage.domain.review import WaitingMarks
from storage.edits import ChangeAnnotations, RemoveAnnotations
from tests.gui.conftest import part_of, payload
from tests.gui.marks_for_tests import mark


@pytest.fixture
def panel(qtbot: QtBot, theme: Theme) -> AnnotationsPanel:
    panel = AnnotationsPanel()
    panel.set_theme(theme)
    panel.resize(320, 700)
    qtbot.addWidget(panel)
    panel.show()
    return panel


def click_card(qtbot: QtBot, panel: AnnotationsPanel, row: int) -> None:
    view = part_of(panel, ChoosingListView)
    qtbot.waitUntil(lambda: view.visualRect(view.model().index(row, 0)).isValid())
    place = view.visualRect(view.model().index(row, 0)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)


def edits_of(panel: AnnotationsPanel) -> list:
    edits = []
    panel.edit_requested.connect(edits.append)
    return edits


def changed(edit: object) -> Annotation:
    assert isinstance(edit, ChangeAnnotations)
    return edit.annotations[0]


def test_a_clicked_card_is_told_once_and_again_when_clicked_again(qtbot: QtBot, panel: AnnotationsPanel) -> None:
    marks = (mark(20), mark(21))
    panel.set_annotations(marks)
    told = []
    panel.annotation_chosen.connect(told.append)
    click_card(qtbot, panel, 1)
    assert told == [marks[1]]
    click_card(qtbot, panel, 1)
    assert told == [marks[1], marks[1]]


def test_several_marks_are_chosen_by_keys_and_changed_together(qtbot: QtBot, panel: AnnotationsPanel) -> None:
    panel.set_annotations((mark(20), mark(21), mark(22)))
    told, wishes = [], []
    panel.annotation_chosen.connect(told.append)
    panel.bulk_wished.connect(wishes.append)
    click_card(qtbot, panel, 0)
    view = part_of(panel, LongListView)
    for _ in range(2):
        qtbot.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert [one.id for one in told] == ["mark20"], "whoever chooses several goes to none of them"
    bar = part_of(panel, MarkSelectionBar)
    assert bar.isVisible()
    assert not part_of(panel, AnnotationEditor).isVisible()
    qtbot.keyClicks(bar.tags, "figures, visits")
    qtbot.keyClick(bar.tags, Qt.Key.Key_Return)
    bar.delete.click()
    ids = ("mark20", "mark21", "mark22")
    assert sorted(wishes[0].marks) == list(ids)
    assert [wish.value for wish in wishes] == [("figures", "visits"), None]


def test_a_note_is_saved_after_a_pause(qtbot: QtBot, panel: AnnotationsPanel) -> None:
    panel.set_annotations((mark(20),))
    panel.write_note(mark(20).id)
    with qtbot.waitSignal(panel.edit_requested, timeout=3000) as told:
        qtbot.keyClicks(part_of(panel, QPlainTextEdit), "No unit given")
    assert changed(payload(told)).note == "No unit given"


def test_a_note_is_saved_when_another_mark_is_chosen(qtbot: QtBot, panel: AnnotationsPanel) -> None:
    panel.set_annotations((mark(20), mark(21)))
    edits = edits_of(panel)
    panel.choose(mark(20).id)
    qtbot.keyClicks(part_of(panel, QPlainTextEdit), "kept")
    panel.choose(mark(21).id)
    assert [(changed(edit).id, changed(edit).note) for edit in edits] == [("mark20", "kept")]
    assert part_of(panel, QPlainTextEdit).toPlainText() == ""


def test_a_note_is_saved_when_the_panel_is_hidden_or_flushed(qtbot: QtBot, panel: AnnotationsPanel) -> None:
    panel.set_annotations((mark(20),))
    edits = edits_of(panel)
    panel.choose(mark(20).id)
    qtbot.keyClicks(part_of(panel, QPlainTextEdit), "a")
    panel.flush()
    qtbot.keyClicks(part_of(panel, QPlainTextEdit), "b")
    panel.hide()
    assert [changed(edit).note for edit in edits] == ["a", "ab"]


def test_a_new_state_does_not_disturb_typing(qtbot: QtBot, panel: AnnotationsPanel) -> None:
    panel.set_annotations((mark(20, note="old"),))
    edits = edits_of(panel)
    panel.choose(mark(20).id)
    qtbot.keyClicks(part_of(panel, QPlainTextEdit), "new ")
    panel.set_annotations((mark(20, note="old", tags=("tag",)),))
    panel.flush()
    assert [changed(edit).note for edit in edits] == ["new old"]


def test_an_undone_note_is_shown_as_it_is_again(panel: AnnotationsPanel) -> None:
    panel.set_annotations((mark(20, note="second"),))
    panel.choose(mark(20).id)
    edits = edits_of(panel)
    panel.set_annotations((mark(20, note="first"),))
    assert part_of(panel, QPlainTextEdit).toPlainText() == "first"
    panel.flush()
    assert edits == []


def test_a_note_keeps_every_character(qtbot: QtBot, panel: AnnotationsPanel) -> None:
    note = "no\u00a0break, e\u0301, \U00020000\n\nsecond paragraph"
    panel.set_annotations((mark(20, note=note),))
    edits = edits_of(panel)
    panel.choose(mark(20).id)
    panel.flush()
    assert edits == []
    part_of(panel, QPlainTextEdit).insertPlainText("x")
    panel.flush()
    assert changed(edits[0]).note == "x" + note


def test_tags_colour_and_delete(qtbot: QtBot, panel: AnnotationsPanel) -> None:
    made = mark(20)
    panel.set_annotations((made,))
    edits = edits_of(panel)
    panel.choose(mark(20).id)
    field = part_of(panel, TagField)
    qtbot.keyClicks(field, "figures,  ruling   party, figures")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert changed(edits.pop()).tags == ("figures", "ruling party")
    green = next(button for button in panel.findChildren(QToolButton) if button.accessibleName() == "Green")
    qtbot.mouseClick(green, Qt.MouseButton.LeftButton)
    assert changed(edits.pop()) == replace(made, tags=("figures", "ruling party"), colour=Colour.GREEN)
    delete = next(button for button in panel.findChildren(QPushButton) if button.text() == "Delete mark")
    qtbot.mouseClick(delete, Qt.MouseButton.LeftButton)
    assert edits == [RemoveAnnotations((mark(20).id,))]
    panel.set_annotations(())
    assert not delete.isVisible()


def test_the_completer_completes_the_last_tag(qtbot: QtBot, panel: AnnotationsPanel) -> None:
    field = part_of(panel, TagField)
    field.set_known(["figures", "ruling party"])
    field.setText("one, rul")
    completer = field.completer()
    completer.setCompletionPrefix(completer.splitPath(field.text())[0])
    assert completer.completionCount() == 1
    assert completer.pathFromIndex(completer.model().index(1, 0)) == "one, ruling party"


def test_filtering_keeps_the_edited_mark_and_says_when_nothing_is_found(qtbot: QtBot, panel: AnnotationsPanel) -> None:
    panel.set_annotations((mark(20, note="alpha"), mark(21, note="beta")))
    panel.choose(mark(20).id)
    field = next(field for field in panel.findChildren(QLineEdit) if "Filter" in field.placeholderText())
    qtbot.keyClicks(field, "beta")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert part_of(panel, ChoosingListView).model().rowCount() == 1
    assert part_of(panel, QPlainTextEdit).toPlainText() == "alpha"
    field.setText("gamma")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert not part_of(panel, ChoosingListView).isVisible()


def test_marks_to_check_are_announced(qtbot: QtBot, panel: AnnotationsPanel) -> None:
    review = next(button for button in panel.findChildren(QPushButton) if button.text() == "Review")
    assert not review.isVisible()
    panel.head.set_waiting(WaitingMarks(to_check=2, lost=1))
    assert "2 to check · 1 lost" in [label.text() for label in panel.findChildren(QLabel)]
    with qtbot.waitSignal(panel.review_requested):
        qtbot.mouseClick(review, Qt.MouseButton.LeftButton)


def test_marks_to_check_stand_on_top_until_they_are_settled(panel: AnnotationsPanel) -> None:
    settled = replace(mark(23, state=AnchorState.LOST), kept_as_lost=True)
    lost, in_doubt = mark(21, state=AnchorState.LOST), mark(22, state=AnchorState.PLEASE_CHECK)
    panel.set_annotations((mark(20), lost, in_doubt, settled))
    model = part_of(panel, ChoosingListView).model()
    rows = (model.index(row, 0).data(VALUE_ROLE) for row in range(model.rowCount()))
    shown = [one.id for one in rows if one is not None]
    assert shown == ["mark22", "mark21", "mark20", "mark23"]


def test_the_scope_is_a_choice(qtbot: QtBot, panel: AnnotationsPanel) -> None:
    button = next(button for button in panel.findChildren(QToolButton) if button.menu())
    with qtbot.waitSignal(panel.scope_chosen) as told:
        button.menu().actions()[1].trigger()
    assert payload(told) is MarkScope.ARCHIVE
    assert button.text() == "whole archive ▾"
