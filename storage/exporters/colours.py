"""How marks are coloured in exported files, which have no theme: light backgrounds that dark text is readable on."""

from storage.domain.annotation import Colour

_BACKGROUNDS = {
    Colour.YELLOW: "#fff3b0",
    Colour.GREEN: "#d3efcf",
    Colour.ROSE: "#fbd9e2",
    Colour.BLUE: "#d3e6fa",
}


def style_rule(colour: Colour) -> str:
    """Return the CSS rule that gives a mark of this colour its background, the class being the colour's name."""
    return f".{colour.value} {{ background: {_BACKGROUNDS[colour]}; }}"
