"""What the window's own menus do: panels by keys, commands, the list of keys."""

from collections.abc import Callable

from PySide6.QtWidgets import QApplication, QLabel

from gui.dialogs.command_palette import CommandPalette
from gui.dialogs.settings import SettingsDialog
from gui.dialogs.shortcuts import ShortcutsDialog
from storage.settings import load_settings
from tests.gui.main_window.conftest import Desk
from tests.gui.test_actions import ASKED_FOR


def panel_with_focus(desk: Desk) -> str:
    """Return the name of the part of the window that has the keyboard."""
    focused = QApplication.focusWidget()
    assert focused is not None
    window = desk.window
    parts = {
        "search": window.search_field,
        "tree": window.tree_panel,
        "documents": window.documents_panel,
        "text": window.tabs,
        "marks": window.annotations_panel,
        "passages": window.search_panel,
    }
    return next(name for name, part in parts.items() if part is focused or part.isAncestorOf(focused))


def test_f6_goes_round_the_panels_and_shift_f6_back(desk: Desk) -> None:
    desk.search("communist")
    order = []
    for _ in range(5):
        order.append(panel_with_focus(desk))
        desk.press("F6")
    assert order == ["search", "tree", "text", "marks", "passages"]
    assert panel_with_focus(desk) == "search"
    for name in reversed(order):
        desk.press("Shift+F6")
        assert panel_with_focus(desk) == name


def test_f6_reaches_what_the_keys_can_move_in(desk: Desk) -> None:
    desk.window.sections.setCurrentIndex(1)
    desk.window.search_field.setFocus()
    desk.press("F6")
    assert panel_with_focus(desk) == "documents"
    desk.press("Down")
    desk.press("Down")
    assert desk.view.document is not None
    assert desk.view.document.title == desk.titles(desk.window.documents_panel)[-1]


def test_the_list_of_keys_has_all_that_a_reader_looks_for(desk: Desk, answer: Callable[..., None]) -> None:
    listed: set[str] = set()

    def read(dialog: ShortcutsDialog) -> None:
        model = dialog.table.model()
        for row in range(model.rowCount()):
            cell = model.index(row, 1).data()
            listed.update((cell, *cell.split(", ")))

    answer(ShortcutsDialog, read)
    desk.press("Ctrl+F1")
    assert listed >= {*ASKED_FOR.values(), "Esc"}


def test_a_command_is_chosen_by_part_of_its_name(desk: Desk, answer: Callable[..., None]) -> None:
    desk.open("A Meeting in Manila")

    def choose(dialog: CommandPalette) -> None:
        dialog.field.setText("greet")
        desk.wait_for(lambda: dialog.list.count() > 0)
        dialog.accept()

    answer(CommandPalette, choose)
    desk.press("Ctrl+K")
    assert desk.view.document is not None
    assert desk.view.document.title == "Greetings"


def test_a_party_is_chosen_by_part_of_its_name(desk: Desk, answer: Callable[..., None]) -> None:
    def choose(dialog: CommandPalette) -> None:
        dialog.field.setText("workers' party of korea")
        desk.wait_for(lambda: dialog.list.count() > 0)
        dialog.accept()

    answer(CommandPalette, choose)
    desk.press("Ctrl+K")
    desk.settle()
    said = [label.text() for label in desk.window.entity_panel.findChildren(QLabel) if label.isVisible()]
    assert "Workers' Party of Korea" in said


def test_chosen_settings_are_kept(desk: Desk, answer: Callable[..., None]) -> None:
    def choose(dialog: SettingsDialog) -> None:
        dialog.theme.setCurrentIndex(dialog.theme.findData("contrast"))
        dialog.accept()

    answer(SettingsDialog, choose)
    desk.press("Ctrl+,")
    assert desk.window.settings.theme == "contrast"
    assert load_settings()[0] == desk.window.settings


def test_panels_can_be_hidden_and_put_back(desk: Desk) -> None:
    desk.window.left_dock.toggleViewAction().trigger()
    assert not desk.window.left_dock.isVisible()
    desk.window.actions_by_id["reset_panels"].trigger()
    assert desk.window.left_dock.isVisible()
    assert desk.window.right_dock.isVisible()


def test_the_palette_says_the_keys_of_a_command(desk: Desk, answer: Callable[..., None]) -> None:
    rows: list[str] = []
    answer(CommandPalette, lambda palette: rows.extend(palette.list.item(row).text() for row in range(20)))
    desk.window.actions_by_id["show_commands"].trigger()
    assert "Import files  ·  Command  ·  Ctrl+I" in rows
