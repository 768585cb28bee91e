"""The only place that turns code points of a canonical text into positions of a ``QTextDocument`` and back.

Qt counts UTF-16 units, so a character beyond the BMP takes two. Qt also ends a block at characters that the canonical
text keeps, and is slow with very long paragraphs: ``display_text`` replaces the former one for one and cuts the latter
into several display blocks, each cut adding one position that stands for nothing in the canonical text. A long text
comes into the document in stretches: ``TextPositions`` knows which are there.
"""

import re
import unicodedata
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, count, pairwise
from operator import add

LONGEST_PARAGRAPH = 15_000
"""Characters a paragraph may have and still be shown as one display block."""

PIECE = 4_000
"""Characters that each piece of a longer paragraph has, about."""

STRETCH = 1 << 15
"""Characters that a stretch of a longer text has at most, except that the last may have half as many more."""

_CUT_WINDOW = 800
_CONTROLS = bytes(code for code in (*range(0x20), 0x7F) if chr(code) not in "\t\n")
_REPLACED = {
    **{chr(code): "\ufffd" for code in _CONTROLS},
    **dict.fromkeys("\ufdd0\ufdd1\ufffc\ufffe\uffff", "\ufffd"),
    "\r": " ",
    "\f": " ",
    "\v": "\u2028",
    "\u0085": "\u2028",
    "\u2029": "\n",
}
_REPLACED_BEYOND_ASCII = [character for character in _REPLACED if not character.isascii()]
_SURROGATES = re.compile("[\ud800-\udfff]")
_HIGH_SURROGATES = b"\xd8\xd9\xda\xdb"
_SAME_SURROGATE = bytes.maketrans(_HIGH_SURROGATES, 4 * _HIGH_SURROGATES[:1])
_FOUR_BYTES = (b"\xf0", b"\xf1", b"\xf2", b"\xf3", b"\xf4")  # how characters beyond the BMP begin in UTF-8
_BYTE_ORDER_MARK = "\ufeff"  # Qt would drop it from the beginning of a string
_WORD_JOINER = "\u2060"  # as invisible
_STEP = 1 << 20
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
        self._wide_units = array("q", map(add, wide, count()))
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


