"""Anchors: the quote, the context around it and the place, by which a mark is found again."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from storage.domain.annotation import CONTEXT_LENGTH, Anchor, AnchorState, Annotation
from storage.domain.document import Block, TextVersion
from storage.domain.ids import TextVersionId
from storage.domain.search import Span
from storage.text.alignment import Candidate, QuoteInContext, candidates, compare
from storage.text.shared_ends import shared_ends

ACCEPTED_SCORE = 0.85
"""From here on a single candidate is taken without asking."""

CHECKED_SCORE = 0.55
"""Below this a quote counts as lost."""

REWORDED = 0.4
"""From here on words between the same contexts count as the quote in other words, for a person to look at."""

CLEAR_MARGIN = 0.1
"""How far the best candidate must be ahead of the second to be taken without asking."""

_AGREEING_CONTEXT = 0.8
_SAME_CONTEXT = 0.95
_LIKE_CONTEXT = 0.7
"""How far both contexts must agree around words that have changed, for the place to be taken without asking."""

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


def place_again(anchor: Anchor, text: str, former_text: str = "") -> tuple[Candidate | None, AnchorState]:
    """Find an anchor's place in another text, and say how sure it is.

    Taken without asking: the exact quote between agreeing contexts, or one candidate of at least 0.85 between contexts
    that are still alike, each only when it is clearly ahead of every other place and no other place competes. From 0.55
    on *please check*, with the best place; below that *lost*. Where the anchor's own text is given, one
    agreeing context is enough for the exact quote, and a place that resembles another part of that text is asked about.
    """
    best, *others = (*places_for_review(anchor, text), None)
    if best is None:
        return None, AnchorState.LOST
    if not _is_sure(best, bool(former_text)) or any(other and _competes(other, best) for other in others):
        return best, AnchorState.PLEASE_CHECK
    if former_text and _belongs_to_another(best, anchor, text, former_text):
        return best, AnchorState.PLEASE_CHECK
    stands = best.start == anchor.start and best.quote_agreement == 1
    return best, AnchorState.UNCHANGED if stands else AnchorState.MOVED


def _is_sure(best: Candidate, former_text_is_known: bool) -> bool:
    """Tell whether a place could be taken without asking, if no other one competes.

    The exact quote may have lost one of its contexts where it can be seen if it stood elsewhere in the former text.
    """
    agreeing = min(best.before_agreement, best.after_agreement)
    if best.quote_agreement < 1:
        return best.score >= ACCEPTED_SCORE and agreeing >= _LIKE_CONTEXT
    one_side = max(best.before_agreement, best.after_agreement) >= _SAME_CONTEXT and best.score >= ACCEPTED_SCORE
    return agreeing >= _AGREEING_CONTEXT or (former_text_is_known and one_side)


def places_for_review(anchor: Anchor, text: str) -> tuple[Candidate, ...]:
    """Return the places in a text at which an anchor's words may stand, best first; none of them when they are lost."""
    found = candidates(text, QuoteInContext(anchor.quote, anchor.before, anchor.after, anchor.start))
    return tuple(filter(_is_worth_a_look, found))


def _is_worth_a_look(found: Candidate) -> bool:
    """Tell whether a place holds enough of the words, or what is left of them stands where they stood."""
    agreeing = min(found.before_agreement, found.after_agreement)
    enough = REWORDED if agreeing >= _AGREEING_CONTEXT else CHECKED_SCORE
    return found.score >= CHECKED_SCORE and found.quote_agreement >= enough


def _belongs_to_another(best: Candidate, anchor: Anchor, text: str, former_text: str) -> bool:
    """Tell whether a place resembles another part of the former text at least as well as the one that was marked."""
    whole = anchor.before + anchor.quote + anchor.after
    if best.quote_agreement == best.before_agreement == best.after_agreement == 1:
        return former_text.find(whole, former_text.find(whole) + 1) >= 0
    for rival in places_for_review(anchor, former_text):
        if rival.end <= anchor.start or anchor.end <= rival.start:
            wanted = QuoteInContext.at(former_text, rival.start, rival.end, CONTEXT_LENGTH)
            if compare(text, wanted, best.start, best.end).score >= best.score - CLEAR_MARGIN / 2:
                return True
    return False


