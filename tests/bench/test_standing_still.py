"""What a thread, and the server of the display, are told to have spent."""

import os
import socket
import sys
import time

import pytest

from tests.bench.beating import Pause
from tests.bench.standing_still import Spent, Task


def test_work_is_told_of_the_thread_that_asks() -> None:
    task = Task.of_this_thread()
    before = task.spent()
    until = time.thread_time() + 0.05
    while time.thread_time() < until:
        pass
    spent = task.spent() - before
    task.close()
    assert 50 <= spent.working < 1000
    assert spent.queued >= 0
    assert spent.fetched >= 0


def test_nothing_is_told_where_there_is_no_display(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DISPLAY", raising=False)
    assert Task.of_display_server().spent() == Spent()
    monkeypatch.setenv("DISPLAY", "elsewhere:0")
    assert Task.of_display_server().spent() == Spent()


@pytest.mark.skipif(sys.platform != "linux", reason="a display server is known by its socket on Linux only")
def test_the_display_server_is_who_listens_where_windows_are_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    number = 10_000 + os.getpid()  # here this process is the server
    monkeypatch.setenv("DISPLAY", f":{number}.0")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(f"\0/tmp/.X11-unix/X{number}")
        listening.listen()
        server = Task.of_display_server()
    spent = server.spent()
    server.close()
    assert spent.working > 0
    assert spent.fetched >= 0


def test_waiting_for_a_processor_is_taken_off_whoever_waited() -> None:
    def pause(own: float, display: float, machine: float) -> Pause:
        return Pause(0.0, 60.0, Spent(queued=own), Spent(queued=display), 0.0, "reading", (), machine)

    assert pause(20.0, 5.0, 0.0).unqueued == 40.0
    assert pause(5.0, 50.0, 0.0).unqueued == 10.0
    assert pause(5.0, 10.0, 30.0).unqueued == 30.0
    assert pause(5.0, 50.0, 0.0).blamed == 60.0
