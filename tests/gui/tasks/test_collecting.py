"""Objects in circles are freed in the window's thread, whichever thread makes many."""

import gc
import threading
import weakref

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QScrollArea, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from gui.tasks import collecting
from gui.tasks.collecting import Collector, taken_apart


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


class Panel(QWidget):
    """Holds the window it is a part of, in more than one way."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.window_of_panel = window
        self.area = QScrollArea(self)
        self.area.setWidget(QWidget())
        self.area.destroyed.connect(lambda: self.window_of_panel)


class Whole(QWidget):
    """A window that its panels hold."""

    def __init__(self) -> None:
        super().__init__()
        self.panels = [Panel(self) for _ in range(3)]


def test_a_window_is_taken_apart_and_freed_in_steps(qtbot: QtBot) -> None:
    collector = Collector()
    whole = Whole()
    freed = [weakref.ref(whole), *(weakref.ref(panel) for panel in whole.panels)]
    area = whole.panels[0].area
    steps = taken_apart(whole)
    del whole
    assert sum(1 for _ in steps) >= 4, "each panel is a step"
    assert not isValid(area)
    del steps
    assert [reference() for reference in freed] == [None] * 4
    collector.deleteLater()
