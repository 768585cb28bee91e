"""Wishes about a person's own ways of sorting countries into regions: each gives an edit to be applied."""

import uuid
from collections.abc import Sequence
from dataclasses import replace

from storage.authority_edits import ChangeAuthority
from storage.database import authority as authority_table
from storage.domain.authority import Entity, EntityKind, Scheme, SchemeRegion
from storage.domain.ids import FIRST_SCHEME, EntityId, SchemeId
from storage.errors import NotFoundError, UserFacingError
from storage.sentences import say
from storage.use_cases.correcting import own_id
from storage.use_cases.subject import Subject


class SchemeWishes(Subject):
    """What can be asked about schemes and changed in them; nothing is stored before the edit is applied.

    Each raises NotFoundError when a scheme, region or entity is not there, and UserFacingError with a sentence when it
    makes no sense.
    """

    def new_scheme(self, name: str, like: SchemeId | None = None) -> ChangeAuthority:
        """Read what is needed to begin a scheme, empty or ``like`` another one; its id is in the edit's schemes."""
        name = _cleaned(name)
        self._check_free(name)
        regions = self._scheme(like).regions if like else ()
        return ChangeAuthority(say("new scheme “{name}”", name=name), schemes=(Scheme(own_scheme_id(), name, regions),))

    def renaming_scheme(self, scheme: SchemeId, name: str) -> ChangeAuthority:
        """Read what is needed to call a scheme otherwise."""
        name, former = _cleaned(name), self._scheme(scheme)
        if name != former.name:
            self._check_free(name)
        return ChangeAuthority(
            say("rename scheme “{former}”", former=former.name), schemes=(replace(former, name=name),)
        )

    def removing_scheme(self, scheme: SchemeId) -> ChangeAuthority:
        """Read what is needed to remove a scheme, with the regions of one's own that stand in no other."""
        former = self._scheme(scheme)
        if scheme == FIRST_SCHEME:
            raise UserFacingError(
                say("The scheme “{former}” is the one everything is counted by, and stays.", former=former.name)
            )
        elsewhere = {region.region for other in self._schemes() if other.id != scheme for region in other.regions}
        own = tuple(region.region for region in former.regions if _is_own(region.region, elsewhere))
        return ChangeAuthority(
            say("remove scheme “{former}”", former=former.name), removed=own, removed_schemes=(scheme,)
        )

    def adding_region(self, scheme: SchemeId, name: str, parent: EntityId | None = None) -> ChangeAuthority:
        """Read what is needed to add a region, at the top or under another one; its id is in the edit's entities.

        It is not looked for in texts until it gets a name to be looked for.
        """
        name, former = _cleaned(name), self._scheme(scheme)
        region = Entity(own_id(EntityKind.REGION, name), EntityKind.REGION, name, source=say("added by hand"))
        regions = (*former.regions, SchemeRegion(region.id, ()))
        changed = replace(former, regions=regions)
        if parent is not None:
            changed = _placed(changed, region.id, parent, None)
        return ChangeAuthority(say("add region “{name}”", name=name), (region,), schemes=(changed,))

    def removing_region(self, scheme: SchemeId, region: EntityId) -> ChangeAuthority:
        """Read what is needed to take a region out of a scheme; what stood in it goes to the one above, if any.

        Regions that stood in it come to the top when none is above.
        """
        former = self._scheme(scheme)
        gone = _region(former, region)
        above = next((other.region for other in former.regions if region in other.members), None)
        regions = []
        for other in former.regions:
            if other.region == above:
                at = other.members.index(region)
                members = (*other.members[:at], *gone.members, *other.members[at + 1 :])
                regions.append(replace(other, members=members))
            elif other.region != region:
                regions.append(other)
        elsewhere = {row.region for other in self._schemes() if other.id != scheme for row in other.regions}
        return ChangeAuthority(
            say("remove region"),
            removed=(region,) if _is_own(region, elsewhere) else (),
            schemes=(replace(former, regions=tuple(regions)),),
        )

    def placing(
        self, scheme: SchemeId, member: EntityId, region: EntityId | None, position: int | None = None
    ) -> ChangeAuthority:
        """Read what is needed to put a country, a body without country or a region into a region of a scheme.

        ``position`` counts from 0 among what else stands there, None is behind all. Without a ``region`` a region comes
        to the top, and anything else has no place in the scheme any more.
        """
        return self.placing_several(scheme, (member,), region, position)

    def placing_several(
        self, scheme: SchemeId, members: tuple[EntityId, ...], region: EntityId | None, position: int | None = None
    ) -> ChangeAuthority:
        """Read what is needed to put several at once into a region, as ``placing`` does one; they keep their order."""
        former = self._scheme(scheme)
        if region is not None:
            _region(former, region)
        with self._archive.connections.read() as connection:
            entities = [authority_table.get_entity(connection, member) for member in members]
        for entity in entities:
            if entity.kind is EntityKind.PERSON or (entity.country and entity.kind is not EntityKind.COUNTRY):
                raise UserFacingError(
                    say(
                        "{entity} stands under its country. Move it to another country, or to none.", entity=entity.name
                    )
                )
        changed = _taken_out(former, entities)
        if region is None and position is not None:
            changed = replace(changed, regions=tuple(_at_top(changed.regions, members, position)))
        elif region is not None:
            for number, member in enumerate(members):
                changed = _placed(changed, member, region, None if position is None else position + number)
        what = f"“{entities[0].name}”" if len(entities) == 1 else say("{count} rows", count=len(entities))
        return ChangeAuthority(say("move {what}", what=what), schemes=(changed,))

    def placing_last(
        self, scheme: SchemeId, members: tuple[EntityId, ...], region: EntityId | None
    ) -> ChangeAuthority:  # fmt: skip
        """Read what is needed to put several into a region, at the top without one, behind all that stands there."""
        last = None if region is not None else len(self._scheme(scheme).regions)
        return self.placing_several(scheme, members, region, last)

    def placing_before(
        self, scheme: SchemeId, members: tuple[EntityId, ...], region: EntityId | None, before: EntityId
    ) -> ChangeAuthority:
        """Read what is needed to put several into a region, at the top without one, before what stands there."""
        former = self._scheme(scheme)
        held = {member for row in former.regions for member in row.members}
        tops = tuple(row.region for row in former.regions if row.region not in held)
        inside = tops if region is None else _region(former, region).members
        staying = [member for member in inside if member not in members]
        return self.placing_several(scheme, members, region, staying.index(before) if before in staying else None)

    def _schemes(self) -> tuple[Scheme, ...]:
        with self._archive.connections.read() as connection:
            return authority_table.list_schemes(connection)

    def _scheme(self, scheme: SchemeId) -> Scheme:
        known = {each.id: each for each in self._schemes()}
        if scheme not in known:
            raise NotFoundError(
                say(
                    "There is no scheme {scheme} in this archive. It has: {known}.",
                    scheme=scheme,
                    known=", ".join(known),
                )
            )
        return known[scheme]

    def _check_free(self, name: str) -> None:
        if any(scheme.name == name for scheme in self._schemes()):
            raise UserFacingError(say("There is a scheme “{name}” already. Give another name.", name=name))


