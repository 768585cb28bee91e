"""Objects in circles are freed in the window's thread, whichever thread makes many."""

import gc
import threading
import weakref

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from gui.tasks import collecting
from gui.tasks.collecting import Collector


class Circle(QObject):
    """Holds itself."""

    def __init__(self) -> None:
        super().__init__()
        self.itself = self


def make_many() -> None:
    kept = [[number] for number in range(200_000)]
    assert len(kept) == 200_000


def work_elsewhere() -> None:
    thread = threading.Thread(target=make_many)
    thread.start()
    thread.join()


@pytest.fixture
def destroyed_in() -> list[int]:
    """Return where the threads are noted in which a circle was destroyed."""
    threads: list[int] = []
    weakref.finalize(Circle(), lambda: threads.append(threading.get_ident()))
    return threads


def test_another_thread_frees_what_is_in_a_circle(destroyed_in: list[int]) -> None:
    gc.enable()
    work_elsewhere()
    (thread,) = destroyed_in
    assert thread != threading.get_ident()


def test_beside_a_collector_only_the_windows_thread_does(qtbot: QtBot, destroyed_in: list[int]) -> None:
    collector = Collector()
    work_elsewhere()
    assert destroyed_in == []
    kept = [[number] for number in range(2_000)]  # makes it due
    qtbot.wait_until(lambda: destroyed_in == [threading.get_ident()])
    assert len(kept) == 2_000
    assert not collector.signalsBlocked()


def test_what_is_long_there_goes_when_very_much_was_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(collecting, "_KEPT_BETWEEN_FULL", 5_000)
    collector, circle = Collector(), Circle()
    seen = weakref.ref(circle)
    gc.collect()
    del circle
    kept = [[number] for number in range(4_000)]
    collector.collect()
    assert seen() is not None
    kept += [[number] for number in range(4_000)]
    collector.collect()
    assert seen() is None
