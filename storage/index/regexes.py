"""Regular expressions typed by readers: how they begin, and which of them could take for ever.

Python's matcher tries every way in which the parts of an expression can share out a word. Where a repetition stands
inside a repetition these ways double with every letter, and nothing stops the matcher once it has begun. So the ways
are counted before: for words of a usual length when the expression is read, for a longer word when it is met.
"""

import re
import time
import warnings
from collections.abc import Iterable
from functools import lru_cache
from math import prod
from re import _parser  # pyright: ignore[reportAttributeAccessIssue]  the only exact reader of Python's own syntax
from typing import Any

from storage.domain.progress import IsCancelled, never_cancelled
from storage.errors import CancelledError
from storage.index.analysis import LONGEST_TERM
from storage.index.errors import ExpressionTooSlowError
from storage.sentences import say

_LETTERS = 32
"""How long a word the ways are counted for when an expression is read; longer ones are rare."""

_MOST_WAYS = 2_000_000
_MOST_WAYS_OF_LONG_WORD = 10_000_000
_MOST_SECONDS = 5.0
_TERMS_BETWEEN_LOOKS = 64
_REPETITIONS = ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT")


def objection(expression: str) -> str:
    """Say why an expression cannot be used, nothing where it can."""
    if not expression:
        return say("An empty regular expression would match every word")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", FutureWarning)  # of sets that Python means to read otherwise one day
            re.compile(expression)
            ways = _ways(_parser.parse(expression), _LETTERS)
    except (re.error, FutureWarning) as error:
        return say("“{expression}” is not a regular expression ({error})", expression=expression, error=error)
    except (RecursionError, OverflowError):
        return say("“{expression}” is too large for a regular expression", expression=expression)
    if ways > _MOST_WAYS:
        return say(
            "“{expression}” repeats what can itself be read in many ways, which could take for ever to look for",
            expression=expression,
        )
    return ""


def literal_beginning(expression: str) -> str:
    """Return letters with which everything begins that an expression matches."""
    parsed = _parser.parse(expression)
    found = ""
    for kind, value in parsed:
        if str(kind) == "AT" and not found:
            continue
        if str(kind) != "LITERAL" or parsed.state.flags & re.IGNORECASE:
            break
        found += chr(value)
    return found


def matching(expression: str, terms: Iterable[str], is_cancelled: IsCancelled = never_cancelled) -> list[str]:
    """Return the terms whose beginning an expression matches, an expression to which there is no objection.

    Raises:
        CancelledError: ``is_cancelled`` said so; it is asked between terms, of which none takes long.
        ExpressionTooSlowError: One of the terms is so long, or they are so many, that it would take too long.
    """
    matches = re.compile(expression).match
    until = time.thread_time() + _MOST_SECONDS
    found = []
    for number, term in enumerate(terms):
        if number % _TERMS_BETWEEN_LOOKS == 0:
            _look_up(expression, until, is_cancelled)
        if len(term) > _LETTERS and _is_too_slow(expression, min(LONGEST_TERM, len(term) | 15)):
            raise ExpressionTooSlowError(
                say(
                    "“{expression}” could take for ever to look for in “{term}…”, a word of {count} letters. "
                    "Begin it with letters, or let it repeat less.",
                    expression=expression,
                    term=term[:_LETTERS],
                    count=len(term),
                )
            )
        if matches(term):
            found.append(term)
    return found


def _look_up(expression: str, until: float, is_cancelled: IsCancelled) -> None:
    """Raise an error where nobody waits any more, or has waited too long."""
    if is_cancelled():
        raise CancelledError
    if time.thread_time() > until:
        raise ExpressionTooSlowError(
            say(
                "“{expression}” takes too long to look for among the words of this archive. "
                "Begin it with letters, or let it repeat less.",
                expression=expression,
            )
        )


@lru_cache(maxsize=256)
def _is_too_slow(expression: str, letters: int) -> bool:
    return _ways(_parser.parse(expression), letters) > _MOST_WAYS_OF_LONG_WORD


def _ways(parts: Any, letters: int) -> float:
    """Return in how many ways parts that follow each other can match a word of so many letters, at most."""
    return prod(_ways_of(str(kind), value, letters) for kind, value in parts)


def _ways_of(kind: str, value: Any, letters: int) -> float:
    if kind in _REPETITIONS:
        least, most, parts = value
        once = _ways(parts, letters)
        if once == 1:
            return min(int(most), letters) - min(least, letters) + 1.0
        if most == 1:
            return once + 1 - least
        return once**least if most == least < letters else float("inf")
    if kind == "BRANCH":
        return sum(_ways(each, letters) for each in value[1])
    if kind == "GROUPREF_EXISTS":
        return sum(_ways(each, letters) for each in value[1:] if each)
    if kind in ("SUBPATTERN", "ASSERT", "ASSERT_NOT"):
        return _ways(value[-1], letters)
    return _ways(value, letters) if kind == "ATOMIC_GROUP" else 1.0
