"""Backups are made behind the reader's back, shown with what they hold, and bring an archive back."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from gui.dialogs.restore import RestoreDialog
from gui.dialogs.settings import SettingsDialog
from storage.domain.backup import BackupPlan
from storage.library import Library
from storage.settings import load_settings
from tests.gui.main_window.conftest import Desk

Answer = Callable[..., None]


def notes(desk: Desk) -> list[str]:
    """Return the words that are marked."""
    return [mark.anchor.quote for mark in desk.marks]


def test_a_daily_backup_comes_by_itself(desk: Desk) -> None:
    assert desk.window.keeping_desk._due.isActive(), "it waits until the window has been painted"
    desk.window.keeping_desk.back_up_if_due()
    desk.settle()
    assert [backup.reason.value for backup in desk.library.backups()] == ["daily"]
    assert desk.window.status.currentMessage() == "A backup was made."


def test_a_backup_that_fails_is_told_and_hinders_nothing(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    desk.library.keep_backups(5, str(tmp_path / "file"))
    desk.window.keeping_desk.back_up_if_due()
    desk.settle()
    assert "No backup could be made" in desk.window.status.currentMessage()
    desk.open("A Meeting in Manila")
    desk.mark("Asia")
    assert notes(desk) == ["Asia"]


def test_restoring_goes_back_and_can_be_taken_back(desk: Desk, answer: Answer) -> None:
    desk.open("A Meeting in Manila")
    desk.mark("Asia")
    desk.window.actions_by_id["back_up_now"].trigger()
    desk.settle()
    desk.mark("Manila")
    path = desk.library.path
    seen: list[list[str]] = []

    def restore_first(dialog: RestoreDialog) -> None:
        table = dialog.table
        seen.append([str(table.model().index(0, column).data()) for column in range(1, 5)])
        QTest.mouseClick(dialog.go, Qt.MouseButton.LeftButton)

    answer(RestoreDialog, restore_first)
    for expected in (["Asia"], ["Manila", "Asia"]):
        desk.window.actions_by_id["restore_backup"].trigger()
        desk.settle()
        assert desk.library.path == path
        assert sorted(notes(desk)) == sorted(expected)
    assert seen == [["Made by hand", "2", "1", "0"], ["Before the archive was restored", "2", "2", "0"]]


def test_restoring_to_a_new_archive_opens_that(
    desk: Desk, answer: Answer, pick: Callable[[str, object], None], tmp_path: Path
) -> None:
    desk.window.actions_by_id["back_up_now"].trigger()
    desk.settle()
    pick("getSaveFileName", str(tmp_path / "new.liaison"))
    answer(RestoreDialog, lambda dialog: QTest.mouseClick(dialog.new, Qt.MouseButton.LeftButton))
    desk.window.actions_by_id["restore_backup"].trigger()
    desk.settle()
    assert desk.library.path == tmp_path / "new.liaison"
    assert len(desk.library.documents()) == 2


def test_without_backups_the_dialog_says_so(desk: Desk, answer: Answer) -> None:
    def look(dialog: RestoreDialog) -> None:
        assert "no backup of trial" in dialog._question.text()
        assert dialog.go.isHidden()
        dialog.reject()

    answer(RestoreDialog, look)
    desk.window.actions_by_id["restore_backup"].trigger()
    desk.settle()
    assert desk.library.documents()


def test_an_archive_that_cannot_be_opened_is_restored_from_the_start_page(
    desk: Desk, answer: Answer, pick: Callable[[str, object], None]
) -> None:
    desk.window.actions_by_id["back_up_now"].trigger()
    desk.settle()
    path = desk.library.path
    desk.window.session.close()
    path.write_bytes(b"ruined")
    pick("getOpenFileName", str(path))
    answer(RestoreDialog, lambda dialog: QTest.mouseClick(dialog.go, Qt.MouseButton.LeftButton))
    desk.window.actions_by_id["restore_backup"].trigger()
    desk.settle()
    assert len(desk.library.documents()) == 2


def test_a_synchronised_folder_is_warned_of_until_that_is_enough(new_window: Callable[[], Desk], archive: Path) -> None:
    (archive.parent / ".stfolder").mkdir()
    desk = new_window()
    assert desk.window.session.open(archive)
    desk.settle()
    assert "Syncthing" in desk.window.place_bar.sentence
    assert desk.window.place_bar.isVisible()
    QTest.mouseClick(desk.window.place_bar.away, Qt.MouseButton.LeftButton)
    desk.window.session.close()
    assert desk.window.session.open(archive)
    desk.settle()
    assert desk.window.place_bar.isHidden()
    assert load_settings()[0].places_accepted == (str(archive),)
    desk.window.close()


@pytest.mark.usefixtures("qapp")
def test_count_and_folder_of_backups_are_settings(desk: Desk, answer: Answer, tmp_path: Path) -> None:
    def choose(dialog: SettingsDialog) -> None:
        dialog.backup_count.setValue(2)
        dialog.backup_folder.setText(str(tmp_path / "safe"))
        dialog.accept()

    answer(SettingsDialog, choose)
    desk.window.actions_by_id["open_settings"].trigger()
    desk.window.actions_by_id["back_up_now"].trigger()
    desk.settle()
    made = Library.backups_of(desk.library.path, BackupPlan(2, str(tmp_path / "safe")))
    assert len(made) == 1
    assert made[0].path.is_relative_to(tmp_path / "safe")
    assert load_settings()[0].backup_count == 2


def test_a_damaged_archive_is_salvaged_and_what_is_missing_is_told(
    new_window: Callable[[], Desk], archive: Path, pick: Callable[[str, object], None], told: list[str], tmp_path: Path
) -> None:
    data = archive.read_bytes()
    archive.write_bytes(data[: len(data) // 2])
    desk = new_window()
    pick("getOpenFileName", str(archive))
    pick("getSaveFileName", str(tmp_path / "saved.liaison"))
    desk.window.actions_by_id["salvage_archive"].trigger()
    desk.settle()
    assert len(told) == 1
    assert "could not be read" in told[0]
    assert desk.library.path == tmp_path / "saved.liaison"
    desk.window.close()
