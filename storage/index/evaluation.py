"""Whoosh's query trees evaluated on whole arrays: which documents, with which score, with hits at which places."""

from collections.abc import Callable
from dataclasses import dataclass
from math import log
from typing import TYPE_CHECKING, Any

import numpy as np

from storage.domain.progress import IsCancelled, never_cancelled
from storage.errors import CancelledError
from storage.index import tree as q
from storage.index.blocks import changes
from storage.index.expansion import chain_overhang, chain_slacks, chain_terms, expand, expands
from storage.index.queries import Chain, Days
from storage.index.source import NOTHING, POSITION_BITS, SATURATION, Posting, Source, Terms

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from storage.index.tree import Query

_CONSTANT = (q.Prefix, q.Wildcard, q.Regex, q.FuzzyTerm, q.TermRange)
_SPARSE = 8
"""Where fewer than one document in so many is concerned, arrays over all slots are not worth their making."""


@dataclass(frozen=True, slots=True)
class Found:
    """Documents in rising order with their scores."""

    documents: "NDArray[np.int64]"
    scores: "NDArray[np.float64]"


@dataclass(slots=True)
class Leaf:
    """What a leaf of a query tree stands for in a source, and where that stands."""

    terms: Terms
    posting: Posting


@dataclass(frozen=True, slots=True)
class Places:
    """Stretches of neighbouring terms, from the place of the first to that of the last, in rising order."""

    first: "NDArray[np.int64]"
    last: "NDArray[np.int64]"

    def within(self, wanted: "NDArray[np.bool_]") -> "Places":
        """Keep the stretches in some documents."""
        keep = wanted[self.first >> POSITION_BITS]
        return Places(self.first[keep], self.last[keep])


NOWHERE = Places(np.zeros(0, np.int64), np.zeros(0, np.int64))
_NONE = Found(np.zeros(0, np.int64), np.zeros(0, np.float64))


