"""Every shipped theme fills the viewer's look, and words can be read on all that is painted under them."""

import pytest
from PySide6.QtGui import QColor

from gui.theme import load_theme, mix
from gui.viewer.appearance import ViewerAppearance
from gui.viewer.painting import _QUIET, _SELECTION_ACCENT
from storage.domain.annotation import Colour

ENOUGH = 4.5


def contrast(one: QColor, other: QColor) -> float:
    """Measure contrast as WCAG 2 does."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_words_can_be_read_on_every_fill(theme: str) -> None:
    look = ViewerAppearance.from_tokens(load_theme(theme).tokens())
    fills = [look.mark(colour) for colour in Colour] + [look.hit, look.current_hit, look.paper]
    selected = mix(look.selection, look.accent, _SELECTION_ACCENT)
    assert [fill.name() for fill in (*fills, selected) if contrast(look.ink, fill) < ENOUGH] == []
    quiet = [mix(fill, look.paper, _QUIET) for fill in fills]
    assert [fill.name() for fill in quiet if contrast(look.boilerplate, fill) < ENOUGH] == []
