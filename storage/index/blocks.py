"""How postings lie on disk: flat arrays of many terms, cut into blocks of about 16 KB.

Document numbers and positions are kept as differences in 1, 2 or 4 bytes, the width chosen for each block. A block is
a row; its terms can be read without their documents and frequencies, these without their positions, and one term of it
without the others.
"""

import struct
import zlib
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from storage.index.errors import IndexDamagedError

if TYPE_CHECKING:
    from numpy.typing import NDArray

_TERMS_IN_BLOCK = 256
_BYTES_IN_BLOCK = 16_384
_SPARSE = 8
_SCATTERED = 4
_FEW_STEPS = 4_000
"""So many steps, and so many times those that are wanted, are added up as fast as the wanted ones are picked out."""
_MANY = 500
_MARKS_BY_STEP = 64
"""So many places are found sooner by marks on all there are, provided that these lie close together, than by search."""
_STRETCH = 12_500
"""Arrays of so many numbers are given memory that is in use already; fresh memory costs more than the work in it."""
LAST = "\U0010ffff"
"""Sorts after every term; terms never contain it."""

_WIDTHS = struct.Struct("<BBBBII")
_TYPES = tuple(map(np.dtype, ("<u1", "<u2", "<u4", "<i4", "<i8")))
_OF_WIDTH = {1: _TYPES[0], 2: _TYPES[1], 4: _TYPES[2]}
_LIMITS = (0xFF, 0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF)
_SIGNED, _HALF = 3, 1 << 31


def pack(*arrays: "NDArray") -> bytes:
    """Write arrays of whole numbers one after the other, each in the narrowest type that holds it, with a checksum."""
    parts = []
    for array in arrays:
        smallest, largest = (int(array.min()), int(array.max())) if len(array) else (0, 0)
        kind = bisect_left(_LIMITS, largest)
        if smallest < 0:
            kind = _SIGNED if smallest >= -_HALF and largest < _HALF else _SIGNED + 1
        parts += [bytes([kind]), len(array).to_bytes(4, "little"), array.astype(_TYPES[kind]).tobytes()]
    body = b"".join(parts)
    return zlib.crc32(body).to_bytes(4, "little") + body


def unpack(data: bytes) -> list["NDArray"]:
    """Read what :func:`pack` wrote.

    Raises:
        IndexDamagedError: The checksum does not fit.
    """
    if len(data) < 4 or zlib.crc32(data[4:]) != int.from_bytes(data[:4], "little"):
        raise IndexDamagedError
    arrays = []
    at = 4
    while at < len(data):
        kind, count = _TYPES[data[at]], int.from_bytes(data[at + 1 : at + 5], "little")
        arrays.append(np.frombuffer(data, kind, count, at + 5))
        at += 5 + count * kind.itemsize
    return arrays


@dataclass(frozen=True, slots=True)
class Postings:
    """Where terms stand: for each key its documents in rising order, for each of these the positions.

    ``counts`` says how many documents a key has, ``frequencies`` how many positions a document has; a frequency is at
    least 1.
    """

    keys: list[str]
    counts: "NDArray"
    documents: "NDArray"
    frequencies: "NDArray"
    positions: "NDArray"


@dataclass(frozen=True, slots=True)
class Block:
    """One row of postings as it is stored; ``first`` is its first key."""

    first: str
    terms: bytes
    header: bytes
    documents: bytes
    positions: bytes

    @property
    def size(self) -> int:
        """How many bytes it takes."""
        return len(self.terms) + len(self.header) + len(self.documents) + len(self.positions)


def differences(values: "NDArray", starts: "NDArray") -> "NDArray[np.uint32]":
    """Return each value minus the one before; values at ``starts`` stay whole."""
    values = values.astype(np.uint32, copy=False)
    result = np.empty_like(values)
    np.subtract(values[1:], values[:-1], out=result[1:])
    result[starts] = values[starts]
    return result


def sums(values: "NDArray", counts: "NDArray") -> "NDArray[np.int64]":
    """Undo :func:`differences`; ``counts`` are the lengths of the stretches that begin anew."""
    totals = values.cumsum(dtype=np.int64)
    if len(counts) > 1:
        starts = counts[:-1].cumsum()
        base = np.zeros(len(counts), np.int64)
        base[1:] = totals[starts - 1]
        totals -= np.repeat(base, counts)
    return totals


