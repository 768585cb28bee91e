"""Segments as stored: reading their directory and blocks, writing and deleting them."""

import sqlite3
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from storage.domain.ids import DocumentId
from storage.index.blocks import Block, BlockTerms, OpenBlock, pack, unpack
from storage.index.building import SegmentData
from storage.index.errors import IndexDamagedError
from storage.index.fields import DESCRIPTIONS, FAMILIES, Family
from storage.index.tables import first_block, next_number
from storage.sentences import say

if TYPE_CHECKING:
    from numpy.typing import NDArray

_BLOCKS_KEPT = 400
_TERMS_KEPT = 8_000
"""Of so many blocks a segment keeps the terms, about 800 bytes each."""
_POSITIONS_KEPT = 4_000_000
"""Bytes of positions that a segment keeps at most."""
_LOADED_AT_ONCE = 50


@dataclass(slots=True)
class Segment:
    """An immutable part of the postings; only the set of its dead documents grows.

    ``slots`` says where in the archive each of the segment's documents is, ``documents`` in a segment of descriptions
    also which. ``alive`` is None where all are; ``first_slot`` where the slots have gaps.
    """

    id: int
    family: Family
    terms: int
    size: int
    slots: "NDArray[np.int64]"
    documents: "NDArray[np.int64]"
    lengths: "NDArray[np.uint32]"
    languages: tuple[str, ...]
    language_codes: "NDArray"
    dates: "NDArray[np.int64]"
    alive: "NDArray[np.bool_] | None"
    first_slot: int | None = None
    _firsts: list[str] | None = None
    _terms: dict[int, BlockTerms] = field(default_factory=dict)
    _blocks: dict[int, OpenBlock] = field(default_factory=dict)
    _positions: dict[int, bytes] = field(default_factory=dict)

    @property
    def documents_alive(self) -> int:
        """How many of its documents are still current."""
        return len(self.slots) if self.alive is None else int(self.alive.sum())

    def in_archive(self, documents: "NDArray[np.int64]") -> "NDArray[np.int64]":
        """Return where in the archive some documents of the segment are; the array handed over is given up."""
        if self.first_slot is None:
            return self.slots[documents]
        if self.first_slot:
            documents += self.first_slot
        return documents

    def firsts(self, connection: sqlite3.Connection) -> list[str]:
        """Return the first key of each block."""
        firsts = self._firsts
        if firsts is None:
            row = connection.execute("SELECT directory FROM search_segment WHERE id = ?", (self.id,)).fetchone()
            if row is None:
                raise IndexDamagedError(say("a segment is missing"))
            text = row[0].decode("utf-8", "surrogatepass")
            firsts = self._firsts = text.split("\n") if text else []
        return firsts

    def terms_of(self, connection: sqlite3.Connection, number: int) -> BlockTerms:
        """Return the terms of a block."""
        found = self._terms.get(number)
        if found is None:
            statement = "SELECT terms, header FROM search_block WHERE id = ?"
            found = self._keep_terms(number, BlockTerms(*self._row(connection, statement, number)))
        return found

    def _keep_terms(self, number: int, terms: BlockTerms) -> BlockTerms:
        """Keep the terms of a block; those read before make room."""
        if len(self._terms) >= _TERMS_KEPT:
            self._terms.clear()
        self._terms[number] = terms
        return terms

    def load_terms(self, connection: sqlite3.Connection) -> None:
        """Read the terms of all blocks, as far as there is room for them."""
        self._load(connection, 0, min(len(self.firsts(connection)), _TERMS_KEPT))

    def block(self, connection: sqlite3.Connection, number: int) -> OpenBlock:
        """Return a block without its positions."""
        found = self._blocks.get(number)
        if found is None:
            terms = self.terms_of(connection, number)
            found = OpenBlock(terms, *self._row(connection, "SELECT documents FROM search_block WHERE id = ?", number))
            self.keep(number, found)
        return found

    def _row(self, connection: sqlite3.Connection, statement: str, number: int) -> tuple:
        row = connection.execute(statement, (first_block(self.id) + number,)).fetchone()
        if row is None:
            raise IndexDamagedError(say("a block is missing"))
        return row

    def keep(self, number: int, block: OpenBlock) -> None:
        """Keep a block that has been read; those read before make room."""
        if len(self._blocks) >= _BLOCKS_KEPT:
            self._blocks.clear()
        self._blocks[number] = block

    def forget_blocks(self, but_last: bool = False) -> None:
        """Give back the memory of the blocks read so far; the one read last may be wanted again."""
        last = max(self._blocks, default=None) if but_last else None
        self._blocks = {} if last is None else {last: self._blocks[last]}

    def positions(self, connection: sqlite3.Connection, number: int) -> bytes:
        """Return the column of positions of a block; a statement would copy it once more."""
        row = first_block(self.id) + number
        with connection.blobopen("search_block", "positions", row, readonly=True) as column:
            return column.read()

    def checked_positions(self, connection: sqlite3.Connection, number: int) -> bytes:
        """Return the column of positions of a block, checked; those of frequent words stay for the next phrase."""
        found = self._positions.get(number)
        if found is None:
            found = self.positions(connection, number)
            self.block(connection, number).check_positions(found)
            if sum(map(len, list(self._positions.values()))) + len(found) > _POSITIONS_KEPT:
                self._positions.clear()
            self._positions[number] = found
        return found

    def ranges(self, connection: sqlite3.Connection, low: str, high: str) -> Iterator[tuple[int, int, int]]:
        """Yield block and keys ``[first, last)`` in it for all keys from ``low`` to before ``high``."""
        for number, terms in self.terms_between(connection, low, high):
            first, last = terms.between(low, high)
            if first < last:
                yield number, first, last

    def terms_between(self, connection: sqlite3.Connection, low: str, high: str) -> Iterator[tuple[int, BlockTerms]]:
        """Yield the terms of the blocks that may have keys from ``low`` to before ``high``."""
        firsts = self._firsts or self.firsts(connection)
        begin, end = max(0, bisect_left(firsts, low) - 1), bisect_left(firsts, high)
        for number in range(begin, end):
            if (number - begin) % _LOADED_AT_ONCE == 0 and end - number > 1:
                self._load(connection, number, min(end, number + _LOADED_AT_ONCE))
            yield number, self._terms.get(number) or self.terms_of(connection, number)

    def _load(self, connection: sqlite3.Connection, begin: int, end: int) -> None:
        """Read the terms of the blocks from ``begin`` to before ``end`` in one go, where some have not been read."""
        missing = [number for number in range(begin, end) if number not in self._terms]
        if missing:
            statement = "SELECT id, terms, header FROM search_block WHERE id BETWEEN ? AND ?"
            first = first_block(self.id)
            for row, *columns in connection.execute(statement, (first + missing[0], first + missing[-1])):
                if row - first not in self._terms:
                    self._keep_terms(row - first, BlockTerms(*columns))

    def find(self, connection: sqlite3.Connection, key: str) -> list[tuple[int, int]]:
        """Return blocks that have the key, and where in them; long postings take several blocks."""
        firsts = self._firsts or self.firsts(connection)
        last = bisect_right(firsts, key) - 1
        found = []
        while last >= 0:
            index = (self._terms.get(last) or self.terms_of(connection, last)).find(key)
            if index >= 0:
                found.append((last, index))
            if firsts[last] != key:
                break
            last -= 1
        return found[::-1]


