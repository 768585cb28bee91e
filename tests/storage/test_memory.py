import subprocess
import sys

import pytest

from storage.memory import give_back_free_memory

_PROGRAM = """
from storage.memory import give_back_free_memory

def resident():
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * 4

blocks = [bytes(20_000) for _ in range(5_000)]
kept = blocks[::2]  # what lies between is free, and too little in one piece to go back to the system by itself
del blocks
before = resident()
give_back_free_memory()
print(before - resident())
"""


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the C library gives memory back by itself")
def test_memory_that_is_free_goes_back_to_the_system() -> None:
    done = subprocess.run([sys.executable, "-c", _PROGRAM], capture_output=True, text=True, check=True)
    assert int(done.stdout) > 10_000


def test_it_may_be_asked_for_anywhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    give_back_free_memory()
