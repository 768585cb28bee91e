"""English stems by Porter's second algorithm (snowballstem.org), the very ones that Whoosh's stemmer finds.

A query waits for the stems of all words that begin like its own, and this takes a third of the time. What the algorithm
calls R1 and R2 are ends of the word; here they are numbers of letters.
"""

import re
from collections.abc import Iterable

_VOWEL = re.compile("[aeiouy]")
_REGION = re.compile("[aeiouy][^aeiouy]")
_VOWEL_BEFORE_Y = re.compile("([aeiouy])y")
_SHORT = re.compile("(?:.*[^aeiouy][aeiouy][^aeiouywxY]|[aeiouy][^aeiouy])")
_PARTICIPLES = ("eedly", "ingly", "edly", "eed", "ing", "ed")
_DOUBLE = ("bb", "dd", "ff", "gg", "mm", "nn", "pp", "rr", "tt")

_EXCEPTIONS = {
    "skis": "ski", "skies": "sky", "dying": "die", "lying": "lie", "tying": "tie", "idly": "idl", "gently": "gentl",
    "ugly": "ugli", "early": "earli", "only": "onli", "singly": "singl",
} | {word: word for word in ("sky", "news", "howe", "atlas", "cosmos", "bias", "andes")} | {
    stem + ending: stem for stem in ("inning", "outing", "canning", "herring", "earring") for ending in ("", "s")
} | {
    stem + ending: stem for stem in ("proceed", "exceed", "succeed") for ending in ("", "s", "ed", "ing")
}  # fmt: skip

_DERIVED = {
    "ization": (7, "ize", 0), "ational": (7, "ate", 1), "fulness": (4, "", 0), "ousness": (7, "ous", 0),
    "iveness": (7, "ive", 1), "tional": (2, "", 0), "biliti": (6, "ble", 0), "lessli": (2, "", 0),
    "entli": (2, "", 0), "ation": (5, "ate", 1), "alism": (5, "al", 0), "aliti": (5, "al", 0), "ousli": (5, "ous", 0),
    "iviti": (5, "ive", 1), "fulli": (2, "", 0), "enci": (1, "e", 0), "anci": (1, "e", 0), "abli": (1, "e", 0),
    "izer": (4, "ize", 0), "ator": (4, "ate", 1), "alli": (4, "al", 0), "bli": (3, "ble", 0), "ogi": (1, "", 0),
    "li": (2, "", 0),
}  # fmt: skip
"""Step 2: of an ending so many letters go and others come; then R2, where it is too short, is taken to be so long."""

_FURTHER = {
    "ational": (7, "ate", 0), "tional": (2, "", 0), "alize": (3, "", 0), "icate": (5, "ic", 0), "iciti": (5, "ic", 0),
    "ative": (5, "", 0), "ical": (4, "ic", 0), "ness": (4, "", 0), "ful": (3, "", 0),
}  # fmt: skip
"""Step 3, in the same way."""

_LAST = (
    "ement", "ance", "ence", "able", "ible", "ment", "ant", "ent", "ism", "ate", "iti", "ous", "ive", "ize", "ion",
    "al", "er", "ic",
)  # fmt: skip
"""Step 4."""

_Word = tuple[str, int, int]


