"""The colours, fonts and measures the viewer draws with; a theme fills them in, no widget here names a colour."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtGui import QColor, QFont

from storage.domain.annotation import Colour
from storage.domain.authority import EntityKind
from storage.settings import Settings


@dataclass(frozen=True, slots=True)
class ViewerAppearance:
    """How the viewer looks; lengths and sizes are device-independent pixels at zoom 1.

    ``line_height`` is a multiple of the document's font size, ``measure`` the widest that a line of text gets.
    ``interface_family`` is empty for the system's own sans.
    """

    paper: QColor
    ink: QColor
    muted: QColor
    line: QColor
    accent: QColor
    accent_soft: QColor
    selection: QColor
    boilerplate: QColor
    country: QColor
    party: QColor
    body: QColor
    person: QColor
    hit: QColor
    current_hit: QColor
    current_hit_outline: QColor
    mark_yellow: QColor
    mark_green: QColor
    mark_rose: QColor
    mark_blue: QColor
    document_families: tuple[str, ...] = ("Noto Serif", "DejaVu Serif", "serif")
    interface_family: str = ""
    document_size: float = 16.0
    interface_size: float = 13.0
    line_height: float = 1.65
    measure: float = 680.0
    mark_meanings: tuple[tuple[Colour, str], ...] = ()

    @classmethod
    def from_tokens(cls, tokens: Mapping[str, str]) -> "ViewerAppearance":
        """Fill the colours from a theme's tokens, written as in ``look``: ``"mark yellow" -> "#fff2a8"``.

        The colours for boilerplate and the outline of the current hit are the tokens ``muted`` and ``caution``.

        Raises:
            KeyError: a token is missing.
        """
        own = {"boilerplate": "muted", "current_hit_outline": "caution"}
        names = [name for name, kind in cls.__annotations__.items() if kind is QColor]
        colours: dict[str, Any] = {name: QColor(tokens[own.get(name, name).replace("_", " ")]) for name in names}
        return cls(**colours)

    @classmethod
    def from_settings(cls, tokens: Mapping[str, str], settings: Settings) -> "ViewerAppearance":
        """Fill the colours from a theme's tokens, fonts and measures from the reader's settings."""
        plain = cls.from_tokens(tokens)
        families = (settings.document_family, *plain.document_families) if settings.document_family else ()
        return replace(
            plain,
            document_families=families or plain.document_families,
            document_size=settings.document_size,
            line_height=settings.line_height,
            measure=float(settings.measure),
        )

    def mark(self, colour: Colour) -> QColor:
        """Return the fill of a mark."""
        match colour:
            case Colour.YELLOW:
                return self.mark_yellow
            case Colour.GREEN:
                return self.mark_green
            case Colour.ROSE:
                return self.mark_rose
            case Colour.BLUE:
                return self.mark_blue

    def meaning(self, colour: Colour) -> str:
        """Return what marks of a colour stand for, empty where nothing was said."""
        return dict(self.mark_meanings).get(colour, "")

    def mention(self, kind: EntityKind) -> QColor:
        """Return the colour of the line under a mention; regions share that of countries."""
        match kind:
            case EntityKind.REGION | EntityKind.COUNTRY:
                return self.country
            case EntityKind.PARTY:
                return self.party
            case EntityKind.BODY:
                return self.body
            case EntityKind.PERSON:
                return self.person

    def document_font(self, zoom: float, size: float | None = None) -> QFont:
        """Make the font of the running text at a zoom; ``size`` is in pixels at zoom 1."""
        font = QFont(list(self.document_families))
        font.setPixelSize(max(1, round((size or self.document_size) * zoom)))
        return font

    def interface_font(self, size: float | None = None, *, bold: bool = False) -> QFont:
        """Make the interface's font in a size given in pixels."""
        font = QFont(self.interface_family) if self.interface_family else QFont()
        font.setPixelSize(max(1, round(size or self.interface_size)))
        if bold:
            font.setWeight(QFont.Weight.Bold)
        return font
