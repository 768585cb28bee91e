"""What Whoosh offers over our reader against the same over an index of Whoosh's own, made of the same documents."""

import random
from collections.abc import Iterator
from datetime import date
from itertools import permutations
from typing import Any

import pytest
from whoosh import fields as whoosh_fields
from whoosh import sorting
from whoosh.filedb.filestore import RamStorage
from whoosh.searching import Searcher
from whoosh.util.numeric import byte_to_length, length_to_byte

from storage.domain.ids import DocumentId
from storage.index import tree as q
from storage.index.analysis import terms_of
from storage.index.documents import IndexedDocument
from storage.index.evaluation import Evaluation
from storage.index.queries import Forms
from storage.index.whoosh_analysis import FoldedAnalyzer

WORDS = (
    *("peace", "treaty", "treaties", "war", "nation", "nations", "party", "delegation", "visit", "host", "talks"),
    *("summit", "élan", "Straße", "中国", "共产党"),
)
KINDS = ("official organ", "sample", "scholarship")


def is_kept_exactly(words: list[str]) -> bool:
    """Tell whether Whoosh's own index, which keeps the length of a text in one byte, keeps that of these words."""
    length = len(terms_of(" ".join(words)))
    return byte_to_length(length_to_byte(length)) == length


def made(number: int, chance: random.Random) -> IndexedDocument:
    words: list[str] = []
    while not (words and is_kept_exactly(words)):
        words = chance.choices(WORDS, weights=[*range(len(WORDS), 0, -1)], k=chance.randrange(3, 50))
    day = date(1990 + chance.randrange(20), 1 + chance.randrange(12), 1 + chance.randrange(28)).toordinal()
    return IndexedDocument(
        DocumentId(number),
        "s",
        ". ".join(words),
        "en",
        f"{chance.choice(WORDS)} {chance.choice(WORDS)}",
        attributes={"kind": (chance.choice(KINDS),), "tag": (f"tag{number % 5}",)},
        dates=((day, day),),
    )


@pytest.fixture
def documents() -> list[IndexedDocument]:
    chance = random.Random(11)
    return [made(number, chance) for number in range(1, 151)]


@pytest.fixture
def stock(documents: list[IndexedDocument]) -> Iterator[Searcher]:
    """Return a searcher over an index in memory as Whoosh itself writes one."""
    text = whoosh_fields.TEXT(FoldedAnalyzer(), phrase=True, stored=True)
    kind = whoosh_fields.TEXT(FoldedAnalyzer(), phrase=True, sortable=True)
    day = whoosh_fields.ID(sortable=True)
    schema = whoosh_fields.Schema(text=text, title=text, kind=kind, tag=kind, date=day)
    index = RamStorage().create_index(schema)
    writer = index.writer()
    for document in documents:
        writer.add_document(
            text=document.text,
            title=document.title,
            kind=document.attributes["kind"][0],
            tag=document.attributes["tag"][0],
            date=date.fromordinal(document.dates[0][0]).isoformat(),
        )
    writer.commit()
    with index.searcher() as searcher:
        yield searcher


@pytest.fixture
def ours(index, documents: list[IndexedDocument], fetching) -> Iterator[Searcher]:
    """Return Whoosh's searcher over our reader."""
    index.replace(documents)
    with index.reader(fetching(documents)) as reader:
        yield Searcher(reader)


def term(word: str, field: str = "text", boost: float = 1.0) -> q.Term:
    return q.Term(field, word, boost=boost)


QUERIES = (
    term("peace"),
    term("war", "title", 3.0),
    term("elan"),
    term("中国"),
    q.And([term("peace"), term("treaty")]),
    q.And([term("peace"), q.Or([term("treaty"), term("war", boost=2.0)]), q.Not(term("nation"))]),
    q.Or([term("summit"), term("strasse"), term("host", "title")]),
    q.Or([term("summit"), term("strasse")], boost=3.0),
    q.AndNot(term("peace"), term("war")),
    q.AndMaybe(term("peace"), term("summit", boost=2.0)),
    q.Require(term("peace"), term("war", "title")),
    q.Not(term("peace")),
    q.Every(),
    q.Every("title"),
    q.ConstantScoreQuery(term("war"), 2.5),
    q.Prefix("text", "trea"),
    q.Wildcard("text", "n?tion*"),
    q.Regex("text", "(war|peace)$"),
    q.FuzzyTerm("text", "visot", maxdist=1),
    q.FuzzyTerm("text", "tready", maxdist=2, prefixlength=2),
    q.TermRange("text", "n", "party"),
    q.TermRange("text", "nation", "peace", True, True),
    q.Phrase("text", ["peace", "treaty"]),
    q.Phrase("text", ["peace", "war"], slop=3),
)


