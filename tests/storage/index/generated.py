"""Random documents and query trees for the property tests; small vocabularies, so that most queries find something."""

import random
from collections.abc import Sequence

from hypothesis import strategies as st
from whoosh.query.compound import And, AndMaybe, AndNot, DisjunctionMax, Or, Require
from whoosh.query.positional import Phrase
from whoosh.query.qcore import Every, Query
from whoosh.query.ranges import NumericRange, TermRange
from whoosh.query.terms import FuzzyTerm, Prefix, Regex, Term, Wildcard
from whoosh.query.wrappers import ConstantScoreQuery, Not

from storage.domain.ids import DocumentId, EntityId
from storage.domain.search import Span
from storage.index.documents import IndexedDocument

_WORDS = (
    "peace peaceful nation nations national united unity unit party parties delegation delegations delegate congress"
    " congo conga relation relations relative meeting meet met meets the of and to 1956 1957 2004 cpc"
)
SPELLINGS = (
    "Général", "gene\u0301ral", "GENERAL", "o\ufb03ce", "office", "ＣＰＣ", "CPC’s", "co\u00adoperation", "cooperation",
    "co-operation", "Straße", "strasse", "مُحَمَّد", "محمد", "中国共产党", "中国", "国际", "共产国际代表团", "人民日报",
    "日本語", "İstanbul", "ǆ", "😀", "e\u0301\u0327", "x²", "½", "naïve", "l’Humanité", "Москва", "москвы",
)  # fmt: skip
BETWEEN = (" ", " ", " ", " ", ", ", ". ", "\n", "\u00a0", " – ", "-", "/", "’", "“")
VALUES = {
    "author": ("Zhou Enlai", "Tito", "Li", "Jean Müller"),
    "region": ("Asia", "Europe", "North Africa"),
    "country": ("China", "France", "South Africa"),
    "party": ("CPC", "French Communist Party", "中国共产党"),
    "kind": ("official organ", "foreign media", "scholarship"),
    "tag": ("to quote", "peace", "check-dates"),
    "note": ("a fine nation", "see relations 1956", "peace?"),
}
LANGUAGES = ("en", "fr", "zh", "")


def random_text(draw: random.Random, longest: int) -> str:
    """Write up to so many words with whatever stands between words."""
    pieces: list[str] = []
    for _ in range(draw.randrange(longest + 1)):
        word = draw.choice(_WORDS.split()) if draw.random() < 0.8 else draw.choice(SPELLINGS)
        pieces += [word.capitalize() if draw.random() < 0.1 else word, draw.choice(BETWEEN)]
    return "".join(pieces)


def random_document(number: int, draw: random.Random) -> IndexedDocument:
    """Make up a document: now and then with boilerplate, without any words, or without a title."""
    text = random_text(draw, draw.choice((0, 5, 20, 60)))
    boilerplate: tuple[Span, ...] = ()
    if text and draw.random() < 0.2:
        start, end = sorted(draw.choices(range(len(text) + 1), k=2))
        boilerplate = (Span(start, end),) if start < end else ()
    attributes = {name: tuple(draw.sample(values, draw.choice((0, 0, 1, 1, 2)))) for name, values in VALUES.items()}
    first = draw.randrange(700_000, 732_000)
    return IndexedDocument(
        id=DocumentId(number),
        stamp=str(number),
        text=text,
        language=draw.choice(LANGUAGES),
        title=random_text(draw, 5),
        boilerplate=boilerplate,
        attributes=attributes,
        entities=frozenset(EntityId(f"country:{code}") for code in draw.sample(("CN", "FR", "ZA"), draw.randrange(3))),
        dates=draw.choice(((), ((first, first),), ((first, first + 365),))),
    )


def random_documents(count: int, seed: int) -> list[IndexedDocument]:
    """Make up so many documents, always the same for the same seed, with numbers that have gaps."""
    draw = random.Random(seed)
    numbers = sorted(draw.sample(range(1, count * 3), count))
    return [random_document(number, draw) for number in numbers]


def leaf_queries(terms: Sequence[str], fields: Sequence[str]) -> st.SearchStrategy[Query]:
    """Return queries without parts about terms that mostly exist, as the analyser writes them."""
    field = st.sampled_from(fields)
    term = st.one_of(st.sampled_from(terms), st.text("abcdenopt中国", min_size=1, max_size=5))
    beginning = st.builds(lambda text, length: text[:length], term, st.integers(1, 5))
    slop = st.sampled_from((1, 1, 2, 5))
    return st.one_of(
        st.builds(Term, field, term),
        st.builds(Term, field, term),
        st.builds(Phrase, field, st.lists(term, min_size=1, max_size=3), slop=slop),
        st.builds(Prefix, field, beginning),
        st.builds(Wildcard, field, st.builds(_with_wildcards, term, st.integers(0, 6), st.sampled_from("*?"))),
        st.builds(Regex, field, st.builds(_with_pattern, term, st.sampled_from((".", ".*", "[a-n]", "s?$", "(a|i)")))),
        st.builds(FuzzyTerm, field, term, maxdist=st.integers(1, 2), prefixlength=st.integers(0, 2)),
        st.builds(_term_range, field, term, term, st.booleans(), st.booleans()),
        st.builds(Every, st.one_of(st.none(), field)),
    )


def _with_wildcards(term: str, place: int, sign: str) -> str:
    return term[:place] + sign + term[place + 1 :]


def _with_pattern(term: str, pattern: str) -> str:
    return term[:2] + pattern


def _term_range(field: str, first: str, second: str, without_first: bool, without_second: bool) -> TermRange:
    low, high = sorted((first, second))
    return TermRange(field, low, high, without_first, without_second)


def date_queries(field: str) -> st.SearchStrategy[Query]:
    """Return ranges of days, closed or open at either end."""
    day = st.one_of(st.none(), st.integers(699_000, 733_000))
    return st.builds(NumericRange, st.just(field), day, day, st.booleans(), st.booleans())


def query_trees(leaves: st.SearchStrategy[Query]) -> st.SearchStrategy[Query]:
    """Return trees of a few levels over leaves."""

    def one_level(parts: st.SearchStrategy[Query]) -> st.SearchStrategy[Query]:
        several = st.lists(parts, min_size=1, max_size=4)
        return st.one_of(
            st.builds(And, several),
            st.builds(Or, several),
            st.builds(DisjunctionMax, several),
            st.builds(Not, parts),
            st.builds(AndNot, parts, parts),
            st.builds(AndMaybe, parts, parts),
            st.builds(Require, parts, parts),
            st.builds(ConstantScoreQuery, parts),
        )

    return st.recursive(leaves, one_level, max_leaves=6)
