"""Rows of a long list stand where they belong, although only those in view are ever asked for."""

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QSize, QStringListModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem
from pytestqt.qtbot import QtBot
from typing_extensions import override

from gui.widgets.long_list_view import LongListView

ROWS = 20_000
HEIGHT = 37


class Delegate(QStyledItemDelegate):
    """Counts how often a row is measured."""

    measured = 0
    height = HEIGHT

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        self.measured += 1
        return QSize(10, self.height)


class Asked(QStringListModel):
    """Counts how often it is asked how many rows it has."""

    asked = 0

    @override
    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        self.asked += 1
        return super().rowCount(parent)


@pytest.fixture
def view(qtbot: QtBot) -> LongListView:
    made = LongListView("Rows", is_even=True)
    qtbot.addWidget(made)
    made.setItemDelegate(Delegate(made))
    made.setModel(Asked([f"row {row}" for row in range(ROWS)], made))
    made.resize(300, 10 * HEIGHT)
    with qtbot.wait_exposed(made):
        made.show()
    return made


def test_even_rows_stand_one_below_the_other_from_the_first_to_the_last(view: LongListView) -> None:
    model = view.model()
    assert [view.visualRect(model.index(row, 0)).top() for row in (0, 1, 7)] == [0, HEIGHT, 7 * HEIGHT]
    view.scrollTo(model.index(ROWS - 1, 0))
    assert view.visualRect(model.index(ROWS - 1, 0)).bottom() == view.viewport().height() - 1
    assert view.verticalScrollBar().value() == view.verticalScrollBar().maximum()
    assert view.verticalScrollBar().maximum() == ROWS * HEIGHT - view.viewport().height()
    assert view.indexAt(QPoint(5, view.viewport().height() - HEIGHT - 1)).row() == ROWS - 2


def test_a_row_that_comes_in_has_no_others_asked_for(view: LongListView, qtbot: QtBot) -> None:
    model, delegate = view.model(), view.itemDelegate()
    assert isinstance(model, Asked)
    assert isinstance(delegate, Delegate)
    model.asked = delegate.measured = 0
    model.insertRow(ROWS)
    qtbot.wait_until(lambda: view.verticalScrollBar().maximum() == (ROWS + 1) * HEIGHT - view.viewport().height())
    assert delegate.measured <= 1
    assert model.asked < 500


def test_keys_go_from_row_to_row_and_to_either_end(view: LongListView) -> None:
    view.setFocus()
    view.setCurrentIndex(view.model().index(0, 0))
    rows = []
    for key in (Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_End, Qt.Key.Key_Up, Qt.Key.Key_Home):
        QTest.keyClick(view, key)
        rows.append(view.currentIndex().row())
    assert rows == [1, 10, ROWS - 1, ROWS - 2, 0]


def test_another_font_has_even_rows_measured_anew(view: LongListView, qtbot: QtBot) -> None:
    delegate = view.itemDelegate()
    assert isinstance(delegate, Delegate)
    delegate.height = 2 * HEIGHT
    font = view.font()
    font.setPointSize(font.pointSize() + 4)
    view.setFont(font)
    qtbot.wait_until(lambda: view.visualRect(view.model().index(1, 0)).top() == 2 * HEIGHT)
