"""Text into terms: the one tokeniser that indexing, queries and the viewer share, on whole arrays of code points.

A term is a folded run of letters and digits; apostrophes and hyphens part terms, so ``CPC`` is found in ``CPC’s``.
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

from storage.text.folding import fold

if TYPE_CHECKING:
    from numpy.typing import NDArray

LONGEST_TERM = 200
"""Terms are cut after so many code points; only machine-made strings are longer."""

_SEPARATOR, _WORD, _RUN, _VANISHES, _EXPANDS = 1, 2, 3, 4, 5
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
_ASCII_TERMS = re.compile("[a-z0-9]+")
_BREAKS = re.compile(r"[\s。，、！？；：]")


@lru_cache(maxsize=4096)
def is_run_character(character: str) -> bool:
    """Tell whether a folded character belongs to a script written without spaces."""
    code = ord(character)
    return any(low <= code <= high for low, high in _RUN_RANGES) and unicodedata.category(character)[0] in "LNM"


class _Characters:
    """What each code point folds to and which part it plays, learnt when first met."""

    def __init__(self) -> None:
        self.folded = np.zeros(0x110000, np.uint32)
        self.kind = np.zeros(0x110000, np.uint8)
        self.expansions: dict[int, str] = {}

    def learn(self, codes: "NDArray[np.uint32]") -> None:
        for code in np.unique(codes).tolist():
            folded = fold(chr(code))
            if not folded:
                kind = _VANISHES
            elif len(folded) > 1:
                kind = _EXPANDS
                self.expansions[code] = folded
            elif unicodedata.category(folded)[0] not in "LNM":
                kind = _SEPARATOR
            else:
                kind = _RUN if is_run_character(folded) else _WORD
            self.folded[code] = ord(folded) if len(folded) == 1 else 0
            self.kind[code] = kind

    def kinds(self, codes: "NDArray[np.uint32]") -> "NDArray[np.uint8]":
        kinds = self.kind[codes]
        if not kinds.all():
            self.learn(codes[kinds == 0])
            kinds = self.kind[codes]
        return kinds


_CHARACTERS = _Characters()


@dataclass(frozen=True, slots=True)
class Tokens:
    """The terms of a text in order of place, as ranges of its folded code points.

    ``begins``, ``ends``: the range a term covers; ``term_ends``: where its letters end, which for scripts without
    spaces is one further. ``origins`` leads from folded code points to the text's own, None where they agree.
    """

    folded: "NDArray[np.uint32]"
    begins: "NDArray[np.int64]"
    ends: "NDArray[np.int64]"
    term_ends: "NDArray[np.int64]"
    origins: "NDArray[np.int32] | None"

    def words(self) -> list[str]:
        """Return the terms as strings."""
        text = self.folded.tobytes().decode("utf-32-le", "surrogatepass")
        pairs = zip(self.begins.tolist(), self.term_ends.tolist(), strict=True)
        return [text[begin:end] for begin, end in pairs]

    def starts_in_text(self) -> "NDArray[np.int64] | NDArray[np.int32]":
        """Return where each term begins in the text itself, in code points."""
        return self.begins if self.origins is None else self.origins[self.begins]

    def ends_in_text(self) -> "NDArray[np.int64] | NDArray[np.int32]":
        """Return where each term ends in the text itself, marks that belong to its last letter included."""
        if self.origins is None:
            return self.ends
        return np.maximum(self.origins[self.ends - 1] + 1, self.origins[self.ends])


def _spread(codes: "NDArray[np.uint32]", kinds: "NDArray[np.uint8]") -> tuple["NDArray", "NDArray"]:
    """Fold code points of which some vanish or become several; return them and where each came from."""
    counts = (kinds != _VANISHES).astype(np.uint8)
    expanding = np.flatnonzero(kinds == _EXPANDS)
    for index, code in zip(expanding.tolist(), codes[expanding].tolist(), strict=True):
        counts[index] = len(_CHARACTERS.expansions[code])
    origins = np.repeat(np.arange(len(codes) + 1, dtype=np.int32), np.append(counts, np.uint8(1)))
    folded = _CHARACTERS.folded[np.repeat(codes, counts)]
    firsts = np.searchsorted(origins, expanding)
    for first, code in zip(firsts.tolist(), codes[expanding].tolist(), strict=True):
        expansion = _CHARACTERS.expansions[code]
        folded[first : first + len(expansion)] = [ord(character) for character in expansion]
    return folded, origins


def tokenise(text: str) -> Tokens:
    """Find the terms of a text of moderate length; :func:`pieces` cuts longer ones."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    kinds = _CHARACTERS.kinds(codes)
    origins = None
    if len(kinds) and kinds.max() >= _VANISHES:
        folded, origins = _spread(codes, kinds)
        kinds = _CHARACTERS.kinds(folded)
    else:
        folded = _CHARACTERS.folded[codes]
    return _find_terms(folded, kinds, origins)


