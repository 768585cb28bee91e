"""Undo and redo go through the journal, so that they also work after a restart."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from gui.undo import UndoStack
from storage.domain.ids import AnnotationId, DocumentId
from storage.edits import AddAnnotations, ChangeAnnotations
from storage.library import Library
from storage.use_cases import notes


def new_mark(library: Library, quote: str, note: str = "") -> AddAnnotations:
    document = library.documents()[0].id
    start, end = library.place_quote(document, quote)
    return AddAnnotations((library.new_annotation(document, start, end, note),))


def quotes(library: Library) -> list[str]:
    return [mark.anchor.quote for mark in library.annotations()]


@pytest.fixture
def undo(qtbot: QtBot, filled: Library) -> UndoStack:
    made = UndoStack()
    made.set_library(filled)
    return made


def test_an_edit_is_applied_undone_and_redone(qtbot: QtBot, undo: UndoStack, filled: Library) -> None:
    edit = new_mark(filled, "An emoji \U0001f600")
    with qtbot.wait_signal(undo.applied) as told:
        assert undo.apply(edit)
    assert told.args is not None
    assert told.args[0].annotations == {edit.annotations[0].id}
    assert undo.stack.undoText() == "add mark"
    undo.stack.undo()
    assert quotes(filled) == []
    assert undo.stack.redoText() == "add mark"
    undo.stack.redo()
    assert quotes(filled) == ["An emoji \U0001f600"]


def test_edits_of_a_former_session_are_undone_and_redone(qtbot: QtBot, undo: UndoStack, filled: Library) -> None:
    undo.apply(new_mark(filled, "met in Manila"))
    undo.apply(new_mark(filled, "sent greetings"))
    undo.stack.undo()
    filled.close()
    reopened = Library.open(filled.path)
    later = UndoStack()
    later.set_library(reopened)
    assert (later.stack.canUndo(), later.stack.canRedo()) == (True, True)
    later.stack.redo()
    assert sorted(quotes(reopened)) == ["met in Manila", "sent greetings"]
    later.stack.undo()
    later.stack.undo()
    assert quotes(reopened) == []
    assert not later.stack.canUndo()
    reopened.close()


def test_filling_the_stack_changes_nothing(qtbot: QtBot, undo: UndoStack, filled: Library) -> None:
    undo.apply(new_mark(filled, "met in Manila"))
    undo.stack.undo()
    with qtbot.assert_not_emitted(undo.applied):
        undo.set_library(filled)
    assert quotes(filled) == []
    assert undo.stack.canRedo()


def test_a_new_edit_takes_the_place_of_what_was_undone(undo: UndoStack, filled: Library) -> None:
    undo.apply(new_mark(filled, "met in Manila"))
    undo.stack.undo()
    undo.apply(new_mark(filled, "sent greetings"))
    assert not undo.stack.canRedo()
    undo.stack.undo()
    assert quotes(filled) == []
    undo.stack.redo()
    assert quotes(filled) == ["sent greetings"]


def test_an_edit_that_fails_leaves_the_stack_as_it_was(qtbot: QtBot, undo: UndoStack, filled: Library) -> None:
    undo.apply(new_mark(filled, "met in Manila"))
    mark = filled.annotations()[0]
    gone = ChangeAnnotations((type(mark)(AnnotationId("0" * 32), DocumentId(999), mark.text_version, mark.anchor,
                                         mark.created, mark.changed),))  # fmt: skip
    with qtbot.wait_signal(undo.failed) as told:
        assert not undo.apply(gone)
    assert told.args is not None
    assert str(told.args[0]).endswith(".")
    assert undo.stack.count() == 1
    assert undo.stack.undoText() == "add mark"
    undo.stack.undo()
    assert quotes(filled) == []


def test_without_an_archive_nothing_is_applied(undo: UndoStack, filled: Library, tmp_path: Path) -> None:
    edit = new_mark(filled, "met in Manila")
    undo.set_library(None)
    assert not undo.apply(edit)
    assert undo.stack.count() == 0


@pytest.fixture
def all_are_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(notes, "_LARGE_EDIT_CHARACTERS", 0)


@pytest.mark.usefixtures("all_are_large")
def test_a_large_edit_is_undone_and_redone_off_the_windows_thread(
    qtbot: QtBot, undo: UndoStack, filled: Library
) -> None:
    edit = new_mark(filled, "met in Manila")
    undo.apply(edit)
    words: list[str] = []
    undo.stepping.connect(words.append)
    with qtbot.wait_signal(undo.applied) as told:
        undo.undo()
        assert undo.lane.busy
    assert told.args is not None
    assert told.args[0].annotations == {edit.annotations[0].id}
    assert (quotes(filled), undo.stack.canUndo(), undo.stack.redoText()) == ([], False, "add mark")
    with qtbot.wait_signal(undo.applied):
        undo.redo()
    assert quotes(filled) == ["met in Manila"]
    assert words == ["add mark", "", "add mark", ""]
    undo.lane.close()


@pytest.mark.usefixtures("all_are_large")
def test_nothing_else_is_changed_while_a_large_edit_is_undone(qtbot: QtBot, undo: UndoStack, filled: Library) -> None:
    undo.apply(new_mark(filled, "met in Manila"))
    said: list[str] = []
    undo.failed.connect(said.append)
    with qtbot.wait_signal(undo.applied):
        undo.undo()
        assert not undo.apply(new_mark(filled, "sent greetings"))
        undo.undo()
    assert len(said) == 2
    assert quotes(filled) == []
    assert undo.apply(new_mark(filled, "sent greetings"))
    undo.lane.close()


def test_what_is_small_is_undone_at_once(undo: UndoStack, filled: Library) -> None:
    undo.apply(new_mark(filled, "met in Manila"))
    undo.undo()
    assert quotes(filled) == []
    undo.redo()
    assert quotes(filled) == ["met in Manila"]


def test_a_stack_that_is_filled_tells_once_where_it_stands(qtbot: QtBot, undo: UndoStack, filled: Library) -> None:
    for quote in ("met in Manila", "sent greetings"):
        undo.apply(new_mark(filled, quote))
    undo.undo()
    told: list[object] = []
    later = UndoStack()
    for signal in (
        later.stack.indexChanged,
        later.stack.canUndoChanged,
        later.stack.undoTextChanged,
        later.stack.canRedoChanged,
        later.stack.redoTextChanged,
    ):
        signal.connect(told.append)
    later.set_library(filled)
    assert sorted(told, key=str) == sorted([1, True, "add mark", True, "add mark"], key=str)
    later.undo()
    assert quotes(filled) == []
    assert told[5:], "what is undone later is told as well"
