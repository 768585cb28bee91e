"""A slow reader of query trees that scans texts term by term: what the index must agree with."""

import re
from dataclasses import dataclass, field
from typing import Any

from rapidfuzz.distance import OSA

from storage.domain.search import Span
from storage.index import tree as q
from storage.index.analysis import is_run_character, tokenise
from storage.index.documents import IndexedDocument
from storage.index.queries import Days, Forms
from storage.index.stemming import primary, stem, stemming_language

_ANSWERS: dict[int, tuple[q.Query, dict[tuple[str, str], bool]]] = {}


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


def _known(query: q.Query, word: str, language: str) -> bool:
    answers = _ANSWERS.setdefault(id(query), (query, {}))[1]
    if (word, language) not in answers:
        answers[word, language] = _word_matches(query, word, language)
    return answers[word, language]


def _chain_places(query: Any, terms: list[tuple[int, str]]) -> list[tuple[int, int]]:  # noqa: C901
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


def leaf_places(query: Any, scanned: ScannedDocument) -> list[tuple[int, int]]:
    terms = scanned.fields.get(query.fieldname, [])
    if isinstance(query, q.Phrase):
        return _chain_places(query, terms)
    language = primary(scanned.document.language)
    wanted = {word for word in {word for _, word in terms} if _known(query, word, language)}
    return [(position, position) for position, word in terms if word in wanted]


def matches(query: Any, scanned: ScannedDocument) -> bool:  # noqa: C901
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


def _places(query: Any, scanned: ScannedDocument) -> list[tuple[int, int]]:
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
