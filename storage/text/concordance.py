"""The order in which lines of a concordance are read."""

import re
from collections.abc import Iterable

from storage.domain.search import ConcordanceLine, ConcordanceOrder
from storage.text.folding import fold

_WRITTEN_TOGETHER = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
_WORD = re.compile(rf"[{_WRITTEN_TOGETHER}]|[^\W{_WRITTEN_TOGETHER}]+")
"""A word; where none are told apart by spaces, a character."""

_UNDATED = 10_000_000
"""Sorts after the last day of the calendar."""


def arranged(lines: Iterable[ConcordanceLine], order: ConcordanceOrder) -> list[ConcordanceLine]:
    """Sort lines; case, accents and signs between words do not count, the left context is read from the hit outwards.

    Lines without a date stand last; what is equal stands in order of document and place.
    """
    return sorted(lines, key=_KEYS[order])


def _by_document(line: ConcordanceLine) -> tuple[int, int]:
    return line.document, line.start


def _by_date(line: ConcordanceLine) -> tuple[int, int, int]:
    return line.day or _UNDATED, line.document, line.start


def _by_left(line: ConcordanceLine) -> tuple[list[str], int, int]:
    return _words(line.left)[::-1], line.document, line.start


def _by_right(line: ConcordanceLine) -> tuple[list[str], int, int]:
    return _words(line.right), line.document, line.start


def _words(context: str) -> list[str]:
    return _WORD.findall(fold(context))


_KEYS = {
    ConcordanceOrder.DOCUMENT: _by_document,
    ConcordanceOrder.DATE: _by_date,
    ConcordanceOrder.LEFT: _by_left,
    ConcordanceOrder.RIGHT: _by_right,
}
