"""A query tree in words, so that the reader sees what the typed words were read as."""

from datetime import date

from storage.index import tree as q
from storage.index.fields import DEFAULT_BOOSTS
from storage.index.queries import Chain, Days, Forms

_FIELDS = {"text": "the text", "boilerplate": "the boilerplate", "lang": "the language"}


def in_words(query: q.Query) -> str:
    """Say what a query matches."""
    return _say(query) or "nothing: there is no word in the query"


def _say(query: q.Query) -> str:
    match query:
        case q.Or() if (common := _everywhere(query)) is not None:
            return _leaf(common)
        case q.And() | q.Or() | q.DisjunctionMax():
            joint = " and " if isinstance(query, q.And) else " or "
            return joint.join(filter(None, map(_part, query.subqueries)))
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
    words = _say(query)
    simple = not isinstance(query, q.And | q.Or | q.BinaryQuery) or _everywhere(query) is not None
    return words if simple or not words else f"({words})"


def _everywhere(query: q.Query) -> q.Query | None:
    """Return the leaf that a query looks for in all fields searched by default, or None."""
    if not isinstance(query, q.Or) or {part.field() for part in query.subqueries} != set(DEFAULT_BOOSTS):
        return None
    parts = {_leaf(part) for part in query.subqueries}
    return query.subqueries[0] if len(parts) == 1 and len(query.subqueries) == len(DEFAULT_BOOSTS) else None


def _place(query: q.Query) -> str:
    field = query.field()
    return f" in {_FIELDS.get(field, f'the field {field}')}" if field and field != "date" else ""


def _leaf(query: q.Query) -> str:
    match query:
        case Forms():
            return f"“{query.text}” and its forms"
        case Chain() | q.Phrase():
            return _chain(query)
        case q.Term():
            return f"“{query.text}”"
        case q.Prefix():
            return f"words beginning with “{query.text}”"
        case q.FuzzyTerm():
            return f"words like “{query.text}” ({query.maxdist} letters apart at most)"
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