_COLUMNS = "id, family, terms, bytes, documents, languages, dead"


def read_segments(connection: sqlite3.Connection, known: dict[int, Segment]) -> list[Segment]:
    """Read the active segments; of ``known`` ones everything but the dead documents is taken over."""
    return [
        _read_segment(row, known.get(row[0]))
        for row in connection.execute(f"SELECT {_COLUMNS} FROM search_segment WHERE active = 1 ORDER BY id")
    ]


def _read_segment(row: tuple, known: Segment | None) -> Segment:
    number, family, terms, size, documents, languages, dead = row
    slots, flat_lengths, codes, dates, ids = unpack(documents)
    alive = None
    (dead_documents,) = unpack(dead)
    if len(dead_documents):
        alive = np.ones(len(slots), np.bool_)
        alive[dead_documents] = False
    family = FAMILIES[family]
    segment = Segment(
        number,
        family,
        terms,
        size,
        slots.astype(np.int64),
        ids.astype(np.int64),
        flat_lengths.reshape(len(family.fields), len(slots)),
        tuple(languages.split("\n")) if len(codes) else (),
        codes,
        dates.astype(np.int64).reshape(-1, 3),
        alive,
        first_slot=_first_in_a_row(slots),
    )
    if known is not None:
        segment._firsts, segment._terms = known._firsts, known._terms
        segment._blocks, segment._positions = known._blocks, known._positions
    return segment


