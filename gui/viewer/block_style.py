"""How each kind of block is set: font, colour, indentation, the room above it and its line height."""

from dataclasses import dataclass
from functools import cache

from PySide6.QtGui import QColor, QFont, QFontMetricsF

from gui.viewer.appearance import ViewerAppearance
from storage.domain.document import BlockKind


@dataclass(frozen=True, slots=True)
class BlockStyle:
    """How a block is set, in pixels at the current zoom.

    ``baseline`` is measured from the top of a line's slot, which is ``line_height`` high. ``font`` and ``colour`` are
    None where they are those of the running text.
    """

    font: QFont | None
    colour: QColor | None
    above: float
    left: float
    right: float
    line_height: float
    baseline: float
    bullet: bool = False


@dataclass(frozen=True, slots=True)
class _Setting:
    """A kind of block at zoom 1: size and line height as multiples of the running text's, room above, indentation."""

    size: float = 1.0
    leading: float = 1.0
    above: float = 12
    left: float = 0
    right: float = 0
    heading: bool = False
    muted: bool = False
    bullet: bool = False


_SETTINGS = {
    BlockKind.TITLE: _Setting(size=1.25, leading=0.82, above=16, heading=True),
    BlockKind.HEADING: _Setting(leading=0.91, above=20, heading=True),
    BlockKind.PARAGRAPH: _Setting(),
    BlockKind.LIST_ITEM: _Setting(above=4, left=24, bullet=True),
    BlockKind.QUOTATION: _Setting(left=32, right=32),
    BlockKind.TABLE_ROW: _Setting(size=0.94, leading=0.94, above=4),
    BlockKind.FOOTNOTE: _Setting(size=0.875, leading=0.94, above=8),
    BlockKind.BOILERPLATE: _Setting(muted=True),
}


class BlockStyles:
    """The styles of all kinds of blocks for one appearance and zoom."""

    def __init__(self, appearance: ViewerAppearance, zoom: float) -> None:
        self._appearance = appearance
        self._zoom = zoom
        self.style = cache(self._make)

    @property
    def gap(self) -> float:
        """The height of the first blank line between two blocks."""
        return _SETTINGS[BlockKind.PARAGRAPH].above * self._zoom

    @property
    def further_gap(self) -> float:
        """The height of each further blank line."""
        return self.gap / 3

    def _make(self, kind: BlockKind | None, level: int) -> BlockStyle:
        setting = _SETTINGS.get(kind, _Setting()) if kind else _Setting()
        appearance, zoom = self._appearance, self._zoom
        size = appearance.document_size * setting.size
        if kind is BlockKind.HEADING:
            size *= {0: 1.125, 1: 1.125, 2: 1.0}.get(level, 0.94)
        font = appearance.document_font(zoom, size)
        if setting.heading:
            font = appearance.interface_font(size * zoom, bold=True)
        metrics = QFontMetricsF(font)
        line_height = round(size * appearance.line_height * setting.leading * zoom)
        depth = max(1, level) if setting.bullet else 1
        return BlockStyle(
            font=font if setting.heading or setting.size != 1.0 else None,
            colour=appearance.boilerplate if setting.muted else None,
            above=round(setting.above * zoom),
            left=setting.left * depth * zoom,
            right=setting.right * zoom,
            line_height=line_height,
            baseline=round((line_height + metrics.ascent() - metrics.descent()) / 2),
            bullet=setting.bullet,
        )
