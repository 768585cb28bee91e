"""Bringing a long text into the document that shows it: its ends first, what is gone to at once, the rest by and by."""

from collections.abc import Sequence
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtGui import QAccessible, QTextCursor

from gui.viewer.layout import ReadingLayout
from gui.viewer.positions import TextPositions
from gui.viewer.structure import Structure

if TYPE_CHECKING:
    from gui.viewer.text_canvas import TextCanvas

_SECONDS_AT_ONCE = 0.008
"""How long the window may be kept from answering by what is done for a long text behind the reader's back."""

_AROUND = 60_000
"""Characters before and after a place that is gone to that are there too."""

_NEAR = 20_000
"""Characters before and after the top line that are there: more than a page on any screen.

It is less than ``_AROUND`` by more than a page and a paragraph, so that nothing comes in while Qt finds the line to put
at the top on its way to a place: it remembers that line by the number of its block.
"""


class Filling(QObject):
    """Puts the stretches of a text in place of the empty blocks that stand for them, always at the reader's place."""

    def __init__(self, view: "TextCanvas", layout: ReadingLayout) -> None:
        super().__init__(view)
        self._view, self._layout = view, layout
        self._is_filling = False
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._go_on)

    @property
    def is_active(self) -> bool:
        """Whether stretches are still to be brought, or their lines to be estimated."""
        return self._timer.isActive()

    def show_text(self, text: str, structure: Structure) -> None:
        """Have both ends of a text in the document, which a selection may reach to, and go on with the rest."""
        positions = TextPositions(text)
        self._layout.set_text(text, positions, structure)
        ends = sorted({0, positions.count - 1})
        shown = [""] * positions.count
        for stretch, part in zip(ends, positions.bring(ends), strict=True):
            shown[stretch] = part
        self._is_filling = True
        with self._layout.filling():
            self._view.setPlainText("\n".join(shown))
            self._layout.estimate_stretches(range(positions.count))
        self._is_filling = False
        if QAccessible.isActive():
            self.bring(positions.missing())  # a screen reader reads the document
        self.go_on()

    def go_on(self) -> None:
        """Do what is to be done, a little with each turn of the event loop."""
        self._timer.start(0)

    @Slot()
    def _go_on(self) -> None:
        until = perf_counter() + _SECONDS_AT_ONCE
        while stretch := self._next_missing():
            self.bring((stretch,))
            if perf_counter() > until:
                return
        while self._layout.estimate_more():
            if perf_counter() > until:
                self._layout.announce()
                return
        self._layout.announce()
        self._timer.stop()

    def _next_missing(self) -> int | None:
        """Find the missing stretch that is next from the reader's place on; the first of the text is never missing."""
        positions = self._layout.positions
        missing = positions.missing()
        here = positions.offset(self._view.firstVisibleBlock().position())
        following = (stretch for stretch in missing if positions.extent(stretch)[1] >= here)
        return next(following, missing[0] if missing else None)

    def bring_around(self, offset: int) -> None:
        """Have the text around an offset in the document."""
        self.bring(self._layout.positions.missing(offset - _AROUND, offset + _AROUND))

    def bring(self, stretches: Sequence[int]) -> None:
        """Have missing stretches, in ascending order, in the document, and the same line at the top as before."""
        if not stretches:
            return
        top = self._view.firstVisibleBlock()
        line = self._view.verticalScrollBar().value() - top.firstLineNumber()
        is_above = self._layout.positions.first_position(stretches[0]) < top.position()
        if is_above:
            self._view.viewport().setUpdatesEnabled(False)  # Qt would move the picture by what comes above it
        self._fill(stretches)
        if is_above:
            self._show_line(top.firstLineNumber() + line)

    def bring_line(self, number: int) -> None:
        """Have the text around a line the scroll bar has come to, and let the bar stand where that is now.

        A line of a stretch that is missing means the place as far in it as the line is among its estimated ones.
        """
        if self._is_filling or not self._layout.positions.missing():
            return
        positions = self._layout.positions
        block = self._view.document().findBlockByLineNumber(number)
        within = number - block.firstLineNumber()
        offset = positions.offset(block.position())
        is_missing = self._layout.is_missing(block)
        if is_missing:
            start, end = positions.extent(positions.stretch(offset))
            offset = start + (end - start) * within // block.lineCount()
        missing = positions.missing(offset - _NEAR, offset + _NEAR)
        if missing:
            self._view.viewport().setUpdatesEnabled(False)
            self._fill(missing)
            there = self._view.line_of(positions.position(offset))
            self._show_line(there if is_missing else block.firstLineNumber() + within)

    def _fill(self, stretches: Sequence[int]) -> None:
        """Put stretches in place of their empty blocks; what is at the top may move."""
        self._is_filling = True
        positions = self._layout.positions
        cursor = QTextCursor(self._view.document())
        with self._layout.filling():
            for stretch, part in zip(stretches, positions.bring(stretches), strict=True):
                cursor.setPosition(positions.first_position(stretch))
                cursor.insertText(part)
            self._layout.estimate_stretches(stretches)
        self._is_filling = False

    def _show_line(self, line: int) -> None:
        """Scroll to a line without asking what is missing there, and have all painted anew."""
        self._is_filling = True
        self._view.verticalScrollBar().setValue(line)
        self._is_filling = False
        self._view.viewport().setUpdatesEnabled(True)
        self._view.updateRequest.emit(self._view.viewport().rect(), 0)
