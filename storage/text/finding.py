"""Finding words in one text as a reader types them, piece by piece, so that a long text never makes anybody wait."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from storage.text.folding import fold, fold_with_map

PIECE = 32_768
"""Code points of text that are searched in one step."""

_LONGEST_SPACE = 256
_IDEOGRAPHS = 0x2E80


@dataclass(frozen=True, slots=True)
class Find:
    """The words to find, and how exactly: a space stands for any white space, also a line's end."""

    words: str
    whole_words: bool = False
    match_case: bool = False
    match_accents: bool = False
    is_pattern: bool = False
    """Whether the words are a regular expression; accents then count as they are written."""


def find(text: str, wanted: Find) -> Iterator[list[tuple[int, int]]]:
    """Yield the ranges ``[start, end)`` found in each piece of a text, in order; they never overlap.

    Case, accents, quotes, dashes and spaces are folded. Text is searched as the iterator is asked for more.

    Raises:
        PatternNotUsableError: when a regular expression cannot be read or takes too long.
    """
    if wanted.is_pattern:
        # The package of regular expressions is loaded when the first one is written.
        from storage.text.pattern_finding import find_pattern

        yield from find_pattern(text, wanted.words, wanted.match_case, wanted.whole_words)
        return
    pattern = _pattern(wanted.words)
    if pattern is None:
        return
    overlap = 4 * len(wanted.words) + _LONGEST_SPACE
    done = 0
    for start in range(0, len(text), PIECE):
        piece = text[start : start + PIECE + overlap]
        found: list[tuple[int, int]] = []
        for first, last in _matches(piece, pattern):
            inside = first < PIECE and start + first >= done
            if inside and _is_wanted(text, start + first, start + last, wanted):
                found.append((start + first, start + last))
                done = start + last
        yield found


def _pattern(words: str) -> re.Pattern[str] | None:
    parts = fold(words).split()
    if not parts:
        return None
    return re.compile(r"\s+".join(map(re.escape, parts)))


def _matches(piece: str, pattern: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    folded = fold(piece)
    if pattern.search(folded) is None:
        return
    if all(len(fold(character)) == 1 for character in set(piece)):
        yield from (match.span() for match in pattern.finditer(folded))
        return
    with_map = fold_with_map(piece)
    for match in pattern.finditer(with_map.text):
        yield with_map.span(match.start(), match.end())


def _is_wanted(text: str, start: int, end: int, wanted: Find) -> bool:
    found = text[start:end]
    if wanted.match_case and _cases(found) != _cases(wanted.words):
        return False
    if wanted.match_accents and _accents(found) != _accents(wanted.words):
        return False
    return not wanted.whole_words or not (_goes_on(text, start) or _goes_on(text, end))


def _cases(words: str) -> list[bool]:
    return [character.isupper() for character in unicodedata.normalize("NFKD", words) if character.isalpha()]


def _accents(words: str) -> list[tuple[int, str]]:
    """List the combining marks with the number of the letter each belongs to."""
    letters, marks = 0, []
    for character in unicodedata.normalize("NFKD", words):
        if unicodedata.combining(character):
            marks.append((letters, character))
        elif character.isalnum():
            letters += 1
    return marks


def _goes_on(text: str, offset: int) -> bool:
    """Tell whether a word goes on across an offset; scripts written without spaces have no such words."""
    if not 0 < offset < len(text):
        return False
    before, after = text[offset - 1], text[offset]
    return all(
        (character.isalnum() or character == "_" or unicodedata.combining(character)) and ord(character) < _IDEOGRAPHS
        for character in (before, after)
    )
