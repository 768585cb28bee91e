"""The whole index read and compared with itself, for the command ``check``."""

from collections.abc import Iterator

import numpy as np

from storage.domain.progress import IsCancelled
from storage.errors import CancelledError
from storage.index.errors import IndexDamagedError
from storage.index.fields import DESCRIPTIONS, TEXTS, Family
from storage.index.segments import Segment
from storage.index.snapshot import View
from storage.sentences import say


def faults(view: View, is_cancelled: IsCancelled) -> Iterator[str]:
    """Yield a sentence for everything that is wrong."""
    yield from _file_faults(view)
    for segments in view.snapshot.segments.values():
        for segment in segments:
            yield from _segment_faults(view, segment, is_cancelled)
    rows = list(view.connection.execute("SELECT slot, document FROM search_document ORDER BY slot"))
    expected = np.array([slot for slot, _ in rows], np.int64)
    for family, what in ((TEXTS, "text"), (DESCRIPTIONS, "description")):
        held = _held(view, family)
        if not np.array_equal(held, expected):
            missing, extra = len(np.setdiff1d(expected, held)), len(held) - len(np.intersect1d(expected, held))
            yield say(
                "Documents whose {what} is missing in the search index: {missing}; too many: {extra}.",
                what=what,
                missing=missing,
                extra=extra,
            )
        elif family is DESCRIPTIONS and view.documents_in(expected) != [document for _, document in rows]:
            yield say("Documents in the search index have each other's numbers.")


def _file_faults(view: View) -> Iterator[str]:
    found = [line for (line,) in view.connection.execute("PRAGMA quick_check(5)")]
    if found != ["ok"]:
        yield say("The file of the search index is damaged: {found}.", found="; ".join(found))


def _segment_faults(view: View, segment: Segment, is_cancelled: IsCancelled) -> Iterator[str]:
    terms = 0
    for number, first in enumerate(segment.firsts(view.connection)):
        if is_cancelled():
            raise CancelledError
        try:
            block = segment.block(view.connection, number)
            keys = block.terms.keys()
            _, frequencies = block.documents(0, len(keys))
            placed = segment.positions(view.connection, number)
            terms += len(block.positions(0, len(keys), placed, frequencies))
            fits = keys[0] == first and keys == sorted(keys)
        except (IndexDamagedError, ValueError):
            fits = False
        if not fits:
            yield say(
                "Part {number} of segment {segment} of the search index is damaged.",
                number=number,
                segment=segment.id,
            )
    segment.forget_blocks()
    if segment.family is TEXTS and terms != segment.terms:
        yield say(
            "Segment {segment} of the search index holds {terms} terms where {expected} are expected.",
            segment=segment.id,
            terms=terms,
            expected=segment.terms,
        )


def _held(view: View, family: Family) -> "np.ndarray":
    """Return the slots of the documents alive in the segments of a family, sorted, one that is twice there twice."""
    slots = [
        segment.slots if segment.alive is None else segment.slots[segment.alive]
        for segment in view.snapshot.segments[family]
    ]
    return np.sort(np.concatenate([np.zeros(0, np.int64), *slots]))
