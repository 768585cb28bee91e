"""Terms of many texts brought together: equal ones side by side, in order, with all the places where they stand.

A place is a document and a position in one number, ``document << 32 | position``. Words are told apart by a 64-bit
hash of their letters, exact for words of up to eight letters; terms of scripts without spaces by their characters.
Everything is sorted as whole numbers; only terms that differ become strings.
"""

from collections.abc import Iterable, Iterator
from itertools import accumulate, chain
from typing import TYPE_CHECKING

import numpy as np

from storage.index.analysis import Tokens, decoded
from storage.index.blocks import Postings
from storage.index.fields import FIELDS, mark

if TYPE_CHECKING:
    from numpy.typing import NDArray

PLACE_BITS = 32
_POSITION = np.uint64((1 << PLACE_BITS) - 1)
_CODE_BITS = 21
_CODE = np.uint32((1 << _CODE_BITS) - 1)
_AT_ONCE = 1 << 18
_MULTIPLIERS = (np.uint64(0x9E3779B97F4A7C15), np.uint64(0xC2B2AE3D27D4EB4F), np.uint64(0xD6E8FEB86659FD93))
_HALF = np.uint64(32)
_LAST_BYTE = 0xFF
_BREAK = ord("\n")
_MARKS = np.array([ord(mark(field)) for field in FIELDS], np.uint32)


class _Groups:
    """Terms as keys, and stretches of places, each with the number of its key; a key may have several stretches."""

    __slots__ = ("keys", "numbers", "places", "sizes")

    def __init__(
        self, keys: list[str], numbers: "NDArray[np.int64]", sizes: "NDArray[np.int64]", places: "NDArray[np.uint64]"
    ) -> None:
        self.keys, self.numbers, self.sizes, self.places = keys, numbers, sizes, places


def _taken(columns: list["NDArray"]) -> "NDArray":
    together = np.concatenate(columns)
    columns.clear()
    return together


class _Words:
    """Words whose letters are kept in arrays of one type, as :mod:`storage.index.analysis` folds them.

    So many of them are grouped at once that they stay near the processor; what is left of each group after that is
    its hash and one example.
    """

    def __init__(self) -> None:
        self._letters: list[NDArray] = []
        self._size = self._waiting = 0
        self._columns: tuple[list[NDArray], ...] = ([], [], [], [], [])
        self._groups: tuple[list[NDArray], ...] = ([], [], [], [], [])
        self._places: list[NDArray[np.uint64]] = []

    def add(
        self, letters: "NDArray", begins: "NDArray", ends: "NDArray", fields: "NDArray", places: "NDArray[np.uint64]"
    ) -> None:
        """Add words that stand in some letters, after which there is room for eight bytes more."""
        lengths = ends - begins
        hashed = hashes(letters, begins, lengths)
        if fields.any():
            hashed += fields * _MULTIPLIERS[2]
        columns = (hashed, places, begins + self._size, lengths, fields)
        for known, column in zip(self._columns, columns, strict=True):
            known.append(column)
        self._letters.append(letters)
        self._size += len(letters)
        self._waiting += len(begins)
        if self._waiting >= _AT_ONCE:
            self._group()

    def _group(self) -> None:
        hashed, places, *examples = map(_taken, self._columns)
        where, bounds = groups(hashed)
        firsts = where[bounds]
        columns = (hashed[firsts], np.diff(bounds, append=len(where)), *(column[firsts] for column in examples))
        for known, column in zip(self._groups, columns, strict=True):
            known.append(column)
        self._places.append(places[where])
        self._waiting = 0

    def grouped(self) -> _Groups | None:
        """Bring equal words together; None where there are none."""
        if self._waiting:
            self._group()
        if not self._places:
            return None
        hashed, sizes, begins, lengths, fields = map(_taken, self._groups)
        where, bounds = groups(hashed)
        letters, firsts = _taken(self._letters), where[bounds]
        order = np.argsort(_beginnings(letters, begins[firsts], fields[firsts]))  # most of the way to sorted keys
        firsts = firsts[order]
        keys = _cut_out(letters, begins[firsts], lengths[firsts], _MARKS[fields[firsts]])
        ranks = np.empty_like(order)
        ranks[order] = np.arange(len(order))
        numbers = np.empty_like(where)
        numbers[where] = np.repeat(ranks, np.diff(bounds, append=len(where)))
        return _Groups(keys, numbers, sizes, _taken(self._places))


