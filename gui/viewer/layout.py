"""Setting the lines of display blocks: line height, indentation and fonts that ``QPlainTextEdit`` has no notion of.

Blocks are laid out when they are first asked for, so a text of 20 MB costs no more than what is on the screen. Blocks
not yet laid out have an estimated number of lines, and so have the empty ones that stand for stretches which are not in
the document yet; that keeps the scroll bar true to the text.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFontMetricsF, QTextBlock, QTextCharFormat, QTextDocument, QTextLayout, QTextOption
from PySide6.QtWidgets import QPlainTextDocumentLayout
from typing_extensions import override

from gui.viewer.appearance import ViewerAppearance
from gui.viewer.block_style import BlockStyle, BlockStyles
from gui.viewer.geometry import begins_right_to_left
from gui.viewer.positions import TextPositions
from gui.viewer.structure import Place, Structure

SIDE = 8
"""Pixels left free on both sides of the lines, so that outlines are not cut off."""

_USUAL_LINE = 80.0
"""Characters that a line is taken to have before its width is known."""


class ReadingLayout(QPlainTextDocumentLayout):
    """Lays out the display blocks of one text by the kinds of its blocks.

    Lines come from Qt; their places are ours. What ``QPlainTextDocumentLayout`` would lay out by itself is replaced
    when ``blockBoundingRect`` is asked, which Qt does before it uses any line.
    """

    def __init__(self, document: QTextDocument, appearance: ViewerAppearance) -> None:
        super().__init__(document)
        self.positions = TextPositions("")
        self.structure = Structure(())
        self._text = ""
        self._width = 0.0
        self._heights: dict[int, float] = {}
        self._announcing = self._guessing = self._filling = False
        self._unestimated: list[int] = []
        self.set_appearance(appearance, 1.0)

    def set_text(self, text: str, positions: TextPositions, structure: Structure) -> None:
        """Take the canonical text that the document is about to show."""
        self._text, self.positions, self.structure = text, positions, structure
        self._heights.clear()
        self._unestimated = []

    def set_appearance(self, appearance: ViewerAppearance, zoom: float) -> None:
        """Set everything anew in another look; the caller keeps the reader's place."""
        self.styles = BlockStyles(appearance, zoom)
        self.document().setDefaultFont(appearance.document_font(zoom))
        self._heights.clear()

    def set_width(self, width: float) -> None:
        """Break lines at a width; blocks are laid out again when they are next asked for."""
        if width != self._width:
            was_known = self._width > 0
            self._width = width
            self._heights.clear()
            if not was_known:
                self._estimate_anew()

    def offsets(self, block: QTextBlock) -> tuple[int, int]:
        """Give the range ``[start, end)`` of code points a display block shows, without the break that ends it."""
        first = block.position()
        return self.positions.offset(first), self.positions.offset(first + block.length() - 1)

    def place(self, block: QTextBlock) -> Place:
        """Tell what a display block shows."""
        return self.structure.place(*self.offsets(block))

    def style(self, place: Place) -> BlockStyle:
        """Give the style of what a display block shows."""
        block = place.block
        return self.styles.style(block.kind, block.level) if block else self.styles.style(None, 0)

    @override
    def blockBoundingRect(self, block: QTextBlock) -> QRectF:
        if not block.isValid():
            return QRectF()
        height = self._heights.get(block.fragmentIndex())
        if height is None or not block.layout().lineCount():
            guessed = self._guessing or self.is_missing(block)
            height = self._guessed_height(block) if guessed else self._lay_out(block)
        return QRectF(0, 0, self._width, height)

    def is_missing(self, block: QTextBlock) -> bool:
        """Tell whether a block stands for a stretch that is not in the document yet."""
        return self.positions.is_missing(block.position())

    @override
    def documentChanged(self, from_: int, charsRemoved: int, charsAdded: int) -> None:
        if self._filling:
            block = self.document().findBlock(from_)
            block.clearLayout()  # a cursor that goes to an empty block has it set
            self._heights.pop(block.fragmentIndex(), None)
        else:
            super().documentChanged(from_, charsRemoved, charsAdded)
            self._estimate_anew()  # it takes each block for one line

    @contextmanager
    def filling(self) -> Iterator[None]:
        """Let stretches come into the document; the view is told in the end, when all have their lines estimated.

        Qt would have it painted anew, and a block that has come alone set in its own way.
        """
        self._filling = True
        try:
            yield
        finally:
            self._filling = False
        self.announce()

    @contextmanager
    def guessing(self) -> Iterator[None]:
        """Let Qt have the heights of blocks without laying them out, while it uses no line of them."""
        self._guessing = True
        try:
            yield
        finally:
            self._guessing = False

    def _guessed_height(self, block: QTextBlock) -> float:
        return block.lineCount() * self.styles.style(None, 0).line_height

    @override
    def documentSize(self) -> QSizeF:
        return QSizeF(self._width, self.document().lineCount())

    def estimate_stretches(self, stretches: Iterable[int]) -> None:
        """Estimate the number of lines of stretches, block by block of those that are in the document."""
        characters = self._characters_in_a_line()
        for stretch in stretches:
            self._estimate_stretch(stretch, characters)

    def _estimate_stretch(self, stretch: int, characters: float) -> None:
        start, end = self.positions.extent(stretch)
        block = self.document().findBlock(self.positions.first_position(stretch))
        if self.is_missing(block):
            block.setLineCount(1 + self._text.count("\n", start, end) + int((end - start) / characters))
            return
        last = self.positions.position(end, end=True)
        while block.isValid() and block.position() <= last:
            if block.fragmentIndex() not in self._heights:
                block.setLineCount(1 + int(block.length() / characters))
            block = block.next()
        self._heights.pop(block.fragmentIndex(), None)  # the room above it depends on what stands before

    def _estimate_anew(self) -> None:
        missing = self.positions.missing()
        self.estimate_stretches(missing)
        self._unestimated = sorted(set(range(self.positions.count)).difference(missing))

    def estimate_more(self) -> bool:
        """Estimate the lines of one stretch that is there and needs it anew; tell whether there was any."""
        if not self._unestimated:
            return False
        self.estimate_stretches((self._unestimated.pop(0),))
        return True

    def _characters_in_a_line(self) -> float:
        if not self._width:
            return _USUAL_LINE
        sample = self._text[:2_000].replace("\n", " ")
        advance = QFontMetricsF(self.document().defaultFont()).horizontalAdvance(sample)
        return max(1.0, (self._width - 2 * SIDE) * len(sample) / max(1.0, advance))

    def _lay_out(self, block: QTextBlock) -> float:
        start, end = self.offsets(block)
        place = self.structure.place(start, end)
        style = self.style(place)
        above = self._room_above(block, start, place)
        lines = self._break_lines(block, style, above)
        height = self._gap_height(block) if self._is_gap(block) else above + lines * style.line_height
        if not block.next().isValid():
            height += style.line_height  # room under the last line, so that it does not stick to the edge
        self._heights[block.fragmentIndex()] = height
        if block.lineCount() != lines:
            block.setLineCount(lines)
            self.announce()
        return height

    def _break_lines(self, block: QTextBlock, style: BlockStyle, above: float) -> int:
        layout = block.layout()
        option = QTextOption(self.document().defaultTextOption())
        start, end = self.offsets(block)
        mirrored = begins_right_to_left(self._text[start:end])
        option.setTextDirection(Qt.LayoutDirection.RightToLeft if mirrored else Qt.LayoutDirection.LeftToRight)
        option.setAlignment(Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft)
        option.setTabStopDistance(style.line_height * 2)
        layout.setTextOption(option)
        _apply_format(layout, block, style)
        left = SIDE + (style.right if mirrored else style.left)
        width = max(style.line_height, self._width - 2 * SIDE - style.left - style.right)
        layout.beginLayout()
        lines = 0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            top = above + lines * style.line_height
            line.setPosition(QPointF(left, top + style.baseline - line.ascent()))
            lines += 1
        layout.endLayout()
        return lines

    def _room_above(self, block: QTextBlock, start: int, place: Place) -> float:
        if not place.begins or self.positions.is_cut(start):
            return 0.0
        above = self.style(place).above
        if block.blockNumber() and self._is_gap(block.previous()):
            return max(0.0, above - self.styles.gap)
        return above

    def _is_gap(self, block: QTextBlock) -> bool:
        """Tell whether a display block is a blank line between two blocks of the text."""
        start, end = self.offsets(block)
        return not self._text[start:end].strip() and self.structure.place(start, end).block is None

    def _gap_height(self, block: QTextBlock) -> float:
        again = block.blockNumber() > 0 and self._is_gap(block.previous())
        return self.styles.further_gap if again else self.styles.gap

    def announce(self) -> None:
        """Tell the view that the number of lines changed, unless it is just asking because it was told."""
        if not self._announcing and not self._filling:
            self._announcing = True
            self.documentSizeChanged.emit(self.documentSize())
            self._announcing = False


def _apply_format(layout: QTextLayout, block: QTextBlock, style: BlockStyle) -> None:
    if style.font is None and style.colour is None:
        if layout.formats():
            layout.clearFormats()
        return
    text_format = QTextCharFormat()
    if style.font is not None:
        text_format.setFont(style.font)
    if style.colour is not None:
        text_format.setForeground(style.colour)
    whole = QTextLayout.FormatRange()
    whole.start, whole.length, whole.format = 0, block.length(), text_format
    layout.setFormats([whole])