class Evaluation:
    """One query tree on one source; what is found for a part of the tree is worked out once.

    Raises :class:`storage.errors.CancelledError` between two parts when ``is_cancelled`` says so.
    """

    def __init__(self, source: Source, is_cancelled: IsCancelled = never_cancelled) -> None:
        self._source = source
        self._is_cancelled = is_cancelled
        self._found: dict[int, Found] = {}
        self._places: dict[int, Places] = {}
        self._leaves: dict[int, Leaf] = {}
        self._chains: dict[int, tuple[Query, list[Posting]]] = {}
        self._kept: list[Query] = []

    def found(self, query: "Query") -> Found:
        """Return the documents a query or a part of it matches."""
        known = self._found.get(id(query))
        if known is None:
            if self._is_cancelled():
                raise CancelledError
            known = self._found[id(query)] = self._work_out(query)
            self._kept.append(query)
        return known

    def _work_out(self, query: "Query") -> Found:
        if expands(query):
            return self._terms(query)
        return _METHODS.get(type(query), Evaluation._by_whoosh)(self, query)

    def leaf(self, query: "Query") -> Leaf:
        """Return what a leaf that expands stands for, looked up once."""
        known = self._leaves.get(id(query))
        if known is None:
            terms = expand(self._source, query, self._is_cancelled)
            known = self._leaves[id(query)] = Leaf(terms, self._source.posting(terms))
            self._kept.append(query)
        return known

    def mask(self, query: "Query") -> "NDArray[np.bool_]":
        """Tell of each slot whether the query matches."""
        mask = np.zeros(self._source.size, np.bool_)
        mask[self.found(query).documents] = True
        return mask

    def _scored(self, field: str, posting: Posting, boost: float, rarity: float | None = None) -> Found:
        """Score by BM25F as Whoosh computes it (Robertson and Zaragoza 2009)."""
        if rarity is None:
            rarity = _rarity(self._source, posting)
        reduced = self._source.length_norms(field)[posting.documents]
        reduced += posting.frequencies
        return Found(posting.documents, (boost * rarity * (SATURATION + 1)) * posting.frequencies / reduced)

    def _terms(self, query: Any) -> Found:
        leaf = self.leaf(query)
        posting = leaf.posting
        if not len(posting.documents):
            return _NONE
        if isinstance(query, _CONSTANT):
            return Found(posting.documents, np.full(len(posting.documents), float(query.boost)))
        return self._scored(leaf.terms.field, posting, query.boost)

    def _and(self, query: "q.And") -> Found:
        wanted = [part for part in query.subqueries if not isinstance(part, q.Not)]
        found = self._all(wanted) if wanted else self._everything()
        for part in query.subqueries:
            if isinstance(part, q.Not):
                found = self._without(found, part.query)
        return _boosted(found, query.boost)

    def _all(self, parts: list["Query"]) -> Found:
        found: list[Found] = []
        for part in parts:
            found.append(self.found(part))
            if not len(found[-1].documents):
                return found[-1]
        found.sort(key=lambda each: len(each.documents))
        documents, scores = found[0].documents, found[0].scores
        for other in found[1:]:
            if not len(documents):
                break
            places = np.searchsorted(other.documents, documents)
            places[places == len(other.documents)] = 0
            keep = other.documents[places] == documents if len(other.documents) else np.zeros(len(documents), np.bool_)
            documents, scores = documents[keep], scores[keep] + other.scores[places[keep]]
        return Found(documents, scores)

    def _or(self, query: "q.Or") -> Found:
        found = [each for each in map(self.found, query.subqueries) if len(each.documents)]
        if len(found) < 2:
            return _boosted(found[0] if found else _NONE, query.boost)
        if len(found) == 2 and (both := _taken_in(*found) or _taken_in(*reversed(found))) is not None:
            return _boosted(both, query.boost)
        if _SPARSE * sum(len(each.documents) for each in found) < self._source.size:
            return _boosted(_added(found), query.boost)
        scores = np.zeros(self._source.size)
        mask = np.zeros(self._source.size, np.bool_)
        for each in found:
            scores[each.documents] += each.scores
            mask[each.documents] = True
        documents = np.flatnonzero(mask)
        return _boosted(Found(documents, scores[documents]), query.boost)

    def _best(self, query: "q.DisjunctionMax") -> Found:
        best = np.full(self._source.size, -1.0)
        for each in map(self.found, query.subqueries):
            best[each.documents] = np.maximum(best[each.documents], each.scores)
        documents = np.flatnonzero(best >= 0)
        return _boosted(Found(documents, best[documents]), query.boost)

    def _without(self, found: Found, unwanted: "Query") -> Found:
        keep = ~self.mask(unwanted)[found.documents]
        return Found(found.documents[keep], found.scores[keep])

    def _not(self, query: "q.Not") -> Found:
        return self._without(self._everything(), query.query)

    def _and_not(self, query: "q.AndNot") -> Found:
        return self._without(self.found(query.a), query.b)

    def _and_maybe(self, query: "q.AndMaybe") -> Found:
        wanted, optional = self.found(query.a), self.found(query.b)
        scores = np.zeros(self._source.size)
        scores[optional.documents] = optional.scores
        return Found(wanted.documents, wanted.scores + scores[wanted.documents])

    def _require(self, query: "q.Require") -> Found:
        found = self.found(query.a)
        keep = self.mask(query.b)[found.documents]
        return Found(found.documents[keep], found.scores[keep])

    def _everything(self) -> Found:
        documents = np.flatnonzero(self._source.live())
        return Found(documents, np.ones(len(documents)))

    def _every(self, query: "q.Every") -> Found:
        found = self._everything()
        if query.fieldname:
            keep = self._source.lengths(query.fieldname)[found.documents] > 0
            found = Found(found.documents[keep], found.scores[keep])
        return _boosted(found, query.boost)

    def _constant(self, query: "q.ConstantScoreQuery") -> Found:
        documents = self.found(query.child).documents
        return Found(documents, np.full(len(documents), float(query.score)))

    def _days(self, query: Days) -> Found:
        rows = self._source.dates()
        touching = rows[(rows[:, 1] <= query.last) & (rows[:, 2] >= query.first), 0]
        mask = np.zeros(self._source.size, np.bool_)
        mask[touching] = True
        documents = np.flatnonzero(mask)
        return Found(documents, np.full(len(documents), float(query.boost)))

    def _chain(self, query: "q.Phrase") -> Found:
        postings = _chain_postings(self._source, query, self._chains)
        if len(postings) == 1:
            return self._scored(query.fieldname, postings[0], query.boost)
        places = self.places(query) if postings else NOWHERE
        if not len(places.first):
            return _NONE
        documents, counts = _counted(places.first >> POSITION_BITS)
        rarity = sum(_rarity(self._source, posting) for posting in postings)
        return self._scored(query.fieldname, Posting(documents, counts), query.boost, rarity)

    def _chain_places(self, query: "q.Phrase") -> Places:
        """Find the stretches a chain matches."""
        postings = _chain_postings(self._source, query, self._chains)
        if not postings:
            return NOWHERE
        offsets = getattr(query, "offsets", tuple(range(len(postings))))
        slacks = chain_slacks(query)
        if any(slacks):
            shared = _shared(self._source, postings)
            places = [posting.places_within(self._source, shared) for posting in postings]
            found = _near(places, offsets, slacks)
        else:
            found = _exact(self._source, postings, offsets)
        return Places(found.first, found.last + chain_overhang(query))

    def _by_whoosh(self, query: "Query") -> Found:
        """Let Whoosh's own matchers evaluate a kind of query not known here."""
        found, self._places[id(query)] = _whoosh(self._source, query)
        return found

    def places(self, leaf: "Query") -> Places:
        """Return the stretches a leaf matches."""
        known = self._places.get(id(leaf))
        if known is None:
            known = self._places[id(leaf)] = self._find_places(leaf)
            self._kept.append(leaf)
        return known

    def _find_places(self, leaf: "Query") -> Places:
        if isinstance(leaf, q.Phrase):
            remembered = self._source.recall(leaf)
            if isinstance(remembered, Places):
                return remembered
            places = self._chain_places(leaf)
            self._source.remember(leaf, places, 2 * len(places.first))
            return places
        if expands(leaf):
            at = self.leaf(leaf).posting.places(self._source)
            return Places(at, at)
        return NOWHERE if type(leaf) in _METHODS else _whoosh(self._source, leaf)[1]


