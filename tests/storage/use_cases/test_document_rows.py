"""Documents as rows of a list: the same ones as the documents themselves, with what a list shows of them."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from storage.domain.document import Creator, DateBasis, DateLayer, DocumentDate, DocumentState
from storage.domain.ids import DocumentId
from storage.edits import AddAnnotations, DescribeDocument, TrashDocuments
from storage.library import Library
from tests.storage.use_cases.authority_for_tests import CUBA, put_text


@pytest.fixture
def three(library: Library, tmp_path: Path) -> list[DocumentId]:
    texts = ("Cuba wrote to Mexico.", "Nobody wrote.", "Cuba wrote about tobacco.")
    return [put_text(library, tmp_path / f"{number}.txt", text) for number, text in enumerate(texts)]


def test_rows_are_those_of_the_documents(library: Library, three: list[DocumentId]) -> None:
    first, second, third = three
    library.refresh()
    library.apply(AddAnnotations((library.new_annotation(second, 0, 3, "", ("tag",)),)))
    choices: tuple[tuple[dict[str, Any], list[DocumentId]], ...] = (
        ({}, three),
        ({"entities": frozenset({CUBA})}, [first, third]),
        ({"tag": "tag"}, [second]),
        ({"entities": frozenset({CUBA}), "tag": "tag"}, []),
    )
    for chosen, expected in choices:
        assert [row.id for row in library.document_rows(**chosen)] == expected
        assert [document.id for document in library.documents(**chosen)] == expected
    assert [row.id for row in library.document_rows(among=frozenset({third, first}))] == [first, third]
    among = frozenset({second, third})
    assert [row.id for row in library.document_rows(frozenset({CUBA}), among=among)] == [third]
    library.apply(AddAnnotations((library.new_annotation(third, 0, 3),)))
    assert library.mark_counts() == {second: 1, third: 1}
    assert library.mark_counts(frozenset({first, second})) == {second: 1}
    library.apply(TrashDocuments((first,)))
    assert [row.id for row in library.document_rows()] == [second, third]
    assert library.document_rows(among=frozenset({first})) == ()


def test_a_row_says_when_and_by_whom(library: Library, three: list[DocumentId]) -> None:
    document = library.document(three[0])
    (row,) = library.document_rows(among=frozenset({document.id}))
    assert (row.title, row.date, row.who, row.state) == (document.title, "", "", DocumentState.READABLE)
    dates = tuple(
        DocumentDate(layer, edtf, DateBasis.STATED)
        for layer, edtf in ((DateLayer.CAPTURED, "2020"), (DateLayer.PUBLISHED, "2007-10"))
    )
    said = replace(document.description, publisher="Granma", creators=(Creator("A. Writer"),), dates=dates)
    library.apply(DescribeDocument(document.id, said))
    (row,) = library.document_rows(among=frozenset({document.id}))
    assert (row.date, row.who, row.source_class) == ("2007-10", "Granma A. Writer", said.source_class)


def test_there_are_documents_or_not(library: Library, tmp_path: Path) -> None:
    assert not library.has_documents()
    document = put_text(library, tmp_path / "a.txt", "Words.")
    assert library.has_documents()
    library.apply(TrashDocuments((document,)))
    assert not library.has_documents()
