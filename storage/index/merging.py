"""Segments merged in the background, in slices short enough that nobody waits for one.

A merge writes its new segment block by block, each slice a transaction, and puts it in the place of the old ones at
the end. Segments never change, so everything is read and put in order before the transaction, which only writes. What
is unfinished when the program stops is thrown away and begun again.
"""

import sqlite3
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING

import numpy as np

from storage.index.blocks import Block, Postings, encode, pack, unpack
from storage.index.fields import DESCRIPTIONS, FAMILIES, Family
from storage.index.segments import Segment, delete_blocks, read_segments, write_blocks
from storage.index.tables import Tables, first_block, next_number
from storage.index.writing import committed

if TYPE_CHECKING:
    from numpy.typing import NDArray

_FAR_LARGER = 2
_MOST_DEAD = 0.3
_BLOCKS_IN_SLICE = 8
_MOST_IN_SLICE = 200_000
"""Occurrences of frequent terms that one slice reads; blocks of others hold few."""

_DELETED_IN_SLICE = 100
_SLICES_IN_LOG = 32
_Range = tuple[int, int, int]
"""A block with the keys ``[first, last)`` in it."""

_RETIRED, _ACTIVE, _UNFINISHED = 0, 1, 2  # SQLite changes 1 to 0 in place, without writing the row's arrays again


def candidates(segments: Sequence[Segment]) -> list[Segment]:
    """Return segments of one family that should become one: some of like size, or one with many dead documents.

    A first answer reads every segment, so each that stays is far larger than all smaller ones together. A document is
    then written again as often as that doubles what it lies in, not with each merge.
    """
    for family in FAMILIES:
        own = sorted((segment for segment in segments if segment.family is family), key=lambda segment: segment.terms)
        for segment in own:
            if segment.documents_alive < (1 - _MOST_DEAD) * len(segment.slots):
                return [segment]
        smaller = list(accumulate((segment.terms for segment in own), initial=0))
        for last in range(len(own) - 1, 0, -1):
            if own[last].terms <= _FAR_LARGER * smaller[last]:
                return sorted(own[: last + 1], key=lambda segment: segment.id)
    return []


