"""How postings lie on disk: flat arrays of many terms, cut into blocks of about 16 KB.

Document numbers and positions are kept as differences in 1, 2 or 4 bytes, the width chosen for each term. A block is a
row; its documents and frequencies can be read without its positions, and one term of it without the others.
"""

import zlib
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from storage.index.errors import IndexDamagedError

if TYPE_CHECKING:
    from numpy.typing import NDArray

_WIDTHS = np.array([0, 1, 2, 4], np.uint8)
_TERMS_IN_BLOCK = 128
_BYTES_IN_BLOCK = 16_384
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
    packed_codes = codes[0] | codes[1] << 2 | codes[2] << 4
    for first, last in _cuts(postings.keys, ends[0] + ends[1] + ends[2]):
        part = [stream[end[first] : end[last]] for stream, end in zip(streams, ends, strict=True)]
        terms = "\n".join(postings.keys[first:last]).encode("utf-8", "surrogatepass")
        stored = part[0] + part[1]
        header = pack(
            counts[first:last],
            totals[first:last],
            packed_codes[first:last],
            np.array([zlib.crc32(terms), zlib.crc32(stored), zlib.crc32(part[2])]),
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

    ``read_positions`` fetches the last column, and is called only for positions.
    """

    def __init__(self, terms: bytes, header: bytes, documents: bytes) -> None:
        self.counts, self.totals, codes, self._checks = unpack(header)
        if zlib.crc32(terms) != self._checks[0] or zlib.crc32(documents) != self._checks[1]:
            raise IndexDamagedError
        self.keys = terms.decode("utf-8", "surrogatepass").split("\n")
        self._documents = documents
        self._widths = [_WIDTHS[codes & 3], _WIDTHS[codes >> 2 & 3], _WIDTHS[codes >> 4 & 3]]

    @cached_property
    def _ends(self) -> list["NDArray"]:
        counts = (self.counts, self.counts, self.totals)
        pairs = zip(counts, self._widths, strict=True)
        return [np.concatenate(([0], np.cumsum(count.astype(np.int64) * width))) for count, width in pairs]

    def find(self, key: str) -> int:
        """Return which of the block's keys this is, or -1."""
        index = bisect_left(self.keys, key)
        return index if index < len(self.keys) and self.keys[index] == key else -1

    def documents(self, index: int) -> tuple["NDArray[np.int64]", "NDArray"]:
        """Return the documents of a key and how often it stands in each."""
        (first, last), (more, most) = (self._ends[column][index : index + 2].tolist() for column in (0, 1))
        width, frequency_width = (int(self._widths[column][index]) for column in (0, 1))
        count = int(self.counts[index])
        numbers = np.cumsum(np.frombuffer(self._documents[first:last], f"<u{width}"), dtype=np.int64)
        if not frequency_width:
            return numbers, np.ones(count, np.uint8)
        offset = int(self._ends[0][-1])
        return numbers, np.frombuffer(self._documents[offset + more : offset + most], f"<u{frequency_width}")

    def checked(self, positions: bytes) -> bytes:
        """Return the column of positions if its checksum fits."""
        if zlib.crc32(positions) != self._checks[2]:
            raise IndexDamagedError
        return positions

    def positions(self, index: int, stored: bytes, frequencies: "NDArray") -> "NDArray[np.int64]":
        """Return the positions of a key, document after document."""
        first, last = self._ends[2][index : index + 2].tolist()
        values = np.frombuffer(stored[first:last], f"<u{int(self._widths[2][index])}")
        return sums(values, frequencies)

    def all_documents(self, first: int, last: int) -> tuple["NDArray[np.int64]", "NDArray[np.uint32]"]:
        """Return documents and frequencies of the keys ``[first, last)`` in one go, key after key."""
        counts = self.counts[first:last]
        begin, end = int(self._ends[0][first]), int(self._ends[0][last])
        raw = _spread(self._documents[begin:end], np.repeat(self._widths[0][first:last], counts))
        offset = int(self._ends[0][-1])
        begin, end = offset + int(self._ends[1][first]), offset + int(self._ends[1][last])
        frequencies = _spread(self._documents[begin:end], np.repeat(self._widths[1][first:last], counts), 1)
        return sums(raw, counts), frequencies

    def all_positions(self, first: int, last: int, stored: bytes, frequencies: "NDArray") -> "NDArray[np.int64]":
        """Return the positions of the keys ``[first, last)`` in one go."""
        begin, end = int(self._ends[2][first]), int(self._ends[2][last])
        raw = _spread(stored[begin:end], np.repeat(self._widths[2][first:last], self.totals[first:last]))
        return sums(raw, frequencies)
