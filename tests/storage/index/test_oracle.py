"""The index against a scan of the texts: every kind of query, documents and hits."""

import random
from datetime import date

import pytest

from storage.domain.ids import DocumentId
from storage.domain.search import SearchFilter, SearchRequest, Span
from storage.index import parsing
from storage.index import tree as q
from storage.index.analysis import is_run_character
from storage.index.documents import IndexedDocument
from storage.index.parsing import ReadQuery, chain, read
from storage.index.queries import Days, Forms
from tests.storage.index import oracle

WORDS = [
    "peace",
    "treaty",
    "treaties",
    "nation",
    "nations",
    "national",
    "united",
    "party",
    "parties",
    "CPC’s",
    "party-to-party",
    "cooperation",
    "cooperate",
    "cooperating",
    "the",
    "of",
    "and",
    "Ausschuß",
    "Länder",
    "Land",
    "café",
    "cafe",
    "naïve",
    "ﬁne",
    "policy",
    "policies",
    "war",
    "wars",
    "x",
    "xy",
    "xyz",
    "2004",
    "1,000",
    "мир",
    "партия",
    "партии",
    "советский",
    "cooperación",
    "naciones",
    "nación",
    "中国",
    "共产党",
    "中国共产党",
    "国际",
    "中",
    "党",
    "한국",
    "조선로동당",
    "日本",
    "東京都",
    "हिन्दी",
    "سلام",
    "שלום",
    "éte",
    "U.S.",
    "l’Europe",
]
LANGUAGES = ("en", "en-GB", "de", "ru", "es", "zh", "")


def random_text(chance: random.Random, words: int) -> str:
    parts = []
    for _ in range(words):
        parts.append(chance.choice(WORDS))
        parts.append(chance.choice((" ", " ", " ", "\u00a0", "\n", ", ", ". ", "", " — ")))
    return "".join(parts)


def random_document(chance: random.Random, number: int) -> IndexedDocument:
    text = random_text(chance, chance.randrange(60))
    start = chance.randrange(len(text) + 1)
    boilerplate = (Span(start, chance.randrange(start, len(text) + 1)),) if chance.random() < 0.3 else ()
    day = date(chance.randrange(1990, 2020), chance.randrange(1, 13), 5).toordinal()
    return IndexedDocument(
        DocumentId(number),
        "stamp",
        text,
        chance.choice(LANGUAGES),
        random_text(chance, 3),
        boilerplate,
        {"tag": tuple(random_text(chance, 1) for _ in range(chance.randrange(3))), "note": (random_text(chance, 5),)},
        dates=((day, day + chance.randrange(400)),) if chance.random() < 0.8 else (),
    )


def random_leaf(chance: random.Random) -> q.Query:
    field = chance.choice(("text", "text", "text", "title", "boilerplate", "tag", "note"))
    word = (parsing.terms_of(chance.choice(WORDS)) or ["x"])[0]
    boost = chance.choice((1.0, 2.0))
    if is_run_character(word[0]) or chance.random() < 0.3:
        words = parsing.terms_of(" ".join(chance.choices(WORDS, k=chance.randrange(1, 4))))
        slop = chance.choice((1, 1, 2, 5))
        if chance.random() < 0.2:
            return q.Phrase(field, words, slop=slop, boost=boost)
        made = chain(field, words, slop, boost)
        return parsing.opened(made) if chance.random() < 0.2 else made
    kinds = (
        lambda: Forms(field, word, boost),
        lambda: Forms(field, word, boost),
        lambda: q.Term(field, word, boost=boost),
        lambda: q.Prefix(field, word[: chance.randrange(1, 4)], boost=boost),
        lambda: q.Wildcard(field, chance.choice(("*", "?", word[:1])) + chance.choice((word[1:], "*" + word[-1:]))),
        lambda: q.Regex(field, f"{word[:1]}.*{word[-1:]}"),
        lambda: q.FuzzyTerm(field, word, maxdist=chance.choice((1, 2))),
        lambda: q.TermRange(field, min("c", word), max("c", word), chance.random() < 0.5, chance.random() < 0.5),
        lambda: Days(date(1995, 1, 1).toordinal(), date(chance.randrange(1995, 2010), 1, 1).toordinal(), ""),
        lambda: q.Every(chance.choice((None, field))),
    )
    return chance.choice(kinds)()


