"""Anchors: the quote, the context around it and the place, by which a mark is found again."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from storage.domain.annotation import CONTEXT_LENGTH, Anchor, AnchorState, Annotation
from storage.domain.document import Block
from storage.domain.ids import TextVersionId


def block_at(blocks: Sequence[Block], position: int) -> Block | None:
    """Return the block that holds a position in code points, else the last one that begins before it."""
    index = bisect_right(blocks, position, key=lambda block: block.start) - 1
    return blocks[index] if index >= 0 else None


def page_label_at(blocks: Sequence[Block], position: int) -> str | None:
    """Return what is printed on the page that holds a position, where that is known."""
    block = block_at(blocks, position)
    return block.page_label if block else None


def make_anchor(text: str, blocks: Sequence[Block], start: int, end: int) -> Anchor:
    """Anchor the range ``[start, end)`` of code points in a text.

    Raises:
        ValueError: when the range is empty or not inside the text.
    """
    if not 0 <= start < end <= len(text):
        raise ValueError(f"[{start}:{end}) is no range inside a text of {len(text)} characters")
    block = block_at(blocks, start)
    return Anchor(
        start=start,
        end=end,
        quote=text[start:end],
        before=text[max(0, start - CONTEXT_LENGTH) : start],
        after=text[end : end + CONTEXT_LENGTH],
        paragraph=block.number if block else 0,
        page=block.page if block else None,
    )


def exact_occurrences(text: str, quote: str) -> tuple[int, ...]:
    """Return where a quote stands in a text, letter for letter; overlapping places count too."""
    places = []
    at = text.find(quote)
    while at >= 0 and quote:
        places.append(at)
        at = text.find(quote, at + 1)
    return tuple(places)


def carry_over(mark: Annotation, version: TextVersionId, text: str, blocks: Sequence[Block]) -> Annotation:
    """Find a mark's place in a new text version and say how sure it is.

    The quote letter for letter with both contexts is *unchanged* in its old place and *moved* in another; a single
    place where only one context agrees, or several places, is *please check*; a quote that stands nowhere is *lost* and
    keeps the anchor it had.
    """
    anchor = mark.anchor
    places = exact_occurrences(text, anchor.quote)
    if not places:
        return replace(mark, state=AnchorState.LOST)

    def agreement(place: int) -> tuple[int, int]:
        end = place + len(anchor.quote)
        before_agrees = text[:place].endswith(anchor.before)
        after_agrees = text.startswith(anchor.after, end)
        return before_agrees + after_agrees, -abs(place - anchor.start)

    best = max(places, key=agreement)
    agreeing = [place for place in places if agreement(place)[0] == 2]
    sure = len(agreeing) == 1 or (len(agreeing) > 1 and anchor.start in agreeing)
    if not sure:
        state = AnchorState.PLEASE_CHECK
    elif best == anchor.start:
        state = mark.state
    else:
        state = AnchorState.MOVED
    moved = make_anchor(text, blocks, best, best + len(anchor.quote))
    return replace(mark, text_version=version, anchor=moved, state=state)