def _find_terms(folded: "NDArray", kinds: "NDArray", origins: "NDArray | None") -> Tokens:
    framed = np.zeros(len(kinds) + 2, np.bool_)
    np.equal(kinds, _WORD, out=framed[1:-1])
    edges = np.flatnonzero(framed[1:] != framed[:-1])
    begins, ends = edges[0::2], edges[1::2]
    term_ends = np.minimum(ends, begins + LONGEST_TERM) if len(ends) and (ends - begins).max() > LONGEST_TERM else ends
    runs = np.flatnonzero(kinds == _RUN)
    if len(runs):
        followed = np.zeros(len(runs), np.int64)
        followed[:-1] = np.diff(runs) == 1
        order = np.argsort(np.concatenate((begins, runs)), kind="stable")
        begins = np.concatenate((begins, runs))[order]
        ends = np.concatenate((ends, runs + 1))[order]
        term_ends = np.concatenate((term_ends, runs + 1 + followed))[order]
    return Tokens(folded, begins, ends, term_ends, origins)


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
        return [word[:LONGEST_TERM] for word in _ASCII_TERMS.findall(text.lower())]
    return tokenise(text).words()


class _Powers:
    """Powers of an odd number modulo 2^64 and of its inverse, for hashing every term of a text at once."""

    base = 0x9E3779B97F4A7C15

    def __init__(self) -> None:
        self.powers = np.zeros(0, np.uint64)
        self.inverses = np.zeros(0, np.uint64)

    def reach(self, length: int) -> None:
        if len(self.powers) >= length:
            return
        length = max(length, _PIECE + 2)
        self.powers = np.cumprod(np.full(length, self.base, np.uint64), dtype=np.uint64)
        factors = np.full(length, pow(self.base, -1, 1 << 64), np.uint64)
        factors[0] = 1
        self.inverses = np.cumprod(factors, dtype=np.uint64)


_POWERS = _Powers()


def hashes(tokens: Tokens) -> "NDArray[np.uint64]":
    """Return a 64-bit polynomial hash of each term (Rabin and Karp 1987), equal for equal terms, never 0.

    Terms are too short (:data:`LONGEST_TERM`) for the known collisions of arithmetic modulo 2^64, which need strings
    of more than a thousand letters.
    """
    length = len(tokens.folded) + 1
    _POWERS.reach(length)
    sums = np.zeros(length, np.uint64)
    np.cumsum(tokens.folded * _POWERS.powers[: length - 1], out=sums[1:])
    return (sums[tokens.term_ends] - sums[tokens.begins]) * _POWERS.inverses[tokens.begins]


