import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QFont, QFontMetricsF

from gui.widgets.line_breaking import LineBreaker

TEXTS = st.lists(st.text("abcé中国、\U00020000", min_size=1, max_size=30), max_size=12).map(" ".join)
LIMITS = {"suppress_health_check": [HealthCheck.function_scoped_fixture], "max_examples": 60}


@pytest.fixture
def breaker(qapp: object) -> LineBreaker:
    font = QFont()
    font.setPixelSize(13)
    return LineBreaker(font)


@settings(**LIMITS)
@given(TEXTS, st.integers(80, 300), st.integers(1, 4))
def test_lines_fit_and_are_few(breaker: LineBreaker, text: str, width: int, most: int) -> None:
    lines = breaker.lines(text, width, most)
    assert 1 <= len(lines) <= most
    # The width of a line is summed from its words; two pixels are what kerning can add.
    assert all(QFontMetricsF(breaker.font).horizontalAdvance(line.rstrip()) <= width + 2 for line in lines)


@settings(**LIMITS)
@given(TEXTS)
def test_with_room_enough_nothing_is_lost(breaker: LineBreaker, text: str) -> None:
    lines = breaker.lines(text, 120, 1000)
    assert "".join("".join(lines).split()) == "".join(text.split())


def test_what_is_cut_off_ends_in_an_ellipsis(breaker: LineBreaker) -> None:
    assert breaker.lines("one two three four five six seven", 60, 2)[-1].endswith("…")
    assert breaker.lines("short", 200, 2) == ["short"]
    assert breaker.lines("", 200, 2) == [""]
