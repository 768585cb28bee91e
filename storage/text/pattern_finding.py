"""Finding what a regular expression matches in one text, piece by piece and never for long."""

from collections.abc import Iterator

import regex

from storage.errors import UserFacingError
from storage.sentences import say

PIECE = 32_768
"""Code points of text in which matches begin in one step, at least; a step ends with a line."""

REACH = 4_096
"""Code points that a match may go beyond the line that ends its piece, at least; again up to a line's end."""

MOST_SECONDS = 0.2
"""How long the way to one match may take; an expression that tries too many ways of matching is given up then."""

_MATCHES_IN_A_STEP = 500


class PatternNotUsableError(UserFacingError):
    """A regular expression that cannot be read, or that takes too long."""


def find_pattern(text: str, expression: str, match_case: bool, whole_words: bool) -> Iterator[list[tuple[int, int]]]:
    r"""Yield the ranges ``[start, end)`` of code points that each step adds, in order; they never overlap.

    The expression is one of the ``regex`` package, whose syntax is that of Python's ``re`` with ``\p{…}`` besides;
    ``^`` and ``$`` match at each line. Matches of no length are left out.

    Raises:
        PatternNotUsableError: with a sentence, before anything or at the match that took too long.
    """
    pattern = _compiled(expression, match_case, whole_words)
    begin = start = 0
    while begin < len(text):
        piece_end = _line_end(text, begin + PIECE)
        window_end = _line_end(text, piece_end + REACH) if piece_end < len(text) else piece_end
        spans: list[tuple[int, int]] = []
        tried = 0
        while (span := _next(pattern, text, start, window_end)) is not None and span[0] < piece_end:
            if span[1] > span[0]:
                spans.append(span)
            start = max(span[1], span[0] + 1)
            tried += 1
            if tried % _MATCHES_IN_A_STEP == 0:
                yield spans
                spans = []
        yield spans
        begin = piece_end
        start = max(start, begin)


def _compiled(expression: str, match_case: bool, whole_words: bool) -> "regex.Pattern[str]":
    flags = regex.MULTILINE | regex.VERSION0 | (0 if match_case else regex.IGNORECASE)
    try:
        plain = regex.compile(expression, flags)
        return regex.compile(rf"\b(?:{expression})\b", flags) if whole_words else plain
    except (regex.error, RecursionError, OverflowError) as error:
        reason = getattr(error, "msg", "") or say("it is nested too deeply")
        raise PatternNotUsableError(say("This is no regular expression: {reason}.", reason=reason)) from error


def _line_end(text: str, offset: int) -> int:
    """Return the offset after the first line feed at or after ``offset``, or that of the text's end."""
    found = text.find("\n", offset)
    return len(text) if found < 0 else found + 1


def _next(pattern: "regex.Pattern[str]", text: str, start: int, end: int) -> tuple[int, int] | None:
    try:
        match = pattern.search(text, start, end, timeout=MOST_SECONDS)
    except (TimeoutError, MemoryError) as error:
        raise PatternNotUsableError(
            say(
                "This expression can match in too many ways. "
                "Make what it repeats more definite, as in [^.]* in place of .*"
            )
        ) from error
    return None if match is None else match.span()