def changes(values: "NDArray") -> "NDArray[np.int64]":
    """Return where values differ from the one before; the first does."""
    differ = np.empty(len(values), np.bool_)
    differ[:1] = True
    np.not_equal(values[1:], values[:-1], out=differ[1:])
    return differ.nonzero()[0]


def _starts(counts: "NDArray") -> "NDArray[np.int64]":
    return counts.cumsum(dtype=np.int64) - counts


def encode(postings: Postings) -> Iterator[Block]:
    """Cut postings into blocks for storing; keys must be sorted."""
    if not postings.keys:
        return
    position_starts = _starts(postings.frequencies)
    ends = np.cumsum(postings.counts, dtype=np.int64)
    places = np.append(position_starts, len(postings.positions))
    cuts = _cuts(2 * (ends + places[ends]))
    bounds = np.append(0, ends)[cuts]
    documents = _Column(differences(postings.documents, ends - postings.counts), bounds)
    frequencies = _Column(postings.frequencies, bounds)
    positions = _Column(differences(postings.positions, position_starts), places[bounds])
    counts = _Column(postings.counts, np.array(cuts))
    for number, (first, last) in enumerate(pairwise(cuts)):
        terms = _written("\n".join(postings.keys[first:last]))
        stored = documents.block(number) + frequencies.block(number)
        placed = positions.block(number)
        widths = (column.widths[number] for column in (counts, documents, frequencies, positions))
        header = _WIDTHS.pack(*widths, zlib.crc32(stored), zlib.crc32(placed)) + counts.block(number)
        yield Block(postings.keys[first], terms, _check(header, terms) + header, stored, placed)


def _written(key: str) -> bytes:
    return key.encode("utf-8", "surrogatepass")


def _decoded(terms: bytes) -> str:
    return terms.decode("utf-8", "surrogatepass")


def _check(header: bytes, terms: bytes) -> bytes:
    return zlib.crc32(terms, zlib.crc32(header)).to_bytes(4, "little")


class _Column:
    """Numbers of all blocks, for each of them in the narrowest type that holds its largest."""

    def __init__(self, values: "NDArray", bounds: "NDArray") -> None:
        self._bounds = bounds.tolist()
        largest = np.maximum.reduceat(values, bounds[:-1])
        self.widths = np.where(largest > 0xFFFF, 4, np.where(largest > 0xFF, 2, 1)).tolist()
        self._bytes = {width: values.astype(f"<u{width}").data.cast("B") for width in set(self.widths)}

    def block(self, number: int) -> bytes:
        """Return the numbers of a block."""
        width = self.widths[number]
        return bytes(self._bytes[width][self._bounds[number] * width : self._bounds[number + 1] * width])


def _cuts(sizes: "NDArray") -> list[int]:
    """Return which keys begin a block, and how many keys there are; ``sizes`` are the bytes up to each key's end.

    A block has few keys and few bytes; what does not fit in with others is a block of its own.
    """
    upto = sizes.tolist()
    cuts = [0]
    before = 0
    while cuts[-1] < len(upto):
        first = cuts[-1]
        by_size = bisect_right(upto, before + _BYTES_IN_BLOCK, first, min(len(upto), first + _TERMS_IN_BLOCK))
        cuts.append(max(first + 1, by_size))
        before = upto[cuts[-1] - 1]
    return cuts


class BlockTerms:
    """The terms of a block, here called its keys, which can be looked up without anything else of it.

    Raises:
        IndexDamagedError: The checksum does not fit.
    """

    __slots__ = ("_terms", "header")

    def __init__(self, terms: bytes, header: bytes) -> None:
        if header[:4] != _check(header[4:], terms):
            raise IndexDamagedError
        self.header = header
        self._terms = b"\n%b\n" % terms

    def keys(self) -> list[str]:
        """Return the keys in order."""
        return _decoded(self._terms[1:-1]).split("\n")

    def terms_from(self, beginning: str) -> list[str]:
        """Return the keys that begin with some letters, at least one, each without the first letter."""
        sought = _written(f"\n{beginning}")
        place = self._terms.find(sought)
        if place < 0:
            return []
        found = _decoded(self._terms[place : self._terms.index(b"\n", self._terms.rfind(sought) + 1)])
        return found[2:].split(found[:2])

    def find(self, key: str) -> int:
        """Return which of the block's keys this is, or -1."""
        place = self._terms.find(_written(f"\n{key}\n"))
        return place if place < 1 else self._terms.count(b"\n", 0, place)

    def between(self, low: str, high: str) -> tuple[int, int]:
        """Return where the keys from ``low`` to before ``high`` begin and end."""
        if not low or high == low or high.rstrip(LAST) != low:
            keys = self.keys()
            return bisect_left(keys, low), bisect_left(keys, high)
        sought = _written(f"\n{low}")
        place = self._terms.find(sought)
        if place < 0:
            return 0, 0
        last = self._terms.rfind(sought)
        first = self._terms.count(b"\n", 0, place)
        return first, first + 1 + self._terms.count(b"\n", place, last)


