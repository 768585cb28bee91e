"""Finding as you type finds each place once, at its code points, whatever the spelling of quotes and spaces."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storage.text import finding
from storage.text.finding import Find, find


def found(text: str, wanted: Find) -> list[str]:
    return [text[start:end] for piece in find(text, wanted) for start, end in piece]


def test_case_quotes_spaces_and_line_ends_are_folded() -> None:
    text = "The CPC’s view, the cpc's\u00a0view and CPC's\nview; 中国共产党 CPC."
    assert found(text, Find("cpc's view")) == ["CPC’s view", "cpc's\u00a0view", "CPC's\nview"]
    assert found(text, Find("共产")) == ["共产"]


def test_whole_words_leave_out_parts_of_words_but_not_scripts_without_spaces() -> None:
    assert found("Korea, Koreans, korea", Find("korea", whole_words=True)) == ["Korea", "korea"]
    assert found("在中国的", Find("中国", whole_words=True)) == ["中国"]


def test_case_can_be_matched() -> None:
    assert found("Lao lao LAO", Find("Lao", match_case=True)) == ["Lao"]


def test_accents_can_be_matched() -> None:
    text = "Sao Paulo, São Paulo, Sa\u0303o Paulo"
    assert found(text, Find("sao paulo")) == ["Sao Paulo", "São Paulo", "Sa\u0303o Paulo"]
    assert found(text, Find("são paulo", match_accents=True)) == ["São Paulo", "Sa\u0303o Paulo"]
    assert found(text, Find("sao paulo", match_accents=True)) == ["Sao Paulo"]


@pytest.mark.parametrize("words", ["", "  ", "\u0301"])
def test_nothing_to_find_finds_nothing(words: str) -> None:
    assert found("some text \u0301", Find(words)) == []


@given(st.text("ab 😀é", max_size=200), st.text("ab😀", min_size=1, max_size=4), st.integers(1, 30))
@settings(deadline=None)
def test_the_pieces_of_a_text_change_nothing(text: str, words: str, piece: int) -> None:
    patch = pytest.MonkeyPatch()
    with patch.context() as patched:
        patched.setattr(finding, "PIECE", piece)
        spans = [span for part in find(text, Find(words)) for span in part]
    assert spans == [match.span() for match in re.finditer(re.escape(words), text)]