def random_tree(chance: random.Random, depth: int = 0) -> q.Query:
    if depth > 2 or chance.random() < 0.3:
        return random_leaf(chance)
    parts = [random_tree(chance, depth + 1) for _ in range(chance.randrange(2, 4))]
    return chance.choice(
        (
            lambda: q.And(parts),
            lambda: q.And([*parts, q.Not(random_tree(chance, depth + 1))]),
            lambda: q.Or(parts),
            lambda: q.Or(parts, boost=2.0),
            lambda: q.DisjunctionMax(parts),
            lambda: q.Not(parts[0]),
            lambda: q.AndNot(parts[0], parts[1]),
            lambda: q.AndMaybe(parts[0], parts[1]),
            lambda: q.Require(parts[0], parts[1]),
            lambda: q.ConstantScoreQuery(parts[0]),
        )
    )()


def random_words(chance: random.Random) -> str:
    """Return a query as somebody would type it."""

    def word() -> str:
        made = chance.choice(WORDS)
        return chance.choice(
            (
                made,
                made,
                made,
                f'"{made} {chance.choice(WORDS)}"',
                f'"{made} {chance.choice(WORDS)}"~4',
                f"{made[:3]}*",
                f"{made}~1",
                f"title:{made}",
                f"-{made}",
                f"NOT {made}",
                f"({made} OR {chance.choice(WORDS)})",
            )
        )

    return chance.choice((" ", " ", " AND ", " OR ", " ANDMAYBE ")).join(word() for _ in range(chance.randrange(1, 4)))


@pytest.mark.parametrize("seed", range(5))
def test_index_and_scan_agree(index, fetching, seed, monkeypatch):
    chance = random.Random(seed)
    documents = [random_document(chance, number) for number in range(1, 301)]
    index.replace(documents[:150])
    index.replace(documents[100:])
    changed = [random_document(chance, number) for number in range(50, 90)]
    documents[49:89] = changed
    index.replace(changed)
    index.remove([DocumentId(number) for number in range(10, 20)])
    documents = [document for document in documents if not 10 <= document.id < 20]
    scanned = [oracle.scan(document) for document in documents]
    texts = fetching(documents)
    for number in range(100):
        if number == 50:
            while index.merge(1):
                pass
        words = random_words(chance)
        tree = read(words).tree if number % 4 == 0 else random_tree(chance)
        monkeypatch.setattr("storage.index.search_index.read", lambda *_, tree=tree: ReadQuery(tree, "", ""))
        compare(index, texts, tree, scanned)


def compare(index, texts, tree, scanned):
    result = index.search(SearchRequest("", limit=400), texts)
    expected = {each.document.id: oracle.hits(tree, each) for each in scanned if oracle.matches(tree, each)}
    assert {hit.document for hit in result.hits} == expected.keys(), tree
    assert result.total_documents == len(expected), tree
    for hit in result.hits:
        assert [Span(passage.start, passage.end) for passage in hit.passages] == expected[hit.document], tree
    assert result.total_passages == sum(map(len, expected.values())), tree


def test_filters_narrow_totals_and_passages(index, fetching):
    chance = random.Random(7)
    documents = [random_document(chance, number) for number in range(1, 200)]
    index.replace(documents)
    for narrowing, passes in (
        (SearchFilter(languages=frozenset({"de"})), lambda each: each.language == "de"),
        (SearchFilter(documents=frozenset(map(DocumentId, range(20, 60)))), lambda each: 20 <= each.id < 60),
        (
            SearchFilter(first_year=2000, last_year=2005),
            lambda each: any(
                date.fromordinal(first).year <= 2005 and date.fromordinal(last).year >= 2000
                for first, last in each.dates
            ),
        ),
    ):
        result = index.search(SearchRequest("peace", limit=400, filter=narrowing), fetching(documents))
        tree = read("peace").tree
        scanned = [oracle.scan(each) for each in documents if passes(each)]
        expected = {each.document.id: oracle.hits(tree, each) for each in scanned if oracle.matches(tree, each)}
        assert {hit.document for hit in result.hits} == expected.keys()
        assert result.total_passages == sum(map(len, expected.values()))
        assert expected
