"""A window never grows beyond the screen."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui.widgets.fitting import resize_to_fit


def test_a_size_is_kept_where_there_is_room_and_cut_where_there_is_none(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.add_widget(window)
    resize_to_fit(window, 300, 200)
    assert (window.width(), window.height()) == (300, 200)
    resize_to_fit(window, 90_000, 200)
    assert window.width() < window.screen().availableSize().width()
    assert window.height() == 200
