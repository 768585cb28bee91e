"""Which character of a printed page is which character of the canonical text."""

import re
from array import array
from collections.abc import Iterator

NOWHERE = -1
_HYPHEN_AT_LINE_END = str.maketrans("\x02\ufffe", "--")
_LEFT_OUT = re.compile(r"[\s\x00-\x1f\x7f-\x9f\u00ad\ufeff\uffff]")


def align(printed: str, canonical: str, start: int, end: int) -> "array[int]":
    """Return, for each character of a page as printed, its offset in the canonical text, or ``NOWHERE``.

    ``[start, end)`` is the page's range of code points in the canonical text. Spaces, soft hyphens and control
    characters have no place of their own. Where both differ otherwise (a hyphen left out at the end of a line, a
    replaced character, a title set before the first page) the differences are found as the fewest changes that lead
    from one to the other (Levenshtein distance), and what was changed one for one keeps its place.
    """
    places = array("q", [NOWHERE]) * len(printed)
    printed = printed.translate(_HYPHEN_AT_LINE_END)
    on_paper = [index for index, character in enumerate(printed) if not _LEFT_OUT.match(character)]
    in_text = [index for index in range(start, end) if not _LEFT_OUT.match(canonical[index])]
    paper, text = "".join(map(printed.__getitem__, on_paper)), "".join(map(canonical.__getitem__, in_text))
    for first, second, length in _matching(paper, text):
        for step in range(length):
            places[on_paper[first + step]] = in_text[second + step]
    return places


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
