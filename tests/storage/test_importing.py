import json
import os
import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path

import pytest

from storage.database.connection import Connections, index_path_of
from storage.domain.annotation import AnchorState
from storage.domain.importing import ImportStatus
from storage.domain.search import SearchRequest
from storage.edits import AddAnnotations, RemoveAnnotations, TrashDocuments
from storage.library import Library
from tests.conftest import TEXT


def _statuses(report) -> list[str]:
    return [outcome.status.value for outcome in report.files]


def test_the_same_bytes_come_in_once(library, tmp_path):
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    report = library.import_paths([tmp_path / "a.txt", tmp_path / "b.txt"])
    assert _statuses(report) == ["imported", "duplicate"]
    assert report.files[1].document == report.files[0].document
    assert _statuses(library.import_paths([tmp_path / "a.txt"])) == ["duplicate"]


def test_several_files_are_read_at_once(library, tmp_path):
    for number in range(40):
        (tmp_path / f"{number:02}.txt").write_text(f"Text {number} about Peru.", encoding="utf-8")
    report = library.import_paths([tmp_path], jobs=4)
    assert [Path(outcome.path).name for outcome in report.files] == [f"{number:02}.txt" for number in range(40)]
    texts = {library.text(outcome.document).text for outcome in report.files if outcome.document}
    assert texts == {f"Text {number} about Peru." for number in range(40)}


def test_a_document_in_the_trash_comes_back_when_it_is_imported_again(library, tmp_path):
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    library.import_paths([tmp_path / "a.txt"])
    library.apply(TrashDocuments((library.documents()[0].id,)))
    library.refresh()
    assert library.search(SearchRequest("Manila")).total_documents == 0
    assert _statuses(library.import_paths([tmp_path / "a.txt"])) == ["imported"]
    assert len(library.documents()) == 1
    assert library.search(SearchRequest("Manila")).total_documents == 1


def test_an_index_of_an_earlier_day_is_noticed(library, tmp_path):
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    library.import_paths([tmp_path / "a.txt"])
    path = library.path
    library.close()
    index = index_path_of(path)
    earlier = index.read_bytes()
    again = Library.open(path)
    (tmp_path / "b.txt").write_text("Later words about Quito.", encoding="utf-8")
    again.import_paths([tmp_path / "b.txt"])
    again.close()
    index.write_bytes(earlier)
    again = Library.open(path)
    again.refresh()
    assert again.search(SearchRequest("Quito")).total_documents == 1
    again.close()


def test_bad_files_get_a_sentence_and_the_rest_goes_on(library, tmp_path):
    folder = tmp_path / "mixed"
    folder.mkdir()
    (folder / "a_good.txt").write_text(TEXT, encoding="utf-8")
    (folder / "b_empty.txt").write_bytes(b"")
    (folder / "c_binary.txt").write_bytes(bytes(range(256)) * 64)
    (folder / "d_picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + os.urandom(500))
    (folder / "e_good.txt").write_text("Another text about Cuba.", encoding="utf-8")
    (folder / "f_latin.txt").write_bytes(
        "Déclaration commune des partis communistes réunis à Paris, l'été 1976.".encode("latin-1")
    )
    report = library.import_paths([folder, tmp_path / "gone.txt"])
    by_name = {Path(outcome.path).name: outcome for outcome in report.files}
    for name in ("a_good.txt", "e_good.txt", "f_latin.txt"):
        assert by_name[name].status is ImportStatus.IMPORTED, by_name[name]
    for name in ("b_empty.txt", "c_binary.txt", "gone.txt"):
        assert by_name[name].status is ImportStatus.FAILED
        assert name in by_name[name].reason
    assert by_name["d_picture.txt"].status is ImportStatus.SKIPPED
    assert by_name["d_picture.txt"].reason == "d_picture.txt: The file is no text: it is a picture."
    assert len(library.documents()) == 3


def test_a_worker_tells_what_is_no_document(library, tmp_path):
    (tmp_path / "scan.pdf").write_bytes(b"\xff\xd8\xff\xe0" + bytes(500))
    (tmp_path / "tool.exe").write_bytes(b"MZ\x90" + bytes(500))
    (tmp_path / "torn.docx").write_bytes(b"PK\x03\x04" + bytes(500))
    report = library.import_paths([tmp_path / name for name in ("scan.pdf", "tool.exe", "torn.docx")])
    assert [(each.status, each.document) for each in report.files] == [
        (ImportStatus.SKIPPED, None),
        (ImportStatus.SKIPPED, None),
        (ImportStatus.FAILED, None),
    ]
    assert "a picture" in report.files[0].reason
    assert "a program" in report.files[1].reason


def test_a_folder_without_permission_is_named(library, tmp_path, monkeypatch):
    closed = tmp_path / "outer" / "closed"
    closed.mkdir(parents=True)
    (tmp_path / "outer" / "open.txt").write_text("Words about Peru.", encoding="utf-8")
    real = os.scandir

    def scandir(path):
        if Path(path) == closed:
            raise PermissionError(13, "Permission denied", str(path))
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)
    report = library.import_paths([tmp_path / "outer"])
    assert sorted(_statuses(report)) == ["failed", "imported"]
    refused = next(outcome for outcome in report.files if outcome.status is ImportStatus.FAILED)
    assert str(closed) in refused.reason
    assert "permission" in refused.reason


