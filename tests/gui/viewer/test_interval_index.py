"""The index finds what a look at every range finds."""

from hypothesis import given
from hypothesis import strategies as st

from gui.viewer.interval_index import IntervalIndex

ranges = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 40)), max_size=400)


@given(ranges, st.integers(0, 100), st.integers(0, 40))
def test_the_same_ranges_are_found_as_by_looking_at_all(pairs: list[tuple[int, int]], start: int, width: int) -> None:
    spans = sorted((first, first + length) for first, length in pairs)
    index = IntervalIndex([first for first, _ in spans], [last for _, last in spans])
    expected = [number for number, (first, last) in enumerate(spans) if first < start + width and last > start]
    assert list(index.touching(start, start + width)) == expected


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(1, 9)), max_size=200), st.integers(0, 300), st.integers(0, 40))
def test_ranges_with_ascending_ends_need_no_preparation(pairs: list[tuple[int, int]], start: int, width: int) -> None:
    starts: list[int] = []
    ends: list[int] = []
    index = IntervalIndex(starts, ends, ascending=True)
    for gap, length in pairs:
        starts.append((ends[-1] if ends else 0) + gap)
        ends.append(starts[-1] + length)
    expected = [
        n for n, (first, last) in enumerate(zip(starts, ends, strict=True)) if first < start + width and last > start
    ]
    assert list(index.touching(start, start + width)) == expected
