"""Dragging the ends of the active mark to other words."""

from PySide6.QtCore import QPoint, QPointF, QRectF

from gui.viewer.geometry import caret_line
from gui.viewer.text_canvas import TextCanvas
from gui.viewer.wishes import ExtentRequest
from gui.widgets.writing import why_read_only
from storage.domain.annotation import Annotation
from storage.domain.search import Span

_REACH = 6


class MarkEnds:
    """The two handles of the active mark, and the drag of one of them."""

    def __init__(self, view: TextCanvas) -> None:
        self._view = view
        self._held: tuple[Annotation, bool] | None = None

    @property
    def is_dragging(self) -> bool:
        """Whether a handle is held."""
        return self._held is not None

    def is_at(self, point: QPointF) -> bool:
        """Tell whether there is a handle at a point of the viewport."""
        return self._find(point) is not None

    def take(self, point: QPointF) -> bool:
        """Take hold of the handle at a point, if there is one."""
        self._held = self._find(point)
        return self._held is not None

    def move(self, point: QPoint) -> None:
        """Stretch the mark to a point; it always keeps one character."""
        if self._held is None:
            return
        mark, is_end = self._held
        offset = self._view.positions.offset(self._view.cursorForPosition(point).position())
        start, end = mark.anchor.start, mark.anchor.end
        span = Span(start, max(offset, start + 1)) if is_end else Span(min(offset, end - 1), end)
        self._view.layers.stretched = span
        self._view.update_layers()

    def release(self) -> ExtentRequest | None:
        """Let go, and give what is wished if the mark was stretched."""
        held, span = self._held, self._view.layers.stretched
        self._held = self._view.layers.stretched = None
        self._view.update_layers()
        if held is None or span is None or span == Span(held[0].anchor.start, held[0].anchor.end):
            return None
        return ExtentRequest(held[0].id, span)

    def _find(self, point: QPointF) -> tuple[Annotation, bool] | None:
        mark = self._view.layers.active_mark()
        if mark is None or why_read_only(self._view):
            return None
        for is_end, offset in ((False, mark.anchor.start), (True, mark.anchor.end)):
            box = self._box(offset, is_end=is_end)
            if box is not None and box.adjusted(-_REACH, 0, _REACH, 0).contains(point):
                return mark, is_end
        return None

    def _box(self, offset: int, *, is_end: bool) -> QRectF | None:
        position = self._view.positions.position(offset, end=is_end)
        for shown in self._view.shown_blocks(QRectF(self._view.viewport().rect())):
            if shown.start <= offset <= shown.end and 0 <= position - shown.block.position() < shown.block.length():
                return caret_line(shown, position - shown.block.position(), before=is_end)
        return None
