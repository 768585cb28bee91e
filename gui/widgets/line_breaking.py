"""Breaking a text into at most a few lines, fast enough to measure a hundred thousand cards."""

import re

from PySide6.QtGui import QFont, QFontMetricsF

_CHARACTERS_LOOKED_AT = 1200
_WIDE = "\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\U00020000-\U0003ffff"
_PIECE = re.compile(rf"\s+|[{_WIDE}][、。，．：；！？」』）〉》”’]*|[^\s{_WIDE}]+")
_ELLIPSIS = "…"


class LineBreaker:
    """Breaks texts of one font; it remembers how wide each word is.

    Lines break at white space and between the characters of East Asian scripts.
    """

    def __init__(self, font: QFont) -> None:
        self.font = font
        self.metrics = QFontMetricsF(font)
        self._widths: dict[str, float] = {}

    def width(self, piece: str) -> float:
        """Return how wide a piece of text is, in pixels."""
        known = self._widths.get(piece)
        if known is None:
            known = self._widths[piece] = self.metrics.horizontalAdvance(piece)
        return known

    def lines(self, text: str, width: float, most: int) -> list[str]:
        """Break a text into at most ``most`` lines of ``width`` pixels; what does not fit ends in an ellipsis."""
        lines, line, used = [], "", 0.0
        pieces = _PIECE.findall(text[:_CHARACTERS_LOOKED_AT])
        for number, piece in enumerate(pieces):
            if used + self.width(piece) <= width or (not line and piece.isspace()):
                line, used = line + piece, used + self.width(piece)
                continue
            if len(lines) == most - 1:
                return [*lines, self.elided(line + "".join(pieces[number:]), width)]
            if piece.isspace():
                lines.append(line)
                line, used = "", 0.0
                continue
            if line:
                lines.append(line.rstrip())
            line, used = self._split(piece, width, lines, most)
        if len(text) > _CHARACTERS_LOOKED_AT:
            line = self.elided(f"{line} {_ELLIPSIS}", width)
        return [*lines, line] if line or not lines else lines

    def elided(self, line: str, width: float) -> str:
        """Cut a line to a width, with an ellipsis at its end when something is cut off."""
        if self.metrics.horizontalAdvance(line) <= width:
            return line
        shortest, longest = 0, len(line)
        while shortest < longest:
            middle = (shortest + longest + 1) // 2
            if self.metrics.horizontalAdvance(line[:middle].rstrip() + _ELLIPSIS) <= width:
                shortest = middle
            else:
                longest = middle - 1
        return line[:shortest].rstrip() + _ELLIPSIS

    def _split(self, word: str, width: float, lines: list[str], most: int) -> tuple[str, float]:
        """Put a word that is wider than a line onto as many lines as there are; return the open line."""
        while self.metrics.horizontalAdvance(word) > width and len(lines) < most - 1 and len(word) > 1:
            cut = len(word) - 1
            while cut > 1 and self.metrics.horizontalAdvance(word[:cut]) > width:
                cut = cut * 3 // 4 if cut > 8 else cut - 1
            lines.append(word[:cut])
            word = word[cut:]
        if self.metrics.horizontalAdvance(word) > width:
            word = self.elided(word, width)
        return word, self.width(word)
