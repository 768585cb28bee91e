"""Segments merged in the background, in slices short enough that nobody waits for one.

A merge writes its new segment block by block, each slice a transaction, and puts it in the place of the old ones at
the end. What is unfinished when the program stops is thrown away and begun again.
"""

import sqlite3
import time
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from storage.index.blocks import Postings, encode, pack
from storage.index.fields import FAMILIES, Family
from storage.index.segments import Segment, delete_blocks, read_segments, write_blocks
from storage.index.tables import Tables, first_block, next_number
from storage.index.writing import committed

if TYPE_CHECKING:
    from numpy.typing import NDArray

_SEGMENTS_IN_TIER = 4
_TIER = 4
_SMALLEST_TIER = 50_000
_MOST_DEAD = 0.3
_BLOCKS_IN_SLICE = 8
_LARGE_TERM = 200_000
_DELETED_IN_SLICE = 200
_ACTIVE, _UNFINISHED, _RETIRED = 1, 0, 2


def candidates(segments: Sequence[Segment]) -> list[Segment]:
    """Return segments of one family that should become one: many of like size, or one with many dead documents."""
    for family in FAMILIES:
        own = [segment for segment in segments if segment.family is family]
        tiers: dict[int, list[Segment]] = {}
        for segment in own:
            tiers.setdefault(_tier(segment), []).append(segment)
            if segment.documents_alive < (1 - _MOST_DEAD) * len(segment.slots):
                return [segment]
        for tier in sorted(tiers):
            if len(tiers[tier]) >= _SEGMENTS_IN_TIER:
                return tiers[tier]
    return []


def _tier(segment: Segment) -> int:
    size, tier = max(segment.terms, 1) / _SMALLEST_TIER, 0
    while size > 1:
        size /= _TIER
        tier += 1
    return tier


