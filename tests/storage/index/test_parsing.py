"""What typed words are read as, and that reading never fails."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.domain.search import SearchRequest
from storage.index.parsing import read
from tests.storage.index.conftest import numbered
from tests.storage.index.test_search_index import found

TEXTS = ("war and peace", "peace", "war", "harvest", "apple and date", "banana")


@pytest.mark.parametrize(
    ("query", "documents"),
    [
        ("war OR NOT peace", {1, 3, 4, 5, 6}),
        ("NOT war AND peace", {2}),
        ("NOT NOT war", {1, 3}),
        ("war ANDNOT ANDNOT peace", {3}),
        ("war AND AND peace", {1}),
        ("war AND OR peace", {1}),
        ("(war OR ) AND peace", {1}),
        ("(war NOT ) AND peace", {1}),
        ("AND war", {1, 3}),
        ("war OR", {1, 3}),
        ("war AND (OR peace)", {1}),
        ("*:* AND war", {1, 3}),
        ("*:* ANDNOT war", {2, 4, 5, 6}),
        ("text:* AND text:war", {1, 3}),
        ("text:[aa TO az] text:[da TO dz]", {5}),
        ("text:[aa TO bb] OR text:[ba TO bz]", {1, 5, 6}),
        ("… AND war", {1, 3}),
        ("war REQUIRE …", {1, 3}),
        ("war ANDNOT …", {1, 3}),
        ("NOT …", set()),
        ("war^2 peace", {1}),
        ('r"PEA.*"', {1, 2}),
        ('r"wa{0}x?r"', set()),
        ('r"px{0}eace"', {1, 2}),
        ("p_e*ce", {1, 2}),
        ('"war\nand\tpeace"~2^2 OR banana', {1, 6}),
        ("war\u2028and\r\npeace", {1}),
    ],
)
def test_operators_and_patterns_mean_what_they_say(index, query, documents):
    index.replace(numbered(*TEXTS))
    assert found(index, query) == documents


NINES = "9" * 5000


@pytest.mark.parametrize(
    ("query", "documents"),
    [
        (f'"war peace"~{NINES}', {1}),
        ('"war peace"~0', set()),
        ('"war and"~0', {1}),
        (f"peece~{NINES}", {1, 2}),
        ("peece~10", {1, 2}),
        (f"peace~1/{NINES}", {1, 2}),
        ("peece~1/5", set()),
        (f"peace^{NINES} OR banana", {1, 2, 6}),
        (f"peace^0.{NINES} OR banana", {1, 2, 6}),
        ("text:[* TO banana]", {1, 5, 6}),
        ("text:[* TO *]", {1, 2, 3, 4, 5, 6}),
        ("date:[* TO 2004]", set()),
    ],
    ids=range(12),
)
def test_numbers_and_ends_of_any_size_are_understood(index, query, documents):
    index.replace(numbered(*TEXTS))
    answer = index.search(SearchRequest(query, limit=1000))
    assert ({hit.document for hit in answer.hits}, answer.remark) == (documents, "")
    assert all(math.isfinite(hit.score) for hit in answer.hits)


def test_documents_with_a_date_can_be_asked_for(index):
    index.replace(numbered("war"))
    assert found(index, "date:*") == set()
    assert not read("date:*").remark


@pytest.mark.parametrize("query", ["war AND", "NOT AND OR", "war AND AND peace", "(OR war) peace", "AND"])
def test_an_operator_without_anything_to_join_is_remarked(query):
    assert "nothing to join" in read(query).remark


@pytest.mark.parametrize(
    "query", ['"war AND"', "war ANDY", "war AND peace", "NOT war", "(war) OR (peace)", "a OR NOT b"]
)
def test_operators_in_their_place_are_not_remarked(query):
    assert not read(query).remark


def test_a_weight_stays_with_what_it_was_given_to(index):
    index.replace(numbered("war", "peace"))
    assert [hit.document for hit in index.search(SearchRequest("war^5 OR peace")).hits] == [1, 2]
    assert [hit.document for hit in index.search(SearchRequest("peace^5 OR war")).hits] == [2, 1]
    first, second = index.search(SearchRequest("(war OR x)^5 OR peace")).hits
    assert first.document == 1
    assert first.score == pytest.approx(5 * second.score)


PARTS = st.sampled_from(
    (
        *(
            "AND",
            "OR",
            "NOT",
            "ANDNOT",
            "ANDMAYBE",
            "REQUIRE",
            "(",
            ")",
            '"',
            "a",
            "peace",
            "中国",
            "党",
            "é",
            "*",
            "?",
        ),
        *(
            "?",
            "pe*",
            "p?a",
            "~",
            "~1",
            "~2/3",
            "^",
            "^2",
            "[",
            "[a TO b]",
            "{a TO",
            "]",
            "}",
            "title:",
            "text:",
            "date:",
        ),
        *("foo:", 'note:"', "2004", "2004-13", 'r"', 'r"a.*"', 'r"("', "-", "+", "'", "“", "”", "«", "\0", "\ud800"),
        *("😀", "\u0301", "…", "/", "\\", "_", "<", ">", ":", "*:*", "date:*", "date:[", "\n", "\u200b", "（", "）"),
        *("^^", "!~1", "~~", "boilerplate:"),
    )
)


@given(st.lists(st.tuples(PARTS, st.sampled_from((" ", " ", ""))), max_size=30), st.booleans())
def test_reading_never_fails(parts, as_you_type):
    understood = read("".join(part + space for part, space in parts), as_you_type)
    assert understood.words
    assert hash(understood.tree) == hash(understood.tree)
