"""What the status bar says while a job runs."""

import itertools

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from gui.main_window import status
from gui.main_window.status import StatusBar
from gui.tasks.lane import TaskProgress
from storage.domain.progress import Progress


@pytest.mark.parametrize(("doing", "said"), [("Reading", "Reading: 3 of 18"), ("", "3 of 18")])
def test_a_job_that_lasts_says_how_far_it_is(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, doing: str, said: str
) -> None:
    monkeypatch.setattr(status.time, "monotonic", itertools.count().__next__)
    bar = StatusBar()
    qtbot.add_widget(bar)
    for done in (1, 3):
        bar.show_progress(TaskProgress(1, Progress(done, 18, doing)))
    shown = [label.text().split(", about")[0] for label in bar.findChildren(QLabel)]
    assert said in shown
