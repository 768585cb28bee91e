"""The forms in which a text can write a name: spellings, plurals and the inflections that can be foretold.

English: plural demonyms, apostrophes and British or American spelling wherever they stand, a name without the country
in brackets behind it. French, Spanish and Portuguese: gender and number of demonyms. Russian: the five oblique cases
of a singular name, its leading adjectives and first noun (the rest of such names stands in the genitive already), and
the full adjective; short adjectives, plurals of nouns and fleeting vowels are not foretold. Chinese persons: a given
name written apart or with a hyphen, and the family name last.
"""

import re
from collections.abc import Iterator

from storage.domain.authority import Entity, EntityKind, Name, NameKind
from storage.text.russian_forms import russian_forms

ORGANISATIONS = frozenset({EntityKind.PARTY, EntityKind.BODY})
_SPELLINGS = (
    (re.compile(r"\bLabour\b"), "Labor"),
    (re.compile(r"\bLabor\b"), "Labour"),
    (re.compile(r"isation"), "ization"),
    (re.compile(r"ization"), "isation"),
    (re.compile(r"\bCentre\b"), "Center"),
    (re.compile(r"\bCenter\b"), "Centre"),
    (re.compile(r"Defence\b"), "Defense"),
    (re.compile(r"Defense\b"), "Defence"),
    (re.compile(r" & "), " and "),
    (re.compile(r"\s*\([^()]*\)$"), ""),
    (re.compile(r"s['’](?=\s)"), "'s"),
    (re.compile(r"s['’](?=\s)"), "s"),
    (re.compile(r"(?<=\w)['’]s(?=\s)"), "s'"),
    (re.compile(r"(?<=\w)['’]s(?=\s)"), "s"),
)
_CAN_BE_SPELLED_OTHERWISE = re.compile(r"Labou?r|i[sz]ation|Cent(?:re|er)|Defen[cs]e| & |\)$|s['’]\s|['’]s\s")
_NO_PLURAL = re.compile(r"(?:ese|ish|ch|sh|s|x|z|ss)$")
_INITIAL = "(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])"
_FINAL = "(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|ei|ao|ou|an|en|in|un|ia|ie|iu|ua|uo|ui|ue|er|[aoeiuv])"
_TWO_SYLLABLES = re.compile(f"({_INITIAL}?{_FINAL})({_INITIAL}{_FINAL})", re.IGNORECASE)
_HONORIFICS = re.compile(
    r"^(?:(?:Prof|Dr|Engr|Mr|Mrs|Ms|Messrs|Rev|Hon)(?:\.\s*|\s+)|(?:Professor|Doctor|Sir|Dame)\s+)+"
)
_FAMILY_NAME_FIRST = frozenset({"country:CN", "country:TW", "country:HK", "country:KP", "country:KR"})


def written_forms(entity: Entity, name: Name) -> list[str]:
    """Give every form in which a text can write a name; forms can repeat.

    Honorifics ("Prof.", "Mr.") are no part of a person's name; offices ("President") are where the authority says so.
    """
    text = name.text if entity.kind is not EntityKind.PERSON else _HONORIFICS.sub("", name.text)
    if name.kind is NameKind.ABBREVIATION:
        return [text, *_abbreviated(text, entity.kind)]
    if name.language == "ru":
        return [text, *russian_forms(text, is_person=entity.kind is EntityKind.PERSON)]
    if name.kind is NameKind.DEMONYM:
        return [text, *_inflected_demonym(text, name.language)]
    if entity.kind is EntityKind.PERSON:
        return [text, *_person_forms(entity, text)]
    if entity.kind in ORGANISATIONS and _CAN_BE_SPELLED_OTHERWISE.search(text):
        return [text, *_spelled_otherwise(text)]
    return [text]


def _abbreviated(text: str, kind: EntityKind) -> Iterator[str]:
    """Give letters with and without points; two letters with points are somebody's initials, unless a country's."""
    letters = text.replace(".", "").replace(" ", "")
    if letters.isascii() and letters.isupper() and letters.isalpha() and len(letters) <= 5:
        yield letters
        if len(letters) > 2 or kind is EntityKind.COUNTRY:
            yield ".".join(letters) + "."
            yield ". ".join(letters) + "."


def _spelled_otherwise(text: str) -> Iterator[str]:
    known = {text}
    waiting = [text]
    while waiting and len(known) < 12:
        current = waiting.pop()
        for pattern, replacement in _SPELLINGS:
            other = pattern.sub(replacement, current)
            if other and other not in known:
                known.add(other)
                waiting.append(other)
                yield other


def _inflected_demonym(text: str, language: str) -> Iterator[str]:
    match language.partition("-")[0]:
        case "en" | "":
            if not _NO_PLURAL.search(text):
                yield text[:-1] + "ies" if re.search(r"[^aeiou]y$", text) else text + "s"
        case "fr":
            yield from _french_demonym(text)
        case "es" | "pt":
            yield from _iberian_demonym(text)


def _french_demonym(text: str) -> Iterator[str]:
    feminine = text if text.endswith("e") else text + ("ne" if re.search(r"(?:ie|é)n$", text) else "e")
    yield feminine
    yield feminine + "s"
    if not text.endswith(("s", "x")):
        yield text + "s"


def _iberian_demonym(text: str) -> Iterator[str]:
    if text.endswith("o"):
        yield from (text[:-1] + ending for ending in ("a", "os", "as"))
    elif accented := re.search(r"[éáóê]([sn])$", text):
        stem = text[:-2] + {"é": "e", "á": "a", "ó": "o", "ê": "e"}[text[-2]] + accented.group(1)
        yield from (stem + ending for ending in ("a", "es", "as"))
    else:
        yield text + ("s" if text[-1:] in "aeiou" else "es")


def _person_forms(entity: Entity, text: str) -> Iterator[str]:
    words = text.split()
    if entity.country not in _FAMILY_NAME_FIRST or len(words) != 2 or not text.isascii():
        return
    yield f"{words[1]} {words[0]}"
    if apart := _TWO_SYLLABLES.fullmatch(words[1]):
        yield f"{words[0]} {apart.group(1)} {apart.group(2)}"


def family_name(entity: Entity, name: Name) -> str:
    """Give the family name in a person's name, or nothing where it cannot be told."""
    words = name.text.split()
    if len(words) < 2 or not words[-1][:1].isupper() or entity.country == "country:VN":
        return ""
    return words[0] if entity.country in _FAMILY_NAME_FIRST else words[-1]
