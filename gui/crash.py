"""What happens when the program itself is at fault: log, and a dialog with a report to copy."""

import faulthandler
import logging
import sys
import traceback
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout

from gui.problem_report import program_and_machine
from storage.paths import log_folder

_log = logging.getLogger(__name__)


def report_of(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> str:
    """Write a report that somebody who mends the program needs, without anything of the reader's archive."""
    lines = (
        program_and_machine(),
        datetime.now(UTC).isoformat(timespec="seconds"),
        "",
        "".join(traceback.format_exception(kind, error, trace)),
    )
    return "\n".join(lines)


class CrashDialog(QDialog):
    """Says that the program made a mistake, that saved work is safe, and shows the report."""

    def __init__(self, report: str) -> None:
        super().__init__(QApplication.activeWindow())
        self.setWindowTitle(self.tr("Liaison made a mistake"))
        self.resize(640, 420)
        said = QLabel(
            self.tr(
                "Something went wrong inside the program. What was shown as saved is safe. "
                "You can go on; if it happens again, close and reopen. The report below helps to mend it."
            )
        )
        said.setWordWrap(True)
        text = QPlainTextEdit(report)
        text.setReadOnly(True)
        text.setAccessibleName(self.tr("Report"))
        buttons = QDialogButtonBox()
        copy = buttons.addButton(self.tr("Copy the report"), QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(self.tr("Go on"), QDialogButtonBox.ButtonRole.AcceptRole)
        copy.clicked.connect(self._copy)
        buttons.accepted.connect(self.accept)
        layout = QVBoxLayout(self)
        for widget in (said, text, buttons):
            layout.addWidget(widget)
        self._report = report

    def _copy(self) -> None:
        QApplication.clipboard().setText(self._report)


def _on_exception(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, trace)
        return
    report = report_of(kind, error, trace)
    _log.error("%s", report)
    if QApplication.instance() is not None:
        CrashDialog(report).exec()


def install() -> Path:
    """Take over uncaught exceptions and fatal errors; returns the file that a fatal error is written to."""
    fatal = log_folder() / "fatal.log"
    stream = fatal.open("a", encoding="utf-8")
    faulthandler.enable(stream)
    sys.excepthook = _on_exception
    return fatal