def in_order(pairs) -> list[int]:
    return [document for document, _ in sorted(pairs, key=lambda pair: (-round(pair[1], 6), pair[0]))]


def agree(one: dict[int, float], other: dict[int, float]) -> bool:
    """Tell whether no two documents stand one way round here and the other way round there; ties are no order."""
    return not any(
        one[first] > one[second] + 1e-6 and other[first] < other[second] - 1e-6
        for first, second in permutations(one, 2)
    )


def ranked(searcher: Any, query: q.Query) -> list[tuple[int, float]]:
    return [(hit.docnum, hit.score) for hit in searcher.search(query, limit=None)]


@pytest.mark.parametrize("query", QUERIES, ids=repr)
def test_the_same_documents_and_order(stock: Any, ours: Any, query: q.Query) -> None:
    expected = dict(ranked(stock, query))
    found = Evaluation(ours.reader().source).found(query)
    evaluated = dict(zip(found.documents.tolist(), found.scores.tolist(), strict=True))
    assert expected
    assert dict(ranked(ours, query)) == pytest.approx(expected)
    assert evaluated.keys() == expected.keys()
    if not isinstance(query, q.Phrase):  # Whoosh adds up what the words of a phrase weigh alone
        assert agree(evaluated, expected)


def test_words_are_put_right_alike(stock: Any, ours: Any) -> None:
    for word in ("peaxe", "treety", "delegazion", "visitt", "hst", "sumit", "zzzzzz"):
        for most in (1, 2):
            expected = stock.corrector("text").suggest(word, limit=5, maxdist=most)
            assert ours.corrector("text").suggest(word, limit=5, maxdist=most) == expected


def test_groups_and_orders_are_alike(stock: Any, ours: Any) -> None:
    for field in ("kind", "tag", "date"):
        for query in (term("peace"), q.Every()):
            groups = [
                each.search(query, limit=None, groupedby=sorting.FieldFacet(field)).groups() for each in (ours, stock)
            ]
            assert {name: sorted(numbers) for name, numbers in groups[0].items()} == {
                name: sorted(numbers) for name, numbers in groups[1].items()
            }
            for reverse in (False, True):
                orders = [
                    [hit.docnum for hit in each.search(query, limit=None, sortedby=field, reverse=reverse)]
                    for each in (ours, stock)
                ]
                assert orders[0] == orders[1], (field, reverse)


def test_several_facets_at_once_sort_alike(stock: Any, ours: Any) -> None:
    facet = sorting.MultiFacet([sorting.FieldFacet("kind"), sorting.FieldFacet("date", reverse=True)])
    orders = [[hit.docnum for hit in each.search(q.Every(), limit=None, sortedby=facet)] for each in (ours, stock)]
    assert orders[0] == orders[1]


def test_key_terms_and_similar_documents_are_alike(stock: Any, ours: Any) -> None:
    for query in (term("summit"), term("strasse")):
        keys = [dict(each.search(query, limit=10).key_terms("text", docs=5, numterms=5)) for each in (ours, stock)]
        assert keys[0] == pytest.approx(keys[1])
        alike = [
            in_order([(hit.docnum, hit.score) for hit in each.search(query, limit=1)[0].more_like_this("text", top=8)])
            for each in (ours, stock)
        ]
        assert alike[0] == alike[1]


def test_highlights_are_alike(stock: Any, ours: Any) -> None:
    for query in (term("elan"), term("strasse"), q.Prefix("text", "trea"), q.And([term("peace"), term("war")])):
        shown = [
            {hit.docnum: hit.highlights("text", top=2) for hit in each.search(query, limit=20)}
            for each in (ours, stock)
        ]
        assert shown[0] == shown[1]
        assert all(shown[0].values())


def test_whoosh_finds_the_forms_that_we_find(ours: Any) -> None:
    for query in (Forms("text", "nation"), Forms("text", "treaties"), q.And([Forms("text", "war"), term("peace")])):
        found = Evaluation(ours.reader().source).found(query)
        theirs = ranked(ours, query)
        assert in_order(zip(found.documents.tolist(), found.scores.tolist(), strict=True)) == in_order(theirs)
        assert theirs
