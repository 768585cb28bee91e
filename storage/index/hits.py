"""The hits of a query in one text, for the list of results, the viewer and the concordance alike."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

import numpy as np

from storage.domain.search import Passage, Span
from storage.index import tree as q
from storage.index.documents import SearchableText
from storage.index.evaluation import NOWHERE, Evaluation
from storage.index.fields import IN_TEXT
from storage.index.occurrences import field_of, marks_text, positive_parts, united
from storage.index.one_text import OneText
from storage.text.snippets import snippets_around

if TYPE_CHECKING:
    from storage.index.tree import Query

Meets = Callable[["Query"], bool | None]
"""Tells whether a document meets a part of a query; None: that cannot be told and counts as met."""


def meets_in(evaluation: Evaluation, slot: int) -> Meets:
    """Tell from an evaluation on the archive what the document in a slot meets."""

    def meets(query: "Query") -> bool:
        documents = evaluation.found(query).documents
        at = int(np.searchsorted(documents, slot))
        return at < len(documents) and int(documents[at]) == slot

    return meets


def _meets_text(evaluation: Evaluation) -> Meets:
    """Tell from a text alone what it meets; of other fields nothing can be told."""

    def meets(query: "Query") -> bool | None:
        match query:
            case q.And():
                return _all(map(meets, query.subqueries))
            case q.Or() | q.DisjunctionMax():
                return _any(map(meets, query.subqueries))
            case q.Not():
                return _not(meets(query.query))
            case q.AndNot():
                return _all((meets(query.a), _not(meets(query.b))))
            case q.Require():
                return _all((meets(query.a), meets(query.b)))
            case q.AndMaybe():
                return meets(query.a)
            case q.ConstantScoreQuery():
                return meets(query.child)
        if field_of(query) not in IN_TEXT:
            return None
        return bool(len(evaluation.found(query).documents))

    return meets


def _not(answer: bool | None) -> bool | None:
    return None if answer is None else not answer


def _all(answers: Iterable[bool | None]) -> bool | None:
    given = set(answers)
    return False if False in given else None if None in given else True


def _any(answers: Iterable[bool | None]) -> bool | None:
    given = set(answers)
    return True if True in given else None if None in given else False


def _leaves(query: "Query", meets: Meets) -> Iterator["Query"]:
    """Yield the parts about the text that put hits into it: those with nothing above them that is not met."""
    if isinstance(query, q.Not) or meets(query) is False:
        return
    parts = positive_parts(query)
    if parts is not None:
        for part in parts:
            yield from _leaves(part, meets)
    elif marks_text(query):
        yield query


def find_hits(query: "Query", text: SearchableText, meets: Meets | None = None) -> tuple[Span, ...]:
    """Return all hits of a query tree in a text, in code points, in order, never overlapping.

    ``meets`` tells what the document of the text meets; without it only the text itself is asked.
    """
    source = OneText(text)
    evaluation = Evaluation(source)
    leaves = _leaves(query, meets or _meets_text(evaluation))
    places = united([NOWHERE, *map(evaluation.places, leaves)])
    return source.spans(places.first, places.last)


def passages(text: str, hits: tuple[Span, ...]) -> tuple[Passage, ...]:
    """Return the hits with the text around them; hits close to each other are shown in the same words."""
    starts, ends = [hit.start for hit in hits], [hit.end for hit in hits]
    found = []
    shown, snippet, marked = None, "", ()
    for hit, around in zip(hits, snippets_around(text, hits), strict=True):
        if around is not shown:
            shown, snippet = around, text[around.start : around.end]
            inside = hits[bisect_left(starts, around.start) : bisect_right(ends, around.end)]
            marked = tuple(Span(each.start - around.start, each.end - around.start) for each in inside)
        found.append(Passage(hit.start, hit.end, snippet, around.start, marked))
    return tuple(found)
