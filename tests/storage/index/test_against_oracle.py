"""What readers type against a plain scan of the same texts: the same documents and hits, for any query and filter."""

import random
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from storage.domain.document import SourceClass
from storage.domain.ids import DocumentId
from storage.domain.search import YEAR, SearchFilter, SearchRequest, Span
from storage.index.documents import FetchTexts, IndexedDocument, SearchableText
from storage.index.parsing import ReadQuery
from storage.index.search_index import SearchIndex
from tests.storage.index.plain_scan import Group, Leaf, ScannedDocument, answers, hits
from tests.storage.index.trees import tree_of
from tests.storage.index.typed import (
    ENTITIES,
    PLAIN,
    VALUES,
    random_document,
    random_documents,
    random_leaf,
    random_query,
    typed_queries,
)

DOCUMENTS = random_documents(300, seed=20_040_831)
SCANNED = [ScannedDocument(document) for document in DOCUMENTS]
BY_ID = {document.id: document for document in DOCUMENTS}
ALWAYS = HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large


def searchable(document: IndexedDocument) -> SearchableText:
    return SearchableText(document.text, document.title, document.language, document.boilerplate)


def texts_of(by_id: dict[DocumentId, IndexedDocument]) -> FetchTexts:
    return lambda ids: {number: searchable(by_id[number]) for number in ids}


TEXTS = texts_of(BY_ID)


def live_in(index: SearchIndex) -> None:
    """Fill an index as the years do: several segments, replaced and removed documents, merges broken off."""
    draw = random.Random(3)
    strangers = [random_document(100_000 + number, draw) for number in range(40)]
    index.replace([random_document(int(document.id), draw) for document in DOCUMENTS[::7]] + strangers[:20])
    for start in range(0, len(DOCUMENTS), 25):
        index.replace(DOCUMENTS[start : start + 25])
        index.merge(0.001)
    index.replace(strangers[20:])
    index.remove([document.id for document in strangers])
    index.replace_attributes(DOCUMENTS[::11])


