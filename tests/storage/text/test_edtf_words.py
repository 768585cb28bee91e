"""EDTF said in words, feature by feature of its levels."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.text.edtf_words import date_in_words


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("1949", "1949"),
        ("2004-09", "September 2004"),
        ("2004-09-03", "3 September 2004"),
        ("2004-09-03T10:30:00Z", "3 September 2004, 10:30 UTC"),
        ("2004-09-03T10:30:00", "3 September 2004, 10:30"),
        ("1949~", "about 1949"),
        ("1949?", "perhaps 1949"),
        ("2004-06%", "perhaps about June 2004"),
        ("195X", "1950s"),
        ("19XX", "between 1900 and 1999"),
        ("2004-XX", "2004, month unknown"),
        ("2004-09-XX", "September 2004, day unknown"),
        ("2004-XX-XX", "2004, month and day unknown"),
        ("XXXX-12-25", "25 December, year unknown"),
        ("XXXX", "year unknown"),
        ("2020/..", "since 2020"),
        ("../2020", "until 2020"),
        ("2020/", "from 2020, end unknown"),
        ("/2020", "until 2020, beginning unknown"),
        ("2004-06/2006", "June 2004 to 2006"),
        ("1984~/2004-06", "about 1984 to June 2004"),
        ("2001-21", "spring 2001"),
        ("2001-22", "summer 2001"),
        ("2001-23", "autumn 2001"),
        ("2001-24", "winter 2001"),
        ("2001-34", "second quarter of 2001"),
        ("2001-41", "second half of 2001"),
        ("Y170000002", "170000002"),
        ("Y-17000", "17001 BC"),
        ("-0001", "2 BC"),
        ("0000", "1 BC"),
        ("2004-06-~11", "11 June 2004 (day approximate)"),
        ("2004?-06-11", "11 June 2004 (year uncertain)"),
        ("2004-06~-11", "11 June 2004 (year approximate, month approximate)"),
        ("[1667,1668,1670..1672]", "1667, 1668 or 1670 to 1672"),
        ("[..1983]", "1983 or earlier"),
        ("{1960,1961-12}", "1960 and December 1961"),
        ("2000-02-29", "29 February 2000"),
    ],
)
def test_words(edtf, words):
    assert date_in_words(edtf) == words


@pytest.mark.parametrize(
    "edtf",
    ["", "around 1949", "2004-13", "2004-02-30", "1900-02-29", "2004/09/03", "/", "../..", "[1949", "1X4X", "49"],
)
def test_what_is_no_edtf_is_shown_as_it_is(edtf):
    assert date_in_words(edtf) == edtf


@given(st.text("0123456789X-?~%/.[]{},YTZ: "))
def test_any_text_is_answered(edtf):
    assert isinstance(date_in_words(edtf), str)
