"""Where a query tree has its hits, over the archive or in one text, and how many they are."""

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from storage.index import tree as q
from storage.index.evaluation import NOWHERE, Evaluation, Places
from storage.index.expansion import expand, expands
from storage.index.fields import IN_TEXT, TEXT
from storage.index.source import Source, Terms, union

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from storage.index.tree import Query


def united(stretches: list[Places]) -> Places:
    """Join stretches, making one of those that overlap."""
    first = np.concatenate([part.first for part in stretches])
    last = np.concatenate([part.last for part in stretches])
    if len(first) < 2:
        return Places(first, last)
    if len(stretches) > 1:
        order = np.argsort(first, kind="stable")
        first, last = first[order], last[order]
    reach = np.maximum.accumulate(last)
    fresh = np.flatnonzero(np.append(True, first[1:] > reach[:-1]))
    return Places(first[fresh], np.maximum.reduceat(last, fresh))


class Occurrences:
    """The hits of query trees that an evaluation has matched with the documents of a source."""

    def __init__(self, source: Source, evaluation: Evaluation) -> None:
        self._source = source
        self._evaluation = evaluation

    def leaves(
        self, query: "Query", within: "NDArray[np.bool_] | None" = None
    ) -> Iterator[tuple["Query", "NDArray | None"]]:
        """Yield the parts of a tree that put hits into texts, each with the documents where they count.

        A part counts in a document only where every part of the tree above it matches.
        """
        if isinstance(query, q.Not):
            return
        parts = positive_parts(query)
        if parts is None:
            if marks_text(query):
                yield query, within
            return
        here = self._evaluation.mask(query)
        if within is not None:
            here &= within
        for part in parts:
            yield from self.leaves(part, here)

    def _places_within(self, leaf: "Query", documents: "NDArray[np.bool_] | None") -> Places:
        if documents is None:
            return self._evaluation.places(leaf)
        if expands(leaf):
            at = self._source.posting(expand(self._source, leaf)).places_within(self._source, documents)
            return Places(at, at)
        return self._evaluation.places(leaf).within(documents)

    def hits(self, query: "Query", within: "NDArray[np.bool_] | None" = None) -> Places:
        """Return all hits in the documents a query matches, overlapping ones united."""
        stretches = [NOWHERE]
        for leaf, documents in self.leaves(query, within):
            stretches.append(self._places_within(leaf, documents))
        return united(stretches)

    def count_hits(self, query: "Query", within: "NDArray[np.bool_] | None" = None) -> int:
        """Return how many hits :meth:`hits` would return, without reading positions where frequencies tell."""
        key = ("hits", query)
        known = self._source.recall(key) if within is None else None
        if isinstance(known, int):
            return known
        count = self._count_hits(query, within)
        if within is None:
            self._source.remember(key, count)
        return count

    def _count_hits(self, query: "Query", within: "NDArray[np.bool_] | None") -> int:
        if not len(self._evaluation.found(query).documents):
            return 0
        leaves = list(self.leaves(query, within))
        if not all(expands(leaf) for leaf, _ in leaves):
            return len(self.hits(query, within).first)
        counted = [(expand(self._source, leaf), documents) for leaf, documents in leaves]
        if _overlapping([terms for terms, _ in counted]):
            united_terms = _one_of_each_field(counted)
            if united_terms is None:
                return len(self.hits(query, within).first)
            counted = united_terms
        return sum(self._count_terms(terms, documents) for terms, documents in counted)

    def _count_terms(self, terms: Terms, documents: "NDArray[np.bool_] | None") -> int:
        posting = self._source.posting(terms)
        counts = posting.frequencies if documents is None else posting.frequencies[documents[posting.documents]]
        return int(counts.sum(dtype=np.int64))


def _one_of_each_field(
    counted: list[tuple[Terms, "NDArray[np.bool_] | None"]],
) -> list[tuple[Terms, "NDArray[np.bool_] | None"]] | None:
    """Unite the terms of each field, which is possible where all leaves count in the same documents."""
    documents = counted[0][1]
    if documents is None or any(each is None or not np.array_equal(documents, each) for _, each in counted):
        return None
    by_field: dict[str, list[Terms]] = {}
    for terms, _ in counted:
        by_field.setdefault(terms.field, []).append(terms)
    unions = [union(each) for each in by_field.values()]
    return None if None in unions else [(terms, documents) for terms in unions if terms is not None]


def _overlapping(terms: list[Terms]) -> bool:
    """Tell whether one term may belong to two leaves, whose hits would then fall together."""
    if len(terms) < 2:
        return False
    ranges = [(each.field, each.low, each.high or "\U0010ffff") for each in terms if each.low is not None]
    ranges += [(each.field, term, term + "\0") for each in terms for term, _ in each.terms]
    ranges.sort()
    return any(one[0] == two[0] and two[1] < one[2] for one, two in pairwise(ranges))


def marks_text(query: "Query") -> bool:
    """Tell whether a leaf puts hits into texts."""
    return field_of(query) in IN_TEXT and not isinstance(query, q.Every)


def field_of(query: "Query") -> str | None:
    """Return the field a leaf is about; kinds of query not known here are taken to be about the text."""
    return query.field() or (None if isinstance(query, q.Every) else TEXT)


def positive_parts(query: "Query") -> list["Query"] | None:
    """Return the parts of a compound query that can put hits into a text, None for a leaf."""
    match query:
        case q.And() | q.Or() | q.DisjunctionMax():
            return list(query.subqueries)
        case q.AndNot():
            return [query.a]
        case q.AndMaybe() | q.Require():
            return [query.a, query.b]
        case q.ConstantScoreQuery():
            return [query.child]
    return None
