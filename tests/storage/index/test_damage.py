"""Files cut short, overwritten or of another archive: a sentence, never a wrong answer."""

import os
import sqlite3
from pathlib import Path

import pytest

from storage.domain.ids import DocumentId
from storage.domain.search import SearchRequest
from storage.index.documents import IndexedDocument
from storage.index.errors import IndexDamagedError
from storage.index.search_index import SearchIndex


@pytest.fixture
def filled(index_path: Path) -> Path:
    index = SearchIndex(index_path, "archive")
    index.replace(IndexedDocument(DocumentId(n), "s", f"peace treaty number {n} " * 200, "en") for n in range(200))
    index.close()
    return index_path


def use(path: Path) -> None:
    index = SearchIndex(path, "archive")
    try:
        for query in ("peace", '"treaty number"', "number", "1*"):
            assert index.search(SearchRequest(query)).total_documents > 0
        assert index.verify() == ()
    finally:
        index.close()


def test_what_is_whole_is_used(filled):
    use(filled)


@pytest.mark.parametrize("part", [0.1, 0.5, 0.9])
def test_a_file_cut_short_is_noticed(filled, part):
    os.truncate(filled, int(filled.stat().st_size * part))
    with pytest.raises((IndexDamagedError, AssertionError)):
        use(filled)


def test_zeros_are_noticed(filled):
    filled.write_bytes(bytes(filled.stat().st_size))
    with pytest.raises(IndexDamagedError):
        use(filled)


def test_anything_else_is_noticed(filled):
    filled.write_text("This is no database, and long enough to be taken for one." * 100)
    with pytest.raises(IndexDamagedError):
        use(filled)


def test_an_index_of_another_archive_is_refused(filled):
    with pytest.raises(IndexDamagedError, match="another archive"):
        SearchIndex(filled, "other")


def test_overwritten_blocks_are_noticed(filled):
    connection = sqlite3.connect(filled)
    connection.execute("UPDATE search_block SET documents = zeroblob(length(documents))")
    connection.commit()
    connection.close()
    with pytest.raises(IndexDamagedError):
        use(filled)
    index = SearchIndex(filled, "archive")
    assert index.verify()
    index.close()


def test_missing_blocks_are_noticed(filled):
    connection = sqlite3.connect(filled)
    connection.execute("DELETE FROM search_block")
    connection.commit()
    connection.close()
    with pytest.raises(IndexDamagedError):
        use(filled)


def test_tables_of_others_are_left_alone(filled):
    connection = sqlite3.connect(filled)
    connection.execute("CREATE TABLE mention (id INTEGER)")
    connection.execute("UPDATE search_meta SET value = 0 WHERE key = 'version'")
    connection.commit()
    connection.close()
    index = SearchIndex(filled, "archive")
    assert index.stamps() == {}
    index.close()
    connection = sqlite3.connect(filled)
    assert connection.execute("SELECT count(*) FROM mention").fetchone() == (0,)
    connection.close()


def test_an_empty_file_is_a_new_index(index_path):
    index_path.touch()
    index = SearchIndex(index_path, "archive")
    assert index.stamps() == {}
    index.close()