def _competes(other: Candidate, best: Candidate) -> bool:
    """Tell whether another place makes the best one doubtful.

    It does by its score; by having the words as well as a place where they have changed; and, as a paragraph that was
    doubled does, by having the words next to context that agrees.
    """
    has_the_words = other.quote_agreement > max(best.quote_agreement - _WORDS_MARGIN, CHECKED_SCORE)
    has_context = max(other.before_agreement, other.after_agreement) >= _AGREEING_CONTEXT
    return best.score - other.score < CLEAR_MARGIN or (has_the_words and (best.quote_agreement < 1 or has_context))


class FormerText:
    """The text that marks stood in, beside the text that has taken its place."""

    def __init__(self, text: str, present: str) -> None:
        self.text = text
        self._present = present
        self._ends = shared_ends(text, present)

    def place(self, anchor: Anchor) -> tuple[Span | None, AnchorState]:
        """Find an anchor's place in the present text; where both begin or end alike, nothing needs to be looked for."""
        if self.text[anchor.start : anchor.end] == anchor.quote:
            first, last = max(0, anchor.start - CONTEXT_LENGTH), min(len(self.text), anchor.end + CONTEXT_LENGTH)
            shift = self._ends.shift(first, last)
            if shift is not None:
                state = AnchorState.MOVED if shift else AnchorState.UNCHANGED
                return Span(anchor.start + shift, anchor.end + shift), state
        place, state = place_again(anchor, self._present, self.text)
        return (Span(place.start, place.end) if place else None), state


def carry_over(
    mark: Annotation,
    version: TextVersionId,
    text: str,
    blocks: Sequence[Block],
    former: FormerText | None = None,
) -> Annotation:
    """Give a mark its place in a new text version with the state that :func:`place_again` finds.

    It is looked for by the place where it last stood for sure, which is kept as long as the new one is a proposal only;
    ``former`` is the text of that place where it is known. A mark that is lost keeps the anchor and the version it had;
    one that a person keeps as lost is not looked for any more. A doubt about a place that nobody knows the former place
    of stays.
    """
    if mark.kept_as_lost:
        return mark
    sure = mark.sure_place
    place, state = (former or FormerText("", text)).place(sure.anchor)
    if place is None:
        return replace(mark, anchor=sure.anchor, text_version=sure.text_version, former=None, state=AnchorState.LOST)
    if mark.state is AnchorState.PLEASE_CHECK and mark.former is None:
        state = AnchorState.PLEASE_CHECK
    elif state is AnchorState.UNCHANGED and mark.state is not AnchorState.UNCHANGED:
        state = AnchorState.MOVED
    anchor = make_anchor(text, blocks, place.start, place.end)
    kept = sure if state is AnchorState.PLEASE_CHECK else None
    return replace(mark, text_version=version, anchor=anchor, former=kept, state=state)


def placed_by_hand(mark: Annotation, version: TextVersion, start: int, end: int) -> Annotation:
    """Give a mark the place ``[start, end)`` that a person has seen to be right; it counts as verified from now on.

    Raises:
        ValueError: when the range is empty or not inside the text.
    """
    sure = mark.sure_place
    anchor = make_anchor(version.text, version.blocks, start, end)
    stands = (sure.anchor.start, sure.anchor.quote) == (anchor.start, anchor.quote)
    state = AnchorState.UNCHANGED if stands else AnchorState.MOVED
    return replace(mark, text_version=version.id, anchor=anchor, former=None, kept_as_lost=False, state=state)


def kept_as_lost(mark: Annotation) -> Annotation:
    """Give a mark back the anchor it last stood at for sure, and note that a person knows it to be lost."""
    sure = mark.sure_place
    return replace(
        mark,
        text_version=sure.text_version,
        anchor=sure.anchor,
        former=None,
        kept_as_lost=True,
        state=AnchorState.LOST,
    )
