"""A better spelling for a query that finds nothing."""

import re

from storage.index.analysis import is_run_character
from storage.index.fields import TEXT, TITLE
from storage.index.snapshot import View
from storage.index.source import Terms
from storage.text.folding import fold

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
    from rapidfuzz.distance import OSA

    most = 1 if len(word) < 6 else 2
    best: tuple[int, int, str] | None = None
    for term in view.terms_from(TEXT, word[0]):
        if abs(len(term) - len(word)) > most:
            continue
        distance = OSA.distance(term, word, score_cutoff=most)
        if distance <= most:
            count = len(view.posting(Terms(TEXT, ((term, None),))).documents)
            candidate = (distance, -count, term)
            if count and (best is None or candidate < best):
                best = candidate
    return best[2] if best else None