class TextPositions:
    """The map between the code points of a text and the positions of a document that has some stretches of it.

    Each stretch is made of whole display blocks. One that is missing stands in the document as a single empty block,
    to which all positions of its characters lead until it is brought; so a place that is to be seen or selected has
    to be brought first, while places that are there are exact whatever else is missing.
    """

    def __init__(self, text: str) -> None:
        self.length = len(text)
        self._text = text
        self._starts, self._ends = array("q"), array("q")
        for start, end in _divide(text):
            self._starts.append(start)
            self._ends.append(end)
        self._there: dict[int, Positions] = {}
        self._sizes = array("q", [1]) * len(self._starts)
        self._firsts = array("q", range(len(self._starts)))

    @property
    def count(self) -> int:
        """The number of stretches, missing or not."""
        return len(self._starts)

    def missing(self, start: int = 0, end: int | None = None) -> list[int]:
        """List the stretches that are missing and have a part of ``[start, end]``, or of the whole text."""
        if len(self._there) == len(self._starts):
            return []
        last = self.count if end is None else bisect_right(self._starts, end)
        first = self.stretch(start)
        return [stretch for stretch in range(first, last) if stretch not in self._there]

    def is_missing(self, position: int) -> bool:
        """Tell whether the display block at a position stands for a stretch that is missing."""
        if len(self._there) == len(self._starts):
            return False
        return bisect_right(self._firsts, position) - 1 not in self._there

    def stretch(self, offset: int) -> int:
        """Give the stretch that has the character at an offset, or ends before it."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def extent(self, stretch: int) -> tuple[int, int]:
        """Give the range ``[start, end)`` of code points of a stretch, without the newline that ends it."""
        return self._starts[stretch], self._ends[stretch]

    def first_position(self, stretch: int) -> int:
        """Give the document's position at which a stretch begins."""
        return self._firsts[stretch]

    def bring(self, stretches: Sequence[int]) -> list[str]:
        """Count stretches as there, and give what the document is to have in place of their empty blocks."""
        shown: list[str] = []
        for stretch in stretches:
            prepared = display_text(self._text[self._starts[stretch] : self._ends[stretch]])
            self._there[stretch] = prepared.positions
            self._sizes[stretch] = prepared.positions.position(prepared.positions.length) + 1
            shown.append(prepared.text)
        self._firsts = array("q", accumulate(self._sizes[:-1], initial=0))
        return shown

    def position(self, offset: int, *, end: bool = False) -> int:
        """Give the document's position before the character at an offset, as ``Positions`` does."""
        stretch = self.stretch(offset)
        if end and stretch and offset == self._starts[stretch] == self._ends[stretch - 1]:
            stretch -= 1
        there = self._there.get(stretch)
        return self._firsts[stretch] + (there.position(offset - self._starts[stretch], end=end) if there else 0)

    def offset(self, position: int, *, end: bool = False) -> int:
        """Give the offset that a document's position stands for, as ``Positions`` does."""
        stretch = max(0, bisect_right(self._firsts, position) - 1)
        there = self._there.get(stretch)
        return self._starts[stretch] + (there.offset(position - self._firsts[stretch], end=end) if there else 0)

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Give the range ``[start, end)`` of code points between two positions of the document."""
        return self.offset(first), self.offset(last, end=True)

    def is_cut(self, offset: int) -> bool:
        """Tell whether a display block begins here that goes on with a paragraph begun before."""
        stretch = self.stretch(offset)
        if stretch and offset == self._starts[stretch]:
            return offset == self._ends[stretch - 1]
        there = self._there.get(stretch)
        return there is not None and there.is_cut(offset - self._starts[stretch])


@dataclass(frozen=True, slots=True)
class DisplayText:
    """What a ``QTextDocument`` is given to show, and the way back to the canonical text."""

    text: str
    positions: Positions


def display_text(text: str) -> DisplayText:
    """Prepare a canonical text for display."""
    shown, encoded = _replace(text)
    cuts = array("q", _cuts(shown))
    wide = _wide_characters(shown) if any(lead in encoded for lead in _FOUR_BYTES) else array("q")
    positions = Positions(wide, cuts, len(text))
    if cuts:
        edges = [0, *cuts, len(shown)]
        shown = "\n".join(shown[start:end] for start, end in pairwise(edges))
    if shown.startswith(_BYTE_ORDER_MARK):
        shown = _WORD_JOINER + shown[1:]
    return DisplayText(shown, positions)


def _divide(text: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches of a text: they end at a newline, which is of neither, or where a paragraph is cut."""
    start = 0
    while len(text) - start > STRETCH + STRETCH // 2:
        newline = text.rfind("\n", start + STRETCH // 2, start + STRETCH)
        end = newline if newline >= 0 else _place_to_cut(text, start + STRETCH)
        yield start, end
        start = end + (newline >= 0)
    yield start, len(text)


def _replace(text: str) -> tuple[str, bytes]:
    """Replace what Qt takes for the end of a block, or would not show, and give the text in UTF-8 too."""
    try:
        encoded = text.encode()
    except UnicodeEncodeError:
        text = _SURROGATES.sub("\ufffd", text)
        encoded = text.encode()
    present = [character for character in _REPLACED_BEYOND_ASCII if character in text]
    if len(encoded.translate(None, _CONTROLS)) != len(encoded):
        present += [character for character in _REPLACED if character.isascii()]
    if not present:
        return text, encoded
    for character in present:
        text = text.replace(character, _REPLACED[character])
    return text, text.encode()


def _wide_characters(text: str) -> "array[int]":
    """List the offsets of characters beyond the BMP, found by the surrogates they have in UTF-16.

    Between two first surrogates lie as many units as there are code points from one such character to the next.
    """
    found = array("q")
    for start in range(0, len(text), _STEP):
        upper_halves = text[start : start + _STEP].encode("utf-16-le")[1::2].translate(_SAME_SURROGATE)
        between = map(len, upper_halves.split(_HIGH_SURROGATES[:1])[:-1])
        found.extend(map(start.__add__, accumulate(between)))
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
