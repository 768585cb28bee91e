"""What somebody who searches notices: what is found, where, and what is said about it."""

import pickle
import sqlite3
import threading
from contextlib import closing
from dataclasses import replace
from datetime import date

import pytest

from storage.domain.document import SourceClass
from storage.domain.ids import DocumentId, EntityId
from storage.domain.search import YEAR, SearchFilter, SearchRequest, Span
from storage.errors import CancelledError
from storage.index import suggesting
from storage.index.building import prepare
from storage.index.documents import IndexedDocument, SearchableText
from storage.index.errors import ExpressionTooSlowError
from storage.index.fields import TEXT, TEXTS, mark
from storage.index.search_index import SearchIndex
from storage.index.segments import read_segments
from tests.storage.index.conftest import numbered


def found(index, query, **options):
    return {hit.document for hit in index.search(SearchRequest(query, limit=1000, **options)).hits}


def marked(index, query, text, language="en"):
    return [text[span.start : span.end] for span in index.hits(query, SearchableText(text, language=language))]


def test_a_space_that_does_not_break_is_a_space(index):
    index.replace(numbered("Source:\u00a0International\u00a0Relations", "International cooperation. Source: relations"))
    assert found(index, '"Source: International Relations"') == {1}
    assert found(index, "Source: International") == {1, 2}


@pytest.mark.parametrize("query", ["CPC", "CPC's", "CPC’s", "cpc", '"CPC’s delegation"', "CPC's delegation"])
def test_possessives_are_found_either_way(index, query):
    index.replace(numbered("The CPC’s delegation arrived.", "The CPC's delegation left.", "nothing"))
    assert found(index, query) == {1, 2}


def test_a_word_is_found_with_the_number_of_a_footnote_behind_it(index):
    text = "The treaty¹² of peace lasted 3½ years。条约①规定"
    index.replace(numbered(text))
    assert found(index, "treaty") == found(index, '"treaty of peace"') == found(index, "treaty¹²") == {1}
    assert found(index, "½") == found(index, "3½") == found(index, "3") == found(index, "条约") == {1}
    assert found(index, "12") == found(index, "treaty12") == found(index, "1") == set()
    assert marked(index, "treaty", text) == ["treaty"]
    assert marked(index, "3½", text) == ["3½"]
    assert marked(index, "½ OR 条约", text) == ["½", "条约"]


def test_hits_are_code_points_of_the_text(index):
    text = "𝔸 The CPC’s e\u0301lan: élan, naïve."
    assert marked(index, "elan", text) == ["e\u0301lan", "élan"]
    assert marked(index, "CPC's", text) == ["CPC’s"]
    assert marked(index, "naive", text) == ["naïve"]


def test_any_part_of_a_chinese_text_is_found(index):
    text = "中国共产党代表团访问朝鲜，中国共产党。"
    index.replace(numbered(text, "日本共産党", language="zh"))
    for start in range(len(text)):
        for end in range(start + 1, len(text) + 1):
            part = text[start:end].strip("，。")
            if part and "，" not in part:
                assert 1 in found(index, part), part
    assert marked(index, "共产党", text, "zh") == ["共产党", "共产党"]
    assert marked(index, "党", text, "zh") == ["党", "党"]


def test_chinese_words_that_share_a_character_may_stand_apart(index):
    texts = ("中国的国际关系", "中国国际关系", "中国际", "中国与他国的国际关系")
    index.replace(numbered(*texts, language="zh"))
    assert found(index, '"中国 国际"') == {2}
    assert found(index, '"中国 国际"~2') == {1, 2}


def test_forms_are_those_of_the_language_of_the_document(index):
    texts = ("two nations met", "the nation", "national day", "die Nationen")
    documents = [
        IndexedDocument(DocumentId(n), "s", text, language)
        for n, (text, language) in enumerate(zip(texts, ("en", "en", "en", "de"), strict=True), 1)
    ]
    index.replace(documents)
    assert found(index, "nation") == {1, 2, 3, 4}
    assert found(index, '"nation"') == {2}
    index.replace_attributes([replace(documents[3], language="en")])
    assert found(index, "nation") == {1, 2, 3}


