"""Taking a newer authority file over without touching what a person changed: three versions compared, entry by entry.

What the file brought last (the base), what the archive has now and what the newer file says: where only one side
differs from the base, that side counts; where both do, the archive's own stays and the entry says so.
"""

from collections.abc import Mapping
from dataclasses import fields, replace

from storage.authority_edits import AuthorityPlan, Base, ChangeAuthority
from storage.domain.authority import Authority, Entity, Scheme, SchemeRegion
from storage.domain.authority_plan import PlannedEntry, PlanStatus
from storage.domain.ids import EntityId, SchemeId
from storage.sentences import joined, say

_LISTS = ("names", "identifiers", "successors", "roles")
_SINGLE = tuple(field.name for field in fields(Entity) if field.name not in ("id", *_LISTS))
_FACTS = {
    "kind": say("kind"),
    "name": say("name"),
    "names": say("names"),
    "country": say("country"),
    "native_name": say("native name"),
    "first_year": say("first year"),
    "last_year": say("last year"),
    "identifiers": say("identifiers"),
    "successors": say("successors"),
    "roles": say("roles"),
    "source": say("source"),
    "note": say("note"),
    "form": say("form"),
    "part_of": say("part of"),
    "hidden": say("hidden"),
}


def plan_newer(
    newer: Authority, mine: Authority, bases: Mapping[EntityId, Base], scheme_bases: Mapping[SchemeId, Scheme]
) -> AuthorityPlan:
    """Compare a newer authority file with the archive's.

    Args:
        newer: the file to take over.
        mine: the archive's authority file as it is.
        bases: what is kept of the entities that a person changed or merged away; those not in it are as a file
            brought them.
        scheme_bases: what is kept of the schemes that a person changed or removed, by id.
    """
    known = {entity.id: entity for entity in mine.entities}
    became = {identity: base.became for identity, base in bases.items() if base.became and identity not in known}
    removed = {identity for identity in bases if identity not in known}
    entries: list[PlannedEntry] = []
    changed: list[Entity] = []
    new_bases: list[Base] = []
    for brought in newer.entities:
        theirs = _redirected(brought, became)
        entry = _compared(theirs, known.get(brought.id), bases.get(brought.id), brought.id in removed)
        entries.append(entry)
        if entry.entity is not None and entry.status is not PlanStatus.CONFLICTING:
            if entry.entity != known.get(brought.id):
                changed.append(entry.entity)
        elif entry.status is PlanStatus.CONFLICTING and (kept := _merged(theirs, known[brought.id], bases[brought.id])):
            changed.append(kept[0])
        if brought.id in bases:
            new_bases.append(Base(brought.id, brought, bases[brought.id].became))
    present = (known.keys() | {entity.id for entity in newer.entities}) - removed
    schemes = _schemes(newer, mine, scheme_bases, became, present)
    edit = ChangeAuthority(
        what=say("take over authority file {version}", version=newer.version),
        entities=tuple(changed),
        schemes=schemes,
        bases=tuple(new_bases),
        scheme_bases=tuple(scheme for scheme in newer.schemes if scheme.id in scheme_bases),
        version=newer.version,
        not_names=newer.not_names if newer.not_names != mine.not_names else None,
        by_a_person=False,
    )
    return AuthorityPlan(say("authority file {version}", version=newer.version), tuple(entries), edit)


def _compared(theirs: Entity, mine: Entity | None, base: Base | None, is_removed: bool) -> PlannedEntry:
    if is_removed:
        reason = (
            say("you made it one with another entity; it stays so") if base and base.became else say("you removed it")
        )
        return PlannedEntry(PlanStatus.LEFT_OUT, theirs.name, reason)
    if mine is None:
        return PlannedEntry(PlanStatus.NEW, theirs.name, "", theirs)
    if base is None or base.entity is None:
        reason = (
            say("as it is here") if theirs == mine else say("newer: {what}", what=_in_words(_differing(mine, theirs)))
        )
        return PlannedEntry(PlanStatus.MATCHING, theirs.name, reason, theirs, mine.id)
    merged, both = _merged(theirs, mine, base)
    if both:
        reason = say("you changed {what}, and so does the newer file; yours stays", what=_in_words(both))
        taken = replace(merged, **{name: getattr(theirs, name) for name in both})
        return PlannedEntry(PlanStatus.CONFLICTING, mine.name, reason, taken, mine.id)
    reason = (
        say("your changes stay")
        if merged == mine
        else say("newer: {what}; your changes stay", what=_in_words(_differing(mine, merged)))
    )
    return PlannedEntry(PlanStatus.MATCHING, mine.name, reason, merged, mine.id)


