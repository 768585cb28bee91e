"""The codebook in the window: every wish lands in the archive, and one undo takes it back."""

import pytest
from PySide6.QtWidgets import QTreeView

from gui.dialogs.choose_row import ChooseRowDialog
from gui.dialogs.edit_code import EditCodeDialog
from gui.models.codebook_dragging import CodeMerging, CodePlacing
from gui.widgets.code_menu import CodeAction, CodeWish
from storage.domain.codebook import Code, CodeColour
from storage.edits import AddAnnotations
from tests.gui.conftest import part_of
from tests.gui.main_window.conftest import Desk, find_row


@pytest.fixture
def coder(desk: Desk) -> Desk:
    for name in ("contact", "figures", "visits"):
        desk.window.session.edit(desk.library.adding_code(Code(name)))
    document = desk.library.documents()[0].id
    mark = desk.library.new_annotation(document, 0, 9, tags=("visits",))
    desk.window.session.edit(AddAnnotations((mark,)))
    desk.settle()
    return desk


def wish(desk: Desk, action: CodeAction, *names: str) -> None:
    found = {count.code.name: count for count in desk.library.codebook()}
    desk.window.tags_panel.code_wished.emit(CodeWish(action, tuple(found[name] for name in names)))
    desk.settle()


def test_a_new_code_is_described_and_chosen(coder: Desk, answer) -> None:
    def fill(dialog: EditCodeDialog) -> None:
        assert not dialog.save.isEnabled()
        dialog.name.setText("figures")
        dialog.accept()
        assert dialog.problem.isVisibleTo(dialog)
        dialog.name.setText("state  visits")
        dialog.colour.setCurrentIndex(dialog.colour.findData(CodeColour.VIOLET))
        dialog.example.setPlainText("Manila 2000")
        dialog.accept()

    answer(EditCodeDialog, fill)
    wish(coder, CodeAction.NEW_BELOW, "visits")
    made = coder.library.codes()["state visits"]
    assert (made.parent, made.colour, made.example) == ("visits", CodeColour.VIOLET, "Manila 2000")
    assert part_of(coder.window.tags_panel, QTreeView).currentIndex().data() == "state visits"


def test_renaming_changes_the_tag_of_marks_and_undo_brings_it_back(coder: Desk, answer) -> None:
    answer(EditCodeDialog, lambda dialog: (dialog.name.setText("journeys"), dialog.accept()))
    wish(coder, CodeAction.DESCRIBE, "visits")
    assert coder.marks[0].tags == ("journeys",)
    coder.press("Ctrl+Z")
    coder.settle()
    assert coder.marks[0].tags == ("visits",)
    tree = part_of(coder.window.tags_panel, QTreeView)
    assert find_row(tree, "visits").isValid()


def test_moving_by_drop_by_key_and_by_dialog(coder: Desk, answer) -> None:
    coder.window.tags_panel.placing_requested.emit(CodePlacing(("visits",), "contact"))
    coder.settle()
    assert coder.library.codes()["visits"].parent == "contact"
    wish(coder, CodeAction.UP, "figures")
    assert next(iter(coder.library.codes())) == "figures"
    answer(ChooseRowDialog, lambda dialog: (dialog.list.setCurrentRow(0), dialog.accept()))
    wish(coder, CodeAction.MOVE, "visits")
    assert coder.library.codes()["visits"].parent == ""


def test_merging_and_deleting_say_what_became_of_the_marks(coder: Desk) -> None:
    coder.window.tags_panel.merging_requested.emit(CodeMerging(("visits",), "contact"))
    coder.settle()
    assert coder.marks[0].tags == ("contact",)
    wish(coder, CodeAction.DELETE, "contact")
    assert coder.marks[0].tags == ()
    assert set(coder.library.codes()) == {"figures"}
    coder.press("Ctrl+Z")
    coder.press("Ctrl+Z")
    assert coder.marks[0].tags == ("visits",)
