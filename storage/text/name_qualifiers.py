"""Words beside a name that say whose it is: the country before or behind a party's name, the party beside an organ's.

"German Socialist Party", "Communist Party of Cuba", "French, Spanish and Portuguese Communist parties", "the CPC's
International Department". The qualifying words become part of the mention.
"""

import re
from collections.abc import Callable, Iterable, Sequence

from storage.domain.authority import Entity, EntityKind, OrganisationForm
from storage.domain.ids import EntityId
from storage.domain.mention import Doubt
from storage.sentences import say
from storage.text.name_occurrences import Occurrence

_BEFORE = re.compile(r"[ \n\u00a0-]")
_OWNED_BEFORE = re.compile(r"(?:['’]s?)?[ \n\u00a0]$")
_BEHIND = re.compile(r"[\s]+(of|in)\s+(?:the\s+)?")
_LISTED = re.compile(r"\s*(?:,|,?\s*\b(?:and|or)\b|\s&)\s*(?:the\s+)?")
_ORDINAL = re.compile(
    r"\b(?:First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth|\d{1,2}(?:st|nd|rd|th))\s$"
)
_OFFICE = re.compile(
    r"\b(?:(?:Vice |Deputy )?(?:President|Premier|Chairman|Chairwoman|Chairperson|Prime Minister|Chancellor|Secretary)|"
    r"General Secretary|Secretary[- ]General|Comrade|Marshal|King|Queen|Emperor|Prince|Princess|Pope|Senator) $"
)

_SENTENCE_START = re.compile(r"[.!?:;\n—–-]['\"”’)\]]*\s*$")
_CAPITAL_BEHIND = re.compile(r"[ \u00a0][^\W\d_]*[A-Z]|-\w")
_HONORIFIC = re.compile(r"\b(?:Prof|Dr|Mr|Mrs|Ms|Messrs|Mme|Herr|Sir|Lord)\.?\s$")
_OFFICES = "Government|Republic|Minister|Ambassador|Chargé|Legation|Embassy"
_COUNTRY_BEFORE = re.compile(rf"\b(?:{_OFFICES}|relations|treaty) (?:of|in|to|from|with) (?:the )?$")
_ARTICLE_BEFORE = re.compile(r"\b[Tt]he $")
_OFFICE_BEHIND = re.compile(rf"[ \n\u00a0](?:{_OFFICES}|Foreign Office|Foreign Minister)\b")


class Countries:
    """The country names of a text by where they start and end."""

    def __init__(self, occurrences: Iterable[Occurrence]) -> None:
        self._by_start = {found.start: found for found in occurrences}
        self._by_end = {found.end: found for found in self._by_start.values()}

    def before(self, text: str, start: int) -> Occurrence | None:
        """Give the country name that stands directly before a place."""
        return self._by_end.get(start - 1) if start > 1 and _BEFORE.match(text[start - 1]) else None

    def behind(self, text: str, end: int) -> tuple[Occurrence, str] | None:
        """Give the country name that follows a place after "of" or "in", and which of the two it is."""
        joint = _BEHIND.match(text, end)
        found = self._by_start.get(joint.end()) if joint else None
        return (found, joint.group(1)) if joint and found else None

    def is_listed(self, text: str, country: Occurrence) -> bool:
        """Tell whether a country name stands in a list beside another one."""
        return len(self.listed_before(text, country)) > 1 or len(self.listed_behind(text, country)) > 1

    def listed_before(self, text: str, first: Occurrence) -> list[Occurrence]:
        """Give the country names of a list that ends with one, the last one among them, in their order."""
        listed = [first]
        while True:
            gap = _gap_before(text, listed[0].start)
            found = self._by_end.get(gap) if gap is not None else None
            if found is None:
                return listed
            listed.insert(0, found)

    def listed_behind(self, text: str, first: Occurrence) -> list[Occurrence]:
        """Give the country names of a list that begins with one, in their order."""
        listed = [first]
        while (joint := _LISTED.match(text, listed[-1].end)) and (found := self._by_start.get(joint.end())):
            listed.append(found)
        return listed


def _gap_before(text: str, start: int) -> int | None:
    window = text[max(0, start - 12) : start]
    for joint in _LISTED.finditer(window):
        if joint.end() == len(window):
            return max(0, start - 12) + joint.start()
    return None


def stands_as_a_country(text: str, found: Occurrence) -> bool:
    """Tell whether a name stands where only a country's can: "Government of Salvador", "the Papal Government"."""
    if _COUNTRY_BEFORE.search(text, max(0, found.start - 30), found.start):
        return True
    article = _ARTICLE_BEFORE.search(text, max(0, found.start - 5), found.start)
    return article is not None and _OFFICE_BEHIND.match(text, found.end) is not None


def countries_of(occurrence: Occurrence) -> frozenset[EntityId]:
    """Give the countries that a country name can mean."""
    return frozenset(usage.entity.id for usage in occurrence.usages)


