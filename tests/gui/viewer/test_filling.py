"""A long text that is not wholly in the document yet is read, reached, selected and copied as if it were."""

import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.viewer import filling as filling_module
from gui.viewer import positions as positions_module
from gui.viewer.appearance import ViewerAppearance
from gui.viewer.positions import TextPositions, display_text
from gui.viewer.text_view import TextView
from storage.domain.search import Span
from tests.gui.viewer.conftest import paragraphs

CONTROL = Qt.KeyboardModifier.ControlModifier
CHARACTERS = "ab. 。é\u0301\u200d\r\u2029\ufeff\U0001f600\U00020000\n\n"


def in_small_stretches(patch: pytest.MonkeyPatch, stretch: int) -> None:
    patch.setattr(positions_module, "STRETCH", stretch)
    patch.setattr(positions_module, "LONGEST_PARAGRAPH", stretch // 4)
    patch.setattr(positions_module, "PIECE", stretch // 10)
    patch.setattr(positions_module, "_CUT_WINDOW", stretch // 25)


@pytest.fixture
def bare(qtbot: QtBot, look: ViewerAppearance, monkeypatch: pytest.MonkeyPatch) -> TextView:
    """Return a shown view whose texts come in stretches of 4,000 characters, when they are wanted or brought."""
    in_small_stretches(monkeypatch, 4_000)
    monkeypatch.setattr(filling_module, "_AROUND", 8_000)
    monkeypatch.setattr(filling_module, "_NEAR", 3_000)
    monkeypatch.setattr(filling_module.Filling, "go_on", lambda _: None)
    view = TextView(look)
    qtbot.add_widget(view)
    view.resize(700, 500)
    with qtbot.wait_exposed(view):
        view.show()
    return view


def long_text(joint: str = "\n\n", seed: int = 1) -> str:
    chance = random.Random(seed)
    words = ["the", "parties", "of", "countries", "政党", "São", "talks", "😀", "cafe\u0301", "agreed.", "שלום"]
    return joint.join(" ".join(chance.choices(words, k=chance.randrange(1, 120))) for _ in range(300))


@given(st.text(st.sampled_from(CHARACTERS), max_size=900), st.randoms(use_true_random=False), st.data())
@settings(max_examples=150, deadline=None)
def test_places_that_are_there_are_exact_whatever_is_missing(
    text: str, chance: random.Random, data: st.DataObject
) -> None:
    with pytest.MonkeyPatch().context() as patched:
        in_small_stretches(patched, 100)
        positions = TextPositions(text)
        document = QTextDocument("\n" * (positions.count - 1))
        brought: set[int] = set()
        while missing := positions.missing():
            some = sorted(chance.sample(missing, chance.randint(1, len(missing))))
            for stretch, part in zip(some, positions.bring(some), strict=True):
                cursor = QTextCursor(document)
                cursor.setPosition(positions.first_position(stretch))
                cursor.insertText(part)
            brought.update(some)
            check_places(text, positions, document, sorted(brought))
    assert "".join(text[slice(*positions.extent(at))] for at in range(positions.count)).replace("\n", "") == (
        text.replace("\n", "")
    )
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    if start < end:
        first, last = positions.position(start), positions.position(end, end=True)
        assert positions.span(first, last) == (start, end)
        assert positions.offset(last) == end


def check_places(text: str, positions: TextPositions, document: QTextDocument, brought: list[int]) -> None:
    for stretch in brought:
        start, end = positions.extent(stretch)
        for offset in range(start, end):
            at = positions.position(offset)
            shown = (text[offset], display_text(text[offset]).text, "\u2029")
            assert ord(text[offset]) > 0xFFFF or document.characterAt(at) in shown, (text, offset)
            assert positions.offset(at) == offset
            assert not positions.is_missing(at)
        if end == len(text) and positions.count - 1 in brought:
            assert positions.position(end) == document.characterCount() - 1


def check_screen(view: TextView) -> None:
    """See that the window is full of lines, each showing its part of the text, unless the text ends before."""
    blocks = view.shown_blocks(QRectF(view.viewport().rect()))
    top = blocks[0].top
    assert top < 1 or blocks[0].start == 0
    for shown in blocks:
        assert shown.top == pytest.approx(top, abs=0.5)
        assert shown.block.text() == display_text(view.text[shown.start : shown.end]).text
        assert shown.block.layout().lineCount() == shown.block.lineCount()
        assert sum(line.textLength() for line in shown.lines()) == shown.block.length() - 1
        top += shown.height
    assert top >= view.viewport().height() or blocks[-1].end == len(view.text)


@pytest.mark.parametrize("joint", ["\n\n", "\n", " "])
@given(seed=st.integers(0, 10_000))
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_a_reader_does_before_the_rest_has_come_is_right(bare: TextView, joint: str, seed: int) -> None:
    chance = random.Random(seed)
    text = long_text(joint, chance.randrange(10))
    bare.show_text(text, paragraphs(text))
    assert len(bare.positions.missing()) > 5
    bar = bare.verticalScrollBar()
    selected: Span | None = None
    for _ in range(12):
        place = chance.randrange(len(text) - 50)
        match chance.choice(["bar", "reveal", "scroll", "select", "bring", "bring", "page"]):
            case "bar":
                bar.setValue(chance.randrange(bar.maximum() + 1))
            case "reveal":
                bare.reveal(Span(place, place + 5))
                assert bare.caret() == place
                assert bare.visible_span().start <= place < bare.visible_span().end
                selected = None
            case "scroll":
                bare.scroll_to(place)
                lines = bare.visible_span()
                assert lines.start <= place < lines.end or bar.value() == bar.maximum()
            case "select":
                other = chance.randrange(len(text))
                selected = Span(min(place, other), max(place, other) + 1)
                bare.select(selected)
            case "page":
                QTest.keyClick(bare, chance.choice([Qt.Key.Key_PageDown, Qt.Key.Key_PageUp]))
                selected = bare.selected_span()
            case _:
                before = bare.visible_span().start
                bare.filling.bring(chance.sample(bare.positions.missing(), 1) if bare.positions.missing() else ())
                assert bare.visible_span().start == before, "what comes in does not move what is read"
        assert bare.selected_span() == selected
        check_screen(bare)
    bare.filling.bring(bare.positions.missing())
    assert bare.selected_span() == selected
    check_screen(bare)
    whole = "\n".join(display_text(part).text for part in text.split("\n")) if joint != " " else None
    assert whole is None or bare.toPlainText() == whole


@pytest.mark.parametrize("joint", ["\n\n", " "])
def test_everything_is_selected_and_copied_before_it_is_there(bare: TextView, joint: str) -> None:
    text = long_text(joint)
    bare.show_text(text, ())
    QTest.keyClick(bare, Qt.Key.Key_A, CONTROL)
    assert bare.positions.missing()
    for _ in range(2):
        assert bare.selected_span() == Span(0, len(text))
        assert bare.createMimeDataFromSelection().text() == text
        bare.filling.bring(bare.positions.missing())


@pytest.mark.parametrize("joint", ["\n\n", " "])
def test_the_keys_reach_both_ends_before_the_rest_has_come(bare: TextView, joint: str) -> None:
    text = long_text(joint)
    bare.show_text(text, ())
    QTest.keyClick(bare, Qt.Key.Key_End, CONTROL)
    assert bare.caret() == len(text)
    assert bare.visible_span().end == len(text)
    for _ in range(30):
        QTest.keyClick(bare, Qt.Key.Key_Up)
        check_screen(bare)
    QTest.keyClick(bare, Qt.Key.Key_Home, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert bare.visible_span().start == 0
    selected = bare.selected_span()
    assert selected is not None
    assert selected.start == 0
    assert selected.end > len(text) - 10_000
    check_screen(bare)


def test_the_scroll_bar_is_true_to_the_whole_text_from_the_first(bare: TextView) -> None:
    text = long_text()
    bare.show_text(text, ())
    at_first = bare.verticalScrollBar().maximum()
    bare.filling.bring(bare.positions.missing())
    assert at_first == pytest.approx(bare.verticalScrollBar().maximum(), rel=0.2)


def test_the_middle_of_the_scroll_bar_is_the_middle_of_the_text(bare: TextView) -> None:
    text = long_text()
    bare.show_text(text, ())
    bare.verticalScrollBar().setValue(bare.verticalScrollBar().maximum() // 2)
    assert bare.visible_span().start == pytest.approx(len(text) / 2, rel=0.1)
    assert bare.positions.missing()


def test_lines_are_estimated_again_in_another_size(bare: TextView) -> None:
    bare.show_text(long_text(), ())
    before = bare.verticalScrollBar().maximum()
    bare.set_look(bare.appearance, 2.0)
    assert bare.verticalScrollBar().maximum() > before
    while bare.positions.missing():
        bare.filling.bring(bare.positions.missing()[:1])
    check_screen(bare)
