"""Positions of a real document lead to exactly the code points they stand before, and back."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor, QTextDocument

from gui.viewer import positions as positions_module
from gui.viewer.positions import LONGEST_PARAGRAPH, display_text

AWKWARD = "a b\n\t\r\f\v\x00\x1c\x7f\u0085\u00a0\u0301\u200d\u2028\u2029\ufdd0\ufdd1\ufffc\ufeff\uffff你"
ASTRAL = "\U0001f600\U0001f468\u200d\U0001f469\U00020000\U0002a6d6\U0001d53d"

texts = st.text(st.one_of(st.sampled_from(AWKWARD + ASTRAL), st.characters()), max_size=120)


def units(text: str) -> int:
    return sum(2 if ord(character) > 0xFFFF else 1 for character in text)


@given(texts, st.data())
@settings(max_examples=300, deadline=None)
def test_a_selection_by_cursor_is_the_range_of_code_points(text: str, data: st.DataObject) -> None:
    shown = display_text(text)
    document = QTextDocument()
    document.setPlainText(shown.text)
    assert document.characterCount() == units(text) + 1, "one position for each unit, and Qt's own end"
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    cursor = QTextCursor(document)
    cursor.setPosition(shown.positions.position(start))
    cursor.setPosition(shown.positions.position(end, end=True), QTextCursor.MoveMode.KeepAnchor)
    assert shown.positions.span(cursor.selectionStart(), cursor.selectionEnd()) == (start, end)
    assert units(text[start:end]) == cursor.selectionEnd() - cursor.selectionStart()


@given(st.text(st.sampled_from("ab. 。é\u0301" + ASTRAL + "\n"), max_size=400), st.data())
@settings(max_examples=200, deadline=None)
def test_positions_are_exact_around_cuts(text: str, data: st.DataObject) -> None:
    patch = pytest.MonkeyPatch()
    with patch.context() as patched:
        patched.setattr(positions_module, "LONGEST_PARAGRAPH", 40)
        patched.setattr(positions_module, "PIECE", 16)
        patched.setattr(positions_module, "_CUT_WINDOW", 6)
        shown = display_text(text)
    document = QTextDocument()
    document.setPlainText(shown.text)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    first, last = shown.positions.position(start), shown.positions.position(end, end=True)
    if start < end:
        assert shown.positions.span(first, last) == (start, end)
    for position in range(document.characterCount()):
        offset = shown.positions.offset(position)
        assert position in range(
            shown.positions.position(offset, end=True), shown.positions.position(min(offset + 1, len(text))) + 1
        )
    for offset, character in enumerate(text):
        at = shown.positions.position(offset)
        assert document.characterAt(at) in (character, "\u2029") or ord(character) > 0xFFFF


def test_a_position_inside_a_wide_character_takes_in_the_whole_character() -> None:
    positions = display_text("a\U0001f600b").positions
    assert positions.span(2, 2) == (1, 2)
    assert positions.offset(3) == 2


def test_a_long_paragraph_is_cut_after_a_sentence() -> None:
    text = "Short first.\n" + "One sentence of words. " * 2_000 + "\nShort last."
    shown = display_text(text)
    lines = shown.text.split("\n")
    assert lines[0] == "Short first."
    assert lines[-1] == "Short last."
    assert len(lines) > 5
    assert all(line.endswith(". ") for line in lines[1:-2])
    assert all(len(line) <= LONGEST_PARAGRAPH for line in lines)
    assert "".join(lines) == text.replace("\n", "")


def test_a_paragraph_of_ordinary_length_is_never_cut() -> None:
    text = "\n".join("word " * count for count in (10, 2_900, 10))
    assert display_text(text).text == text


@pytest.mark.parametrize("unit", ["x", "\U00020000", "e\u0301", "\U0001f468\u200d"])
def test_a_paragraph_without_spaces_is_cut_between_whole_characters(unit: str) -> None:
    text = unit * (40_000 // len(unit))
    lines = display_text(text).text.split("\n")
    assert len(lines) > 2
    assert "".join(lines) == text
    for line in itertools.islice(lines, 1, None):
        assert line[0] not in "\u0301\u200d"