def test_a_file_that_vanishes_while_it_is_read_is_named(library, tmp_path, monkeypatch):
    (tmp_path / "a.txt").write_text("Words", encoding="utf-8")
    real = Path.read_bytes

    def read_bytes(path):
        if path.name == "a.txt":
            raise OSError(5, "Input/output error", str(path))
        return real(path)

    monkeypatch.setattr(Path, "read_bytes", read_bytes)
    report = library.import_paths([tmp_path / "a.txt"])
    assert _statuses(report) == ["failed"]
    assert "drive" in report.files[0].reason


def test_a_full_disk_loses_nothing_that_was_stored(tmp_path):
    path = tmp_path / "small.liaison"
    library = Library.create(path)
    (tmp_path / "first.txt").write_text(TEXT, encoding="utf-8")
    library.import_paths([tmp_path / "first.txt"])
    (tmp_path / "large.txt").write_text(
        "\n\n".join(f"Paragraph {n} about Peru." for n in range(60_000)), encoding="utf-8"
    )
    pages = library._archive.connections.writer_without_transaction.execute("PRAGMA main.page_count").fetchone()[0]
    library._archive.connections.writer_without_transaction.execute(f"PRAGMA main.max_page_count = {pages + 4}")
    report = library.import_paths([tmp_path / "large.txt"])
    assert _statuses(report) == ["failed"]
    assert "full" in report.files[0].reason
    library.close()
    again = Library.open(path)
    assert [document.title for document in again.documents()] == ["A Meeting in Manila"]
    assert again.check().problems == ()
    assert _statuses(again.import_paths([tmp_path / "large.txt"])) == ["imported"]
    again.close()


def test_a_changed_file_becomes_a_new_version_and_marks_find_their_place(library, tmp_path):
    file = tmp_path / "meeting.txt"
    file.write_text(TEXT, encoding="utf-8")
    library.import_paths([file])
    quote = "The Communist Party of China took part."
    gone = "An emoji"
    marks = tuple(library.new_annotation(1, *library.place_quote(1, words)) for words in (quote, gone))
    library.apply(AddAnnotations(marks))
    file.write_text("A new first line that was not there.\n\n" + TEXT.replace(gone, "No sign"), encoding="utf-8")
    assert _statuses(library.import_paths([file])) == ["new-version"]
    kept = {mark.id: mark for mark in library.annotations()}
    text = library.text(1).text
    moved, lost = kept[marks[0].id], kept[marks[1].id]
    assert moved.state in (AnchorState.MOVED, AnchorState.PLEASE_CHECK)
    assert text[moved.anchor.start : moved.anchor.end] == quote
    assert lost.state is AnchorState.LOST
    assert lost.anchor.quote == gone


