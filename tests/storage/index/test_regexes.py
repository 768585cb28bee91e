import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.index.errors import ExpressionTooSlowError
from storage.index.regexes import literal_beginning, matching, objection

HARMLESS = [
    "coloni[sz].*",
    "(un)?just(ice|ly)?",
    "war|peace|treaty",
    "a{2,3}b+",
    ".*tion.*al.*",
    "(?i)cpc",
    "^19[0-9]{2}$",
    "(ab)+",
]
ENDLESS = [
    "(a+)+$",
    "(a|a)*b",
    "((ab)*)*",
    "(a?){30}a{30}",
    "(a*)*",
    "(a{1,5}b?){2,}",
    "(a|b|ab)+c",
    "a?" * 30 + "a" * 30,
    ".*" * 9,
]


@pytest.mark.parametrize("expression", HARMLESS)
def test_what_readers_look_for_is_allowed(expression):
    assert objection(expression) == ""


@pytest.mark.parametrize("expression", ENDLESS)
def test_what_could_take_for_ever_is_refused_with_a_reason(expression):
    assert "could take for ever" in objection(expression)


@pytest.mark.parametrize("expression", ["", "(", "[a", "a**", "(" * 3000 + ")" * 3000, "a{99999999999999999999}"])
def test_what_is_no_expression_is_refused_with_a_reason(expression):
    assert "regular expression" in objection(expression)


@pytest.mark.parametrize(
    ("expression", "beginning"),
    [
        ("peace", "peace"),
        ("^peac(e|t)", "peac"),
        ("ab*", "a"),
        ("ab{0}c", "a"),
        ("a|b", ""),
        ("(?i)ab", ""),
        (r"a\.b", "a.b"),
    ],
)
def test_an_expression_begins_with_what_it_must(expression, beginning):
    assert literal_beginning(expression) == beginning


@given(st.text("ab.*?|[]^{}1,()\\", max_size=8), st.text("ab1", max_size=5))
def test_whatever_matches_has_the_beginning(expression, word):
    if not objection(expression) and re.match(expression, word):
        assert word.startswith(literal_beginning(expression))


def test_the_terms_are_found_that_it_matches():
    terms = ["colonialism", "colonisation", "colonization", "decolonised", "x" * 200]
    assert matching("coloni[sz].*", terms) == ["colonisation", "colonization"]
    assert matching(".*coloni.*", terms) == terms[:4]
    assert matching("x+$", terms) == ["x" * 200]


def test_a_word_too_long_for_an_expression_is_named():
    expression = ".*a.*b.*c.*d"
    assert objection(expression) == ""
    assert matching(expression, ["aabbccdd", "a" * 40 + "bcd"]) == ["aabbccdd", "a" * 40 + "bcd"]
    with pytest.raises(ExpressionTooSlowError, match=r"“a{32}…”, a word of 200 letters"):
        matching(expression, ["aabbccdd", "a" * 200])


def test_an_expression_that_takes_too_long_is_given_up(monkeypatch):
    monkeypatch.setattr("storage.index.regexes._MOST_SECONDS", -1.0)
    with pytest.raises(ExpressionTooSlowError, match="Begin it with letters"):
        matching("[a-z]*", ["peace"])