def _merged(theirs: Entity, mine: Entity, base: Base) -> tuple[Entity, tuple[str, ...]]:
    """Join both sides' changes; gives also which single facts both changed, where the archive's own stays."""
    before = base.entity or mine
    values: dict[str, object] = {}
    both: list[str] = []
    for name in _SINGLE:
        old, own, new = getattr(before, name), getattr(mine, name), getattr(theirs, name)
        values[name] = new if own == old else own
        if old not in (own, new) and own != new:
            both.append(name)
    for name in _LISTS:
        old, own, new = getattr(before, name), getattr(mine, name), getattr(theirs, name)
        kept = [item for item in new if item in own or item not in old]
        values[name] = (*kept, *(item for item in own if item not in old and item not in kept))
    return replace(mine, **values), tuple(both)


def _differing(one: Entity, other: Entity) -> tuple[str, ...]:
    return tuple(name for name in (*_SINGLE, *_LISTS) if getattr(one, name) != getattr(other, name))


def _in_words(names: tuple[str, ...]) -> str:
    return joined(", ", (_FACTS.get(name, name) for name in names))


def _redirected(entity: Entity, became: Mapping[EntityId, EntityId]) -> Entity:
    """Let a brought entity refer to whom a person merged others into."""
    if not became:
        return entity

    def now(other: EntityId | None) -> EntityId | None:
        while other in became and other is not None:
            other = became[other]
        return None if other == entity.id else other

    successors = dict.fromkeys(now(other) for other in entity.successors)
    return replace(
        entity,
        country=now(entity.country),
        part_of=now(entity.part_of),
        successors=tuple(other for other in successors if other is not None),
        roles=tuple(replace(role, organisation=now(role.organisation)) for role in entity.roles),
    )


def _schemes(
    newer: Authority,
    mine: Authority,
    bases: Mapping[SchemeId, Scheme],
    became: Mapping[EntityId, EntityId],
    present: set[EntityId],
) -> tuple[Scheme, ...]:
    known = {scheme.id: scheme for scheme in mine.schemes}
    changed = []
    for theirs in newer.schemes:
        own, base = known.get(theirs.id), bases.get(theirs.id)
        if own is None and base is not None:
            continue  # a person removed it
        merged = _merged_scheme(theirs, own, base) if own is not None and base is not None else theirs
        cleaned = _without_missing(merged, became, present)
        if cleaned != own:
            changed.append(cleaned)
    return tuple(changed)


def _merged_scheme(theirs: Scheme, mine: Scheme, base: Scheme) -> Scheme:
    """Put into the newer scheme what a person moved, added or took out since the base."""
    before, own = _places(base), _places(mine)
    moved = {member: own.get(member) for member in before.keys() | own.keys() if own.get(member) != before.get(member)}
    old_regions, own_regions = {row.region for row in base.regions}, {row.region for row in mine.regions}
    regions = [row for row in theirs.regions if row.region in own_regions or row.region not in old_regions]
    regions += [row for row in mine.regions if row.region not in {other.region for other in regions}]
    placed = []
    for row in regions:
        kept = [member for member in row.members if member not in moved]
        kept += [member for member in own if moved.get(member) == row.region and member not in kept]
        placed.append(SchemeRegion(row.region, tuple(kept)))
    name = mine.name if mine.name != base.name else theirs.name
    return Scheme(theirs.id, name, tuple(placed))


def _places(scheme: Scheme) -> dict[EntityId, EntityId]:
    return {member: row.region for row in scheme.regions for member in row.members}


def _without_missing(scheme: Scheme, became: Mapping[EntityId, EntityId], present: set[EntityId]) -> Scheme:
    """Leave out members that are gone, or let those they became stand in their places, each once."""
    seen: set[EntityId] = set()
    rows = []
    for row in scheme.regions:
        if row.region not in present:
            continue
        members = []
        for member in row.members:
            now = became.get(member, member)
            if now in present and now not in seen:
                seen.add(now)
                members.append(now)
        rows.append(SchemeRegion(row.region, tuple(members)))
    return replace(scheme, regions=tuple(rows))