def test_a_quote_that_stands_twice_afterwards_is_never_placed_in_silence(library, tmp_path):
    file = tmp_path / "twice.txt"
    file.write_text("Before it. The same words here. After it.", encoding="utf-8")
    library.import_paths([file])
    mark = library.new_annotation(1, *library.place_quote(1, "The same words here."))
    library.apply(AddAnnotations((mark,)))
    file.write_text("Other. The same words here. Text. And The same words here. More.", encoding="utf-8")
    library.import_paths([file])
    assert library.annotations()[0].state is AnchorState.PLEASE_CHECK


def test_what_came_in_is_found_at_once(filled):
    result = filled.search(SearchRequest('"Communist Party of Cuba"'))
    assert result.total_documents == 1
    passage = result.hits[0].passages[0]
    assert TEXT[passage.start : passage.end] == "Communist Party of Cuba"


def test_cancelling_keeps_what_came_in(library, tmp_path):
    for number in range(80):
        (tmp_path / f"{number:03}.txt").write_text(f"Text number {number} about Peru.", encoding="utf-8")
    asked = iter([False] * 40)
    report = library.import_paths([tmp_path], is_cancelled=lambda: library.documents() != () and next(asked, True))
    imported = report.count(ImportStatus.IMPORTED)
    assert imported == len(library.documents())
    assert imported + report.count(ImportStatus.SKIPPED) == len(report.files)


def test_the_founding_texts_are_kept_code_point_for_code_point(library, shared):
    report = library.import_paths([shared / "seeds"])
    assert _statuses(report) == ["imported"] * 5
    assert _statuses(library.import_paths([shared / "seeds"])) == ["duplicate"] * 5
    for document in library.documents():
        original = Path(document.path).read_bytes().decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
        assert library.text(document.id).text == original
    assert library.search(SearchRequest('"Source: International Relations"')).total_documents == 3
    curly = library.search(SearchRequest("CPC’s"))
    straight = library.search(SearchRequest("CPC's"))
    assert curly.hits == straight.hits
    assert curly.total_documents == 5
    regions = [node.name for node in library.tree() if node.kind == "region"]
    assert len(regions) == 7
    assert json.dumps(regions)


def test_a_write_that_fails_leaves_nothing_behind(filled):
    connections: Connections = filled._archive.connections

    def fail() -> None:
        with connections.write() as connection:
            connection.execute("UPDATE document SET title = 'changed'")
            connection.execute("INSERT INTO archive VALUES ('identity', 'twice')")

    with pytest.raises(sqlite3.IntegrityError):
        fail()
    assert filled.documents()[0].title == "A Meeting in Manila"


def test_undo_after_a_new_version_brings_a_mark_back_where_its_words_stand_now(library, tmp_path):
    file = tmp_path / "meeting.txt"
    file.write_text(TEXT, encoding="utf-8")
    library.import_paths([file])
    quote = "The Communist Party of China took part."
    mark = library.new_annotation(1, *library.place_quote(1, quote))
    library.apply(AddAnnotations((mark,)))
    library.apply(RemoveAnnotations((mark.id,)))
    file.write_text("A line before.\n\n" + TEXT, encoding="utf-8")
    library.import_paths([file])
    library.undo()
    (kept,) = library.annotations()
    assert library.text(1).text[kept.anchor.start : kept.anchor.end] == kept.anchor.quote == quote


def test_a_saved_page_and_an_archive_of_several_come_in(library, tmp_path):
    folder = tmp_path / "formats"
    folder.mkdir()
    (folder / "a.html").write_text(
        "<html><head><title>A visit</title></head><body><nav>Home</nav><article><h1>A visit</h1>"
        f"<p>{'The Communist Party of Cuba received a delegation in Havana. ' * 8}</p></article></body></html>",
        encoding="utf-8",
    )
    with zipfile.ZipFile(folder / "b.zip", "w") as archive:
        archive.writestr("one.txt", "A text about Quito.")
        archive.writestr("inner/two.txt", "A text about Lima.")
    report = library.import_paths([folder])
    assert _statuses(report) == ["imported"] * 3
    assert library.search(SearchRequest("Lima")).total_documents == 1
    assert library.documents()[0].title == "A visit"
    assert {mention.name for mention in library.mentions(library.documents()[0].id)} >= {"Communist Party of Cuba"}
    assert _statuses(library.import_paths([folder])) == ["duplicate"] * 3


