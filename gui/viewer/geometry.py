"""Where a range of text stands on the screen, line by line, in texts that run either way."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import QRectF
from PySide6.QtGui import QTextBlock, QTextLayout, QTextLine

from gui.viewer.block_style import BlockStyle
from gui.viewer.structure import Place

_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)


@dataclass(frozen=True, slots=True)
class ShownBlock:
    """A display block on the screen: its range of code points, its top in the viewport, and how it is set."""

    block: QTextBlock
    start: int
    end: int
    top: float
    height: float
    place: Place
    style: BlockStyle

    def slot_top(self, line: QTextLine) -> float:
        """Give the top of the slot a line stands in; slots follow each other without a space between."""
        return self.top + line.y() + line.ascent() - self.style.baseline

    def lines(self) -> Iterator[QTextLine]:
        """Go through the lines."""
        layout = self.block.layout()
        return (layout.lineAt(index) for index in range(layout.lineCount()))


def runs_right_to_left(text: str) -> bool:
    """Tell whether a text has characters that run from right to left."""
    return not text.isascii() and _RIGHT_TO_LEFT.search(text) is not None


def begins_right_to_left(text: str) -> bool:
    """Tell whether a text's first letter runs from right to left; then its lines are set from the right."""
    if text.isascii():
        return False
    strong = (direction for direction in map(unicodedata.bidirectional, text) if direction in ("L", "R", "AL"))
    return next(strong, "L") != "L"


def slots(shown: ShownBlock, first: int, last: int, clip: QRectF, *, mixed: bool) -> Iterator[QRectF]:
    """Yield the rectangles that the positions ``[first, last)`` of a display block fill, as high as their lines' slots.

    ``mixed`` says that the block has text running from right to left; then a range can fill several stretches of a
    line. Lines outside ``clip`` are left out.
    """
    layout: QTextLayout = shown.block.layout()
    index = layout.lineForTextPosition(first).lineNumber()
    while index < layout.lineCount():
        line = layout.lineAt(index)
        index += 1
        top = shown.slot_top(line)
        if line.textStart() >= last or top >= clip.bottom():
            return
        if top + shown.style.line_height > clip.top():
            start, end = max(first, line.textStart()), min(last, line.textStart() + line.textLength())
            for left, right in _stretches(line, start, end, mixed=mixed):
                yield QRectF(left, top, right - left, shown.style.line_height)


def caret_line(shown: ShownBlock, position: int, *, before: bool) -> QRectF:
    """Give the line without width that stands at a position of a display block, as high as the slot.

    Where a line is broken there are two places: ``before`` means the one at the end of the upper line.
    """
    layout = shown.block.layout()
    line = layout.lineForTextPosition(position)
    if before and position and line.textStart() == position:
        line = layout.lineForTextPosition(position - 1)
    return QRectF(_x(line, position), shown.slot_top(line), 0, shown.style.line_height)


def _stretches(line: QTextLine, first: int, last: int, *, mixed: bool) -> Iterator[tuple[float, float]]:
    if first >= last:
        return
    end = line.naturalTextRect().right()  # without the space at which a line was broken
    if not mixed:
        yield min(_x(line, first), end), min(_x(line, last), end)
        return
    merged: list[tuple[float, float]] = []
    boxes = [run.boundingRect() for run in line.glyphRuns(first, last - first)]
    for left, right in sorted((box.left(), min(box.right(), end)) for box in boxes):
        if merged and left - merged[-1][1] < 1:
            merged[-1] = (merged[-1][0], max(merged[-1][1], right))
        else:
            merged.append((left, right))
    yield from merged


def _x(line: QTextLine, position: int) -> float:
    x, _position = cast("tuple[float, int]", line.cursorToX(position))  # PySide's stubs leave the type out
    return x
