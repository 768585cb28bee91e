"""Lines of a concordance come back as they were put in, and in the order in which they are read."""

import re
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.domain.ids import DocumentId
from storage.domain.search import ConcordanceLine, ConcordanceOrder
from storage.text import concordance
from storage.text.concordance import Concordance
from storage.text.folding import fold


def a_line(document: int, start: int, left: str, keyword: str, right: str) -> ConcordanceLine:
    # What is told of a document is the same in all its lines.
    return ConcordanceLine(
        DocumentId(document), f"Title {document}", start, start + len(keyword), left, keyword, right,
        day=document % 3 * 700_000,
    )  # fmt: skip


words = st.text(st.sampled_from("ab é“”,中文😀\n\ud800"), max_size=12)
some_lines = st.lists(
    st.builds(a_line, st.integers(1, 6), st.integers(0, 50), words, words, words),
    max_size=40,
    unique_by=lambda line: (line.document, line.start),
)


@given(some_lines, some_lines)
def test_lines_come_back_as_they_were(first: list[ConcordanceLine], second: list[ConcordanceLine]) -> None:
    joined = Concordance(first)
    joined.extend(Concordance(second))
    assert len(joined) == len(first) + len(second)
    facts = {line.document: (line.title, line.day) for line in (*first, *second)}
    assert all((line.title, line.day) == facts[line.document] for line in joined)
    assert list(joined) == [*first, *second]
    more = a_line(7, 1, "left", "hit", "right")
    joined.append(more)
    assert list(joined) == [*first, *second, more]


def _seen(context: str) -> list[str]:
    return re.findall(r"[中文]|[^\W中文]+", fold(context))


_KEYS = {
    ConcordanceOrder.DOCUMENT: lambda _line: 0,
    ConcordanceOrder.DATE: lambda line: line.day or 10**9,
    ConcordanceOrder.LEFT: lambda line: _seen(line.left)[::-1],
    ConcordanceOrder.RIGHT: lambda line: _seen(line.right),
}


@given(some_lines, st.sampled_from(ConcordanceOrder))
def test_lines_are_sorted_and_none_is_lost(lines: list[ConcordanceLine], order: ConcordanceOrder) -> None:
    arranged = list(Concordance(lines).arranged(order))
    assert arranged == sorted(lines, key=lambda line: (_KEYS[order](line), line.document, line.start))


@given(st.lists(some_lines, max_size=4), st.sampled_from(ConcordanceOrder))
def test_lists_kept_in_many_parts_are_one(lists: list[list[ConcordanceLine]], order: ConcordanceOrder) -> None:
    lines = [
        replace(line, document=DocumentId(number), start=start, end=start + len(line.keyword))
        for number, each in enumerate(lists)
        for start, line in enumerate(each)
    ]
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(concordance, "_RUN", 3)
        joined = Concordance()
        for number in range(len(lists)):
            joined.extend(Concordance(line for line in lines if line.document == number))
        facts = {line.document: (line.title, line.day) for line in lines}
        told = [replace(line, title=facts[line.document][0], day=facts[line.document][1]) for line in lines]
        assert list(joined) == told
        arranged = joined.arranged(order)
        assert list(arranged) == sorted(told, key=lambda line: (_KEYS[order](line), line.document, line.start))
        assert list(arranged.arranged(ConcordanceOrder.DOCUMENT)) == told


def test_more_lines_than_are_sorted_at_once_are_in_order() -> None:
    lines = [a_line(number % 9, number, "", "hit", f"{number * 7919 % 12_007:05}") for number in range(12_007)]
    arranged = [line.right for line in Concordance(lines).arranged(ConcordanceOrder.RIGHT)]
    assert len(arranged) == 12_007
    assert all(one < other for one, other in pairwise(arranged))


def test_case_quotes_and_signs_do_not_count() -> None:
    rights = ["” zeal", ", and so", "“Bold” words", "ánd then"]
    lines = [a_line(1, number, "", "hit", right) for number, right in enumerate(rights)]
    arranged = [line.right for line in Concordance(lines).arranged(ConcordanceOrder.RIGHT)]
    assert arranged == [", and so", "ánd then", "“Bold” words", "” zeal"]


def test_the_words_before_are_read_from_the_hit_outwards() -> None:
    lefts = ["a b z ", "z c a ", "a a b "]
    lines = [a_line(1, number, left, "hit", "") for number, left in enumerate(lefts)]
    assert [line.left for line in Concordance(lines).arranged(ConcordanceOrder.LEFT)] == ["z c a ", "a a b ", "a b z "]


@given(some_lines, st.integers(0, 50))
def test_the_longest_keyword_is_found_among_the_first_rows(lines: list[ConcordanceLine], rows: int) -> None:
    keywords = [line.keyword for line in lines[:rows]]
    assert Concordance(lines).longest_keyword(rows) == max(keywords, key=len, default="")
