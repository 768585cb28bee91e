"""Whoosh's own searcher over the index: the same documents in the same order, and the rest of what it offers."""

import random

import pytest
from whoosh import sorting
from whoosh.query.compound import Otherwise
from whoosh.query.spans import SpanFirst, SpanNear
from whoosh.query.terms import Variations
from whoosh.reading import IndexReader
from whoosh.searching import Searcher

from storage.domain.ids import DocumentId
from storage.domain.search import SearchRequest
from storage.index import tree as q
from storage.index.documents import IndexedDocument
from storage.index.evaluation import Evaluation
from storage.index.parsing import ReadQuery, chain
from storage.index.queries import Forms

WORDS = ("peace", "treaty", "war", "nation", "nations", "party", "delegation", "visit", "host", "talks", "summit")


@pytest.fixture
def documents():
    chance = random.Random(5)
    return [
        IndexedDocument(
            DocumentId(n),
            "s",
            " ".join(chance.choices(WORDS, k=chance.randrange(5, 60))),
            "en",
            f"Title {chance.choice(WORDS)}",
            attributes={"kind": (chance.choice(("official organ", "sample")),), "tag": (f"tag {n % 3}",)},
            dates=((700_000 + n, 700_000 + n),),
        )
        for n in range(1, 121)
    ]


def in_order(pairs):
    return [document for document, _ in sorted(pairs, key=lambda pair: (-round(pair[1], 9), pair[0]))]


QUERIES = [
    q.Term("text", "peace"),
    q.Term("text", "peace", boost=3.0),
    q.And([q.Term("text", "peace"), q.Term("text", "war")]),
    q.Or([q.Term("text", "peace"), q.Term("text", "war"), q.Term("title", "war", boost=2.0)]),
    q.Or([q.Term("text", "peace"), q.Term("text", "absent")], boost=2.0),
    q.AndNot(q.Term("text", "peace"), q.Term("text", "war")),
    q.AndMaybe(q.Term("text", "peace"), q.Term("text", "war")),
    q.Require(q.Term("text", "peace"), q.Term("text", "war")),
    q.And([q.Term("text", "peace"), q.Not(q.Term("text", "war"))]),
    q.ConstantScoreQuery(q.Term("text", "peace"), 3.0),
    q.Every(),
    Forms("text", "nation"),
    chain("text", ["peace", "treaty"]),
    q.And([Forms("text", "nation"), chain("text", ["war", "peace"], 3)]),
]
SAME_DOCUMENTS = [
    q.Prefix("text", "pe"),
    q.Wildcard("text", "*e*a*"),
    q.Regex("text", "t.*y"),
    q.FuzzyTerm("text", "traty"),
    q.TermRange("text", "nation", "peace"),
    q.Not(q.Term("text", "peace")),
    q.Phrase("text", ["peace", "war"]),
    q.Phrase("text", ["peace", "war"], slop=4),
    q.Every("tag"),
    # Whoosh 3.54 scores a document by alternatives that do not match it, so only documents are compared.
    q.DisjunctionMax([q.Term("text", "peace"), q.Term("text", "war")]),
]


@pytest.mark.parametrize("query", QUERIES, ids=repr)
def test_whoosh_ranks_as_we_do(index, documents, query):
    index.replace(documents)
    with index.reader() as reader:
        ours = Evaluation(reader.source).found(query)
        hits = Searcher(reader).search(query, limit=None)
        theirs = [(hit.docnum, hit.score) for hit in hits]
    assert in_order(zip(ours.documents.tolist(), ours.scores.tolist(), strict=True)) == in_order(theirs)
    assert theirs


@pytest.mark.parametrize("query", SAME_DOCUMENTS, ids=repr)
def test_whoosh_finds_what_we_find(index, documents, query):
    index.replace(documents)
    with index.reader() as reader:
        ours = Evaluation(reader.source).found(query).documents.tolist()
        theirs = sorted(hit.docnum for hit in Searcher(reader).search(query, limit=None))
    assert ours == theirs
    assert theirs


@pytest.mark.parametrize(
    "query",
    [
        SpanNear(q.Term("text", "peace"), q.Term("text", "war"), slop=2),
        SpanFirst(q.Term("text", "peace"), limit=3),
        Otherwise(q.Term("text", "absent"), q.Term("text", "peace")),
        Variations("text", "nation"),
    ],
    ids=repr,
)
def test_other_kinds_of_query_are_left_to_whoosh(index, documents, fetching, query, monkeypatch):
    index.replace(documents)
    monkeypatch.setattr("storage.index.search_index.read", lambda *_: ReadQuery(query, "", ""))
    result = index.search(SearchRequest("", limit=200), fetching(documents))
    with index.reader() as reader:
        theirs = {reader.stored_fields(hit.docnum)["document"] for hit in Searcher(reader).search(query, limit=None)}
    assert {hit.document for hit in result.hits} == theirs
    assert theirs
    if isinstance(query, SpanNear | SpanFirst):
        for hit in result.hits:
            text = documents[hit.document - 1].text
            assert hit.passages
            for passage in hit.passages:
                assert "peace" in text[passage.start : passage.end]


def test_the_reader_knows_its_terms(index, documents):
    index.replace(documents)
    index.remove([DocumentId(5)])
    texts = {each.id: each.text.split() for each in documents if each.id != 5}
    with index.reader() as reader:
        assert isinstance(reader, IndexReader)
        assert [term.decode() for term in reader.lexicon("text")] == sorted(
            {w for text in texts.values() for w in text}
        )
        assert [term.decode() for term in reader.expand_prefix("text", "t")] == ["talks", "treaty"]
        assert reader.doc_frequency("text", "peace") == sum("peace" in text for text in texts.values())
        assert reader.frequency("text", "peace") == sum(text.count("peace") for text in texts.values())
        assert reader.doc_count() == 119
        assert reader.has_deletions()
        assert not reader.is_deleted(0)
        assert reader.is_deleted(4)
        assert reader.field_length("text") == sum(map(len, texts.values()))
        assert ("text", b"peace") in reader
        assert ("text", b"absent") not in reader
        info = reader.term_info("text", "peace")
        assert info.doc_frequency() == reader.doc_frequency("text", "peace")
        assert len(list(reader.all_doc_ids())) == 119
        cursor = reader.cursor("text")
        assert cursor.find(b"tr") == b"treaty"
        assert cursor.next() == b"visit"
        assert reader.most_frequent_terms("text", 1)[0][0] > 0
        assert "text" in set(reader.indexed_field_names())


def test_spelling_facets_sorting_and_key_terms_work(index, documents, fetching):
    index.replace(documents)
    with index.reader(fetching(documents)) as reader:
        searcher = Searcher(reader)
        assert reader.corrector("text").suggest("delegatoin", maxdist=2) == ["delegation"]
        results = searcher.search(q.Term("text", "peace"), limit=None, groupedby=sorting.FieldFacet("kind"))
        groups = results.groups()
        assert set(groups) == {"official organ", "sample"}
        by_date = searcher.search(q.Term("text", "peace"), limit=None, sortedby="date", reverse=True)
        found = [hit["document"] for hit in by_date]
        assert found == sorted(found, reverse=True)
        assert len(found) == sum(map(len, groups.values()))
        (hit,) = searcher.search(q.Term("text", "summit"), limit=1)
        assert "summit" in hit.highlights("text", top=1).lower()
        assert searcher.search(q.Term("text", "peace"), limit=5).key_terms("text", docs=5, numterms=3)
        assert hit.more_like_this("text", top=3).scored_length() == 3