class _HashTable:
    """Numbers of hashes, looked up for whole arrays; each hash has two places where it may be.

    A hash that finds both taken is left out: whoever looks it up must keep it elsewhere.
    """

    def __init__(self, bits: int) -> None:
        self._shift = np.uint64(64 - bits)
        self._mask = np.uint64((1 << bits) - 1)
        self._keys = np.zeros(1 << bits, np.uint64)
        self._numbers = np.zeros(1 << bits, np.uint32)

    def find(self, hashed: "NDArray[np.uint64]") -> tuple["NDArray[np.uint32]", "NDArray[np.int64]"]:
        """Return the numbers of hashes, and which of them were not found."""
        places = hashed >> self._shift
        numbers = self._numbers[places]
        missed = np.flatnonzero(self._keys[places] != hashed)
        if len(missed):
            rest = hashed[missed]
            places = rest & self._mask
            numbers[missed] = self._numbers[places]
            missed = missed[self._keys[places] != rest]
        return numbers, missed

    def insert(self, hashed: "NDArray[np.uint64]", numbers: "NDArray[np.uint32]") -> None:
        """Add hashes that are not in the table, as far as there is room."""
        for second in (False, True):
            places = hashed & self._mask if second else hashed >> self._shift
            free = self._keys[places] == 0
            self._keys[places[free]] = hashed[free]
            placed = self._keys[places] == hashed
            self._numbers[places[placed]] = numbers[placed]
            hashed, numbers = hashed[~placed], numbers[~placed]


class Vocabulary:
    """The terms of a batch, numbered as they are met."""

    def __init__(self) -> None:
        self.terms: list[str] = []
        self._numbers: dict[int, int] = {}
        self._by_term: dict[str, int] = {}
        self._bits = 17
        self._table = _HashTable(self._bits)

    def number(self, term: str) -> int:
        """Return the number of one term that does not come from a text."""
        if len(self._by_term) < len(self.terms):
            self._by_term = {known: number for number, known in enumerate(self.terms)}
        known = self._by_term.get(term)
        if known is None:
            known = self._by_term[term] = len(self.terms)
            self.terms.append(term)
        return known

    def numbers(self, tokens: Tokens) -> "NDArray[np.uint32]":
        """Return the number of each term of a text."""
        hashed = hashes(tokens)
        numbers, missed = self._table.find(hashed)
        if len(missed):
            rest, examples, which = np.unique(hashed[missed], return_index=True, return_inverse=True)
            numbers[missed] = self._known(tokens, missed[examples], rest)[which]
        return numbers

    def _known(self, tokens: Tokens, examples: "NDArray", hashed: "NDArray[np.uint64]") -> "NDArray[np.uint32]":
        """Return the numbers of hashes the table does not have; ``examples`` are terms with these hashes."""
        listed = hashed.tolist()
        numbers = list(map(self._numbers.get, listed))
        fresh = [index for index, number in enumerate(numbers) if number is None]
        if fresh:
            text = tokens.folded.tobytes().decode("utf-32-le", "surrogatepass")
            begins, ends = tokens.begins[examples[fresh]].tolist(), tokens.term_ends[examples[fresh]].tolist()
            first = len(self.terms)
            self.terms += [text[begin:end] for begin, end in zip(begins, ends, strict=True)]
            for number, index in enumerate(fresh, first):
                numbers[index] = self._numbers[listed[index]] = number
            self._put_into_table(hashed[fresh], np.arange(first, len(self.terms), dtype=np.uint32))
        return np.array(numbers, np.uint32)

    def _put_into_table(self, hashed: "NDArray[np.uint64]", numbers: "NDArray[np.uint32]") -> None:
        if len(self._numbers) > 1 << (self._bits - 2):
            self._bits += 2
            self._table = _HashTable(self._bits)
            hashed = np.array(list(self._numbers), np.uint64)
            numbers = np.array(list(self._numbers.values()), np.uint32)
        self._table.insert(hashed, numbers)


def joined(texts: Sequence[str]) -> Iterator[tuple[list[int], list[int], str]]:
    """Join texts into pieces of a good size for :func:`tokenise`.

    Yields the numbers of the texts in a piece, where in the piece each begins, and the piece.
    """
    numbers: list[int] = []
    starts: list[int] = []
    parts: list[str] = []
    length = 0
    for number, text in enumerate(texts):
        for _, piece in pieces(text):
            if length + len(piece) > _PIECE and parts:
                yield numbers, starts, "\n".join(parts)
                numbers, starts, parts, length = [], [], [], 0
            numbers.append(number)
            starts.append(length)
            parts.append(piece)
            length += len(piece) + 1
    if parts:
        yield numbers, starts, "\n".join(parts)