class Merge:
    """One merge on its way: the segments it reads, the one it writes, and how far it is."""

    def __init__(self, connection: sqlite3.Connection, inputs: list[Segment]) -> None:
        self.inputs = inputs
        self.family: Family = inputs[0].family
        self._number = next_number(connection, "segment")
        self._blocks = self._size = 0
        self._firsts: list[str] = []
        owned = [segment.slots if segment.alive is None else segment.slots[segment.alive] for segment in inputs]
        self._slots = np.sort(np.concatenate(owned))
        self._numbers = {segment.id: self._numbers_in(segment) for segment in inputs}
        self._begun = Counter(first for segment in inputs for first in segment.firsts(connection))
        self._bounds = sorted(self._begun)
        self._at = 0
        self._pending: list[Segment] = []
        self._insert(connection)

    def _numbers_in(self, segment: Segment) -> "NDArray[np.int64]":
        """Return which document of the new segment each of an old one becomes, -1 for dead ones."""
        numbers = np.searchsorted(self._slots, segment.slots)
        if segment.alive is not None:
            numbers[~segment.alive] = -1
        return numbers

    def _insert(self, connection: sqlite3.Connection) -> None:
        lengths = np.zeros((len(self.family.fields), len(self._slots)), np.int64)
        languages = sorted({language for segment in self.inputs for language in segment.languages})
        codes = np.zeros(len(self._slots) if languages else 0, np.int64)
        dates = [np.zeros((0, 3), np.int64)]
        for segment in self.inputs:
            numbers = self._numbers[segment.id]
            alive = numbers >= 0
            lengths[:, numbers[alive]] = segment.lengths[:, alive]
            if segment.languages:
                local = np.array([languages.index(language) for language in segment.languages])
                codes[numbers[alive]] = local[segment.language_codes[alive]]
            rows = segment.dates[alive[segment.dates[:, 0]]]
            dates.append(np.column_stack((numbers[rows[:, 0]], rows[:, 1:])))
        described = pack(self._slots, lengths.reshape(-1), codes, np.concatenate(dates).reshape(-1))
        nothing = pack(np.zeros(0, np.uint32))
        connection.execute(
            "INSERT INTO search_segment VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                self._number,
                self.family.number,
                _UNFINISHED,
                int(lengths.sum()),
                0,
                described,
                "\n".join(languages),
                nothing,
                b"",
            ),
        )

    @property
    def done(self) -> bool:
        """Whether every block has been written."""
        return self._at >= len(self._bounds)

    def advance(self, connection: sqlite3.Connection) -> None:
        """Write the next few blocks."""
        low = self._bounds[self._at]
        if self._pending:
            self._one_term(connection, low, self._pending.pop(0))
        elif self._is_large(connection, low):
            self._pending = [segment for segment in self.inputs if segment.find(connection, low)]
            self._one_term(connection, low, self._pending.pop(0))
        else:
            self._several(connection, low)
            return
        if not self._pending:
            self._rest_of_bound(connection, low)

    def _is_large(self, connection: sqlite3.Connection, key: str) -> bool:
        """Tell whether a term is so frequent that a slice can take it from one segment only.

        Such a term begins a block of its own in the segments where it is frequent, so few terms need to be looked up.
        """
        if self._begun[key] < max(1, len(self.inputs) // 4):
            return False
        found = ((segment, segment.find(connection, key)) for segment in self.inputs)
        totals = (segment.block(connection, number).occurrences(index) for segment, at in found for number, index in at)
        return sum(totals) > _LARGE_TERM

    def _one_term(self, connection: sqlite3.Connection, key: str, segment: Segment) -> None:
        """Write the postings of a large term from one segment as a block of their own."""
        self._write(connection, key, key + "\0", [segment])

    def _rest_of_bound(self, connection: sqlite3.Connection, low: str) -> None:
        high = self._bounds[self._at + 1] if self._at + 1 < len(self._bounds) else low[0] + "\U0010ffff" * 3
        self._write(connection, low + "\0", high, self.inputs)
        self._at += 1

    def _several(self, connection: sqlite3.Connection, low: str) -> None:
        last = self._at + 1
        most = min(len(self._bounds), self._at + max(_BLOCKS_IN_SLICE, len(self.inputs) // 2))
        while last < most and not self._is_large(connection, self._bounds[last]):
            last += 1
        high = self._bounds[last] if last < len(self._bounds) else "\U0010ffff"
        self._write(connection, low, high, self.inputs)
        self._at = last

    def _write(self, connection: sqlite3.Connection, low: str, high: str, segments: list[Segment]) -> None:
        parts = [_read(connection, segment, low, high, self._numbers[segment.id]) for segment in segments]
        blocks = list(encode(_joined([part for part in parts if part.keys])))
        write_blocks(connection, first_block(self._number) + self._blocks, blocks)
        self._blocks += len(blocks)
        self._size += sum(block.size for block in blocks)
        self._firsts += [block.first for block in blocks]

    def finish(self, connection: sqlite3.Connection) -> None:
        """Put the new segment in the place of the old ones; documents that died meanwhile are dead in it too."""
        current = {segment.id: segment for segment in read_segments(connection, {})}
        dead = np.zeros(len(self._slots), np.bool_)
        for segment in self.inputs:
            numbers = self._numbers[segment.id]
            now = current.get(segment.id)
            gone = np.ones(len(numbers), np.bool_) if now is None else _dead(now)
            dead[numbers[gone & (numbers >= 0)]] = True
        directory = "\n".join(self._firsts).encode("utf-8", "surrogatepass")
        connection.execute(
            "UPDATE search_segment SET active = ?, bytes = ?, dead = ?, directory = ? WHERE id = ?",
            (_ACTIVE, self._size, pack(np.flatnonzero(dead)), directory, self._number),
        )
        for segment in self.inputs:
            connection.execute("UPDATE search_segment SET active = ? WHERE id = ?", (_RETIRED, segment.id))
        committed(connection)


def _dead(segment: Segment) -> "NDArray[np.bool_]":
    return np.zeros(len(segment.slots), np.bool_) if segment.alive is None else ~segment.alive


def _read(
    connection: sqlite3.Connection, segment: Segment, low: str, high: str, numbers: "NDArray[np.int64]"
) -> Postings:
    """Read the postings of a range of keys, documents numbered as in the new segment, without dead ones."""
    keys: list[str] = []
    columns: list[list[NDArray]] = [[], [], [], []]
    for number, first, last in segment.ranges(connection, low, high):
        block = segment.block(connection, number)
        documents, frequencies = block.documents(first, last)
        placed = segment.positions(connection, number)
        keys += block.keys[first:last]
        arrays = (
            block.counts[first:last],
            documents,
            frequencies,
            block.positions(first, last, placed, frequencies),
        )
        for column, array in zip(columns, arrays, strict=True):
            column.append(array.astype(np.int64))
    segment.forget_blocks(but_last=True)
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

    def run(self, budget_seconds: float) -> bool:
        """Merge for about so long; returns whether something is left to do."""
        until = time.monotonic() + budget_seconds
        busy = True
        while busy and time.monotonic() < until:
            with self._tables.writing() as connection:
                busy = self._slice(connection)
            busy = busy or self._tables.give_back_pages()
        return busy

    def _slice(self, connection: sqlite3.Connection) -> bool:
        if not self._cleaned:
            connection.execute("UPDATE search_segment SET active = ? WHERE active = ?", (_RETIRED, _UNFINISHED))
            self._cleaned = True
            return True
        if _delete_some(connection):
            return True
        if self._merge is None:
            inputs = candidates(read_segments(connection, {}))
            self._merge = Merge(connection, inputs) if inputs else None
            return self._merge is not None
        self._step(connection, self._merge)
        return True

    def _step(self, connection: sqlite3.Connection, merge: Merge) -> None:
        self._merge = None
        if not _still_there(connection, merge):
            self._cleaned = False
            return
        if merge.done:
            merge.finish(connection)
            return
        merge.advance(connection)
        self._merge = merge


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