class Merge:
    """One merge on its way: the segments it reads, the one it writes, and how far it is."""

    def __init__(self, connection: sqlite3.Connection, inputs: list[Segment]) -> None:
        self.inputs = inputs
        self.family: Family = inputs[0].family
        self._number = self._blocks = self._size = 0
        self._firsts: list[str] = []
        owned = [segment.slots if segment.alive is None else segment.slots[segment.alive] for segment in inputs]
        self._slots = np.sort(np.concatenate(owned))
        self._numbers = {segment.id: self._numbers_in(segment) for segment in inputs}
        self._begun = Counter(first for segment in inputs for first in segment.firsts(connection))
        self._bounds = sorted(self._begun)
        self._at = 0
        self._pending: list[list[tuple[Segment, _Range]]] = []
        self._languages = sorted({language for segment in inputs for language in segment.languages})
        self._terms, self._described = self._describe()

    def _numbers_in(self, segment: Segment) -> "NDArray[np.int64]":
        """Return which document of the new segment each of an old one becomes, -1 for dead ones."""
        numbers = np.searchsorted(self._slots, segment.slots)
        if segment.alive is not None:
            numbers[~segment.alive] = -1
        return numbers

    def _describe(self) -> tuple[int, bytes]:
        """Return how many terms the documents have, and what is kept of these."""
        lengths = np.zeros((len(self.family.fields), len(self._slots)), np.uint32)
        codes = np.zeros(len(self._slots) if self._languages else 0, np.uint32)
        ids = np.zeros(len(self._slots) if self.family is DESCRIPTIONS else 0, np.int64)
        dates = [np.zeros((0, 3), np.int64)]
        for segment in self.inputs:
            numbers = self._numbers[segment.id]
            alive = numbers >= 0
            lengths[:, numbers[alive]] = segment.lengths[:, alive]
            if self.family is DESCRIPTIONS:
                ids[numbers[alive]] = segment.documents[alive]
            if segment.languages:
                local = np.array([self._languages.index(language) for language in segment.languages])
                codes[numbers[alive]] = local[segment.language_codes[alive]]
            rows = segment.dates[alive[segment.dates[:, 0]]]
            dates.append(np.column_stack((numbers[rows[:, 0]], rows[:, 1:])))
        described = pack(self._slots, lengths.reshape(-1), codes, np.concatenate(dates).reshape(-1), ids)
        return int(lengths.sum(dtype=np.int64)), described

    def begin(self, connection: sqlite3.Connection) -> None:
        """Give the new segment its number, and a row that tells whose its blocks are if the program stops."""
        self._number = next_number(connection, "segment")
        connection.execute(
            "INSERT INTO search_segment VALUES (?, ?, ?, 0, 0, x'', '', x'', x'')",
            (self._number, self.family.number, _UNFINISHED),
        )

    @property
    def done(self) -> bool:
        """Whether every block has been read."""
        return self._at >= len(self._bounds)

    def next_blocks(self, connection: sqlite3.Connection) -> list[Block]:
        """Read the next few blocks."""
        low = self._bounds[self._at]
        if not self._pending and self._weight(connection, low) > _MOST_IN_SLICE:
            self._pending = _parts_of_term(connection, self.inputs, low)
        if not self._pending:
            return self._several(connection, low)
        part = self._pending.pop(0)
        blocks = self._encoded([self._read(connection, segment, [place]) for segment, place in part])
        return blocks if self._pending else blocks + self._rest_of_bound(connection, low)

    def _weight(self, connection: sqlite3.Connection, key: str) -> int:
        """Return how often a term stands in all inputs, 0 where it is not worth looking it up.

        A term so frequent that slices must know begins a block of its own in the segments where it is frequent.
        """
        if self._begun[key] < max(1, len(self.inputs) // 4):
            return 0
        parts = (_occurrences(connection, segment, key) for segment in self.inputs)
        return sum(occurrences for part in parts for _, occurrences in part)

    def _rest_of_bound(self, connection: sqlite3.Connection, low: str) -> list[Block]:
        high = self._bounds[self._at + 1] if self._at + 1 < len(self._bounds) else low[0] + "\U0010ffff" * 3
        self._at += 1
        return self._between(connection, low + "\0", high)

    def _several(self, connection: sqlite3.Connection, low: str) -> list[Block]:
        last, weight = self._at + 1, self._weight(connection, low)
        most = min(len(self._bounds), self._at + max(_BLOCKS_IN_SLICE, len(self.inputs) // 2))
        while last < most:
            weight += self._weight(connection, self._bounds[last])
            if weight > _MOST_IN_SLICE:
                break
            last += 1
        high = self._bounds[last] if last < len(self._bounds) else "\U0010ffff"
        self._at = last
        return self._between(connection, low, high)

    def _between(self, connection: sqlite3.Connection, low: str, high: str) -> list[Block]:
        parts = []
        for segment in self.inputs:
            parts.append(self._read(connection, segment, segment.ranges(connection, low, high)))
            segment.forget_blocks(but_last=True)
        return self._encoded(parts)

    def _read(self, connection: sqlite3.Connection, segment: Segment, ranges: Iterable[_Range]) -> Postings:
        return _read(connection, segment, ranges, self._numbers[segment.id])

    def _encoded(self, parts: list[Postings]) -> list[Block]:
        return list(encode(_joined([part for part in parts if part.keys])))

    def write(self, connection: sqlite3.Connection, blocks: list[Block]) -> None:
        """Store the blocks that come next."""
        write_blocks(connection, first_block(self._number) + self._blocks, blocks)
        self._blocks += len(blocks)
        self._size += sum(block.size for block in blocks)
        self._firsts += [block.first for block in blocks]

    def finish(self, connection: sqlite3.Connection) -> None:
        """Put the new segment in the place of the old ones; documents that died meanwhile are dead in it too."""
        dead = np.zeros(len(self._slots), np.bool_)
        for segment in self.inputs:
            row = connection.execute("SELECT dead FROM search_segment WHERE id = ?", (segment.id,)).fetchone()
            (gone,) = unpack(row[0])
            numbers = self._numbers[segment.id][gone]
            dead[numbers[numbers >= 0]] = True
            connection.execute("UPDATE search_segment SET active = ? WHERE id = ?", (_RETIRED, segment.id))
        connection.execute(
            "INSERT OR REPLACE INTO search_segment VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                self._number,
                self.family.number,
                _ACTIVE,
                self._terms,
                self._size,
                self._described,
                "\n".join(self._languages),
                pack(np.flatnonzero(dead)),
                "\n".join(self._firsts).encode("utf-8", "surrogatepass"),
            ),
        )
        committed(connection)


def _occurrences(connection: sqlite3.Connection, segment: Segment, key: str) -> list[tuple[_Range, int]]:
    """Return where in a segment a term stands, with how many occurrences are there."""
    return [
        ((number, index, index + 1), segment.block(connection, number).occurrences(index))
        for number, index in segment.find(connection, key)
    ]


def _parts_of_term(
    connection: sqlite3.Connection, segments: Sequence[Segment], key: str
) -> list[list[tuple[Segment, _Range]]]:
    """Share the postings of a large term out to slices, block by block."""
    parts: list[list[tuple[Segment, _Range]]] = []
    room = 0
    for segment in segments:
        for place, occurrences in _occurrences(connection, segment, key):
            if occurrences > room:
                parts.append([])
                room = _MOST_IN_SLICE
            parts[-1].append((segment, place))
            room -= occurrences
    return parts


def _read(
    connection: sqlite3.Connection, segment: Segment, ranges: Iterable[_Range], numbers: "NDArray[np.int64]"
) -> Postings:
    """Read the postings of some ranges of keys, documents numbered as in the new segment, without dead ones."""
    keys: list[str] = []
    columns: list[list[NDArray]] = [[], [], [], []]
    for number, first, last in ranges:
        block = segment.block(connection, number)
        documents, frequencies = block.documents(first, last)
        placed = segment.positions(connection, number)
        keys += block.terms.keys()[first:last]
        arrays = (
            block.counts[first:last],
            documents,
            frequencies,
            block.positions(first, last, placed, frequencies),
        )
        for column, array in zip(columns, arrays, strict=True):
            column.append(array.astype(np.int64))
    counts, documents, frequencies, positions = (np.concatenate([np.zeros(0, np.int64), *column]) for column in columns)
    documents = numbers[documents]
    keep = documents >= 0
    if not keep.all():
        owners = np.repeat(np.arange(len(counts)), counts)[keep]
        positions = positions[np.repeat(keep, frequencies)]
        documents, frequencies = documents[keep], frequencies[keep]
        counts = np.bincount(owners, minlength=len(counts))
        keys = [key for key, count in zip(keys, counts.tolist(), strict=True) if count]
        counts = counts[counts > 0]
    return Postings(keys, counts, documents, frequencies, positions)


def _joined(parts: list[Postings]) -> Postings:
    """Bring the postings of several segments into the order of keys and documents."""
    if not parts:
        empty = np.zeros(0, np.int64)
        return Postings([], empty, empty, empty, empty)
    keys = sorted({key for part in parts for key in part.keys})
    rank = {key: number for number, key in enumerate(keys)}
    owners = np.concatenate([np.repeat([rank[key] for key in part.keys], part.counts) for part in parts])
    documents, frequencies, positions = (
        np.concatenate([getattr(part, name) for part in parts]) for name in ("documents", "frequencies", "positions")
    )
    order = np.lexsort((documents, owners))
    starts = (np.cumsum(frequencies) - frequencies)[order]
    frequencies = frequencies[order]
    places = np.repeat(starts - (np.cumsum(frequencies) - frequencies), frequencies) + np.arange(len(positions))
    counts = np.bincount(owners, minlength=len(keys))
    return Postings(keys, counts, documents[order], frequencies, positions[places])


class Merger:
    """Carries merges on from slice to slice, one at a time; at their end the file is made shorter."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables
        self._merge: Merge | None = None
        self._cleaned = False
        self._slices = 0

    def run(self, budget_seconds: float) -> bool:
        """Merge for about so long, at least one slice; returns whether something is left to do."""
        until = time.monotonic() + budget_seconds
        while self._next():
            if time.monotonic() >= until:
                return True
        return False

    def _next(self) -> bool:
        """Do one slice, or empty the log where that is due; returns whether something is left to do."""
        if self._slices == _SLICES_IN_LOG:
            self._tables.empty_log()
            self._slices = 0
            return True
        self._slices += 1
        busy = self._slice() or self._tables.give_back_pages()
        if not busy:
            self._tables.empty_log()
            self._slices = 0
        return busy

    def _slice(self) -> bool:
        merge, self._merge = self._merge, None
        if merge is not None:
            cleaned, self._cleaned = self._cleaned, False
            if self._carry_on(merge):
                self._cleaned = cleaned
            return True
        with self._tables.writing_a_little() as connection:
            if self._clean(connection) or _delete_some(connection):
                return True
        with self._tables.reading() as connection:
            inputs = candidates(read_segments(connection, {}))
            merge = Merge(connection, inputs) if inputs else None
        if merge is None:
            return False
        with self._tables.writing_a_little() as connection:
            if _still_there(connection, merge):
                merge.begin(connection)
                self._merge = merge
        return True

    def _clean(self, connection: sqlite3.Connection) -> bool:
        """Throw away what an unfinished merge left; returns whether that was still to be done."""
        if self._cleaned:
            return False
        connection.execute("UPDATE search_segment SET active = ? WHERE active = ?", (_RETIRED, _UNFINISHED))
        self._cleaned = True
        return True

    def _carry_on(self, merge: Merge) -> bool:
        """Take a merge one slice further; returns whether nothing came in its way."""
        with self._tables.reading() as connection:
            if not _still_there(connection, merge):
                return False
            blocks = None if merge.done else merge.next_blocks(connection)
        with self._tables.writing_a_little() as connection:
            if not _still_there(connection, merge):
                return False
            if blocks is None:
                merge.finish(connection)
                return True
            merge.write(connection, blocks)
        self._merge = merge
        return True


def _still_there(connection: sqlite3.Connection, merge: Merge) -> bool:
    """Tell whether nobody deleted what a merge reads: a segment all of whose documents died, or everything."""
    active = {number for (number,) in connection.execute("SELECT id FROM search_segment WHERE active = 1")}
    return all(segment.id in active for segment in merge.inputs)


def _delete_some(connection: sqlite3.Connection) -> bool:
    """Delete some blocks of a retired segment; returns whether there was one."""
    row = connection.execute("SELECT id FROM search_segment WHERE active = ? LIMIT 1", (_RETIRED,)).fetchone()
    if row is None:
        return False
    if not delete_blocks(connection, row[0], _DELETED_IN_SLICE):
        connection.execute("DELETE FROM search_segment WHERE id = ?", (row[0],))
    return True
