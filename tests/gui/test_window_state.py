"""The window comes back where it stood; what cannot be read costs only the memory of it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDockWidget, QMainWindow
from pytestqt.qtbot import QtBot

from gui.window_state import restore_window, save_window
from storage.paths import settings_folder


def window_with_dock(qtbot: QtBot) -> tuple[QMainWindow, QDockWidget]:
    window = QMainWindow()
    qtbot.add_widget(window)
    dock = QDockWidget(window)
    dock.setObjectName("left")
    window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, dock)
    return window, dock


def test_size_and_panels_come_back(qtbot: QtBot) -> None:
    window, dock = window_with_dock(qtbot)
    window.resize(700, 500)
    window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
    save_window(window)
    again, its_dock = window_with_dock(qtbot)
    assert restore_window(again)
    assert (again.width(), again.height()) == (700, 500)
    assert again.dockWidgetArea(its_dock) is Qt.DockWidgetArea.RightDockWidgetArea


@pytest.mark.parametrize("damaged", [b"", b"[]", b"{}", b'{"geometry": 3, "state": null}', b'{"geometry": "\xff"}'])
def test_a_damaged_memory_is_left_aside(qtbot: QtBot, damaged: bytes) -> None:
    (settings_folder() / "window.json").write_bytes(damaged)
    window, _ = window_with_dock(qtbot)
    assert not restore_window(window)


def test_without_a_memory_the_window_stays_as_it_is(qtbot: QtBot) -> None:
    window, _ = window_with_dock(qtbot)
    assert not restore_window(window)
