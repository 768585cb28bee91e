"""What the window asks of a search: page after page, narrowed by what facets say, and every hit in its line."""

import csv
import io
from collections.abc import Iterator
from dataclasses import replace

import pytest

from storage.domain.document import DateLayer, DocumentDate, SourceClass
from storage.domain.ids import DocumentId
from storage.domain.search import YEAR, ConcordanceOrder, SearchFilter, SearchRequest
from storage.edits import DescribeDocument
from storage.errors import CancelledError
from storage.library import Library

COUNTRIES = ("Cuba", "Vietnam", "Cuba and Vietnam", "Laos")


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    folder = tmp_path_factory.mktemp("hits")
    opened = Library.create(folder / "trial.liaison")
    for number in range(12):
        text = f"Letter {number}\n\n" + f"A delegation from {COUNTRIES[number % 4]} came. " * (number + 1)
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
        opened.import_paths([folder / f"{number}.txt"])
    for document in opened.documents():
        kind = (SourceClass.OFFICIAL_ORGAN, SourceClass.SCHOLARSHIP)[document.id % 2]
        dates = (
            DocumentDate(DateLayer.PUBLISHED, f"{2000 + document.id}-05-01"),
            DocumentDate(DateLayer.WRITTEN, f"{1990 - document.id}"),
        )
        described = replace(document.description, source_class=kind, dates=dates if document.id > 2 else ())
        opened.apply(DescribeDocument(document.id, described))
    opened.refresh()
    yield opened
    opened.close()


def test_pages_give_every_document_once_in_one_order(library: Library) -> None:
    whole = library.search(SearchRequest("delegation", limit=100))
    pages = [library.search(SearchRequest("delegation", limit=5, offset=offset)) for offset in (0, 5, 10, 15)]
    assert [len(page.hits) for page in pages] == [5, 5, 2, 0]
    assert [hits for page in pages for hits in page.hits] == list(whole.hits)
    assert {(page.total_documents, page.total_passages) for page in pages} == {(12, sum(range(1, 13)))}


def test_every_facet_promises_as_many_documents_as_it_gives(library: Library) -> None:
    found = library.search(SearchRequest("delegation"), with_facets=True)
    parts = {"kind": "source_classes", "lang": "languages", "region": "regions", "country": "countries", "tag": "tags"}
    assert {facet.field for facet in found.facets} >= {"kind", "lang", "region", "country", "year"}
    for facet in found.facets:
        value = SourceClass(facet.value) if facet.field == "kind" else facet.value
        if facet.field == YEAR:
            narrowed = SearchFilter(first_year=int(facet.value), last_year=int(facet.value))
        else:
            narrowed = replace(SearchFilter(), **{parts[facet.field]: frozenset({value})})
        assert library.search(SearchRequest("delegation", filter=narrowed)).total_documents == facet.documents


def test_documents_found_carry_their_earliest_date(library: Library) -> None:
    dated = {hits.document: hits.dated for hits in library.search(SearchRequest("delegation")).hits}
    assert dated[DocumentId(1)] is None
    assert dated[DocumentId(5)] == DocumentDate(DateLayer.WRITTEN, "1985")


@pytest.mark.parametrize("order", ConcordanceOrder)
def test_all_hits_are_those_of_the_passages(library: Library, order: ConcordanceOrder) -> None:
    found = library.search(SearchRequest("delegation cuba", limit=100))
    lines = list(library.concordance(SearchRequest("delegation cuba"), order))
    assert len(lines) == found.total_passages
    assert {(line.document, line.start, line.end) for line in lines} == {
        (hits.document, passage.start, passage.end) for hits in found.hits for passage in hits.passages
    }
    for line in lines:
        text = library.text(line.document).text
        assert text[line.start : line.end] == line.keyword
        assert text[: line.start].endswith(line.left)
        assert text[line.end :].startswith(line.right)


def test_by_date_the_earliest_come_first_and_the_undated_last(library: Library) -> None:
    lines = library.concordance(SearchRequest("delegation"), ConcordanceOrder.DATE)
    assert list(dict.fromkeys(line.document for line in lines)) == [*range(12, 2, -1), 1, 2]


def test_all_hits_are_narrowed_as_the_passages_are(library: Library) -> None:
    wanted = SearchRequest("delegation", filter=SearchFilter(countries=frozenset({"Laos"}), first_year=2005))
    documents = {line.document for line in library.concordance(wanted)}
    assert documents == {hits.document for hits in library.search(wanted).hits} != set()


def test_a_list_of_all_hits_can_be_given_up(library: Library) -> None:
    lines = library.concordance(SearchRequest("delegation"), is_cancelled=lambda: True)
    with pytest.raises(CancelledError):
        list(lines)


def test_lines_are_written_as_a_table_that_runs_no_formula(library: Library) -> None:
    line = next(library.concordance(SearchRequest("delegation")))
    table = library.concordance_table([replace(line, left="=1+1", dated=DocumentDate(DateLayer.WRITTEN, "1949~"))])
    (row,) = csv.DictReader(io.StringIO(table.decode("utf-8-sig"), newline=""))
    assert row["Left context"] == "'=1+1"
    assert (row["Date (EDTF)"], row["Date is"]) == ("1949~", "written")
    assert (row["Document"], row["Start"], row["End"]) == (str(line.document), str(line.start), str(line.end))
