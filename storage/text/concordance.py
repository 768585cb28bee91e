"""Many lines of a concordance at once: kept small, and put into the order in which they are read."""

import re
from array import array
from collections.abc import Callable, Iterable, Iterator
from heapq import merge

from storage.domain.document import DocumentDate
from storage.domain.ids import DocumentId
from storage.domain.search import ConcordanceLine, ConcordanceOrder
from storage.text.folding import fold

_WRITTEN_TOGETHER = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
_WORD = re.compile(rf"[{_WRITTEN_TOGETHER}]|[^\W{_WRITTEN_TOGETHER}]+")
"""A word; where none are told apart by spaces, a character."""

_BETWEEN_WORDS = "\x1f"
"""Sorts before every character of a word."""

_UNDATED = 10_000_000
"""Sorts after the last day of the calendar."""

_RUN = 5_000
"""Lines that one call sorts or copies: no other thread has its turn until it is done."""
_KEEP = "surrogatepass"
"""Also half of a pair, which is no character, comes back as it was."""


class Concordance:
    """A list of lines.

    It keeps numbers in columns and words as bytes one after the other: with an object for each line, or only for each
    string, every garbage collection would hold up all threads for half a second where there are some 100,000 lines.
    """

    def __init__(self, lines: Iterable[ConcordanceLine] = ()) -> None:
        self._facts: dict[DocumentId, tuple[str, DocumentDate | None, int]] = {}
        self._documents, self._starts, self._ends = array("q"), array("q"), array("q")
        self._words = [bytearray()]
        self._blocks, self._offsets = array("q"), array("q")
        self._left, self._keywords, self._right = array("q"), array("q"), array("q")
        for line in lines:
            self.append(line)

    def __len__(self) -> int:
        return len(self._starts)

    def __getitem__(self, number: int) -> ConcordanceLine:
        document = DocumentId(self._documents[number])
        title, dated, day = self._facts[document]
        return ConcordanceLine(
            document, title, self._starts[number], self._ends[number], *self._parts(number), dated, day
        )  # fmt: skip

    def __iter__(self) -> Iterator[ConcordanceLine]:
        return map(self.__getitem__, range(len(self)))

    def longest_keyword(self, rows: int) -> str:
        """Return the keyword of most code points in so many rows from the first on, the first of equal ones."""
        return max(map(self._keyword, range(min(rows, len(self)))), key=len, default="")

    def _keyword(self, number: int) -> str:
        start = self._offsets[number] + self._left[number]
        return self._words[self._blocks[number]][start : start + self._keywords[number]].decode(errors=_KEEP)

    def _parts(self, number: int) -> tuple[str, str, str]:
        block, offset = self._words[self._blocks[number]], self._offsets[number]
        keyword = offset + self._left[number]
        right = keyword + self._keywords[number]
        parts = ((offset, keyword), (keyword, right), (right, right + self._right[number]))
        left, hit, rest = (block[start:end].decode(errors=_KEEP) for start, end in parts)
        return left, hit, rest

    def append(self, line: ConcordanceLine) -> None:
        """Add a line at the end."""
        self._facts[line.document] = (line.title, line.dated, line.day)
        self._documents.append(line.document)
        self._starts.append(line.start)
        self._ends.append(line.end)
        self._blocks.append(len(self._words) - 1)
        self._offsets.append(len(self._words[-1]))
        for lengths, words in ((self._left, line.left), (self._keywords, line.keyword), (self._right, line.right)):
            encoded = words.encode(errors=_KEEP)
            lengths.append(len(encoded))
            self._words[-1] += encoded

    def extend(self, other: "Concordance") -> None:
        """Add the lines of another list, to which nothing is added from now on, at the end."""
        self._facts.update(other._facts)
        before = len(self._words)
        self._words += [*other._words, bytearray()]
        self._blocks.extend(map(before.__add__, other._blocks))
        for column, more in zip(self._columns(), other._columns(), strict=True):
            column.extend(more)

    def _columns(self) -> tuple["array[int]", ...]:
        """Return the columns whose numbers mean the same in every list."""
        return (
            self._documents, self._starts, self._ends, self._offsets, self._left, self._keywords, self._right
        )  # fmt: skip

    def arranged(self, order: ConcordanceOrder) -> "Concordance":
        """Return the lines sorted.

        By context case, accents and signs between words do not count, and the left one is read from the hit outwards.
        Lines without a date stand last; what is equal stands in order of document and place.
        """
        places = [document << 40 | start for document, start in zip(self._documents, self._starts, strict=True)]
        rows = _sorted(range(len(self)), places.__getitem__)
        if order is ConcordanceOrder.DATE:
            days = [self._facts[DocumentId(document)][2] or _UNDATED for document in self._documents]
            rows = _sorted(rows, days.__getitem__)
        elif order is not ConcordanceOrder.DOCUMENT:
            part = 0 if order is ConcordanceOrder.LEFT else 2
            keys = [_key(self._parts(row)[part], is_left=part == 0) for row in range(len(self))]
            rows = _sorted(rows, keys.__getitem__)
        return self._chosen(rows)

    def _chosen(self, rows: list[int]) -> "Concordance":
        chosen = Concordance()
        chosen._facts = dict(self._facts)
        chosen._words = [*self._words, bytearray()]
        columns = zip((chosen._blocks, *chosen._columns()), (self._blocks, *self._columns()), strict=True)
        for column, source in columns:
            for start in range(0, len(rows), _RUN):
                column.extend(map(source.__getitem__, rows[start : start + _RUN]))
        return chosen


def _sorted(rows: Iterable[int], key: Callable[[int], int] | Callable[[int], str]) -> list[int]:
    """Sort rows, equal ones in the order given: short runs first, which are then merged one row after the other."""
    given = list(rows)
    runs = (sorted(given[start : start + _RUN], key=key) for start in range(0, len(given), _RUN))
    return list(merge(*runs, key=key))


def _key(context: str, is_left: bool) -> str:
    words = _WORD.findall(fold(context))
    return _BETWEEN_WORDS.join(reversed(words) if is_left else words)
