"""An index in a temporary folder, and documents to put into it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import pytest

from storage.domain.ids import DocumentId
from storage.index.documents import IndexedDocument, SearchableText
from storage.index.search_index import SearchIndex


@pytest.fixture
def index_path(tmp_path: Path) -> Path:
    """Return where the index of an archive would be."""
    return tmp_path / "archive.liaison.index"


@pytest.fixture
def index(index_path: Path) -> Iterator[SearchIndex]:
    """Return an empty index."""
    opened = SearchIndex(index_path, "archive")
    yield opened
    opened.close()


@pytest.fixture
def fetching() -> Callable:
    """Return how texts of some documents are fetched."""

    def of(documents: Sequence[IndexedDocument]) -> Callable:
        by_id = {document.id: document for document in documents}

        def fetch(ids: Sequence[DocumentId]) -> Mapping[DocumentId, SearchableText]:
            return {
                number: SearchableText(each.text, each.title, each.language, each.boilerplate)
                for number in ids
                if (each := by_id.get(number)) is not None
            }

        return fetch

    return of


def numbered(*texts: str, language: str = "en") -> list[IndexedDocument]:
    """Return documents with these texts, numbered from 1."""
    return [IndexedDocument(DocumentId(n), f"stamp {n}", text, language) for n, text in enumerate(texts, 1)]
