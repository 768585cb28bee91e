"""Regular expressions find in pieces what they find in the whole text, and never hold the reader up."""

import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from storage.text import pattern_finding
from storage.text.finding import Find, find
from storage.text.pattern_finding import PatternNotUsableError, find_pattern

WITHIN_A_LINE = (
    "a+",
    "a.*b",
    "^a",
    "b$",
    "(?<=a)b",
    "a(?=b)",
    "(?!a)b",
    "[ab]{2,5}",
    r"\bab\b",
    "(a|b)c?",
    "x*",
    "a*?b",
)


def found(text: str, expression: str, match_case: bool = False, whole_words: bool = False) -> list[str]:
    return [text[a:b] for piece in find_pattern(text, expression, match_case, whole_words) for a, b in piece]


@given(
    st.text("abcx \n😀", max_size=80), st.sampled_from(WITHIN_A_LINE), st.integers(1, 20), st.integers(1, 3)
)  # fmt: skip
@settings(deadline=None)
def test_the_pieces_of_a_text_change_nothing(text: str, expression: str, piece: int, in_a_step: int) -> None:
    patch = pytest.MonkeyPatch()
    with patch.context() as patched:
        patched.setattr(pattern_finding, "PIECE", piece)
        patched.setattr(pattern_finding, "REACH", 0)
        patched.setattr(pattern_finding, "_MATCHES_IN_A_STEP", in_a_step)
        spans = [span for part in find_pattern(text, expression, True, False) for span in part]
    whole = [match.span() for match in regex.finditer(expression, text, regex.MULTILINE) if match.group()]
    assert spans == whole


def test_a_match_may_go_on_over_the_end_of_a_line() -> None:
    text = "x" * pattern_finding.PIECE + " met the\nComrades\nthere\n" + "y" * 10
    assert found(text, r"met\s+the\s+comrades") == ["met the\nComrades"]


def test_case_and_whole_words_can_be_matched() -> None:
    text = "Korea, koreans, KOREA"
    assert found(text, "korea") == ["Korea", "korea", "KOREA"]
    assert found(text, "Korea", match_case=True) == ["Korea"]
    assert found(text, "korea|ko", whole_words=True) == ["Korea", "KOREA"]


def test_the_find_of_a_reader_reaches_the_expression() -> None:
    text = "In 1956 and 2021, 😀 in 1978"
    spans = [span for piece in find(text, Find(r"(19|20)\d\d", is_pattern=True)) for span in piece]
    assert [text[start:end] for start, end in spans] == ["1956", "2021", "1978"]


@pytest.mark.parametrize("expression", ["(", "[a", "*", r"\p{Nonsense}", "(?<a", "a{3,1}", "(" * 5000])
def test_what_is_no_expression_is_said_in_a_sentence(expression: str) -> None:
    with pytest.raises(PatternNotUsableError, match=r"^This is no regular expression: .+\.$"):
        found("some text", expression)


def test_an_expression_that_tries_too_much_is_given_up() -> None:
    with pytest.raises(PatternNotUsableError, match="too many ways"):
        found("a" * 60 + "!", r"(a|aa)+$", match_case=True)
