"""How quick an import is beside what Recoll takes to index the same folder, and what it needs of memory.

Both run as a person starts them, one after the other, as often as asked: whatever else the machine does falls on both.
Liaison stores originals and texts and finds mentions besides; Recoll only indexes. Memory is the resident memory of
all processes together, looked at 10 times a second.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from storage.library import Library

CHECKOUT = Path(__file__).resolve().parents[2]
_SECONDS_BETWEEN_LOOKS = 0.1


@dataclass(frozen=True, slots=True)
class Run:
    """What a program took for a folder: seconds by the clock and of the processors, and bytes of memory at most."""

    documents: int
    seconds: float
    processor_seconds: float
    peak_memory: int

    def __str__(self) -> str:
        speed = self.documents / self.seconds
        return (
            f"{self.documents:,} documents in {self.seconds:.1f} s, {speed:.0f} a second; "
            f"{self.processor_seconds:.1f} s of processor time; peak memory {self.peak_memory / 1e6:.0f} MB"
        )


def _memory_of(root: int) -> int:
    """Add up the resident memory of a process and all below it."""
    total, waiting = 0, [root]
    while waiting:
        process = Path("/proc", str(waiting.pop()))
        try:
            total += int((process / "statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
            for task in (process / "task").iterdir():
                waiting += map(int, (task / "children").read_text().split())
        except (OSError, IndexError):
            continue
    return total


def _timed(command: Sequence[str | Path], documents: int) -> Run:
    """Run a program to its end."""
    begun, peak = time.perf_counter(), 0
    with tempfile.TemporaryFile() as said:
        child = subprocess.Popen(list(map(str, command)), cwd=CHECKOUT, stdout=said, stderr=subprocess.STDOUT)
        while True:
            process, status, usage = os.wait4(child.pid, os.WNOHANG)
            if process:
                break
            peak = max(peak, _memory_of(child.pid))
            time.sleep(_SECONDS_BETWEEN_LOOKS)
        seconds = time.perf_counter() - begun
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode not in (0, 1):
            said.seek(0)
            raise SystemExit(said.read().decode(errors="replace"))
    return Run(documents, seconds, usage.ru_utime + usage.ru_stime, peak)


def import_once(folder: Path, files: int, jobs: int) -> Run:
    """Import a folder into an empty archive, as the command line does."""
    with tempfile.TemporaryDirectory() as place:
        archive = Path(place, "speed.liaison")
        Library.create(archive).close()
        command = [sys.executable, CHECKOUT / "main.py", "import", archive, folder, "--jobs", str(jobs), "--json"]
        run = _timed(command, files)
        library = Library.open(archive)
        print(f"  then {library.statistics()}, waiting for the index: {library.index_is_stale()}")
        library.close()
    return run


def recoll_once(folder: Path, files: int) -> Run:
    """Index a folder with Recoll from nothing, with its usual settings."""
    program = shutil.which("recollindex")
    if program is None:
        raise SystemExit("recollindex is not installed (Debian: recollcmd).")
    with tempfile.TemporaryDirectory() as place:
        Path(place, "recoll.conf").write_text(f"topdirs = {folder.resolve()}\n", encoding="utf-8")
        return _timed([program, "-c", place, "-z"], files)


def compare(folder: Path, jobs: int, rounds: int) -> None:
    """Print both speeds, and the ratio of the best ones."""
    files = sum(path.is_file() for path in folder.rglob("*"))
    ours, theirs = [], []
    for _ in range(rounds):
        ours.append(import_once(folder, files, jobs))
        print("liaison:", ours[-1])
        theirs.append(recoll_once(folder, files))
        print("recoll: ", theirs[-1])
    ratios = [their.seconds / our.seconds for our, their in zip(ours, theirs, strict=True)]
    print(json.dumps({"documents a second beside recoll, by round": [round(ratio, 2) for ratio in ratios]}))
