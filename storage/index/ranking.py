"""The best documents for a query tree, with exact totals; kept, since questions are asked more than once."""

from dataclasses import dataclass, replace
from itertools import repeat
from typing import TYPE_CHECKING

import numpy as np

from storage.domain.progress import IsCancelled
from storage.domain.search import DocumentHits, FacetCount, SearchRequest
from storage.index import narrowing
from storage.index import tree as q
from storage.index.evaluation import Evaluation, Found
from storage.index.occurrences import Occurrences
from storage.index.snapshot import View
from storage.index.suggesting import suggestion

_FEW = 1_000
"""So many scores are sorted as fast as the best of them are told."""

if TYPE_CHECKING:
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Ranking:
    """How many documents and passages were found, and the best documents, ``slots`` being where they are."""

    documents: int
    passages: int
    slots: tuple[int, ...]
    without_passages: tuple[DocumentHits, ...]
    facets: tuple[FacetCount, ...]
    suggestion: str


def rank(view: View, tree: q.Query, request: SearchRequest, is_cancelled: IsCancelled, with_facets: bool) -> Ranking:
    """Evaluate a query tree for a request.

    Raises:
        CancelledError: ``is_cancelled`` said so.
    """
    evaluation = Evaluation(view, is_cancelled)
    found, passages = _narrowed(view, evaluation, tree, request)
    offset = max(0, request.offset)
    best = _best(found, offset + request.limit)[offset:]
    slots = found.documents[best]
    return Ranking(
        len(found.documents),
        passages,
        tuple(slots.tolist()),
        tuple(map(DocumentHits, view.documents_in(slots), repeat(""), found.scores[best].tolist(), repeat(()))),
        _facets(view, evaluation, tree, request, found) if with_facets else (),
        "" if len(found.documents) else suggestion(view, request.query),
    )


def _narrowed(view: View, evaluation: Evaluation, tree: q.Query, request: SearchRequest) -> tuple[Found, int]:
    found = evaluation.found(tree)
    mask = narrowing.allowed(view, request.filter)
    if mask is not None:
        keep = mask[found.documents]
        found = Found(found.documents[keep], found.scores[keep])
    return found, Occurrences(view, evaluation).count_hits(tree, mask)


def _facets(
    view: View, evaluation: Evaluation, tree: q.Query, request: SearchRequest, found: Found
) -> tuple[FacetCount, ...]:
    """Count what was found, and by years also what other years would show."""
    mask = np.zeros(view.size, np.bool_)
    mask[evaluation.found(tree).documents] = True
    allowed = narrowing.allowed(view, replace(request.filter, first_year=None, last_year=None))
    return narrowing.facets(view, found.documents) + narrowing.years(view, mask if allowed is None else mask & allowed)


def _best(found: Found, limit: int) -> "NDArray[np.int64]":
    """Return where the best documents stand, best first; equal scores in order of their slots."""
    scores = found.scores
    limit = min(max(0, limit), len(scores))
    if limit == len(scores) or len(scores) < _FEW:
        return (-scores).argsort(kind="stable")[:limit]  # documents rise
    threshold = np.partition(scores, len(scores) - limit)[len(scores) - limit] if limit else np.inf
    above = np.flatnonzero(scores >= threshold)
    return above[np.lexsort((found.documents[above], -scores[above]))][:limit]
