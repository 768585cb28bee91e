"""Every hit of a query over the archive, each in its line of context, sorted and streamed."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

import numpy as np

from storage.domain.ids import DocumentId
from storage.domain.progress import IsCancelled
from storage.domain.search import SearchFilter
from storage.errors import CancelledError
from storage.index import narrowing
from storage.index.documents import FetchTexts
from storage.index.evaluation import Evaluation
from storage.index.hits import find_hits, meets_in
from storage.index.snapshot import View
from storage.text.folding import fold

if TYPE_CHECKING:
    from storage.index.tree import Query

CONTEXT = 60
"""Code points of context kept on each side."""

_AT_ONCE = 50
_FOLDED_AT_ONCE = 1000


class ConcordanceOrder(StrEnum):
    """What the lines are sorted by."""

    DOCUMENT = "document"
    DATE = "date"
    LEFT = "left context"
    RIGHT = "right context"


@dataclass(frozen=True, slots=True)
class ConcordanceLine:
    """One hit ``[start, end)`` of a document with the words before and after it, as they stand in the text."""

    document: DocumentId
    title: str
    start: int
    end: int
    left: str
    keyword: str
    right: str


def lines(
    view: View,
    tree: "Query",
    narrowed: SearchFilter,
    texts: FetchTexts,
    order: ConcordanceOrder,
    is_cancelled: IsCancelled,
) -> Iterator[ConcordanceLine]:
    """Yield every hit of a query tree; by document and date as they are found, by context after all were read.

    Raises:
        CancelledError: ``is_cancelled`` said so.
    """
    found = _in_order(view, tree, narrowed, texts, order, is_cancelled)
    if order in (ConcordanceOrder.DOCUMENT, ConcordanceOrder.DATE):
        yield from found
        return
    read = sorted(found, key=lambda line: (line.document, line.start))
    keys = _keys(read, order)
    if is_cancelled():
        raise CancelledError
    for number in sorted(range(len(read)), key=keys.__getitem__):
        yield read[number]


def _keys(read: list[ConcordanceLine], order: ConcordanceOrder) -> list[str]:
    """Return for each line the folded words of its context, the nearest first, as one string that sorts like them.

    Folding goes letter by letter, so that many lines are folded at once.
    """
    keys = []
    for start in range(0, len(read), _FOLDED_AT_ONCE):
        part = read[start : start + _FOLDED_AT_ONCE]
        if order is ConcordanceOrder.LEFT:
            folded = fold("\0".join(line.left.replace("\0", " ") for line in part)).split("\0")
            keys += ["\0".join(context.split()[::-1]) for context in folded]
        else:
            folded = fold("\0".join(line.right.replace("\0", " ") for line in part)).split("\0")
            keys += ["\0".join(context.split()) for context in folded]
    return keys


def _in_order(
    view: View,
    tree: "Query",
    narrowed: SearchFilter,
    texts: FetchTexts,
    order: ConcordanceOrder,
    is_cancelled: IsCancelled,
) -> Iterator[ConcordanceLine]:
    evaluation = Evaluation(view, is_cancelled)
    slots = evaluation.found(tree).documents
    mask = narrowing.allowed(view, narrowed)
    if mask is not None:
        slots = slots[mask[slots]]
    if order is ConcordanceOrder.DATE:
        slots = slots[np.argsort(_first_days(view)[slots], kind="stable")]
    size = 4
    start = 0
    while start < len(slots):
        part = slots[start : start + size].tolist()
        documents = view.documents_in(part)
        fetched = texts(documents)
        for slot, document in zip(part, documents, strict=True):
            if is_cancelled():
                raise CancelledError
            text = fetched.get(document)
            if text is not None:
                for hit in find_hits(tree, text, meets_in(evaluation, slot)):
                    left, right = (
                        text.text[max(0, hit.start - CONTEXT) : hit.start],
                        text.text[hit.end : hit.end + CONTEXT],
                    )
                    keyword = text.text[hit.start : hit.end]
                    yield ConcordanceLine(document, text.title, hit.start, hit.end, left, keyword, right)
        start += size
        size = min(_AT_ONCE, size * 2)


def _first_days(view: View) -> "np.ndarray":
    days = np.full(view.size, np.iinfo(np.int64).max)
    rows = view.dates()
    np.minimum.at(days, rows[:, 0], rows[:, 1])
    return days
