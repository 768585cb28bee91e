"""How postings lie on disk: flat arrays of many terms, cut into blocks of about 8 KB.

Document numbers and positions are kept as differences in 1, 2 or 4 bytes, the width chosen for each block. A block is
a row; its documents and frequencies can be read without its positions, and one term of it without the others.
"""

import zlib
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from storage.index.errors import IndexDamagedError

if TYPE_CHECKING:
    from numpy.typing import NDArray

_TERMS_IN_BLOCK = 64
_BYTES_IN_BLOCK = 8_192
_TYPES = (np.dtype("<u1"), np.dtype("<u2"), np.dtype("<u4"), np.dtype("<i4"))


def pack(*arrays: "NDArray") -> bytes:
    """Write arrays of whole numbers one after the other, each in the narrowest type that holds it, with a checksum."""
    parts = []
    for array in arrays:
        signed = len(array) > 0 and int(array.min()) < 0
        largest = int(array.max()) if len(array) else 0
        kind = 3 if signed else 0 if largest < 1 << 8 else 1 if largest < 1 << 16 else 2
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
    result = values.astype(np.uint32)
    if len(result):
        whole = result[starts]
        result[1:] -= values[:-1].astype(np.uint32)
        result[starts] = whole
    return result


def sums(values: "NDArray", counts: "NDArray") -> "NDArray[np.int64]":
    """Undo :func:`differences`; ``counts`` are the lengths of the stretches that begin anew."""
    totals = np.cumsum(values, dtype=np.int64)
    if len(counts) > 1:
        starts = np.cumsum(counts[:-1])
        base = np.zeros(len(counts), np.int64)
        base[1:] = totals[starts - 1]
        totals -= np.repeat(base, counts)
    return totals


def _starts(counts: "NDArray") -> "NDArray[np.int64]":
    return np.cumsum(counts, dtype=np.int64) - counts


def _narrowed(values: "NDArray") -> "NDArray":
    """Return values in the narrowest type that holds the largest of them."""
    largest = int(values.max())
    return values.astype("<u1" if largest <= 0xFF else "<u2" if largest <= 0xFFFF else "<u4")


def encode(postings: Postings) -> Iterator[Block]:
    """Cut postings into blocks for storing; keys must be sorted."""
    if not postings.keys:
        return
    frequencies = postings.frequencies
    documents = differences(postings.documents, _starts(postings.counts))
    positions = differences(postings.positions, _starts(frequencies))
    ends = np.cumsum(postings.counts, dtype=np.int64)
    position_ends = np.cumsum(frequencies, dtype=np.int64)[ends - 1]
    totals = np.diff(position_ends, prepend=0)
    for first, last in _cuts(2 * ends + 2 * position_ends):
        stretch = slice(int(ends[first - 1]) if first else 0, int(ends[last - 1]))
        places = slice(int(position_ends[first - 1]) if first else 0, int(position_ends[last - 1]))
        columns = (documents[stretch], frequencies[stretch], positions[places])
        terms = "\n".join(postings.keys[first:last]).encode("utf-8", "surrogatepass")
        yield _block(postings.keys[first], terms, postings.counts[first:last], totals[first:last], columns)


def _block(first: str, terms: bytes, counts: "NDArray", totals: "NDArray", columns: tuple["NDArray", ...]) -> Block:
    documents, frequencies, positions = map(_narrowed, columns)
    stored = documents.tobytes() + frequencies.tobytes()
    placed = positions.tobytes()
    widths = np.array([documents.itemsize, frequencies.itemsize, positions.itemsize])
    checks = np.array([zlib.crc32(stored, zlib.crc32(terms)), zlib.crc32(placed)])
    return Block(first, terms, pack(counts, totals, widths, checks), stored, placed)


def _cuts(sizes: "NDArray") -> Iterator[tuple[int, int]]:
    """Yield ranges of keys that make a block: few keys, few bytes; ``sizes`` are the bytes up to each key's end."""
    first = 0
    while first < len(sizes):
        before = int(sizes[first - 1]) if first else 0
        by_size = int(np.searchsorted(sizes, before + _BYTES_IN_BLOCK, side="right"))
        last = min(len(sizes), max(first + 1, min(first + _TERMS_IN_BLOCK, by_size)))
        yield first, last
        first = last


class OpenBlock:
    """A block as read: its keys, and documents, frequencies and positions of any of them.

    Positions are handed over where they are wanted: they are a column of their own and often not read.
    """

    __slots__ = ("_check", "_documents", "_ends", "_frequencies", "_position_width", "counts", "keys", "totals")

    def __init__(self, terms: bytes, header: bytes, stored: bytes) -> None:
        self.counts, self.totals, widths, checks = unpack(header)
        if zlib.crc32(stored, zlib.crc32(terms)) != checks[0]:
            raise IndexDamagedError
        self.keys = terms.decode("utf-8", "surrogatepass").split("\n")
        self._ends = np.cumsum(self.counts, dtype=np.int64)
        postings = int(self._ends[-1])
        width, frequency_width, self._position_width = widths.tolist()
        self._documents = np.frombuffer(stored, f"<u{width}", postings)
        self._frequencies = np.frombuffer(stored, f"<u{frequency_width}", postings, postings * width)
        self._check = int(checks[1])

    def find(self, key: str) -> int:
        """Return which of the block's keys this is, or -1."""
        index = bisect_left(self.keys, key)
        return index if index < len(self.keys) and self.keys[index] == key else -1

    def documents(self, first: int, last: int) -> tuple["NDArray[np.int64]", "NDArray"]:
        """Return documents and frequencies of the keys ``[first, last)``, key after key."""
        stretch = slice(int(self._ends[first - 1]) if first else 0, int(self._ends[last - 1]))
        return sums(self._documents[stretch], self.counts[first:last]), self._frequencies[stretch]

    def positions(
        self, first: int, last: int, placed: bytes, frequencies: "NDArray", wanted: "NDArray[np.bool_] | None" = None
    ) -> "NDArray[np.int64]":
        """Return the positions of the keys ``[first, last)``, document after document, of all or the wanted ones.

        ``placed`` is the column of positions; ``frequencies`` are those :meth:`documents` returned.
        """
        if zlib.crc32(placed) != self._check:
            raise IndexDamagedError
        start = int(self.totals[:first].sum(dtype=np.int64))
        total = int(self.totals[first:last].sum(dtype=np.int64))
        width = self._position_width
        values = np.frombuffer(placed, f"<u{width}", total, start * width)
        if wanted is not None:
            begins = (np.cumsum(frequencies, dtype=np.int64) - frequencies)[wanted]
            frequencies = frequencies[wanted]
            values = values[_stretches(begins, frequencies)]
        return sums(values, frequencies)


def _stretches(begins: "NDArray", lengths: "NDArray") -> "NDArray[np.int64]":
    """Return the numbers of some stretches, one after the other."""
    shift = begins - (np.cumsum(lengths, dtype=np.int64) - lengths)
    return np.repeat(shift, lengths) + np.arange(int(lengths.sum(dtype=np.int64)))
