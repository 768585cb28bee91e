"""The commonest forms of query read without Whoosh's parser, which takes a millisecond, into the very same trees.

These are words, ``"phrases"`` and ``pref*`` next to each other or joined by AND, OR and NOT. Where there is anything
else in a query, even one bracket, the whole of it is left to the parser.
"""

import re
from collections.abc import Callable

from storage.index import tree as q

_WORD = r"[^\W_]+(?:['’-][^\W_]+)*"
_PART = re.compile(rf'(?P<word>{_WORD})(?P<star>\*)?|"(?P<phrase>{_WORD}(?: {_WORD})*)"')
_ALL = re.compile(rf'(?:{_WORD}\*?|"{_WORD}(?: {_WORD})*")(?: +(?:{_WORD}\*?|"{_WORD}(?: {_WORD})*"))*')
_OTHER_OPERATORS = frozenset(("ANDNOT", "ANDMAYBE", "REQUIRE"))

Read = Callable[[str], q.Query | None]
"""Returns the query for a word, the beginning of one or a phrase, in all fields searched by default."""


class _NotCommonError(Exception):
    """The query is not one of the common forms."""


def read_directly(text: str, word: Read, beginning: Read, phrase: Read) -> q.Query | None:
    """Return the tree of a query of a common form, None for any other.

    NOT binds first, then AND, then OR; what merely stands next to each other must all be there.
    """
    parts: list[str | q.Query] = []
    try:
        for plain, star, quoted in _pieces(text):
            if quoted:
                parts.append(_known(phrase(quoted)))
            elif star:
                parts.append(_known(beginning(plain)))
            elif plain in ("AND", "OR", "NOT"):
                parts.append(plain)
            elif plain in _OTHER_OPERATORS:
                return None
            else:
                parts.append(_known(word(plain)))
        if len(parts) == 1 and not isinstance(parts[0], str):
            return parts[0]
        return _compound(q.And, [_compound(q.Or, each) for each in _groups(parts)])
    except _NotCommonError:
        return None


def _pieces(text: str) -> list[tuple[str, str, str]]:
    """Cut a query into words, each perhaps with a star, and phrases."""
    if text.isascii():  # most queries, for which no pattern need be tried
        if text.replace(" ", "").isalnum():
            return [(word, "", "") for word in text.split()]
        inside = text[1:-1]
        if text[:1] == text[-1:] == '"' and all(map(str.isalnum, inside.split(" "))):
            return [("", "", inside)]
        if text[-1:] == "*" and text[:-1].isalnum():
            return [(text[:-1], "*", "")]
    if not _ALL.fullmatch(text):
        raise _NotCommonError
    return [(match["word"] or "", match["star"] or "", match["phrase"] or "") for match in _PART.finditer(text)]


def _known(query: q.Query | None) -> q.Query:
    if query is None or query is q.NullQuery:
        raise _NotCommonError
    return query


def _groups(parts: list[str | q.Query]) -> list[list[q.Query]]:
    """Return what must all be there, each as its alternatives."""
    groups: list[list[list[q.Query]]] = []
    joint, negated = "", False
    for part in parts:
        if part == "NOT" and not negated:
            negated = True
        elif isinstance(part, str):
            if joint or negated or not groups:
                raise _NotCommonError
            joint = part
        else:
            query = q.Not(part) if negated else part
            if joint == "AND":
                groups[-1][-1].append(query)
            elif joint == "OR":
                groups[-1].append([query])
            else:
                groups.append([[query]])
            joint, negated = "", False
    if joint or negated:
        raise _NotCommonError
    return [[_compound(q.And, each) for each in group] for group in groups]


def _compound(kind: type[q.And] | type[q.Or], parts: list[q.Query]) -> q.Query:
    """Join parts as Whoosh's ``normalize`` leaves them: of one kind in one level, each once."""
    if len(parts) == 1:
        return parts[0]
    flat: dict[q.Query, None] = {}
    for part in parts:
        flat.update(dict.fromkeys(part.subqueries if isinstance(part, kind) else (part,)))
    return next(iter(flat)) if len(flat) == 1 else kind(list(flat))
