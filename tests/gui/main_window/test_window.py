"""The whole window: from the first start to closing and opening again."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QTableView

from gui.widgets.tag_field import TagField
from storage.library import Library
from storage.settings import Settings, load_settings
from tests.conftest import TEXT
from tests.gui.conftest import OTHER_TEXT, part_of
from tests.gui.main_window.conftest import Desk

AWKWARD = "emoji \U0001f600, a NO-BREAK\u00a0SPACE, a combining e\u0301 and \U00020000 beyond"
NewWindow = Callable[..., Desk]


def drop(desk: Desk, *paths: Path) -> None:
    """Drag files onto the window and let go of them."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPointF(300, 300).toPoint(), copy, data, left, none)
    QApplication.sendEvent(desk.window, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(desk.window, QDropEvent(QPointF(300, 300), copy, data, left, none))
    desk.settle()


def test_the_sample_fills_the_tree_from_the_start_page(new_window: NewWindow) -> None:
    desk = new_window()
    page = desk.window.start_page
    assert page.isVisible()
    assert not desk.window.left_dock.isVisible()
    QTest.mouseClick(page.sample_button, Qt.MouseButton.LeftButton)
    desk.settle()
    assert not page.isVisible()
    assert desk.library.statistics().documents >= 8
    regions = desk.library.tree()
    assert {"Asia", "Africa", "Latin America"} <= {region.name for region in regions}
    assert sum(region.mentions > 0 for region in regions) >= 4
    assert desk.window.tabs.count() == 1
    assert desk.window.windowTitle().startswith("Sample archive")
    desk.window.close()


def test_a_window_that_awaits_an_archive_claims_nothing_until_it_is_there(
    new_window: NewWindow, tmp_path: Path
) -> None:
    desk = new_window()
    window = desk.window
    path = tmp_path / "awaited.liaison"
    Library.create(path).close()
    panels = (window.section_pages, window.annotations_panel, window.entity_panel)
    window.await_archive(path)
    assert window.left_dock.isVisible()
    assert window.windowTitle().startswith("awaited")
    assert not window.start_page.isVisible()
    assert not any(panel.isVisible() for panel in panels)
    left = window.left_dock.width()
    assert window.session.open(path)
    desk.settle()
    assert all(panel.isVisible() for panel in panels)
    assert window.left_dock.width() == left
    assert window.status.currentMessage() == ""
    window.close()


def test_the_start_page_comes_back_when_the_awaited_archive_cannot_be_opened(
    new_window: NewWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = new_window()
    said: list[str] = []
    monkeypatch.setattr("gui.messages.show_problem", lambda _window, sentence: said.append(sentence))
    path = tmp_path / "broken.liaison"
    path.write_bytes(b"this is no archive")
    desk.window.await_archive(path)
    desk.window.open_awaited(path)
    assert desk.window.start_page.isVisible()
    assert not desk.window.left_dock.isVisible()
    assert "broken.liaison" in said[0]
    desk.window.close()


def test_the_sample_is_made_once(new_window: NewWindow) -> None:
    desk = new_window()
    desk.window.actions_by_id["try_sample"].trigger()
    desk.settle()
    documents = desk.library.statistics().documents
    desk.window.actions_by_id["close_archive"].trigger()
    assert desk.window.start_page.isVisible()
    desk.window.actions_by_id["try_sample"].trigger()
    desk.settle()
    assert desk.library.statistics().documents == documents
    desk.window.close()


def test_what_was_selected_is_what_is_marked(desk: Desk) -> None:
    desk.open("A Meeting in Manila")
    start = desk.text.index(AWKWARD)
    mark = desk.mark(AWKWARD)
    assert (mark.anchor.start, mark.anchor.end) == (start, start + len(AWKWARD))
    assert mark.anchor.quote == AWKWARD
    assert desk.text[mark.anchor.start : mark.anchor.end] == AWKWARD


@pytest.mark.parametrize("words", ["\U0001f600", "K\u00a0S", "e\u0301", "\U00020000", "\U00020000 beyond"])
def test_single_characters_are_marked_as_selected(desk: Desk, words: str) -> None:
    desk.open("A Meeting in Manila")
    assert desk.mark(words).anchor.quote == words


def test_everything_is_there_again_after_reopening_and_can_be_undone(new_window: NewWindow, archive: Path) -> None:
    first = new_window()
    first.window.session.open(archive)
    first.settle()
    first.open("A Meeting in Manila")
    first.mark("parties from all over Asia")
    first.press("Ctrl+M")
    made = first.marks
    first.window.close()

    second = new_window(load_settings()[0])
    second.window.session.open(Path(second.window.settings.last_archive))
    second.settle()
    assert second.marks == made
    second.press("Ctrl+Z")
    assert second.marks == ()
    second.press("Ctrl+Shift+Z")
    assert [mark.id for mark in second.marks] == [mark.id for mark in made]
    second.window.close()


def test_a_note_that_is_still_being_typed_is_saved_when_the_window_closes(desk: Desk, archive: Path) -> None:
    desk.open("A Meeting in Manila")
    desk.select("all over Asia")
    desk.press("Ctrl+M")
    QTest.keyClicks(desk.window.focusWidget(), "who exactly?")
    desk.window.close()
    with_note = Library.open(archive)
    assert [mark.note for mark in with_note.annotations()] == ["who exactly?"]
    with_note.close()


@pytest.mark.parametrize("leave", ["close_archive", "try_sample"])
def test_a_note_that_is_still_being_typed_is_saved_when_the_archive_closes(
    desk: Desk, archive: Path, leave: str
) -> None:
    desk.open("A Meeting in Manila")
    desk.mark("all over Asia")
    tags = part_of(desk.window.annotations_panel, TagField)
    tags.setFocus()
    QTest.keyClicks(tags, "place")
    desk.window.actions_by_id[leave].trigger()
    desk.settle()
    left = Library.open(archive)
    assert [mark.tags for mark in left.annotations()] == [("place",)]
    left.close()


def test_files_dropped_on_the_window_are_imported(desk: Desk, tmp_path: Path) -> None:
    folder = tmp_path / "papers"
    folder.mkdir()
    (folder / "one.txt").write_text("One\n\nThe Communist Party of Cuba.", encoding="utf-8")
    two = tmp_path / "two.txt"
    two.write_text("Two\n\nThe Workers' Party of Korea.", encoding="utf-8")
    drop(desk, folder, two)
    assert {document.title for document in desk.library.documents()} >= {"One", "Two"}
    assert "One" in desk.titles(desk.window.documents_panel)
    assert "2 files imported" in desk.window.status.currentMessage()


def test_an_archive_dropped_on_the_window_is_opened(desk: Desk, tmp_path: Path) -> None:
    Library.create(tmp_path / "other.liaison", "Other").close()
    drop(desk, tmp_path / "other.liaison")
    assert desk.library.title == "Other"


def test_files_dropped_without_an_archive_are_answered_with_what_to_do(
    new_window: NewWindow, tmp_path: Path, told: list[str]
) -> None:
    desk = new_window()
    file = tmp_path / "one.txt"
    file.write_text(TEXT, encoding="utf-8")
    drop(desk, file)
    assert len(told) == 1
    assert "archive" in told[0]
    desk.window.close()


def test_files_that_cannot_be_read_are_named_with_what_to_do(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 40)
    (tmp_path / "good.txt").write_text("Good\n\nText.", encoding="utf-8")
    drop(desk, *(tmp_path / name for name in ("empty.txt", "binary.txt", "good.txt")))
    assert desk.window.import_dock.isVisible()
    model = part_of(desk.window.import_panel, QTableView).model()
    seen = [[model.index(row, column).data() for column in (0, 1)] for row in range(model.rowCount())]
    assert [name for name, _ in seen] == ["empty.txt", "binary.txt"]
    assert all(reason.startswith("The file is ") and reason.endswith(".") for _, reason in seen)
    assert "Good" in [document.title for document in desk.library.documents()]


def test_an_archive_that_is_refused_leaves_the_open_one(
    desk: Desk, tmp_path: Path, told: list[str], pick: Callable[[str, object], None]
) -> None:
    damaged = tmp_path / "damaged.liaison"
    damaged.write_bytes(b"not an archive at all")
    desk.open("A Meeting in Manila")
    pick("getOpenFileName", str(damaged))
    desk.press("Ctrl+O")
    assert len(told) == 1
    assert "damaged.liaison" in told[0]
    assert desk.library.title == "Trial"
    assert desk.view.isVisible()
    assert damaged.read_bytes() == b"not an archive at all"


def test_recent_archives_are_offered_after_closing(desk: Desk, archive: Path) -> None:
    desk.window.actions_by_id["close_archive"].trigger()
    page = desk.window.start_page
    recent = next(button for button in page.findChildren(QPushButton) if button.text() == archive.stem)
    QTest.mouseClick(recent, Qt.MouseButton.LeftButton)
    desk.settle()
    assert desk.library.path == archive


def test_actions_can_be_used_when_there_is_something_to_use_them_on(new_window: NewWindow, archive: Path) -> None:
    desk = new_window()
    actions = desk.window.actions_by_id
    assert actions["open_archive"].isEnabled()
    assert not actions["import_files"].isEnabled()
    assert not actions["mark_yellow"].isEnabled()
    assert not actions["undo"].isEnabled()
    desk.window.session.open(archive)
    desk.settle()
    assert actions["import_files"].isEnabled()
    assert actions["mark_yellow"].isEnabled()
    desk.window.tabs.close_all()
    assert not actions["mark_yellow"].isEnabled()
    desk.window.close()


def test_every_action_stands_in_its_menu(desk: Desk) -> None:
    in_menus = {action.objectName() for menu in desk.window.menus.values() for action in menu.actions()}
    assert set(desk.window.actions_by_id) <= in_menus


def test_other_colours_reach_every_part(desk: Desk) -> None:
    desk.window.apply_settings(Settings(theme="dark"))
    paper = desk.window.theme.paper
    desk.wait_for(lambda: not desk.window.dressing.is_under_way)
    assert desk.text_view.palette().base().color() == paper
    assert desk.view.isVisible()
    assert load_settings()[0].theme == "dark"


def test_the_first_document_of_an_import_into_an_empty_archive_is_shown(new_window: NewWindow, tmp_path: Path) -> None:
    desk = new_window()
    assert desk.window.session.create(tmp_path / "empty.liaison")
    desk.settle()
    assert desk.window.tabs.shown is None
    file = tmp_path / "greetings.txt"
    file.write_text(OTHER_TEXT, encoding="utf-8")
    drop(desk, file)
    assert desk.text == OTHER_TEXT
    desk.window.close()


def test_the_search_field_is_there_only_with_an_archive(new_window: NewWindow, archive: Path) -> None:
    desk = new_window()
    assert not part_of(desk.window, QLineEdit).isEnabled()
    desk.window.session.open(archive)
    desk.settle()
    assert desk.window.search_field.isEnabled()
    desk.window.close()


def test_an_archive_that_is_awaited_leaves_the_panels_their_widths(desk: Desk, tmp_path: Path) -> None:
    window = desk.window
    window.session.close()
    window.await_archive(tmp_path / "other.liaison")
    window.resizeDocks([window.left_dock], [window.left_dock.width() + 40], Qt.Orientation.Horizontal)
    QTest.qWait(0)
    width = window.left_dock.width()
    assert window.session.create(tmp_path / "other.liaison")
    QTest.qWait(0)
    assert window.left_dock.width() == width
