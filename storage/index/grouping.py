"""Terms of many texts brought together: equal ones side by side, in order, with all the places where they stand.

A place is a document and a position in one number, ``document << 32 | position``. Words are told apart by a 64-bit
hash of their letters, exact for words of up to eight letters; terms of scripts without spaces by their characters.
Everything is sorted as whole numbers; only terms that differ become strings.
"""

from itertools import chain
from typing import TYPE_CHECKING

import numpy as np

from storage.index.analysis import Tokens, decoded
from storage.index.blocks import Postings
from storage.index.fields import FIELDS, mark

if TYPE_CHECKING:
    from numpy.typing import NDArray

PLACE_BITS = 32
_LOW = np.uint64((1 << PLACE_BITS) - 1)
_CODE_BITS = 21
_CODE = np.uint64((1 << _CODE_BITS) - 1)
_MULTIPLIERS = (np.uint64(0x9E3779B97F4A7C15), np.uint64(0xC2B2AE3D27D4EB4F), np.uint64(0xD6E8FEB86659FD93))
_HALF = np.uint64(32)
_BREAK = ord("\n")
_MARKS = np.array([ord(mark(field)) for field in FIELDS], np.uint32)


class Grouped:
    """Keys, each with the rising places of a term in one field; ``sizes`` says how many each key has."""

    __slots__ = ("keys", "places", "sizes")

    def __init__(self, keys: list[str], sizes: "NDArray[np.int64]", places: "NDArray[np.uint64]") -> None:
        self.keys, self.sizes, self.places = keys, sizes, places


def _joined(columns: list["NDArray"]) -> "NDArray":
    together = np.concatenate(columns)
    columns.clear()
    return together


class _Words:
    """Words whose letters are kept in arrays of one type, as :mod:`storage.index.analysis` folds them."""

    def __init__(self) -> None:
        self._letters: list[NDArray] = []
        self._size = 0
        self._columns: tuple[list[NDArray], ...] = ([], [], [], [], [])

    def add(
        self, letters: "NDArray", begins: "NDArray", ends: "NDArray", fields: "NDArray", places: "NDArray[np.uint64]"
    ) -> None:
        """Add words that stand in some letters, after which there is room for eight bytes more."""
        lengths = ends - begins
        hashed = hashes(letters, begins, lengths)
        if fields.any():
            hashed += fields * _MULTIPLIERS[2]
        columns = (hashed, places, (begins + self._size).astype(np.uint32), lengths.astype(np.uint8), fields)
        for known, column in zip(self._columns, columns, strict=True):
            known.append(column)
        self._letters.append(letters)
        self._size += len(letters)

    def grouped(self) -> Grouped | None:
        """Bring equal words together; None where there are none."""
        if not self._size:
            return None
        hashed, places, begins, lengths, fields = map(_joined, self._columns)
        if (places[1:] < places[:-1]).any():
            order = np.argsort(places)
            hashed, places, begins, lengths, fields = (
                column[order] for column in (hashed, places, begins, lengths, fields)
            )
        where, bounds = groups(hashed)
        del hashed
        firsts = where[bounds]
        keys = _cut_out(_joined(self._letters), begins[firsts], lengths[firsts], _MARKS[fields[firsts]])
        return Grouped(keys, np.diff(bounds, append=len(where)), places[where])


