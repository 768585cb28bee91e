"""How long the program takes to its first painted window: ``python -m tests.bench.startup [--archive F] [--runs N]``.

``--program PATH`` starts a packaged program in place of the checkout.

Every run starts the program and then, as the peer, an empty Qt window, each in a process of its own; the first run of
both only warms the machine up. The display is the present one, else an Xvfb started for it, else Qt's offscreen one.

The program takes part by writing one line of JSON to the file that LIAISON_STARTUP_REPORT names: the seconds from
LIAISON_STARTUP_BEGAN (a reading of time.monotonic() in this process) to the end of each stage. With
LIAISON_STARTUP_EXIT=1 it ends after that.
"""

import argparse
import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent.parent
STAGES: tuple[str, ...] = ("imports", "application", "window built", "first paint", "archive open")
# What a program with one window cannot do without: the same stages, with nothing in the window and nothing to open.
PEER = """
import json, os, time
began = float(os.environ["LIAISON_STARTUP_BEGAN"])
stages = {}
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
stages["imports"] = time.monotonic() - began
application = QApplication([])
stages["application"] = time.monotonic() - began
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        if "first paint" not in stages:
            stages["first paint"] = stages["archive open"] = time.monotonic() - began
            QTimer.singleShot(0, application.quit)
window = Window()
window.resize(1280, 800)
stages["window built"] = time.monotonic() - began
window.show()
application.exec()
with open(os.environ["LIAISON_STARTUP_REPORT"], "w") as file:
    file.write(json.dumps(stages) + "\\n")
"""


class NoReportError(Exception):
    """Says why a started program gave no times."""


@dataclass(frozen=True, slots=True)
class Spread:
    """Seconds from the start of the process to the end of a stage, over all runs."""

    median: float
    least: float
    most: float


@dataclass(frozen=True, slots=True)
class Report:
    """What one benchmark found; ``ratio`` compares the medians of the first paint, ours over the peer's."""

    runs: int
    display: str
    machine: str
    archive: str
    liaison: dict[str, Spread]
    peer: dict[str, Spread]
    ratio: float


def measure_once(
    command: Sequence[str | Path], environment: Mapping[str, str], patience: float = 60
) -> dict[str, float]:
    """Start a program and return the seconds to the end of each stage that it reports.

    Raises NoReportError when it fails, does not end within ``patience`` seconds, or writes no such report.
    """
    with tempfile.TemporaryDirectory(prefix="liaison-startup-") as folder:
        report = Path(folder, "report.json")
        own = {f"XDG_{name}_HOME": str(Path(folder, name)) for name in ("CONFIG", "DATA", "STATE", "CACHE")}
        watched = {"LIAISON_STARTUP_REPORT": str(report), "LIAISON_STARTUP_EXIT": "1"}
        began = {"LIAISON_STARTUP_BEGAN": repr(time.monotonic())}
        try:
            answer = subprocess.run(
                command,
                env={**environment, **own, **watched, **began},
                capture_output=True,
                text=True,
                timeout=patience,
                check=False,
            )
        except subprocess.TimeoutExpired as error:
            raise NoReportError(f"{command[-1]} did not end within {patience:g} s.") from error
        try:
            stages = json.loads(report.read_text(encoding="utf-8"))
            return {name: float(stages[name]) for name in STAGES}
        except (OSError, ValueError, KeyError) as error:
            reason = f"exit code {answer.returncode}: {answer.stderr.strip()}"
            raise NoReportError(f"{command[-1]} reported no times ({reason}).") from error


def spreads(measured: Sequence[Mapping[str, float]]) -> dict[str, Spread]:
    """Sum up each stage over all runs."""
    columns = {name: [run[name] for run in measured] for name in STAGES}
    return {name: Spread(statistics.median(values), min(values), max(values)) for name, values in columns.items()}


def compare(
    program: Sequence[str | Path], runs: int, environment: Mapping[str, str]
) -> tuple[dict[str, Spread], dict[str, Spread]]:
    """Start the program and the peer in turn, and return the stages of both."""
    peer = [sys.executable, "-c", PEER]
    ours: list[dict[str, float]] = []
    theirs: list[dict[str, float]] = []
    for _ in range(runs + 1):
        ours.append(measure_once(program, environment))
        theirs.append(measure_once(peer, environment))
    return spreads(ours[1:]), spreads(theirs[1:])


@contextmanager
def display() -> Iterator[tuple[str, dict[str, str]]]:
    """Give the name of a display and the environment that leads to it."""
    if os.environ.get("QT_QPA_PLATFORM") or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
        yield os.environ.get("QT_QPA_PLATFORM") or "the present display", dict(os.environ)
    elif shutil.which("Xvfb"):
        command = ["Xvfb", "-displayfd", "1", "-screen", "0", "1440x900x24", "-nolisten", "tcp"]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
            assert server.stdout is not None
            number = server.stdout.readline().strip()
            try:
                yield "Xvfb", {**os.environ, "DISPLAY": f":{number}"}
            finally:
                server.terminate()
    else:
        yield "offscreen", {**os.environ, "QT_QPA_PLATFORM": "offscreen"}


def as_lines(report: Report) -> Iterator[str]:
    """Yield the report for a person to read."""
    yield f"{report.runs} runs, {report.display}, {report.machine}, archive: {report.archive or 'none'}"
    yield f"{'seconds to the end of':24}{'median':>8}{'least':>8}{'most':>8}{'peer':>8}"
    for name, spread in report.liaison.items():
        yield f"{name:24}{spread.median:8.3f}{spread.least:8.3f}{spread.most:8.3f}{report.peer[name].median:8.3f}"
    yield f"first paint, Liaison over an empty window: {report.ratio:.2f}"


def main(arguments: list[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.startup", description="Time the program's start.")
    parser.add_argument("--archive", type=Path, help="open this archive (nothing said: the start page)")
    parser.add_argument("--program", type=Path, help="start this packaged program (nothing said: the checkout)")
    parser.add_argument("--runs", type=int, default=7, help="how many times each is started (7)")
    parser.add_argument("--json", action="store_true", help="print one JSON document")
    wanted = parser.parse_args(arguments)
    archive = [wanted.archive.resolve()] if wanted.archive else []
    program = [wanted.program.resolve()] if wanted.program else [sys.executable, CHECKOUT / "main.py"]
    try:
        with display() as (name, environment):
            ours, peer = compare([*program, *archive], wanted.runs, environment)
    except NoReportError as error:
        raise SystemExit(str(error)) from error
    machine = f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    ratio = ours["first paint"].median / peer["first paint"].median
    report = Report(wanted.runs, name, machine, wanted.archive.name if wanted.archive else "", ours, peer, ratio)
    print(json.dumps(asdict(report), indent=2) if wanted.json else "\n".join(as_lines(report)))


if __name__ == "__main__":
    main()
