"""One committed state of the index: which segments there are, who owns each document, and what was read lately."""

import sqlite3
from collections.abc import Hashable, Iterable
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from storage.domain.ids import DocumentId
from storage.index.blocks import LAST
from storage.index.fields import DESCRIPTIONS, FAMILY_OF, TEXTS, mark
from storage.index.segments import Segment
from storage.index.shelf import Shelf
from storage.index.source import NOTHING, POSITION_BITS, Posting, Terms, length_norms, merged, rising
from storage.index.stemming import primary

if TYPE_CHECKING:
    from numpy.typing import NDArray

_ROOM_FOR_OCCURRENCES = 4_000_000
_ROOM_FOR_ARRAYS = 4_000_000
_ROOM_FOR_ANSWERS = 500_000
_HEAVY = 1_000
"""What holds so many numbers is kept apart, lest one query for a common word drive out a thousand answers."""
_MANY, _SPREAD = 500, 50
"""So many documents are found sooner in a table of all slots, provided that these are not too many, than by search."""
_LAST = LAST + LAST
_POSITION = (1 << POSITION_BITS) - 1


class Snapshot:
    """The segments of one generation with what all its readers share."""

    def __init__(self, generation: int, segments: list[Segment]) -> None:
        self.generation = generation
        self.segments = {
            family: [segment for segment in segments if segment.family is family] for family in (TEXTS, DESCRIPTIONS)
        }
        slots = [int(segment.slots.max()) for segment in segments if len(segment.slots)]
        self.size = max(slots, default=-1) + 1
        self._postings = Shelf[Posting](_ROOM_FOR_OCCURRENCES)
        self._arrays = Shelf[object](_ROOM_FOR_ARRAYS)
        self._answers = Shelf[object](_ROOM_FOR_ANSWERS)
        self._lengths: dict[str, NDArray[np.int64]] = {}
        self._length_norms: dict[str, NDArray[np.float64]] = {}

    @cached_property
    def live(self) -> "NDArray[np.bool_]":
        """Tells of each slot whether a document is there."""
        live = np.zeros(self.size, np.bool_)
        for segment in self.segments[DESCRIPTIONS]:
            live[segment.slots if segment.alive is None else segment.slots[segment.alive]] = True
        return live

    @cached_property
    def documents(self) -> "NDArray[np.int64]":
        """The number of the document in each slot."""
        documents = np.zeros(self.size, np.int64)
        for segment in self.segments[DESCRIPTIONS]:
            alive = slice(None) if segment.alive is None else segment.alive
            documents[segment.slots[alive]] = segment.documents[alive]
        return documents

    @cached_property
    def document_count(self) -> int:
        """How many documents there are."""
        return int(self.live.sum())

    def lengths(self, field: str) -> "NDArray[np.int64]":
        """Return the number of terms of each slot in a field."""
        found = self._lengths.get(field)
        if found is None:
            family = FAMILY_OF[field]
            row = family.fields.index(field)
            found = np.zeros(self.size, np.int64)
            for segment in self.segments[family]:
                alive = slice(None) if segment.alive is None else segment.alive
                found[segment.slots[alive]] = segment.lengths[row][alive]
            self._lengths[field] = found
        return found

    def length_norms(self, field: str) -> "NDArray[np.float64]":
        """Return of each slot what its length in a field does to scores."""
        found = self._length_norms.get(field)
        if found is None:
            lengths = self.lengths(field)
            average = float(lengths.sum()) / max(1, self.document_count)
            found = self._length_norms[field] = length_norms(lengths, average)
        return found

    @cached_property
    def languages(self) -> tuple[dict[str, int], "NDArray[np.uint16]"]:
        """The primary language tags with their numbers, and the number of each slot."""
        numbers: dict[str, int] = {}
        codes = np.zeros(self.size, np.uint16)
        for segment in self.segments[DESCRIPTIONS]:
            local = np.array([numbers.setdefault(primary(tag), len(numbers)) for tag in segment.languages], np.uint16)
            alive = slice(None) if segment.alive is None else segment.alive
            codes[segment.slots[alive]] = local[segment.language_codes[alive]]
        return numbers, codes

    @cached_property
    def spoken(self) -> frozenset[str]:
        """The primary language tags of the documents."""
        return frozenset(self.languages[0])

    @cached_property
    def dates(self) -> "NDArray[np.int64]":
        """Rows of slot, first and last day."""
        tables = [np.zeros((0, 3), np.int64)]
        for segment in self.segments[DESCRIPTIONS]:
            rows = segment.dates if segment.alive is None else segment.dates[segment.alive[segment.dates[:, 0]]]
            tables.append(np.column_stack((segment.slots[rows[:, 0]], rows[:, 1:])))
        return np.concatenate(tables)

    def kept(self, terms: Terms) -> Posting | None:
        """Return a posting read lately."""
        return self._postings.get(terms)

    def keep(self, terms: Terms, posting: Posting) -> None:
        """Keep a posting; those not used for long make room."""
        self._postings.put(terms, posting, len(posting.documents) + posting.occurrences)

    def recall(self, key: Hashable) -> object | None:
        """Return what was worked out lately under a key."""
        found = self._answers.get(key)
        return self._arrays.get(key) if found is None else found

    def remember(self, key: Hashable, value: object, weight: int) -> None:
        """Keep what was worked out and holds so many numbers; what has not been asked for long makes room."""
        (self._arrays if weight > _HEAVY else self._answers).put(key, value, weight)


