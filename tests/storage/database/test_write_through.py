"""Commits that did not wait for the disk are written through beside, and their log is folded into the file."""

import os
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from storage.database.write_through import WriteThrough

_LONG_ENOUGH_SECONDS = 20.0


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(tmp_path / "a.db", isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA wal_autocheckpoint = 0")
        connection.execute("CREATE TABLE word (word TEXT)")
        yield connection


def test_a_commit_is_synced_in_another_thread(
    archive: sqlite3.Connection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[tuple[str, bool]] = []
    came, sync = threading.Event(), os.fsync

    def watched(handle: int) -> None:
        synced.append((os.readlink(f"/proc/self/fd/{handle}"), threading.current_thread() is threading.main_thread()))
        sync(handle)
        came.set()

    if not Path("/proc/self/fd").is_dir():
        pytest.skip("this system does not tell which file is open")
    monkeypatch.setattr(os, "fsync", watched)
    through = WriteThrough(tmp_path / "a.db")
    archive.execute("INSERT INTO word VALUES ('a')")
    through.note_commit()
    assert came.wait(_LONG_ENOUGH_SECONDS)
    through.close()
    assert set(synced) == {(str(tmp_path / "a.db-wal"), False)}


def test_closing_writes_through_what_waits(
    archive: sqlite3.Connection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[int] = []
    monkeypatch.setattr(os, "fsync", calls.append)
    through = WriteThrough(tmp_path / "a.db")
    archive.execute("INSERT INTO word VALUES ('a')")
    through.note_commit()
    through.close()
    assert calls


def test_the_log_is_folded_when_it_is_quiet(archive: sqlite3.Connection, tmp_path: Path) -> None:
    through = WriteThrough(tmp_path / "a.db")
    archive.execute("INSERT INTO word VALUES ('folded')")
    through.note_commit()
    patience = threading.Event()
    for _ in range(round(_LONG_ENOUGH_SECONDS / 0.05)):
        if b"folded" in (tmp_path / "a.db").read_bytes():
            break
        patience.wait(0.05)
    through.close()
    assert b"folded" in (tmp_path / "a.db").read_bytes()


def test_what_the_disk_did_not_take_is_told_once(
    archive: sqlite3.Connection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(_handle: int) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(os, "fsync", fails)
    through = WriteThrough(tmp_path / "a.db")
    archive.execute("INSERT INTO word VALUES ('a')")
    through.note_commit()
    through.close()
    assert "Input/output error" in str(through.take_failure())
    assert through.take_failure() is None


def test_without_a_log_there_is_nothing_to_do(tmp_path: Path) -> None:
    through = WriteThrough(tmp_path / "none.db")
    through.note_commit()
    through.close()
    assert through.take_failure() is None


def test_a_log_that_cannot_be_folded_is_no_failure_and_later_commits_are_still_written_through(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    calls: list[int] = []
    monkeypatch.setattr(os, "fsync", calls.append)
    caplog.set_level("INFO")
    (tmp_path / "a.db").write_bytes(b"no database at all" * 100)
    (tmp_path / "a.db-wal").touch()
    through = WriteThrough(tmp_path / "a.db")
    through.note_commit()
    patience = threading.Event()
    for _ in range(round(_LONG_ENOUGH_SECONDS / 0.05)):
        if "could not be folded" in caplog.text:
            break
        patience.wait(0.05)
    assert "could not be folded" in caplog.text
    before = len(calls)
    through.note_commit()
    through.close()
    assert len(calls) == before + 1
    assert through.take_failure() is None