_METHODS: dict[type, Callable[[Evaluation, Any], Found]] = {
    q.And: Evaluation._and,
    q.Or: Evaluation._or,
    q.DisjunctionMax: Evaluation._best,
    q.Not: Evaluation._not,
    q.AndNot: Evaluation._and_not,
    q.AndMaybe: Evaluation._and_maybe,
    q.Require: Evaluation._require,
    q.Phrase: Evaluation._chain,
    Chain: Evaluation._chain,
    Days: Evaluation._days,
    q.Every: Evaluation._every,
    q.ConstantScoreQuery: Evaluation._constant,
    type(q.NullQuery): lambda _evaluation, _query: _NONE,
}


def _chain_postings(
    source: Source, query: "q.Phrase", known: dict[int, tuple["Query", list[Posting]]]
) -> list[Posting]:
    """Return where each word of a chain stands, looked up once; nothing where one of them stands nowhere."""
    if id(query) not in known:
        known[id(query)] = query, _looked_up(source, chain_terms(query))
    return known[id(query)][1]


def _looked_up(source: Source, words: list[Terms]) -> list[Posting]:
    """Return where words stand, nothing where one of them stands nowhere, which is sooner seen of long ones."""
    found = [NOTHING] * len(words)
    for index in sorted(range(len(words)), key=lambda index: _length(words[index]), reverse=True):
        found[index] = source.posting(words[index])
        if not len(found[index].documents):
            return []
    return found


def _length(word: Terms) -> int:
    """Return how long a word of a chain is; one whose end is open is the last to be looked up."""
    return len(word.terms[0][0]) if word.terms else 0


def _rarity(source: Source, posting: Posting) -> float:
    return log(max(1, source.document_count()) / (len(posting.documents) + 1)) + 1


def _taken_in(larger: Found, smaller: Found) -> Found | None:
    """Add the scores of documents to others' of which they are part, as a title's words mostly stand in the text."""
    if len(smaller.documents) > len(larger.documents):
        return None
    at = larger.documents.searchsorted(smaller.documents)
    if not (larger.documents.take(at, mode="clip") == smaller.documents).all():
        return None
    scores = larger.scores.copy()
    scores[at] += smaller.scores
    return Found(larger.documents, scores)


def _added(found: list[Found]) -> Found:
    """Unite documents, adding up their scores."""
    documents = np.concatenate([each.documents for each in found])
    scores = np.concatenate([each.scores for each in found])
    order = documents.argsort(kind="stable")
    documents, scores = documents[order], scores[order]
    fresh = changes(documents)
    return Found(documents[fresh], np.add.reduceat(scores, fresh))


def _boosted(found: Found, boost: float) -> Found:
    return found if boost == 1.0 else Found(found.documents, found.scores * boost)


def _whoosh(source: Source, query: "Query") -> tuple[Found, Places]:
    from storage.index.reader import evaluate_by_whoosh

    return evaluate_by_whoosh(source, query)


def _shared(source: Source, postings: list[Posting]) -> "NDArray[np.bool_]":
    """Tell which documents have all the terms."""
    counts = np.zeros(source.size, np.uint16)
    for posting in postings:
        counts[posting.documents] += 1
    return counts == len(postings)


def _counted(documents: "NDArray[np.int64]") -> tuple["NDArray[np.int64]", "NDArray[np.int64]"]:
    """Return the different ones of documents in rising order, and how often each is there."""
    begins = changes(documents)
    counts = np.empty_like(begins)
    np.subtract(begins[1:], begins[:-1], out=counts[:-1])
    counts[-1:] = len(documents) - begins[-1:]
    return documents[begins], counts


def _exact(source: Source, postings: list[Posting], offsets: tuple[int, ...]) -> Places:
    """Find chains without slack: of each place of the rarest term it is asked whether the others follow."""
    rarest, *others = sorted(range(len(postings)), key=lambda index: len(postings[index].documents))
    places, at = postings[rarest].places(source), offsets[rarest]
    for index in others:
        if not len(places):
            break
        sought = places + (offsets[index] - at)
        places, at = sought[postings[index].holds(source, sought)], offsets[index]
    starts = places - at if at else places
    return Places(starts, starts + offsets[-1])


def _near(places: list["NDArray"], offsets: tuple[int, ...], slacks: list[int]) -> Places:
    """Find loose chains: from the last term backwards, each takes the nearest one behind it that leads to the end."""
    following = last = places[-1]
    for index in range(len(places) - 2, -1, -1):
        if not len(following):
            return NOWHERE
        nearest = places[index] + (offsets[index + 1] - offsets[index])
        at = np.searchsorted(following, nearest)
        behind = np.minimum(at, len(following) - 1)
        near = (at < len(following)) & (following[behind] <= nearest + slacks[index])
        following, last = places[index][near], last[behind[near]]
    return Places(following, last)
