import hashlib
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from storage.database.connection import ARCHIVE_APPLICATION_ID, INDEX_APPLICATION_ID, SCHEMA_VERSION, index_path_of
from storage.errors import ArchiveNotReadableError
from storage.library import Library


def _fingerprint(path: Path) -> tuple[str, int]:
    return hashlib.sha256(path.read_bytes()).hexdigest(), path.stat().st_mtime_ns


def _names_beside(path: Path) -> set[str]:
    return {name for name in os.listdir(path.parent) if not name.endswith(".lock")}


def _refused(path: Path, *words: str) -> None:
    before = _fingerprint(path)
    beside = _names_beside(path)
    with pytest.raises(ArchiveNotReadableError) as refusal:
        Library.open(path)
    for word in (str(path), *words):
        assert word in str(refusal.value)
    assert _fingerprint(path) == before
    assert _names_beside(path) == beside


@pytest.fixture
def closed(tmp_path: Path) -> Path:
    path = tmp_path / "closed.liaison"
    Library.create(path, "Closed").close()
    return path


def test_both_files_carry_their_marks(closed):
    for path, application in ((closed, ARCHIVE_APPLICATION_ID), (index_path_of(closed), INDEX_APPLICATION_ID)):
        header = path.read_bytes()[:100]
        assert int.from_bytes(header[68:72], "big") == application
        assert header[18:20] == b"\x02\x02", "both files are in WAL mode"
    assert int.from_bytes(closed.read_bytes()[60:64], "big") == SCHEMA_VERSION


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(ArchiveNotReadableError, match=r"no file .*gone\.liaison"):
        Library.open(tmp_path / "gone.liaison")


@pytest.mark.parametrize(
    ("content", "words"),
    [(b"", "0 bytes"), (b"plain words", "not a Liaison archive"), (b"\0" * 8192, "not a Liaison archive")],
)
def test_what_is_no_archive_is_refused_untouched(tmp_path, content, words):
    path = tmp_path / "odd.liaison"
    path.write_bytes(content)
    _refused(path, words)


def test_another_programs_database_is_refused_untouched(tmp_path):
    path = tmp_path / "other.liaison"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE note (id)")
    connection.close()
    _refused(path, "not a Liaison archive")


def test_an_archive_of_a_newer_program_is_refused_untouched(closed):
    connection = sqlite3.connect(closed)
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    connection.close()
    _refused(closed, "newer Liaison")


def test_a_read_only_archive_is_refused_untouched(closed):
    closed.chmod(0o444)
    _refused(closed, "read-only", "copy")


def test_an_archive_that_is_open_elsewhere_is_refused_untouched(closed):
    program = (
        "import sys; from pathlib import Path; from storage.library import Library\n"
        "library = Library.open(Path(sys.argv[1])); print('open', flush=True); sys.stdin.read(); library.close()"
    )
    other = subprocess.Popen(
        [sys.executable, "-c", program, str(closed)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert other.stdout is not None
    assert other.stdout.readline() == "open\n"
    before = closed.read_bytes()
    with pytest.raises(ArchiveNotReadableError, match="open in another Liaison"):
        Library.open(closed)
    assert closed.read_bytes() == before
    other.communicate("")
    Library.open(closed).close()


def test_an_archive_held_by_another_program_is_refused(closed):
    holder = sqlite3.connect(closed, isolation_level=None)
    holder.execute("PRAGMA locking_mode = EXCLUSIVE")
    holder.execute("BEGIN EXCLUSIVE")
    with pytest.raises(ArchiveNotReadableError, match="another program"):
        Library.open(closed)
    holder.close()


def test_making_an_archive_never_overwrites(closed, tmp_path):
    before = _fingerprint(closed)
    with pytest.raises(ArchiveNotReadableError, match="there already"):
        Library.create(closed)
    assert _fingerprint(closed) == before
    with pytest.raises(ArchiveNotReadableError, match="no folder"):
        Library.create(tmp_path / "missing" / "new.liaison")


def test_a_damaged_archive_is_refused(closed):
    data = bytearray(closed.read_bytes())
    data[100:4096] = os.urandom(3996)
    closed.write_bytes(data)
    with pytest.raises(ArchiveNotReadableError, match="damaged"):
        Library.open(closed)


@pytest.mark.parametrize("damage", ["deleted", "zeros", "half", "foreign"])
def test_an_index_that_is_lost_or_damaged_is_made_anew(filled, tmp_path, damage):
    from storage.domain.search import SearchRequest

    path = filled.path
    before = [filled.search(SearchRequest(query)) for query in ("Manila", '"Party of Korea"', "part*")]
    mentions = filled.mentions(filled.documents()[0].id)
    filled.close()
    index = index_path_of(path)
    if damage == "deleted":
        index.unlink()
    elif damage == "zeros":
        index.write_bytes(b"\0" * index.stat().st_size)
    elif damage == "half":
        index.write_bytes(index.read_bytes()[: index.stat().st_size // 2])
    else:
        Library.create(tmp_path / "foreign.liaison").close()
        index_path_of(tmp_path / "foreign.liaison").replace(index)
    library = Library.open(path)
    try:
        library.refresh()
        after = [library.search(SearchRequest(query)) for query in ("Manila", '"Party of Korea"', "part*")]
        assert [result.hits for result in after] == [result.hits for result in before]
        assert [result.total_passages for result in before] == [2, 1, 5]
        assert library.mentions(library.documents()[0].id) == mentions
        assert library.check().problems == ()
    finally:
        library.close()
