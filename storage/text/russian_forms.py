"""Oblique cases of Russian names, by the endings of the regular declensions."""

import re
from collections.abc import Iterator
from itertools import zip_longest

_ADJECTIVES = (
    (re.compile("(ск|цк|к|г|х|ж|ш|ч|щ)ий$"), ("ого", "ому", "им", "ом")),
    (re.compile("()(?:ый|ой)$"), ("ого", "ому", "ым", "ом")),
    (re.compile("()ий$"), ("его", "ему", "им", "ем")),
    (re.compile("()ая$"), ("ой", "ую")),
    (re.compile("()яя$"), ("ей", "юю")),
    (re.compile("(ск|цк|к|г|х)ое$"), ("ого", "ому", "им", "ом")),
    (re.compile("()ое$"), ("ого", "ому", "ым", "ом")),
)
_NOUNS = (
    (re.compile("()ия$"), ("ии", "ию", "ией")),
    (re.compile("(ц)а$"), ("ы", "е", "у", "ей")),
    (re.compile("(к|г|х|ж|ш|ч|щ)а$"), ("и", "е", "у", "ой", "ей")),
    (re.compile("()а$"), ("ы", "е", "у", "ой")),
    (re.compile("()я$"), ("и", "е", "ю", "ей")),
    (re.compile("()й$"), ("я", "ю", "ем", "е")),
    (re.compile("()ь$"), ("я", "ю", "ем", "е", "и", "ью")),
    (re.compile("()ие$"), ("ия", "ию", "ием", "ии")),
    (re.compile("()о$"), ("а", "у", "ом", "е")),
    (re.compile("(ин|ын|ов|ев|ёв)$"), ("а", "у", "ым", "ом", "е")),
    (re.compile("([бвгджзклмнпрстфхцчшщ])$"), ("а", "у", "ом", "ем", "е")),
)
_FULL_ADJECTIVE = re.compile("(.+[сц]к)ий$")
_ADJECTIVE_ENDINGS = ("ая", "ое", "ие", "ого", "ому", "им", "ом", "ой", "ую", "их", "ими")


def _endings(word: str, table: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]) -> list[str]:
    for pattern, endings in table:
        if match := pattern.search(word):
            stem = word[: match.start()] + match.group(1)
            return [stem + ending for ending in endings]
    return []


def _is_adjective(word: str) -> bool:
    return len(word) > 4 and any(pattern.search(word) for pattern, _ in _ADJECTIVES)


def russian_forms(text: str, *, is_person: bool) -> Iterator[str]:
    """Give the oblique forms of a Russian name in the nominative; some are no words, none is another name's.

    A person's names are all inflected, of any other name its leading adjectives and the first noun.
    """
    if match := _FULL_ADJECTIVE.fullmatch(text):
        yield from (match.group(1) + ending for ending in _ADJECTIVE_ENDINGS)
        return
    words = text.split()
    head = len(words) if is_person else next((i + 1 for i, word in enumerate(words) if not _is_adjective(word)), 1)
    nouns = _endings(words[head - 1], _NOUNS)
    others = [_endings(word, _NOUNS if is_person else _ADJECTIVES) for word in words[: head - 1]]
    rest = words[head:]
    for noun in nouns:
        if not others:
            yield " ".join([noun, *rest])
            continue
        for forms in zip_longest(*others):
            leading = [
                form or alternatives[-1] for form, alternatives in zip(forms, others, strict=True) if alternatives
            ]
            if len(leading) == len(others):
                yield " ".join([*leading, noun, *rest])
