"""Which words of two versions of a passage differ."""

import re
from collections.abc import Iterable, Iterator

from storage.domain.search import Span

_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]|[^\W\u3040-\u9fff]+|[^\w\s]")
"""A letter of a script without spaces, a word of any other, or a sign."""


def differing_words(former: str, present: str) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Return the ranges of code points of either text whose words do not stand in the other at the same place.

    White space is not compared. Words are aligned by the Levenshtein distance; ranges that only white space parts are
    joined.
    """
    from rapidfuzz.distance import Levenshtein

    left, right = list(_WORD.finditer(former)), list(_WORD.finditer(present))
    changed_left: list[Span] = []
    changed_right: list[Span] = []
    for step in Levenshtein.opcodes([one.group() for one in left], [one.group() for one in right]):
        if step.tag != "equal":
            changed_left += (Span(*one.span()) for one in left[step.src_start : step.src_end])
            changed_right += (Span(*one.span()) for one in right[step.dest_start : step.dest_end])
    return tuple(_joined(former, changed_left)), tuple(_joined(present, changed_right))


def _joined(text: str, spans: Iterable[Span]) -> Iterator[Span]:
    open_span: Span | None = None
    for span in spans:
        if open_span is not None and not text[open_span.end : span.start].strip():
            open_span = Span(open_span.start, span.end)
            continue
        if open_span is not None:
            yield open_span
        open_span = span
    if open_span is not None:
        yield open_span
