"""Text into terms: the one tokeniser that indexing, queries and the viewer share, on whole arrays of code points.

A term is a folded run of letters and digits; apostrophes and hyphens part terms, so ``CPC`` is found in ``CPC’s``.
Raised digits, which point to footnotes, belong to no term, and a fraction is one of its own: ``3½`` is ``3``, ``½``.
Scripts written without spaces (Chinese, Japanese, Korean, Thai …) give one term for each character: the character and
the one after it, or the character alone where its run ends. Any substring is then a chain of neighbouring terms.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from storage.text.folding import fold, is_fraction

if TYPE_CHECKING:
    from numpy.typing import NDArray

LONGEST_TERM = 200
"""Terms are cut after so many code points; only machine-made strings are longer."""

_SEPARATOR, _WORD, _RUN, _UNEVEN = 1, 2, 3, 4
_RUN_RANGES = (
    (0x0E00, 0x0EFF),  # Thai, Lao
    (0x1000, 0x109F),  # Burmese
    (0x1100, 0x11FF),  # Hangul letters
    (0x1780, 0x17FF),  # Khmer
    (0x3005, 0x3007),
    (0x3041, 0x30FF),  # kana
    (0x3105, 0x318F),  # bopomofo, Hangul compatibility letters
    (0x31F0, 0x31FF),
    (0x3400, 0x4DBF),
    (0x4E00, 0x9FFF),
    (0xAC00, 0xD7FF),  # Hangul syllables
    (0xF900, 0xFAFF),
    (0x20000, 0x3FFFF),
)
_PIECE = 1 << 17
_LAST_ASCII = 0x7F
_LAST_BYTE = 0xFF
_ASCII = bytes(ord(chr(code).lower()) if chr(code).isascii() and chr(code).isalnum() else 0 for code in range(256))
_ROOM = bytes(8)
_ASCII_TERMS = re.compile("[a-z0-9]+")
_BREAKS = re.compile(r"[\s。，、！？；：]")


@lru_cache(maxsize=4096)
def is_run_character(character: str) -> bool:
    """Tell whether a folded character belongs to a script written without spaces."""
    code = ord(character)
    return any(low <= code <= high for low, high in _RUN_RANGES) and unicodedata.category(character)[0] in "LNM"


class _Characters:
    """What each code point folds to and which part it plays, learnt when first met.

    Separators fold to 0. So do characters that vanish or expand; ``expansions`` has what takes their place.
    """

    def __init__(self) -> None:
        self.folded = np.zeros(0x110000, np.uint32)
        self.kind = np.zeros(0x110000, np.uint8)
        self.expansions: dict[int, list[int]] = {}

    def _learn(self, codes: "NDArray[np.uint32]") -> None:
        for code in set(codes.tolist()):  # np.unique would load half of NumPy first
            spread = f"\0{chr(code)}\0" if is_fraction(chr(code)) else fold(chr(code))
            folded = [0 if _kind_of(character) == _SEPARATOR else ord(character) for character in spread]
            if len(folded) == 1 or (folded and not any(folded)):
                self.kind[code] = _kind_of(chr(folded[0]))
                self.folded[code] = folded[0]
            else:
                self.kind[code] = _UNEVEN
                self.expansions[code] = folded

    def kinds(self, codes: "NDArray[np.uint32]") -> "NDArray[np.uint8]":
        """Return the parts that code points play."""
        kinds = self.kind[codes]
        if not kinds.all():
            self._learn(codes[kinds == 0])
            kinds = self.kind[codes]
        return kinds


@lru_cache(maxsize=4096)
def _kind_of(folded: str) -> int:
    if unicodedata.category(folded)[0] not in "LNM":
        return _SEPARATOR
    return _RUN if is_run_character(folded) else _WORD


_CHARACTERS = _Characters()


@dataclass(frozen=True, slots=True)
class _Shifts:
    """Where a text was folded to more or fewer code points: their places in it and how many each became."""

    places: "NDArray[np.int64]"
    counts: "NDArray[np.int64]"

    def folded(self, places: "NDArray[np.int64]") -> "NDArray[np.int64]":
        """Return where in the folded text places of the text are."""
        gains = np.zeros(len(self.counts) + 1, np.int64)
        np.cumsum(self.counts - 1, out=gains[1:])
        return places + gains[np.searchsorted(self.places, places)]

    def origins(self, folded: "NDArray[np.int64]") -> "NDArray[np.int64]":
        """Return which code point of the text each of the folded text comes from."""
        begins = self.folded(self.places)
        last = np.searchsorted(begins, folded, side="right") - 1
        beyond = np.maximum(folded - begins[last] - self.counts[last] + 1, 0)
        return np.where(last < 0, folded, self.places[last] + beyond)


@dataclass(frozen=True, slots=True)
class Tokens:
    """The terms of a text in order of place, as ranges of its folded code points.

    ``begins``, ``ends``: the range a term covers; ``term_ends``: where its letters end, which for scripts without
    spaces is one further. ``folded`` is of bytes where all terms are of Latin 1; it has zeros in place of separators
    and some more at its end. ``in_run`` tells which terms are of scripts without spaces, None where none is.
    """

    folded: "NDArray[np.uint8] | NDArray[np.uint32]"
    begins: "NDArray[np.int64]"
    ends: "NDArray[np.int64]"
    term_ends: "NDArray[np.int64]"
    in_run: "NDArray[np.bool_] | None" = None
    _shifts: _Shifts | None = None

    def words(self) -> list[str]:
        """Return the terms as strings."""
        text = decoded(self.folded)
        pairs = zip(self.begins.tolist(), self.term_ends.tolist(), strict=True)
        return [text[begin:end] for begin, end in pairs]

    def starts_in_text(self) -> "NDArray[np.int64]":
        """Return where each term begins in the text itself, in code points."""
        return self.begins if self._shifts is None else self._shifts.origins(self.begins)

    def ends_in_text(self) -> "NDArray[np.int64]":
        """Return where each term ends in the text itself, marks that belong to its last letter included."""
        if self._shifts is None:
            return self.ends
        ends = self._shifts.origins(self.ends - 1) + 1
        return np.maximum(ends, self._shifts.origins(self._shifts.folded(ends)))

    def first_from(self, places: "NDArray[np.int64]") -> "NDArray[np.int64]":
        """Return the number of the first term that begins at or after each of some places of the text."""
        return np.searchsorted(self.begins, places if self._shifts is None else self._shifts.folded(places))


def decoded(folded: "NDArray") -> str:
    """Return code points, or bytes of Latin 1, as a string."""
    return folded.tobytes().decode("latin-1" if folded.itemsize == 1 else "utf-32-le", "surrogatepass")


def tokenise(text: str) -> Tokens:
    """Find the terms of a text of moderate length; :func:`pieces` cuts longer ones."""
    if text.isascii():
        return _words(np.frombuffer(text.encode().translate(_ASCII) + _ROOM, np.uint8))
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    others = np.flatnonzero(codes > _LAST_ASCII)
    if len(others) * 4 < len(codes):
        tokens = _mostly_ascii(codes, others)
        if tokens is not None:
            return tokens
    return _any_script(codes)


def _mostly_ascii(codes: "NDArray[np.uint32]", others: "NDArray[np.int64]") -> Tokens | None:
    """Find the terms of a text most of which is ASCII; None where it is not all Latin 1 after folding."""
    rest = codes[others]
    kinds, folded = _CHARACTERS.kinds(rest), _CHARACTERS.folded[rest]
    if folded.max() > _LAST_BYTE:
        return None
    letters = bytearray(codes.astype(np.uint8)).translate(_ASCII)
    np.frombuffer(letters, np.uint8)[others] = folded
    uneven = np.flatnonzero(kinds == _UNEVEN)
    if not len(uneven):
        return _words(np.frombuffer(letters + _ROOM, np.uint8))
    expansions = [_CHARACTERS.expansions[code] for code in rest[uneven].tolist()]
    if any(code > _LAST_BYTE for expansion in expansions for code in expansion):
        return None
    parts = []
    before = 0
    for place, expansion in zip(others[uneven].tolist(), expansions, strict=True):
        parts += (letters[before:place], bytes(expansion))
        before = place + 1
    spread = b"".join((*parts, letters[before:], _ROOM))
    shifts = _Shifts(others[uneven], np.array(list(map(len, expansions)), np.int64))
    return _words(np.frombuffer(spread, np.uint8), shifts)


def _any_script(codes: "NDArray[np.uint32]") -> Tokens:
    kinds = _CHARACTERS.kinds(codes)
    folded = _CHARACTERS.folded[codes]
    shifts = None
    uneven = np.flatnonzero(kinds == _UNEVEN)
    if len(uneven):
        expansions = [_CHARACTERS.expansions[code] for code in codes[uneven].tolist()]
        shifts = _Shifts(uneven, np.array(list(map(len, expansions)), np.int64))
        counts = np.ones(len(codes), np.int64)
        counts[uneven] = shifts.counts
        folded, kinds = np.repeat(folded, counts), np.repeat(kinds, counts)
        spread = np.array([code for expansion in expansions for code in expansion], np.uint32)
        folded[kinds == _UNEVEN] = spread
        kinds[kinds == _UNEVEN] = [_kind_of(chr(code)) for code in spread.tolist()]
    folded = np.append(folded, np.zeros(len(_ROOM), np.uint32))
    runs = np.zeros(len(folded), np.bool_)
    np.equal(kinds, _RUN, out=runs[: len(kinds)])
    return _words_and_runs(folded, runs, shifts) if runs.any() else _words(folded, shifts)


def _words(folded: "NDArray", shifts: _Shifts | None = None) -> Tokens:
    letters = np.empty(len(folded) + 1, np.bool_)
    letters[0] = False
    np.not_equal(folded, 0, out=letters[1:])
    edges = np.flatnonzero(letters[1:] != letters[:-1])
    begins, ends = edges[0::2], edges[1::2]
    return Tokens(folded, begins, ends, _cut_long(begins, ends), None, shifts)


def _cut_long(begins: "NDArray[np.int64]", ends: "NDArray[np.int64]") -> "NDArray[np.int64]":
    too_long = len(ends) > 0 and int((ends - begins).max()) > LONGEST_TERM
    return np.minimum(ends, begins + LONGEST_TERM) if too_long else ends


def _words_and_runs(folded: "NDArray[np.uint32]", runs: "NDArray[np.bool_]", shifts: _Shifts | None) -> Tokens:
    letters = (folded != 0) & ~runs
    first, last = letters.copy(), letters.copy()
    first[1:] &= ~letters[:-1]
    last[:-1] &= ~letters[1:]
    begins, ends = np.flatnonzero(first | runs), np.flatnonzero(last | runs) + 1
    in_run = runs[begins]
    return Tokens(folded, begins, ends, _cut_long(begins, ends) + (in_run & runs[ends]), in_run, shifts)


def pieces(text: str) -> Iterator[tuple[int, str]]:
    """Cut a text of any length into pieces for :func:`tokenise`, each with the place where it begins.

    Cuts fall on spaces or punctuation; only half a million characters without any are cut elsewhere.
    """
    start = 0
    while len(text) - start > _PIECE:
        end = max(text.rfind(" ", start, start + _PIECE), text.rfind("\n", start, start + _PIECE)) + 1
        if end <= start:
            cuts = [match.end() for match in _BREAKS.finditer(text, start, start + _PIECE)]
            end = cuts[-1] if cuts else start + _PIECE
        yield start, text[start:end]
        start = end
    yield start, text[start:]


def terms_of(text: str) -> list[str]:
    """Return the terms of a short text, a query's for instance, in order of place."""
    if text.isascii():
        if text.isalnum():
            return [text.lower()[:LONGEST_TERM]]
        return [word[:LONGEST_TERM] for word in _ASCII_TERMS.findall(text.lower())]
    return tokenise(text).words()


@dataclass(frozen=True, slots=True)
class Piece:
    """Texts, or parts of long ones, joined for :func:`tokenise`.

    ``numbers`` are those of the texts, ``starts`` where each begins in the piece, ``offsets`` where in its text.
    """

    numbers: list[int]
    starts: list[int]
    offsets: list[int]
    text: str


def joined(texts: Sequence[str]) -> Iterator[Piece]:
    """Join texts into pieces of a good size; no text has two parts in one piece."""
    numbers: list[int] = []
    starts: list[int] = []
    offsets: list[int] = []
    parts: list[str] = []
    length = 0
    for number, text in enumerate(texts):
        for offset, part in pieces(text) if len(text) > _PIECE else ((0, text),):
            if length + len(part) > _PIECE and parts:
                yield Piece(numbers, starts, offsets, "\n".join(parts))
                numbers, starts, offsets, parts, length = [], [], [], [], 0
            numbers.append(number)
            starts.append(length)
            offsets.append(offset)
            parts.append(part)
            length += len(part) + 1
    if parts:
        yield Piece(numbers, starts, offsets, "\n".join(parts))
