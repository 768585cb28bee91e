"""Pages in a stack ask for the room that the one in front needs."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui.widgets.page_stack import PageStack


def test_a_page_that_is_not_seen_asks_for_no_room(qtbot: QtBot) -> None:
    stack, wide, narrow = PageStack(0, 0), QWidget(), QWidget()
    qtbot.add_widget(stack)
    wide.setMinimumWidth(800)
    narrow.setMinimumWidth(200)
    for page in (wide, narrow):
        stack.addWidget(page)
    assert stack.minimumSizeHint().width() == 800
    stack.setCurrentWidget(narrow)
    assert stack.minimumSizeHint().width() == 200


def test_pages_have_the_width_wished_where_the_window_has_it(qtbot: QtBot) -> None:
    stack = PageStack(500, 300)
    qtbot.add_widget(stack)
    stack.addWidget(QWidget())
    stack.resize(1_000, 100)
    assert stack.minimumSizeHint().width() == 500
    stack.resize(600, 100)
    assert stack.minimumSizeHint().width() == 300
