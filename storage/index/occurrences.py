"""Where a query tree has its hits, over the archive or in one text, and how many they are."""

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from storage.index import tree as q
from storage.index.evaluation import NOWHERE, Evaluation, Leaf, Places
from storage.index.expansion import expands
from storage.index.fields import IN_TEXT, TEXT
from storage.index.source import Posting, Source, Terms, union

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from storage.index.tree import Query


def united(stretches: list[Places]) -> Places:
    """Join stretches, making one of those that overlap."""
    stretches = [part for part in stretches if len(part.first)]
    if not stretches:
        return NOWHERE
    if len(stretches) == 1:
        first, last = stretches[0].first, stretches[0].last
    else:
        first = np.concatenate([part.first for part in stretches])
        last = np.concatenate([part.last for part in stretches])
        order = first.argsort(kind="stable")
        first, last = first[order], last[order]
    if (first[1:] > last[:-1]).all():
        return Places(first, last)
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
        """Yield the parts of a tree that put hits into texts, each with the documents where they count, None for all.

        A part counts in a document only where every part of the tree above it matches, which one of alternatives
        sees to by itself.
        """
        if isinstance(query, q.Not):
            return
        parts = positive_parts(query)
        if parts is None:
            if marks_text(query):
                yield query, within
            return
        if not isinstance(query, q.Or | q.DisjunctionMax | q.ConstantScoreQuery):
            here = self._evaluation.mask(query)
            within = here if within is None else here & within
        for part in parts:
            yield from self.leaves(part, within)

    def _places_within(self, leaf: "Query", documents: "NDArray[np.bool_] | None") -> Places:
        if documents is None:
            return self._evaluation.places(leaf)
        if expands(leaf):
            at = self._evaluation.leaf(leaf).posting.places_within(self._source, documents)
            return Places(at, at)
        return self._evaluation.places(leaf).within(documents)

    def hits(self, query: "Query", within: "NDArray[np.bool_] | None" = None) -> Places:
        """Return all hits in the documents a query matches, overlapping ones united."""
        return united([self._places_within(leaf, documents) for leaf, documents in self.leaves(query, within)])

    def count_hits(self, query: "Query", within: "NDArray[np.bool_] | None" = None) -> int:
        """Return how many hits :meth:`hits` would return, without reading positions where frequencies tell."""
        if not len(self._evaluation.found(query).documents):
            return 0
        leaves = list(self.leaves(query, within))
        if not all(expands(leaf) for leaf, _ in leaves):
            return len(self.hits(query, within).first)
        counted = [(self._evaluation.leaf(leaf), documents) for leaf, documents in leaves]
        if _overlapping([leaf.terms for leaf, _ in counted]):
            united = self._one_of_each_field(counted)
            if united is None:
                return len(self.hits(query, within).first)
            counted = united
        return sum(_occurrences(leaf.posting, documents) for leaf, documents in counted)

    def _one_of_each_field(
        self, counted: list[tuple[Leaf, "NDArray[np.bool_] | None"]]
    ) -> list[tuple[Leaf, "NDArray[np.bool_] | None"]] | None:
        """Unite the terms of each field, which is possible where all leaves count in the same documents."""
        documents = counted[0][1]
        if not all(_same(documents, each) for _, each in counted):
            return None
        by_field: dict[str, list[Terms]] = {}
        for leaf, _ in counted:
            by_field.setdefault(leaf.terms.field, []).append(leaf.terms)
        unions = [union(each) for each in by_field.values()]
        if None in unions:
            return None
        return [(Leaf(terms, self._source.posting(terms)), documents) for terms in unions if terms is not None]


def _same(one: "NDArray[np.bool_] | None", two: "NDArray[np.bool_] | None") -> bool:
    return one is two or (one is not None and two is not None and np.array_equal(one, two))


def _occurrences(posting: Posting, documents: "NDArray[np.bool_] | None") -> int:
    if documents is None:
        return posting.occurrences
    return int(posting.frequencies[documents[posting.documents]].sum(dtype=np.int64))


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
