"""The benchmark of pauses itself: it plays every scene to its end, and a loop that is held up shows."""

import time
from pathlib import Path

import pytest

from tests.bench import heartbeat
from tests.bench.heartbeat import SCENES, Stage, make_archive, measure


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_archive(tmp_path_factory.mktemp("heartbeat"), documents=30, megabytes=0.1)


def test_a_loop_that_is_held_up_shows(archive: Path, monkeypatch: pytest.MonkeyPatch, qapp: object) -> None:
    def holding_up(_stage: Stage) -> "heartbeat.Iterator[int]":
        yield 1
        until = time.perf_counter() + 0.25
        while time.perf_counter() < until:
            pass
        yield 1

    monkeypatch.setitem(SCENES, "holding up", holding_up)
    held, typed = measure(archive, ["holding up", "typing"])
    assert held.longest >= 200
    assert typed.beats > 100
    assert 0 <= typed.median <= typed.p99 <= typed.longest
