"""Regular expressions typed by readers: how they begin, and which of them could take for ever.

Python's matcher tries every way in which the parts of an expression can share out a word. Where a repetition stands
inside a repetition these ways double with every letter, and nothing stops the matcher once it has begun.
"""

import re
import warnings
from math import prod
from re import _parser  # pyright: ignore[reportAttributeAccessIssue]  the only exact reader of Python's own syntax
from typing import Any

from storage.sentences import say

_LETTERS = 32
"""How long a word the ways are counted for; longer ones are rare."""

_MOST_WAYS = 2_000_000
_REPETITIONS = ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT")


def objection(expression: str) -> str:
    """Say why an expression cannot be used, nothing where it can."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", FutureWarning)  # of sets that Python means to read otherwise one day
            re.compile(expression)
            ways = _ways(_parser.parse(expression))
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


def _ways(parts: Any) -> float:
    """Return in how many ways parts that follow each other can match a word, at most."""
    return prod(_ways_of(str(kind), value) for kind, value in parts)


def _ways_of(kind: str, value: Any) -> float:
    if kind in _REPETITIONS:
        least, most, parts = value
        once = _ways(parts)
        if once == 1:
            return min(int(most), _LETTERS) - min(least, _LETTERS) + 1.0
        if most == 1:
            return once + 1 - least
        return once**least if most == least < _LETTERS else float("inf")
    if kind == "BRANCH":
        return sum(map(_ways, value[1]))
    if kind == "GROUPREF_EXISTS":
        return sum(_ways(each) for each in value[1:] if each)
    if kind in ("SUBPATTERN", "ASSERT", "ASSERT_NOT"):
        return _ways(value[-1])
    return _ways(value) if kind == "ATOMIC_GROUP" else 1.0
