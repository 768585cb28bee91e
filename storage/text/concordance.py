"""The order in which lines of a concordance are read."""

from collections.abc import Iterable

from storage.domain.search import ConcordanceLine, ConcordanceOrder
from storage.text.folding import fold

_UNDATED = 10_000_000
"""Sorts after the last day of the calendar."""


def arranged(lines: Iterable[ConcordanceLine], order: ConcordanceOrder) -> list[ConcordanceLine]:
    """Sort lines; case, accents and kinds of quotes do not count, the left context is read from the hit outwards.

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
    return fold(context).split()


_KEYS = {
    ConcordanceOrder.DOCUMENT: _by_document,
    ConcordanceOrder.DATE: _by_date,
    ConcordanceOrder.LEFT: _by_left,
    ConcordanceOrder.RIGHT: _by_right,
}
