"""Whoosh's kinds of query under one roof, imported from the modules that define them."""

from whoosh.query.compound import And, AndMaybe, AndNot, BinaryQuery, DisjunctionMax, Or, Require
from whoosh.query.positional import Phrase
from whoosh.query.qcore import Every, NullQuery, Query
from whoosh.query.ranges import TermRange
from whoosh.query.terms import FuzzyTerm, MultiTerm, Prefix, Regex, Term, Wildcard
from whoosh.query.wrappers import ConstantScoreQuery, Not

__all__ = [
    "And",
    "AndMaybe",
    "AndNot",
    "BinaryQuery",
    "ConstantScoreQuery",
    "DisjunctionMax",
    "Every",
    "FuzzyTerm",
    "MultiTerm",
    "Not",
    "NullQuery",
    "Or",
    "Phrase",
    "Prefix",
    "Query",
    "Regex",
    "Require",
    "Term",
    "TermRange",
    "Wildcard",
]
