"""What was deleted is said with a button that brings it back; nobody is asked before."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget

from gui.widgets.annotation_editor import AnnotationEditor
from tests.gui.conftest import part_of
from tests.gui.main_window.conftest import Desk


def over(desk: Desk) -> QWidget:
    """Return what the note lies over."""
    parent = desk.window.toast.parentWidget()
    assert parent is not None
    return parent


def delete_a_mark(desk: Desk) -> None:
    desk.open("A Meeting in Manila")
    desk.window.annotations_panel.write_note(desk.mark("all over Asia").id)
    editor = part_of(desk.window.annotations_panel, AnnotationEditor)
    next(button for button in editor.findChildren(QPushButton) if button.text() == "Delete mark").click()
    assert desk.marks == ()


def test_the_button_brings_a_deleted_mark_back(desk: Desk) -> None:
    delete_a_mark(desk)
    toast = desk.window.toast
    assert toast.sentence == "The mark was deleted."
    around = over(desk).rect()
    assert around.contains(toast.geometry())
    QTest.mouseClick(toast.undo, Qt.MouseButton.LeftButton)
    assert [mark.anchor.quote for mark in desk.marks] == ["all over Asia"]
    assert toast.isHidden()


def test_it_goes_when_something_else_would_be_taken_back(desk: Desk) -> None:
    delete_a_mark(desk)
    assert desk.window.toast.isVisible()
    desk.mark("September")
    assert desk.window.toast.isHidden()


def test_it_keeps_to_the_foot_of_the_documents(desk: Desk) -> None:
    delete_a_mark(desk)
    toast = desk.window.toast
    desk.window.resize(desk.window.width() + 200, desk.window.height() + 100)
    desk.wait_for(lambda: abs(toast.geometry().center().x() - over(desk).rect().center().x()) <= 1)
    assert over(desk).height() - toast.geometry().bottom() < 60
