"""Many lines of a concordance at once: kept small, and put into the order in which they are read."""

import re
from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from heapq import merge
from itertools import accumulate

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
"""Lines that one call sorts or copies, and that are kept together: no other thread has its turn until it is done."""
_KEEP = "surrogatepass"
"""Also half of a pair, which is no character, comes back as it was."""


class _Part:
    """Some lines in columns; nothing is added to it once it belongs to more than one list.

    The words of a line, left context, keyword and right context, stand one after the other in a block of ``words``.
    """

    __slots__ = ("blocks", "documents", "ends", "keywords", "left", "offsets", "right", "starts", "words")

    def __init__(self, words: list[bytearray]) -> None:
        self.words = words
        self.documents, self.starts, self.ends = array("q"), array("q"), array("q")
        self.blocks, self.offsets = array("q"), array("q")
        self.left, self.keywords, self.right = array("q"), array("q"), array("q")

    def __len__(self) -> int:
        return len(self.starts)

    def append(self, line: ConcordanceLine) -> None:
        """Add a line at the end; its words go to the last block."""
        self.documents.append(line.document)
        self.starts.append(line.start)
        self.ends.append(line.end)
        self.blocks.append(len(self.words) - 1)
        self.offsets.append(len(self.words[-1]))
        for lengths, words in ((self.left, line.left), (self.keywords, line.keyword), (self.right, line.right)):
            encoded = words.encode(errors=_KEEP)
            lengths.append(len(encoded))
            self.words[-1] += encoded

    def words_of(self, row: int) -> tuple[str, str, str]:
        """Return left context, keyword and right context of a row."""
        block, offset = self.words[self.blocks[row]], self.offsets[row]
        keyword = offset + self.left[row]
        right = keyword + self.keywords[row]
        parts = ((offset, keyword), (keyword, right), (right, right + self.right[row]))
        left, hit, rest = (block[start:end].decode(errors=_KEEP) for start, end in parts)
        return left, hit, rest


class Concordance:
    """A list of lines.

    It keeps numbers in columns and words as bytes one after the other: with an object for each line, or only for each
    string, every garbage collection would hold up all threads for half a second where there are some 100,000 lines.
    The columns are short, one behind the other: a long one that grows is copied, which holds all threads up too.
    """

    def __init__(self, lines: Iterable[ConcordanceLine] = ()) -> None:
        self._facts: dict[DocumentId, tuple[str, DocumentDate | None, int]] = {}
        self._parts: list[_Part] = []
        self._begins: list[int] = []
        self._count = 0
        self._is_open = False
        for line in lines:
            self.append(line)

    def __len__(self) -> int:
        return self._count

    def __getitem__(self, number: int) -> ConcordanceLine:
        at, row = self._place(number)
        part = self._parts[at]
        document = DocumentId(part.documents[row])
        title, dated, day = self._facts[document]
        return ConcordanceLine(document, title, part.starts[row], part.ends[row], *part.words_of(row), dated, day)

    def __iter__(self) -> Iterator[ConcordanceLine]:
        return map(self.__getitem__, range(len(self)))

    def _place(self, number: int) -> tuple[int, int]:
        """Return in which part a line is, and where in it."""
        at = bisect_right(self._begins, number) - 1
        return at, number - self._begins[at]

    def longest_keyword(self, rows: int) -> str:
        """Return the keyword of most code points in so many rows from the first on, the first of equal ones."""
        return max(map(self._keyword, range(min(rows, len(self)))), key=len, default="")

    def _keyword(self, number: int) -> str:
        at, row = self._place(number)
        return self._parts[at].words_of(row)[1]

    def append(self, line: ConcordanceLine) -> None:
        """Add a line at the end."""
        self._facts[line.document] = (line.title, line.dated, line.day)
        if not self._is_open or len(self._parts[-1].starts) >= _RUN:
            self._add(_Part([bytearray()]))
            self._is_open = True
        self._parts[-1].append(line)
        self._count += 1

    def _add(self, part: _Part) -> None:
        self._begins.append(self._count)
        self._parts.append(part)
        self._count += len(part)

    def extend(self, other: "Concordance") -> None:
        """Add the lines of another list, to which nothing is added from now on, at the end."""
        self._facts.update(other._facts)
        for part in other._parts:
            self._add(part)
        self._is_open = False

    def arranged(self, order: ConcordanceOrder) -> "Concordance":
        """Return the lines sorted.

        By context case, accents and signs between words do not count, and the left one is read from the hit outwards.
        Lines without a date stand last; what is equal stands in order of document and place.
        """
        places = [
            document << 40 | start
            for part in self._parts
            for document, start in zip(part.documents, part.starts, strict=True)
        ]
        rows = _sorted(range(len(self)), places.__getitem__)
        if order is ConcordanceOrder.DATE:
            days = [
                self._facts[DocumentId(document)][2] or _UNDATED for part in self._parts for document in part.documents
            ]
            rows = _sorted(rows, days.__getitem__)
        elif order is not ConcordanceOrder.DOCUMENT:
            side = 0 if order is ConcordanceOrder.LEFT else 2
            keys = [
                _key(part.words_of(row)[side], is_left=side == 0) for part in self._parts for row in range(len(part))
            ]
            rows = _sorted(rows, keys.__getitem__)
        return self._chosen(rows)

    def _chosen(self, rows: list[int]) -> "Concordance":
        chosen = Concordance()
        chosen._facts = dict(self._facts)
        words = [block for part in self._parts for block in part.words]
        first_blocks = [0, *accumulate(len(part.words) for part in self._parts)]
        for start in range(0, len(rows), _RUN):
            part = _Part(words)
            for at, row in map(self._place, rows[start : start + _RUN]):
                source = self._parts[at]
                part.documents.append(source.documents[row])
                part.starts.append(source.starts[row])
                part.ends.append(source.ends[row])
                part.blocks.append(first_blocks[at] + source.blocks[row])
                part.offsets.append(source.offsets[row])
                part.left.append(source.left[row])
                part.keywords.append(source.keywords[row])
                part.right.append(source.right[row])
            chosen._add(part)
        return chosen


def _sorted(rows: Iterable[int], key: Callable[[int], int] | Callable[[int], str]) -> list[int]:
    """Sort rows, equal ones in the order given: short runs first, which are then merged one row after the other."""
    given = list(rows)
    runs = (sorted(given[start : start + _RUN], key=key) for start in range(0, len(given), _RUN))
    return list(merge(*runs, key=key))


def _key(context: str, is_left: bool) -> str:
    words = _WORD.findall(fold(context))
    return _BETWEEN_WORDS.join(reversed(words) if is_left else words)