class _StoredPosting(Posting):
    """A posting that can fetch its positions from the blocks it was read from.

    ``in_order`` tells that no document is in two of the parts and that they rise from part to part.
    """

    __slots__ = ("_in_order", "_parts")

    def __init__(self, documents: "NDArray", frequencies: "NDArray", parts: list["_Part"], in_order: bool) -> None:
        super().__init__(documents, frequencies)
        self._parts = parts
        self._in_order = in_order

    def _read_places(  # pyright: ignore[reportIncompatibleMethodOverride]
        self, source: "View", wanted: "NDArray[np.bool_] | None" = None
    ) -> "NDArray[np.int64]":
        places = [part.places(source.connection, wanted) for part in self._parts]
        if self._in_order:
            return places[0] if len(places) == 1 else np.concatenate(places)
        return rising(places)

    def holds(  # pyright: ignore[reportIncompatibleMethodOverride]
        self, source: "View", sought: "NDArray[np.int64]"
    ) -> "NDArray[np.bool_]":
        """Tell which of some places, in rising order, are among these."""
        if self._places is not None or not self._in_order:
            return super().holds(source, sought)
        if len(self._parts) == 1:
            return self._parts[0].holds(source.connection, sought)
        found = np.zeros(len(sought), np.bool_)
        for part in self._parts:
            bounds = (int(part.documents[0]) << POSITION_BITS, int(part.documents[-1]) + 1 << POSITION_BITS)
            first, last = sought.searchsorted(bounds).tolist()
            if first < last:
                found[first:last] = part.holds(source.connection, sought[first:last])
        return found


