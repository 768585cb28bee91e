"""What two versions of a text have in common at their beginning and end, where nothing has to be looked for."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SharedEnds:
    """So many code points at the beginning and at the end of two texts are the same; the two ends do not overlap."""

    beginning: int
    end: int
    former_length: int
    present_length: int

    def shift(self, start: int, end: int) -> int | None:
        """Return by how much the range ``[start, end)`` of the former text has moved; None outside the common ends."""
        if end <= self.beginning:
            return 0
        if start >= self.former_length - self.end:
            return self.present_length - self.former_length
        return None


def shared_ends(former: str, present: str) -> SharedEnds:
    """Compare two texts from both ends."""
    shorter = min(len(former), len(present))
    beginning = _longest(shorter, lambda low, high: former[low:high] == present[low:high])
    old, new = len(former), len(present)
    end = _longest(
        shorter - beginning, lambda low, high: former[old - high : old - low] == present[new - high : new - low]
    )
    return SharedEnds(beginning, end, old, new)


def _longest(most: int, is_same: Callable[[int, int], bool]) -> int:
    """Find how far two texts are the same by comparing ever smaller stretches."""
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        if is_same(low, middle):
            low = middle
        else:
            high = middle - 1
    return low
