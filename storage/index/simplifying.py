"""A parsed query made simpler without a change of what it finds.

Whoosh's own ``normalize`` does not keep the meaning: ``*:* AND peace`` becomes every document, and two ranges that one
document may meet with two words become the range they share.
"""

from storage.index import tree as q


def simplified(query: q.Query) -> q.Query:
    """Return a query with the same documents and hits: parts without words left out, nested and double ones joined."""
    match query:
        case q.And() | q.Or():
            return _joined(query)
        case q.Not():
            inner = simplified(query.query)
            return q.NullQuery if inner == q.NullQuery else q.Not(inner, boost=query.boost)
        case q.BinaryQuery():
            return _of_two(type(query), simplified(query.a), simplified(query.b))
    return query


def _joined(query: q.And | q.Or) -> q.Query:
    """Simplify the parts of a conjunction or disjunction; of what is asked for twice one is kept."""
    parts: dict[q.Query, None] = {}
    for part in map(simplified, query.subqueries):
        if type(part) is type(query) and part.boost == 1.0:
            parts |= dict.fromkeys(part.subqueries)
        elif part != q.NullQuery:
            parts[part] = None
    if not parts:
        return q.NullQuery
    only, *others = parts
    if others:
        return type(query)(list(parts), boost=query.boost)
    return only if query.boost == 1.0 else only.with_boost(getattr(only, "boost", 1.0) * query.boost)


def _of_two(kind: type[q.BinaryQuery], first: q.Query, second: q.Query) -> q.Query:
    """Join two parts; one without words asks for nothing, so that the other stands alone."""
    if second == q.NullQuery:
        return first
    if first == q.NullQuery:
        return q.NullQuery if kind is q.AndNot else second
    return kind(first, second)