def test_documents_prepared_by_another_process_keep_their_numbers(index):
    texts = numbered("peace", "war", "peace")
    documents = [replace(each, id=DocumentId(each.id + 2**40)) for each in texts]
    index.replace_prepared([pickle.loads(pickle.dumps(prepare(documents[:2]))), prepare(documents[2:])])
    assert found(index, "peace") == {2**40 + 1, 2**40 + 3}
    while index.merge(1.0):
        pass
    assert found(index, "peace") == {2**40 + 1, 2**40 + 3}
    assert index.verify() == ()


def test_boilerplate_is_found_wherever_it_stands_in_a_long_text(index, fetching):
    text = "peace talks " * 30_000 + "printed by nobody " + "war aims " * 5_000
    start = text.index("printed")
    document = IndexedDocument(DocumentId(1), "s", text, boilerplate=(Span(start, start + 17),))
    index.replace([document, IndexedDocument(DocumentId(2), "s", "after war", boilerplate=(Span(0, 5),))])
    result = index.search(SearchRequest("boilerplate:printed"), fetching([document]))
    assert [(passage.start, passage.end) for passage in result.hits[0].passages] == [(start, start + len("printed"))]
    assert found(index, "printed") == set()
    assert index.search(SearchRequest("war")).total_passages == 5_001


def test_boilerplate_is_found_only_on_demand(index, fetching):
    text = "Peace. Share this page: peace on the web."
    document = IndexedDocument(DocumentId(1), "s", text, "en", boilerplate=(Span(7, len(text)),))
    index.replace([document])
    result = index.search(SearchRequest("peace"), fetching([document]))
    assert result.total_passages == 1
    assert [passage.start for passage in result.hits[0].passages] == [0]
    assert found(index, "web") == set()
    assert found(index, "boilerplate:web") == {1}


def test_fields_filters_and_facets(index):
    documents = [
        IndexedDocument(
            DocumentId(number),
            "s",
            f"peace number {number}",
            language,
            title,
            attributes={
                "tag": tags,
                "kind": (kind.value,),
                "note": (note,),
                "author": ("Zhang San", "Li Si"),
                "country": ("South Africa",),
            },
            entities=frozenset({EntityId(f"country:{country}")}),
            dates=((date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()),),
        )
        for number, language, title, tags, kind, note, country, year in (
            (1, "en", "First report", ("to cite", "a"), SourceClass.OFFICIAL_ORGAN, "see page 5", "CN", 2004),
            (2, "zh", "第二", ("a",), SourceClass.SCHOLARSHIP, "", "KP", 2007),
            (3, "en-GB", "Third", (), SourceClass.SCHOLARSHIP, "doubtful claims", "CN", 1999),
        )
    ]
    index.replace(documents)
    assert found(index, "title:report") == {1}
    assert found(index, 'tag:"to cite"') == {1}
    assert found(index, "note:claim") == {3}
    assert found(index, "claim") == set()
    assert found(index, 'author:"Zhang San"') == {1, 2, 3}
    assert found(index, 'author:"San Li"') == set()
    assert found(index, "kind:scholarship peace") == {2, 3}
    assert found(index, "date:[2004 to 2007]") == {1, 2}
    assert found(index, "date:2004-06") == {1}
    assert found(index, "lang:en") == {1, 3}
    assert found(index, "peace", filter=SearchFilter(tags=frozenset({"a"}))) == {1, 2}
    assert found(index, "peace", filter=SearchFilter(source_classes=frozenset({SourceClass.SCHOLARSHIP}))) == {2, 3}
    assert found(index, "peace", filter=SearchFilter(entities=frozenset({EntityId("country:CN")}))) == {1, 3}
    assert found(index, "peace", filter=SearchFilter(languages=frozenset({"en"}))) == {1, 3}
    assert found(index, "peace", filter=SearchFilter(first_year=2000)) == {1, 2}
    assert found(index, "peace", filter=SearchFilter(documents=frozenset({DocumentId(2), DocumentId(9)}))) == {2}
    counts = index.search(SearchRequest("peace"), with_facets=True).facets
    assert {(count.value, count.documents) for count in counts if count.field == "tag"} == {("a", 2), ("to cite", 1)}
    assert {(count.value, count.documents) for count in counts if count.field == "country"} == {("South Africa", 3)}


