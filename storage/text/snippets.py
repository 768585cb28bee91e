"""The words around a hit, cut where sentences begin and end."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from storage.domain.search import Span
from storage.text.segmentation import sentence_starts

LONGEST_SNIPPET = 240
_BEFORE = 100
_MARGIN = 40
"""Read before the earliest place where a snippet can begin, so that an abbreviation standing there is known as one."""


def snippets_around(text: str, hits: Sequence[Span], longest: int = LONGEST_SNIPPET) -> Iterator[Span]:
    """Yield for each of several hits, in order of place, the range of code points to show for it.

    It is the hit's sentence, and neighbours while there is room, and always holds the whole hit; one that lies inside
    the range before shares that. A sentence that is too long is cut between words. The range is an exact part of the
    text; whether it begins or ends in the middle of a sentence is for the view to show.
    """
    around = Span(0, 0)
    for hit in hits:
        if hit.end > around.end:
            low, high = max(0, hit.start - longest - _MARGIN), min(len(text), hit.end + longest)
            around = _around(text, hit, sentence_starts(text, low, high), longest)
        yield around


def _around(text: str, hit: Span, sentences: list[int], longest: int) -> Span:
    room = max(0, longest - (hit.end - hit.start))
    low, high = max(0, hit.start - room), min(len(text), hit.end + room)
    starts = sentences[bisect_left(sentences, low) : bisect_left(sentences, high)]
    if low == 0:
        starts = [0, *starts]
    begin = _begin(text, hit, starts, min(room, _BEFORE))
    end = _end(text, hit, starts, min(len(text), begin + max(longest, hit.end - begin)))
    while begin < hit.start and text[begin].isspace():
        begin += 1
    while end > hit.end and text[end - 1].isspace():
        end -= 1
    return Span(begin, end)


def _begin(text: str, hit: Span, starts: list[int], room: int) -> int:
    """Choose the start of the hit's sentence, or a word not too far before the hit."""
    own = max((start for start in starts if start <= hit.start), default=None)
    if own is not None and hit.start - own <= room:
        return own
    earliest = max(0, hit.start - room)
    for position in range(earliest, hit.start):
        if text[position].isspace():
            return position + 1
    return earliest if hit.start - earliest > 0 and not text[earliest : hit.start].isascii() else hit.start


def _end(text: str, hit: Span, starts: list[int], latest: int) -> int:
    """Choose the last sentence end that fits, or a word's."""
    fitting = [start for start in starts if hit.end <= start <= latest]
    if latest == len(text):
        return latest
    if fitting:
        return fitting[-1]
    for position in range(latest, hit.end, -1):
        if text[position - 1].isspace():
            return position - 1
    return latest if not text[hit.end : latest].isascii() else hit.end
