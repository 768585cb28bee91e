"""Colours, as data: a theme is read from ``resources/themes``; palette and style sheet are made from its tokens."""

import json
import re
from dataclasses import dataclass, fields, replace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from storage.domain.annotation import Colour
from storage.domain.authority import EntityKind
from storage.domain.codebook import CodeColour
from storage.paths import resource

_QT_ACCENT = QColor("#308cc6")
"""What Qt says where the desktop has no accent."""

PRINTED_PAPER, PRINT = QColor("#ffffff"), QColor("#000000")
"""A page is shown as it was printed, in every theme."""

THEMES = ("system", "light", "dark", "contrast")

_READABLE = 4.5
"""The least contrast of text to its ground after WCAG 2.2, level AA."""
_SOFT, _SELECTED = 0.12, 0.18
"""How much of the accent is mixed into the paper for soft grounds and for selected rows."""
_STEP = 0.02
_LEAST_SATURATION = 0.1
"""A grey leads no eye; Qt gives white or black where a desktop's colours are read by halves."""

_ROLE = QPalette.ColorRole
_ROLES: dict[str, tuple[str, tuple[QPalette.ColorRole, ...]]] = {
    "background": ("window", (_ROLE.Window,)),
    "panel": ("alternate-base", (_ROLE.AlternateBase, _ROLE.Button)),
    "paper": ("base", (_ROLE.Base, _ROLE.ToolTipBase, _ROLE.Light)),
    "line": ("mid", (_ROLE.Mid, _ROLE.Dark)),
    "ink": ("text", (_ROLE.Text, _ROLE.WindowText, _ROLE.ButtonText, _ROLE.ToolTipText, _ROLE.HighlightedText)),
    "muted": ("placeholder-text", (_ROLE.PlaceholderText,)),
    "accent": ("link", (_ROLE.Link, _ROLE.Accent)),
    "accent_soft": ("midlight", (_ROLE.Midlight,)),
    "selection": ("highlight", (_ROLE.Highlight,)),
    "good": ("bright-text", (_ROLE.BrightText,)),
    "caution": ("link-visited", (_ROLE.LinkVisited,)),
}
"""Which roles of the palette have the colour of a token, and what the first of them is called in a style sheet."""


@dataclass(frozen=True, slots=True)
class Theme:
    """The colour roles of the look; every text pair reaches WCAG AA (4.5 to 1)."""

    dark: bool
    background: QColor
    panel: QColor
    paper: QColor
    line: QColor
    ink: QColor
    muted: QColor
    accent: QColor
    accent_soft: QColor
    selection: QColor
    country: QColor
    party: QColor
    body: QColor
    person: QColor
    hit: QColor
    current_hit: QColor
    mark_yellow: QColor
    mark_green: QColor
    mark_rose: QColor
    mark_blue: QColor
    good: QColor
    caution: QColor
    code_grey: QColor
    code_red: QColor
    code_orange: QColor
    code_olive: QColor
    code_green: QColor
    code_teal: QColor
    code_blue: QColor
    code_violet: QColor
    code_pink: QColor

    def mark(self, colour: Colour) -> QColor:
        """Return the colour of a mark."""
        return getattr(self, f"mark_{colour.value}")

    def code(self, colour: CodeColour) -> QColor:
        """Return the colour of a code."""
        return getattr(self, f"code_{colour.value}")

    def kind(self, kind: EntityKind) -> QColor:
        """Return the colour of a kind of entity; regions share the countries'."""
        return self.country if kind is EntityKind.REGION else getattr(self, kind.value)

    def tokens(self) -> dict[str, str]:
        """Return the colours by the names the theme files use."""
        names = (field.name for field in fields(self) if field.name != "dark")
        return {name.replace("_", " "): getattr(self, name).name() for name in names}