def _by_end(endings: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Sort endings by their last two letters, keeping their order otherwise."""
    endings = tuple(endings)
    return {each[-2:]: tuple(other for other in endings if other[-2:] == each[-2:]) for each in endings}


_DERIVED_BY_END, _FURTHER_BY_END, _LAST_BY_END = map(_by_end, (_DERIVED, _FURTHER, _LAST))


def english_stem(word: str) -> str:
    """Return the stem of a word of the letters a to z, in lower case."""
    if word in _EXCEPTIONS:
        return _EXCEPTIONS[word]
    if "y" in word:
        word = _VOWEL_BEFORE_Y.sub(lambda match: match[1] + "Y", "Y" + word[1:] if word[0] == "y" else word)
    first, second = _regions(word)
    if word[-1] in "sd":
        word, first, second = _without_plural(word, first, second)
    if word[-1] in "dgy":
        word, first, second = _without_participle(word, first, second)
    if word[-1] in "yY" and len(word) > 2 and word[-2] not in "aeiouy":  # step 1c
        word = word[:-1] + "i"
    return (_without_endings(word, first, second) if first else word).replace("Y", "y")


def _regions(word: str) -> tuple[int, int]:
    if word.startswith(("gener", "commun", "arsen")):
        first = len(word) - (6 if word[0] == "c" else 5)
    else:
        first = _after_region(word, 0)
    return first, _after_region(word, len(word) - first) if first else 0


def _without_endings(word: str, first: int, second: int) -> str:
    """Steps 2 to 5, for a word with R1."""
    if word[-2:] in _DERIVED_BY_END:
        word, first, second = _replaced(word, first, second, _DERIVED_BY_END, _DERIVED)
    if word[-2:] in _FURTHER_BY_END:
        word, first, second = _replaced(word, first, second, _FURTHER_BY_END, _FURTHER)
    if second and word[-2:] in _LAST_BY_END:
        word, first, second = _without_last(word, first, second)
    return _without_e_or_l(word, second) if first and word[-1] in "el" else word


def _after_region(word: str, start: int) -> int:
    """Return how many letters follow the first vowel with another letter behind it."""
    match = _REGION.search(word, start)
    return len(word) - match.end() if match else 0


def _cut(word: str, first: int, second: int, letters: int) -> _Word:
    return word[:-letters], max(0, first - letters), max(0, second - letters)


def _without_plural(word: str, first: int, second: int) -> _Word:
    """Step 1a."""
    letters = 0
    if word.endswith("sses"):
        letters = 2
    elif word.endswith(("ied", "ies")):
        letters = 2 if len(word) > 4 else 1
    elif word.endswith("s") and not word.endswith(("us", "ss")):
        letters = 1 if _VOWEL.search(word, 0, len(word) - 2) else 0
    return _cut(word, first, second, letters) if letters else (word, first, second)


def _without_participle(word: str, first: int, second: int) -> _Word:
    """Step 1b."""
    ending = next(filter(word.endswith, _PARTICIPLES), "")
    letters = len(ending)
    if ending.startswith("eed"):
        return _exchanged(word, first, second, (letters, "ee", 0)) if first >= letters else (word, first, second)
    if not ending or not _VOWEL.search(word, 0, len(word) - letters):
        return word, first, second
    word, first, second = _cut(word, first, second, letters)
    if word.endswith(("at", "bl", "iz")):
        word, first = word + "e", first + 1
        return word, first, second + (len(word) > 5 or first >= 3)
    if word.endswith(_DOUBLE):
        return _cut(word, first, second, 1)
    if not first and _SHORT.fullmatch(word):
        return word + "e", first, second
    return word, first, second


def _exchanged(word: str, first: int, second: int, change: tuple[int, str, int]) -> _Word:
    letters, added, least = change
    gained = len(added) - letters
    return word[:-letters] + added, first + gained, second + gained if second >= letters else least


def _replaced(
    word: str, first: int, second: int, by_end: dict[str, tuple[str, ...]], changes: dict[str, tuple[int, str, int]]
) -> _Word:
    """Steps 2 and 3."""
    for ending in by_end[word[-2:]]:
        if word.endswith(ending):
            if first >= len(ending) and _may_go(word, ending, second):
                return _exchanged(word, first, second, changes[ending])
            break
    return word, first, second


def _may_go(word: str, ending: str, second: int) -> bool:
    match ending:
        case "ogi":
            return word[-4] == "l"
        case "li":
            return word[-3] in "cdeghkmnrt"
        case "ative":
            return second >= len(ending)
    return True


def _without_last(word: str, first: int, second: int) -> _Word:
    """Step 4."""
    for ending in _LAST_BY_END[word[-2:]]:
        if word.endswith(ending):
            if second >= len(ending) and (ending != "ion" or word[-4] in "st"):
                return _cut(word, first, second, len(ending))
            break
    return word, first, second


def _without_e_or_l(word: str, second: int) -> str:
    """Step 5, for a word with R1 that ends in one of these."""
    if word[-1] == "l":
        return word[:-1] if second and word[-2] == "l" else word
    if second or (len(word) > 3 and not _SHORT.fullmatch(word[:-1])):
        return word[:-1]
    return word
