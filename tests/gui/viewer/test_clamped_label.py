"""A clamped label never takes more than its lines, and its tooltip keeps what was cut."""

import pytest
from pytestqt.qtbot import QtBot

from gui.plain_words import tooltip
from gui.viewer.clamped_label import ClampedLabel

LONG = "On the Relations between Parties of Many Countries & <b>Regions</b> " * 5


@pytest.fixture
def label(qtbot: QtBot) -> ClampedLabel:
    made = ClampedLabel(3)
    qtbot.add_widget(made)
    made.resize(300, 100)
    made.show()
    return made


def test_short_words_stand_as_they_are(label: ClampedLabel) -> None:
    label.set_words("A title & <i>more</i>")
    assert label.text() == "A title & <i>more</i>"
    assert label.toolTip() == ""


def test_long_words_take_three_lines_and_end_in_an_ellipsis(label: ClampedLabel) -> None:
    label.set_words(LONG)
    lines = label.text().split("\n")
    assert len(lines) == 3
    assert lines[-1].endswith("…")
    assert all(label.fontMetrics().horizontalAdvance(line) <= label.width() for line in lines)
    assert label.toolTip() == tooltip(LONG)


def test_more_room_shows_more(label: ClampedLabel) -> None:
    label.set_words(LONG)
    narrow = label.text()
    label.resize(4000, 100)
    assert len(label.text()) > len(narrow)
    assert "…" not in label.text()
    assert label.toolTip() == ""
