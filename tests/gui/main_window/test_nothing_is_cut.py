"""In both languages, and in a small window, every button, label, heading of a column and hint has room for its words.

What stands in something that scrolls must not reach beyond it to the right either, where nothing scrolls it.
"""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QHeaderView,
    QLabel,
    QLineEdit,
    QScrollArea,
    QTabBar,
    QWidget,
)

from gui.translation import ENGLISH, Interpreter
from gui.viewer.clamped_label import ClampedLabel
from gui.widgets.chip import Chip
from tests.gui.main_window.conftest import Desk
from tests.gui.main_window.every_window import DIALOGS, in_words, read_side_by_side, shown_dialog
from tests.gui.main_window.test_accessibility import STATES

SMALL = (1024, 700)
AROUND_A_HINT = 12
"""Pixels of a field that are not for its words."""


@pytest.fixture(params=["en", "zh_CN"], autouse=True)
def language(request: pytest.FixtureRequest, qapp: QApplication, english: None) -> Iterator[str]:
    interpreter = Interpreter(qapp)
    interpreter.speak(request.param)
    yield request.param
    interpreter.speak(ENGLISH)


def cut_under(top: QWidget) -> list[str]:
    """Return what under a widget has no room for its words, but for what says all of them in its tooltip."""
    shown = [part for part in (top, *top.findChildren(QWidget)) if part.isVisible() and part.window() is top.window()]
    return [f"{why}: {in_words(part)}" for part in shown if (why := why_cut(part) or why_hidden(part))]


def why_hidden(part: QWidget) -> str:
    for area in parents_of(part, QScrollArea):
        held = area.widget()
        fixed = area.horizontalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        if fixed and held is part and part.width() > area.viewport().width():
            return f"too wide for what scrolls it, {part.width()} in {area.viewport().width()}"
    return ""


def parents_of(part: QWidget, kind: type[QScrollArea]) -> Iterator[QScrollArea]:
    above = part.parentWidget()
    while above is not None:
        if isinstance(above, kind):
            yield above
        above = above.parentWidget()


def why_cut(part: QWidget) -> str:
    match part:
        case Chip() | ClampedLabel():  # are cut on purpose
            return ""
        case QAbstractButton() if part.text():
            return "cut button" if part.width() < part.minimumSizeHint().width() else ""
        case QLabel() if part.text() and part.wordWrap():
            return "cut lines" if part.height() < part.heightForWidth(part.width()) else ""
        case QLabel() if part.text() and part.minimumSizeHint().width():
            return "cut label" if part.width() < part.sizeHint().width() else ""
        case QHeaderView() if part.orientation() is Qt.Orientation.Horizontal:
            return "cut heading" if any(map(part_is_cut, [part] * part.count(), range(part.count()))) else ""
        case QTabBar() if part.objectName() == "sections":
            wanted = sum(part.tabRect(place).width() for place in range(part.count()))
            return "cut tab" if part.width() < wanted else ""
        case QLineEdit() if not part.text():
            words = part.fontMetrics().horizontalAdvance(part.placeholderText())
            return "cut hint" if part.width() < words + AROUND_A_HINT else ""
        case _:
            return ""


def part_is_cut(header: QHeaderView, place: int) -> bool:
    return not header.isSectionHidden(place) and header.sectionSize(place) < header.sectionSizeHint(place)


@pytest.mark.parametrize("state", STATES)
def test_nothing_is_cut_in_a_small_window(desk: Desk, state: str) -> None:
    desk.window.resize(*SMALL)
    STATES[state](desk)
    desk.settle()
    assert "\n".join(cut_under(desk.window)) == ""


def test_the_lines_between_the_parts_of_a_small_window_are_seen(desk: Desk) -> None:
    read_side_by_side(desk)
    for width in (SMALL[0], 1280):
        desk.window.resize(width, SMALL[1])
        desk.settle()
        left, right = desk.window.left_dock.geometry(), desk.window.right_dock.geometry()
        middle = desk.window.centralWidget()
        assert middle is not None
        centre = middle.geometry()
        assert (left.left(), right.right()) == (0, desk.window.width() - 1)
        assert centre.left() == left.right() + 2
        assert right.left() == centre.right() + 2


def test_nothing_is_cut_in_dialogs(desk: Desk) -> None:
    wrong = []
    for kind in DIALOGS:
        dialog = shown_dialog(desk, kind)
        QTest.qWait(0)
        wrong += cut_under(dialog)
        dialog.close()
    assert "\n".join(wrong) == ""


def test_what_is_cut_is_found(desk: Desk) -> None:
    button = desk.window.annotations_panel.findChildren(QAbstractButton)[0]
    button.setText("words without any end, " * 9)
    button.setFixedWidth(40)
    button.show()
    assert why_cut(button)
