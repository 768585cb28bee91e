"""Another theme comes over the whole window in many short turns, and nothing stays in the old colours."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QAbstractAnimation
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from gui.dialogs.guide import GuideDialog
from gui.theme import style_sheet
from tests.gui.main_window import every_window
from tests.gui.main_window.conftest import Desk
from tests.gui.main_window.every_window import DIALOGS, shown_dialog

CHANGES = (("light", "dark"), ("dark", "contrast"), ("contrast", "light"))
TRIES = 3
"""A page that is drawn between two pictures is no matter; a colour that stays is there in every try."""
COMPARED = [kind for kind in DIALOGS if kind is not GuideDialog]
"""The guide's list is laid out anew by polishing, and its scroll bar is another then."""


@pytest.fixture(autouse=True)
def no_blinking(qapp: QApplication) -> Iterator[None]:
    """Let carets stand still."""
    usual = qapp.cursorFlashTime()
    qapp.setCursorFlashTime(0)
    yield
    qapp.setCursorFlashTime(usual)


def picture(desk: Desk, part: QWidget) -> QImage:
    """Return what a part shows once nothing fades in or out any more."""
    running = QAbstractAnimation.State.Running
    QApplication.processEvents()
    desk.wait_for(lambda: not any(one.state() is running for one in part.findChildren(QAbstractAnimation)))
    return part.grab().toImage()


def change_theme(desk: Desk, theme: str) -> None:
    """Choose a theme; the window has it some turns later."""
    desk.window.apply_settings(replace(desk.window.settings, theme=theme), save=False)


def dressed_at_once(desk: Desk, part: QWidget) -> QImage:
    """Return what a part shows when Qt has dressed everything from nothing."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    application.setStyleSheet("")
    application.setStyleSheet(style_sheet())
    return picture(desk, part)


def changes_wholly(desk: Desk, former: str, theme: str) -> bool:
    """Change from one theme to another and tell whether the window looks as if it had always had that one."""
    change_theme(desk, former)
    desk.wait_for(lambda: not desk.window.dressing.is_under_way)
    before = picture(desk, desk.window)
    change_theme(desk, theme)
    desk.wait_for(lambda: not desk.window.dressing.is_under_way)
    after = picture(desk, desk.window)
    assert after != before
    return after == dressed_at_once(desk, desk.window)


@pytest.mark.parametrize("state", every_window.STATES, ids=lambda state: state.__name__)
def test_nothing_of_the_window_stays_in_the_old_colours(desk: Desk, state: Callable[[Desk], object]) -> None:
    state(desk)
    for former, theme in CHANGES:
        assert any(changes_wholly(desk, former, theme) for _ in range(TRIES)), theme


def opened_meanwhile_as_afterwards(desk: Desk, kind: type[QDialog]) -> bool:
    """Open a dialog while the window changes; tell whether one that is opened afterwards looks the same."""
    pictures = []
    change_theme(desk, "light")
    desk.window.dressing.finish()
    change_theme(desk, "dark")
    for _ in range(2):
        dialog = shown_dialog(desk, kind)
        desk.wait_for(lambda: not desk.window.dressing.is_under_way)
        pictures.append(picture(desk, dialog))
        dialog.close()
    return pictures[0] == pictures[1]


def test_a_dialog_opened_meanwhile_has_the_new_colours(desk: Desk) -> None:
    for kind in COMPARED:
        assert any(opened_meanwhile_as_afterwards(desk, kind) for _ in range(TRIES)), kind


def test_a_dialog_that_is_open_gets_the_new_colours(desk: Desk) -> None:
    for kind in COMPARED:
        change_theme(desk, "light")
        desk.window.dressing.finish()
        dialog = shown_dialog(desk, kind)
        change_theme(desk, "dark")
        desk.wait_for(lambda: not desk.window.dressing.is_under_way)
        assert picture(desk, dialog) == dressed_at_once(desk, dialog), kind
        dialog.close()


def test_the_window_is_not_painted_half_dressed(desk: Desk) -> None:
    desk.open("Greetings")
    change_theme(desk, "dark")
    assert desk.window.dressing.is_under_way
    assert not desk.window.updatesEnabled()
    desk.wait_for(lambda: not desk.window.dressing.is_under_way)
    assert desk.window.updatesEnabled()
    assert desk.text_view.updatesEnabled()


def test_a_document_opened_meanwhile_and_another_theme_chosen_meanwhile_come_out_right(desk: Desk) -> None:
    documents = [document.id for document in desk.library.documents()]
    desk.open("Greetings")
    change_theme(desk, "dark")
    QApplication.processEvents()
    desk.window.tabs.open(documents[0])
    change_theme(desk, "contrast")
    QApplication.processEvents()
    desk.window.apply_settings(replace(desk.window.settings, line_height=2.0), save=False)
    desk.wait_for(lambda: not desk.window.dressing.is_under_way)
    assert picture(desk, desk.window) == dressed_at_once(desk, desk.window)
    looks = {view.pane.text_view.appearance.paper.name() for view in desk.window.tabs.views()}
    assert looks == {desk.window.theme.paper.name()}
    assert {view.pane.text_view.appearance.line_height for view in desk.window.tabs.views()} == {2.0}
