"""Painting the layers over a printed page: as a text marker does, the print stays readable through the colour."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from gui.theme import PRINT
from gui.viewer.appearance import ViewerAppearance
from gui.viewer.layers import Layers
from gui.viewer.page_map import MappedPage
from gui.viewer.painting import mark_brush, overlaps, underline
from storage.domain.annotation import AnchorState
from storage.domain.search import Span

_LIGHT_ENOUGH, _DARK_ENOUGH = 0.82, 0.4
_ROOM = 1.5


class PagePainter:
    """Paints what lies on one page; ``place`` leads from a box on the page to one on the screen."""

    def __init__(
        self, painter: QPainter, look: ViewerAppearance, page: MappedPage, place: Callable[[QRectF], QRectF]
    ) -> None:
        self._painter = painter
        self._look = look
        self._page = page
        self._place = place

    def paint(self, layers: Layers, on_page: Span, selected: tuple[int, int]) -> None:
        """Paint all layers that are on, and the selection: the characters ``[first, last)`` of the page."""
        start, end = on_page.start, on_page.end
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._marks(layers, start, end)
        for number in layers.shown_hits(start, end):
            self._hit(layers.hits.span(number), number == layers.hits.current)
        chosen = self._page.span(*selected) if selected[1] > selected[0] else None
        if chosen is not None:
            self._fill(chosen, QBrush(on_white(self._look.selection)))
        for mention in layers.shown_mentions(start, end):
            colour = ink_on_white(self._look.mention(mention.kind))
            for box in self._boxes(Span(mention.start, mention.end)):
                underline(self._painter, mention.kind, colour, QPointF(box.left(), box.bottom()), box.width())
        active = layers.active_mark()
        if active is not None:
            self._outline(Span(active.anchor.start, active.anchor.end), QPen(ink_on_white(self._look.accent), 2))

    def _marks(self, layers: Layers, start: int, end: int) -> None:
        for span, covering in overlaps(layers.shown_annotations(start, end), start, end):
            self._fill(span, mark_brush([on_white(self._look.mark(one.colour)) for one in covering], PRINT))
            if any(one.state is AnchorState.PLEASE_CHECK for one in covering):
                self._outline(span, QPen(self._look.current_hit_outline, 1, Qt.PenStyle.DashLine))

    def _hit(self, span: Span, current: bool) -> None:
        self._fill(span, QBrush(on_white(self._look.current_hit if current else self._look.hit)))
        self._outline(span, QPen(self._look.current_hit_outline, 2) if current else QPen(self._look.current_hit, 1))

    def _boxes(self, span: Span) -> list[QRectF]:
        return [self._place(box) for box in self._page.boxes(span.start, span.end)]

    def _fill(self, span: Span, brush: QBrush) -> None:
        self._painter.save()
        self._painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(brush)
        for box in self._boxes(span):
            self._painter.drawRoundedRect(box.adjusted(-_ROOM, 0, _ROOM, 0), 2, 2)
        self._painter.restore()

    def _outline(self, span: Span, pen: QPen) -> None:
        self._painter.setPen(pen)
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        for box in self._boxes(span):
            self._painter.drawRoundedRect(box.adjusted(-_ROOM, 0, _ROOM, 0), 2, 2)


def on_white(colour: QColor) -> QColor:
    """Return a fill as it looks on white paper, where the dark fills of a dark theme would hide the print."""
    lightness = max(colour.lightnessF(), _LIGHT_ENOUGH)
    return QColor.fromHslF(max(colour.hslHueF(), 0.0), colour.hslSaturationF(), lightness)


def ink_on_white(colour: QColor) -> QColor:
    """Return the colour of a line as it looks on white paper, where the light lines of a dark theme would be lost."""
    lightness = min(colour.lightnessF(), _DARK_ENOUGH)
    return QColor.fromHslF(max(colour.hslHueF(), 0.0), colour.hslSaturationF(), lightness)
