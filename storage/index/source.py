"""What queries are evaluated on: terms and where they stand, in the whole archive or in one text."""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

import numpy as np

from storage.index.blocks import LAST, changes

if TYPE_CHECKING:
    from numpy.typing import NDArray

POSITION_BITS = 32
SATURATION, _LENGTH_WEIGHT = 1.2, 0.75
"""What BM25F calls k1 and b: how soon more of a word counts for no more, and how much the length counts."""


class Posting:
    """Documents in rising order with how often one of some terms stands in each, and where."""

    __slots__ = ("_occurrences", "_places", "documents", "frequencies")

    def __init__(self, documents: "NDArray[np.int64]", frequencies: "NDArray", places: "NDArray | None" = None) -> None:
        self.documents = documents
        self.frequencies = frequencies
        self._places = places
        self._occurrences = -1

    @property
    def occurrences(self) -> int:
        """How many places there are in all documents."""
        if self._occurrences < 0:
            self._occurrences = int(self.frequencies.sum(dtype=np.int64))
        return self._occurrences

    def places(self, source: "Source") -> "NDArray[np.int64]":
        """Return document and position of each occurrence as one number, ``document << 32 | position``, rising."""
        if self._places is None:
            self._places = self._read_places(source)
        return self._places

    def places_within(self, source: "Source", wanted: "NDArray[np.bool_]") -> "NDArray[np.int64]":
        """Return the places in some documents, ``wanted`` being an array over all slots."""
        if self._places is None:
            kept = wanted[self.documents]
            if not kept.all():
                return self._read_places(source, wanted)
        places = self.places(source)
        return places[wanted[places >> POSITION_BITS]]

    def holds(self, source: "Source", sought: "NDArray[np.int64]") -> "NDArray[np.bool_]":
        """Tell which of some places, in rising order, are among these."""
        own = self._places
        if own is None:
            wanted = np.zeros(source.size, np.bool_)
            wanted[sought >> POSITION_BITS] = True
            own = self.places_within(source, wanted)
        if not len(own):
            return np.zeros(len(sought), np.bool_)
        return own.take(own.searchsorted(sought), mode="clip") == sought

    def _read_places(self, source: "Source", wanted: "NDArray[np.bool_] | None" = None) -> "NDArray[np.int64]":
        return np.zeros(0, np.int64)


NOTHING = Posting(np.zeros(0, np.int64), np.zeros(0, np.int64))


@dataclass(frozen=True, slots=True)
class Terms:
    """Terms of one field to be read as if they were one.

    Either single ``terms``, or the range of terms from ``low`` to before ``high``. ``languages`` narrows single terms
    to documents of some languages (primary tags; None: all).
    """

    field: str
    terms: tuple[tuple[str, frozenset[str] | None], ...] = ()
    low: str | None = None
    high: str | None = None


class Source(Protocol):
    """Documents numbered by slots below ``size``."""

    size: int

    def posting(self, terms: Terms) -> Posting:
        """Return where the terms stand."""
        ...

    def terms_from(self, field: str, beginning: str) -> Sequence[str]:
        """List the terms of a field that begin with some letters, in order."""
        ...

    def languages(self) -> frozenset[str]:
        """Return the primary language tags of the documents, an empty one where it is not known."""
        ...

    def live(self) -> "NDArray[np.bool_]":
        """Tell of each slot whether a document is there."""
        ...

    def lengths(self, field: str) -> "NDArray":
        """Return the number of terms of each slot in a field."""
        ...

    def length_norms(self, field: str) -> "NDArray[np.float64]":
        """Return what :func:`length_norms` makes of the lengths in a field."""
        ...

    def document_count(self) -> int:
        """Return how many documents there are."""
        ...

    def dates(self) -> "NDArray[np.int64]":
        """Return rows of slot, first and last day."""
        ...

    def recall(self, key: Hashable) -> object | None:
        """Return what was worked out lately under a key, if that is kept."""
        ...

    def remember(self, key: Hashable, value: object, weight: int = 0) -> None:
        """Keep what was worked out; ``weight`` says how many numbers it holds."""
        ...


def length_norms(lengths: "NDArray", average: float) -> "NDArray[np.float64]":
    """Return of each document what BM25F adds to a term's weight for its length (Robertson and Zaragoza 2009)."""
    return SATURATION * (1 - _LENGTH_WEIGHT) + (SATURATION * _LENGTH_WEIGHT / (average or 1.0)) * lengths


def merged(documents: Sequence["NDArray"], frequencies: Sequence["NDArray"]) -> tuple["NDArray", "NDArray", bool]:
    """Unite documents of several terms or segments, adding up how often they have them.

    The third value tells that they only had to be put one behind the other.
    """
    if len(documents) == 1:
        together, counts = documents[0], frequencies[0]
    else:
        together, counts = np.concatenate(documents), np.concatenate(frequencies)
    if len(together) < 2 or (together[1:] > together[:-1]).all():
        return together, counts, True
    last = int(together.max())
    if last < 8 * len(together):
        totals = np.bincount(together, counts)
        (found,) = (totals > 0).nonzero()
        return found, totals[found].astype(np.int64), False
    order = together.argsort(kind="stable")
    together, counts = together[order], counts[order]
    fresh = changes(together)
    return together[fresh], np.add.reduceat(counts, fresh, dtype=np.int64), False


def union(terms: Sequence[Terms]) -> Terms | None:
    """Unite terms of one field, each counted once; None where that takes more than one range."""
    ranges = sorted((each.low, each.high or LAST) for each in terms if each.low is not None)
    low, high = (ranges[0][0], max(high for _, high in ranges)) if ranges else (None, None)
    if (low, high) not in ranges and ranges:
        return None
    languages: dict[str, frozenset[str] | None] = {}
    for term, spoken in (pair for each in terms for pair in each.terms):
        if low is None or high is None or not low <= term < high:
            known = languages.get(term, frozenset())
            languages[term] = None if known is None or spoken is None else known | spoken
    return Terms(terms[0].field, tuple(languages.items()), low, high)


def rising(places: Iterable["NDArray"]) -> "NDArray[np.int64]":
    """Join places and put them in order."""
    together = np.concatenate([np.zeros(0, np.int64), *places])
    if len(together) > 1 and bool((together[1:] < together[:-1]).any()):
        together = np.sort(together)
    return together
