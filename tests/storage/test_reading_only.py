"""An archive that cannot be written to can still be read: open elsewhere, on a protected medium, on a full disk."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from storage.database.connection import index_path_of
from storage.domain.archive import ReadOnlyReason
from storage.domain.search import SearchRequest
from storage.edits import AddAnnotations
from storage.errors import ArchiveNotReadableError, ArchiveReadOnlyError
from storage.library import Library
from tests.conftest import TEXT
from tests.storage.conftest import fill, protect

_OWNER = """
import sys
from pathlib import Path
from storage.library import Library
from storage.edits import AddAnnotations
library = Library.open(Path(sys.argv[1]))
print("open", flush=True)
for line in sys.stdin:
    library.apply(AddAnnotations((library.new_annotation(1, 0, 9, line.strip()),)))
    library.refresh()
    print("marked", flush=True)
library.close()
"""
_KILLED = """
import os, sys
from pathlib import Path
from storage.library import Library
from storage.edits import AddAnnotations
library = Library.open(Path(sys.argv[1]))
library.apply(AddAnnotations((library.new_annotation(1, 0, 9, "the last word"),)))
library.refresh()
os._exit(0)
"""


class Owner:
    """Another program that has an archive open and marks in it."""

    def __init__(self, path: Path) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-c", _OWNER, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        assert self._hear() == "open\n"

    def _hear(self) -> str:
        assert self._process.stdout is not None
        return self._process.stdout.readline()

    def mark(self, note: str) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(f"{note}\n")
        self._process.stdin.flush()
        assert self._hear() == "marked\n"

    def leave(self) -> None:
        self._process.communicate()


@pytest.fixture
def closed(filled: Library) -> Path:
    """Return an archive of one document whose index is up to date, closed."""
    filled.refresh()
    filled.close()
    return filled.path


@pytest.fixture
def owner(closed: Path) -> Iterator[Owner]:
    """Return a program that has the archive open."""
    owner = Owner(closed)
    yield owner
    owner.leave()


def _is_read_like_ever(library: Library, marks: int = 0) -> None:
    """Check that everything that reads answers, and nothing that writes does."""
    assert library.text(library.documents()[0].id).text == TEXT
    assert library.search(SearchRequest("Manila")).total_passages == 2
    assert "Communist Party of Cuba" in {mention.name for mention in library.mentions(library.documents()[0].id)}
    assert len(library.annotations()) == marks
    assert library.check().problems == ()
    assert library.tree()
    for write in (
        lambda: library.apply(AddAnnotations((library.new_annotation(library.documents()[0].id, 0, 9),))),
        lambda: library.read_again(library.documents()[0].id, "utf-8"),
    ):
        with pytest.raises(ArchiveReadOnlyError) as refusal:
            write()
        assert str(library.path) in str(refusal.value)
    assert len(library.annotations()) == marks


def test_the_second_program_reads_what_the_first_has_saved(closed: Path, owner: Owner) -> None:
    owner.mark("one")
    library = Library.open(closed, or_to_read=True)
    assert library.read_only is not None
    assert library.read_only.reason is ReadOnlyReason.IN_USE
    assert "another Liaison" in library.read_only.sentence
    _is_read_like_ever(library, marks=1)
    owner.mark("two")
    assert {mark.note for mark in library.annotations()} == {"one", "two"}
    library.close()


def test_the_second_program_writes_nothing(closed: Path, owner: Owner) -> None:
    files = [closed, index_path_of(closed)]
    before = [file.read_bytes() for file in files]
    library = Library.open(closed, or_to_read=True)
    library.refresh()
    library.search(SearchRequest("Manila"))
    library.close()
    assert [file.read_bytes() for file in files] == before
    owner.mark("still written")


def test_who_must_write_is_refused(closed: Path, owner: Owner) -> None:
    with pytest.raises(ArchiveNotReadableError, match="another Liaison"):
        Library.open(closed)


def test_the_reader_outlives_the_program_that_wrote(closed: Path, owner: Owner) -> None:
    library = Library.open(closed, or_to_read=True)
    owner.mark("the last")
    owner.leave()
    _is_read_like_ever(library, marks=1)
    library.close()
    again = Library.open(closed, or_to_read=True)
    assert again.read_only is None
    assert len(again.annotations()) == 1
    again.close()


def test_what_the_index_of_the_first_program_lacks_is_counted(closed: Path) -> None:
    writing = Library.open(closed)
    reading = Library.open(closed, or_to_read=True)
    assert reading.documents_behind() == 0
    writing.apply(AddAnnotations((writing.new_annotation(writing.documents()[0].id, 0, 9),)))
    assert reading.documents_behind() == 1
    writing.refresh()
    assert reading.documents_behind() == 0
    reading.close()
    writing.close()


def test_an_index_that_the_first_program_has_not_begun_is_made_elsewhere(closed: Path) -> None:
    writing = Library.open(closed)
    writing._archive.discard_index()
    reading = Library.open(closed, or_to_read=True)
    _is_read_like_ever(reading)
    reading.close()
    writing.close()


def test_a_protected_file_is_read(closed: Path) -> None:
    closed.chmod(0o444)
    beside = sorted(closed.parent.iterdir())
    library = Library.open(closed, or_to_read=True)
    assert library.read_only is not None
    assert library.read_only.reason is ReadOnlyReason.PROTECTED
    _is_read_like_ever(library)
    library.close()
    assert sorted(closed.parent.iterdir()) == beside


@pytest.mark.parametrize("index", ["there", "missing", "damaged"])
def test_a_protected_medium_is_read_and_lacks_no_index(closed: Path, small_disk: Path, index: str) -> None:
    path = small_disk / closed.name
    path.write_bytes(closed.read_bytes())
    if index == "there":
        index_path_of(path).write_bytes(index_path_of(closed).read_bytes())
    elif index == "damaged":
        index_path_of(path).write_bytes(b"\0" * 20_000)
    protect(small_disk)
    library = Library.open(path, or_to_read=True)
    assert library.read_only is not None
    assert library.read_only.reason is ReadOnlyReason.PROTECTED
    library.refresh()
    _is_read_like_ever(library)
    library.close()
    protect(small_disk, protected=False)


def test_a_search_index_that_is_damaged_is_made_elsewhere(closed: Path) -> None:
    import sqlite3

    connection = sqlite3.connect(index_path_of(closed))
    connection.execute("UPDATE search_block SET terms = zeroblob(4), header = zeroblob(4), documents = zeroblob(4)")
    connection.execute("UPDATE search_segment SET directory = zeroblob(4)")
    connection.commit()
    connection.close()
    closed.chmod(0o444)
    library = Library.open(closed, or_to_read=True)
    assert "damaged" in library.check(repair=True).problems[0]
    assert library.search(SearchRequest("Manila")).total_passages == 2
    _is_read_like_ever(library)
    library.close()


@pytest.mark.parametrize("state", ["protected", "full"])
def test_what_was_committed_before_a_kill_is_read(closed: Path, small_disk: Path, state: str) -> None:
    path = small_disk / closed.name
    for source, copy in ((closed, path), (index_path_of(closed), index_path_of(path))):
        copy.write_bytes(source.read_bytes())
    subprocess.run([sys.executable, "-c", _KILLED, str(path)], check=True)
    assert path.with_name(f"{path.name}-wal").stat().st_size
    for shared in small_disk.glob("*-shm"):
        shared.unlink()
    fill(small_disk)
    if state == "protected":
        protect(small_disk)
    library = Library.open(path, or_to_read=True)
    assert library.read_only is not None
    expected = ReadOnlyReason.FULL_DISK if state == "full" else ReadOnlyReason.PROTECTED
    assert library.read_only.reason is expected
    _is_read_like_ever(library, marks=1)
    library.close()
    with pytest.raises(ArchiveNotReadableError, match="full" if state == "full" else "read-only"):
        Library.open(path)
    protect(small_disk, protected=False)
    (small_disk / "filling").unlink()
    again = Library.open(path)
    assert [mark.note for mark in again.annotations()] == ["the last word"]
    again.close()


def test_an_archive_of_an_older_format_cannot_be_read_where_it_cannot_be_brought_up(closed: Path) -> None:
    from tests.storage.database.test_migrations import make_first_format

    make_first_format(closed)
    closed.chmod(0o444)
    with pytest.raises(ArchiveNotReadableError, match=r"older format \(1\).*read-only"):
        Library.open(closed, or_to_read=True)


def test_files_that_vanish_while_open_are_told_of_in_a_sentence(closed: Path) -> None:
    library = Library.open(closed)
    elsewhere = closed.parent / "gone"
    elsewhere.mkdir()
    for file in closed.parent.glob("archive.liaison*"):
        file.rename(elsewhere / file.name)
    closed.mkdir()
    with pytest.raises(ArchiveNotReadableError, match="drive is connected"):
        library.documents()
    library.close()
    with pytest.raises(ArchiveNotReadableError, match="folder, not an archive"):
        Library.open(closed)