def test_an_expression_that_a_long_word_makes_endless_is_refused_in_words(index):
    query = 'r"[a-z]*a[a-z]*a[a-z]*a[a-z]*b"'
    index.replace(numbered("aaab peace"))
    assert found(index, query) == {1}
    index.replace(numbered("aaab peace", "a" * 190))
    with pytest.raises(ExpressionTooSlowError, match="a word of 190 letters"):
        index.search(SearchRequest(query))
    assert found(index, "peace") == {1}


def test_documents_are_counted_by_year(index):
    def dated(number, *years, text="peace"):
        days = tuple((date(first, 1, 1).toordinal(), date(last, 12, 31).toordinal()) for first, last in years)
        return IndexedDocument(DocumentId(number), "s", text, "en", dates=days)

    def by_year(query, **options):
        counts = index.search(SearchRequest(query, **options), with_facets=True).facets
        return [(count.value, count.documents) for count in counts if count.field == YEAR]

    index.replace(
        [
            dated(1, (1955, 1957), (1957, 1958)),
            dated(2, (1957, 1957), (1957, 1957)),
            dated(3, (1, 1956)),
            dated(4, (1958, 9999)),
            dated(5, (1700, 1700), text="war"),
            dated(6, (1, 9999), text="nothing"),
            dated(7, text="nothing"),
        ]
    )
    assert by_year("peace") == [("1955", 2), ("1956", 2), ("1957", 2), ("1958", 2)]
    assert by_year("peace", filter=SearchFilter(first_year=1958)) == by_year("peace")
    assert by_year("peace", filter=SearchFilter(documents=frozenset({DocumentId(2)}))) == [("1957", 1)]
    assert by_year("war") == [("1700", 1)]
    assert by_year("nothing") == []


def test_the_last_word_may_be_unfinished(index):
    index.replace(numbered("the united nations", "united front", "unites"))
    assert found(index, "united nat", as_you_type=True) == {1}
    assert found(index, '"united nat', as_you_type=True) == {1}
    assert found(index, "united nat") == set()


def test_a_passage_shows_its_sentence(index, fetching):
    documents = numbered("First sentence. The peace treaty was signed. Last sentence about peace.")
    index.replace(documents)
    (hit,) = index.search(SearchRequest("peace"), fetching(documents)).hits
    first = hit.passages[0]
    assert documents[0].text[first.start : first.end] == "peace"
    assert documents[0].text[first.snippet_start :].startswith(first.snippet)
    assert [first.snippet[span.start : span.end] for span in first.highlights] == ["peace", "peace"]


def test_a_word_is_put_right_by_the_nearest_and_most_frequent_wherever_it_stands_in_the_list(index, monkeypatch):
    index.replace(numbered("peare", "peach", "peace", "peace pearl", "pebbles peg pelt"))
    monkeypatch.setattr(suggesting, "_COMPARED_AT_ONCE", 1)
    assert index.search(SearchRequest("peacd")).suggestion == "peace"


def test_a_misspelt_word_is_put_right_when_nothing_is_found(index):
    index.replace(numbered("the delegation arrived", "the delegation left"))
    result = index.search(SearchRequest("delegatoin arrived"))
    assert result.total_documents == 0
    assert result.suggestion == "delegation arrived"
    assert index.search(SearchRequest("delegation")).suggestion == ""


def test_a_query_is_explained(index):
    assert index.explain('peace -x "old friends" author:Mao') == (
        "“peace” or a form of it and “x” or a form of it and the words “old friends” and “mao” in the field author"
    )
    assert "no field “foo:”" in index.explain("foo:bar")


