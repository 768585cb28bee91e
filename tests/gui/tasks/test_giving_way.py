"""Who works for the window waits while it is at work, and for no longer."""

import threading
import time

import pytest
from pytestqt.qtbot import QtBot

from gui.tasks.giving_way import GivingWay, clock_of_this_thread
from gui.tasks.lane import Lane, Outcome
from storage.domain.progress import IsCancelled, ReportProgress


class _Machine:
    """A clock, and the window's thread, which is at work until a given time."""

    def __init__(self, until: float) -> None:
        self.until, self.time = until, 0.0

    def worked(self) -> float:
        return min(self.time, self.until)

    def now(self) -> float:
        return self.time

    def pass_by(self, seconds: float) -> None:
        self.time += seconds


def _given_way(at_work_until: float) -> tuple[_Machine, GivingWay]:
    machine = _Machine(at_work_until)
    return machine, GivingWay(machine.worked, machine.now, machine.pass_by)


def test_it_waits_until_the_window_is_at_rest() -> None:
    machine, giving_way = _given_way(0.020)
    machine.pass_by(0.010)
    giving_way.give_way()
    assert 0.020 <= machine.time <= 0.025


def test_it_takes_but_a_nap_beside_a_window_at_rest() -> None:
    machine, giving_way = _given_way(0)
    machine.pass_by(0.010)
    giving_way.give_way()
    assert 0.010 < machine.time <= 0.0105
    napped = machine.time
    giving_way.give_way()
    assert machine.time == napped, "asked again at once it goes on"


def test_it_goes_on_after_a_while_beside_a_window_that_is_never_at_rest() -> None:
    machine, giving_way = _given_way(1_000)
    machine.pass_by(0.010)
    giving_way.give_way()
    waited = machine.time
    assert 0.045 <= waited <= 0.055
    giving_way.give_way()
    assert machine.time == waited, "it has not had its turn yet"
    machine.pass_by(0.010)
    giving_way.give_way()
    assert machine.time > waited + 0.010


def test_nobody_waits_where_the_system_does_not_tell() -> None:
    def must_not_wait(_seconds: float) -> None:
        raise AssertionError

    giving_way = GivingWay(None, time.monotonic, must_not_wait)
    giving_way.give_way()


def test_the_clock_counts_the_work_of_the_thread_that_asked_for_it() -> None:
    clock = clock_of_this_thread()
    if clock is None:
        return
    begun = clock()
    while clock() == begun:
        pass
    assert abs(clock() - time.thread_time()) < 0.1


def test_a_job_of_a_lane_gives_way_as_it_begins_and_when_it_asks_whether_it_is_cancelled(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: list[str] = []
    monkeypatch.setattr(GivingWay, "give_way", lambda _self: given.append(threading.current_thread().name))
    lane = Lane("trial")
    outcomes: list[Outcome] = []

    def job(_progress: ReportProgress, is_cancelled: IsCancelled) -> tuple[int, bool, int]:
        return len(given), is_cancelled(), len(given)

    lane.start(job, outcomes.append)
    qtbot.waitUntil(lambda: bool(outcomes))
    lane.close()
    assert outcomes[0].result == (1, False, 2)
    assert [name.split("_")[0] for name in given] == ["trial", "trial"]
