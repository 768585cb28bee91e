"""A passage of a text with the marked words and the words that differ from another version of it."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtGui import QFont, QFontInfo, QTextBlockFormat, QTextCharFormat
from PySide6.QtWidgets import QTextEdit, QWidget

from gui.theme import Theme
from gui.widgets.card_delegate import SERIF_FAMILIES
from storage.domain.annotation import Colour
from storage.domain.review import Passage
from storage.domain.search import Span

_PLACE = "place"
_LARGER = 1.08
_LINE_PERCENT = 130
_SHOWN_ABOVE = 0.35
"""How much of the height is left for what stands above the mark."""


class PassageView(QTextEdit):
    """Shows a passage; what differs is struck out where it went and underlined where it came.

    Args:
        name: What a screen reader calls it.
        is_former: Whether it shows the former text.
    """

    def __init__(self, name: str, *, is_former: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_former = is_former
        self._theme: Theme | None = None
        self._shown: tuple[Passage, Colour] | None = None
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setAccessibleName(name)
        self.document().setDocumentMargin(12)

    def show_passage(self, passage: Passage | None, colour: Colour = Colour.YELLOW) -> None:
        """Show a passage with its mark in a colour, the mark in view; nothing for None."""
        self._shown = (passage, colour) if passage is not None else None
        self._draw()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        self._draw()

    def _draw(self) -> None:
        self.clear()
        if self._shown is None or self._theme is None:
            return
        passage, colour = self._shown
        cursor = self.textCursor()
        lines = QTextBlockFormat()
        lines.setLineHeight(_LINE_PERCENT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor.setBlockFormat(lines)
        for span, is_marked, differs in _pieces(passage):
            words = passage.text[span.start - passage.offset : span.end - passage.offset]
            cursor.insertText(words, self._format(self._theme, colour, is_marked=is_marked, differs=differs))
        self.scrollToAnchor(_PLACE)
        if self.verticalScrollBar().value():
            above = round(self.viewport().height() * _SHOWN_ABOVE)
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() - above)

    def _format(self, theme: Theme, colour: Colour, *, is_marked: bool, differs: bool) -> QTextCharFormat:
        made = QTextCharFormat()
        font = QFont(self.font())
        font.setFamilies(SERIF_FAMILIES)
        font.setPixelSize(round(QFontInfo(self.font()).pixelSize() * _LARGER))
        font.setStrikeOut(differs and self._is_former)
        font.setUnderline(differs and not self._is_former)
        made.setFont(font)
        made.setForeground(theme.ink if is_marked or differs else theme.muted)
        if is_marked:
            made.setBackground(theme.mark(colour))
            made.setAnchor(True)
            made.setAnchorNames([_PLACE])
        if differs:
            made.setUnderlineColor(theme.caution)
        return made


def _pieces(passage: Passage) -> Iterator[tuple[Span, bool, bool]]:
    """Cut a passage where the mark and the words that differ begin and end; tell of each whether it is in them."""
    end = passage.offset + len(passage.text)
    edges = {passage.offset, end}
    for span in (passage.span, *passage.differing):
        edges |= {min(max(edge, passage.offset), end) for edge in (span.start, span.end)}
    ordered = sorted(edges)
    for first, last in pairwise(ordered):
        is_marked = passage.span.start <= first < passage.span.end
        yield Span(first, last), is_marked, any(one.start <= first < one.end for one in passage.differing)
