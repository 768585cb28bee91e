"""Every theme has all colours, and every pair of text and ground can be read."""

import re
from itertools import combinations, product
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from gui.theme import Theme, apply_theme, contrast, in_roles, load_theme, style_sheet, system_accent, with_accent
from storage.domain.annotation import Colour
from storage.domain.authority import EntityKind
from storage.domain.codebook import CodeColour
from storage.paths import resource

NAMES = ("light", "dark", "contrast")
GROUNDS = ("background", "panel", "paper", "selection")
TEXTS = ("ink", "muted", "good", "caution")
UNDER_TEXT = ("hit", "current_hit", "accent_soft", *(f"mark_{colour.value}" for colour in Colour))


@pytest.fixture(params=NAMES)
def each_theme(request: pytest.FixtureRequest, qapp: object) -> Theme:
    return load_theme(request.param)


def test_text_can_be_read_on_every_ground(each_theme: Theme) -> None:
    pairs = [*product(TEXTS, GROUNDS), *product(("ink",), UNDER_TEXT), ("paper", "accent")]
    poor = {
        f"{text} on {ground}": round(contrast(getattr(each_theme, text), getattr(each_theme, ground)), 2)
        for text, ground in pairs
        if contrast(getattr(each_theme, text), getattr(each_theme, ground)) < 4.5
    }
    assert poor == {}


def test_lines_of_mentions_and_the_focus_stand_out(each_theme: Theme) -> None:
    roles = [each_theme.kind(kind) for kind in EntityKind] + [each_theme.accent]
    roles += [each_theme.code(colour) for colour in CodeColour]
    assert all(contrast(role, each_theme.paper) >= 3 for role in roles)


def test_hits_are_told_from_the_selected_row_and_from_each_other(each_theme: Theme) -> None:
    colours = [each_theme.selection, each_theme.hit, each_theme.current_hit, each_theme.panel]
    for one, other in combinations(colours, 2):
        apart = abs(one.red() - other.red()) + abs(one.green() - other.green()) + abs(one.blue() - other.blue())
        assert apart >= 45, (one.name(), other.name())


@pytest.mark.parametrize("accent", ["#3584e4", "#f5c211", "#ffffff", "#000000", "#9141ac", "#e5a50a", "#808080"])
@pytest.mark.parametrize("name", ["light", "dark"])
def test_the_accent_of_the_desktop_can_be_read_on_and_around(qapp: QApplication, name: str, accent: str) -> None:
    theme = with_accent(load_theme(name), QColor(accent))
    assert contrast(theme.accent, theme.paper) >= 4.5
    assert all(contrast(theme.ink, ground) >= 4.5 for ground in (theme.selection, theme.accent_soft))
    assert theme.selection != theme.paper


def test_the_desktops_accent_is_taken_where_the_theme_is_the_systems(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gui.theme.system_accent", lambda: QColor("#9141ac"))
    assert load_theme("system").accent.hslHue() == QColor("#9141ac").hslHue()
    assert load_theme("light").accent == QColor("#1f5f8b")


def test_a_desktop_without_an_accent_leaves_the_themes(qapp: QApplication) -> None:
    before = qapp.palette()
    assert system_accent() is None
    assert qapp.palette() == before


def test_every_colour_is_a_colour(each_theme: Theme) -> None:
    assert all(re.fullmatch("#[0-9a-f]{6}", value) for value in each_theme.tokens().values())


def test_the_style_sheet_has_every_token_filled_in() -> None:
    sheet = style_sheet()
    assert re.findall(r"@[a-z]", sheet.replace(resource("icons").as_posix(), "")) == []
    pictures = re.findall(r'url\("(.+?)"\)', sheet)
    assert pictures
    assert [picture for picture in pictures if not Path(picture).is_file()] == []


def test_each_token_in_a_style_sheet_has_its_colour(qtbot: QtBot, qapp: QApplication, each_theme: Theme) -> None:
    apply_theme(qapp, each_theme)
    tokens = set(re.findall(r"@([a-z-]+)", resource("themes", "window.qss").read_text(encoding="utf-8"))) - {"icons"}
    assert len(tokens) > 5
    for token in tokens:
        part = QWidget()
        qtbot.addWidget(part)
        part.setStyleSheet(in_roles(f"QWidget {{ background: @{token}; }}"))
        part.resize(4, 4)
        assert part.grab().toImage().pixelColor(2, 2) == getattr(each_theme, token.replace("-", "_")), token
    qapp.setStyleSheet("")


def test_a_theme_that_is_not_there_is_the_systems(qapp: object) -> None:
    assert load_theme("pink").tokens() == load_theme("system").tokens()


def test_a_theme_that_is_there_already_restyles_nothing(qtbot: QtBot, qapp: QApplication) -> None:
    changes: list[QEvent.Type] = []

    class Watched(QWidget):
        @override
        def changeEvent(self, event: QEvent) -> None:
            changes.append(event.type())
            super().changeEvent(event)

    apply_theme(qapp, load_theme("light"))
    watched = Watched()
    qtbot.addWidget(watched)
    watched.show()
    changes.clear()
    assert not apply_theme(qapp, load_theme("light"))
    assert changes == []
    assert apply_theme(qapp, load_theme("dark"))
    assert QEvent.Type.StyleChange not in changes, "all parts would be dressed at once"
    apply_theme(qapp, load_theme("light"))
