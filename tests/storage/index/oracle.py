<<<<<<< HEAD
"""A slow reader of query trees that scans texts term by term: what the index must agree with."""

import re

from dataclasses import dataclass, field

from rapidfuzz.distance import OSA

from storage.domain.search import Span
from storage.index import tree as q
from storage.index.analysis import is_run_character, tokenise
from storage.index.documents import IndexedDocument
from storage.index.queries import Chain, Days, Forms
from storage.index.stemming import primary, stem, stemming_language


@dataclass
class ScannedDocument:
    """The terms of one document by field, with positions and, for the text, ranges of code points."""

    document: IndexedDocument
    fields: dict[str, list[tuple[int, str]]] = field(default_factory=dict)
    spans: list[Span] = field(default_factory=list)


def scan(document: IndexedDocument) -> ScannedDocument:
    tokens = tokenise(document.text)
    scanned = ScannedDocument(document)
    starts, ends = tokens.starts_in_text().tolist(), tokens.ends_in_text().tolist()
    scanned.spans = [Span(start, end) for start, end in zip(starts, ends, strict=True)]
    scanned.fields = {"text": [], "boilerplate": []}
    for position, (start, word) in enumerate(zip(starts, tokens.words(), strict=True)):
        inside = any(span.start <= start < span.end for span in document.boilerplate)
        scanned.fields["boilerplate" if inside else "text"].append((position, word))
    scanned.fields["title"] = list(enumerate(tokenise(document.title).words()))
    for name, values in document.attributes.items():
        position, terms = 0, []
        for value in values:
            words = tokenise(value).words()
            terms += [(position + number, word) for number, word in enumerate(words)]
            position += len(words) + 100
        scanned.fields[name] = terms
    return scanned


def _word_matches(query: q.Query, word: str, language: str) -> bool:  # noqa: C901
    match query:
        case Forms():
            if word == query.text:
                return True
            stemmer = stemming_language(language, query.text)
            if not stemmer or query.fieldname not in ("text", "boilerplate", "title", "note"):
                return False
            wanted = stem(stemmer, query.text)
            shared = 0
            while shared < min(len(wanted), len(query.text)) and wanted[shared] == query.text[shared]:
                shared += 1
            starts = [query.text[:shared]] if shared >= min(3, len(query.text)) else [wanted, query.text]
            return stem(stemmer, word) == wanted and any(start and word.startswith(start) for start in starts)
        case q.Prefix():
            return word.startswith(query.text)
        case q.Wildcard():
            pattern = "".join(".*" if c == "*" else "." if c == "?" else re.escape(c) for c in query.text)
            return re.fullmatch(pattern, word) is not None
        case q.Regex():
            return re.match(query.text, word) is not None
        case q.FuzzyTerm():
            alike = word.startswith(query.text[: query.prefixlength])
            return alike and OSA.distance(word, query.text) <= query.maxdist
        case q.TermRange():
            above = query.start is None or (word > query.start if query.startexcl else word >= query.start)
            return above and (query.end is None or (word < query.end if query.endexcl else word <= query.end))
        case q.Term():
            return word == query.text
    raise AssertionError(query)


def _chain_places(query: q.Phrase, terms: list[tuple[int, str]]) -> list[tuple[int, int]]:
    words = query.words
    offsets = getattr(query, "offsets", tuple(range(len(words))))
    at = dict(terms)

    def fits(number: int, word: str) -> bool:
        sought = words[number]
        if getattr(query, "open_end", False) and number == len(words) - 1:
            return word.startswith(sought)
        if len(sought) == 1 and is_run_character(sought):
            return word.startswith(sought)
        return word == sought

    def ends_from(number: int, position: int) -> list[int]:
        if number == len(words) - 1:
            return [position]
        gap = offsets[number + 1] - offsets[number]
        inside_run = is_run_character(words[number][0]) and words[number][1:] == words[number + 1][:1]
        slack = 0 if inside_run else query.slop - 1
        found = []
        for following in range(position + gap, position + gap + slack + 1):
            if following in at and fits(number + 1, at[following]):
                found += ends_from(number + 1, following)
        return found

    overhang = 1 if len(words[-1]) == 2 and is_run_character(words[-1][0]) else 0
    places = []
    for position, word in terms:
        if fits(0, word):
            ends = ends_from(0, position)
            if ends:
                places.append((position, min(ends) + overhang))
    return places


def leaf_places(query: q.Query, scanned: ScannedDocument) -> list[tuple[int, int]]:
    terms = scanned.fields.get(query.fieldname, [])
    if isinstance(query, q.Phrase):
        return _chain_places(query, terms)
    language = primary(scanned.document.language)
    return [(position, position) for position, word in terms if _word_matches(query, word, language)]


def matches(query: q.Query, scanned: ScannedDocument) -> bool:
    match query:
        case q.And():
            return all(matches(part, scanned) for part in query.subqueries)
        case q.Or() | q.DisjunctionMax():
            return any(matches(part, scanned) for part in query.subqueries)
        case q.Not():
            return not matches(query.query, scanned)
        case q.AndNot():
            return matches(query.a, scanned) and not matches(query.b, scanned)
        case q.AndMaybe():
            return matches(query.a, scanned)
        case q.Require():
            return matches(query.a, scanned) and matches(query.b, scanned)
        case q.ConstantScoreQuery():
            return matches(query.child, scanned)
        case q.Every():
            return not query.fieldname or bool(scanned.fields.get(query.fieldname))
        case Days():
            return any(first <= query.last and last >= query.first for first, last in scanned.document.dates)
    if query == q.NullQuery:
        return False
    return bool(leaf_places(query, scanned))


def _places(query: q.Query, scanned: ScannedDocument) -> list[tuple[int, int]]:
    if isinstance(query, q.Not | q.Every | Days) or query == q.NullQuery or not matches(query, scanned):
        return []
    match query:
        case q.And() | q.Or() | q.DisjunctionMax():
            parts = query.subqueries
        case q.AndNot():
            parts = [query.a]
        case q.AndMaybe() | q.Require():
            parts = [query.a, query.b]
        case q.ConstantScoreQuery():
            parts = [query.child]
        case _:
            return leaf_places(query, scanned) if query.fieldname in ("text", "boilerplate") else []
    return [place for part in parts for place in _places(part, scanned)]


def hits(query: q.Query, scanned: ScannedDocument) -> list[Span]:
    united: list[list[int]] = []
    for first, last in sorted(_places(query, scanned)):
        if united and first <= united[-1][1]:
            united[-1][1] = max(united[-1][1], last)
        else:
            united.append([first, last])
    return [Span(scanned.spans[first].start, scanned.spans[last].end) for first, last in united]
=======
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
>>>>>>> bench
