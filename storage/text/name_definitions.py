"""Abbreviations that a text itself gives: "the Lao People's Revolutionary Party (LPRP)"."""

import re
from collections.abc import Iterable, Iterator

from storage.domain.authority import Name, NameKind
from storage.text.name_index import Usage
from storage.text.name_occurrences import Occurrence

_GIVEN = re.compile(r"\s?\((?:the )?[\"“”']?([A-Z][\w-]{0,7}[A-Z])[\"“”']?[);,]")
_INITIAL = re.compile(r"\b[^\W\d_]")


def given_abbreviations(text: str, named: Iterable[Occurrence]) -> Iterator[tuple[Occurrence, int]]:
    """Give the occurrences of abbreviations that stand in brackets behind a full name, and where they were given.

    Args:
        text: the canonical text.
        named: organisations named in full beyond doubt, in the order of the text; the first to give letters keeps them.
    """
    given: dict[str, tuple[Usage, int]] = {}
    for found in named:
        match = _GIVEN.match(text, found.end)
        if match and len(found.entities) == 1 and _stands_for(match.group(1), text[found.start : found.end]):
            usage = Usage(found.entities[0], Name(match.group(1), kind=NameKind.ABBREVIATION))
            given.setdefault(match.group(1), (usage, found.start))
    if not given:
        return
    for match in re.finditer(rf"(?<!\w)(?:{'|'.join(map(re.escape, given))})(?!\w)", text):
        usage, place = given[match.group()]
        yield Occurrence(match.start(), match.end(), (usage,)), place


def _stands_for(letters: str, name: str) -> bool:
    """Tell whether the capitals of an abbreviation are, in order, first letters of the name's words."""
    initials = iter(initial.upper() for initial in _INITIAL.findall(name.replace("’s", "").replace("'s", "")))
    return all(letter in initials for letter in letters if letter.isupper())
