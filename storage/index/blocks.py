"""How postings lie on disk: flat arrays of many terms, cut into blocks of about 8 KB.

Document numbers and positions are kept as differences in 1, 2 or 4 bytes, the width chosen for each term. A block is a
row; its documents and frequencies can be read without its positions, and one term of it without the others.
"""

import zlib
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from storage.index.errors import IndexDamagedError

if TYPE_CHECKING:
    from numpy.typing import NDArray

_WIDTHS = np.array([0, 1, 2, 4], np.uint8)
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


def _width_codes(values: "NDArray[np.uint32]", starts: "NDArray") -> "NDArray[np.uint8]":
    largest = np.maximum.reduceat(values, starts)
    return (1 + (largest > 0xFF) + (largest > 0xFFFF)).astype(np.uint8)


def _squeeze(values: "NDArray[np.uint32]", widths: "NDArray[np.uint8]") -> bytes:
    """Write each value in as many bytes as its width says."""
    parts = []
    for start in range(0, len(values), 1 << 20):
        part, part_widths = values[start : start + (1 << 20)], widths[start : start + (1 << 20)]
        raw = part.astype("<u4").view(np.uint8).reshape(-1, 4)
        parts.append(raw[np.arange(4, dtype=np.uint8) < part_widths[:, None]].tobytes())
    return b"".join(parts)


def _spread(data: bytes, widths: "NDArray[np.uint8]", fill: int = 0) -> "NDArray[np.uint32]":
    """Read values of the given widths; a value of width 0 is ``fill``."""
    raw = np.zeros((len(widths), 4), np.uint8)
    raw[np.arange(4, dtype=np.uint8) < widths[:, None]] = np.frombuffer(data, np.uint8)
    values = raw.view("<u4").reshape(-1)
    if fill:
        values[widths == 0] = fill
    return values


def encode(postings: Postings) -> Iterator[Block]:
    """Cut postings into blocks for storing; keys must be sorted."""
    if not postings.keys:
        return
    counts = postings.counts.astype(np.int64)
    starts = _starts(counts)
    totals = np.add.reduceat(postings.frequencies.astype(np.int64), starts)
    documents = differences(postings.documents, starts)
    positions = differences(postings.positions, _starts(postings.frequencies))
    codes = (
        _width_codes(documents, starts),
        np.where(totals == counts, 0, _width_codes(postings.frequencies.astype(np.uint32), starts)).astype(np.uint8),
        _width_codes(positions, _starts(totals)),
    )
    ends = []
    streams = []
    for values, code, number in zip(
        (documents, postings.frequencies, positions), codes, (counts, counts, totals), strict=True
    ):
        widths = _WIDTHS[code]
        streams.append(_squeeze(values.astype(np.uint32), np.repeat(widths, number)))
        ends.append(np.concatenate(([0], np.cumsum(number * widths))))
    for first, last in _cuts(postings.keys, ends[0] + ends[1] + ends[2]):
        part = [stream[end[first] : end[last]] for stream, end in zip(streams, ends, strict=True)]
        terms = "\n".join(postings.keys[first:last]).encode("utf-8", "surrogatepass")
        stored = part[0] + part[1]
        header = pack(
            counts[first:last],
            totals[first:last],
            *(end[first + 1 : last + 1] - end[first] for end in ends),
            np.array([zlib.crc32(stored, zlib.crc32(terms)), zlib.crc32(part[2])]),
        )
        yield Block(postings.keys[first], terms, header, stored, part[2])


def _cuts(keys: Sequence[str], sizes: "NDArray") -> Iterator[tuple[int, int]]:
    """Yield ranges of keys that make a block: few keys, few bytes."""
    first = 0
    while first < len(keys):
        by_size = int(np.searchsorted(sizes, sizes[first] + _BYTES_IN_BLOCK, side="right")) - 1
        last = min(len(keys), max(first + 1, min(first + _TERMS_IN_BLOCK, by_size)))
        yield first, last
        first = last