def hashes(letters: "NDArray", begins: "NDArray[np.int64]", lengths: "NDArray[np.int64]") -> "NDArray[np.uint64]":
    """Return a 64-bit hash of each word, equal for equal ones; words of up to eight bytes never share one."""
    windows = np.ndarray(len(letters) - 8 // letters.itemsize + 1, "<u8", letters, 0, (letters.itemsize,))
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
    mixed = np.unique(heads[steps[heads[steps] == heads[steps - 1]]])
    for head in mixed:
        stretch = slice(*np.searchsorted(heads, (head, head + np.uint64(1))).tolist())
        where[stretch] = where[stretch][np.argsort(full[stretch], kind="stable")]
    if len(mixed):
        full = hashed[where]
        steps = np.flatnonzero(full[1:] != full[:-1]) + 1
    return where, np.concatenate((np.zeros(1, np.int64), steps))


def _cut_out(letters: "NDArray", begins: "NDArray", lengths: "NDArray", marks: "NDArray") -> list[str]:
    """Return words as strings, a mark before each."""
    sizes = lengths.astype(np.int64) + 2
    ends = np.cumsum(sizes)
    flat = letters[np.repeat(begins.astype(np.int64) - 1 - (ends - sizes), sizes) + np.arange(ends[-1])]
    flat[ends - sizes] = marks
    flat[ends - 1] = _BREAK
    return decoded(flat[:-1]).split("\n")


class _Runs:
    """Terms of one or two characters of scripts without spaces."""

    def __init__(self) -> None:
        self._columns: tuple[list[NDArray], list[NDArray]] = ([], [])

    def add(self, characters: "NDArray", fields: "NDArray", places: "NDArray[np.uint64]") -> None:
        """Add terms; a row of ``characters`` is the first and the second one, 0 where there is none."""
        first, second = characters.astype(np.uint64)
        first |= fields.astype(np.uint64) << np.uint64(_CODE_BITS)
        self._columns[0].append(first << np.uint64(_CODE_BITS) | second)
        self._columns[1].append(places)

    def grouped(self) -> Grouped | None:
        """Bring equal terms together, in order; None where there are none."""
        if not self._columns[0]:
            return None
        terms, places = map(_joined, self._columns)
        known = np.zeros(1 << _CODE_BITS, np.bool_)
        known[0] = True
        known[terms & _CODE] = True
        known[terms >> np.uint64(_CODE_BITS) & _CODE] = True
        codes = np.flatnonzero(known).astype(np.uint32)
        dense = np.cumsum(known, dtype=np.uint64) - np.uint64(1)
        count = np.uint64(len(codes))
        numbers = terms >> np.uint64(2 * _CODE_BITS)
        numbers *= count
        numbers += dense[terms >> np.uint64(_CODE_BITS) & _CODE]
        numbers *= count
        numbers += dense[terms & _CODE]
        del terms
        numbers, places = _sorted_together(numbers, places)
        bounds = np.flatnonzero(np.append(True, numbers[1:] != numbers[:-1]))
        distinct = numbers[bounds]
        flat = np.empty((len(bounds), 4), np.uint32)
        flat[:, 0] = _MARKS[distinct // (count * count)]
        flat[:, 1] = codes[distinct // count % count]
        flat[:, 2] = codes[distinct % count]
        flat[:, 3] = _BREAK
        keys = decoded(flat[flat != 0][:-1]).split("\n")
        return Grouped(keys, np.diff(bounds, append=len(places)), places)


def _sorted_together(
    numbers: "NDArray[np.uint64]", places: "NDArray[np.uint64]"
) -> tuple["NDArray[np.uint64]", "NDArray[np.uint64]"]:
    """Sort by numbers, then places; as one number if there are enough bits for both."""
    documents, positions = places >> np.uint64(PLACE_BITS), places & _LOW
    position_bits = int(positions.max()).bit_length()
    place_bits = position_bits + int(documents.max()).bit_length()
    if int(numbers.max()).bit_length() + place_bits > 64:
        order = np.lexsort((places, numbers))
        return numbers[order], places[order]
    numbers <<= np.uint64(place_bits)
    numbers |= documents << np.uint64(position_bits)
    numbers |= positions
    del documents, positions, places
    numbers.sort()
    documents = (numbers & np.uint64((1 << place_bits) - 1)) >> np.uint64(position_bits)
    places = documents << np.uint64(PLACE_BITS) | numbers & np.uint64((1 << position_bits) - 1)
    numbers >>= np.uint64(place_bits)
    return numbers, places


class TermCollector:
    """Collects the terms of texts, field by field, and turns them round."""

    def __init__(self) -> None:
        self._ascii, self._other = _Words(), _Words()
        self._runs = _Runs()
        self._values: list[tuple[str, int]] = []

    def add(self, tokens: Tokens, fields: "NDArray[np.uint8]", places: "NDArray[np.int64]") -> None:
        """Add the terms of a text with the number of the field and the place of each."""
        placed = places.view(np.uint64)
        if tokens.folded.itemsize == 1:
            self._ascii.add(tokens.folded, tokens.begins, tokens.term_ends, fields, placed)
            return
        letters = tokens.folded
        beyond = np.cumsum(letters > 0x7F)
        inside = beyond[tokens.term_ends - 1] - beyond[tokens.begins] + (letters[tokens.begins] > 0x7F)
        narrow, wide = inside == 0, inside > 0
        if tokens.in_run is not None:
            runs = np.flatnonzero(tokens.in_run)
            begins = tokens.begins[runs]
            second = np.where(tokens.term_ends[runs] > begins + 1, letters[begins + 1], 0)
            self._runs.add(np.array((letters[begins], second)), fields[runs], placed[runs])
            wide &= ~tokens.in_run
        for words, chosen, kept in ((self._ascii, narrow, letters.astype(np.uint8)), (self._other, wide, letters)):
            at = np.flatnonzero(chosen)
            if len(at):
                words.add(kept, tokens.begins[at], tokens.term_ends[at], fields[at], placed[at])

    def add_value(self, field: str, document: int, value: str) -> None:
        """Add a whole value of a document, at position 0."""
        self._values.append((mark(field) + value, document))

    def _grouped_values(self) -> Grouped | None:
        if not self._values:
            return None
        found: dict[str, list[int]] = {}
        for key, document in self._values:
            found.setdefault(key, []).append(document)
        documents = np.array(list(chain.from_iterable(map(sorted, found.values()))), np.uint64)
        sizes = np.array([len(each) for each in found.values()])
        return Grouped(list(found), sizes, documents << np.uint64(PLACE_BITS))

    def postings(self) -> Postings:
        """Return everything sorted by field, term, document and position; the collector is empty afterwards."""
        sources = (self._ascii.grouped(), self._other.grouped(), self._runs.grouped(), self._grouped_values())
        parts = [part for part in sources if part is not None]
        if not parts:
            empty = np.zeros(0, np.uint32)
            return Postings([], empty, empty, empty, empty)
        keys = list(chain.from_iterable(part.keys for part in parts))
        sizes = np.concatenate([part.sizes for part in parts])
        places = np.concatenate([part.places for part in parts]) if len(parts) > 1 else parts[0].places
        order = sorted(range(len(keys)), key=keys.__getitem__)
        return _cut_into_documents([keys[number] for number in order], *_arranged(sizes, places, np.array(order)))


def _arranged(
    sizes: "NDArray[np.int64]", places: "NDArray[np.uint64]", order: "NDArray[np.int64]"
) -> tuple["NDArray[np.int64]", "NDArray[np.uint64]"]:
    """Bring the places of terms into the order of the terms."""
    if (order[1:] > order[:-1]).all():
        return sizes, places
    starts = (np.cumsum(sizes) - sizes)[order]
    sizes = sizes[order]
    return sizes, places[np.repeat(starts - (np.cumsum(sizes) - sizes), sizes) + np.arange(len(places))]


def _cut_into_documents(keys: list[str], sizes: "NDArray[np.int64]", places: "NDArray[np.uint64]") -> Postings:
    documents = (places >> np.uint64(PLACE_BITS)).astype(np.uint32)
    fresh = np.empty(len(places), np.bool_)
    fresh[0] = True
    np.not_equal(documents[1:], documents[:-1], out=fresh[1:])
    firsts = np.cumsum(sizes) - sizes
    fresh[firsts] = True
    begins = np.flatnonzero(fresh)
    counts = np.diff(np.searchsorted(begins, firsts), append=len(begins))
    frequencies = np.diff(begins, append=len(places))
    return Postings(keys, counts, documents[begins], frequencies, (places & _LOW).astype(np.uint32))