def _windows(letters: "NDArray", order: str) -> "NDArray":
    """Return the eight bytes from each letter on as a number."""
    return np.ndarray(len(letters) - 8 // letters.itemsize + 1, f"{order}u8", letters, 0, (letters.itemsize,))


def _beginnings(letters: "NDArray", begins: "NDArray[np.int64]", fields: "NDArray[np.uint8]") -> "NDArray[np.uint64]":
    """Return numbers that are in the order in which fields and the first letters of words are."""
    if letters.itemsize == 1:
        return _windows(letters, ">")[begins] >> np.uint64(8) | fields.astype(np.uint64) << np.uint64(56)
    first, second = letters[begins].astype(np.uint64), letters[begins + 1]
    return (fields.astype(np.uint64) << np.uint64(_CODE_BITS) | first) << np.uint64(_CODE_BITS) | second


def hashes(letters: "NDArray", begins: "NDArray[np.int64]", lengths: "NDArray[np.int64]") -> "NDArray[np.uint64]":
    """Return a 64-bit hash of each word, equal for equal ones; words of up to eight bytes never share one."""
    windows = _windows(letters, "<")
    at_once = 8 // letters.itemsize
    masks = np.array([(1 << 8 * letters.itemsize * kept) - 1 for kept in range(at_once + 1)], np.uint64)
    hashed = windows[begins] & masks[np.minimum(lengths, at_once)]
    hashed *= _MULTIPLIERS[0]
    rest = np.flatnonzero(lengths > at_once)
    done = at_once
    while len(rest):
        kept = masks[np.minimum(lengths[rest] - done, at_once)]
        so_far = hashed[rest]
        so_far ^= so_far >> _HALF
        hashed[rest] = so_far * _MULTIPLIERS[1] + (windows[begins[rest] + done] & kept) * _MULTIPLIERS[2]
        done += at_once
        rest = rest[lengths[rest] > done]
    hashed ^= hashed >> _HALF
    hashed *= _MULTIPLIERS[1]
    return hashed


def groups(hashed: "NDArray[np.uint64]") -> tuple["NDArray[np.int64]", "NDArray[np.int64]"]:
    """Return an order in which equal hashes stand together, each in the order given, and where each begins in it.

    Sorting numbers is several times quicker than sorting by them, so the numbers of the places take the lower bits;
    where that puts different hashes together they are parted afterwards.
    """
    bits = np.uint64(max(1, len(hashed).bit_length()))
    low = np.uint64((1 << int(bits)) - 1)
    heads = hashed & ~low
    heads |= np.arange(len(hashed), dtype=np.uint64)
    heads.sort()
    where = (heads & low).astype(np.int64)
    heads >>= bits
    full = hashed[where]
    steps = np.flatnonzero(full[1:] != full[:-1]) + 1
    mixed = set(heads[steps[heads[steps] == heads[steps - 1]]].tolist())
    for head in mixed:
        stretch = slice(*np.searchsorted(heads, np.array((head, head + 1), np.uint64)).tolist())
        where[stretch] = where[stretch][np.argsort(full[stretch], kind="stable")]
    if mixed:
        full = hashed[where]
        steps = np.flatnonzero(full[1:] != full[:-1]) + 1
    return where, np.concatenate((np.zeros(1, np.int64), steps))


def _cut_out(letters: "NDArray", begins: "NDArray", lengths: "NDArray", marks: "NDArray") -> list[str]:
    """Return words as strings, a mark before each."""
    sizes = lengths + 2
    ends = np.cumsum(sizes)
    flat = letters[np.repeat(begins - 1 - (ends - sizes), sizes) + np.arange(ends[-1])]
    flat[ends - sizes] = marks
    flat[ends - 1] = _BREAK
    return decoded(flat[:-1]).split("\n")


class _Runs:
    """Terms of one or two characters of scripts without spaces."""

    def __init__(self) -> None:
        self._firsts: list[NDArray[np.uint32]] = []
        self._seconds: list[NDArray[np.uint32]] = []
        self._places: list[NDArray[np.uint64]] = []

    def add(self, first: "NDArray", second: "NDArray", fields: "NDArray", places: "NDArray[np.uint64]") -> None:
        """Add terms by their first and second characters; the second is 0 where there is none."""
        self._firsts.append(first | fields.astype(np.uint32) << np.uint32(_CODE_BITS) if fields.any() else first)
        self._seconds.append(second)
        self._places.append(places)

    def grouped(self) -> _Groups | None:
        """Bring equal terms together, in order; None where there are none."""
        if not self._places:
            return None
        codes, numbers = self._numbered()
        numbers, places = sorted_together(numbers, _taken(self._places))
        bounds = np.flatnonzero(np.append(True, numbers[1:] != numbers[:-1]))
        distinct, count = numbers[bounds], np.uint64(len(codes))
        flat = np.empty((len(bounds), 4), np.uint32)
        flat[:, 0] = _MARKS[distinct // (count * count)]
        flat[:, 1] = codes[distinct // count % count]
        flat[:, 2] = codes[distinct % count]
        flat[:, 3] = _BREAK
        keys = decoded(flat[flat != 0][:-1]).split("\n")
        return _Groups(keys, np.arange(len(keys)), np.diff(bounds, append=len(places)), places)

    def _numbered(self) -> tuple["NDArray[np.uint32]", "NDArray[np.uint64]"]:
        """Return the characters there are, and for each term a small number in the order of the terms."""
        known = np.zeros(1 + max(int(np.max(each & _CODE)) for each in self._firsts), np.bool_)
        known[0] = True
        for first in self._firsts:  # a second character is the first of the next term
            known[first & _CODE] = True
        codes = np.flatnonzero(known).astype(np.uint32)
        dense = np.cumsum(known, dtype=np.uint64) - np.uint64(1)
        count = np.uint64(len(codes))
        leading = dense * count
        numbers = np.empty(sum(map(len, self._places)), np.uint64)
        done = 0
        for first, second in zip(self._firsts, self._seconds, strict=True):
            part = numbers[done : done + len(first)]
            np.take(leading, first & _CODE, out=part, mode="clip")
            part += dense[second]
            fields = first >> np.uint32(_CODE_BITS)
            if fields.any():
                part += fields * (count * count)
            done += len(part)
        self._firsts, self._seconds = [], []
        return codes, numbers


def sorted_together(
    numbers: "NDArray[np.uint64]", places: "NDArray[np.uint64]"
) -> tuple["NDArray[np.uint64]", "NDArray[np.uint64]"]:
    """Sort by numbers, then places; as one number if there are enough bits for both. The arrays may be used up."""
    stretches = [slice(start, start + _AT_ONCE) for start in range(0, len(numbers), _AT_ONCE)]
    used = int(np.bitwise_or.reduce(places))
    position_bits = np.uint64((used & int(_POSITION)).bit_length())
    place_bits = position_bits + np.uint64((used >> PLACE_BITS).bit_length())
    if int(numbers.max()).bit_length() + int(place_bits) > 64:
        order = np.lexsort((places, numbers))
        return numbers[order], places[order]
    for stretch in stretches:
        part = places[stretch]
        packed = part >> np.uint64(PLACE_BITS) << position_bits | part & _POSITION
        numbers[stretch] = numbers[stretch] << place_bits | packed
    numbers.sort()
    for stretch in stretches:
        part = numbers[stretch]
        documents = (part & ((np.uint64(1) << place_bits) - np.uint64(1))) >> position_bits
        positions = part & ((np.uint64(1) << position_bits) - np.uint64(1))
        places[stretch] = documents << np.uint64(PLACE_BITS) | positions
        numbers[stretch] >>= place_bits
    return numbers, places


class TermCollector:
    """Collects the terms of texts, field by field, and turns them round."""

    def __init__(self) -> None:
        self._latin, self._other = _Words(), _Words()
        self._runs = _Runs()
        self._values: dict[str, list[int]] = {}
        self._rising = True
        self._last = -1

    def add(self, tokens: Tokens, fields: "NDArray[np.uint8]", places: "NDArray[np.int64]") -> None:
        """Add the terms of some texts with the number of the field and the place of each, places rising."""
        if not len(places):
            return
        self._rising &= self._last < places[0]
        self._last = int(places[-1])
        placed = places.view(np.uint64)
        if tokens.folded.itemsize == 1:
            self._latin.add(tokens.folded, tokens.begins, tokens.term_ends, fields, placed)
            return
        words = np.arange(len(placed))
        if tokens.in_run is not None:
            self._add_runs(tokens, np.flatnonzero(tokens.in_run), fields, placed)
            words = np.flatnonzero(~tokens.in_run)
        if len(words):
            self._add_words(tokens, words, fields, placed)

    def _add_runs(self, tokens: Tokens, which: "NDArray", fields: "NDArray", places: "NDArray") -> None:
        letters, begins, ends = tokens.folded, tokens.begins, tokens.term_ends
        if len(which) < len(places):
            begins, ends, fields, places = begins[which], ends[which], fields[which], places[which]
        second = letters[begins + 1]
        second *= ends > begins + 1
        self._runs.add(letters[begins], second, fields, places)

    def _add_words(self, tokens: Tokens, which: "NDArray", fields: "NDArray", places: "NDArray") -> None:
        """Add words of a text in any script; those of Latin 1 go where they meet words of texts that all are."""
        letters = tokens.folded
        beyond = np.append(0, np.cumsum(letters > _LAST_BYTE))
        others = beyond[tokens.term_ends[which]] > beyond[tokens.begins[which]]
        for words, at, kept in (
            (self._latin, which[~others], letters.astype(np.uint8)),
            (self._other, which[others], letters),
        ):
            if len(at):
                words.add(kept, tokens.begins[at], tokens.term_ends[at], fields[at], places[at])

    def add_values(self, field: str, document: int, values: Iterable[str]) -> None:
        """Add whole values of a document, at position 0."""
        beginning, known = mark(field), self._values
        for value in values:
            known.setdefault(beginning + value, []).append(document)

    def _grouped_values(self) -> _Groups | None:
        if not self._values:
            return None
        found = self._values
        documents = np.array(list(chain.from_iterable(found.values())), np.uint64)
        sizes = np.array([len(each) for each in found.values()])
        return _Groups(list(found), np.arange(len(sizes)), sizes, documents << np.uint64(PLACE_BITS))

    def postings(self) -> Iterator[Postings]:
        """Yield everything sorted by field, term, document and position, in parts of a handy size.

        The collector is empty afterwards.
        """
        sources = (self._latin.grouped(), self._other.grouped(), self._runs.grouped(), self._grouped_values())
        parts = [part for part in sources if part is not None]
        if not parts:
            return
        keys = list(chain.from_iterable(part.keys for part in parts))
        order = sorted(range(len(keys)), key=keys.__getitem__)
        keys = [keys[number] for number in order]
        ranks = np.empty(len(keys), np.int64)
        ranks[order] = np.arange(len(keys))
        del order
        shifts = accumulate((len(part.keys) for part in parts), initial=0)
        ranked = np.concatenate([ranks[part.numbers + shift] for part, shift in zip(parts, shifts, strict=False)])
        sizes, places = (_taken([getattr(part, name) for part in parts]) for name in ("sizes", "places"))
        del parts, sources
        if not self._rising:
            places = places[np.lexsort((places, np.repeat(ranked, sizes)))]
            ranked, sizes = np.arange(len(keys)), np.bincount(ranked, sizes).astype(np.int64)
        yield from _in_parts(keys, ranked, sizes, places)


def _in_parts(
    keys: list[str], ranks: "NDArray[np.int64]", sizes: "NDArray[np.int64]", places: "NDArray[np.uint64]"
) -> Iterator[Postings]:
    """Bring stretches of places into the order of their keys; those of one key follow each other already."""
    order = np.sort(ranks << 32 | np.arange(len(ranks))) & 0xFFFFFFFF  # quicker than a stable argsort
    starts, sizes = (np.cumsum(sizes) - sizes)[order], sizes[order]
    bounds = np.flatnonzero(np.diff(ranks[order], prepend=-1, append=len(keys)))
    ends = np.append(0, np.cumsum(sizes))
    shifts = starts - ends[:-1]
    ends_of_keys = ends[bounds]
    first = 0
    while first < len(keys):
        done = ends_of_keys[first]
        last = max(first + 1, int(np.searchsorted(ends_of_keys, done + _AT_ONCE)) - 1)
        stretches = slice(bounds[first], bounds[last])
        where = shifts[stretches]
        if bool((where == where[0]).all()):
            part = places[done + where[0] : ends_of_keys[last] + where[0]]
        else:
            part = places[np.repeat(where, sizes[stretches]) + np.arange(done, ends_of_keys[last])]
        yield _cut_into_documents(keys[first:last], ends_of_keys[first:last] - done, part)
        first = last


def _cut_into_documents(keys: list[str], firsts: "NDArray[np.int64]", places: "NDArray[np.uint64]") -> Postings:
    """Tell where in the places of keys another document begins; ``firsts`` says where those of each key begin."""
    documents = (places >> np.uint64(PLACE_BITS)).astype(np.uint32)
    fresh = np.empty(len(documents), np.bool_)
    fresh[0] = True
    np.not_equal(documents[1:], documents[:-1], out=fresh[1:])
    fresh[firsts] = True
    begins = np.flatnonzero(fresh)
    counts = np.diff(np.searchsorted(begins, firsts), append=len(begins))
    frequencies = np.diff(begins, append=len(documents))
    return Postings(keys, counts, documents[begins], frequencies, places.astype(np.uint32))
