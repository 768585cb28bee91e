"""A bug is written to the log and shown with a report to copy; the program goes on."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from gui import crash
from gui.crash import CrashDialog, FormerCrashDialog


@pytest.fixture
def hook() -> Iterator[None]:
    before = sys.excepthook
    yield
    sys.excepthook = before


def raised() -> ValueError:
    try:
        raise ValueError("a bug \U0001f600")
    except ValueError as error:
        return error


def test_the_report_says_where_it_happened_and_on_what() -> None:
    error = raised()
    report = crash.report_of(type(error), error, error.__traceback__)
    assert "ValueError: a bug \U0001f600" in report
    assert "in raised" in report
    assert "Qt 6." in report


def test_the_report_can_be_copied(qtbot: QtBot) -> None:
    dialog = CrashDialog("line one\nline two")
    qtbot.add_widget(dialog)
    assert dialog.findChildren(QPlainTextEdit)[0].toPlainText() == "line one\nline two"
    copy = next(button for button in dialog.findChildren(QPushButton) if "Copy" in button.text())
    qtbot.mouseClick(copy, Qt.MouseButton.LeftButton)
    assert QApplication.clipboard().text() == "line one\nline two"


def test_a_bug_is_logged_and_shown(
    qtbot: QtBot, hook: None, expect_log: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    expect_log("ValueError: a bug")
    shown: list[CrashDialog] = []

    def keep(dialog: CrashDialog) -> None:
        shown.append(dialog)

    monkeypatch.setattr(CrashDialog, "exec", keep)
    error = raised()
    crash._on_exception(type(error), error, error.__traceback__)
    assert len(shown) == 1
    qtbot.add_widget(shown[0])


_DYING = """
import faulthandler, sys
from gui import crash
print(repr(crash.install()), flush=True)
if sys.argv[1] == "die":
    faulthandler._sigsegv()
crash.leave()
"""


def run_program(how: str) -> str:
    done = subprocess.run([sys.executable, "-c", _DYING, how], capture_output=True, text=True, check=False)
    assert (done.returncode == 0) == (how == "end"), done.stderr
    return done.stdout


def test_what_a_fatal_error_wrote_is_told_once_at_the_next_start() -> None:
    assert run_program("end") == "''\n"
    assert run_program("die") == "''\n"
    assert "Segmentation fault" in run_program("end")
    assert run_program("end") == "''\n"


def test_after_a_crash_the_archive_is_offered_again(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from gui.app import tell_of_crash
    from gui.main_window.window import MainWindow
    from storage.library import Library
    from storage.settings import Settings

    Library.create(tmp_path / "a.liaison").close()
    window = MainWindow(Settings(theme="light"))
    qtbot.add_widget(window)
    seen: list[str] = []

    def answer(button: int) -> None:
        def execute(dialog: FormerCrashDialog) -> int:
            seen.append(dialog.report.toPlainText())
            return button

        monkeypatch.setattr(FormerCrashDialog, "exec", execute)

    answer(0)
    tell_of_crash(window, "Segmentation fault", tmp_path / "a.liaison")
    assert window.session.library is None
    answer(1)
    tell_of_crash(window, "Segmentation fault", tmp_path / "a.liaison")
    assert window.session.library is not None
    assert seen == ["Segmentation fault"] * 2
    window.close()


def test_without_a_folder_for_logs_the_program_starts(
    hook: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "file" / "state"))
    assert crash.install() == ""
