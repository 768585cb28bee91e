"""Backups are made when they are due, hold what the archive held, and bring it back."""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from storage.database.connection import index_path_of
from storage.domain.backup import BackupPlan, BackupReason, Holdings
from storage.edits import AddAnnotations
from storage.errors import ArchiveNotReadableError, CancelledError, UserFacingError
from storage.library import Library
from tests.conftest import TEXT
from tests.storage.conftest import fill

PLAN = BackupPlan()


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[datetime]:
    """Return a list whose only entry is the time the archive believes it is."""
    times = [datetime(2026, 3, 1, 12, tzinfo=UTC)]
    monkeypatch.setattr("storage.use_cases.archive.OpenArchive.now", lambda _archive: times[0])
    return times


def mark(library: Library, note: str = "") -> None:
    """Mark the first letters of the first document."""
    library.apply(AddAnnotations((library.new_annotation(library.documents()[0].id, 0, 9, note),)))


def test_an_empty_archive_needs_no_backup(library: Library) -> None:
    assert library.back_up_if_due() is None
    assert library.backups() == ()
    assert not library.backup_folder.exists()


def test_a_backup_a_day_and_only_of_what_changed(filled: Library, clock: list[datetime]) -> None:
    first = filled.back_up_if_due()
    assert first is not None
    assert filled.back_up_if_due() is None
    mark(filled)
    clock[0] += timedelta(hours=23)
    assert filled.back_up_if_due() is None
    clock[0] += timedelta(hours=2)
    second = filled.back_up_if_due()
    assert second is not None
    clock[0] += timedelta(days=2)
    assert filled.back_up_if_due() is None, "nothing has changed since"
    filled.undo()
    assert filled.back_up_if_due() is not None
    assert [backup.holdings for backup in filled.backups()] == [
        Holdings(1, 0, 0), Holdings(1, 1, 0), Holdings(1, 0, 0),
    ]  # fmt: skip


def test_a_clock_that_went_back_neither_stops_backups_nor_costs_the_newest(
    filled: Library, clock: list[datetime]
) -> None:
    filled.keep_backups(2, "")
    made = []
    for days in (400, 0, -3, 1):
        clock[0] = datetime(2026, 3, 1, tzinfo=UTC) + timedelta(days=days)
        mark(filled, f"{days} days")
        made.append(filled.back_up_if_due())
    assert None not in made
    assert [backup.path for backup in filled.backups()] == [made[3], made[2]]


def test_the_oldest_of_each_reason_are_given_up(filled: Library) -> None:
    filled.keep_backups(2, "")
    daily = filled.back_up(BackupReason.DAILY)
    for _ in range(4):
        mark(filled)
        filled.back_up_before(BackupReason.BEFORE_IMPORT)
    kept = filled.backups()
    assert [backup.reason for backup in kept] == [BackupReason.BEFORE_IMPORT] * 2 + [BackupReason.DAILY]
    assert kept[-1].path == daily
    assert [backup.holdings.marks for backup in kept if backup.holdings] == [4, 3, 0]


def test_no_backups_where_none_are_wanted_and_elsewhere_where_that_is(filled: Library, tmp_path: Path) -> None:
    filled.keep_backups(0, "")
    assert filled.back_up_if_due() is None
    filled.keep_backups(3, str(tmp_path / "elsewhere"))
    made = filled.back_up_if_due()
    assert made is not None
    assert made.is_relative_to(tmp_path / "elsewhere")
    filled.close()
    assert [one.path for one in Library.backups_of(filled.path, BackupPlan(3, str(tmp_path / "elsewhere")))] == [made]
    filled.path.write_bytes(b"ruined")
    assert [one.path for one in Library.backups_of(filled.path, BackupPlan(3, str(tmp_path / "elsewhere")))] == [made]


def test_a_backup_is_stopped_when_asked_and_leaves_nothing(filled: Library) -> None:
    with pytest.raises(CancelledError):
        filled.back_up(is_cancelled=lambda: True)
    assert list(filled.backup_folder.iterdir()) == []


def test_edits_made_meanwhile_do_not_come_into_the_backup(filled: Library) -> None:
    made = filled.back_up(progress=lambda _progress: mark(filled))
    assert filled.annotations()
    assert made is not None
    assert [backup.holdings for backup in filled.backups()] == [Holdings(1, 0, 0)]


