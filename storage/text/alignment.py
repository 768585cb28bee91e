"""Where a quote may stand in a text that has changed: candidate places, and how well each agrees.

Candidates come from short strings shared with the quote and its context, which vote for a shift between the old and
the new place (the diagonals of a dot plot; cf. D. Lipman and W. Pearson, "Rapid and sensitive protein similarity
searches", Science 227, 1985). Each is then aligned character by character with the Levenshtein operations of rapidfuzz.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

_GRAM = 5
_MOST_PLACES_OF_A_GRAM = 200
_MOST_CANDIDATES = 12
_BUCKET = 16
_FEWEST_VOTES, _FEWEST_OF_QUOTE = 8, 2.5
"""A place with so many times fewer votes than the best one has too few letters in common to be a rival."""

_LONGEST_EDGE = 4
"""So many letters of a quote, and an eighth of it, may be unlike at an edge and still count as part of the place."""
_EXACT_BONUS = 0.1
_WHOLE_CONTEXT = 0.6
_LIKE_CONTEXT = 0.4
"""Contexts that agree less have nothing to do with each other: any two texts share as many letters."""

_QUOTE_WEIGHT, _CONTEXT_WEIGHT, _POSITION_WEIGHT = 0.6, 0.18, 0.04


@dataclass(frozen=True, slots=True)
class QuoteInContext:
    """What is looked for: the quote, the text around it, and where it stood (code points)."""

    quote: str
    before: str
    after: str
    start: int

    @classmethod
    def at(cls, text: str, start: int, end: int, context: int) -> "QuoteInContext":
        """Take what stands at ``[start, end)`` of a text, with so many code points of context on each side."""
        return cls(text[start:end], text[max(0, start - context) : start], text[end : end + context], start)


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
    return tuple(_occurrences(text, quote))


def _occurrences(text: str, quote: str) -> Iterator[int]:
    at = text.find(quote)
    while at >= 0 and quote:
        yield at
        at = text.find(quote, at + 1)


def candidates(text: str, wanted: QuoteInContext) -> tuple[Candidate, ...]:
    """Return the places where a quote may stand, best first; places that overlap a better one are left out."""
    exact = exact_occurrences(text, wanted.quote)
    found = [compare(text, wanted, place, place + len(wanted.quote)) for place in exact]
    for place in _voted_places(text, wanted):
        if not any(abs(start - place) <= _BUCKET for start in exact):
            found += _candidates_at(text, wanted, place)
    kept: list[Candidate] = []
    for candidate in sorted(found, key=_rank, reverse=True):
        if all(candidate.end <= other.start or other.end <= candidate.start for other in kept):
            kept.append(candidate)
    return tuple(kept)


def _rank(candidate: Candidate) -> float:
    """Weigh a candidate against others.

    What unlike contexts happen to share must not pull an edge to and fro; nor must the exact quote be stretched over
    words that came between it and its context.
    """
    contexts = (candidate.before_agreement, candidate.after_agreement)
    unlike = _CONTEXT_WEIGHT * sum(one for one in contexts if one < _LIKE_CONTEXT)
    return candidate.score - unlike + (_EXACT_BONUS if candidate.quote_agreement == 1 else 0)


def _voted_places(text: str, wanted: QuoteInContext) -> Iterator[int]:
    """Give the likeliest starts of the quote by the votes of short strings shared with it and its context."""
    of_quote = _votes(text, wanted.quote, len(wanted.before))
    votes = dict(of_quote)
    for part, at in ((wanted.before, 0), (wanted.after, len(wanted.before + wanted.quote))):
        for bucket, weight in _votes(text, part, at).items():
            votes[bucket] = votes.get(bucket, 0) + weight
    shifted = {bucket: _with_neighbours(votes, bucket) for bucket in votes}
    best = sorted(shifted, key=lambda bucket: (-shifted[bucket], bucket))
    enough = shifted[best[0]] / _FEWEST_VOTES if best else 0.0
    enough_of_quote = max((_with_neighbours(of_quote, bucket) for bucket in of_quote), default=0.0) / _FEWEST_OF_QUOTE
    chosen: list[int] = []
    for bucket in best:
        if shifted[bucket] < enough and _with_neighbours(of_quote, bucket) < enough_of_quote:
            continue
        if all(abs(bucket - other) > 1 for other in chosen):
            chosen.append(bucket)
            yield max(0, min(len(text), bucket * _BUCKET + len(wanted.before) + _BUCKET // 2))
        if len(chosen) == _MOST_CANDIDATES:
            return


def _votes(text: str, part: str, at: int) -> dict[int, float]:
    """Count for which shifts the short strings of a part speak; those that stand in many places count for less."""
    votes: dict[int, float] = {}
    for offset in range(len(part) - _GRAM + 1):
        places = tuple(islice(_occurrences(text, part[offset : offset + _GRAM]), _MOST_PLACES_OF_A_GRAM + 1))
        if len(places) > _MOST_PLACES_OF_A_GRAM:
            continue
        for place in places:
            bucket = (place - offset - at) // _BUCKET
            votes[bucket] = votes.get(bucket, 0) + 1 / len(places)
    return votes


def _with_neighbours(votes: Mapping[int, float], bucket: int) -> float:
    return votes.get(bucket, 0) + votes.get(bucket + 1, 0) + votes.get(bucket - 1, 0)


def _candidates_at(text: str, wanted: QuoteInContext, place: int) -> list[Candidate]:
    """Align the quote around a place, with its contexts and alone; with one of them too where the other is gone.

    Contexts may pull the quote to a copy of it near by, and one that is gone would draw letters of it to itself.
    """
    found: dict[tuple[int, int], Candidate] = {}

    def align(*pairs: tuple[str, str]) -> None:
        for before, after in pairs:
            for start, end in _aligned_between(text, wanted.quote, before, after, place):
                if start < end and (start, end) not in found:
                    found[start, end] = compare(text, wanted, start, end)

    align((wanted.before, wanted.after), ("", ""))
    if not any(min(one.before_agreement, one.after_agreement) >= _WHOLE_CONTEXT for one in found.values()):
        align(("", wanted.after), (wanted.before, ""))
    return list(found.values())


def _aligned_between(text: str, quote: str, before: str, after: str, place: int) -> Iterator[tuple[int, int]]:
    from rapidfuzz.distance import Levenshtein

    slack = _BUCKET * 2 + len(quote) // 5
    window_start = max(0, place - len(before) - slack)
    window_end = min(len(text), place + len(quote) + len(after) + slack)
    first, last = len(before), len(before) + len(quote)
    runs = [
        _Run(
            max(step.src_start, first),
            min(step.src_end, last),
            step.dest_start + max(0, first - step.src_start) * (step.dest_end > step.dest_start),
            step.dest_end - max(0, step.src_end - last) * (step.dest_end > step.dest_start),
            step.tag == "equal",
        )
        for step in Levenshtein.opcodes(before + quote + after, text[window_start:window_end])
        if step.src_start < last and step.src_end > first
    ]
    kept = [run for run in runs if run.end > run.start]
    if kept:
        yield window_start + kept[0].start, window_start + kept[-1].end
    if stretch := _strongest_stretch(runs):
        head, tail = stretch
        most = _LONGEST_EDGE + len(quote) // 8
        missing_before, missing_after = head.wanted_start - first, last - tail.wanted_end
        start = window_start + head.start - (missing_before if missing_before <= most else 0)
        end = window_start + tail.end + (missing_after if missing_after <= most else 0)
        yield max(0, start), min(len(text), end)


@dataclass(frozen=True, slots=True)
class _Run:
    """A run of an alignment inside the quote: ``wanted`` offsets in the pattern, the others in the window."""

    wanted_start: int
    wanted_end: int
    start: int
    end: int
    is_equal: bool


def _strongest_stretch(runs: Sequence[_Run]) -> tuple[_Run, _Run] | None:
    """Return the first and last run of the part of an alignment that has most equal letters over unequal ones.

    An alignment from end to end strews the letters at its edges over whatever stands there; the strongest stretch is
    what a local alignment would keep (T. Smith and M. Waterman, "Identification of common molecular subsequences",
    Journal of Molecular Biology 147, 1981).
    """
    best: tuple[_Run, _Run] | None = None
    most = value = 0
    head, before = None, None
    for run in runs:
        skipped = run.start - before.end if before else 0
        length = max(run.wanted_end - run.wanted_start, run.end - run.start)
        value -= skipped
        if value <= 0:
            value, head = 0, None
        if run.is_equal:
            head = head or run
            value += length
            if value > most:
                most, best = value, (head, run)
        else:
            value -= length
        before = run
    return best


def compare(text: str, wanted: QuoteInContext, start: int, end: int) -> Candidate:
    """Say how well the range ``[start, end)`` of a text agrees with a quote in its context."""
    from rapidfuzz.distance import Levenshtein

    def agreement(one: str, other: str) -> float:
        return 1.0 if one == other else Levenshtein.normalized_similarity(one, other)

    quote = agreement(wanted.quote, text[start:end])
    before = agreement(wanted.before, text[max(0, start - len(wanted.before)) : start])
    after = agreement(wanted.after, text[end : end + len(wanted.after)])
    position = 1 - abs(start - wanted.start) / max(len(text), wanted.start, 1)
    score = _QUOTE_WEIGHT * quote + _CONTEXT_WEIGHT * (before + after) + _POSITION_WEIGHT * position
    return Candidate(start, end, quote, before, after, score)
