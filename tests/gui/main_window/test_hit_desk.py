"""The menu over hits, by mouse and key, in both lists: opened, opened beside, marked, copied."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QMenu

from gui.widgets.choosing_view import ChoosingListView
from gui.widgets.concordance_view import ConcordanceView
from gui.widgets.hit_menu import HitMenu
from storage.domain.annotation import Colour
from tests.gui.conftest import part_of
from tests.gui.main_window.conftest import Desk

Lists = tuple[QAbstractItemView, HitMenu]


def passages(desk: Desk) -> Lists:
    panel = desk.window.search_panel
    return part_of(panel, ChoosingListView), panel.hit_menu


def lines(desk: Desk) -> Lists:
    desk.window.search_panel.show_view(1)
    desk.settle()
    panel = desk.window.concordance_panel
    return part_of(panel, ConcordanceView), panel.hit_menu


@pytest.fixture
def found(desk: Desk) -> Desk:
    desk.search("thanked")
    return desk


def come_to_hit(desk: Desk, lists: Callable[[Desk], Lists]) -> Lists:
    """Bring the keyboard to the row of the only hit without going to it."""
    view, menu = lists(desk)
    model = view.model()
    row = next(row for row in range(model.rowCount()) if is_hit(view, menu, row))
    view.setFocus()
    view.setCurrentIndex(model.index(row, view.currentIndex().column() if view.currentIndex().isValid() else 0))
    desk.open("A Meeting in Manila")
    desk.settle()
    return view, menu


def is_hit(view: QAbstractItemView, menu: HitMenu, row: int) -> bool:
    hit = menu._hit(view.model().index(row, 0))
    return hit is not None and hit.span is not None


def choose(menu: QMenu, *words: str) -> None:
    for word in words[:-1]:
        menu = next(inner for inner in menu.findChildren(QMenu) if inner.title() == word)
    next(action for action in menu.actions() if action.text() == words[-1]).trigger()


def test_a_document_that_a_hit_opens_is_searched_once(found: Desk) -> None:
    _, menu = come_to_hit(found, passages)
    tabs = found.window.tabs
    for view in tabs.views():
        tabs.close_view(view)
    told: list[int] = []
    tabs.view_added.connect(lambda view: view.pane.walker.hits_changed.connect(lambda hits: told.append(len(hits))))
    choose(menu.build(), "Open")
    found.settle()
    assert [number for number in told if number] == [1]
    assert found.view.hit_position().number == 1
    choose(menu.build(), "Open")
    found.settle()
    assert found.view.hit_position().number == 1


@pytest.mark.parametrize("lists", [passages, lines])
def test_a_hit_is_opened_beside_what_is_read(found: Desk, lists: Callable[[Desk], Lists]) -> None:
    _, menu = come_to_hit(found, lists)
    choose(menu.build(), "Open beside")
    found.settle()
    assert found.window.tabs.sides.is_divided
    assert found.view.document is not None
    assert found.view.document.title == "Greetings"


@pytest.mark.parametrize("lists", [passages, lines])
def test_a_hit_is_marked_without_being_opened(found: Desk, lists: Callable[[Desk], Lists]) -> None:
    _, menu = come_to_hit(found, lists)
    choose(menu.build(), "Mark this hit", "Green")
    found.settle()
    assert [(mark.anchor.quote, mark.colour) for mark in found.marks] == [("thanked", Colour.GREEN)]
    assert found.view.document is not None
    assert found.view.document.title == "A Meeting in Manila"
    found.window.actions_by_id["undo"].trigger()
    assert found.marks == ()


@pytest.mark.parametrize("lists", [passages, lines])
def test_a_quote_is_copied_with_its_reference(found: Desk, lists: Callable[[Desk], Lists]) -> None:
    _, menu = come_to_hit(found, lists)
    choose(menu.build(), "Copy quote with reference")
    found.settle()
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("“The Communist Party of Cuba thanked the Communist Party of China in 2001.”")
    assert "Greetings" in copied
    assert copied.endswith("¶ 2")
    choose(menu.build(), "Copy")
    assert "thanked" in QGuiApplication.clipboard().text()


@pytest.mark.parametrize("lists", [passages, lines])
def test_the_menu_key_opens_it_below_the_row(found: Desk, lists: Callable[[Desk], Lists]) -> None:
    view, _ = come_to_hit(found, lists)
    middle = view.viewport().rect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, middle, view.viewport().mapToGlobal(middle))
    QApplication.sendEvent(view.viewport(), event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    row = view.visualRect(view.currentIndex())
    assert menu.pos().y() <= view.viewport().mapToGlobal(QPoint(0, row.bottom())).y() + 2
    menu.close()


def test_a_right_click_chooses_a_row_and_opens_nothing(found: Desk) -> None:
    view, _ = come_to_hit(found, passages)
    before = found.window.tabs.shown
    place = view.visualRect(view.currentIndex()).center()
    view.setCurrentIndex(view.model().index(-1, 0))
    QTest.mouseClick(view.viewport(), Qt.MouseButton.RightButton, pos=place)
    found.settle()
    assert view.currentIndex().isValid()
    assert found.window.tabs.shown == before
