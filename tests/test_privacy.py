"""Nothing leaves the machine: no process of the program opens an internet socket, whatever is done with it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from gui.actions import ROWS
from storage.command_line.commands import main as sub_commands
from tests.whole_session import ACTIONS, COMMANDS

_CHECKOUT = Path(__file__).resolve().parent.parent


def sockets_of_session(folder: Path, *more: str) -> list[str]:
    """Run a session that uses what the program can do, and return the lines that tell of sockets; or skip.

    Left out are sockets of this machine alone (AF_UNIX), such as the display's. Every process of the tree is watched,
    and every library in it whether Python knows of it or not.
    """
    strace = shutil.which("strace")
    if strace is None:
        pytest.skip("what sockets a process tree opens is seen by strace, which is not here")
    log = folder / "sockets.log"
    command = [
        strace,
        "-f",
        "-qq",
        "-e",
        "trace=socket",
        "-e",
        "signal=none",
        "-o",
        str(log),
        sys.executable,
        "-m",
        "tests.whole_session",
    ]
    done = subprocess.run(
        [*command, str(folder), *more], cwd=_CHECKOUT, env=_environment(), capture_output=True, text=True, check=False
    )
    if "ptrace" in done.stderr and "not permitted" in done.stderr:
        pytest.skip("processes may not be watched here")
    assert done.stdout.endswith("done\n"), done.stderr[-2000:]
    calls = [line for line in log.read_text(encoding="utf-8").splitlines() if "socket(" in line]
    return [call for call in calls if "AF_UNIX" not in call]


def _environment() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if not name.startswith("LIAISON_")}


def test_no_socket_is_opened_but_those_of_this_machine(tmp_path: Path) -> None:
    assert sockets_of_session(tmp_path) == []


def test_the_session_uses_every_feature() -> None:
    assert sorted(ACTIONS) == sorted(row.id for row in ROWS)
    assert {command for command, *_ in COMMANDS} == set(sub_commands.commands)


def test_a_socket_would_be_noticed(tmp_path: Path) -> None:
    opened = sockets_of_session(tmp_path, "sockets")
    assert [line.partition("socket(")[2].partition(",")[0] for line in opened] == ["AF_INET", "AF_INET6", "AF_INET"]
    assert len({line.split()[0] for line in opened}) == 3
