"""Every hit of a query over the archive, each in its line of context, sorted and streamed."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np

from storage.domain.progress import IsCancelled
from storage.domain.search import ConcordanceLine, ConcordanceOrder, SearchFilter
from storage.errors import CancelledError
from storage.index import narrowing
from storage.index.documents import FetchTexts
from storage.index.evaluation import Evaluation
from storage.index.hits import find_hits, meets_in
from storage.index.snapshot import View
from storage.text.concordance import Concordance

if TYPE_CHECKING:
    from storage.index.tree import Query

CONTEXT = 60
"""Code points of context kept on each side."""

_AT_ONCE = 50


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
    if order in (ConcordanceOrder.LEFT, ConcordanceOrder.RIGHT):
        yield from Concordance(found).arranged(order)
    else:
        yield from found


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
