"""What every test is held to: log records, windows and threads left behind are noticed."""

import logging
import os
import threading
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QRunnable, QThreadPool
from PySide6.QtWidgets import QWidget

from storage import paths
from tests.conftest import LogWatch, leftover_threads, leftover_windows


def record(level: int, message: str) -> logging.LogRecord:
    return logging.LogRecord("storage", level, __file__, 1, message, None, None)


def test_a_log_record_nobody_announced_is_noticed() -> None:
    watch = LogWatch()
    watch.handle(record(logging.WARNING, "the index was rebuilt"))
    assert watch.complaints() == ["unexpected log record: WARNING storage: the index was rebuilt"]


def test_an_announced_log_record_is_accepted() -> None:
    watch = LogWatch()
    watch.announce("index was .*built")
    watch.handle(record(logging.WARNING, "the index was rebuilt"))
    assert watch.complaints() == []


def test_an_announced_log_record_must_come() -> None:
    watch = LogWatch()
    watch.announce("rebuilt")
    assert watch.complaints() == ["announced and not logged: rebuilt"]


def test_the_watch_hears_what_is_logged(expect_log: Callable[[str], None]) -> None:
    expect_log("said on purpose")
    logging.getLogger("storage.index").warning("said on purpose")


def test_a_thread_left_running_is_noticed() -> None:
    before = set(threading.enumerate())
    stop = threading.Event()
    thread = threading.Thread(target=stop.wait, name="left", daemon=True)
    thread.start()
    assert leftover_threads(before, patience=0.01) == ["thread left running: left"]
    stop.set()
    assert leftover_threads(before) == []


def test_a_job_left_in_qt_s_pool_is_noticed() -> None:
    before = set(threading.enumerate())
    stop = threading.Event()
    pool = QThreadPool.globalInstance()
    pool.start(QRunnable.create(stop.wait))
    assert leftover_threads(before, patience=0.01)[0] == "jobs left running in Qt's pool: 1"
    stop.set()
    assert leftover_threads(before) == []


def test_a_window_left_open_is_noticed(qapp: object) -> None:
    window = QWidget()
    window.setWindowTitle("left")
    window.show()
    assert leftover_windows() == ["window left open: QWidget 'left'"]
    assert leftover_windows() == []


def test_settings_and_data_lie_in_the_test_s_own_folders(own_folders: Path) -> None:
    folders = (paths.settings_folder(), paths.data_folder(), paths.log_folder())
    assert all(folder.is_relative_to(own_folders) for folder in folders)
    assert [name for name in os.environ if name.startswith("LIAISON_") and name != "LIAISON_SHARED"] == []
