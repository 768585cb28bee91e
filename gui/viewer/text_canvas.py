"""A text on the screen: its lines, its margin and its highlights, always at the reader's place."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QResizeEvent, QTextCursor, QTextLine, QTextOption
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget
from typing_extensions import override

from gui.viewer.appearance import ViewerAppearance
from gui.viewer.filling import Filling
from gui.viewer.geometry import ShownBlock
from gui.viewer.layers import Layers
from gui.viewer.layout import SIDE, ReadingLayout
from gui.viewer.margin import MARGIN_WIDTH, Margin
from gui.viewer.painting import Canvas, paint_bullet, paint_layers
from gui.viewer.positions import TextPositions
from gui.viewer.structure import Structure
from storage.domain.document import Block
from storage.domain.search import Span

_RIGHT_MARGIN = 16


class TextCanvas(QPlainTextEdit):
    """Shows one canonical text. Every offset it takes or gives counts code points of that text.

    A long text is painted before all of it is in the document: its ends are there from the start, what is gone to
    comes first, and the rest in turns of the event loop.

    Signals:
        column_moved: the left edge of the column of text, in pixels of this widget.
    """

    column_moved = Signal(object)

    def __init__(self, appearance: ViewerAppearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.appearance, self.zoom = appearance, 1.0
        self.layers = Layers()
        self._text = ""
        self.setUndoRedoEnabled(False)
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAutoFillBackground(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        document = self.document()
        document.setDocumentMargin(0)
        self._layout = ReadingLayout(document, appearance)
        document.setDocumentLayout(self._layout)
        self._margin = Margin(self)
        self.filling = Filling(self, self._layout)
        self.updateRequest.connect(self._update_margin)
        self.set_look(appearance, 1.0)

    @property
    def text(self) -> str:
        """The canonical text."""
        return self._text

    @property
    def positions(self) -> TextPositions:
        """The map between offsets and positions of the document."""
        return self._layout.positions

    @property
    def structure(self) -> Structure:
        """The blocks of the text."""
        return self._layout.structure

    def show_text(self, text: str, blocks: Sequence[Block]) -> None:
        """Show a canonical text from its beginning, without any highlights yet."""
        self._text = text
        self.layers.clear()
        self.filling.show_text(text, Structure(blocks))
        self.update_layers()

    def set_look(self, appearance: ViewerAppearance, zoom: float) -> None:
        """Show the text in another look and at a zoom, at the same place."""
        top = self.visible_span().start
        self.appearance, self.zoom = appearance, zoom
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, appearance.paper)
        palette.setColor(QPalette.ColorRole.Window, appearance.paper)
        palette.setColor(QPalette.ColorRole.Text, appearance.ink)
        # The selection is painted with the other layers, so that it stands under the text in the same shape.
        palette.setColor(QPalette.ColorRole.Highlight, Qt.GlobalColor.transparent)
        palette.setColor(QPalette.ColorRole.HighlightedText, appearance.ink)
        self.setPalette(palette)
        # The program's style sheet would give the text a frame, and the palette less weight.
        self.setStyleSheet(
            f"QPlainTextEdit {{ border: none; border-radius: 0; background: {appearance.paper.name()};"
            f" color: {appearance.ink.name()}; selection-background-color: transparent;"
            f" selection-color: {appearance.ink.name()}; }}"
        )
        self._layout.set_appearance(appearance, zoom)
        self._arrange()
        self.scroll_to(top)
        self.update_layers()
        self.filling.go_on()

    def position(self, offset: int, *, end: bool = False) -> int:
        """Give the document's position before the character at an offset, as ``Positions`` does, once it is there."""
        self.filling.bring_around(offset)
        return self.positions.position(offset, end=end)

    @override
    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.filling.bring_line(self.verticalScrollBar().value())
        super().scrollContentsBy(dx, dy)

    def selected_span(self) -> Span | None:
        """Give the selected range, or None."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return None
        start, end = self.positions.span(cursor.selectionStart(), cursor.selectionEnd())
        return Span(start, end) if start < end else None

    def visible_span(self) -> Span:
        """Give the range of the lines on the screen."""
        blocks = self.shown_blocks(QRectF(self.viewport().rect()))
        if not blocks:
            return Span(0, 0)
        height = self.viewport().height()
        first = next((line for line in blocks[0].lines() if blocks[0].slot_top(line) > -1), None)
        last = blocks[-1]
        bottom = [line for line in last.lines() if last.slot_top(line) < height]
        offset = self.positions.offset
        start = offset(blocks[0].block.position() + first.textStart()) if first else blocks[0].end
        end = offset(last.block.position() + bottom[-1].textStart() + bottom[-1].textLength()) if bottom else last.start
        return Span(start, max(start, end))

    def scroll_to(self, offset: int) -> None:
        """Bring the line of an offset to the top."""
        self.verticalScrollBar().setValue(self.line_of(self.position(min(offset, len(self._text)))))

    def go_far(self, cursor: QTextCursor) -> None:
        """Put the caret somewhere that is not in view, and the line there in the middle.

        Qt asks several times how far it is from here to there, and would set all lines of a window and more each time.
        """
        line = self.line_of(cursor.position())
        with self._layout.guessing():
            self.verticalScrollBar().setValue(line)
            self.setTextCursor(cursor)
        self.centerCursor()
        self.viewport().update()  # what Qt moved by a guess
        self._margin.update()

    def line_of(self, position: int) -> int:
        """Give the number of the line in which a position of the document stands."""
        block = self.document().findBlock(position)
        self._layout.blockBoundingRect(block)
        line = block.layout().lineForTextPosition(position - block.position())
        return block.firstLineNumber() + max(0, line.lineNumber())

    def character_at(self, point: QPointF) -> int | None:
        """Give the offset of the character that is drawn at a point of the viewport, or None."""
        shown, line = self.line_at(point.y())
        if shown is None or line is None or not 0 <= point.y() - shown.slot_top(line) < shown.style.line_height:
            return None
        drawn = line.naturalTextRect()
        if not drawn.left() <= point.x() <= drawn.right():
            return None
        found = line.xToCursor(point.x(), QTextLine.CursorPosition.CursorOnCharacter)
        return self.positions.offset(shown.block.position() + found)

    def shown_blocks(self, clip: QRectF) -> list[ShownBlock]:
        """List the display blocks that show inside a part of the viewport, from the top."""
        shown: list[ShownBlock] = []
        block = self.firstVisibleBlock()
        top = self.blockBoundingGeometry(block).translated(self.contentOffset()).top()
        while block.isValid() and top < clip.bottom():
            height = self._layout.blockBoundingRect(block).height()
            if top + height > clip.top() and not self._layout.is_missing(block):
                start, end = self._layout.offsets(block)
                place = self._layout.structure.place(start, end)
                shown.append(ShownBlock(block, start, end, top, height, place, self._layout.style(place)))
            top += height
            block = block.next()
        return shown

    def line_at(self, y: float) -> tuple[ShownBlock | None, QTextLine | None]:
        """Find the line at a height of the viewport, or the nearest one."""
        blocks = self.shown_blocks(QRectF(self.viewport().rect()))
        shown = next((one for one in blocks if one.top + one.height > y), blocks[-1] if blocks else None)
        if shown is None:
            return None, None
        lines = list(shown.lines())
        return shown, next((line for line in lines if shown.slot_top(line) + shown.style.line_height > y), lines[-1])

    def update_layers(self) -> None:
        """Paint the highlights anew."""
        self.viewport().update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        clip = QRectF(event.rect())
        blocks = self.shown_blocks(clip)
        painter = QPainter(self.viewport())
        canvas = Canvas(painter, clip, self._text, self.positions, self.appearance)
        paint_layers(canvas, blocks, self.layers, self.selected_span())
        for shown in blocks:
            if shown.style.bullet and shown.place.begins:
                paint_bullet(canvas, shown)
        painter.end()
        super().paintEvent(event)

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self._arrange()
        return super().event(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        # Qt would lay out the whole text at a new width; ours is laid out again as it comes into view.
        size = event.size()
        if size.width() != event.oldSize().width():
            top = self.visible_span().start
            self._layout.set_width(size.width())
            super().resizeEvent(QResizeEvent(size, size))
            self.scroll_to(top)
            self.filling.go_on()
        else:
            super().resizeEvent(event)
        self._place_margin()

    def _arrange(self) -> None:
        """Centre the column: as wide as the measure, or as the room beside the margins."""
        room = self.width() - self.verticalScrollBar().sizeHint().width()
        wanted = round(self.appearance.measure * max(1.0, self.zoom)) + 2 * SIDE
        column = max(80, min(wanted, room - MARGIN_WIDTH - _RIGHT_MARGIN))
        left = max(MARGIN_WIDTH, (room - column) // 2)
        self.setViewportMargins(left, 0, max(0, room - column - left), 0)
        self.column_moved.emit(left + SIDE)
        self._place_margin()

    def _place_margin(self) -> None:
        viewport = self.viewport().geometry()
        self._margin.setGeometry(viewport.left() - MARGIN_WIDTH, viewport.top(), MARGIN_WIDTH, viewport.height())

    @Slot(QRect, int)
    def _update_margin(self, rect: QRect, dy: int) -> None:
        if dy:
            self._margin.scroll(0, dy)
        else:
            self._margin.update(0, rect.y(), self._margin.width(), rect.height())
