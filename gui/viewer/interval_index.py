"""Finding which of many ranges touch a stretch of text, fast enough to ask in every paint."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

_CHUNK = 128


class IntervalIndex:
    """Ranges ``[start, end)`` sorted by start, with the farthest end of every 128 of them.

    The two sequences are kept, not copied. ``ends`` may come in any order unless ``ascending`` says that it is sorted
    too (hits of a search); then nothing is prepared, and ranges may be added at the end of both later.
    """

    def __init__(self, starts: Sequence[int], ends: Sequence[int], *, ascending: bool = False) -> None:
        self.starts = starts
        self.ends = ends
        self._ascending = ascending
        chunks = range(0, 0 if ascending else len(ends), _CHUNK)
        self._farthest = [max(ends[first : first + _CHUNK]) for first in chunks]

    def __len__(self) -> int:
        return len(self.starts)

    def touching(self, start: int, end: int) -> Sequence[int]:
        """List, in order, the indexes of the ranges that share a character with ``[start, end)``."""
        last = bisect_left(self.starts, end)
        if self._ascending:
            return range(min(bisect_right(self.ends, start), last), last)
        found: list[int] = []
        ends = self.ends
        for chunk, farthest in enumerate(self._farthest[: last // _CHUNK + 1]):
            if farthest > start:
                first = chunk * _CHUNK
                found.extend(index for index in range(first, min(first + _CHUNK, last)) if ends[index] > start)
        return found

    def first_from(self, offset: int) -> int:
        """Give the index of the first range that begins at or after an offset; the length when there is none."""
        return bisect_left(self.starts, offset)