class OpenBlock:
    """A block as read: documents, frequencies and positions of any of its keys.

    Positions are handed over where they are wanted: they are a column of their own and often not read.

    Raises:
        IndexDamagedError: The checksum does not fit.
    """

    __slots__ = ("_check", "_documents", "_ends", "_frequencies", "_position_width", "counts", "terms")

    def __init__(self, terms: BlockTerms, stored: bytes) -> None:
        count_width, width, frequency_width, self._position_width, check, self._check = _WIDTHS.unpack_from(
            terms.header, 4
        )
        if zlib.crc32(stored) != check:
            raise IndexDamagedError
        self.terms = terms
        self.counts = np.frombuffer(terms.header, _OF_WIDTH[count_width], -1, 4 + _WIDTHS.size)
        self._ends = self.counts.cumsum(dtype=np.int64)
        postings = len(stored) // (width + frequency_width)
        self._documents = np.frombuffer(stored, _OF_WIDTH[width], postings)
        self._frequencies = np.frombuffer(stored, _OF_WIDTH[frequency_width], postings, postings * width)

    def occurrences(self, key: int) -> int:
        """Return how often a key stands in all its documents."""
        return int(self._frequencies[self._stretch(key, key + 1)].sum(dtype=np.int64))

    def _stretch(self, first: int, last: int) -> slice:
        return slice(int(self._ends[first - 1]) if first else 0, int(self._ends[last - 1]))

    def documents(self, first: int, last: int) -> tuple["NDArray[np.int64]", "NDArray"]:
        """Return documents and frequencies of the keys ``[first, last)``, key after key."""
        stretch = self._stretch(first, last)
        documents = self._documents[stretch]
        if last == first + 1:
            return documents.cumsum(dtype=np.int64), self._frequencies[stretch]
        return sums(documents, self.counts[first:last]), self._frequencies[stretch]

    def positions(self, first: int, last: int, placed: bytes, frequencies: "NDArray") -> "NDArray[np.int64]":
        """Return the positions of the keys ``[first, last)``, document after document.

        ``placed`` is the column of positions; ``frequencies`` are those :meth:`documents` returned.
        """
        self.check_positions(placed)
        return sums(self._steps(first, last, placed, frequencies), frequencies)

    def places(
        self,
        first: int,
        last: int,
        placed: bytes,
        frequencies: "NDArray",
        begins: "NDArray[np.int64]",
        wanted: "NDArray[np.bool_] | None" = None,
    ) -> "NDArray[np.int64]":
        """Return what :meth:`positions` does, of all documents or the wanted ones, with something added to each.

        ``begins`` says what is added for each of these documents. The column of positions has been checked.
        """
        steps = self._steps(first, last, placed, frequencies)
        if wanted is not None:
            lengths = frequencies[wanted]
            if len(lengths) * _SPARSE < len(frequencies):
                steps = steps[_stretches((frequencies.cumsum(dtype=np.int64) - frequencies)[wanted], lengths)]
            else:
                steps = steps[np.repeat(wanted, frequencies)]
            frequencies = lengths
        if len(steps) == len(begins):
            return begins + steps
        places = steps.astype(np.int64)
        starts = _starts(frequencies)
        reached = begins + np.add.reduceat(places, starts)
        places[0] += begins[0]
        places[starts[1:]] += begins[1:] - reached[:-1]
        return np.cumsum(places, out=places)

    def holds(
        self,
        first: int,
        last: int,
        placed: bytes,
        frequencies: "NDArray",
        numbers: "NDArray[np.int64]",
        positions: "NDArray[np.int64]",
    ) -> "NDArray[np.bool_]":
        """Tell of documents, by their number among those of the keys ``[first, last)``, which have a position.

        The numbers rise. Steps are added up across documents, in stretches of many, in which a position of any of
        them is found without a column of positions. Where the documents are few, their steps are put together first.
        The column of positions has been checked.
        """
        steps = self._steps(first, last, placed, frequencies)
        edges = np.zeros(len(frequencies) + 1, np.int64)
        frequencies.cumsum(dtype=np.int64, out=edges[1:])
        begin, end = int(edges[numbers[0]]), int(edges[numbers[-1] + 1])
        if _are_few(end - begin, frequencies, numbers):
            steps, edges, numbers = _together(steps, edges, numbers)
            begin, end = 0, len(steps)
        if end - begin <= _STRETCH:
            low = int(numbers[0])
            return _reached(steps, edges[low : int(numbers[-1]) + 2], numbers - low, positions)
        found = np.empty(len(numbers), np.bool_)
        are_marked = len(numbers) * _STRETCH > _MANY * (end - begin)
        longest = _STRETCH if are_marked else 2 * _STRETCH
        at = 0
        while at < len(numbers):
            low = int(numbers[at])
            high = max(int(edges.searchsorted(edges[low] + longest, "right")) - 1, low + 1)
            until = len(numbers) if high >= len(edges) - 1 else int(numbers.searchsorted(high))
            here = slice(at, until)
            own = edges[low : high + 1]
            found[here] = _reached(steps, own, numbers[here] - low, positions[here])
            at = until
        return found

    def check_positions(self, placed: bytes) -> None:
        """Raise an error where this is not the column of positions that was written."""
        if zlib.crc32(placed) != self._check:
            raise IndexDamagedError

    def _steps(self, first: int, last: int, placed: bytes, frequencies: "NDArray") -> "NDArray":
        start = int(self._frequencies[: self._stretch(first, last).start].sum(dtype=np.int64))
        total = int(frequencies.sum(dtype=np.int64))
        width = self._position_width
        return np.frombuffer(placed, _OF_WIDTH[width], total, start * width)