def load_theme(name: str) -> Theme:
    """Read a theme; ``system``, and a name that no theme has, is light or dark, with the accent, as the desktop is."""
    is_the_systems = name == "system" or name not in THEMES
    if is_the_systems:
        scheme = QGuiApplication.styleHints().colorScheme()
        name = "dark" if scheme is Qt.ColorScheme.Dark else "light"
    read = json.loads(resource("themes", f"{name}.json").read_text(encoding="utf-8"))
    colours: dict[str, Any] = {token.replace(" ", "_"): QColor(value) for token, value in read["tokens"].items()}
    theme = Theme(dark=read["dark"], **colours)
    accent = system_accent() if is_the_systems else None
    return theme if accent is None else with_accent(theme, accent)


def system_accent() -> QColor | None:
    """Return the accent of the desktop; None where it has none."""
    application = QGuiApplication.instance()
    if not isinstance(application, QGuiApplication):
        return None
    ours = application.palette()
    application.setPalette(QPalette())  # shows what the desktop wants below what a theme has set
    accent = application.palette().color(QPalette.ColorRole.Accent)
    application.setPalette(ours)
    is_none = accent == _QT_ACCENT or accent.hslSaturationF() < _LEAST_SATURATION
    return None if is_none else accent


def with_accent(theme: Theme, accent: QColor) -> Theme:
    """Return a theme with another accent, made darker or lighter until text can be read on it and around it."""
    hue, saturation, lightness = max(0.0, accent.hslHueF()), accent.hslSaturationF(), accent.lightnessF()
    step = _STEP if theme.dark else -_STEP
    while contrast(accent, theme.paper) < _READABLE and 0 < lightness + step < 1:
        lightness += step
        accent = QColor.fromHslF(hue, saturation, lightness)
    return replace(
        theme,
        accent=accent,
        accent_soft=mix(theme.paper, accent, _SOFT),
        selection=mix(theme.paper, accent, _SELECTED),
    )


def contrast(one: QColor, other: QColor) -> float:
    """Return the contrast ratio of two colours as WCAG 2.2 defines it."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: QColor) -> float:
    parts = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (colour.redF(), colour.greenF(), colour.blueF())
    )
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), parts, strict=True))


def mix(colour: QColor, other: QColor, share: float) -> QColor:
    """Mix a share of another colour into a colour."""
    return QColor.fromRgbF(
        colour.redF() * (1 - share) + other.redF() * share,
        colour.greenF() * (1 - share) + other.greenF() * share,
        colour.blueF() * (1 - share) + other.blueF() * share,
    )


def apply_theme(application: QApplication, theme: Theme) -> bool:
    """Give the program a theme's palette, and its style sheet; returns whether the palette is another than before.

    The sheet names roles of the palette, so it is the same in every theme. What is dressed by it keeps its colours
    until it is polished anew, which a part of the window can be by itself; another sheet would dress all at once.
    """
    sheet = style_sheet()
    if application.styleSheet() != sheet:
        application.setStyleSheet(sheet)
    palette = _palette(theme)
    if application.palette() == palette:
        return False
    application.setPalette(palette)
    return True


def style_sheet() -> str:
    """Return the program's style sheet, which is the same in every theme."""
    sheet = in_roles(resource("themes", "window.qss").read_text(encoding="utf-8"))
    return sheet.replace("@icons", resource("icons").as_posix())


def in_roles(sheet: str) -> str:
    """Return a style sheet with roles of the palette in place of tokens of the themes, as in ``@accent-soft``."""
    return re.sub(r"@(?!icons)([a-z-]+)", lambda found: f"palette({_ROLES[found[1].replace('-', '_')][0]})", sheet)


def _palette(theme: Theme) -> QPalette:
    palette = QPalette()
    for token, (_, roles) in _ROLES.items():
        for role in roles:
            palette.setColor(role, getattr(theme, token))
    for role in (_ROLE.WindowText, _ROLE.Text, _ROLE.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, theme.muted)
    return palette
