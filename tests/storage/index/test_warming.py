from storage.domain.ids import DocumentId
from storage.domain.progress import never_cancelled
from storage.domain.search import SearchRequest
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


def test_an_opened_index_has_asked_questions_and_answers_as_ever(tmp_path, monkeypatch):
    monkeypatch.setattr(warming._practised, "is_set", lambda: False)
    asked = []
    monkeypatch.setattr(warming, "rank", lambda _view, _tree, request, *_, **__: asked.append(request.query))
    indexed(tmp_path / "index")
    asked.clear()
    index = SearchIndex(tmp_path / "index", "archive")
    index.give_back_memory()  # waits until it is warm
    assert len({form for form in (" AND ", " OR ", '"', "*") if any(form in query for query in asked)}) == 4
    assert index.search(SearchRequest("treaty")).total_documents == len(WORDS)
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


def test_practice_leaves_nothing_behind(tmp_path, monkeypatch):
    monkeypatch.setattr(warming._practised, "is_set", lambda: False)
    indexed(tmp_path / "index")
    index = SearchIndex(tmp_path / "index", "archive")
    index.give_back_memory()
    with index._view() as view:
        segments = [segment for family in view.snapshot.segments.values() for segment in family]
        assert segments
        assert not any(segment._blocks or segment._positions for segment in segments)
        assert not view.snapshot._postings._values
    index.close()
