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

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gui.plain_words import explain
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


class _ReportDialog(QDialog):
    """What was said of a mistake, the report, and a button that copies it; a dialog derives from it and adds its own.

    Args:
        said: What happened and what can be done.
    """

    def __init__(self, title: str, said: str, report: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.resize(640, 420)
        words = QLabel(said)
        words.setWordWrap(True)
        self.report = QPlainTextEdit(report)
        self.report.setReadOnly(True)
        self.report.setAccessibleName(self.tr("Report"))
        self._buttons = QDialogButtonBox()
        copy = self._buttons.addButton(self.tr("Copy the report"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(self._copy)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        for widget in (words, self.report, self._buttons):
            layout.addWidget(widget)

    @Slot()
    def _copy(self) -> None:
        QApplication.clipboard().setText(self.report.toPlainText())


class CrashDialog(_ReportDialog):
    """Says that the program made a mistake, that saved work is safe, and shows the report."""

    def __init__(self, report: str) -> None:
        said = QCoreApplication.translate(
            "CrashDialog",
            "Something went wrong inside the program. What was shown as saved is safe. "
            "You can go on; if it happens again, close and reopen. The report below helps to mend it.",
        )
        title = QCoreApplication.translate("CrashDialog", "Liaison made a mistake")
        super().__init__(title, said, report, QApplication.activeWindow())
        self._buttons.addButton(self.tr("Go on"), QDialogButtonBox.ButtonRole.AcceptRole)


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


class FormerCrashDialog(_ReportDialog):
    """Says that the program was cut short the last time, shows what it left, and offers to open the archive again.

    Args:
        report: What the fatal error wrote.
        archive: The archive that was open last; None when there is none to offer.
    """

    def __init__(self, report: str, archive: Path | None, parent: QWidget | None = None) -> None:
        said = QCoreApplication.translate(
            "FormerCrashDialog",
            "The last time, Liaison ended by a mistake of its own. Everything that was shown as saved is in the "
            "archive. The report below helps to mend the mistake.",
        )
        title = QCoreApplication.translate("FormerCrashDialog", "Liaison was cut short")
        super().__init__(title, said, report, parent)
        self._buttons.addButton(self.tr("Start without an archive"), QDialogButtonBox.ButtonRole.RejectRole)
        # Dressed as the chief button before it is in the box, which polishes what it holds.
        self.reopen = QPushButton(self.tr("Open the archive again"))
        self.reopen.setProperty("primary", True)
        self._buttons.addButton(self.reopen, QDialogButtonBox.ButtonRole.AcceptRole)
        self.reopen.setVisible(archive is not None)
        explain(self.reopen, archive.name if archive is not None else "")
