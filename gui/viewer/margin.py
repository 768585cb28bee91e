"""The margin left of the text: paragraph numbers and page labels."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from gui.viewer.geometry import ShownBlock

if TYPE_CHECKING:
    from gui.viewer.text_canvas import TextCanvas

MARGIN_WIDTH = 56
"""Pixels that the margin has at least."""

_GAP = 8
_NUMBER_SIZE = 11.0


class Margin(QWidget):
    """Shows the number of each block beside its first line, and where a page begins."""

    spoken_role = QAccessible.Role.Border

    def __init__(self, view: "TextCanvas") -> None:
        super().__init__(view)
        self._view = view
        self.setAccessibleName(self.tr("Paragraph numbers"))

    def spoken(self) -> str:
        """Say the numbers that are in view, for a screen reader."""
        shown = (one.place for one in self._view.shown_blocks(QRectF(self.rect())))
        numbers = (place.block.number for place in shown if place.block is not None and place.begins)
        return ", ".join(f"{number:n}" for number in numbers if number)

    @override
    def sizeHint(self) -> QSize:
        return QSize(MARGIN_WIDTH, 0)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self._view.appearance.muted)
        painter.setFont(self._view.appearance.interface_font(_NUMBER_SIZE * max(1.0, self._view.zoom)))
        painter.fillRect(event.rect(), self._view.appearance.paper)
        for shown in self._view.shown_blocks(QRectF(event.rect())):
            self._paint_block(painter, shown)

    def _paint_block(self, painter: QPainter, shown: ShownBlock) -> None:
        line = next(shown.lines(), None)
        if line is None:
            return
        top, height = shown.slot_top(line), shown.style.line_height
        block = shown.place.block
        if block is not None and block.number and shown.place.begins:
            self._write(painter, f"{block.number:n}", top, height)
            top += height
        page = self._view.structure.page_break(shown.start, shown.end)
        if page is not None:
            label = page.page_label or (str(page.page) if page.page is not None else "")
            self._write(painter, self.tr("p. {0}").format(label), top, height)

    def _write(self, painter: QPainter, words: str, top: float, height: float) -> None:
        box = QRectF(0, top, self.width() - _GAP, height)
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        QApplication.sendEvent(self._view.viewport(), event)
