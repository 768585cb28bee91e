"""Widgets in rows, as many rows as the width asks for."""

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gui.widgets.chip import Chip
from gui.widgets.flow_layout import FlowLayout


@pytest.fixture
def row(qtbot: QtBot) -> QWidget:
    whole = QWidget()
    qtbot.add_widget(whole)
    flow = FlowLayout(whole)
    flow.setSpacing(6)
    for part in (QPushButton("First"), QPushButton("Second"), QLabel("small"), Chip("words " * 20)):
        flow.addWidget(part)
    return whole


def parts(row: QWidget) -> list[QWidget]:
    return [row.layout().itemAt(place).widget() for place in range(row.layout().count())]  # pyright: ignore


def test_a_row_ends_where_there_is_no_room(row: QWidget, qtbot: QtBot) -> None:
    row.resize(2_000, 60)
    row.show()
    middles = [part.geometry().center().y() for part in parts(row)]
    assert max(middles) - min(middles) <= 1, "all stand in the middle of one row"
    row.resize(120, 300)
    assert [part.x() for part in parts(row)[:1]] == [0]
    tops = [part.y() for part in parts(row)]
    assert tops == sorted(tops)
    assert len(set(tops)) > 1
    assert row.layout().heightForWidth(120) > row.layout().heightForWidth(2_000)  # pyright: ignore


def test_what_may_be_cut_does_not_widen_what_holds_it(row: QWidget) -> None:
    chip = parts(row)[-1]
    assert row.minimumSizeHint().width() < chip.sizeHint().width()
    row.resize(120, 300)
    row.show()
    assert all(part.geometry().right() <= row.width() for part in parts(row))


def test_a_part_that_grows_makes_its_rows_higher(row: QWidget) -> None:
    row.resize(2_000, 60)
    row.show()
    layout = row.layout()
    before = layout.heightForWidth(2_000)  # pyright: ignore
    assert layout.heightForWidth(2_000) == before  # pyright: ignore
    label = parts(row)[2]
    assert isinstance(label, QLabel)
    label.setText("one\ntwo\nthree\nfour")
    assert layout.heightForWidth(2_000) > before  # pyright: ignore


def test_the_last_part_reaches_out_of_a_narrow_row_rather_than_being_cut(qtbot: QtBot) -> None:
    whole, switches = QWidget(), QLineEdit()
    qtbot.add_widget(whole)
    flow = FlowLayout(last_at_right=True)
    flow.setSpacing(6)
    column = QVBoxLayout(whole)
    column.setContentsMargins(64, 0, 24, 0)
    column.addLayout(flow)
    flow.addWidget(QLabel("small"))
    flow.addWidget(switches)
    whole.show()
    wanted = switches.sizeHint().width()
    whole.resize(wanted + 50, 120)
    assert switches.width() == wanted
    assert 0 < switches.x() < 64
    assert switches.geometry().right() == whole.width() - 24 - 1
