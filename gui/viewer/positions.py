"""The only place that turns code points of a canonical text into positions of a ``QTextDocument`` and back.

Qt counts UTF-16 units, so a character beyond the BMP takes two. Qt also ends a block at characters that the canonical
text keeps, and is slow with very long paragraphs: ``display_text`` replaces the former one for one and cuts the latter
into several display blocks, each cut adding one position that stands for nothing in the canonical text.
"""

import re
import unicodedata
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

LONGEST_PARAGRAPH = 15_000
"""Characters a paragraph may have and still be shown as one display block."""

PIECE = 4_000
"""Characters that each piece of a longer paragraph has, about."""

_CUT_WINDOW = 800
_REPLACED = {
    "\r": " ",
    "\f": " ",
    "\u2029": "\n",
    "\v": "\u2028",
    "\u0085": "\u2028",
    **dict.fromkeys("\x00\x01\x02\x03\x04\x05\x06\x07\x08\x0e\x0f\x10\x11\x12\x13\x14\x15\x16\x17\x18\x19", "\ufffd"),
    **dict.fromkeys("\x1a\x1b\x1c\x1d\x1e\x1f\x7f\ufdd0\ufdd1\ufffc\ufffe\uffff", "\ufffd"),
}
_SURROGATES = re.compile("[\ud800-\udfff]")
_SENTENCE_END = re.compile(r"[.!?\u2026][\"'\u201d\u2019)\]]*\s+|[\u3002\uff01\uff1f][\u201d\u2019\u300d\u300f\uff09]*")
_SPACE = re.compile(r"\s+")
_JOINERS = "\u200d\ufe0e\ufe0f"


class Positions:
    """The map between the code points of one text and the positions of the document that shows it.

    Args:
        wide: offsets of the characters that take two units, ascending.
        cuts: offsets of the characters before which a paragraph was cut, ascending.
        length: code points of the text.
    """

    def __init__(self, wide: Sequence[int], cuts: Sequence[int], length: int) -> None:
        self.length = length
        self._wide = wide
        self._wide_units = array("q", (offset + index for index, offset in enumerate(wide)))
        self._cuts = cuts
        self._separators = array("q", (self._units(offset) + index for index, offset in enumerate(cuts)))

    def _units(self, offset: int) -> int:
        return offset + bisect_left(self._wide, offset)

    def position(self, offset: int, *, end: bool = False) -> int:
        """Give the document's position before the character at an offset.

        Where a paragraph was cut there are two: that of the piece beginning here, or with ``end`` of the piece ending.
        """
        find = bisect_left if end else bisect_right
        return self._units(offset) + find(self._cuts, offset)

    def offset(self, position: int, *, end: bool = False) -> int:
        """Give the offset that a document's position stands for.

        A position inside a character that takes two units means the character's start, or with ``end`` its end.
        """
        unit = position - bisect_left(self._separators, position)
        before = bisect_left(self._wide_units, unit)
        inside = before > 0 and self._wide_units[before - 1] + 1 == unit
        return unit - before + (1 if inside and end else 0)

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Give the range ``[start, end)`` of code points between two positions of the document."""
        return self.offset(first), self.offset(last, end=True)

    def is_cut(self, offset: int) -> bool:
        """Tell whether a display block begins here that goes on with a paragraph begun before."""
        index = bisect_left(self._cuts, offset)
        return index < len(self._cuts) and self._cuts[index] == offset


@dataclass(frozen=True, slots=True)
class DisplayText:
    """What a ``QTextDocument`` is given to show, and the way back to the canonical text."""

    text: str
    positions: Positions


def display_text(text: str) -> DisplayText:
    """Prepare a canonical text for display."""
    shown = _replace(text)
    cuts = array("q", _cuts(shown))
    positions = Positions(_wide_characters(shown), cuts, len(text))
    if cuts:
        edges = [0, *cuts, len(shown)]
        shown = "\n".join(shown[start:end] for start, end in pairwise(edges))
    return DisplayText(shown, positions)


def _replace(text: str) -> str:
    for character, shown in _REPLACED.items():
        if character in text:
            text = text.replace(character, shown)
    if text.isascii():
        return text
    try:
        text.encode("utf-16-le")
    except UnicodeEncodeError:
        return _SURROGATES.sub("\ufffd", text)
    return text


def _wide_characters(text: str) -> Sequence[int]:
    """List the offsets of characters beyond the BMP."""
    found = array("q")
    if text.isascii() or len(text.encode("utf-16-le")) == 2 * len(text):
        return found
    import numpy

    codes = numpy.frombuffer(text.encode("utf-32-le"), numpy.uint32)
    found.frombytes(numpy.flatnonzero(codes > 0xFFFF).astype(numpy.int64).tobytes())
    return found


def _cuts(text: str) -> Iterator[int]:
    """Yield where paragraphs longer than ``LONGEST_PARAGRAPH`` are to be cut."""
    start = 0
    while len(text) - start > LONGEST_PARAGRAPH:
        newline = text.rfind("\n", start, start + LONGEST_PARAGRAPH + 1)
        if newline >= 0:
            start = newline + 1
            continue
        end = text.find("\n", start + LONGEST_PARAGRAPH)
        end = len(text) if end < 0 else end
        while end - start > PIECE + _CUT_WINDOW:
            start = _place_to_cut(text, start + PIECE)
            yield start
        start = end


def _place_to_cut(text: str, target: int) -> int:
    """Find the end of a sentence, else of a word, else of a character with its marks, at or before a target."""
    first = target - _CUT_WINDOW
    for pattern in (_SENTENCE_END, _SPACE):
        ends = [match.end() for match in pattern.finditer(text, first, target)]
        if ends and not _joins(text, ends[-1]):
            return ends[-1]
    cut = target
    while cut > first and _joins(text, cut):
        cut -= 1
    return cut


def _joins(text: str, offset: int) -> bool:
    """Tell whether the characters on both sides of an offset belong together."""
    after = text[offset]
    return unicodedata.category(after).startswith("M") or after in _JOINERS or text[offset - 1] == "\u200d"