class _Part:
    """The keys ``[first, last)`` of a block, narrowed to some documents."""

    __slots__ = ("_frequencies", "_kept", "documents", "first", "frequencies", "last", "number", "segment")

    def __init__(self, segment: Segment, connection: sqlite3.Connection, number: int, first: int, last: int) -> None:
        self.segment, self.number, self.first, self.last = segment, number, first, last
        block = segment.block(connection, number)
        local, self._frequencies = block.documents(first, last)
        self._kept: NDArray[np.bool_] | None = None if segment.alive is None else segment.alive[local]
        self.documents: NDArray[np.int64] = segment.in_archive(local)
        self.frequencies = self._frequencies
        if self._kept is not None:
            self.documents, self.frequencies = self.documents[self._kept], self._frequencies[self._kept]

    @property
    def is_rising(self) -> bool:
        """Tell that the documents are known to rise: those of one term where the archive has them in a row."""
        return self.last == self.first + 1 and self.segment.first_slot is not None

    def narrow(self, wanted: "NDArray[np.bool_]") -> None:
        """Keep only documents of which ``wanted``, an array over all slots, is true."""
        keep = wanted[self.documents]
        if self._kept is None:
            self._kept = keep
        else:
            self._kept[self._kept] = keep
        self.documents, self.frequencies = self.documents[keep], self.frequencies[keep]

    def places(self, connection: sqlite3.Connection, wanted: "NDArray[np.bool_] | None" = None) -> "NDArray[np.int64]":
        """Read the positions in the documents kept, or in those of them that are wanted."""
        documents, kept = self.documents, self._kept
        if wanted is not None:
            chosen = wanted[documents]
            if not chosen.any():
                return np.zeros(0, np.int64)
            documents = documents[chosen]
            if kept is None:
                kept = chosen
            else:
                kept = kept.copy()
                kept[kept] = chosen
        placed = self.segment.checked_positions(connection, self.number)
        block = self.segment.block(connection, self.number)
        begins = documents << POSITION_BITS
        return block.places(self.first, self.last, placed, self._frequencies, begins, kept)

    def holds(self, connection: sqlite3.Connection, sought: "NDArray[np.int64]") -> "NDArray[np.bool_]":
        """Tell which of some places, in rising order, the one key has."""
        numbers, found = _numbers(self.documents, sought >> POSITION_BITS)
        (kept,) = found.nonzero()
        if not len(kept):
            return found
        if len(kept) < len(found):
            numbers, sought = numbers[kept], sought[kept]
        positions = sought & _POSITION
        numbers = numbers.astype(np.int64, copy=False) if self._kept is None else self._kept.nonzero()[0][numbers]
        placed = self.segment.checked_positions(connection, self.number)
        block = self.segment.block(connection, self.number)
        held = block.holds(self.first, self.last, placed, self._frequencies, numbers, positions)
        if len(kept) == len(found):
            return held
        found[kept] = held
        return found


def _neighbours(places: list[tuple[int, int]]) -> Iterable[tuple[int, int, int]]:
    """Join keys that stand next to each other in a block, as the forms of a word mostly do, to ranges of keys."""
    if len(places) < 2:
        return [(number, index, index + 1) for number, index in places]
    ranges: list[tuple[int, int, int]] = []
    block, first, last = -1, 0, 0
    for number, index in sorted(places):
        if number == block and index == last:
            last += 1
            continue
        if block >= 0:
            ranges.append((block, first, last))
        block, first, last = number, index, index + 1
    return [*ranges, (block, first, last)]


def _numbers(own: "NDArray[np.int64]", sought: "NDArray[np.int64]") -> tuple["NDArray", "NDArray[np.bool_]"]:
    """Return where some documents stand among a posting's own, and which do; of the others the number says nothing."""
    before, last = int(own[0]) - 1, int(own[-1])
    if len(sought) < _MANY or last - before > _SPREAD * len(sought):
        numbers = own.searchsorted(sought)
        return numbers, own.take(numbers, mode="clip") == sought
    table = np.full(last - before + 2, -1, np.int32)  # with a place for those before and one for those behind
    table[own - before] = np.arange(len(own), dtype=np.int32)
    numbers = table.take(sought - before, mode="clip")
    return numbers, numbers >= 0


