"""Archives with overwritten, cut off or zeroed pages open, are salvaged with an honest report, or are refused."""

import random
import shutil
import sqlite3
from pathlib import Path

import pytest

from storage.database.connection import index_path_of
from storage.domain.document import Document
from storage.edits import AddAnnotations
from storage.errors import UserFacingError
from storage.library import Library

_PAGE = 4096
_HARMS = ("bytes", "zeros", "cut off", "noise", "blank")


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str], set[str]]:
    """Return an archive with its texts by title and the notes of its marks."""
    folder = tmp_path_factory.mktemp("whole")
    library = Library.create(folder / "whole.liaison", "Whole")
    chance = random.Random(5)
    (folder / "texts").mkdir()
    for number in range(60):
        body = "\n\n".join(" ".join(chance.choices(("Cuba", "party", "Манила", "和平"), k=80)) for _ in range(12))
        (folder / "texts" / f"{number:02}.txt").write_text(f"Title {number:02}\n\n{body}", encoding="utf-8")
    library.import_paths([folder / "texts"], jobs=1)
    for document in library.documents():
        mark = library.new_annotation(document.id, 10, 60, f"note on {document.title}", ("tag",))
        library.apply(AddAnnotations((mark,)))
    texts = {document.title: library.text(document.id).text for document in library.documents()}
    notes = {mark.note for mark in library.annotations()}
    library.close()
    assert len(texts) == len(notes) == 60
    return library.path, texts, notes


