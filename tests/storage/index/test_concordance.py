import itertools
from dataclasses import replace
from datetime import date

import pytest

from storage.domain.search import ConcordanceOrder, SearchFilter, SearchRequest
from storage.errors import CancelledError
from tests.storage.index.conftest import numbered


@pytest.fixture
def documents():
    texts = ("zeal for peace now", "a peace treaty. Bold peace again", "war", "an early peace")
    years = (2004, 2001, 2002, 1999)
    return [
        replace(document, dates=((date(year, 1, 1).toordinal(), date(year, 2, 1).toordinal()),))
        for document, year in zip(numbered(*texts), years, strict=True)
    ]


def keywords(index, fetching, documents, order, **options):
    found = index.concordance(SearchRequest("peace", **options), fetching(documents), order)
    return [f"{line.left.split()[-1]}|{line.keyword}|{line.right.strip()[:3]}" for line in found]


def test_every_hit_has_its_line(index, fetching, documents):
    index.replace(documents)
    by_document = ["for|peace|now", "a|peace|tre", "Bold|peace|aga", "early|peace|"]
    assert keywords(index, fetching, documents, ConcordanceOrder.DOCUMENT) == by_document
    by_date = ["early|peace|", "a|peace|tre", "Bold|peace|aga", "for|peace|now"]
    assert keywords(index, fetching, documents, ConcordanceOrder.DATE) == by_date
    by_left = ["a|peace|tre", "Bold|peace|aga", "early|peace|", "for|peace|now"]
    assert keywords(index, fetching, documents, ConcordanceOrder.LEFT) == by_left
    by_right = ["early|peace|", "Bold|peace|aga", "for|peace|now", "a|peace|tre"]
    assert keywords(index, fetching, documents, ConcordanceOrder.RIGHT) == by_right
    narrowed = SearchFilter(first_year=2004)
    assert keywords(index, fetching, documents, ConcordanceOrder.DATE, filter=narrowed) == ["for|peace|now"]


def test_lines_come_while_others_are_not_yet_read(index, documents):
    many = numbered(*("peace " * 10 for _ in range(200)))
    index.replace(many)
    asked = []

    def texts(ids):
        asked.extend(ids)
        return {number: replace_text(many[number - 1]) for number in ids}

    lines = index.concordance(SearchRequest("peace"), texts)
    assert len(list(itertools.islice(lines, 5))) == 5
    assert len(asked) < 50
    assert len(list(lines)) == 1995


def replace_text(document):
    from storage.index.documents import SearchableText

    return SearchableText(document.text, document.title, document.language)


def test_a_concordance_can_be_cancelled(index, fetching, documents):
    index.replace(documents)
    with pytest.raises(CancelledError):
        list(index.concordance(SearchRequest("peace"), fetching(documents), is_cancelled=lambda: True))
