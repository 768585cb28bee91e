"""The start page offers what a newcomer can do, and the archives opened lately."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from gui.widgets.start_page import StartPage
from tests.gui.conftest import payload


def recent(page: StartPage) -> list[QPushButton]:
    """Return the buttons of recent archives that can be seen."""
    first = (page.new_button, page.open_button, page.sample_button)
    return [button for button in page.findChildren(QPushButton) if button not in first and button.isVisible()]


def test_each_button_asks_for_its_thing(qtbot: QtBot) -> None:
    page = StartPage()
    qtbot.add_widget(page)
    page.show()
    for button, signal in (
        (page.new_button, page.new_requested),
        (page.open_button, page.open_requested),
        (page.sample_button, page.sample_requested),
    ):
        with qtbot.wait_signal(signal):
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_archives_that_are_gone_are_not_offered(qtbot: QtBot, tmp_path: Path) -> None:
    page = StartPage()
    qtbot.add_widget(page)
    page.show()
    assert recent(page) == []
    there, gone = tmp_path / "there.liaison", tmp_path / "gone.liaison"
    there.touch()
    page.set_recent([gone, there])
    qtbot.wait_until(lambda: len(recent(page)) == 1)
    assert recent(page)[0].text() == "there"
    assert str(there) in recent(page)[0].toolTip()
    with qtbot.wait_signal(page.recent_chosen) as told:
        QTest.mouseClick(recent(page)[0], Qt.MouseButton.LeftButton)
    assert payload(told) == there


def test_ampersands_and_long_names_stay_readable(qtbot: QtBot, tmp_path: Path) -> None:
    page = StartPage()
    qtbot.add_widget(page)
    page.show()
    path = tmp_path / f"Letters & papers {'of the international department ' * 4}.liaison"
    path.touch()
    page.set_recent([path])
    qtbot.wait_until(lambda: len(recent(page)) == 1)
    button = recent(page)[0]
    assert "Letters && papers" in button.text()
    assert button.mapTo(page, button.rect().topRight()).x() <= page.width()
    assert button.mapTo(page, button.rect().topLeft()).x() >= 0
    assert button.width() <= 600
