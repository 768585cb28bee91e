"""What happens when the program itself is at fault: log, and a dialog with a report to copy."""

import faulthandler
import logging
import os
import sys
import traceback
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from gui.plain_words import tooltip
from gui.problem_report import program_and_machine
from storage.paths import log_folder

_FATAL = "fatal"
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


def install() -> str:
    """Take over uncaught exceptions and fatal errors; returns what a fatal error wrote that ended the program before.

    Each program writes to a file of its own, so that one does not take the other's for a crash.
    """
    sys.excepthook = _on_exception
    try:
        folder = log_folder()
        former = _take_former(folder)
        stream = (folder / f"{_FATAL}-{os.getpid()}.log").open("w", encoding="utf-8")
    except OSError as error:
        _log.info("Fatal errors cannot be written down: %s", error)
        faulthandler.enable()
        return ""
    faulthandler.enable(stream)
    return former


def leave() -> None:
    """Take the file for fatal errors away; the program ends as it should."""
    faulthandler.disable()
    with suppress(OSError):  # an empty file that stays says nothing at the next start either
        (log_folder() / f"{_FATAL}-{os.getpid()}.log").unlink(missing_ok=True)


def _take_former(folder: Path) -> str:
    """Return what the newest fatal error wrote, and keep it under a name that is not looked at again."""
    written = sorted(folder.glob(f"{_FATAL}-*.log"), key=lambda file: file.stat().st_mtime)
    told = [file for file in written if file.stat().st_size]
    if not told:
        return ""
    report = told[-1].read_text(encoding="utf-8", errors="replace")
    told[-1].replace(folder / f"{_FATAL}.log")
    for file in told[:-1]:
        file.unlink()
    return report


class FormerCrashDialog(QDialog):
    """Says that the program was cut short the last time, shows what it left, and offers to open the archive again.

    Args:
        report: What the fatal error wrote.
        archive: The archive that was open last; None when there is none to offer.
    """

    def __init__(self, report: str, archive: Path | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Liaison was cut short"))
        self.resize(640, 420)
        said = QLabel(
            self.tr(
                "The last time, Liaison ended by a mistake of its own. Everything that was shown as saved is in the "
                "archive. The report below helps to mend the mistake."
            )
        )
        said.setWordWrap(True)
        self.report = QPlainTextEdit(report)
        self.report.setReadOnly(True)
        self.report.setAccessibleName(self.tr("Report"))
        buttons = QDialogButtonBox()
        copy = buttons.addButton(self.tr("Copy the report"), QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(self.tr("Start without an archive"), QDialogButtonBox.ButtonRole.RejectRole)
        self.reopen = buttons.addButton(self.tr("Open the archive again"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.reopen.setProperty("primary", True)
        self.reopen.setVisible(archive is not None)
        self.reopen.setToolTip(tooltip(archive.name) if archive is not None else "")
        copy.clicked.connect(self._copy)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        for widget in (said, self.report, buttons):
            layout.addWidget(widget)

    def _copy(self) -> None:
        QApplication.clipboard().setText(self.report.toPlainText())
