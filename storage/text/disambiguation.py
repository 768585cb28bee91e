"""Deciding whom words mean that are not somebody's alone, from what else the document says.

A broad or shared name is given to an entity when the same section names it in full before, when its country is the
nearest one named in the paragraph, or when an organisation it belongs to is named there; for countries, persons and
organs the whole document counts. When this speaks for nobody, or for two, the name stays ambiguous.
"""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from storage.domain.authority import Entity, EntityKind, NameKind
from storage.domain.ids import EntityId
from storage.domain.mention import Doubt
from storage.sentences import joined, say
from storage.text.folding import fold
from storage.text.name_evidence import Evidence
from storage.text.name_forms import is_broad
from storage.text.name_index import Need, Usage
from storage.text.name_occurrences import Occurrence
from storage.text.written_forms import ORGANISATIONS

_INTERNATIONAL = re.compile(r"\b(?:international|multilateral|regional|global)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Support:
    """How much speaks for a candidate: 0 nothing, 1 something in the document, 2 something near, 3 enough, and what."""

    strength: int
    reason: str = ""
    doubt: Doubt = Doubt.MUCH


_NONE = Support(0)
_SPOKEN_KINDS = {
    NameKind.OFFICIAL: say("its full name"),
    NameKind.SHORT: say("a short name"),
    NameKind.ABBREVIATION: say("abbreviation"),
    NameKind.VARIANT: say("another spelling or form of its name"),
    NameKind.DEMONYM: say("demonym"),
}


@dataclass(frozen=True, slots=True)
class Beside:
    """The words themselves, the heading above them and the office before them, empty where there is none."""

    words: str
    heading: str = ""
    office: str = ""


def decide_name(occurrence: Occurrence, evidence: Evidence, year: int | None, beside: Beside) -> None:
    """Decide whom a shared or broad name means, or list its candidates, or leave it naming nobody."""
    usages = current_usages(occurrence.usages, year)
    supported = {id(usage): _support(usage, occurrence, evidence, beside) for usage in usages}
    enough = [usage for usage in usages if supported[id(usage)].strength == 3]
    free = [usage for usage in usages if not usage.need]
    own = _whose_own(enough or free, beside.words)
    if len(own) == 1:
        support = supported[id(own[0])]
        reason = support.reason or say("nothing speaks for another of that name")
        occurrence.settle(own[0].entity, joined("; ", (spoken_kind(own[0]), reason)), support.doubt)
    else:
        ranked = sorted(usages, key=lambda usage: -supported[id(usage)].strength)
        is_worth_asking = free or any(
            _is_worth_asking(usage, supported[id(usage)], len(usages), beside) for usage in usages
        )
        occurrence.candidates = tuple(usage.entity for usage in ranked) if is_worth_asking else ()
        occurrence.rule = say("the text does not say which is meant")


def _whose_own(usages: Sequence[Usage], words: str) -> Sequence[Usage]:
    """Keep the usages that are a name as it is, not a form of one, and among them an official name."""
    exact = [usage for usage in usages if fold(usage.name.text) == fold(words)]
    official = [usage for usage in exact if usage.name.kind is NameKind.OFFICIAL]
    return official or exact or usages


def _is_worth_asking(usage: Usage, support: Support, number: int, beside: Beside) -> bool:
    if usage.need is not Need.NEAR or usage.is_family_name:
        return False
    if number > 1 and usage.entity.kind in ORGANISATIONS and not is_broad(usage.name.text):
        return True
    return support.strength > 0 and (number > 1 or (usage.entity.kind is EntityKind.PARTY and " " in beside.words))


def current_usages(usages: Sequence[Usage], year: int | None) -> Sequence[Usage]:
    """Keep the usages that were current in a year, all of them where that leaves none or the year is not known."""
    if year is None or len(usages) < 2:
        return usages
    current = [usage for usage in usages if _is_current(usage, year)]
    return current or usages


def _is_current(usage: Usage, year: int) -> bool:
    first, last = _years_of_use(usage)
    return first <= year <= last


def _years_of_use(usage: Usage) -> tuple[int, int]:
    first = max(usage.name.first_year or 0, usage.entity.first_year or 0)
    return first, min(usage.name.last_year or 9999, usage.entity.last_year or 9999)


def is_used_in(usage: Usage, year: int | None) -> bool:
    """Tell whether a name was in use in a year; where the year is not known, a dated name may not have been."""
    return _years_of_use(usage) == (0, 9999) if year is None else _is_current(usage, year)


def _support(usage: Usage, occurrence: Occurrence, evidence: Evidence, beside: Beside) -> Support:
    entity = usage.entity
    if entity.kind is EntityKind.PARTY and usage.need is not Need.SOMEWHERE:
        return _party_support(entity, occurrence, evidence, beside)
    if (place := evidence.first(entity.id)) is not None:
        doubt = Doubt.SOME if usage.is_family_name else Doubt.SLIGHT
        return Support(3, say("it is named in full in ¶ {number}", number=evidence.layout.number(place)), doubt)
    if beside.office and any(beside.office in role.title for role in entity.roles):
        return Support(3, say("with an office held: {office}", office=beside.office), Doubt.SLIGHT)
    if usage.is_family_name:
        return _NONE
    relatives = evidence.relatives(entity)
    if usage.need is Need.SOMEWHERE:
        if evidence.is_named_in(relatives, 0, 2**40) or evidence.names_country(entity.country):
            return Support(3, say("its country or an organisation it belongs to is named in the document"), Doubt.MUCH)
        return _NONE
    return _near_support(entity, relatives, occurrence, evidence, beside)


def _near_support(
    entity: Entity, relatives: Sequence, occurrence: Occurrence, evidence: Evidence, beside: Beside
) -> Support:
    low, high = evidence.layout.paragraph_range(occurrence.start, before=1)
    if evidence.is_named_in(relatives, low, high):
        return Support(3, say("an organisation it belongs to is named beside it"), Doubt.SOME)
    if entity.kind is EntityKind.PERSON and entity.country and evidence.is_named_in((entity.country,), low, high):
        return Support(3, say("the country is named beside it"), Doubt.SOME)
    if entity.kind is EntityKind.BODY and entity.country is None and _INTERNATIONAL.search(beside.heading):
        return Support(2)
    return Support(1) if evidence.names_country(entity.country) and entity.part_of is None else _NONE


def _party_support(entity: Entity, occurrence: Occurrence, evidence: Evidence, beside: Beside) -> Support:
    layout = evidence.layout
    start = occurrence.start
    place = evidence.last_before(entity.id, start, layout.section_start(start))
    if place is not None:
        return Support(3, say("it is named in full in ¶ {number}", number=layout.number(place)), Doubt.SLIGHT)
    nearest = evidence.nearest_country(start, occurrence.end, layout.paragraph_range(start))
    if entity.country is not None and nearest == entity.country:
        return Support(
            3, say("its country is the nearest one named in ¶ {number}", number=layout.number(start)), Doubt.SOME
        )
    if entity.country and evidence.is_named_in((entity.country,), *layout.heading(start)):
        return Support(3, say("its country is named in the heading"), Doubt.SOME)
    if evidence.first(entity.id) is not None or evidence.names_country(entity.country):
        return Support(1)
    return _NONE


def decide_abbreviation(occurrence: Occurrence, evidence: Evidence, year: int | None) -> None:
    """Decide what an abbreviation stands for: preferably what the document names in full, else the only thing known."""
    usages = current_usages(occurrence.usages, year)
    named = [usage for usage in usages if evidence.first(usage.entity.id) is not None]
    if named:
        usage = max(named, key=lambda usage: _definition(usage.entity, occurrence.start, evidence))
        place = _definition(usage.entity, occurrence.start, evidence)
        number = evidence.layout.number(place if place >= 0 else evidence.first(usage.entity.id) or 0)
        is_after = place >= 0
        rule = (
            say("abbreviation, after the full name in ¶ {number}", number=number)
            if is_after
            else say("abbreviation, before the full name in ¶ {number}", number=number)
        )
        occurrence.settle(usage.entity, rule)
        return
    free = [usage for usage in usages if not usage.need]
    if len(free) == 1 and len(usages) == 1:
        occurrence.settle(
            free[0].entity, say("abbreviation that stands for nothing else in the authority file"), Doubt.SLIGHT
        )
        return
    related = [usage for usage in usages if _is_related(usage.entity, evidence)]
    related = [usage for usage in related if not usage.need] or related
    if len(related) == 1:
        occurrence.settle(
            related[0].entity, say("abbreviation; its country or its organisation is named in the document"), Doubt.SOME
        )
    elif len(free) == 1 and not related:
        occurrence.settle(free[0].entity, say("abbreviation; nothing speaks for another one"), Doubt.MUCH)
    elif occurrence.is_shared:
        _settle_by_date(occurrence, related or free or [usage for usage in usages if _is_worldwide(usage)])


def _is_worldwide(usage: Usage) -> bool:
    return usage.entity.kind is EntityKind.BODY and usage.entity.country is None and len(usage.name.text) > 2


def _settle_by_date(occurrence: Occurrence, possible: Sequence[Usage]) -> None:
    """Settle letters for the one that was in use, where others have borne them too; list several as candidates."""
    if len(possible) == 1:
        occurrence.settle(
            possible[0].entity, say("abbreviation; nobody else of that name was known by it then"), Doubt.SOME
        )
    elif possible:
        occurrence.candidates = tuple(usage.entity for usage in possible)
        occurrence.rule = say("abbreviation; the text does not say which is meant")


def _definition(entity: Entity, start: int, evidence: Evidence) -> int:
    place = evidence.last_before(entity.id, start)
    return -1 if place is None else place


def _is_related(entity: Entity, evidence: Evidence) -> bool:
    return evidence.names_country(entity.country) or evidence.is_named_in(evidence.relatives(entity), 0, 2**40)


def settle_shared_country(occurrence: Occurrence, named: Collection[EntityId], year: int | None) -> None:
    """Settle words that several countries share where the year, or what else is named, leaves one of them.

    ``named`` are the countries that the text names by words of their own. A name that needs context gives way to one
    that needs none, unless its country is among them: "Dominican" is the Republic's but where Dominica is named.
    """
    usages = current_usages(occurrence.usages, year)
    if len(usages) == 1:
        occurrence.settle(usages[0].entity, say("the only country of that name at the time"))
        return
    free = [usage for usage in usages if not usage.need]
    if len(free) == 1 and not any(usage.need and usage.entity.id in named for usage in usages):
        rule = say("{kind}; nothing speaks for another country", kind=spoken_kind(free[0]))
        occurrence.settle(free[0].entity, rule, Doubt.SLIGHT)


def decide_country(occurrence: Occurrence, evidence: Evidence, holders: Iterable[Entity], year: int | None) -> None:
    """Decide which country a shared name means: that of the organisation whose name it is in, else by the document."""
    possible = {usage.entity.id: usage.entity for usage in current_usages(occurrence.usages, year)}
    for holder in holders:
        if holder.country is not None and holder.country in possible:
            occurrence.settle(possible[holder.country], say("inside the name of {holder}", holder=holder.name))
            return
    named = [entity for entity in possible.values() if evidence.first(entity.id) is not None]
    nearest = evidence.nearest_country(
        occurrence.start, occurrence.end, evidence.layout.paragraph_range(occurrence.start)
    )
    if len(named) == 1:
        occurrence.settle(named[0], say("shared name; the document names no other country of that name"), Doubt.SOME)
    elif nearest is not None and nearest in possible and named:
        occurrence.settle(
            possible[nearest], say("shared name; it is the nearest country named in the paragraph"), Doubt.SOME
        )
    elif named or any(not usage.need for usage in occurrence.usages) or len(possible) > 1:
        others = [entity for entity in possible.values() if entity not in named]
        occurrence.candidates = (*named, *others)
        occurrence.rule = say("the text does not say which country is meant")


def spoken_kind(usage: Usage) -> str:
    """Say in words which kind of name was met."""
    name = usage.name
    if usage.is_family_name:
        return say("family name")
    if name.kind is not NameKind.FORMER:
        return _SPOKEN_KINDS[name.kind]
    if not (name.first_year or name.last_year):
        return say("a former name")
    return say("a former name ({first}–{last})", first=name.first_year or "", last=name.last_year or "")
