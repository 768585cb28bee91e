"""Which character of a printed page is which character of the canonical text."""

import re
from array import array
from collections.abc import Iterator

NOWHERE = -1
_HYPHEN_AT_LINE_END = str.maketrans("\x02\ufffe", "--")
_NO_PLACE = r"\s\x00-\x1f\x7f-\x9f\u00ad\ufeff\uffff"
_LEFT_OUT, _KEPT = re.compile(f"[{_NO_PLACE}]+"), re.compile(f"[^{_NO_PLACE}]+")


def align(printed: str, canonical: str, start: int, end: int) -> "array[int]":
    """Return, for each character of a page as printed, its offset in the canonical text, or ``NOWHERE``.

    ``[start, end)`` is the page's range of code points in the canonical text. Spaces, soft hyphens and control
    characters have no place of their own. Where both differ otherwise (a hyphen left out at the end of a line, a
    replaced character, a title set before the first page) the differences are found as the fewest changes that lead
    from one to the other (Levenshtein distance), and what was changed one for one keeps its place.
    """
    places = array("q", [NOWHERE]) * len(printed)
    printed = printed.translate(_HYPHEN_AT_LINE_END)
    on_paper, in_text = _placed(printed, 0, len(printed)), _placed(canonical, start, end)
    paper, text = _LEFT_OUT.sub("", printed), _LEFT_OUT.sub("", canonical[start:end])
    for first, second, length in _matching(paper, text):
        for index, place in zip(on_paper[first : first + length], in_text[second : second + length], strict=True):
            places[index] = place
    return places


def _placed(text: str, start: int, end: int) -> list[int]:
    """Return where the characters of a range stand that have a place of their own."""
    return [index for found in _KEPT.finditer(text, start, end) for index in range(found.start(), found.end())]


def _matching(paper: str, text: str) -> Iterator[tuple[int, int, int]]:
    """Yield stretches that belong together: where each begins in both, and how long it is."""
    if paper == text:
        yield 0, 0, len(paper)
        return
    from rapidfuzz.distance import Levenshtein

    for change in Levenshtein.opcodes(paper, text):
        if change.tag in ("equal", "replace"):
            yield (
                change.src_start,
                change.dest_start,
                min(change.src_end - change.src_start, change.dest_end - change.dest_start),
            )