def harm(path: Path, chance: random.Random) -> None:
    """Damage a file as disks and copying programs do, never its first page."""
    data = bytearray(path.read_bytes())
    pages = len(data) // _PAGE
    kind = chance.choice(_HARMS)
    if kind == "cut off":
        del data[_PAGE * chance.randrange(pages // 4, pages) + chance.choice((0, 0, 1000)) :]
    for _ in range(chance.choice((1, 1, 3, 10, 40))):
        page = chance.randrange(1, max(2, len(data) // _PAGE))
        if kind == "bytes":
            start = page * _PAGE + chance.randrange(_PAGE - 40)
            data[start : start + 16] = chance.randbytes(16)
        elif kind != "cut off":
            filling = {"zeros": bytes(_PAGE), "noise": chance.randbytes(_PAGE), "blank": b"\xff" * _PAGE}[kind]
            data[page * _PAGE : (page + 1) * _PAGE] = filling
    path.write_bytes(data)


def looks_sound(path: Path) -> bool:
    """Open a damaged archive and look it over as a program would; a refusal that names the file is no sound one."""
    try:
        library = Library.open(path, or_to_read=True)
    except UserFacingError as refusal:
        return str(path) not in str(refusal)
    try:
        return not library.check().problems
    except UserFacingError:
        return False
    finally:
        library.close()


def check_what_is_saved(path: Path, texts: dict[str, str], notes: set[str], missing: tuple[str, ...]) -> int:
    """Check that everything saved is as it was or is told of; return how many documents were."""
    library = Library.open(path)
    try:
        told = " ".join(missing)
        documents = library.documents()
        for document in documents:
            if not is_as_it_was(library, document, texts):
                assert f"document {document.id}" in told or "documents could not" in told or "paragraphs" in told
        if len(documents) < len(texts) or {mark.note for mark in library.annotations()} != notes:
            assert missing
        library.refresh()
        assert [found for found in library.check().problems if "not the one that was stored" not in found] == []
        return len(documents)
    finally:
        library.close()


def is_as_it_was(library: Library, document: Document, texts: dict[str, str]) -> bool:
    return library.text(document.id).text == texts.get(document.title)


def run_damages(whole: tuple[Path, dict[str, str], set[str]], folder: Path, count: int, seed: int) -> list[int]:
    """Damage so many archives and return how many documents each gave back, -1 where it was refused."""
    path, texts, notes = whole
    chance = random.Random(seed)
    saved, found_sound = [], 0
    for number in range(count):
        damaged, target = folder / f"{number}.liaison", folder / f"{number}.saved.liaison"
        shutil.copy(path, damaged)
        harm(damaged, chance)
        before = damaged.read_bytes()
        try:
            report = Library.salvage(damaged, target)
        except UserFacingError:
            saved.append(-1)
        else:
            assert damaged.read_bytes() == before, "the damaged file is only read"
            saved.append(check_what_is_saved(target, texts, notes, report.missing))
        found_sound += looks_sound(damaged)
        for file in (damaged, target, index_path_of(damaged), index_path_of(target)):
            file.unlink(missing_ok=True)
    assert found_sound <= count // 4, "most harm is noticed; what lies on a free page or in an original is none"
    return saved


def test_damaged_archives_give_back_what_can_be_read(whole, tmp_path) -> None:
    saved = run_damages(whole, tmp_path, 12, 1)
    assert sum(count > 30 for count in saved) >= 6


@pytest.mark.faults
def test_two_hundred_damaged_archives(whole, tmp_path) -> None:
    saved = run_damages(whole, tmp_path, 200, 2)
    assert sum(count > 30 for count in saved) >= 100


def test_a_sound_archive_is_salvaged_whole(whole, tmp_path) -> None:
    path, texts, notes = whole
    report = Library.salvage(path, tmp_path / "saved.liaison")
    assert report.missing == ()
    assert check_what_is_saved(tmp_path / "saved.liaison", texts, notes, ()) == 60


def test_what_is_no_archive_is_refused(tmp_path) -> None:
    (tmp_path / "odd.liaison").write_bytes(b"odd")
    with pytest.raises(UserFacingError, match="not a Liaison archive"):
        Library.salvage(tmp_path / "odd.liaison", tmp_path / "saved.liaison")
    assert not (tmp_path / "saved.liaison").exists()


def lose_first_page(path: Path, filling: bytes = bytes(_PAGE)) -> None:
    data = bytearray(path.read_bytes())
    data[:_PAGE] = filling
    path.write_bytes(data)


@pytest.mark.parametrize("filling", [bytes(_PAGE), b"\xff" * _PAGE, random.Random(3).randbytes(_PAGE)])
def test_an_archive_without_its_first_page_is_salvaged_whole(whole, tmp_path, filling) -> None:
    path, texts, notes = whole
    damaged = tmp_path / "damaged.liaison"
    shutil.copy(path, damaged)
    lose_first_page(damaged, filling)
    before = damaged.read_bytes()
    with pytest.raises(UserFacingError, match=r"damaged\. Restore it from a backup; where there is none, salvage"):
        Library.open(damaged)
    report = Library.salvage(damaged, tmp_path / "saved.liaison")
    assert damaged.read_bytes() == before
    assert [str(line) for line in report.missing] == [
        "The first page of the file was lost; its tables were found where new archives have theirs."
    ]
    assert check_what_is_saved(tmp_path / "saved.liaison", texts, notes, report.missing) == 60
    assert {file.name for file in tmp_path.iterdir()} <= {"damaged.liaison", "saved.liaison", "saved.liaison.index"} | {
        file.name for file in tmp_path.glob(".*.lock")
    }


def test_the_first_page_of_a_backup_serves_where_that_of_a_new_archive_does_not(whole, tmp_path) -> None:
    path, texts, notes = whole
    damaged = tmp_path / "damaged.liaison"
    shutil.copy(path, damaged)
    with sqlite3.connect(damaged) as connection:
        connection.execute("CREATE TABLE once (a)")
        connection.execute("DROP TABLE once")
    connection.execute("VACUUM")
    connection.close()
    library = Library.open(damaged)
    backup = library.back_up()
    library.close()
    lose_first_page(damaged)
    report = Library.salvage(damaged, tmp_path / "saved.liaison")
    assert "found by the backup" in str(report.missing[0])
    assert str(backup) in str(report.missing[0])
    assert check_what_is_saved(tmp_path / "saved.liaison", texts, notes, report.missing) == 60


def test_a_first_page_that_does_not_fit_is_not_used(whole, tmp_path) -> None:
    path, _, _ = whole
    damaged = tmp_path / "damaged.liaison"
    shutil.copy(path, damaged)
    with sqlite3.connect(damaged) as connection:
        connection.execute("CREATE TABLE first_of_another_program (a)")
        connection.execute("PRAGMA writable_schema = ON")
    connection.execute("VACUUM")
    connection.close()
    lose_first_page(damaged)
    with pytest.raises(UserFacingError, match="Restore it from a backup"):
        Library.salvage(damaged, tmp_path / "saved.liaison")
    assert not (tmp_path / "saved.liaison").exists()


def test_words_are_no_archive_whatever_they_are_called(tmp_path) -> None:
    file = tmp_path / "words.liaison"
    file.write_bytes(b"words and words\n" * 10_000)
    with pytest.raises(UserFacingError, match="not a Liaison archive"):
        Library.salvage(file, tmp_path / "saved.liaison")
    assert not (tmp_path / "saved.liaison").exists()
