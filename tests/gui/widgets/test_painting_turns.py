"""A window is painted in a turn of the event loop of its own."""

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from gui.widgets.painting_turns import PaintingTurns
from tests.gui.conftest import part_of


class _Part(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.told: list[str] = []

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        self.told.append("painted")


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    window.resize(200, 100)
    qtbot.add_widget(window)
    PaintingTurns(window)
    QVBoxLayout(window).addWidget(_Part())
    return window


@pytest.fixture
def part(qtbot: QtBot, window: QWidget) -> _Part:
    """Show the window with its part, painted once."""
    with qtbot.wait_exposed(window):
        window.show()
    part = part_of(window, _Part)
    qtbot.wait_until(lambda: bool(part.told))
    part.told.clear()
    return part


def test_other_turns_come_before_what_has_changed_is_painted(qtbot: QtBot, part: _Part) -> None:
    part.update()
    QCoreApplication.sendPostedEvents()
    assert part.told == [], "painted in the turn in which it changed"
    qtbot.wait_until(lambda: part.told == ["painted"])


def test_what_changes_again_before_it_is_painted_is_painted_once(qtbot: QtBot, part: _Part) -> None:
    for _ in range(3):
        part.update()
        QCoreApplication.sendPostedEvents()
    qtbot.wait_until(lambda: bool(part.told))
    QCoreApplication.processEvents()
    assert part.told == ["painted"]
    part.update()
    qtbot.wait_until(lambda: part.told == ["painted", "painted"])


def test_what_changes_while_the_window_is_dressed_is_painted_when_it_is_done(
    qtbot: QtBot, window: QWidget, part: _Part
) -> None:
    window.update()
    QCoreApplication.sendPostedEvents()
    window.setUpdatesEnabled(False)
    QTest.qWait(20)
    assert part.told == []
    window.setUpdatesEnabled(True)
    qtbot.wait_until(lambda: bool(part.told))
    part.told.clear()
    part.update()
    qtbot.wait_until(lambda: bool(part.told))
