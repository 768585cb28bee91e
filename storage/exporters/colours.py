"""How marks are coloured in exported files, which have no theme: light backgrounds that dark text is readable on."""

from storage.domain.annotation import Colour

BACKGROUNDS = {
    Colour.YELLOW: "#fff3b0",
    Colour.GREEN: "#d3efcf",
    Colour.ROSE: "#fbd9e2",
    Colour.BLUE: "#d3e6fa",
}


def style_rules() -> str:
    """Return the CSS rules that give a mark of each colour its background, the class being the colour's name."""
    return "\n".join(f".{colour.value} {{ background: {background}; }}" for colour, background in BACKGROUNDS.items())
