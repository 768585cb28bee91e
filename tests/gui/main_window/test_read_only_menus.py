"""Nothing that would change an archive is offered while it may only be read: all actions, menus and buttons.

What is neither disabled nor named here as reading fails a test, so that whoever adds something says which it is.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QListView, QMenu, QToolButton, QTreeView, QWidget

from gui.actions import ROWS
from gui.dialogs.changed_files import ChangedFilesDialog
from gui.viewer.text_view import TextView
from storage.edits import AddAnnotations
from storage.library import Library
from tests.gui.conftest import part_of
from tests.gui.main_window.conftest import Desk, find_row

MENUS_THAT_READ = {
    "Also show what no text mentions", "Annotations", "By name", "Copy", "Copy the lines", "Everywhere",
    "Founding texts", "Group by", "Here", "Import", "In the scheme's order", "In this document",
    "Most documents first", "Most mentions first", "Order by", "Regions and documents", "Save as CSV…", "Save log…",
    "Search results", "Show the marks", "Toolbar", "UN M49", "by colour", "by day", "by document", "by entity",
    "by tag", "changed last", "colour", "newest first", "not grouped", "oldest first", "place in the text",
    "this document", "whole archive",
}  # fmt: skip
BUTTONS_THAT_READ = {
    "All", "Any", "Cancel the import", "Clear the field", "Count only the documents that the search has found",
    "Go to the next mention in the texts", "Group and order the list", "Hide this panel",
    "List the marks that are linked to this",
    "Narrowed to ; press to show all", "Next mention", "Previous mention", "Save log", "Scheme of regions",
    "Scroll Left", "Scroll Right", "Search all texts for this name", "Show how the note will look",
    "Sort the rows of each level", "Who changed this mark, what and when", "Whose marks are shown",
    "Without text · 0",
}  # fmt: skip


@pytest.fixture
def reader(archive: Path, new_window: Callable[[], Desk]) -> Iterator[Desk]:
    """Return a person at a window that may only read an archive with a mark, a tag and documents."""
    owner = Library.open(archive)
    document = owner.documents()[0].id
    owner.apply(AddAnnotations((owner.new_annotation(document, 2, 9, "a note", ("tag",)),)))
    owner.refresh()
    made = new_window()
    assert made.window.session.open(archive)
    made.settle()
    yield made
    made.window.close()
    owner.close()


def words_of(action: QAction) -> str:
    return action.text().replace("&", "")


def all_actions(menu: QMenu) -> Iterator[QAction]:
    for action in menu.actions():
        below = action.menu()
        if isinstance(below, QMenu):
            yield from all_actions(below)
        elif not action.isSeparator():
            yield action


def assert_only_reads(menu: QMenu, reason: str) -> None:
    """Check that a menu holds something, and that what would change the archive is disabled and says why."""
    actions = list(all_actions(menu))
    assert actions
    for action in actions:
        words = words_of(action)
        if words in MENUS_THAT_READ or words.startswith(("Search everywhere for", "“")):
            assert action.isEnabled(), words
        else:
            assert not action.isEnabled(), words
            assert reason in action.toolTip(), words


def reason_of(desk: Desk) -> str:
    reason = desk.window.read_only_bar.sentence
    assert "another Liaison" in reason
    return reason


def test_rows_of_the_tree_and_schemes(reader: Desk) -> None:
    panel = reader.window.tree_panel
    tree = part_of(panel, QTreeView)
    assert_only_reads(panel.menu.build(), reason_of(reader))
    for name in ("Asia", "Cuba"):
        tree.setCurrentIndex(find_row(tree, name))
        assert_only_reads(panel.menu.build(), reason_of(reader))
    schemes = next(button for button in panel.findChildren(QToolButton) if "Scheme" in button.accessibleName())
    (menu,) = menus_of(schemes)
    assert_only_reads(menu, reason_of(reader))
    assert tree.dragDropMode() is QAbstractItemView.DragDropMode.NoDragDrop


def test_codes(reader: Desk) -> None:
    panel = reader.window.tags_panel
    tree = part_of(panel, QTreeView)
    assert_only_reads(panel.menu.build(), reason_of(reader))
    panel.choose("tag")
    assert_only_reads(panel.menu.build(), reason_of(reader))
    assert tree.dragDropMode() is QAbstractItemView.DragDropMode.NoDragDrop


def test_selections_marks_and_mentions(reader: Desk) -> None:
    view = reader.open("A Meeting in Manila")
    assert_only_reads(view.menu.build(reader.marks[0].anchor.start), reason_of(reader))
    reader.search("Manila")
    reader.select("Communist Party of China")
    for words in ("Manila", "Communist Party of China"):
        assert_only_reads(view.menu.build(reader.text.index(words)), reason_of(reader))


def test_the_ends_of_a_mark_cannot_be_dragged(reader: Desk, told: list[str]) -> None:
    reader.open("A Meeting in Manila")
    mark = reader.marks[0]
    reader.view.set_active_annotation(mark.id)
    view = part_of(reader.view, TextView)
    end = reader.place_of(mark.anchor.end)
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=end)
    QTest.mouseMove(view.viewport(), end + QPoint(60, 0))
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=end + QPoint(60, 0))
    assert told == []
    assert view.layers.stretched is None


def test_documents(reader: Desk) -> None:
    panel = reader.window.documents_panel
    view = part_of(panel, QListView)
    view.setCurrentIndex(view.model().index(0, 0))
    view.customContextMenuRequested.emit(view.visualRect(view.currentIndex()).center())
    menu = panel.findChildren(QMenu)[-1]
    assert_only_reads(menu, reason_of(reader))
    menu.close()


def test_every_other_action_and_button(reader: Desk) -> None:
    window = reader.window
    window.annotations_panel.choose(reader.marks[0].id)
    titles = {menu.title().replace("&", "") for menu in window.menus.values()}
    in_table = set(window.actions_by_id.values())
    shut = {menu for button in window.findChildren(QToolButton) if not button.isEnabled() for menu in menus_of(button)}
    for action in window.findChildren(QAction):
        is_shut = any(widget in shut for widget in action.associatedObjects()) or action.menu() in shut
        if action.isEnabled() and words_of(action) and action not in in_table and not is_shut:
            assert words_of(action) in MENUS_THAT_READ | titles
    panels: tuple[QWidget, ...] = (
        window.annotations_panel, window.documents_panel, window.node_documents, window.entity_panel,
        window.import_panel, window.tags_panel, window.tree_panel,
    )  # fmt: skip
    for panel in panels:
        enabled = [button for button in panel.findChildren(QAbstractButton) if button.isEnabled()]
        names = {button.accessibleName() or button.text() or button.toolTip() for button in enabled} - {""}
        assert names <= BUTTONS_THAT_READ


def menus_of(button: QToolButton) -> set[QMenu]:
    menu = button.menu()
    return {menu, *menu.findChildren(QMenu)} if isinstance(menu, QMenu) else set()


def test_files_that_changed_can_be_looked_at_and_not_imported(reader: Desk, answer, tmp_path: Path) -> None:
    seen: list[tuple[bool, str]] = []

    def look(dialog: ChangedFilesDialog) -> None:
        seen.append((dialog._import.isEnabled(), dialog._import.toolTip()))

    answer(ChangedFilesDialog, look)
    reader.window.actions_by_id["check_sources"].trigger()
    reader.settle()
    ((enabled, reason),) = seen
    assert not enabled
    assert reason_of(reader) in reason


def test_what_writes_is_marked_so_in_the_table(reader: Desk) -> None:
    """Trying everything that is enabled and asks nothing changes nothing and is never refused."""
    asking = {"new_archive", "open_archive", "try_sample", "import_notes", "export_notes", "back_up", "restore_backup",
              "salvage_archive", "close_archive", "quit_program", "open_settings", "go_to_place", "check_sources",
              "show_guide", "show_commands", "show_shortcuts", "show_news", "report_problem", "show_about"}  # fmt: skip
    before = reader.library.annotations(), reader.library.documents(), reader.library.codebook()
    for row in ROWS:
        action = reader.window.actions_by_id[row.id]
        if action.isEnabled() and row.id not in asking:
            action.trigger()
            reader.settle()
    assert (reader.library.annotations(), reader.library.documents(), reader.library.codebook()) == before
