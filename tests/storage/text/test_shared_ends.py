"""What two texts have in common at both ends."""

from hypothesis import given
from hypothesis import strategies as st

from storage.text.shared_ends import shared_ends

_TEXTS = st.text(alphabet="ab\u515a", max_size=30)


@given(_TEXTS, _TEXTS, _TEXTS, _TEXTS)
def test_shared_ends_are_common_and_as_long_as_they_can_be(beginning, old, new, end):
    former, present = beginning + old + end, beginning + new + end
    ends = shared_ends(former, present)
    assert ends.beginning + ends.end <= min(len(former), len(present))
    assert former[: ends.beginning] == present[: ends.beginning]
    assert former[len(former) - ends.end :] == present[len(present) - ends.end :]
    assert ends.beginning >= len(beginning)
    if ends.beginning < min(len(former), len(present)):
        assert former[ends.beginning] != present[ends.beginning]


def test_a_range_in_a_common_end_moves_with_it():
    ends = shared_ends("alpha beta gamma", "alpha delta epsilon gamma")
    assert ends.shift(0, 5) == 0
    assert ends.shift(11, 16) == 9
    assert ends.shift(5, 12) is None
