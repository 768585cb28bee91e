"""Jumping to a place far off in a long text."""

import random

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QTextBlock
from pytestqt.qtbot import QtBot

from gui.viewer.text_view import TextView
from storage.domain.search import Span
from tests.gui.viewer.conftest import ShowText, point_of

_WORDS = [
    "the",
    "parties",
    "held",
    "talks",
    "on",
    "relations",
    "between",
    "countries",
    "政党",
    "and",
    "agreed",
    "to",
    "São",
    "visits",
    "😀",
]
_LINE_PIXELS = 40


def long_text(joint: str) -> str:
    """Make up 400 paragraphs, or with a space as joint a single one."""
    chance = random.Random(1)
    return joint.join(" ".join(chance.choices(_WORDS, k=chance.randrange(20, 160))) for _ in range(400))


def laid_out(text_view: TextView) -> set[int]:
    return set(text_view._layout._heights)


def blocks_shown(text_view: TextView) -> list[QTextBlock]:
    return [shown.block for shown in text_view.shown_blocks(QRectF(text_view.viewport().rect()))]


@pytest.mark.parametrize("joint", [" ", "\n\n"], ids=["one paragraph", "paragraphs"])
def test_a_jump_brings_its_place_to_the_middle(show: ShowText, joint: str) -> None:
    text = long_text(joint)
    view = show(text)
    chance = random.Random(2)
    for _ in range(20):
        offset = chance.randrange(len(text) // 20, len(text) - len(text) // 20)
        view.pane.text_view.scroll_to(0)
        view.reveal(Span(offset, offset))
        middle = view.pane.text_view.viewport().height() / 2
        assert point_of(view, offset).y() == pytest.approx(middle, abs=_LINE_PIXELS)
        assert view.pane.text_view.textCursor().position() == view.pane.text_view.positions.position(offset)


def test_what_is_in_view_is_not_moved(show: ShowText) -> None:
    text = long_text("\n\n")
    view = show(text)
    view.reveal(Span(len(text) // 2, len(text) // 2))
    there = view.pane.text_view.verticalScrollBar().value()
    beside = view.visible_span().start + 200
    view.reveal(Span(beside, beside))
    assert view.pane.text_view.verticalScrollBar().value() == there
    assert view.pane.text_view.textCursor().position() == view.pane.text_view.positions.position(beside)


@pytest.mark.parametrize("joint", [" ", "\n\n"], ids=["one paragraph", "paragraphs"])
def test_a_jump_sets_no_lines_but_those_that_come_into_view(show: ShowText, qtbot: QtBot, joint: str) -> None:
    text = long_text(joint)
    view = show(text)
    text_view = view.pane.text_view
    chance = random.Random(3)
    for _ in range(20):
        offset = chance.randrange(len(text))
        before = laid_out(text_view)
        view.reveal(Span(offset, offset))
        text_view.viewport().repaint()
        shown = blocks_shown(text_view)
        near = (shown[0].previous(), *shown, shown[-1].next())
        assert laid_out(text_view) - before <= {block.fragmentIndex() for block in near if block.isValid()}
