"""A second window on the same archive reads it, says so, and offers nothing that would write."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit, QPushButton

from gui.actions import ROWS
from gui.widgets.annotation_editor import AnnotationEditor
from storage.edits import AddAnnotations
from storage.library import Library
from tests.gui.conftest import part_of
from tests.gui.main_window.conftest import Desk


@pytest.fixture
def owner(archive: Path) -> Iterator[Library]:
    """Return the archive as the first program has it open, with a mark in it."""
    library = Library.open(archive)
    library.apply(AddAnnotations((library.new_annotation(library.documents()[0].id, 2, 9, "a note"),)))
    library.refresh()
    yield library
    library.close()


@pytest.fixture
def second(owner: Library, new_window: Callable[[], Desk], archive: Path) -> Iterator[Desk]:
    """Return a person at the second window."""
    made = new_window()
    assert made.window.session.open(archive)
    made.settle()
    yield made
    made.window.close()


def test_the_second_window_says_that_it_only_reads(second: Desk) -> None:
    window = second.window
    assert window.read_only_bar.isVisible()
    assert "another Liaison" in window.read_only_bar.sentence
    assert "read only" in window.windowTitle()
    assert "Read only" in window.status._saved.text()
    assert second.view.isVisible()
    second.search("Manila")
    assert window.search_panel.isVisible()


def test_what_writes_is_disabled_and_says_why(second: Desk) -> None:
    for row in ROWS:
        action = second.window.actions_by_id[row.id]
        if row.writes:
            assert not action.isEnabled()
            assert "another Liaison" in action.toolTip()
    for identity in ("export_notes", "find_in_document", "back_up", "check_archive", "open_archive"):
        assert second.window.actions_by_id[identity].isEnabled()


def test_notes_can_be_read_and_not_changed(second: Desk) -> None:
    second.window.annotations_panel.choose(second.marks[0].id)
    editor = part_of(second.window.annotations_panel, AnnotationEditor)
    note = part_of(editor, QPlainTextEdit)
    assert note.toPlainText() == "a note"
    QTest.keyClicks(note, "more")
    second.window.annotations_panel.flush()
    assert second.marks[0].note == "a note"
    delete = next(button for button in editor.findChildren(QPushButton) if "Delete" in button.text())
    assert not delete.isEnabled()


def test_what_slips_through_is_answered_with_a_sentence(second: Desk, told: list[str], tmp_path: Path) -> None:
    second.window.import_chores.import_paths([tmp_path / "some.txt"])
    mark = second.library.new_annotation(second.library.documents()[0].id, 0, 5)
    assert not second.window.session.edit(AddAnnotations((mark,)))
    assert len(told) == 2
    assert all("another Liaison" in sentence for sentence in told)
    assert len(second.marks) == 1


def test_trying_again_opens_the_archive_for_writing(second: Desk, owner: Library) -> None:
    owner.close()
    QTest.mouseClick(second.window.read_only_bar.action, Qt.MouseButton.LeftButton)
    second.settle()
    assert second.window.read_only_bar.isHidden()
    assert second.window.actions_by_id["import_files"].isEnabled()
    assert second.window.actions_by_id["import_files"].toolTip() == "Import files"
    assert "read only" not in second.window.windowTitle()
    second.open("A Meeting in Manila")
    second.mark("Asia")
    assert len(second.marks) == 2
