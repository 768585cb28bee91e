"""Anchors: the quote, the context around it and the place, by which a mark is found again."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from storage.domain.annotation import CONTEXT_LENGTH, Anchor, AnchorState, Annotation
from storage.domain.document import Block
from storage.domain.ids import TextVersionId
from storage.text.alignment import Candidate, QuoteInContext, candidates

ACCEPTED_SCORE = 0.85
"""From here on a single candidate is taken without asking."""

CHECKED_SCORE = 0.55
"""Below this a quote counts as lost."""

CLEAR_MARGIN = 0.1
"""How far the best candidate must be ahead of the second to be taken without asking."""

_AGREEING_CONTEXT = 0.8
_WORDS_MARGIN = 0.1
"""By how much the words of a place may agree less than the best one's and still count as having the words."""


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


def place_again(anchor: Anchor, text: str) -> tuple[Candidate | None, AnchorState]:
    """Find an anchor's place in another text, and say how sure it is.

    Taken without asking: the exact quote between agreeing contexts, or one candidate of at least 0.85, each only when
    it is clearly ahead of every other place and no other place competes. From 0.55 on *please check*, with the best
    place; below that *lost*.
    """
    found = candidates(text, QuoteInContext(anchor.quote, anchor.before, anchor.after, anchor.start))
    found = tuple(one for one in found if min(one.score, one.quote_agreement) >= CHECKED_SCORE)
    if not found:
        return None, AnchorState.LOST
    best, *others = found
    agrees = min(best.before_agreement, best.after_agreement) >= _AGREEING_CONTEXT
    sure = agrees if best.quote_agreement == 1 else best.score >= ACCEPTED_SCORE
    if not sure or any(_competes(other, best) for other in others):
        return best, AnchorState.PLEASE_CHECK
    stands = best.start == anchor.start and best.quote_agreement == 1
    return best, AnchorState.UNCHANGED if stands else AnchorState.MOVED


def _competes(other: Candidate, best: Candidate) -> bool:
    """Tell whether another place makes the best one doubtful.

    It does by its score; by having the words as well as a place where they have changed; and, as a paragraph that was
    doubled does, by having the words next to context that agrees.
    """
    has_the_words = other.quote_agreement > max(best.quote_agreement - _WORDS_MARGIN, CHECKED_SCORE)
    has_context = max(other.before_agreement, other.after_agreement) >= _AGREEING_CONTEXT
    return best.score - other.score < CLEAR_MARGIN or (has_the_words and (best.quote_agreement < 1 or has_context))


def carry_over(mark: Annotation, version: TextVersionId, text: str, blocks: Sequence[Block]) -> Annotation:
    """Give a mark its place in a new text version with the state that :func:`place_again` finds.

    A mark that is lost keeps the anchor and the version it had; a doubtful state is never made surer by another change.
    """
    place, state = place_again(mark.anchor, text)
    if place is None:
        return replace(mark, state=AnchorState.LOST)
    if state is not AnchorState.PLEASE_CHECK and mark.state is not AnchorState.UNCHANGED:
        state = mark.state
    anchor = make_anchor(text, blocks, place.start, place.end)
    return replace(mark, text_version=version, anchor=anchor, state=state)