class View:
    """A snapshot as seen through one connection inside its read transaction; a :class:`Source`."""

    def __init__(self, snapshot: Snapshot, connection: sqlite3.Connection) -> None:
        self.snapshot = snapshot
        self.connection = connection
        self.size = snapshot.size

    def posting(self, terms: Terms) -> Posting:
        """Return where the terms stand."""
        found = self.snapshot.kept(terms)
        if found is None:
            found = self._read(terms)
            self.snapshot.keep(terms, found)
        return found

    def _read(self, terms: Terms) -> Posting:
        family = FAMILY_OF.get(terms.field)
        parts: list[_Part] = []
        for segment in self.snapshot.segments[family] if family else ():
            self._add_parts(segment, terms, parts)
        if not parts:
            return NOTHING
        if len(parts) == 1 and parts[0].is_rising:
            return _StoredPosting(parts[0].documents, parts[0].frequencies, parts, in_order=True)
        documents, frequencies, in_order = merged(
            [part.documents for part in parts], [part.frequencies for part in parts]
        )
        return _StoredPosting(documents, frequencies, parts, in_order)

    def _add_parts(self, segment: Segment, terms: Terms, parts: list[_Part]) -> None:
        """Add what a segment has of some terms, where it has documents."""
        start = mark(terms.field)
        if terms.low is not None:
            high = start + (terms.high if terms.high is not None else _LAST)
            for number, first, last in segment.ranges(self.connection, start + terms.low, high):
                part = _Part(segment, self.connection, number, first, last)
                if len(part.documents):
                    parts.append(part)
        everywhere: list[tuple[int, int]] = []
        for term, languages in terms.terms:
            found = segment.find(self.connection, start + term)
            if languages is None:
                everywhere += found
                continue
            for number, index in found:
                part = _Part(segment, self.connection, number, index, index + 1)
                part.narrow(self.in_languages(languages))
                if len(part.documents):
                    parts.append(part)
        for number, first, last in _neighbours(everywhere):
            part = _Part(segment, self.connection, number, first, last)
            if len(part.documents):
                parts.append(part)

    def in_languages(self, languages: frozenset[str]) -> "NDArray[np.bool_]":
        """Tell of each slot whether its document is in one of the languages."""
        numbers, codes = self.snapshot.languages
        wanted = np.zeros(len(numbers) + 1, np.bool_)
        wanted[[number for tag, number in numbers.items() if tag in languages]] = True
        return wanted[codes]

    def terms_from(self, field: str, beginning: str) -> list[str]:
        """List the terms of a field that begin with some letters, in order."""
        low = mark(field) + beginning
        parts: list[list[str]] = []
        for segment in self.snapshot.segments[FAMILY_OF[field]]:
            for _, block in segment.terms_between(self.connection, low, low + _LAST):
                terms = block.terms_from(low)
                if terms:
                    parts.append(terms)
        if len(parts) < 2:
            return parts[0] if parts else []
        return sorted({term for terms in parts for term in terms})

    def languages(self) -> frozenset[str]:
        """Return the primary language tags of the documents."""
        return self.snapshot.spoken

    def documents_in(self, slots: "NDArray[np.int64] | list[int]") -> list[DocumentId]:
        """Return which documents are in some slots."""
        return self.snapshot.documents[slots].tolist()

    def recall(self, key: Hashable) -> object | None:
        """Return what was worked out lately under a key."""
        return self.snapshot.recall(key)

    def remember(self, key: Hashable, value: object, weight: int = 0) -> None:
        """Keep what was worked out for whoever asks next."""
        self.snapshot.remember(key, value, weight)

    def live(self) -> "NDArray[np.bool_]":
        """Tell of each slot whether a document is there."""
        return self.snapshot.live

    def lengths(self, field: str) -> "NDArray[np.int64]":
        """Return the number of terms of each slot in a field."""
        return self.snapshot.lengths(field)

    def length_norms(self, field: str) -> "NDArray[np.float64]":
        """Return of each slot what its length in a field does to scores."""
        return self.snapshot.length_norms(field)

    def document_count(self) -> int:
        """Return how many documents there are."""
        return self.snapshot.document_count

    def dates(self) -> "NDArray[np.int64]":
        """Return rows of slot, first and last day."""
        return self.snapshot.dates
