"""A bug is written to the log and shown with a report to copy; the program goes on."""

import sys
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from gui import crash
from gui.crash import CrashDialog


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
