"""The session holds one archive at a time and tells what becomes of it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from gui.session import Session
from gui.tasks.searches import Answer, DocumentSpans
from storage.domain.changes import Changes
from storage.domain.importing import ImportReport, ImportStatus
from storage.domain.search import SearchRequest
from storage.edits import AddAnnotations
from storage.library import Library
from tests.conftest import TEXT
from tests.gui.conftest import OTHER_TEXT


@pytest.fixture
def session(qapp: object) -> Iterator[Session]:
    made = Session()
    yield made
    made.end()


@pytest.fixture
def at_work(qtbot: QtBot, session: Session, tmp_path: Path) -> Session:
    """Return a session with an empty archive, its index up to date."""
    assert session.create(tmp_path / "first.liaison", "First")
    qtbot.wait_until(lambda: not session.jobs.busy)
    return session


def open_library(session: Session) -> Library:
    assert session.library is not None
    return session.library


def bring_in(qtbot: QtBot, session: Session, folder: Path, text: str) -> ImportReport:
    file = folder / f"text{len(list(folder.iterdir()))}.txt"
    file.write_text(text, encoding="utf-8")
    with qtbot.wait_signal(session.imported) as told:
        session.import_paths([file])
    qtbot.wait_until(lambda: not session.jobs.busy)
    assert told.args is not None
    return told.args[0]


def test_opening_another_archive_closes_the_first(qtbot: QtBot, at_work: Session, tmp_path: Path) -> None:
    told: list[Library | None] = []
    at_work.opened.connect(told.append)
    first = open_library(at_work)
    assert at_work.create(tmp_path / "second.liaison")
    assert told == [None, at_work.library]
    assert at_work.open(first.path)
    assert open_library(at_work).title == "First"


def test_an_archive_that_cannot_be_opened_leaves_the_present_one(at_work: Session, tmp_path: Path) -> None:
    told: list[str] = []
    at_work.failed.connect(told.append)
    before = at_work.library
    assert not at_work.open(tmp_path / "not there.liaison")
    assert at_work.library is before
    assert "not there.liaison" in told[0]


def test_opening_what_is_open_already_changes_nothing(at_work: Session) -> None:
    told: list[object] = []
    at_work.opened.connect(told.append)
    assert at_work.open(open_library(at_work).path)
    assert told == []


def test_an_archive_goes_on_in_another_session(qtbot: QtBot, at_work: Session, tmp_path: Path) -> None:
    document = bring_in(qtbot, at_work, tmp_path, TEXT).files[0].document
    assert document is not None
    library = open_library(at_work)
    assert at_work.edit(AddAnnotations((library.new_annotation(document, 0, 7),)))
    told: list[Library | None] = []
    successor = Session()
    successor.opened.connect(told.append)
    try:
        assert at_work.let_go() is library
        assert at_work.library is None
        successor.take(library)
        assert told == [library]
        assert open_library(successor) is library
        assert len(library.annotations()) == 1
        successor.undo_stack.undo()
        assert library.annotations() == ()
        qtbot.wait_until(lambda: not successor.jobs.busy)
    finally:
        successor.end()


def test_a_session_without_an_archive_lets_go_of_none(at_work: Session) -> None:
    at_work.close()
    assert at_work.let_go() is None


def test_a_new_archive_does_not_write_over_one_that_is_there(at_work: Session, tmp_path: Path) -> None:
    other = tmp_path / "other.liaison"
    other.write_bytes(b"somebody's work")
    told: list[str] = []
    at_work.failed.connect(told.append)
    assert not at_work.create(other)
    assert other.read_bytes() == b"somebody's work"
    assert len(told) == 1


def test_imported_files_can_be_searched_and_counted_in_the_tree(qtbot: QtBot, at_work: Session, tmp_path: Path) -> None:
    changed: list[Changes] = []
    at_work.changed.connect(changed.append)
    report = bring_in(qtbot, at_work, tmp_path, TEXT)
    document = report.files[0].document
    assert report.files[0].status is ImportStatus.IMPORTED
    assert any(document in one.documents for one in changed)
    qtbot.wait_until(lambda: any(document in one.mentions for one in changed))
    assert not open_library(at_work).index_is_stale()
    with qtbot.wait_signal(at_work.searches.searched) as told:
        at_work.searches.search(SearchRequest("manila"))
    assert told.args is not None
    assert told.args[0].result.total_documents == 1


def test_a_file_that_cannot_be_read_is_reported_and_the_rest_comes_in(
    qtbot: QtBot, at_work: Session, tmp_path: Path
) -> None:
    good, bad = tmp_path / "good.txt", tmp_path / "bad.txt"
    good.write_text(OTHER_TEXT, encoding="utf-8")
    bad.write_bytes(b"")
    with qtbot.wait_signal(at_work.imported) as told:
        at_work.import_paths([bad, good])
    assert told.args is not None
    outcomes = {Path(file.path).name: file for file in told.args[0].files}
    assert outcomes["good.txt"].status is ImportStatus.IMPORTED
    assert outcomes["bad.txt"].status in (ImportStatus.FAILED, ImportStatus.SKIPPED)
    assert "bad.txt" in outcomes["bad.txt"].reason
    qtbot.wait_until(lambda: not at_work.jobs.busy)


def test_only_the_answer_to_the_last_question_comes(qtbot: QtBot, at_work: Session, tmp_path: Path) -> None:
    bring_in(qtbot, at_work, tmp_path, TEXT)
    answers: list[Answer] = []
    at_work.searches.searched.connect(answers.append)
    for typed in ("m", "ma", "man", "mani"):
        at_work.searches.search(SearchRequest(typed, as_you_type=True))
    at_work.searches.search(SearchRequest("greetings"))
    qtbot.wait_until(lambda: bool(answers) and not at_work.searches.busy)
    assert [answer.result.query for answer in answers] == ["greetings"]


def test_typing_asks_once_when_it_pauses(qtbot: QtBot, at_work: Session, tmp_path: Path) -> None:
    bring_in(qtbot, at_work, tmp_path, TEXT)
    answers: list[Answer] = []
    at_work.searches.searched.connect(answers.append)
    for typed in ("m", "ma", "man"):
        at_work.searches.search(SearchRequest(typed, as_you_type=True))
    qtbot.wait_until(lambda: bool(answers) and not at_work.searches.busy)
    assert [answer.result.query for answer in answers] == ["man"]
    assert answers[0].result.total_documents == 1


def test_hits_of_one_document_come_with_what_was_asked(qtbot: QtBot, at_work: Session, tmp_path: Path) -> None:
    document = bring_in(qtbot, at_work, tmp_path, TEXT).files[0].document
    assert document is not None
    answers: list[DocumentSpans] = []
    at_work.searches.find_hits(document, SearchRequest("manila"), answers.append)
    qtbot.wait_until(lambda: bool(answers))
    found, request, spans = answers[0].document, answers[0].request, answers[0].spans
    text = open_library(at_work).text(document).text
    assert (found, request) == (document, SearchRequest("manila"))
    assert {text[span.start : span.end].casefold() for span in spans} == {"manila"}


def test_an_edit_is_told_and_can_be_taken_back_after_reopening(qtbot: QtBot, at_work: Session, tmp_path: Path) -> None:
    document = bring_in(qtbot, at_work, tmp_path, TEXT).files[0].document
    assert document is not None
    library = open_library(at_work)
    start, end = library.place_quote(document, "combining e\u0301 and \U00020000")
    edit = AddAnnotations((library.new_annotation(document, start, end),))
    with qtbot.wait_signal(at_work.changed):
        assert at_work.edit(edit)
    path = library.path
    at_work.close()
    assert at_work.library is None
    assert at_work.open(path)
    assert open_library(at_work).annotations()[0].anchor.quote == "combining e\u0301 and \U00020000"
    at_work.undo_stack.stack.undo()
    assert open_library(at_work).annotations() == ()


def test_a_bug_in_a_job_is_told_as_a_bug_and_not_as_a_sentence(qtbot: QtBot, at_work: Session) -> None:
    sentences: list[str] = []
    at_work.failed.connect(sentences.append)
    error = ValueError("a bug")

    def job(_progress: object, _is_cancelled: object) -> None:
        raise error

    with qtbot.wait_signal(at_work.bug_found) as told:
        at_work.start(job, lambda _result: None)
    assert told.args == [error]
    assert sentences == []


def test_closing_in_the_middle_of_an_import_keeps_what_was_stored(
    qtbot: QtBot, at_work: Session, tmp_path: Path
) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(40):
        (folder / f"{number}.txt").write_text(f"Text {number}\n\n{TEXT}", encoding="utf-8")
    path = open_library(at_work).path
    with qtbot.wait_signal(at_work.jobs.progressed):
        at_work.import_paths([folder])
    at_work.close()
    assert at_work.open(path)
    library = open_library(at_work)
    kept = library.documents()
    assert all(TEXT in library.text(document.id).text for document in kept)
    qtbot.wait_until(lambda: not library.index_is_stale() and not at_work.jobs.busy)