class OpenBlock:
    """A block as read: its keys, and documents, frequencies and positions of any of them.

    Positions are handed over where they are wanted: they are a column of their own and often not read.
    """

    __slots__ = (
        "_checks",
        "_document_ends",
        "_documents",
        "_frequency_ends",
        "_position_ends",
        "counts",
        "keys",
        "totals",
    )

    def __init__(self, terms: bytes, header: bytes, documents: bytes) -> None:
        columns = unpack(header)
        self.counts, self.totals = columns[0], columns[1]
        self._document_ends, self._frequency_ends, self._position_ends = columns[2:5]
        self._checks = columns[5]
        if zlib.crc32(documents, zlib.crc32(terms)) != self._checks[0]:
            raise IndexDamagedError
        self.keys = terms.decode("utf-8", "surrogatepass").split("\n")
        self._documents = documents

    def find(self, key: str) -> int:
        """Return which of the block's keys this is, or -1."""
        index = bisect_left(self.keys, key)
        return index if index < len(self.keys) and self.keys[index] == key else -1

    def documents(self, index: int) -> tuple["NDArray[np.int64]", "NDArray"]:
        """Return the documents of a key and how often it stands in each."""
        count = int(self.counts[index])
        first, last = _stretch(self._document_ends, index, index + 1)
        kind = f"<u{(last - first) // count}"
        numbers = np.cumsum(np.frombuffer(self._documents, kind, count, first), dtype=np.int64)
        more, most = _stretch(self._frequency_ends, index, index + 1)
        if more == most:
            return numbers, np.ones(count, np.uint8)
        offset = int(self._document_ends[-1])
        return numbers, np.frombuffer(self._documents, f"<u{(most - more) // count}", count, offset + more)

    def checked(self, positions: bytes) -> bytes:
        """Return the column of positions if its checksum fits."""
        if zlib.crc32(positions) != self._checks[1]:
            raise IndexDamagedError
        return positions

    def positions(self, index: int, stored: bytes, frequencies: "NDArray") -> "NDArray[np.int64]":
        """Return the positions of a key, document after document."""
        first, last = _stretch(self._position_ends, index, index + 1)
        total = int(self.totals[index])
        return sums(np.frombuffer(stored, f"<u{(last - first) // total}", total, first), frequencies)

    def all_documents(self, first: int, last: int) -> tuple["NDArray[np.int64]", "NDArray[np.uint32]"]:
        """Return documents and frequencies of the keys ``[first, last)`` in one go, key after key."""
        counts = self.counts[first:last]
        begin, end = _stretch(self._document_ends, first, last)
        widths = _widths(self._document_ends, first, last, counts)
        raw = _spread(self._documents[begin:end], np.repeat(widths, counts))
        offset = int(self._document_ends[-1])
        begin, end = _stretch(self._frequency_ends, first, last)
        widths = _widths(self._frequency_ends, first, last, counts)
        frequencies = _spread(self._documents[offset + begin : offset + end], np.repeat(widths, counts), 1)
        return sums(raw, counts), frequencies

    def all_positions(self, first: int, last: int, stored: bytes, frequencies: "NDArray") -> "NDArray[np.int64]":
        """Return the positions of the keys ``[first, last)`` in one go."""
        totals = self.totals[first:last]
        begin, end = _stretch(self._position_ends, first, last)
        widths = _widths(self._position_ends, first, last, totals)
        return sums(_spread(stored[begin:end], np.repeat(widths, totals)), frequencies)


def _stretch(ends: "NDArray", first: int, last: int) -> tuple[int, int]:
    """Return where the bytes of the keys ``[first, last)`` begin and end."""
    return int(ends[first - 1]) if first else 0, int(ends[last - 1])


def _widths(ends: "NDArray", first: int, last: int, counts: "NDArray") -> "NDArray[np.uint8]":
    """Return how many bytes a value of each of the keys ``[first, last)`` takes."""
    start = int(ends[first - 1]) if first else 0
    return (np.diff(ends[first:last].astype(np.int64), prepend=start) // counts).astype(np.uint8)
