"""Wishes about correcting the authority file: each gives an edit that the archive takes when it is applied."""

import re
import uuid
from collections.abc import Iterable
from dataclasses import replace

from storage.authority_edits import ChangeAuthority
from storage.database import authority as authority_table
from storage.database import decisions as decisions_table
from storage.database.connection import Connection
from storage.domain.authority import Entity, EntityKind, Name, NameKind, Scheme, SchemeRegion
from storage.domain.ids import EntityId
from storage.errors import NotFoundError, UserFacingError
from storage.sentences import say
from storage.text.folding import fold
from storage.use_cases.subject import Subject

_ORGANISATIONS = frozenset({EntityKind.PARTY, EntityKind.BODY})
_PREFIXES = {EntityKind.PARTY: "organisation", EntityKind.BODY: "organisation"}


class CorrectionWishes(Subject):
    """What can be corrected in the authority file; nothing is stored before the edit that comes back is applied.

    Each raises NotFoundError when an entity is not there, and UserFacingError with a sentence when it makes no sense.
    """

    def founding(
        self,
        name: str,
        kind: EntityKind,
        country: EntityId | None = None,
        part_of: EntityId | None = None,
        names: tuple[Name, ...] = (),
    ) -> ChangeAuthority:
        """Read what is needed to add an entity, as from words selected in a text; its id is in the edit's entities."""
        name = " ".join(name.split())
        self._check_name(name)
        with self._archive.connections.read() as connection:
            if country:
                _require(authority_table.get_entity(connection, country), {EntityKind.COUNTRY}, "country")
            if part_of:
                _require(authority_table.get_entity(connection, part_of), _ORGANISATIONS, "organisation")
        every = tuple(dict.fromkeys((Name(name), *names)))
        entity = Entity(own_id(kind, name), kind, name, every, country, source=say("added by hand"), part_of=part_of)
        return ChangeAuthority(say("add “{name}”", name=name), (entity,))

    def naming(self, entity: EntityId, name: str, names: tuple[Name, ...]) -> ChangeAuthority:
        """Read what is needed to give an entity the name it is shown by and all its names at once."""
        former = self._entity(entity)
        name = " ".join(name.split())
        names = tuple(dict.fromkeys(replace(one, text=" ".join(one.text.split())) for one in names))
        for text in dict.fromkeys((name, *(one.text for one in names))):
            if text != former.name and all(text != known.text for known in former.names):
                self._check_name(text)
        for one in names:
            _check_years(one)
        if former.names and not names:
            raise UserFacingError(
                say("{former} needs a name to be looked for. Hide it to look for it no longer.", former=former.name)
            )
        return ChangeAuthority(
            say("change names of “{former}”", former=former.name), (replace(former, name=name, names=names),)
        )

    def hiding(self, entity: EntityId, hidden: bool = True) -> ChangeAuthority:
        """Read what is needed to look for an entity no longer and leave it out of the tree, or to take that back."""
        former = self._entity(entity)
        name = former.name
        what = say("hide “{name}”", name=name) if hidden else say("show again “{name}”", name=name)
        return ChangeAuthority(what, (replace(former, hidden=hidden),))

    def moving(self, entity: EntityId, to: EntityId | None) -> ChangeAuthority:
        """Read what is needed to put an organisation or person under a country or another organisation, or under none.

        Under an organisation it becomes a part of it. Countries and regions are moved within a scheme.
        """
        with self._archive.connections.read() as connection:
            former = authority_table.get_entity(connection, entity)
            _require(former, {*_ORGANISATIONS, EntityKind.PERSON}, say("organisation or person"))
            what = say("move “{former}”", former=former.name)
            if to is None:
                return ChangeAuthority(what, (replace(former, country=None, part_of=None),))
            target = authority_table.get_entity(connection, to)
            if target.kind is EntityKind.COUNTRY:
                return ChangeAuthority(what, (replace(former, country=to, part_of=None),))
            _require(target, _ORGANISATIONS, say("country or organisation"))
            _check_not_inside(connection, target, former)
            return ChangeAuthority(what, (replace(former, country=target.country, part_of=to),))

    def merging(self, entities: tuple[EntityId, ...], into: EntityId) -> ChangeAuthority:
        """Read what is needed to make several entities one, with all their names, places and decisions."""
        gone = tuple(dict.fromkeys(entity for entity in entities if entity != into))
        if not gone:
            raise UserFacingError(say("Choose at least two to make one of them."))
        with self._archive.connections.read() as connection:
            kept = authority_table.get_entity(connection, into)
            merged = [authority_table.get_entity(connection, entity) for entity in gone]
            for entity in merged:
                if _family(entity) != _family(kept) or entity.kind is EntityKind.REGION:
                    raise UserFacingError(
                        say(
                            "{entity} and {kept} are not of one kind and cannot be made one.",
                            entity=entity.name,
                            kept=kept.name,
                        )
                    )
            others = [
                pointed_elsewhere(entity, gone, into)
                for entity in authority_table.referring_entities(connection, gone)
                if entity.id not in (into, *gone)
            ]
            schemes = authority_table.list_schemes(connection)
            decided = decisions_table.decisions_about(connection, gone)
        return ChangeAuthority(
            what=say("merge into “{kept}”", kept=kept.name),
            entities=(pointed_elsewhere(_joined(kept, merged), gone, into), *others),
            removed=gone,
            schemes=tuple(changed for scheme in schemes if (changed := members_merged(scheme, gone, into)) != scheme),
            decisions=tuple(
                replace(
                    decision,
                    suggested=into if decision.suggested in gone else decision.suggested,
                    entity=into if decision.entity in gone else decision.entity,
                )
                for decision in decided
            ),
            merged_into=into,
        )

    def splitting(self, entity: EntityId, name: str, names: tuple[Name, ...]) -> ChangeAuthority:
        """Read what is needed to give some of an entity's names to a new one of the same kind and country."""
        name = " ".join(name.split())
        self._check_name(name)
        former = self._entity(entity)
        missing = [given.text for given in names if given not in former.names]
        if missing:
            raise NotFoundError(say("{former} has no name “{missing}”.", former=former.name, missing=missing[0]))
        kept = tuple(known for known in former.names if known not in names)
        if not names or not kept:
            raise UserFacingError(
                say("Choose some of the names of {former}, not none and not all.", former=former.name)
            )
        new = Entity(
            own_id(former.kind, name), former.kind, name, names, former.country,
            source=say("split from {entity} by hand", entity=former.id), form=former.form, part_of=former.part_of,
        )  # fmt: skip
        return ChangeAuthority(say("split “{former}”", former=former.name), (replace(former, names=kept), new))

    def hidden_entities(self) -> tuple[Entity, ...]:
        """Read what is hidden, in order of name."""
        with self._archive.connections.read() as connection:
            return authority_table.hidden_entities(connection)

    def _entity(self, entity: EntityId) -> Entity:
        with self._archive.connections.read() as connection:
            return authority_table.get_entity(connection, entity)

    @staticmethod
    def _check_name(text: str) -> None:
        from storage.text.name_checks import why_no_name

        if why := why_no_name(text):
            raise UserFacingError(say("“{text}” cannot be a name: {why}. Give more of its words.", text=text, why=why))


