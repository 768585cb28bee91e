"""Painting the layers under the text: fills for marks, hits and the selection, lines under mentions."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainter, QPen

from gui.theme import mix
from gui.viewer.appearance import ViewerAppearance
from gui.viewer.geometry import ShownBlock, begins_right_to_left, caret_line, runs_right_to_left, slots
from gui.viewer.layers import Layers
from gui.viewer.positions import TextPositions
from storage.domain.annotation import AnchorState, Annotation
from storage.domain.authority import EntityKind
from storage.domain.mention import Mention
from storage.domain.search import Span

_STRIPE = 5.0
_RADIUS = 2.0
_QUIET = 0.6
_HANDLE = 3.5
_SELECTION_ACCENT = 0.15  # so that the selection is not taken for a blue mark


@dataclass(frozen=True, slots=True)
class Canvas:
    """What one paint works on: the painter, the part to paint, and the text with its positions."""

    painter: QPainter
    clip: QRectF
    text: str
    positions: TextPositions
    look: ViewerAppearance


def paint_layers(canvas: Canvas, blocks: Sequence[ShownBlock], layers: Layers, selection: Span | None) -> None:
    """Paint all layers that are on, for the display blocks on the screen."""
    if not blocks:
        return
    start, end = blocks[0].start, blocks[-1].end
    annotations = layers.shown_annotations(start, end)
    mentions = layers.shown_mentions(start, end)
    hits = [(number, layers.hits.span(number)) for number in layers.shown_hits(start, end)]
    canvas.painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for shown in blocks:
        block = _BlockPainter(canvas, shown)
        block.annotations([one for one in annotations if block.touches(one.anchor.start, one.anchor.end)])
        for number, span in hits:
            if block.touches(span.start, span.end):
                block.hit(span, current=number == layers.hits.current)
        if selection and block.touches(selection.start, selection.end):
            block.fill(selection, mix(canvas.look.selection, canvas.look.accent, _SELECTION_ACCENT))
        for mention in mentions:
            if block.touches(mention.start, mention.end):
                block.mention(mention)
        active = layers.active_mark()
        if active is not None:
            block.active(layers.stretched or Span(active.anchor.start, active.anchor.end))


class _BlockPainter:
    """Paints what lies on one display block."""

    def __init__(self, canvas: Canvas, shown: ShownBlock) -> None:
        self._painter = canvas.painter
        self._look = canvas.look
        self._canvas = canvas
        self._shown = shown
        self._mixed = runs_right_to_left(canvas.text[shown.start : shown.end])

    def touches(self, start: int, end: int) -> bool:
        return start < self._shown.end and end > self._shown.start

    def _slots(self, start: int, end: int) -> Iterator[QRectF]:
        shown, positions = self._shown, self._canvas.positions
        first = positions.position(max(start, shown.start)) - shown.block.position()
        last = positions.position(min(end, shown.end), end=True) - shown.block.position()
        return slots(shown, first, last, self._canvas.clip, mixed=self._mixed)

    def _quiet(self, colour: QColor) -> QColor:
        """Make a fill lighter under greyed words, which could not be read on it otherwise."""
        return colour if self._shown.style.colour is None else mix(colour, self._look.paper, _QUIET)

    def fill(self, span: Span, brush: QBrush | QColor) -> None:
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(brush)
        for slot in self._slots(span.start, span.end):
            self._painter.drawRoundedRect(_box(slot), _RADIUS, _RADIUS)

    def outline(self, span: Span, pen: QPen) -> None:
        self._painter.setPen(pen)
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        for slot in self._slots(span.start, span.end):
            self._painter.drawRoundedRect(_box(slot).adjusted(-1, 0, 1, 0), _RADIUS, _RADIUS)

    def active(self, span: Span) -> None:
        """Outline the active mark, with a handle at each end."""
        if self.touches(span.start, span.end):
            self.outline(span, QPen(self._look.accent, 1.5))
        shown, positions = self._shown, self._canvas.positions
        for offset, is_end in ((span.start, False), (span.end, True)):
            position = positions.position(offset, end=is_end) - shown.block.position()
            if shown.start <= offset <= shown.end and 0 <= position < shown.block.length():
                place = caret_line(shown, position, before=is_end)
                self._painter.setPen(Qt.PenStyle.NoPen)
                self._painter.setBrush(self._look.accent)
                self._painter.drawRect(QRectF(place.left() - 1, place.top() + 1, 2, place.height() - 2))
                self._painter.drawEllipse(place.bottomLeft() if is_end else place.topLeft(), _HANDLE, _HANDLE)

    def hit(self, span: Span, *, current: bool) -> None:
        self.fill(span, self._quiet(self._look.current_hit if current else self._look.hit))
        pen = QPen(self._look.current_hit_outline, 2) if current else QPen(self._look.current_hit, 1)
        self.outline(span, pen)

    def annotations(self, annotations: Sequence[Annotation]) -> None:
        for span, covering in overlaps(annotations, self._shown.start, self._shown.end):
            self.fill(span, mark_brush([self._quiet(self._look.mark(one.colour)) for one in covering], self._look.ink))
            if any(one.state is AnchorState.PLEASE_CHECK for one in covering):
                self.outline(span, QPen(self._look.current_hit_outline, 1, Qt.PenStyle.DashLine))

    def mention(self, mention: Mention) -> None:
        colour = self._look.mention(mention.kind)
        below = self._shown.style.baseline + round(self._shown.style.line_height * 0.17)
        for slot in self._slots(mention.start, mention.end):
            left = QPointF(slot.left(), slot.top() + below)
            underline(self._painter, mention.kind, colour, left, slot.width())


def _box(slot: QRectF) -> QRectF:
    return slot.adjusted(0, 1.5, 0, -1.5)


def overlaps(annotations: Sequence[Annotation], start: int, end: int) -> Iterator[tuple[Span, list[Annotation]]]:
    """Split the part of overlapping marks inside ``[start, end)`` where one begins or ends."""
    edges = {edge for one in annotations for edge in (max(start, one.anchor.start), min(end, one.anchor.end))}
    ordered = sorted(edges)
    for first, last in pairwise(ordered):
        covering = [one for one in annotations if one.anchor.start <= first and one.anchor.end >= last]
        if covering:
            yield Span(first, last), covering


def mark_brush(colours: Sequence[QColor], ink: QColor) -> QBrush:
    """Fill plainly for one mark, with slanted stripes for several."""
    if len(colours) == 1:
        return QBrush(colours[0])
    different = list({colour.rgba(): colour for colour in colours}.values())
    if len(different) == 1:
        different.append(mix(different[0], ink, 0.12))
    gradient = QLinearGradient(QPointF(0, 0), QPointF(_STRIPE, _STRIPE) * len(different) / 2)
    gradient.setSpread(QLinearGradient.Spread.RepeatSpread)
    for index, colour in enumerate(different):
        gradient.setColorAt(index / len(different), colour)
        gradient.setColorAt(min(1.0, (index + 0.999) / len(different)), colour)
    return QBrush(gradient)


def underline(painter: QPainter, kind: EntityKind, colour: QColor, start: QPointF, length: float) -> None:
    """Draw the line that tells a kind of mention: dotted, solid, double or dashed."""
    pen = QPen(colour, 1.6)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    match kind:
        case EntityKind.BODY:
            pen.setWidthF(1.0)
            painter.setPen(pen)
            lower = start + QPointF(0, 2.5)
            painter.drawLine(lower, lower + QPointF(length, 0))
            start -= QPointF(0, 0.5)
        case EntityKind.PERSON:
            pen.setDashPattern([3.5, 2.0])
        case EntityKind.COUNTRY | EntityKind.REGION:
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            pen.setDashPattern([0.1, 2.0])
        case EntityKind.PARTY:
            pass
    painter.setPen(pen)
    painter.drawLine(start, start + QPointF(length, 0))


def paint_sample(painter: QPainter, kind: EntityKind, look: ViewerAppearance, box: QRectF) -> None:
    """Draw the line of a kind of mention into a box, for the legend."""
    underline(painter, kind, look.mention(kind), QPointF(box.left(), box.center().y()), box.width())


def paint_bullet(canvas: Canvas, shown: ShownBlock) -> None:
    """Draw a dot before a list item whose own words do not begin with a sign or number."""
    first = next(shown.lines(), None)
    words = canvas.text[shown.start : shown.start + 8].lstrip()
    if first is None or not words or not words[0].isalpha() or words[1:2] in (".", ")"):
        return
    top = shown.slot_top(first) + shown.style.baseline - shown.style.line_height * 0.2
    canvas.painter.setPen(Qt.PenStyle.NoPen)
    canvas.painter.setBrush(canvas.look.muted)
    left = first.x() - shown.style.line_height / 2
    if begins_right_to_left(words):
        left = first.x() + first.width() + shown.style.line_height / 2
    canvas.painter.drawEllipse(QPointF(left, top), 2.2, 2.2)