def _are_few(steps: int, frequencies: "NDArray", numbers: "NDArray[np.int64]") -> bool:
    """Tell whether the steps of some documents are few beside those from the first of these to the last."""
    most = (steps - _FEW_STEPS) // _SCATTERED
    return len(numbers) < most and int(frequencies[numbers].sum(dtype=np.int64)) < most


def _together(
    steps: "NDArray", edges: "NDArray[np.int64]", numbers: "NDArray[np.int64]"
) -> tuple["NDArray", "NDArray[np.int64]", "NDArray[np.int64]"]:
    """Return the steps of some documents one after the other, with their edges, and the documents numbered anew."""
    fresh = changes(numbers)
    own = numbers[fresh]
    lengths = edges[own + 1] - edges[own]
    steps = steps[_stretches(edges[own], lengths)]
    edges = np.zeros(len(own) + 1, np.int64)
    lengths.cumsum(out=edges[1:])
    renumbered = np.zeros(len(numbers), np.int64)
    renumbered[fresh[1:]] = 1
    return steps, edges, renumbered.cumsum(out=renumbered)


def _reached(
    steps: "NDArray", edges: "NDArray[np.int64]", numbers: "NDArray", positions: "NDArray[np.int64]"
) -> "NDArray[np.bool_]":
    """Tell which documents have a position; the steps of each go from one of the edges to the next."""
    start = int(edges[0])
    reached = np.empty(int(edges[-1]) - start + 1, np.int64)
    reached[0] = 0
    steps[start : edges[-1]].cumsum(dtype=np.int64, out=reached[1:])
    if len(numbers) < len(edges):
        sought, ends = reached[edges[numbers] - start], reached[edges[numbers + 1] - start]
    else:
        bounds = reached[edges - start]
        sought, ends = bounds[numbers], bounds[1:][numbers]
    sought += positions
    found = sought <= ends
    reach = int(reached[-1])
    if len(sought) > _MANY and reach < _MARKS_BY_STEP * len(reached):
        marks = np.zeros(reach + 1, np.bool_)
        marks[reached[1:]] = True
        found &= marks.take(sought, mode="clip")
    else:
        at = reached[1:].searchsorted(sought)
        found &= reached[1:].take(at, mode="clip") == sought
    first = (positions == 0).nonzero()[0]  # the place before, where the last document may end
    if len(first):
        found[first] = steps[edges[numbers[first]]] == 0
    return found


def _stretches(begins: "NDArray", lengths: "NDArray") -> "NDArray[np.int64]":
    """Return the numbers of some stretches, one after the other."""
    shift = begins - (lengths.cumsum(dtype=np.int64) - lengths)
    return np.repeat(shift, lengths) + np.arange(int(lengths.sum(dtype=np.int64)))
