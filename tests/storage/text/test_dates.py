"""Dates as they are written in texts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.text.dates import find_date


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("2014.11.02 /", "2014-11-02"),
        ("2014-11-2", "2014-11-02"),
        ("2007.10", "2007-10"),
        ("2 November 2014", "2014-11-02"),
        ("November 2, 2014", "2014-11-02"),
        ("Nov. 2nd, 2014", "2014-11-02"),
        ("le 1er mars 2012", "2012-03-01"),
        ("2 de noviembre de 2014", "2014-11-02"),
        ("2 ноября 2014", "2014-11-02"),
        ("2017年12月1日", "2017-12-01"),
        ("March 1999", "1999-03"),
        ("25/12/2014", "2014-12-25"),
        ("12/25/2014", "2014-12-25"),
        ("03/04/2014", "2014"),
    ],
)
def test_written_forms(text, edtf):
    found = find_date(text)
    assert found is not None
    assert found.edtf == edtf


@pytest.mark.parametrize("text", ["", "no date", "1949", "2014.13.01", "2014.02.31", "30/31/2014", "12345.11.02"])
def test_no_date(text):
    assert find_date(text) is None


@given(st.text(max_size=80))
def test_range_lies_in_the_text(text):
    found = find_date(text + " 2014-11-02")
    assert found is not None
    assert 0 <= found.start < found.end <= len(text) + 11
