"""The lane runs jobs in order, off the window's thread, and tells their ends on it."""

import os
import sys
import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from gui.tasks.lane import Lane, Outcome, TaskProgress
from storage.domain.progress import IsCancelled, Progress, ReportProgress
from storage.errors import CancelledError, UserFacingError


@pytest.fixture
def lane(qapp: object) -> Iterator[Lane]:
    made = Lane("trial")
    yield made
    made.close()


class Gate:
    """A job that waits until it is let through or asked to stop."""

    def __init__(self) -> None:
        self.begun = threading.Event()
        self.open = threading.Event()

    def __call__(self, _progress: ReportProgress, is_cancelled: IsCancelled) -> str:
        self.begun.set()
        while not self.open.wait(0.01):
            if is_cancelled():
                raise CancelledError
        return "through"


def test_a_result_comes_back_on_the_windows_thread(qtbot: QtBot, lane: Lane) -> None:
    threads: list[threading.Thread] = []
    ends: list[Outcome] = []

    def job(_progress: ReportProgress, _is_cancelled: IsCancelled) -> int:
        threads.append(threading.current_thread())
        return 2**63 + 1

    def finish(outcome: Outcome) -> None:
        threads.append(threading.current_thread())
        ends.append(outcome)

    with qtbot.wait_signal(lane.ended):
        number = lane.start(job, finish)
    assert ends == [Outcome(number, 2**63 + 1)]
    assert threads[0] is not threading.main_thread()
    assert threads[1] is threading.main_thread()
    assert not lane.busy


def test_jobs_run_in_the_order_they_were_started(qtbot: QtBot, lane: Lane) -> None:
    order: list[int] = []
    for number in range(5):
        lane.start(lambda _progress, _is_cancelled, number=number: order.append(number))
    qtbot.wait_until(lambda: not lane.busy)
    assert order == [0, 1, 2, 3, 4]


@pytest.mark.parametrize("error", [UserFacingError("No."), ValueError("a bug")])
def test_an_error_comes_back_and_the_lane_goes_on(qtbot: QtBot, lane: Lane, error: Exception) -> None:
    def job(_progress: ReportProgress, _is_cancelled: IsCancelled) -> None:
        raise error

    ends: list[Outcome] = []
    lane.start(job, ends.append)
    lane.start(lambda _progress, _is_cancelled: "next", ends.append)
    qtbot.wait_until(lambda: len(ends) == 2)
    assert ends[0].error is error
    assert ends[1].result == "next"


def test_progress_is_told_with_the_jobs_number(qtbot: QtBot, lane: Lane) -> None:
    def job(progress: ReportProgress, _is_cancelled: IsCancelled) -> None:
        progress(Progress(1, 2, "Reading"))

    with qtbot.wait_signal(lane.progressed) as told:
        number = lane.start(job)
    assert told.args == [TaskProgress(number, Progress(1, 2, "Reading"))]
    qtbot.wait_until(lambda: not lane.busy)


def test_a_running_job_can_be_stopped_and_a_waiting_one_never_begins(qtbot: QtBot, lane: Lane) -> None:
    first, second = Gate(), Gate()
    ends: list[Outcome] = []
    numbers = [lane.start(gate, ends.append) for gate in (first, second)]
    qtbot.wait_until(first.begun.is_set)
    lane.cancel(numbers[1])
    lane.cancel(numbers[0])
    qtbot.wait_until(lambda: len(ends) == 2)
    assert all(outcome.cancelled and outcome.result is None for outcome in ends)
    assert not second.begun.is_set()


def test_closing_ends_the_thread_and_reports_nothing_more(qtbot: QtBot, lane: Lane) -> None:
    gate, ends = Gate(), []
    lane.start(gate, ends.append)
    qtbot.wait_until(gate.begun.is_set)
    lane.close()
    with qtbot.assert_not_emitted(lane.ended, wait=50):
        pass
    assert ends == []


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux gives each thread a priority of its own")
def test_in_a_closed_lane_no_job_begins(qtbot: QtBot, lane: Lane) -> None:
    ends: list[Outcome] = []
    begun: list[bool] = []
    first = lane.start(lambda _progress, _is_cancelled: None)
    lane.close()
    assert lane.start(lambda _progress, _is_cancelled: begun.append(True), ends.append) != first
    qtbot.wait(20)
    assert (begun, ends, lane.busy) == ([], [], False)


def test_a_lane_stands_back_behind_the_window(qtbot: QtBot, lane: Lane) -> None:
    told: list[Outcome] = []
    lane.start(lambda _progress, _is_cancelled: os.getpriority(os.PRIO_PROCESS, 0), told.append)
    qtbot.wait_until(lambda: bool(told))
    assert told[0].result > os.getpriority(os.PRIO_PROCESS, 0)
