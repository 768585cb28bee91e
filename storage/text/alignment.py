"""Where a quote may stand in a text that has changed: candidate places, and how well each agrees.

Candidates come from short strings shared with the quote and its context, which vote for a shift between the old and
the new place (the diagonals of a dot plot; cf. D. Lipman and W. Pearson, "Rapid and sensitive protein similarity
searches", Science 227, 1985). Each is then aligned character by character with the Levenshtein operations of rapidfuzz.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

_GRAM = 5
_MOST_PLACES_OF_A_GRAM = 64
_MOST_CANDIDATES = 12
_BUCKET = 16
_QUOTE_WEIGHT, _CONTEXT_WEIGHT, _POSITION_WEIGHT = 0.6, 0.18, 0.04


@dataclass(frozen=True, slots=True)
class QuoteInContext:
    """What is looked for: the quote, the text around it, and where it stood (code points)."""

    quote: str
    before: str
    after: str
    start: int


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place ``[start, end)`` where the quote may stand, and how well quote, contexts and place agree (0 to 1)."""

    start: int
    end: int
    quote_agreement: float
    before_agreement: float
    after_agreement: float
    score: float


def exact_occurrences(text: str, quote: str) -> tuple[int, ...]:
    """Return where a quote stands in a text, letter for letter; overlapping places count too."""
    places = []
    at = text.find(quote)
    while at >= 0 and quote:
        places.append(at)
        at = text.find(quote, at + 1)
    return tuple(places)


def candidates(text: str, wanted: QuoteInContext) -> tuple[Candidate, ...]:
    """Return the places where a quote may stand, best first; places that overlap a better one are left out."""
    found = {(place, place + len(wanted.quote)) for place in exact_occurrences(text, wanted.quote)}
    for place in _voted_places(text, wanted):
        found.add(_aligned(text, wanted, place))
    scored = sorted(
        (_scored(text, wanted, start, end) for start, end in found if start < end), key=lambda one: -one.score
    )
    kept: list[Candidate] = []
    for candidate in scored:
        if all(candidate.end <= other.start or other.end <= candidate.start for other in kept):
            kept.append(candidate)
    return tuple(kept)


def _voted_places(text: str, wanted: QuoteInContext) -> Iterator[int]:
    """Give the likeliest starts of the quote by the votes of short strings shared with it and its context."""
    pattern = wanted.before + wanted.quote + wanted.after
    votes: Counter[int] = Counter()
    for offset in range(0, len(pattern) - _GRAM + 1):
        gram = pattern[offset : offset + _GRAM]
        at = text.find(gram)
        places = 0
        while at >= 0 and places < _MOST_PLACES_OF_A_GRAM:
            votes[(at - offset + len(wanted.before)) // _BUCKET] += 1
            at = text.find(gram, at + 1)
            places += 1
    neighbourly = {
        bucket: count + votes.get(bucket + 1, 0) + votes.get(bucket - 1, 0) for bucket, count in votes.items()
    }
    best = sorted(neighbourly, key=lambda bucket: (-neighbourly[bucket], bucket))
    for bucket in best[:_MOST_CANDIDATES]:
        yield max(0, min(len(text), bucket * _BUCKET + _BUCKET // 2))


def _aligned(text: str, wanted: QuoteInContext, place: int) -> tuple[int, int]:
    """Align the quote with its context around a place and return the range the quote falls on."""
    from rapidfuzz.distance import Levenshtein

    slack = _BUCKET * 2 + len(wanted.quote) // 5
    window_start = max(0, place - len(wanted.before) - slack)
    window_end = min(len(text), place + len(wanted.quote) + len(wanted.after) + slack)
    window = text[window_start:window_end]
    pattern = wanted.before + wanted.quote + wanted.after
    first, last = len(wanted.before), len(wanted.before) + len(wanted.quote)
    start = end = None
    for step in Levenshtein.opcodes(pattern, window):
        if step.tag == "insert":
            continue
        if start is None and step.src_end > first:
            start = step.dest_start + max(0, min(first - step.src_start, step.dest_end - step.dest_start))
        if step.src_start < last:
            end = step.dest_start + min(last - step.src_start, step.dest_end - step.dest_start)
    return window_start + (start or 0), window_start + (end or 0)


def _scored(text: str, wanted: QuoteInContext, start: int, end: int) -> Candidate:
    from rapidfuzz.distance import Levenshtein

    def agreement(one: str, other: str) -> float:
        return 1.0 if one == other else Levenshtein.normalized_similarity(one, other)

    quote = agreement(wanted.quote, text[start:end])
    before = agreement(wanted.before, text[max(0, start - len(wanted.before)) : start])
    after = agreement(wanted.after, text[end : end + len(wanted.after)])
    position = 1 - abs(start - wanted.start) / max(len(text), wanted.start, 1)
    score = _QUOTE_WEIGHT * quote + _CONTEXT_WEIGHT * (before + after) + _POSITION_WEIGHT * position
    return Candidate(start, end, quote, before, after, score)