ODD_QUERIES = [
    *('"unbalanced', "((((", "a AND AND b", "*", "?", "x" * 10_000, " OR ".join(f"w{n}" for n in range(500))),
    *("foo:bar", "a\0b", "", " ", "NOT", "a AND", "(" * 5000, ")" * 50 + "a", "[a TO", "date:xx", "date:[9 to", 'r"("'),
    *("~2", "^3", "a" * 3000 + "*", '"' * 99, "title:", "title:()", "'", "\\", "a~99999", '"a b"~99999999', "\ud800"),
    *("*a*b*c*d*", " ".join(f"w{n}" for n in range(2000)), "NOT " * 100 + "a", "-(-(-(a", "date:2004-13-45", "*:*"),
    *("date:[2004-02-31 to 2]", "date:0000", "{a to b}", "text:[to]", 'r"(a+)+b"', "a^99999999999", "a^^2", "**"),
    *("a ANDNOT", "REQUIRE a"),
]


@pytest.mark.parametrize("query", ODD_QUERIES)
def test_every_query_has_an_answer(index, fetching, query):
    documents = numbered("a b c peace", "w1 w2 bar unbalanced")
    index.replace(documents)
    result = index.search(SearchRequest(query), fetching(documents))
    assert result.total_documents == len(result.hits)
    assert result.read_as
    index.hits(query, SearchableText("a b c peace", language="en"))
    index.explain(query)


@pytest.mark.parametrize("query", ['"unbalanced', "((((", "a AND AND b", "foo:bar", "x" * 10_001, "date:xx", 'r"("'])
def test_what_is_read_otherwise_is_remarked(index, query):
    assert index.search(SearchRequest(query)).remark


def test_documents_are_replaced_removed_and_described_anew(index):
    documents = numbered("war", "peace")
    index.replace(documents)
    index.replace([replace(documents[0], text="peace", stamp="new")])
    assert found(index, "war") == set()
    assert found(index, "peace") == {1, 2}
    assert index.stamps() == {1: "new", 2: "stamp 2"}
    index.replace_attributes([replace(documents[1], attributes={"note": ("remember",)}, stamp="noted")])
    assert found(index, "note:remember") == {2}
    assert found(index, "peace") == {1, 2}
    index.replace_attributes([IndexedDocument(DocumentId(7), "s", "", title="unknown")])
    assert found(index, "title:unknown") == set()
    index.remove([DocumentId(1), DocumentId(99)])
    assert found(index, "peace") == {2}
    assert index.statistics().documents == 1
    index.clear()
    assert found(index, "peace") == set()
    assert index.stamps() == {}


def test_the_last_of_two_entries_counts(index):
    first, *_ = numbered("war")
    index.replace([first, replace(first, text="peace")])
    assert (found(index, "war"), found(index, "peace")) == (set(), {1})


def test_merging_changes_no_answer(index, fetching):
    documents = [
        document for n in range(40) for document in [replace(numbered(f"peace {n} common")[0], id=DocumentId(n))]
    ]
    for document in documents:
        index.replace([document])
    index.remove([DocumentId(3)])
    before = index.search(SearchRequest("peace common", limit=100), fetching(documents))
    while index.merge(0.5):
        pass
    after = index.search(SearchRequest("peace common", limit=100), fetching(documents))
    assert index.statistics().segments == 2  # one of texts, one of what is said about them
    assert replace(after, milliseconds=0) == replace(before, milliseconds=0)
    assert index.verify() == ()


def test_a_very_frequent_term_is_merged_in_parts_no_slice_reads_whole(index_path):
    index = SearchIndex(index_path, "archive")
    documents = [replace(numbered("common " * 45_000 + f"w{n}")[0], id=DocumentId(n)) for n in range(12)]
    for turn in range(0, 12, 3):
        index.replace(documents[turn : turn + 3])
        while index.merge(1):
            pass
    result = index.search(SearchRequest("common"))
    assert (result.total_documents, result.total_passages) == (12, 540_000)
    assert all(found(index, f"common w{n}") == {n} for n in range(12))
    assert index.verify() == ()
    index.close()
    with closing(sqlite3.connect(index_path)) as connection:
        sizes = [
            segment.block(connection, number).occurrences(at)
            for segment in read_segments(connection, {})
            if segment.family is TEXTS
            for number, at in segment.find(connection, mark(TEXT) + "common")
        ]
    assert sum(sizes) == 540_000
    assert max(sizes) <= 200_000


