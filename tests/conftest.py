"""Fixtures that every room of the tests uses, and what every test is held to.

A test fails on log records it did not announce, on windows it left open and on threads it left running. It never sees
the settings or data of the person who runs it.
"""

import gc
import itertools
import logging
import os
import re
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import hypothesis
import pytest

from storage.library import Library

# Set before Qt is loaded; a person who wants to watch the tests sets another platform.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

CHECKOUT = Path(__file__).resolve().parent.parent

hypothesis.settings.register_profile("house", deadline=None, print_blob=True)
hypothesis.settings.register_profile("ci", parent=hypothesis.settings.get_profile("house"), max_examples=40)
hypothesis.settings.load_profile("ci" if os.environ.get("CI") else "house")

_TESTS_BETWEEN_FULL = 25
_tests_so_far = itertools.count(1)

TEXT = (
    "A Meeting in Manila\n\n"
    "In September 2000 parties from all over Asia met in Manila. The Communist Party of China took part.\n\n"
    "An emoji \U0001f600, a NO-BREAK\u00a0SPACE, a combining e\u0301 and \U00020000 beyond the BMP.\n\n"
    "The Workers' Party of Korea and the Communist Party of Cuba sent greetings."
)


@pytest.fixture(scope="session")
def shared() -> Path:
    """Return the folder of shared material beside the checkout, or skip."""
    folder = Path(os.environ.get("LIAISON_SHARED", CHECKOUT.parent / "shared"))
    if not (folder / "seeds").is_dir():
        pytest.skip("the folder of shared material is not beside the checkout (set LIAISON_SHARED to say where)")
    return folder


@pytest.fixture(autouse=True)
def own_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the test folders of its own for settings, data, state and cache; return the folder that holds them."""
    home = tmp_path_factory.mktemp("home")
    for name in ("CONFIG", "DATA", "STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))
    for name in list(os.environ):
        if name.startswith("LIAISON_") and name != "LIAISON_SHARED":
            monkeypatch.delenv(name)
    return home


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """Return an empty archive."""
    opened = Library.create(tmp_path / "archive.liaison", "Trial")
    yield opened
    opened.close()


class LogWatch(logging.Handler):
    """Keeps the records from warnings upwards and knows which of them the test has announced."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self._records: list[logging.LogRecord] = []
        self._announced: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a record."""
        self._records.append(record)

    def announce(self, pattern: str) -> None:
        """Say that a record whose message matches the regular expression will come."""
        self._announced.append(pattern)

    def complaints(self) -> list[str]:
        """Return what was logged without an announcement, and what was announced and never logged."""
        messages = [f"{record.levelname} {record.name}: {record.getMessage()}" for record in self._records]
        unexpected = [
            f"unexpected log record: {message}"
            for message in messages
            if not any(re.search(pattern, message) for pattern in self._announced)
        ]
        missing = [
            f"announced and not logged: {pattern}"
            for pattern in self._announced
            if not any(re.search(pattern, message) for message in messages)
        ]
        return unexpected + missing


@pytest.fixture(autouse=True)
def log_watch() -> Iterator[LogWatch]:
    """Fail the test on log records from warnings upwards that it did not announce."""
    watch = LogWatch()
    root = logging.getLogger()
    root.addHandler(watch)
    yield watch
    root.removeHandler(watch)
    if complaints := watch.complaints():
        pytest.fail("\n".join(complaints), pytrace=False)


@pytest.fixture
def expect_log(log_watch: LogWatch) -> Callable[[str], None]:
    """Return a function that announces a log record by a regular expression for its message."""
    return log_watch.announce


@pytest.fixture(autouse=True)
def garbage_goes_in_this_thread() -> Iterator[None]:
    """Keep the threads of a test from destroying widgets that earlier tests have left, as the program does."""
    gc.disable()
    yield
    gc.disable()
    gc.collect(2 if next(_tests_so_far) % _TESTS_BETWEEN_FULL == 0 else 1)


@pytest.fixture(autouse=True)
def nothing_left_open() -> Iterator[None]:
    """Fail the test when it leaves a window open or a thread running."""
    before = set(threading.enumerate())
    yield
    if left := leftover_windows() + leftover_threads(before):
        pytest.fail("\n".join(left), pytrace=False)


def leftover_windows() -> list[str]:
    """Close every window that is still shown and name them."""
    if "PySide6.QtWidgets" not in sys.modules:
        return []
    from PySide6.QtCore import QCoreApplication, QEvent
    from PySide6.QtWidgets import QApplication

    if QCoreApplication.instance() is None:
        return []
    # What was handed to deleteLater() goes now, before the interpreter's end takes it in any order.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    shown = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
    names = [f"window left open: {type(widget).__name__} {widget.windowTitle()!r}" for widget in shown]
    for widget in shown:
        widget.close()
        widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return names


def leftover_threads(before: set[threading.Thread], patience: float = 2.0) -> list[str]:
    """Name the threads that were not there before and do not end within ``patience`` seconds each."""
    pool_jobs = leftover_pool_jobs(patience)
    left = [thread for thread in threading.enumerate() if thread not in before]
    for thread in left:
        # Python cannot join a thread that Qt started; it only forgets it at the end of the process.
        if not isinstance(thread, threading._DummyThread):
            thread.join(patience)
    return pool_jobs + [f"thread left running: {thread.name}" for thread in left if is_running(thread)]


def is_running(thread: threading.Thread) -> bool:
    """Return whether the operating system still runs a thread; for one that Qt started only Linux can tell."""
    if isinstance(thread, threading._DummyThread):
        return Path(f"/proc/self/task/{thread.native_id}").exists()
    return thread.is_alive()


def leftover_pool_jobs(patience: float) -> list[str]:
    """Name the jobs that Qt's own pool still runs, and let its idle threads end."""
    if "PySide6.QtCore" not in sys.modules:
        return []
    from PySide6.QtCore import QThreadPool

    pool = QThreadPool.globalInstance()
    return (
        []
        if pool.waitForDone(int(patience * 1000))
        else [f"jobs left running in Qt's pool: {pool.activeThreadCount()}"]
    )