def test_a_folder_that_cannot_be_made_is_named(filled: Library, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    filled.keep_backups(3, str(tmp_path / "file"))
    with pytest.raises(UserFacingError, match="folder for backups"):
        filled.back_up()
    filled.back_up_before(BackupReason.BEFORE_IMPORT)


def test_a_full_disk_costs_the_backup_and_nothing_else(filled: Library, small_disk: Path) -> None:
    filled.keep_backups(3, str(small_disk))
    fill(small_disk)
    with pytest.raises(UserFacingError, match="cannot be"):
        filled.back_up()
    assert sorted(path for path in small_disk.rglob("*") if path.is_file()) == [small_disk / "filling"]
    mark(filled)


def test_a_large_import_is_preceded_by_a_backup(
    filled: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("storage.use_cases.importing._MANY_FILES", 2)
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text(f"Text {name}.", encoding="utf-8")
    filled.import_paths([tmp_path / "a.txt", tmp_path / "b.txt"])
    assert [(one.reason, one.holdings) for one in filled.backups()] == [(BackupReason.BEFORE_IMPORT, Holdings(1, 0, 0))]
    assert len(filled.documents()) == 3


@pytest.fixture
def backed_up(filled: Library) -> tuple[Path, Path]:
    """Return a closed archive with the note *later*, and a backup of it with the note *earlier*."""
    mark(filled, "earlier")
    made = filled.back_up()
    assert made is not None
    filled.undo()
    mark(filled, "later")
    filled.refresh()
    filled.close()
    return filled.path, made


def notes_in(path: Path) -> list[str]:
    """Return the notes of an archive, which must be sound."""
    library = Library.open(path)
    try:
        library.refresh()
        assert library.check().problems == ()
        assert library.text(library.documents()[0].id).text == TEXT
        return [one.note for one in library.annotations()]
    finally:
        library.close()


def test_restoring_brings_back_and_keeps_what_was_there(backed_up: tuple[Path, Path]) -> None:
    path, backup = backed_up
    done = Library.restore(path, backup, PLAN)
    assert notes_in(path) == ["earlier"]
    assert done.kept is not None
    again = Library.restore(path, done.kept, PLAN)
    assert notes_in(path) == ["later"]
    assert again.kept is not None
    assert [one.reason for one in Library.backups_of(path, PLAN)] == [
        BackupReason.BEFORE_RESTORE, BackupReason.BEFORE_RESTORE, BackupReason.BY_HAND,
    ]  # fmt: skip


def test_restoring_to_a_new_file_leaves_the_archive_alone(backed_up: tuple[Path, Path], tmp_path: Path) -> None:
    path, backup = backed_up
    Library.restore_to_new(backup, tmp_path / "new.liaison")
    assert notes_in(tmp_path / "new.liaison") == ["earlier"]
    assert notes_in(path) == ["later"]
    with pytest.raises(UserFacingError, match="there already"):
        Library.restore_to_new(backup, path)


@pytest.mark.parametrize("harm", ["page", "no archive", "gone"])
def test_a_ruined_archive_is_restored_and_its_ruin_kept(backed_up: tuple[Path, Path], harm: str) -> None:
    path, backup = backed_up
    data = path.read_bytes()
    ruin = {"page": data[:4096] + os.urandom(4096 * 40) + data[4096 * 41 :], "no archive": b"ruined", "gone": b""}[harm]
    path.write_bytes(ruin)
    if harm == "gone":
        path.unlink()
    done = Library.restore(path, backup, PLAN)
    assert notes_in(path) == ["earlier"]
    if harm == "gone":
        assert done.kept is None
    else:
        assert done.kept is not None
        assert done.kept.read_bytes() == ruin
        assert "damaged" in done.kept.name


def test_a_damaged_backup_restores_nothing(backed_up: tuple[Path, Path]) -> None:
    path, backup = backed_up
    backup.chmod(0o644)
    data = bytearray(backup.read_bytes())
    data[8192 : 4096 * 60] = bytes(4096 * 58)
    backup.write_bytes(data)
    before = path.read_bytes()
    with pytest.raises(UserFacingError, match="damaged"):
        Library.restore(path, backup, PLAN)
    backup.write_bytes(b"")
    with pytest.raises(ArchiveNotReadableError, match="0 bytes"):
        Library.restore(path, backup, PLAN)
    assert path.read_bytes() == before
    assert notes_in(path) == ["later"]


def test_an_archive_that_is_open_is_not_restored(backed_up: tuple[Path, Path]) -> None:
    path, backup = backed_up
    library = Library.open(path)
    with pytest.raises(ArchiveNotReadableError, match="another Liaison"):
        Library.restore(path, backup, PLAN)
    library.close()
    assert notes_in(path) == ["later"]


def test_a_backup_opened_by_itself_stays_as_it_is(backed_up: tuple[Path, Path]) -> None:
    _, backup = backed_up
    before = backup.read_bytes()
    library = Library.open(backup, or_to_read=True)
    assert library.read_only is not None
    library.refresh()
    assert len(library.annotations()) == 1
    library.close()
    assert backup.read_bytes() == before
    assert not index_path_of(backup).exists()
