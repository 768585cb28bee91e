"""The lower of two parts leaves its room to the upper one while it is empty."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui.widgets.yielding_splitter import YieldingSplitter


def test_an_empty_part_takes_little_room_and_gets_its_own_back(qtbot: QtBot) -> None:
    splitter = YieldingSplitter(QWidget(), QWidget(), least=80, usual=240)
    qtbot.addWidget(splitter)
    splitter.resize(300, 700)
    splitter.show()
    upper, lower = splitter.sizes()
    assert lower == 80
    splitter.set_lower_empty(False)
    assert splitter.sizes() == [upper - 160, 240]
    splitter.setSizes([upper - 220, 300])
    splitter.set_lower_empty(True)
    splitter.set_lower_empty(True)
    assert splitter.sizes() == [upper, 80]
    splitter.set_lower_empty(False)
    assert splitter.sizes() == [upper - 220, 300]
