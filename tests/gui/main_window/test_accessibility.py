"""Whoever uses the window by keyboard and screen reader finds everything, knows what it is, and sees where they are."""

import importlib
import pkgutil
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFontComboBox,
    QLineEdit,
    QScrollArea,
    QToolButton,
    QWidget,
)

import gui.dialogs
from gui.actions import ROWS
from gui.dialogs.checked_dialog import CheckedDialog
from gui.dialogs.form_dialog import FormDialog
from gui.dialogs.settings import SettingsDialog
from gui.viewer.margin import Margin
from gui.viewer.page_view import PageView
from gui.viewer.strip import Strip
from gui.widgets.painted_parts import PaintedParts
from gui.widgets.view_tabs import ViewTabs
from gui.widgets.year_chart import YearChart
from gui.widgets.year_chooser import YearChooser
from tests.gui.conftest import part_of
from tests.gui.main_window import every_window
from tests.gui.main_window.conftest import Desk
from tests.gui.main_window.every_window import (
    DIALOGS,
    accessible,
    in_words,
    said_name,
    shown_dialog,
    takes_the_keyboard,
)

STATES: dict[str, Callable[[Desk], object]] = {
    one.__name__: one
    for one in (
        every_window.read_and_mark,
        every_window.choose_several_marks,
        every_window.look_at_passages,
        every_window.look_at_lines,
        every_window.find_in_document,
        every_window.look_at_documents,
        every_window.look_at_codes,
        every_window.look_at_outline,
        every_window.look_at_pages,
        every_window.look_at_import,
        every_window.read_side_by_side,
    )
}
UNSAID = (QAccessible.Role.NoRole, QAccessible.Role.Client, QAccessible.Role.Window)


@pytest.fixture(scope="module", autouse=True)
def painted_parts(qapp: QApplication) -> PaintedParts:
    """Tell of painted parts as the program does."""
    return PaintedParts()


def is_said(widget: QWidget) -> str:
    """Return what a screen reader cannot say of a widget; empty where all is well."""
    name, role = said_name(widget), accessible(widget).role()
    description = accessible(widget).text(QAccessible.Text.Description)
    wrong = []
    if not name.strip():
        wrong.append("no name")
    # A frame that only scrolls what it holds has no role of its own in Qt.
    if role in UNSAID and type(widget) is not QScrollArea:
        wrong.append(f"role {role.name}")
    if "<" in name + description:
        wrong.append("markup is read out")
    return f"{in_words(widget)}: {', '.join(wrong)}" if wrong else ""


def tabbed(window: QWidget) -> list[QWidget]:
    """Press Tab until it comes round, and return where it led."""
    QTest.keyClick(window, Qt.Key.Key_Tab)
    visited: list[QWidget] = []
    while (at := window.focusWidget()) is not None and at not in visited:
        visited.append(at)
        QTest.keyClick(at, Qt.Key.Key_Tab)
    return visited


def all_dialogs(kind: type[QDialog] = QDialog) -> set[type[QDialog]]:
    found = {one for one in kind.__subclasses__() if one.__module__.startswith("gui.")}
    return found | {deeper for one in found for deeper in all_dialogs(one)}


def test_no_dialog_is_left_out() -> None:
    for module in pkgutil.iter_modules(gui.dialogs.__path__):
        importlib.import_module(f"gui.dialogs.{module.name}")
    only_bases = {one for one in all_dialogs() if one in (CheckedDialog, FormDialog) or one.__name__.startswith("_")}
    assert all_dialogs() - only_bases == set(DIALOGS)


def test_dialogs_say_what_they_hold_and_tab_comes_to_all_of_it(desk: Desk) -> None:
    wrong = []
    for kind in DIALOGS:
        dialog = shown_dialog(desk, kind)
        there = takes_the_keyboard(dialog)
        assert there
        assert dialog.windowTitle()
        wrong += [said for widget in there if (said := is_said(widget))]
        reached = tabbed(dialog)
        wrong += [f"Tab misses {in_words(one)}" for one in takes_the_keyboard(dialog) if one not in reached]
        dialog.close()
    assert "\n".join(wrong) == ""


