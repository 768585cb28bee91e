"""A better spelling for a query that finds nothing."""

import re

from storage.index.analysis import is_run_character
from storage.index.fields import TEXT, TITLE
from storage.index.snapshot import View
from storage.index.source import Terms
from storage.text.folding import fold

_CANDIDATES = 30
_COMPARED_AT_ONCE = 5_000
"""Words that one call looks through, some milliseconds long: no other thread has its turn until it is done."""
_WORD = re.compile(r"\w{3,}")


def suggestion(view: View, query: str) -> str:
    """Return the query with each word the index lacks put right, or nothing where that is not possible.

    A word is replaced by the most frequent one within two changed letters (one for short words) that begins alike.
    """
    changed = False

    def corrected(match: re.Match[str]) -> str:
        nonlocal changed
        word = fold(match[0])
        if match.string[match.end() : match.end() + 1] in (":", "*", "~") or is_run_character(word[:1] or " "):
            return match[0]
        if any(len(view.posting(Terms(field, ((word, None),))).documents) for field in (TEXT, TITLE)):
            return match[0]
        better = _nearest(view, word)
        changed = changed or better is not None
        return better or match[0]

    result = _WORD.sub(corrected, query)
    return result if changed else ""


def _nearest(view: View, word: str) -> str | None:
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    most = 1 if len(word) < 6 else 2
    candidates = view.terms_from(TEXT, word[0])
    near: list[tuple[float, str]] = []
    for start in range(0, len(candidates), _COMPARED_AT_ONCE):
        compared = candidates[start : start + _COMPARED_AT_ONCE]
        found = process.extract(
            word, compared, scorer=OSA.distance, processor=None, score_cutoff=most, limit=_CANDIDATES
        )
        near = sorted([*near, *((distance, term) for term, distance, _ in found)])[:_CANDIDATES]
    counted = ((distance, -_documents(view, term), term) for distance, term in near)
    return min((each for each in counted if each[1]), default=(0, 0, None))[2]


def _documents(view: View, word: str) -> int:
    return len(view.posting(Terms(TEXT, ((word, None),))).documents)