def _first_in_a_row(slots: "NDArray") -> int | None:
    """Return the first of slots that follow each other without a gap, None for others."""
    first = int(slots[0]) if len(slots) else 0
    return first if np.array_equal(slots, np.arange(first, first + len(slots))) else None


def write_blocks(connection: sqlite3.Connection, first: int, blocks: Sequence[Block]) -> None:
    """Store blocks in rows that follow each other."""
    connection.executemany(
        "INSERT INTO search_block VALUES (?, ?, ?, ?, ?)",
        (
            (number, block.terms, block.header, block.documents, block.positions)
            for number, block in enumerate(blocks, first)
        ),
    )


def delete_blocks(connection: sqlite3.Connection, segment: int, most: int) -> int:
    """Delete some blocks of a segment; returns how many."""
    ids = "SELECT id FROM search_block WHERE id >= ? AND id < ? LIMIT ?"
    statement = f"DELETE FROM search_block WHERE id IN ({ids})"
    return connection.execute(statement, (first_block(segment), first_block(segment + 1), most)).rowcount


def write_segment(
    connection: sqlite3.Connection,
    data: SegmentData,
    slots: "NDArray[np.int64]",
    documents: Sequence[DocumentId],
    active: bool = True,
) -> int:
    """Store a segment whose documents are those of the slots; returns its number."""
    number = next_number(connection, "segment")
    ids = np.array(documents if data.family == DESCRIPTIONS else [], np.int64)
    write_blocks(connection, first_block(number), data.blocks)
    size = sum(block.size for block in data.blocks)
    connection.execute(
        "INSERT INTO search_segment VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            number,
            data.family.number,
            int(active),
            int(data.lengths.sum()),
            size,
            pack(slots, data.lengths.reshape(-1), data.language_codes, data.dates.reshape(-1), ids),
            "\n".join(data.languages),
            pack(np.zeros(0, np.uint32)),
            "\n".join(data.keys).encode("utf-8", "surrogatepass"),
        ),
    )
    return number


def delete_segment(connection: sqlite3.Connection, number: int) -> None:
    """Delete a segment with its blocks."""
    connection.execute("DELETE FROM search_segment WHERE id = ?", (number,))
    blocks = (first_block(number), first_block(number + 1))
    connection.execute("DELETE FROM search_block WHERE id >= ? AND id < ?", blocks)


def write_dead(connection: sqlite3.Connection, segment: Segment, dead: "NDArray[np.int64]") -> None:
    """Mark more of a segment's documents as dead; a segment without living ones is deleted."""
    alive = np.ones(len(segment.slots), np.bool_) if segment.alive is None else segment.alive.copy()
    alive[dead] = False
    if not alive.any():
        delete_segment(connection, segment.id)
        return
    statement = "UPDATE search_segment SET dead = ? WHERE id = ?"
    connection.execute(statement, (pack(np.flatnonzero(~alive)), segment.id))