@pytest.mark.parametrize("state", STATES)
def test_the_window_says_what_it_holds_and_tab_comes_to_all_of_it(desk: Desk, state: str) -> None:
    STATES[state](desk)
    there = takes_the_keyboard(desk.window)
    wrong = [said for widget in there if (said := is_said(widget))]
    reached = tabbed(desk.window)
    wrong += [f"Tab misses {in_words(one)}" for one in takes_the_keyboard(desk.window) if one not in reached]
    assert "\n".join(wrong) == ""


def test_crosses_of_fields_and_rows_of_tabs_have_names(desk: Desk) -> None:
    desk.search("greetings")
    crosses = [cross for field in desk.window.findChildren(QLineEdit) for cross in field.findChildren(QToolButton)]
    assert crosses
    assert {said_name(cross) for cross in crosses} == {"Clear the field"}
    tabs = [tabs for tabs in desk.window.findChildren(ViewTabs) if tabs.isVisible()]
    assert {said_name(one) for one in tabs} == {"Open documents"}


def test_parts_that_qt_makes_have_names(desk: Desk) -> None:
    assert said_name(desk.window.menuBar()) == "Menus"
    dialog = shown_dialog(desk, SettingsDialog)
    family = part_of(dialog, QFontComboBox).lineEdit()
    assert family is not None
    assert said_name(family) == "Font of documents"
    dialog.close()


def test_the_years_are_a_chart_with_a_name_and_its_counts(desk: Desk) -> None:
    popup = every_window.choose_years(desk)
    chooser = part_of(popup, YearChooser)
    assert [said for widget in takes_the_keyboard(popup) if (said := is_said(widget))] == []
    assert accessible(chooser).role() is QAccessible.Role.Chart
    assert accessible(chooser).text(QAccessible.Text.Value) == "1999: 1, 2001: 3"
    popup.close()


def test_painted_parts_say_what_they_show(desk: Desk) -> None:
    desk.mark("parties from all over Asia")
    desk.search("greetings")
    for kind, value in ((Strip, "1 mark, 1 hit"), (Margin, "1, 2, 3")):
        part = accessible(part_of(desk.view, kind))
        assert part.text(QAccessible.Text.Name)
        assert part.role() not in UNSAID
        assert part.text(QAccessible.Text.Value).startswith(value)
    chart = YearChart()
    desk.qtbot.add_widget(chart)
    chart.set_counts(((2001, 2),))
    assert accessible(chart).text(QAccessible.Text.Description) == "2001: 2"


def test_the_text_of_a_document_is_read_out_in_both_views(desk: Desk) -> None:
    text = accessible(desk.text_view).textInterface()
    assert "met in Manila" in text.text(0, text.characterCount())
    assert accessible(desk.text_view).role() is QAccessible.Role.EditableText
    every_window.look_at_pages(desk)
    pages = accessible(part_of(desk.view, PageView))
    assert pages.role() is QAccessible.Role.Document
    assert "Annual report" in pages.text(QAccessible.Text.Value)


def test_every_action_stands_in_a_menu_that_a_key_opens(desk: Desk) -> None:
    in_menus = {action for menu in desk.window.menus.values() for action in menu.actions()}
    assert {row.id for row in ROWS if desk.window.actions_by_id[row.id] not in in_menus} == set()
    titles = [menu.title() for menu in desk.window.menus.values()]
    letters = [title[title.index("&") + 1].lower() for title in titles]
    assert len(set(letters)) == len(letters)


def test_f6_goes_round_all_panels_and_back(desk: Desk) -> None:
    every_window.look_at_passages(desk)
    every_window.look_at_import(desk)
    desk.window.search_field.setFocus()
    stops = [stop for stop in desk.window.focus_stops() if stop.isVisible()]

    def round_by(keys: str) -> list[QWidget]:
        visited = []
        for _ in stops:
            desk.press(keys)
            at = desk.window.focusWidget()
            visited.append(next(stop for stop in stops if stop is at or stop.isAncestorOf(at)))
        return visited

    forward = round_by("F6")
    assert forward == [*stops[1:], stops[0]]
    assert round_by("Shift+F6") == [*reversed(stops[1:]), stops[0]]
