"""Changes to the index inside one transaction: documents in, out and described anew."""

import sqlite3
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import numpy as np

from storage.domain.ids import DocumentId
from storage.index.building import PreparedDocuments
from storage.index.fields import FAMILIES, Family
from storage.index.segments import Segment, read_segments, write_dead, write_segment
from storage.index.tables import next_number

if TYPE_CHECKING:
    from numpy.typing import NDArray

_VARIABLES = 500


def slots_of(connection: sqlite3.Connection, ids: Sequence[DocumentId]) -> dict[DocumentId, int]:
    """Return the slots of those documents that are in the index."""
    found: dict[DocumentId, int] = {}
    for start in range(0, len(ids), _VARIABLES):
        part = ids[start : start + _VARIABLES]
        marks = ", ".join("?" * len(part))
        found.update(
            connection.execute(f"SELECT document, slot FROM search_document WHERE document IN ({marks})", part)
        )
    return found


def mark_dead(connection: sqlite3.Connection, slots: Iterable[int], families: Sequence[Family] = FAMILIES) -> None:
    """Mark the documents of some slots as no longer current in the segments that hold them."""
    wanted = np.array(sorted(slots), np.int64)
    if not len(wanted):
        return
    for segment in read_segments(connection, {}):
        if segment.family in families:
            dead = _held(segment, wanted)
            if len(dead):
                write_dead(connection, segment, dead)


def _held(segment: Segment, wanted: "NDArray[np.int64]") -> "NDArray[np.int64]":
    held = np.isin(segment.slots, wanted)
    if segment.alive is not None:
        held &= segment.alive
    return np.flatnonzero(held)


def store(connection: sqlite3.Connection, prepared: PreparedDocuments) -> None:
    """Add prepared documents, or put them in the place of what the index has of them."""
    known = slots_of(connection, prepared.ids)
    families = [segment.family for segment in (prepared.texts, prepared.descriptions) if segment is not None]
    mark_dead(connection, known.values(), families)
    last = connection.execute("SELECT coalesce(max(slot), -1) FROM search_document").fetchone()[0]
    slots = dict(known)
    for number in prepared.ids:
        if number not in slots:
            last += 1
            slots[number] = last
    ordered = np.array([slots[number] for number in prepared.ids], np.int64)
    for segment in (prepared.texts, prepared.descriptions):
        if segment is not None:
            write_segment(connection, segment, ordered, prepared.ids)
    rows = zip(prepared.ids, ordered.tolist(), prepared.stamps, strict=True)
    connection.executemany("INSERT OR REPLACE INTO search_document VALUES (?, ?, ?)", rows)


def remove(connection: sqlite3.Connection, ids: Sequence[DocumentId]) -> None:
    """Take documents out; those not in the index are passed over."""
    known = slots_of(connection, ids)
    mark_dead(connection, known.values())
    connection.executemany("DELETE FROM search_document WHERE document = ?", [(number,) for number in known])


def committed(connection: sqlite3.Connection) -> None:
    """Give the state that is about to be committed its number."""
    next_number(connection, "generation")


def clear(connection: sqlite3.Connection) -> None:
    """Take everything out."""
    for table in ("search_segment", "search_block", "search_document"):
        connection.execute(f"DELETE FROM {table}")
