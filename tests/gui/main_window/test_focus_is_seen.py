"""Whatever has the keyboard shows it, in every theme: the picture of the window differs around it."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from gui.widgets.tab_order import bring_into_view, takes_tab
from tests.gui.main_window import every_window
from tests.gui.main_window.conftest import Desk
from tests.gui.main_window.every_window import DIALOGS, in_words, shown_dialog, takes_the_keyboard

THEMES = ("light", "dark", "contrast")
FEWEST_PIXELS = 12
"""A caret is one pixel wide and as high as a line, which a system's font decides; a frame has many more."""


def kind_of(widget: QWidget) -> tuple[object, ...]:
    """Return what decides how a widget is drawn; one of each kind is looked at."""
    properties = tuple(widget.property(name) for name in ("flat", "primary", "swatch", "popup"))
    return (type(widget), type(widget.parentWidget()), widget.objectName(), properties)


def differing_pixels(window: QWidget, widget: QWidget, apart: QWidget) -> int:
    """Return how many pixels in and around a widget differ between having the keyboard and not."""

    def picture() -> bytes:
        QApplication.processEvents()
        place = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size()).adjusted(-3, -3, 3, 3)
        image = window.grab(place & window.rect()).toImage()
        return bytes(image.constBits()) if not image.isNull() else b""

    widget.setFocus(Qt.FocusReason.TabFocusReason)
    bring_into_view(widget)
    having = picture()
    assert widget.hasFocus(), f"{in_words(widget)}, {QApplication.focusWidget()}, {QApplication.activeWindow()}"
    apart.setFocus(Qt.FocusReason.TabFocusReason)
    without = picture()
    return sum(without[at : at + 4] != having[at : at + 4] for at in range(0, len(having), 4))


def unseen(window: QWidget) -> list[str]:
    """Return what does not show that it has the keyboard."""
    there = takes_the_keyboard(window)
    kinds = {kind_of(widget): widget for widget in there}
    wrong = []
    for widget in kinds.values():
        apart = next(one for one in there if one is not widget and not one.isAncestorOf(widget))
        if takes_tab(widget) and differing_pixels(window, widget, apart) < FEWEST_PIXELS:
            wrong.append(in_words(widget))
    return wrong


@pytest.mark.parametrize("state", every_window.STATES, ids=lambda state: state.__name__)
def test_the_window_shows_where_the_keyboard_is(desk: Desk, state: Callable[[Desk], object]) -> None:
    state(desk)
    wrong = []
    for theme in THEMES:
        desk.window.apply_settings(replace(desk.window.settings, theme=theme), save=False)
        desk.window.dressing.finish()
        wrong += [f"{theme}: {one}" for one in unseen(desk.window)]
    assert "\n".join(wrong) == ""


def test_dialogs_show_where_the_keyboard_is(desk: Desk) -> None:
    wrong = []
    for kind in DIALOGS:
        dialog = shown_dialog(desk, kind)
        for theme in THEMES if len(takes_the_keyboard(dialog)) > 1 else ():
            desk.window.apply_settings(replace(desk.window.settings, theme=theme), save=False)
            desk.window.dressing.finish()
            wrong += [f"{theme}: {one}" for one in unseen(dialog)]
        dialog.close()
    assert "\n".join(wrong) == ""


def sides_that_show(window: QWidget, widget: QWidget, apart: QWidget) -> list[bool]:
    """Return for each side of a widget, from the left clockwise, whether it differs by having the keyboard."""
    whole = widget.rect()
    sides = (
        QRect(0, 0, 2, whole.height()),
        QRect(0, 0, whole.width(), 2),
        QRect(whole.width() - 2, 0, 2, whole.height()),
        QRect(0, whole.height() - 2, whole.width(), 2),
    )

    def pictures() -> list[QImage]:
        QApplication.processEvents()
        return [window.grab(side.translated(widget.mapTo(window, QPoint(0, 0)))).toImage() for side in sides]

    widget.setFocus(Qt.FocusReason.TabFocusReason)
    having = pictures()
    apart.setFocus(Qt.FocusReason.TabFocusReason)
    return [one != other for one, other in zip(having, pictures(), strict=True)]


def test_the_frame_of_pages_and_outline_is_seen_on_every_side(desk: Desk) -> None:
    every_window.look_at_pages(desk)
    area = desk.view.pane.page_area
    assert area is not None
    assert sides_that_show(desk.window, area.view, desk.window.search_field) == [True] * 4
    every_window.press_mode(desk, "Outline")
    desk.settle()
    outline = desk.view.pane.outline
    assert outline.list.size() == outline.size()
    assert sides_that_show(desk.window, outline.list, desk.window.search_field) == [True] * 4
