from storage.domain.ids import DocumentId
from storage.domain.progress import never_cancelled
from storage.index import warming
from storage.index.documents import IndexedDocument
from storage.index.search_index import SearchIndex

WORDS = [f"{first}{second}anda" for first in "bdfgklmnprst" for second in "aeiou"]


def indexed(path):
    index = SearchIndex(path, "archive")
    index.replace(
        IndexedDocument(DocumentId(number), "1", f"{word} {WORDS[number - 2]} treaty", title=word)
        for number, word in enumerate(WORDS, 1)
    )
    index.close()


def test_the_terms_of_all_blocks_are_known_once_an_index_is_warm(tmp_path):
    indexed(tmp_path / "index")
    index = SearchIndex(tmp_path / "index", "archive")
    index.give_back_memory()
    with index._view() as view:
        statements = []
        view.connection.set_trace_callback(statements.append)
        assert set(view.terms_from("text", "")) == {*WORDS, "treaty"}
        view.connection.set_trace_callback(None)
    assert not [statement for statement in statements if "search_block" in statement]
    index.close()


def test_reading_ahead_ends_where_it_is_to_end(tmp_path, monkeypatch):
    path = tmp_path / "file"
    path.write_bytes(bytes(10_000))
    monkeypatch.setattr(warming, "_BYTES_AT_ONCE", 1_000)
    looks = []

    def counted(wanted):
        looks.append(1)
        return len(looks) > wanted

    warming.read_ahead(path, lambda: counted(3))
    assert len(looks) == 4
    looks.clear()
    warming.read_ahead(path, never_cancelled)
    monkeypatch.setattr(warming, "_BYTES_READ", 5_000)
    warming.read_ahead(path, lambda: counted(100))
    assert len(looks) == 5
