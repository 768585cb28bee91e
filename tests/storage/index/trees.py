"""Queries of the plain scan as Whoosh's trees, built by hand, so that the parser has no part in what is compared."""

from storage.index import tree as q
from storage.index.fields import DEFAULT_BOOSTS
from storage.index.parsing import chain
from storage.index.queries import Chain, Days, Forms
from storage.text.folding import fold
from tests.storage.index.plain_scan import Group, Leaf, days_meant, folded_letters, units


def tree_of(query: Leaf | Group) -> q.Query:
    """Return the tree that stands for a query."""
    if isinstance(query, Leaf):
        return _leaf_tree(query)
    parts = [tree_of(part) for part in query.parts]
    boost = float(query.boost)
    match query.operator:
        case "AND":
            return q.And(parts, boost=boost)
        case "OR":
            return q.Or(parts, boost=boost)
        case "BEST":
            return q.DisjunctionMax(parts, boost=boost)
        case "CONSTANT":
            return q.ConstantScoreQuery(parts[0], boost)
        case "NOT":
            return q.Not(parts[0])
    return {"ANDNOT": q.AndNot, "ANDMAYBE": q.AndMaybe, "REQUIRE": q.Require}[query.operator](*parts)


def _leaf_tree(leaf: Leaf) -> q.Query:
    if leaf.kind == "days":
        return Days(*days_meant(leaf.words, leaf.last, leaf.loose), "", float(leaf.boost))
    if leaf.kind == "every":
        return q.Every(leaf.field, boost=float(leaf.boost))
    if leaf.field is not None:
        return _in_field(leaf, leaf.field, float(leaf.boost))
    return q.Or([_in_field(leaf, field, leaf.boost * weight) for field, weight in DEFAULT_BOOSTS.items()])


def _in_field(leaf: Leaf, field: str, boost: float) -> q.Query:
    found = units(leaf.words)
    words = [unit.text for unit in found]
    has_runs = any(unit.in_run for unit in found)
    match leaf.kind:
        case "word" if len(words) == 1 and not has_runs:
            return Forms(field, words[0], boost)
        case "phrase" if len(words) > 1 and not has_runs:
            return q.Phrase(field, words, slop=leaf.loose, boost=boost)
        case "prefix" if len(words) == 1 and not has_runs:
            return q.Prefix(field, words[0], boost=boost)
        case "prefix":
            made = chain(field, words, 1, boost)
            if found[-1].in_run or not isinstance(made, Chain):
                return made
            return Chain(field, made.words, made.offsets, boost=boost, open_end=True)
        case "wildcard":
            return q.Wildcard(field, fold(leaf.words), boost=boost)
        case "regex":
            return q.Regex(field, folded_letters(leaf.words), boost=boost)
        case "fuzzy":
            return q.FuzzyTerm(field, fold(leaf.words), boost=boost, maxdist=leaf.loose, prefixlength=leaf.fixed)
        case "range":
            low, high = fold(leaf.words) or None, fold(leaf.last) or None
            return q.TermRange(field, low, high, bool(leaf.loose & 1), bool(leaf.loose & 2), boost=boost)
    return chain(field, words, leaf.loose if leaf.kind == "phrase" else 1, boost)
