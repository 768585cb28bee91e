"""The strip beside the scroll bar: where marks and hits stand in the whole text."""

from bisect import bisect_left

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from gui.theme import mix
from gui.viewer.appearance import ViewerAppearance
from gui.viewer.interval_index import IntervalIndex
from gui.viewer.layers import Layer, Layers
from gui.widgets.counting import counted
from storage.domain.annotation import Colour

STRIP_WIDTH = 16

_BAR_HEIGHT = 3
_NEAR = 6


class Strip(QWidget):
    """Shows the places of marks (left) and hits (right); a click goes to the nearest one.

    Signals:
        place_requested: the offset, in code points, that was asked for.
    """

    place_requested = Signal(object)
    spoken_role = QAccessible.Role.Graphic

    def __init__(self, appearance: ViewerAppearance, layers: Layers, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = appearance
        self._layers = layers
        self._length = 0
        self._bars: QPixmap | None = None
        self._hits_drawn: tuple[tuple[IntervalIndex, int, int, int] | None, list[tuple[int, int]]] = (None, [])
        self.setFixedWidth(STRIP_WIDTH)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(self.tr("Places of marks and hits"))
        self.setToolTip(self.tr("Marks on the left, hits on the right. Click to go there."))

    def spoken(self) -> str:
        """Say how many marks and hits there are, for a screen reader; keys go to them."""
        counts = self._layers.counts()
        marks = counted(counts[Layer.MARKS], self.tr("%1 mark"), self.tr("%1 marks"))
        return f"{marks}, {counted(counts[Layer.HITS], self.tr('%1 hit'), self.tr('%1 hits'))}"

    def set_length(self, length: int) -> None:
        """Take the number of code points of the whole text."""
        self._length = length
        self.show_layers()

    def set_appearance(self, appearance: ViewerAppearance) -> None:
        """Draw in another look."""
        self._look = appearance
        self.show_layers()

    def show_layers(self) -> None:
        """Draw the layers anew after one of them has changed."""
        self._bars = None
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(STRIP_WIDTH, 100)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._bars is None or self._bars.deviceIndependentSize() != self.size().toSizeF():
            self._bars = self._draw_bars()
        painter.drawPixmap(0, 0, self._bars)
        hits = self._layers.hits
        if self._length and hits.current is not None and self._layers.is_on(Layer.HITS):
            self._current(painter, self._row(hits.starts[hits.current]))

    def _draw_bars(self) -> QPixmap:
        pixmap = QPixmap(self.size() * self.devicePixelRatioF())
        pixmap.setDevicePixelRatio(self.devicePixelRatioF())
        pixmap.fill(self._look.paper)
        painter = QPainter(pixmap)
        painter.setPen(self._look.line)
        painter.drawLine(0, 0, 0, self.height())
        if self._length:
            self._draw_layers(painter)
        painter.end()
        return pixmap

    def _draw_layers(self, painter: QPainter) -> None:
        layers = self._layers
        if layers.is_on(Layer.MARKS):
            colours = {colour: mix(self._look.mark(colour), self._look.ink, 0.25) for colour in Colour}
            for row, number in self._rows(layers.annotation_index):
                painter.fillRect(2, row, 6, _BAR_HEIGHT, colours[layers.annotations[number].colour])
        if layers.is_on(Layer.HITS):
            for row, _number in self._rows_of_hits(layers.hits.index):
                painter.fillRect(8, row, 6, _BAR_HEIGHT, self._look.current_hit)

    def _rows_of_hits(self, hits: IntervalIndex) -> list[tuple[int, int]]:
        """List the rows of the hits, found once for as long as neither they nor the strip change."""
        known = (hits, len(hits), self._length, self.height())
        if self._hits_drawn[0] != known:
            self._hits_drawn = known, self._rows(hits)
        return self._hits_drawn[1]

    def _rows(self, index: IntervalIndex) -> list[tuple[int, int]]:
        """List the rows in which ranges begin, with the first of each: no more work than there are rows."""
        found: list[tuple[int, int]] = []
        number, count, starts = 0, len(index), index.starts
        room, length = max(1, self.height() - _BAR_HEIGHT), self._length
        while number < count:
            row = self._row(starts[number])
            found.append((row, number))
            number = bisect_left(starts, int((row + _BAR_HEIGHT) * length / room), number + 1)
        return found

    def _row(self, offset: int) -> int:
        return int(offset * max(1, self.height() - _BAR_HEIGHT) / self._length)

    def _offset(self, row: float) -> int:
        return int(row * self._length / max(1, self.height() - _BAR_HEIGHT))

    def _current(self, painter: QPainter, row: int) -> None:
        painter.setPen(QPen(self._look.current_hit_outline, 1.5))
        painter.setBrush(self._look.current_hit)
        painter.drawRect(QRectF(7, row - 1, STRIP_WIDTH - 9, _BAR_HEIGHT + 2))

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._length and event.button() is Qt.MouseButton.LeftButton:
            self.place_requested.emit(self._nearest(event.position().y()))

    def _nearest(self, y: float) -> int:
        """Find the beginning of the mark or hit that is drawn nearest to a height, else the place itself."""
        wanted = max(0, min(self._length - 1, self._offset(y - _BAR_HEIGHT / 2)))
        indexes = [index for layer, index in self._indexes() if self._layers.is_on(layer) and len(index)]
        candidates = [
            index.starts[number]
            for index in indexes
            for number in (index.first_from(wanted) - 1, index.first_from(wanted))
            if 0 <= number < len(index)
        ]
        near = min(candidates, key=lambda offset: abs(offset - wanted), default=wanted)
        return near if abs(self._row(near) - self._row(wanted)) <= _NEAR else wanted

    def _indexes(self) -> tuple[tuple[Layer, IntervalIndex], ...]:
        return (Layer.MARKS, self._layers.annotation_index), (Layer.HITS, self._layers.hits.index)
