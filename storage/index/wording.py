"""A query tree in words, so that the reader sees what the typed words were read as."""

from datetime import date

from storage.index import tree as q
from storage.index.fields import DATE, DEFAULT_BOOSTS, STEMMED
from storage.index.queries import Chain, Days, Forms

_FIELDS = {"text": "the text", "boilerplate": "the boilerplate", "lang": "the language"}


def in_words(query: q.Query) -> str:
    """Say what a query matches."""
    return _say(query) or "nothing: there is no word in the query"


def _say(query: q.Query) -> str:
    match query:
        case q.And():
            return " and ".join(filter(None, map(_part, query.subqueries)))
        case q.Or() | q.DisjunctionMax():
            return " or ".join(_alternatives(query))
        case q.Not():
            return f"not {_part(query.query)}"
        case q.AndNot():
            return f"{_part(query.a)}, but not {_part(query.b)}"
        case q.AndMaybe():
            return f"{_part(query.a)}, better with {_part(query.b)}"
        case q.Require():
            return f"{_part(query.a)}, only where also {_part(query.b)}"
        case q.ConstantScoreQuery():
            return _say(query.child)
    return _leaf(query) + _place(query)


def _part(query: q.Query) -> str:
    """Say what a part of a query matches, in brackets where it is more than one thing."""
    words = _say(query)
    several = isinstance(query, q.And | q.BinaryQuery) or (isinstance(query, q.Or) and len(_alternatives(query)) > 1)
    return f"({words})" if several and words else words


def _alternatives(query: q.Or | q.DisjunctionMax) -> list[str]:
    """Say what each part of a query matches; the same words in all fields searched by default are one part."""
    said = []
    parts = list(query.subqueries)
    while parts:
        group = parts[: len(DEFAULT_BOOSTS)]
        is_one = {part.field() for part in group} == set(DEFAULT_BOOSTS) and len({_leaf(part) for part in group}) == 1
        said.append(_leaf(group[0]) if is_one else _part(parts[0]))
        parts = parts[len(group) if is_one else 1 :]
    return [words for words in said if words]


def _place(query: q.Query) -> str:
    field = query.field()
    return f" in {_FIELDS.get(field, f'the field {field}')}" if field and field != DATE else ""


def _leaf(query: q.Query) -> str:
    match query:
        case Forms():
            return f"“{query.text}” or a form of it" if query.fieldname in STEMMED else f"“{query.text}”"
        case Chain() | q.Phrase():
            return _chain(query)
        case q.Term():
            return f"“{query.text}”"
        case q.Prefix():
            return f"words beginning with “{query.text}”"
        case q.FuzzyTerm():
            return f"words like “{query.text}”, changed letters: {query.maxdist} at most"
        case q.Wildcard() | q.Regex():
            return f"words of the pattern “{query.text}”"
        case q.TermRange():
            return f"words from “{query.start or ''}” to “{query.end or ''}”"
        case Days():
            return f"dated {_days(query)}"
        case q.Every():
            return "every document"
    return "" if query.is_leaf() and not query.has_terms() else str(query)


def _chain(query: q.Phrase) -> str:
    words = query.words[0]
    for word in query.words[1:]:
        words += word[1:] if len(word) == 2 and words[-1] == word[0] and not word.isascii() else f" {word}"
    if getattr(query, "open_end", False):
        words += "…"
    apart = f" with up to {query.slop - 1} words between neighbours" if query.slop > 1 else ""
    return f"the words “{words}”{apart}"


def _days(query: Days) -> str:
    first, last = date.fromordinal(query.first), date.fromordinal(query.last)
    if query.first == 1:
        return f"up to {last}"
    return f"from {first} on" if last == date.max else f"{first} to {last}"
