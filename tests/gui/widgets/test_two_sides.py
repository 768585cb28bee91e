"""Views on two sides: laid over their rooms, and moved without being made anew."""

from collections.abc import Callable

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QSplitter, QSplitterHandle, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from gui.tasks.collecting import taken_apart
from gui.widgets.tab_order import TabbedWindow
from gui.widgets.two_sides import TwoSides
from gui.widgets.view_tabs import ViewTabs
from tests.gui.conftest import part_of


class _View(QWidget):
    """A view with a field for the keyboard, which remembers what happens to it."""

    def __init__(self, sides: TwoSides) -> None:
        super().__init__(sides)
        self.told: list[QEvent.Type] = []
        self.field = QLineEdit(self)
        QVBoxLayout(self).addWidget(self.field)
        self.setFocusProxy(self.field)
        self.hide()

    @override
    def event(self, event: QEvent) -> bool:
        self.told.append(event.type())
        return super().event(event)


@pytest.fixture
def window(qtbot: QtBot) -> TabbedWindow:
    window = TabbedWindow()
    qtbot.add_widget(window)
    window.setCentralWidget(TwoSides(QColor("black")))
    window.resize(800, 400)
    with qtbot.wait_active(window):
        window.show()
        window.activateWindow()
    return window


@pytest.fixture
def sides(window: TabbedWindow) -> TwoSides:
    return part_of(window, TwoSides)


@pytest.fixture
def add(sides: TwoSides) -> Callable[[str], _View]:
    def add_view(title: str) -> _View:
        view = _View(sides)
        sides.add(view, title)
        sides.bring_to_front(view)
        return view

    return add_view


def _seen(sides: TwoSides) -> list[QWidget]:
    return [view for view in sides.views() if view.isVisible()]


def _is_in_its_room(sides: TwoSides, view: QWidget) -> bool:
    side = next(side for side in sides.findChildren(ViewTabs) if view in side.views())
    return view.geometry() == QRect(side.rooms.mapTo(sides, QPoint()), side.rooms.size())


def test_the_view_in_front_alone_is_seen_in_its_room(sides: TwoSides, add: Callable[[str], _View]) -> None:
    first, second = add("first"), add("second")
    assert _seen(sides) == [second]
    assert _is_in_its_room(sides, second)
    sides.step(1)
    assert sides.shown is first
    assert _seen(sides) == [first]
    sides.window().resize(1_000, 500)
    assert _is_in_its_room(sides, first)


def test_a_view_that_moves_across_is_laid_out_once_and_not_dressed_anew(
    sides: TwoSides, add: Callable[[str], _View]
) -> None:
    first, second = add("first"), add("second")
    for resized in ([1, 1], [0, 1]):
        for view in (first, second):
            view.told.clear()
        sides.move_across(second)
        QCoreApplication.processEvents()
        assert [view.told.count(QEvent.Type.Resize) for view in (first, second)] == resized
        assert not {QEvent.Type.Hide, QEvent.Type.ParentChange, QEvent.Type.StyleChange} & set(second.told)
        assert _is_in_its_room(sides, second)
        assert sides.shown is second
        assert second.field.hasFocus()
    assert _seen(sides) == [second]


def test_both_views_follow_when_the_line_between_the_sides_moves(sides: TwoSides, add: Callable[[str], _View]) -> None:
    first, second = add("first"), add("second")
    sides.move_across(second)
    QCoreApplication.processEvents()
    assert _seen(sides) == [first, second]
    assert first.geometry().right() < second.geometry().left()
    part_of(sides, QSplitter).setHandleWidth(1)
    QCoreApplication.processEvents()
    before = first.width()
    line = sides.childAt(first.geometry().right() - 1, 200)
    assert isinstance(line, QSplitterHandle), "a line of one pixel is hard to take"
    QTest.mousePress(line, Qt.MouseButton.LeftButton, pos=line.rect().center())
    QTest.mouseMove(line, line.rect().center() + QPoint(100, 0))
    QTest.mouseRelease(line, Qt.MouseButton.LeftButton, pos=line.rect().center())
    QCoreApplication.processEvents()
    assert first.width() > before
    assert _is_in_its_room(sides, first)
    assert _is_in_its_room(sides, second)


def test_the_next_view_takes_the_keyboard_over_from_one_that_goes(sides: TwoSides, add: Callable[[str], _View]) -> None:
    first, second = add("first"), add("second")
    second.field.setFocus()
    sides.remove(second)
    assert _seen(sides) == [first]
    assert first.field.hasFocus()
    sides.remove(first)
    assert _seen(sides) == []
    assert sides.shown is None


def test_the_keyboard_stays_where_it_is_when_another_view_comes_to_the_front(
    sides: TwoSides, add: Callable[[str], _View]
) -> None:
    first, second = add("first"), add("second")
    elsewhere = QLineEdit(sides.window())
    elsewhere.show()
    elsewhere.setFocus()
    sides.bring_to_front(first)
    assert elsewhere.hasFocus()
    first.field.setFocus()
    sides.bring_to_front(second)
    assert second.field.hasFocus()


def test_the_sides_ask_for_what_a_view_needs(qtbot: QtBot, sides: TwoSides, add: Callable[[str], _View]) -> None:
    view = add("first")
    before = sides.window().minimumSizeHint().width()
    view.field.setMinimumWidth(before + 300)
    qtbot.wait_until(lambda: sides.window().minimumSizeHint().width() > before + 300)
    assert _is_in_its_room(sides, view)
    sides.remove(view)
    qtbot.wait_until(lambda: sides.window().minimumSizeHint().width() == before)


def test_tab_goes_from_the_left_to_the_right(sides: TwoSides, add: Callable[[str], _View]) -> None:
    right, left = add("to the right"), add("to the left")
    sides.move_across(right)
    sides.bring_to_front(left)
    left.field.setFocus()
    QTest.keyClick(left.field, Qt.Key.Key_Tab)
    assert right.field.hasFocus()


def test_the_keys_of_tabs_work_in_the_views(sides: TwoSides, add: Callable[[str], _View]) -> None:
    first, second, third = add("first"), add("second"), add("third")
    third.field.setFocus()
    QTest.keyClick(
        third.field, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    assert sides.shown is second
    QTest.keyClick(second.field, Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
    assert sides.shown is third
    assert not first.isVisible()


def test_the_keyboard_moves_in_another_window_while_this_one_is_taken_apart(
    qtbot: QtBot, window: TabbedWindow, sides: TwoSides, add: Callable[[str], _View]
) -> None:
    add("First")
    other = QWidget()
    qtbot.add_widget(other)
    fields = [QLineEdit(other) for _ in range(2)]
    window.hide()
    with qtbot.wait_active(other):
        other.show()
        other.activateWindow()
    for number, _ in enumerate(taken_apart(sides)):
        fields[number % 2].setFocus()  # an error in whatever follows the keyboard fails the test
        assert fields[number % 2].hasFocus()
    assert not shiboken6.isValid(sides)
