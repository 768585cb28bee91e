"""The real window for benchmarks: opened with an archive, played in step by step while its event loop runs, closed."""

import os
import platform
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from storage.settings import Settings
from tests.bench.beating import Heart

if TYPE_CHECKING:
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QWidget

    from gui.program import Program

_SETTLING_MILLISECONDS = 1_000
_LANGUAGE = "en"
_REMEMBERED = ("CONFIG", "DATA", "STATE", "CACHE")


def leave_settings_alone(folder: Path) -> None:
    """Keep what the program remembers in a folder of its own, so that the reader's settings are left alone."""
    for kind in _REMEMBERED:
        os.environ[f"XDG_{kind}_HOME"] = str(folder / kind)


@contextmanager
def program_with(archive: Path) -> Iterator["Program"]:
    """Open an archive in the real window, as the program does; the display is the present one, else Qt's offscreen one.

    Raises:
        SystemExit: when the archive cannot be opened.
    """
    if not os.environ.get("DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QTimer
    from PySide6.QtWidgets import QApplication

    from gui.program import Program
    from gui.tasks.responsiveness import put_window_first

    present = QApplication.instance()
    application = present if isinstance(present, QApplication) else QApplication([])
    program = Program(application, Settings(theme="light", language=_LANGUAGE))
    program.window.show()
    if not program.window.session.open(archive):
        raise SystemExit(f"{archive} cannot be opened.")
    loop = QEventLoop()
    QTimer.singleShot(_SETTLING_MILLISECONDS, loop.quit)
    loop.exec()
    put_window_first()
    try:
        yield program
    finally:
        program.window.close()
        program.interpreter.speak(_LANGUAGE)
        # Now, since what a garbage collection takes apart in the midst of an event brings Qt down.
        for part in (program.window, program):
            part.deleteLater()
            QCoreApplication.sendPostedEvents(part, QEvent.Type.DeferredDelete)


def play(steps: Iterator[int], heart: Heart) -> None:
    """Take one step after the other in the event loop, each with so many milliseconds until the next; the heart beats.

    An error in a step ends the play and is raised.
    """
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    failed: list[Exception] = []

    def step() -> None:
        try:
            pause = next(steps, None)
        except Exception as error:  # noqa: BLE001 - it is raised again outside the loop, which would swallow it
            failed.append(error)
            pause = None
        loop.quit() if pause is None else QTimer.singleShot(pause, step)

    heart.start()
    try:
        QTimer.singleShot(0, step)
        loop.exec()
    finally:
        heart.stop()
    for error in failed:
        raise error


def press(target: "QWidget", key: "Qt.Key | int", text: str = "", held: "Qt.KeyboardModifier | None" = None) -> None:
    """Press and release a key in a part of the window, while others are held."""
    from PySide6.QtCore import QEvent, Qt
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QApplication

    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, key, held or Qt.KeyboardModifier.NoModifier, text)
        QApplication.sendEvent(target, event)


def machine_in_words() -> str:
    """Say on what machine a benchmark runs."""
    return f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
