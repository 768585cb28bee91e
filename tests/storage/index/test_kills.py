"""Killed at any moment, the index holds what was last committed."""

import random
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from storage.domain.search import SearchRequest
from storage.index.search_index import SearchIndex

ROOT = Path(__file__).parents[3]


def write_and_kill(path: Path, turn: int, lines: int, later: float) -> list[list[str]]:
    """Let a process write until it has said so many lines, kill it so many seconds later, and return all it said."""
    command = [sys.executable, "-m", "tests.storage.index.writing_process", str(path), str(turn)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as process:
        assert process.stdout is not None
        said = [process.stdout.readline() for _ in range(lines)]
        with suppress(subprocess.TimeoutExpired):
            process.wait(later)
        process.kill()
        said += process.stdout.readlines()
    return [line.split() for line in said if line.endswith("\n")]


def apply(state: dict[int, str], turn: int, ids: list[int]) -> dict[int, str]:
    changed = dict(state)
    for number in ids:
        if turn % 5 == 0:
            changed.pop(number, None)
        else:
            changed[number] = f"turn {turn}"
    return changed


def check(path: Path, possible: list[dict[int, str]]) -> dict[int, str]:
    """Check that the index is one of the states it may be in, and that search agrees with it."""
    index = SearchIndex(path, "archive")
    state = {int(number): stamp for number, stamp in index.stamps().items()}
    assert state in possible
    assert index.verify() == ()
    for number, stamp in list(state.items())[:10]:
        result = index.search(SearchRequest(f"document{number} AND {stamp.replace(' ', '')}"))
        assert [int(hit.document) for hit in result.hits] == [number]
    index.close()
    return state


def kill_repeatedly(path: Path, times: int) -> None:
    chance = random.Random(times)
    state: dict[int, str] = {}
    turn = 0
    for _ in range(times):
        pending: dict[int, list[int]] = {}
        for word, number, *ids in write_and_kill(path, turn, chance.randrange(1, 12), chance.uniform(0, 0.04)):
            if word == "begin":
                pending[int(number)] = [int(each) for each in ids]
            else:
                state = apply(state, int(number), pending.pop(int(number)))
            turn = int(number)
        state = check(path, [state, *(apply(state, number, ids) for number, ids in pending.items())])


def test_a_killed_writer_leaves_the_last_committed_state(index_path):
    kill_repeatedly(index_path, 8)


@pytest.mark.faults
def test_a_writer_killed_a_hundred_times_leaves_the_last_committed_state(index_path):
    kill_repeatedly(index_path, 100)