def own_id(kind: EntityKind, name: str) -> EntityId:
    """Make an id for an entity that a person adds; no authority file has one like it."""
    slug = re.sub(r"[^a-z0-9]+", "-", fold(name)).strip("-")[:40].strip("-")
    return EntityId(f"{_PREFIXES.get(kind, kind.value)}:own-{slug}{'-' if slug else ''}{uuid.uuid4().hex[:8]}")


def pointed_elsewhere(entity: Entity, gone: Iterable[EntityId], into: EntityId) -> Entity:
    """Let an entity refer to another one wherever it refers to some that are gone, never to itself."""
    left = frozenset(gone)

    def now(other: EntityId | None) -> EntityId | None:
        return into if other in left else other

    part_of, country = now(entity.part_of), now(entity.country)
    successors = dict.fromkeys(into if other in left else other for other in entity.successors)
    return replace(
        entity,
        country=None if country == entity.id else country,
        part_of=None if part_of == entity.id else part_of,
        successors=tuple(other for other in successors if other != entity.id),
        roles=tuple(replace(role, organisation=now(role.organisation)) for role in entity.roles),
    )


def members_merged(scheme: Scheme, gone: Iterable[EntityId], into: EntityId) -> Scheme:
    """Put an entity in the places of some that are gone, unless it has one of its own in the scheme."""
    left = frozenset(gone)
    has_place = any(into in region.members for region in scheme.regions)
    regions = []
    for region in scheme.regions:
        members: list[EntityId] = []
        for member in region.members:
            if member not in left:
                members.append(member)
            elif not has_place:
                members.append(into)
                has_place = True
        regions.append(SchemeRegion(region.region, tuple(members)))
    return replace(scheme, regions=tuple(regions))


def _joined(kept: Entity, merged: Iterable[Entity]) -> Entity:
    names = dict.fromkeys(kept.names)
    identifiers = dict.fromkeys(kept.identifiers)
    roles = dict.fromkeys(kept.roles)
    known = {(fold(name.text), name.language) for name in kept.names}
    for entity in merged:
        shown = () if any(name.text == entity.name for name in entity.names) else (
            Name(entity.name, kind=NameKind.VARIANT),
        )  # fmt: skip
        for name in (*entity.names, *shown):
            if (fold(name.text), name.language) not in known:
                names[name] = None
                known.add((fold(name.text), name.language))
        identifiers.update(dict.fromkeys(entity.identifiers))
        roles.update(dict.fromkeys(entity.roles))
    return replace(kept, names=tuple(names), identifiers=tuple(identifiers), roles=tuple(roles))


def _family(entity: Entity) -> str:
    return "organisation" if entity.kind in _ORGANISATIONS else entity.kind.value


def _require(entity: Entity, kinds: Iterable[EntityKind], what: str) -> None:
    if entity.kind not in kinds:
        raise UserFacingError(say("{entity} is no {what}. Choose another one.", entity=entity.name, what=what))


def _check_years(name: Name) -> None:
    if name.first_year and name.last_year and name.first_year > name.last_year:
        raise UserFacingError(
            say("The years of “{name}” end before they begin. Give them the other way round.", name=name.text)
        )


def _check_not_inside(connection: Connection, target: Entity, moved: Entity) -> None:
    seen: set[EntityId] = set()
    above: Entity | None = target
    while above is not None and above.id not in seen:
        if above.id == moved.id:
            raise UserFacingError(
                say(
                    "{moved} cannot be put under {target}, which is itself, step by step, a part of it.",
                    moved=moved.name,
                    target=target.name,
                )
            )
        seen.add(above.id)
        above = authority_table.get_entity(connection, above.part_of) if above.part_of else None
