"""The start-up benchmark itself: it reads what a program reports and says so when there is nothing to read."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.bench.startup import PEER, STAGES, NoReportError, Report, Spread, as_lines, measure_once, spreads


def test_the_peer_reports_every_stage_in_order() -> None:
    stages = measure_once([sys.executable, "-c", PEER], dict(os.environ))
    assert list(stages) == list(STAGES)
    assert 0 < stages["imports"] < stages["application"] < stages["window built"] < stages["first paint"]


def test_a_program_that_fails_is_quoted() -> None:
    with pytest.raises(NoReportError, match="exit code 1: no window today"):
        measure_once([sys.executable, "-c", "raise SystemExit('no window today')"], dict(os.environ))


def test_a_program_that_does_not_end_is_ended() -> None:
    with pytest.raises(NoReportError, match="did not end"):
        measure_once(
            [sys.executable, "-c", "import threading; threading.Event().wait()"], dict(os.environ), patience=0.5
        )


def test_a_program_leaves_the_settings_of_its_reader_alone(tmp_path: Path) -> None:
    written = tmp_path / "seen"
    code = f"import os; open({str(written)!r}, 'w').write(os.environ['XDG_CONFIG_HOME'])"
    with pytest.raises(NoReportError):
        measure_once([sys.executable, "-c", code], dict(os.environ))
    assert written.read_text() != os.environ["XDG_CONFIG_HOME"]


def test_runs_are_summed_up() -> None:
    runs: list[Mapping[str, float]] = [dict.fromkeys(STAGES, float(value)) for value in (3, 1, 2)]
    stages = spreads(runs)
    assert stages["first paint"] == Spread(median=2.0, least=1.0, most=3.0)
    lines = list(as_lines(Report(3, "offscreen", "this one", "", stages, stages, 1.0)))
    assert lines[-1] == "first paint, Liaison over an empty window: 1.00"