def test_how_far_an_import_is_is_told_with_what_became_of_every_file(library, tmp_path):
    folder = tmp_path / "some"
    folder.mkdir()
    for number in range(70):
        (folder / f"{number:02}.txt").write_text(f"Text {number} about Peru.", encoding="utf-8")
    (folder / "empty.txt").touch()
    told = []
    report = library.import_paths([folder], watch=told.append)
    assert [outcome for progress in told for outcome in progress.outcomes] == list(report.files)
    assert [progress.files_done for progress in told] == sorted(progress.files_done for progress in told)
    last = told[-1]
    total = sum(path.stat().st_size for path in folder.iterdir())
    assert (last.files_done, last.files, last.bytes_done, last.bytes) == (71, 71, total, total)
    assert Path(last.current).parent == folder
    assert last.seconds > 0


def test_no_file_is_begun_while_an_import_is_paused(library, tmp_path):
    for number in range(5):
        (tmp_path / f"{number}.txt").write_text(f"Text {number}.", encoding="utf-8")
    asked = []

    def is_paused() -> bool:
        asked.append(len(library.documents()))
        return len(asked) < 10

    told = []
    report = library.import_paths([tmp_path], watch=told.append, is_paused=is_paused)
    assert asked[:10] == [0] * 10
    assert report.count(ImportStatus.IMPORTED) == 5


def test_an_import_can_be_cancelled_while_it_is_paused(library, tmp_path):
    (tmp_path / "a.txt").write_text("Words")
    answers = iter([False, False, True])
    report = library.import_paths([tmp_path], is_cancelled=lambda: next(answers, True), is_paused=lambda: True)
    assert [outcome.status.value for outcome in report.files] == ["skipped"]


def test_workers_begin_no_file_while_an_import_is_paused(library, tmp_path):
    folder = tmp_path / "pages"
    folder.mkdir()
    for number in range(150):
        (folder / f"{number:03}.html").write_text(f"<p>Page {number} about Cuba and Peru.</p>", encoding="utf-8")
    stored, told = [], []

    def is_paused() -> bool:
        """Pause as soon as something came in, and go on when nothing more has come for a while."""
        stored.append(len(library.documents()))
        return stored[-1] > 0 and len(stored) < 30

    report = library.import_paths([folder], watch=told.append, is_paused=is_paused)
    assert report.count(ImportStatus.IMPORTED) == 150
    assert len(stored) > 29
    assert [progress.files_done for progress in told] == sorted(progress.files_done for progress in told)
    assert library.documents()[149].title
    names = {mention.name for mention in library.mentions(library.documents()[0].id)}
    assert names == {"Cuba", "Peru"}


def test_every_file_ends_with_one_outcome_though_it_was_named_twice(library, tmp_path):
    (tmp_path / "a.txt").write_text("Words")
    report = library.import_paths([tmp_path, tmp_path / "a.txt", tmp_path])
    assert [Path(outcome.path).name for outcome in report.files] == ["a.txt"]


def test_the_index_is_tidy_after_an_import(library, tmp_path):
    for name in ("first", "second"):
        folder = tmp_path / name
        folder.mkdir()
        for number in range(5):
            (folder / f"{number}.txt").write_text(f"Text {number} of the {name} import.", encoding="utf-8")
        library.import_paths([folder])
    with closing(sqlite3.connect(index_path_of(library.path))) as connection:
        families = connection.execute("SELECT family FROM search_segment WHERE active = 1").fetchall()
    assert len(families) == len(set(families)) == 2
