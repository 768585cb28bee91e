"""Colours, as data: a theme is read from ``resources/themes``; palette and style sheet are made from its tokens."""

import json
from dataclasses import dataclass, fields
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from storage.domain.annotation import Colour
from storage.domain.authority import EntityKind
from storage.domain.codebook import CodeColour
from storage.paths import resource

PRINTED_PAPER, PRINT = QColor("#ffffff"), QColor("#000000")
"""A page is shown as it was printed, in every theme."""

THEMES = ("system", "light", "dark", "contrast")


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
    """Read a theme; ``system``, and a name that no theme has, is light or dark as the desktop is."""
    if name == "system" or name not in THEMES:
        scheme = QGuiApplication.styleHints().colorScheme()
        name = "dark" if scheme is Qt.ColorScheme.Dark else "light"
    read = json.loads(resource("themes", f"{name}.json").read_text(encoding="utf-8"))
    colours: dict[str, Any] = {token.replace(" ", "_"): QColor(value) for token, value in read["tokens"].items()}
    return Theme(dark=read["dark"], **colours)


def apply_theme(application: QApplication, theme: Theme) -> None:
    """Give the whole program a theme's palette and style sheet."""
    application.setPalette(_palette(theme))
    sheet = resource("themes", "window.qss").read_text(encoding="utf-8")
    for token, value in sorted(theme.tokens().items(), key=lambda item: -len(item[0])):
        sheet = sheet.replace(f"@{token.replace(' ', '-')}", value)
    # A style sheet cannot colour a picture, so the few it names are drawn once for each tone.
    sheet = sheet.replace("@tone", "dark" if theme.dark else "light").replace("@icons", resource("icons").as_posix())
    application.setStyleSheet(sheet)


def _palette(theme: Theme) -> QPalette:
    palette = QPalette()
    role = QPalette.ColorRole
    for which, colour in (
        (role.Window, theme.background),
        (role.WindowText, theme.ink),
        (role.Base, theme.paper),
        (role.AlternateBase, theme.panel),
        (role.Text, theme.ink),
        (role.PlaceholderText, theme.muted),
        (role.Button, theme.panel),
        (role.ButtonText, theme.ink),
        (role.ToolTipBase, theme.paper),
        (role.ToolTipText, theme.ink),
        (role.Highlight, theme.selection),
        (role.HighlightedText, theme.ink),
        (role.Link, theme.accent),
        (role.Accent, theme.accent),
        (role.Mid, theme.line),
        (role.Light, theme.paper),
        (role.Dark, theme.line),
    ):
        palette.setColor(which, colour)
    for which in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, which, theme.muted)
    return palette