def own_scheme_id() -> SchemeId:
    """Make an id for a scheme that a person begins."""
    return SchemeId(f"own-{uuid.uuid4().hex[:8]}")


def _cleaned(name: str) -> str:
    name = " ".join(name.split())
    if not name:
        raise UserFacingError(say("A name needs at least one letter."))
    return name


def _is_own(region: EntityId, elsewhere: set[EntityId]) -> bool:
    return region.startswith("region:own-") and region not in elsewhere


def _region(scheme: Scheme, region: EntityId) -> SchemeRegion:
    for known in scheme.regions:
        if known.region == region:
            return known
    raise NotFoundError(say("There is no region {region} in the scheme “{scheme}”.", region=region, scheme=scheme.name))


def _taken_out(scheme: Scheme, entities: Sequence[Entity]) -> Scheme:
    """Take entities out of the regions they stand in; regions among them that are new to the scheme come in."""
    gone = {entity.id for entity in entities}
    rows = [
        replace(row, members=tuple(member for member in row.members if member not in gone)) for row in scheme.regions
    ]
    known = {row.region for row in rows}
    new = [entity.id for entity in entities if entity.kind is EntityKind.REGION and entity.id not in known]
    return replace(scheme, regions=(*rows, *(SchemeRegion(region, ()) for region in new)))


def _placed(scheme: Scheme, member: EntityId, region: EntityId, position: int | None) -> Scheme:
    """Put a member that stands nowhere into a region of a scheme."""
    inside = {row.region: row.members for row in scheme.regions}
    above = [region]
    while above[-1] != member:
        parent = next((row for row in inside if above[-1] in inside[row]), None)
        if parent is None:
            break
        above.append(parent)
    if member in above:
        raise UserFacingError(say("A region cannot be put into itself or into a region that stands in it."))
    rows = list(scheme.regions)
    at = next(number for number, row in enumerate(rows) if row.region == region)
    members = list(rows[at].members)
    members.insert(len(members) if position is None else max(0, position), member)
    rows[at] = replace(rows[at], members=tuple(members))
    return replace(scheme, regions=tuple(rows))


def _at_top(rows: Sequence[SchemeRegion], members: Sequence[EntityId], position: int) -> list[SchemeRegion]:
    """Put regions before the top region that has a position among the others; what is no region stands nowhere."""
    held = {other for row in rows for other in row.members}
    known = {row.region: row for row in rows}
    moved = [known[member] for member in members if member in known]
    rest = [row for row in rows if row.region not in members]
    tops = [row for row in rest if row.region not in held]
    at = rest.index(tops[position]) if 0 <= position < len(tops) else len(rest)
    return [*rest[:at], *moved, *rest[at:]]
