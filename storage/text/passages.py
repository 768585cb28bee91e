"""Cutting a passage out of a text: a place with the paragraphs around it."""

from storage.domain.document import TextVersion
from storage.domain.review import Passage
from storage.domain.search import Span
from storage.text.anchoring import block_at, page_label_at

_MOST_AROUND = 700
"""Code points shown at most before and after the place."""


def passage_around(version: TextVersion, start: int, end: int) -> Passage:
    """Return the place ``[start, end)`` of a text with the paragraph above and below it.

    Paragraphs that are too long are cut between two words.
    """
    first = _edge_before(version, start)
    last = _edge_after(version, end)
    block = block_at(version.blocks, start)
    return Passage(
        text=version.text[first:last],
        offset=first,
        span=Span(start, end),
        paragraph=block.number if block else 0,
        page_label=page_label_at(version.blocks, start) or "",
    )


def _edge_before(version: TextVersion, start: int) -> int:
    starts = [block.start for block in version.blocks if block.number and block.start <= start]
    edge = starts[-2] if len(starts) > 1 else 0
    least = start - _MOST_AROUND
    if edge >= least:
        return edge
    return version.text.find(" ", least, start) + 1 or least


def _edge_after(version: TextVersion, end: int) -> int:
    ends = [block.end for block in version.blocks if block.number and block.end >= end][:2]
    edge = ends[-1] if ends else len(version.text)
    most = end + _MOST_AROUND
    if edge <= most:
        return edge
    space = version.text.rfind(" ", end, most)
    return space if space >= 0 else most