def test_merging_does_a_slice_however_little_time_it_is_given(index):
    for number in range(4):
        index.replace([replace(numbered("peace")[0], id=DocumentId(number))])
    slices = next(number for number in range(1000) if not index.merge(0))
    assert slices > 1
    assert index.statistics().segments == 2


def test_a_document_changed_during_a_merge_stays_changed(index):
    documents = [replace(numbered(f"peace w{n}")[0], id=DocumentId(n)) for n in range(30)]
    for document in documents:
        index.replace([document])
    for number in range(30):
        index.merge(0)
        index.merge(1e-9)
        index.replace([replace(documents[number], text="war")])
    while index.merge(1):
        pass
    assert found(index, "war") == set(range(30))
    assert found(index, "peace") == set()
    assert index.verify() == ()


def test_readers_see_one_state_while_somebody_writes(index):
    index.replace([replace(numbered("odd")[0], id=DocumentId(n)) for n in range(20)])
    counts = set()
    stop = threading.Event()

    def ask():
        while not stop.is_set():
            counts.add(index.search(SearchRequest("odd OR even")).total_documents)

    readers = [threading.Thread(target=ask) for _ in range(2)]
    for reader in readers:
        reader.start()
    for turn in range(15):
        text = "even" if turn % 2 else "odd"
        index.replace([replace(numbered(text)[0], id=DocumentId(n)) for n in range(20)])
        index.merge(0.01)
    stop.set()
    for reader in readers:
        reader.join()
    assert counts == {20}


def test_a_search_can_be_cancelled(index):
    index.replace(numbered("peace"))
    with pytest.raises(CancelledError):
        index.search(SearchRequest("peace"), is_cancelled=lambda: True)


def test_answers_are_there_after_opening_again(index, index_path):
    index.replace(numbered("peace"))
    index.close()
    opened = SearchIndex(index_path, "archive")
    assert found(opened, "peace") == {1}
    opened.close()


def test_an_answer_remembered_is_not_given_after_a_commit(index, index_path):
    index.replace(numbered("peace", "war"))
    assert found(index, "peace") == found(index, "peace") == {1}
    with closing(SearchIndex(index_path, "archive")) as other:
        other.replace(numbered("war", "war and peace"))
    assert found(index, "peace") == {2}
    index.remove([DocumentId(2)])
    assert found(index, "peace") == set()


def test_remembered_answers_tell_requests_apart(index):
    index.replace(numbered(*["peace"] * 5))
    for _ in range(2):
        assert len(index.search(SearchRequest("peace", limit=2)).hits) == 2
        assert len(index.search(SearchRequest("peace", limit=4)).hits) == 4
        assert index.search(SearchRequest("pea")).total_documents == 0
        assert index.search(SearchRequest("pea", as_you_type=True)).total_documents == 5
        assert index.search(SearchRequest("peace", filter=SearchFilter(languages=frozenset({"de"})))).hits == ()
        assert index.search(SearchRequest("peace"), with_facets=True).facets
        assert not index.search(SearchRequest("peace")).facets


def test_answers_are_never_older_than_the_last_commit(index):
    index.replace(numbered("peace"))
    seen, stop = [], threading.Event()

    def ask():
        while not stop.is_set():
            committed = number
            seen.append((committed, index.search(SearchRequest("peace")).total_documents))

    number = 1
    asking = [threading.Thread(target=ask) for _ in range(2)]
    for thread in asking:
        thread.start()
    for next_number in range(2, 30):
        index.replace(numbered(*["peace"] * next_number))
        number = next_number
    stop.set()
    for thread in asking:
        thread.join()
    assert seen
    assert all(committed <= answered for committed, answered in seen)


def test_a_regular_expression_without_end_is_read_as_words(index):
    index.replace(numbered("a" * 150 + " peace"))
    result = index.search(SearchRequest('r"(a+)+$" OR peace'))
    assert "for ever" in result.remark
