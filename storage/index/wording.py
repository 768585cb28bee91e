"""A query tree in words, so that the reader sees what the typed words were read as."""

from collections.abc import Callable, Iterable
from datetime import date
from functools import reduce

from storage.index import tree as q
from storage.index.fields import DATE, DEFAULT_BOOSTS, STEMMED
from storage.index.queries import Chain, Days, Forms
from storage.sentences import joined, say

_DEFAULT_FIELDS = set(DEFAULT_BOOSTS)
_FIELDS = {"text": say("the text"), "boilerplate": say("the boilerplate"), "lang": say("the language")}


def in_words(query: q.Query) -> str:
    """Say what a query matches."""
    return _say(query) or say("nothing: there is no word in the query")


def _say(query: q.Query) -> str:
    match query:
        case q.And():
            return _listed(filter(None, map(_part, query.subqueries)), lambda a, b: say("{a} and {b}", a=a, b=b))
        case q.Or() | q.DisjunctionMax():
            return _any_of(_alternatives(query))
        case q.Not():
            return say("not {words}", words=_part(query.query))
        case q.AndNot():
            return say("{a}, but not {b}", a=_part(query.a), b=_part(query.b))
        case q.AndMaybe():
            return say("{a}, better with {b}", a=_part(query.a), b=_part(query.b))
        case q.Require():
            return say("{a}, only where also {b}", a=_part(query.a), b=_part(query.b))
        case q.ConstantScoreQuery():
            return _say(query.child)
    words, field = _leaf(query), query.field()
    if not field or field == DATE:
        return words
    return say("{words} in {field}", words=words, field=_FIELDS.get(field) or say("the field {name}", name=field))


def _listed(parts: Iterable[str], join: Callable[[str, str], str]) -> str:
    said = list(parts)
    return reduce(join, said) if said else ""


def _any_of(alternatives: list[str]) -> str:
    return _listed(alternatives, lambda a, b: say("{a} or {b}", a=a, b=b))


def _part(query: q.Query) -> str:
    """Say what a part of a query matches, in brackets where it is more than one thing."""
    if isinstance(query, q.Or):
        alternatives = _alternatives(query)
        words, several = _any_of(alternatives), len(alternatives) > 1
    else:
        words, several = _say(query), isinstance(query, q.And | q.BinaryQuery)
    return joined("", ("(", words, ")")) if several and words else words


def _alternatives(query: q.Or | q.DisjunctionMax) -> list[str]:
    """Say what each part of a query matches; the same words in all fields searched by default are one part."""
    said = []
    parts = query.subqueries
    at = 0
    while at < len(parts):
        group = parts[at : at + len(DEFAULT_BOOSTS)]
        words = _leaf(group[0]) if {part.field() for part in group} == _DEFAULT_FIELDS else ""
        is_one = bool(words) and all(_leaf(part) == words for part in group[1:])
        said.append(words if is_one else _part(parts[at]))
        at += len(group) if is_one else 1
    return [words for words in said if words]


def _leaf(query: q.Query) -> str:
    match query:
        case Forms():
            return say("“{word}” or a form of it", word=query.text) if query.fieldname in STEMMED else f"“{query.text}”"
        case Chain() | q.Phrase():
            return _chain(query)
        case q.Term():
            return f"“{query.text}”"
        case q.Prefix():
            return say("words beginning with “{word}”", word=query.text)
        case q.FuzzyTerm():
            return say("words like “{word}”, changed letters: {count} at most", word=query.text, count=query.maxdist)
        case q.Wildcard() | q.Regex():
            return say("words of the pattern “{pattern}”", pattern=query.text)
        case q.TermRange():
            return say("words from “{first}” to “{last}”", first=query.start or "", last=query.end or "")
        case Days():
            return say("dated {days}", days=_days(query))
        case q.Every():
            return say("every document")
    return "" if query.is_leaf() and not query.has_terms() else str(query)


def _chain(query: q.Phrase) -> str:
    words = query.words[0]
    for word in query.words[1:]:
        words += word[1:] if len(word) == 2 and words[-1] == word[0] and not word.isascii() else f" {word}"
    if getattr(query, "open_end", False):
        words += "…"
    if query.slop > 1:
        return say("the words “{words}” with up to {count} words between neighbours", words=words, count=query.slop - 1)
    return say("the words “{words}”", words=words)


def _days(query: Days) -> str:
    first, last = date.fromordinal(query.first), date.fromordinal(query.last)
    if query.first == 1:
        return say("up to {last}", last=last)
    return say("from {first} on", first=first) if last == date.max else say("{first} to {last}", first=first, last=last)
