"""Starting the window: application, theme, the last archive, and the report of how long each stage took."""

import json
import logging
import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication
from typing_extensions import override

from gui import crash
from gui.main_window.window import MainWindow
from gui.program import Program
from gui.tasks.responsiveness import put_window_first
from gui.widgets.icons import application_icon
from storage.paths import log_folder
from storage.settings import load_settings

_REPORT, _BEGAN, _EXIT = "LIAISON_STARTUP_REPORT", "LIAISON_STARTUP_BEGAN", "LIAISON_STARTUP_EXIT"
_LOG_BYTES = 1_000_000
_SECONDS_BETWEEN_THREADS = 0.001


class StageClock:
    """Notes how long after the start of the process each stage was reached, when the environment asks for it."""

    def __init__(self) -> None:
        self._target = os.environ.get(_REPORT, "")
        self._began = float(os.environ.get(_BEGAN, time.monotonic()))
        self._stages: dict[str, float] = {}

    def reached(self, stage: str) -> None:
        """Note that a stage was reached."""
        self._stages[stage] = round(time.monotonic() - self._began, 4)

    def write(self) -> bool:
        """Write the stages down as one line of JSON; returns whether the program is to end now."""
        if self._target:
            Path(self._target).write_text(json.dumps(self._stages) + "\n", encoding="utf-8")
        return os.environ.get(_EXIT) == "1"


class _FirstPaint(QObject):
    """Waits for the window's first paint; only then is the archive opened, so that nothing holds the window up."""

    def __init__(self, window: MainWindow, clock: StageClock, archive: Path | None) -> None:
        super().__init__(window)
        self._window = window
        self._clock = clock
        self._archive = archive
        window.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and watched is self._window:
            self._window.removeEventFilter(self)
            QTimer.singleShot(0, self._painted)
        return False

    def _painted(self) -> None:
        self._clock.reached("first paint")
        if self._archive is not None:
            self._window.open_awaited(self._archive)
        self._clock.reached("archive open")
        put_window_first()
        if self._clock.write():
            self._window.close()


def share_the_interpreter() -> None:
    """Let the window's thread have its turn after 1 ms of a busy thread's work, in place of Python's usual 5.

    Painting one frame takes many turns, so that at 5 ms each an import would be felt in the keys.
    """
    sys.setswitchinterval(_SECONDS_BETWEEN_THREADS)


def _log_to_file() -> None:
    handler: logging.Handler
    try:
        log = log_folder() / "liaison.log"
        if log.exists() and log.stat().st_size > _LOG_BYTES:
            log.replace(log.with_suffix(".old.log"))
        handler = logging.FileHandler(log, encoding="utf-8", delay=True)
    except OSError:
        handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logging.getLogger().addHandler(handler)
    logging.getLogger().setLevel(logging.INFO)


def run(arguments: Sequence[str]) -> int:
    """Open the window, with the archive named or the last one; returns the exit code."""
    clock = StageClock()
    clock.reached("imports")
    share_the_interpreter()
    _log_to_file()
    former = crash.install()
    application = QApplication(["liaison"])
    application.setApplicationName("Liaison")
    application.setDesktopFileName("liaison")
    application.setStyle("Fusion")
    application.setWindowIcon(application_icon())
    clock.reached("application")
    settings, problem = load_settings()
    program = Program(application, settings)
    window = program.window
    wanted = Path(arguments[0]) if arguments else _last(settings.last_archive if settings.open_last else "")
    at_once = None if former else wanted
    if at_once is not None:
        window.await_archive(at_once)
    clock.reached("window built")
    _FirstPaint(window, clock, at_once)
    window.show()
    if problem:
        window.status.note(problem)
    if former:
        QTimer.singleShot(0, window, lambda: tell_of_crash(window, former, wanted))
    code = application.exec()
    crash.leave()
    return code


def tell_of_crash(window: MainWindow, report: str, archive: Path | None) -> None:
    """Show what a fatal error left the last time, and open the archive again if that is wished."""
    if crash.FormerCrashDialog(report, archive, window).exec() and archive is not None:
        window.session.open(archive)


def _last(path: str) -> Path | None:
    return Path(path) if path and Path(path).exists() else None