@pytest.fixture(scope="module", params=["lived in", "merged"])
def filled(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[SearchIndex]:
    path = tmp_path_factory.mktemp("oracle") / "archive.liaison.index"
    index = SearchIndex(path, "property test")
    live_in(index)
    while request.param == "merged" and index.merge(1.0):
        pass
    index.close()
    index = SearchIndex(path, "property test")
    yield index
    index.close()


def found_by(index: SearchIndex, request: SearchRequest, texts: FetchTexts) -> dict[DocumentId, list[Span]]:
    """Search for everything; the totals must be those of what is listed."""
    result = index.search(request, texts)
    found = {each.document: [Span(one.start, one.end) for one in each.passages] for each in result.hits}
    assert result.total_documents == len(found) == len(result.hits)
    assert result.total_passages == sum(map(len, found.values()))
    return found


def expected_of(query: Leaf | Group, passes: Callable[[IndexedDocument], bool]) -> dict[DocumentId, list[Span]]:
    allowed = [scanned for scanned in SCANNED if passes(scanned.document)]
    return {scanned.document.id: hits(query, scanned) for scanned in allowed if answers(query, scanned)}


EXAMPLES = (
    Leaf("word", "parties"),
    Leaf("word", "sky"),
    Leaf("word", "中国"),
    Leaf("word", "党"),
    Group("OR", (Leaf("word", "1956"), Leaf("every", "*"))),
    Group("AND", (Leaf("word", "peace", "text"), Leaf("every", "*", "text"))),
    Group("AND", (Leaf("range", "a", "text", 0, "d"), Leaf("range", "c", "text", 0, "p"))),
)


@pytest.mark.parametrize("part", range(5))
def test_fifty_typed_queries_find_what_a_scan_finds(filled: SearchIndex, part: int) -> None:
    draw = random.Random(f"typed {part}")
    for query in (*EXAMPLES, *(random_query(draw) for _ in range(50))):
        found = found_by(filled, SearchRequest(query.typed(), limit=1000), TEXTS)
        assert found == expected_of(query, lambda _document: True), query.typed()


@pytest.mark.parametrize("part", range(5))
def test_fifty_trees_find_what_a_scan_finds(filled: SearchIndex, part: int, monkeypatch: pytest.MonkeyPatch) -> None:
    draw = random.Random(f"trees {part}")
    for query in (random_query(draw, typeable=False) for _ in range(50)):
        understood = ReadQuery(tree_of(query), "", "")
        monkeypatch.setattr("storage.index.search_index.read", lambda *_, understood=understood: understood)
        found = found_by(filled, SearchRequest("", limit=1000), TEXTS)
        assert found == expected_of(query, lambda _document: True), understood.tree


@settings(max_examples=60, suppress_health_check=ALWAYS)
@given(query=typed_queries())
def test_documents_and_hits_are_those_of_a_scan(filled: SearchIndex, query: Leaf | Group) -> None:
    found = found_by(filled, SearchRequest(query.typed(), limit=1000), TEXTS)
    assert found == expected_of(query, lambda _document: True)


def some_of(values: tuple) -> st.SearchStrategy[frozenset]:
    return st.one_of(st.just(frozenset()), st.frozensets(st.sampled_from(values), max_size=2))


YEARS = st.one_of(st.none(), st.integers(1915, 2006))
FILTERS = st.builds(
    SearchFilter,
    entities=some_of(ENTITIES),
    documents=st.one_of(st.just(frozenset()), st.frozensets(st.sampled_from(sorted(BY_ID)), max_size=200)),
    source_classes=some_of(tuple(map(SourceClass, VALUES["kind"]))),
    languages=some_of(("en", "fr", "zh", "de")),
    tags=some_of(VALUES["tag"]),
    first_year=YEARS,
    last_year=YEARS,
)


def passes(document: IndexedDocument, wanted: SearchFilter) -> bool:
    """Tell whether a filter lets a document pass: one of the values of each kind that is asked for."""

    def has(asked: frozenset, values: object) -> bool:
        return not asked or not asked.isdisjoint(values)  # pyright: ignore[reportArgumentType]

    years = [(date.fromordinal(first).year, date.fromordinal(last).year) for first, last in document.dates]
    first, last = wanted.first_year, wanted.last_year
    return (
        has(wanted.entities, document.entities)
        and has(wanted.documents, {document.id})
        and has(wanted.source_classes, set(document.attributes["kind"]))
        and has(wanted.languages, {document.language.partition("-")[0]})
        and has(wanted.tags, set(document.attributes["tag"]))
        and (
            (first is None and last is None)
            or any((first is None or end >= first) and (last is None or start <= last) for start, end in years)
        )
    )


@settings(max_examples=60, suppress_health_check=ALWAYS)
@given(query=typed_queries(), wanted=FILTERS)
def test_filters_keep_what_a_reader_asked_for(filled: SearchIndex, query: Leaf | Group, wanted: SearchFilter) -> None:
    found = found_by(filled, SearchRequest(query.typed(), limit=1000, filter=wanted), TEXTS)
    assert found == expected_of(query, lambda document: passes(document, wanted))


def random_filter(draw: random.Random) -> SearchFilter:
    def some(values: tuple) -> frozenset:
        return frozenset(draw.sample(values, draw.choice((0, 0, 1, 2))))

    years = [draw.choice((None, None, 1920, 1955, 1990)) for _ in range(2)]
    return SearchFilter(
        entities=some(ENTITIES),
        documents=frozenset(draw.sample(sorted(BY_ID), draw.choice((0, 0, 30, 200)))),
        source_classes=some(tuple(map(SourceClass, VALUES["kind"]))),
        languages=some(("en", "fr", "zh", "de", "")),
        tags=some(VALUES["tag"]),
        first_year=years[0],
        last_year=years[1],
    )


def counted(documents: list[IndexedDocument]) -> set[tuple[str, str, int]]:
    """Count by hand how many documents have each value of the fields that are counted."""
    counts: Counter = Counter()
    for document in documents:
        for name in ("kind", "tag", "region", "country"):
            counts.update((name, value) for value in set(document.attributes[name]))
        if document.language:
            counts["lang", document.language] += 1
    return {(*value, number) for value, number in counts.items()}


def counted_by_year(documents: list[IndexedDocument]) -> list[tuple[int, int]]:
    counts: Counter[int] = Counter()
    for document in documents:
        spans = ((date.fromordinal(first).year, date.fromordinal(last).year) for first, last in document.dates)
        counts.update({year for first, last in spans for year in range(first, last + 1)})
    return sorted(counts.items())


def test_filters_and_counts_are_those_of_a_plain_count(filled: SearchIndex) -> None:
    draw = random.Random("filters")
    for _ in range(80):
        query, wanted = random_query(draw), random_filter(draw)
        request = SearchRequest(query.typed(), limit=1000, filter=wanted)
        found = found_by(filled, request, TEXTS)
        assert found == expected_of(query, lambda document, wanted=wanted: passes(document, wanted)), request
        facets = filled.search(request, with_facets=True).facets
        of_interest = {
            (each.field, each.value, each.documents)
            for each in facets
            if each.field in ("kind", "tag", "region", "country", "lang")
        }
        assert of_interest == counted([BY_ID[number] for number in found]), request
        of_all_years = replace(wanted, first_year=None, last_year=None)
        dated = expected_of(query, lambda document, wanted=of_all_years: passes(document, wanted))
        by_year = [(int(each.value), each.documents) for each in facets if each.field == YEAR]
        assert by_year == counted_by_year([BY_ID[number] for number in dated]), request


def test_the_last_word_of_what_is_being_typed_is_a_beginning(filled: SearchIndex) -> None:
    draw = random.Random("typing")
    for _ in range(40):
        first, last = random_leaf(draw), Leaf("prefix", draw.choice(PLAIN)[: draw.randrange(2, 6)])
        query = Group("AND", (first, last))
        typed = f"{first.typed()} {last.words}"
        found = found_by(filled, SearchRequest(typed, limit=1000, as_you_type=True), TEXTS)
        assert found == expected_of(query, lambda _document: True), typed


@settings(max_examples=50, suppress_health_check=ALWAYS)
@given(query=typed_queries())
def test_list_viewer_and_concordance_show_the_same_hits(filled: SearchIndex, query: Leaf | Group) -> None:
    found = found_by(filled, SearchRequest(query.typed(), limit=1000), TEXTS)
    lines = list(filled.concordance(SearchRequest(query.typed()), TEXTS))
    assert sorted((line.document, line.start, line.end) for line in lines) == sorted(
        (number, hit.start, hit.end) for number, spans in found.items() for hit in spans
    )
    for line in lines[:20]:
        text = BY_ID[line.document].text
        assert line.keyword == text[line.start : line.end]
        assert text[: line.start].endswith(line.left)
        assert text[line.end :].startswith(line.right)
    for number in list(found)[:20]:
        assert list(filled.hits(query.typed(), searchable(BY_ID[number]), number)) == found[number]


LONG = 700_000
LONG_TEXTS = {
    "words to the end": ("nation " * (LONG // 7) + "united front", 'text:"united front"', "united front"),
    "one space, then none": ("国" * LONG + "际", "国际", "国际"),
    "words on both sides of every cut": ("peace " * (LONG // 6) + "nation peace", '"nation peace"', "nation peace"),
}


@pytest.mark.parametrize("name", LONG_TEXTS)
def test_long_text_is_read_as_one(tmp_path: Path, name: str) -> None:
    text, query, last = LONG_TEXTS[name]
    document = IndexedDocument(DocumentId(1), "1", text, "en", "long")
    index = SearchIndex(tmp_path / "archive.liaison.index", "long")
    index.replace([document])
    found = found_by(index, SearchRequest(query), texts_of({document.id: document}))
    assert found == {document.id: [Span(len(text) - len(last), len(text))]}
    index.close()


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("国共", {1}),
        ("中国共产", {1}),
        ('"中国共产"', {1}),
        ('"国 共"', {1, 2, 3}),
        ('"国…共"', {1, 2, 3}),
        ('"国 共"~2', {1, 2, 3, 4}),
        ('"国…共"~2', {1, 2, 3, 4}),
        ('"中国 产党"~2', {1, 2, 3}),
    ],
)
def test_signs_part_characters_unless_the_query_has_signs_there_too(
    tmp_path: Path, typed: str, found: set[int]
) -> None:
    texts = ("中国共产党", "中国…共产党", "中国 共产党", "中国，和共产党")
    documents = [IndexedDocument(DocumentId(number), "1", text, "zh", "t") for number, text in enumerate(texts, 1)]
    index = SearchIndex(tmp_path / "archive.liaison.index", "signs")
    index.replace(documents)
    answer = found_by(index, SearchRequest(typed), texts_of({document.id: document for document in documents}))
    index.close()
    assert set(answer) == found


def test_words_before_a_long_run_are_next_to_it(tmp_path: Path) -> None:
    text = "peace 中" + "国" * LONG
    document = IndexedDocument(DocumentId(1), "1", text, "zh", "long")
    index = SearchIndex(tmp_path / "archive.liaison.index", "long")
    index.replace([document])
    found = found_by(index, SearchRequest('"peace 中国"'), texts_of({document.id: document}))
    assert found == {document.id: [Span(0, 8)]}
    index.close()


def test_boilerplate_far_into_a_text_stays_boilerplate(tmp_path: Path) -> None:
    text = "nation " * (LONG // 7) + "share this page"
    document = IndexedDocument(DocumentId(1), "1", text, "en", "long", boilerplate=(Span(len(text) - 15, len(text)),))
    index = SearchIndex(tmp_path / "archive.liaison.index", "long")
    index.replace([document, IndexedDocument(DocumentId(2), "1", "peace among nations", "en", "short")])
    texts = texts_of({document.id: document})
    assert found_by(index, SearchRequest("share"), texts) == {}
    assert list(found_by(index, SearchRequest("boilerplate:share"), texts)) == [document.id]
    index.close()


@pytest.mark.parametrize("title", ["", "?"])
@pytest.mark.parametrize("text", ["", "…"])
def test_document_without_any_word_is_indexed(tmp_path: Path, title: str, text: str) -> None:
    index = SearchIndex(tmp_path / "archive.liaison.index", "empty")
    index.replace([IndexedDocument(DocumentId(1), "1", text, "en", title)])
    assert index.stamps() == {DocumentId(1): "1"}
    assert index.search(SearchRequest("NOT peace")).total_documents == 1
    index.close()


def test_any_number_of_documents_can_be_listed(tmp_path: Path) -> None:
    index = SearchIndex(tmp_path / "archive.liaison.index", "many")
    index.replace(IndexedDocument(DocumentId(number), "1", "peace", "en", "t") for number in range(1, 40_001))
    assert len(index.search(SearchRequest("peace", limit=100_000)).hits) == 40_000
    index.close()
