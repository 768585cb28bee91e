"""A slow judge of queries: it scans the terms of every document and follows the query tree literally.

Nothing here comes from the index but the analyser, whose terms and places are handed in. Trees mean what logic says,
also where Whoosh's own ``normalize`` would simplify them into something else: ``And`` with an ``Every`` in it is still
the other part, two ranges over a field with several terms are two conditions.
"""

import fnmatch
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import reduce
from typing import Any

from whoosh.query.compound import And, AndMaybe, AndNot, DisjunctionMax, Or, Otherwise, Require
from whoosh.query.positional import Phrase
from whoosh.query.qcore import Every, NullQuery, Query
from whoosh.query.ranges import NumericRange, TermRange
from whoosh.query.terms import FuzzyTerm, Prefix, Regex, Term, Wildcard
from whoosh.query.wrappers import ConstantScoreQuery, Not


@dataclass(frozen=True, slots=True)
class PlacedTerm:
    """A term, its position counted in terms, and the range ``[start, end)`` of code points it was read from."""

    text: str
    position: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class OracleDocument:
    """A document as the oracle reads it: the terms of each field in order of place, and its numbers by field."""

    number: int
    terms: Mapping[str, Sequence[PlacedTerm]]
    numbers: Mapping[str, Sequence[float]] = field(default_factory=dict)

    def words(self, name: str) -> list[str]:
        return [term.text for term in self.terms.get(name, ())]


def edit_distance(first: str, second: str) -> int:
    """Return the optimal string alignment distance: insert, delete, replace, or exchange two neighbours."""
    table = {(row, -1): row + 1 for row in range(-1, len(first))}
    table |= {(-1, column): column + 1 for column in range(-1, len(second))}
    for row, one in enumerate(first):
        for column, other in enumerate(second):
            table[row, column] = min(
                table[row - 1, column] + 1,
                table[row, column - 1] + 1,
                table[row - 1, column - 1] + (one != other),
            )
            if row and column and one == second[column - 1] and first[row - 1] == other:
                table[row, column] = min(table[row, column], table[row - 2, column - 2] + 1)
    return table[len(first) - 1, len(second) - 1]


def term_test(query: Query) -> Callable[[str], bool] | None:
    """Return what tells whether a term answers a query that is about single terms, or None for other queries."""
    match query:
        case Term():
            return lambda text: text == query.text
        case Prefix():
            return lambda text: text.startswith(query.text)
        case Wildcard():
            glob = re.compile(fnmatch.translate(query.text))
            return lambda text: glob.match(text) is not None
        case Regex():
            pattern = re.compile(query.text)
            return lambda text: pattern.match(text) is not None
        case FuzzyTerm():
            beginning = query.text[: query.prefixlength]
            return lambda text: text.startswith(beginning) and edit_distance(text, query.text) <= query.maxdist
        case TermRange():
            return lambda text: _inside(text, query)
    return None


def _inside(value: Any, query: TermRange | NumericRange) -> bool:
    above = query.start is None or (value > query.start if query.startexcl else value >= query.start)
    below = query.end is None or (value < query.end if query.endexcl else value <= query.end)
    return above and below


def phrase_places(terms: Sequence[PlacedTerm], wanted: Sequence[str], slop: int) -> set[tuple[PlacedTerm, PlacedTerm]]:
    """Return first and last term of each way to find the wanted words in order, at most ``slop`` positions apart."""
    places = {(term, term) for term in terms if wanted and term.text == wanted[0]}
    for word in wanted[1:]:
        places = {
            (first, later)
            for first, last in places
            for later in terms
            if later.text == word and 1 <= later.position - last.position <= slop
        }
    return places


class Oracle:
    """Answers query trees over a handful of documents by looking at all of them."""

    def __init__(self, documents: Sequence[OracleDocument]) -> None:
        self._documents = {document.number: document for document in documents}
        self.all = frozenset(self._documents)

    def documents(self, query: Query) -> frozenset[int]:
        """Return the numbers of the documents that answer a query."""
        match query:
            case And():
                return reduce(frozenset.intersection, map(self.documents, query.subqueries), self.all)
            case Or() | DisjunctionMax():
                return frozenset().union(*map(self.documents, query.subqueries))
            case AndNot():
                return self.documents(query.a) - self.documents(query.b)
            case AndMaybe():
                return self.documents(query.a)
            case Require():
                return self.documents(query.a) & self.documents(query.b)
            case Otherwise():
                return self.documents(query.a) or self.documents(query.b)
            case Not():
                return self.all - self.documents(query.query)
            case ConstantScoreQuery():
                return self.documents(query.child)
        return frozenset(number for number, each in self._documents.items() if self._answers(each, query))

    @staticmethod
    def _answers(document: OracleDocument, query: Query) -> bool:
        test = term_test(query)
        if test is not None:
            return any(map(test, document.words(query.field() or "")))
        match query:
            case Phrase():
                return bool(phrase_places(document.terms.get(query.fieldname, ()), query.words, query.slop))
            case NumericRange():
                return any(_inside(number, query) for number in document.numbers.get(query.fieldname, ()))
            case Every():
                name = query.fieldname
                return name is None or bool(document.terms.get(name) or document.numbers.get(name))
        if query == NullQuery:
            return False
        raise TypeError(f"the oracle does not know {type(query).__name__}")

    def hits(self, query: Query, number: int, name: str) -> set[tuple[int, int]]:
        """Return the ranges in a field of one document that positive words and phrases of a query stand at.

        A document that does not answer the query has none; nor do words under a ``Not``, nor ``Every``.
        """
        if number not in self.documents(query):
            return set()
        return self._ranges(query, self._documents[number], name)

    def _ranges(self, query: Query, document: OracleDocument, name: str) -> set[tuple[int, int]]:
        match query:
            case And() | Or() | DisjunctionMax():
                return self._joined(query.subqueries, document, name)
            case AndMaybe() | Require() | Otherwise():
                return self._joined((query.a, query.b), document, name)
            case AndNot():
                return self._ranges(query.a, document, name)
            case ConstantScoreQuery():
                return self._ranges(query.child, document, name)
            case Phrase() if query.fieldname == name:
                found = phrase_places(document.terms.get(name, ()), query.words, query.slop)
                return {(first.start, last.end) for first, last in found}
        test = term_test(query)
        if test is None or query.field() != name:
            return set()
        return {(term.start, term.end) for term in document.terms.get(name, ()) if test(term.text)}

    def _joined(self, queries: Sequence[Query], document: OracleDocument, name: str) -> set[tuple[int, int]]:
        return set().union(*(self._ranges(query, document, name) for query in queries))