def qualify_party(text: str, party: Occurrence, countries: Countries) -> list[Occurrence]:
    """Read a party's name with the countries beside it; gives the longer occurrences that result, often none."""
    before = countries.before(text, party.start)
    behind = countries.behind(text, party.end)
    if before is not None:
        listed = countries.listed_before(text, before) if party.is_plural else [before]
        found = _parties_of(party, listed, listed[0].start, party.end)
        if found:
            return found
    if behind is not None and (behind[1] == "of" or not _stands_alone(party)):
        listed = countries.listed_behind(text, behind[0]) if party.is_plural else [behind[0]]
        return _parties_of(party, listed, party.start, listed[-1].end)
    return []


def _stands_alone(party: Occurrence) -> bool:
    return any(not usage.need for usage in party.usages)


def _parties_of(party: Occurrence, listed: Sequence[Occurrence], start: int, end: int) -> list[Occurrence]:
    found = []
    for country in listed:
        possible: dict[EntityId, Entity] = {}
        for identity in countries_of(country):
            named = {usage.entity.id: usage.entity for usage in party.usages if usage.entity.country == identity}
            possible |= named or party.cores.get(identity, {})
        parties = {identity: entity for identity, entity in possible.items() if entity.kind is EntityKind.PARTY}
        if not parties:
            continue
        usages = tuple(usage for usage in party.usages if usage.entity.id in parties)
        occurrence = Occurrence(start, end, usages, is_plural=len(listed) > 1)
        occurrence.candidates = tuple(parties.values())
        occurrence.rule = say("the country beside it leaves more than one")
        if len(parties) == 1:
            words = say("one of a list with its country") if len(listed) > 1 else say("with its country beside it")
            occurrence.settle(occurrence.candidates[0], words, Doubt.SLIGHT)
        found.append(occurrence)
    return found if not party.is_plural or len(listed) > 1 else []


def extend_organ(text: str, organ: Occurrence, named: Callable[[int, int], tuple[int, int] | None]) -> bool:
    """Take the party beside an organ's name into the mention, and tell whether there was one.

    ``named`` gives the span of a mention of whom the organ belongs to that ends (first argument 0) or starts
    (first argument 1) at the place given second.
    """
    owner = _OWNED_BEFORE.search(text, max(0, organ.start - 3), organ.start)
    if owner and (span := named(0, owner.start())):
        organ.start = span[0]
        return True
    joint = _BEHIND.match(text, organ.end)
    if joint and joint.group(1) == "of" and (span := named(1, joint.end())):
        organ.end = span[1]
        return True
    return False


def extend_by_words(text: str, occurrence: Occurrence) -> None:
    """Take in an office before a person's name and the number before a conference's."""
    if occurrence.kind is EntityKind.PERSON:
        joint = _office_before(text, occurrence.start)
    elif occurrence.kind is EntityKind.BODY and all(
        entity.form == OrganisationForm.PARTY_CONFERENCE for entity in occurrence.entities
    ):
        joint = _ORDINAL.search(text, max(0, occurrence.start - 12), occurrence.start)
    else:
        return
    if joint:
        occurrence.start = joint.start()


def _office_before(text: str, start: int) -> re.Match[str] | None:
    return _OFFICE.search(text, max(0, start - 30), start)


def office_before(text: str, start: int) -> str:
    """Give the office that stands directly before a place ("Prime Minister"), nothing where there is none."""
    office = _office_before(text, start)
    return office.group().strip() if office else ""


def belongs_to_another(text: str, occurrence: Occurrence) -> bool:
    """Tell whether broad words are only a part of a longer name: a capital directly before, or "of …" behind."""
    is_person = any(usage.entity.kind is EntityKind.PERSON for usage in occurrence.usages)
    if is_person and _CAPITAL_BEHIND.match(text, occurrence.end):
        return True
    if _HONORIFIC.search(text, max(0, occurrence.start - 12), occurrence.start) or office_before(
        text, occurrence.start
    ):
        return False
    head = text[max(0, occurrence.start - 40) : occurrence.start]
    before = re.search(r"(?:^|(?P<end>[.!?:;\n]['\"”’)]*\s*))?(?P<word>[^\W\d_][\w.'’-]*)[ \u00a0]$", head)
    if before and before["end"] is None and before["word"][0].isupper():
        return before["word"].lower() not in ("the", "a", "an", "le", "la", "les", "el", "los", "its", "his", "their")
    behind = re.match(r"\s+(?:of|for)\s+(?:the\s+)?(?=[A-Z])", text[occurrence.end : occurrence.end + 20])
    return behind is not None


def is_common_word(text: str, occurrence: Occurrence) -> bool:
    """Tell whether a single word that names an organisation may be just a word: its capital says nothing here."""
    if any(character in " -" for character in text[occurrence.start : occurrence.end]):
        return False
    if occurrence.kind is EntityKind.PERSON or any(
        usage.entity.kind is EntityKind.PERSON for usage in occurrence.usages
    ):
        return False
    starts = _SENTENCE_START.search(text, max(0, occurrence.start - 6), occurrence.start)
    return occurrence.start == 0 or starts is not None or _CAPITAL_BEHIND.match(text, occurrence.end) is not None
