"""The archive's own copy of the authority file: entities, their names, and the schemes of regions."""

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import fields
from typing import Any

from storage.domain.authority import (
    Authority,
    Entity,
    EntityKind,
    Name,
    NameKind,
    OrganisationForm,
    Role,
    Scheme,
    SchemeRegion,
)
from storage.domain.ids import EntityId, SchemeId
from storage.errors import NotFoundError

_OWN_COLUMNS = frozenset({"id", "kind", "name", "country"})
_FACTS = tuple(field.name for field in fields(Entity) if field.name not in _OWN_COLUMNS)
_NAME_FACTS = tuple(field.name for field in fields(Name))
_ROLE_FACTS = tuple(field.name for field in fields(Role))


def _facts(entity: Entity) -> str:
    """Write down what has no column of its own; field by field, since ``asdict`` would copy everything deeply."""
    facts: dict[str, Any] = {name: getattr(entity, name) for name in _FACTS}
    facts["names"] = [{fact: getattr(name, fact) for fact in _NAME_FACTS} for name in entity.names]
    facts["roles"] = [{fact: getattr(role, fact) for fact in _ROLE_FACTS} for role in entity.roles]
    return json.dumps(facts, ensure_ascii=False)


def _read(row: sqlite3.Row) -> Entity:
    facts = json.loads(row["facts"])
    names = tuple(Name(**{**name, "kind": NameKind(name["kind"])}) for name in facts.pop("names"))
    identifiers = tuple((register, identity) for register, identity in facts.pop("identifiers"))
    form = facts.pop("form", None)
    return Entity(
        id=row["id"],
        kind=EntityKind(row["kind"]),
        name=row["name"],
        country=row["country"],
        names=names,
        identifiers=identifiers,
        form=OrganisationForm(form) if form else None,
        successors=tuple(facts.pop("successors", ())),
        roles=tuple(Role(**role) for role in facts.pop("roles", ())),
        **facts,
    )


def store_authority(connection: sqlite3.Connection, authority: Authority) -> None:
    """Store a whole authority file in an archive that has none yet."""
    connection.execute(
        "INSERT INTO archive VALUES ('not_names', ?)", (json.dumps(authority.not_names, ensure_ascii=False),)
    )
    connection.executemany(
        "INSERT INTO entity VALUES (?, ?, ?, ?, ?)",
        [(entity.id, entity.kind, entity.name, entity.country, _facts(entity)) for entity in authority.entities],
    )
    for position, scheme in enumerate(authority.schemes):
        connection.execute("INSERT INTO scheme VALUES (?, ?, ?)", (scheme.id, scheme.name, position))
        connection.executemany(
            "INSERT INTO scheme_member VALUES (?, ?, ?, ?, ?)",
            [
                (scheme.id, region.region, region_position, member, member_position)
                for region_position, region in enumerate(scheme.regions)
                for member_position, member in enumerate(region.members)
            ],
        )


def load_authority(connection: sqlite3.Connection) -> Authority:
    """Load the whole authority file, for matching names."""
    entities = tuple(map(_read, connection.execute("SELECT * FROM entity ORDER BY id")))
    version = connection.execute("SELECT value FROM archive WHERE key = 'authority_version'").fetchone()
    phrases = connection.execute("SELECT value FROM archive WHERE key = 'not_names'").fetchone()
    not_names = tuple(json.loads(phrases[0])) if phrases else ()
    return Authority(version[0] if version else "", entities, list_schemes(connection), not_names=not_names)


def scheme_ids(connection: sqlite3.Connection) -> tuple[SchemeId, ...]:
    """Return the ids of the schemes in order."""
    return tuple(SchemeId(row[0]) for row in connection.execute("SELECT id FROM scheme ORDER BY position"))


def list_schemes(connection: sqlite3.Connection) -> tuple[Scheme, ...]:
    """List the schemes with their regions and members in order."""
    schemes = []
    for row in connection.execute("SELECT id, name FROM scheme ORDER BY position").fetchall():
        members: dict[EntityId, list[EntityId]] = {}
        for region, member in connection.execute(
            "SELECT region, member FROM scheme_member WHERE scheme = ? ORDER BY region_position, member_position",
            (row["id"],),
        ):
            members.setdefault(region, []).append(member)
        regions = tuple(SchemeRegion(region, tuple(inside)) for region, inside in members.items())
        schemes.append(Scheme(SchemeId(row["id"]), row["name"], regions))
    return tuple(schemes)


def get_entity(connection: sqlite3.Connection, entity: EntityId) -> Entity:
    """Return one entity.

    Raises:
        NotFoundError: when the authority file has no such entity.
    """
    row = connection.execute("SELECT * FROM entity WHERE id = ?", (entity,)).fetchone()
    if row is None:
        raise NotFoundError(f"There is no entity {entity} in the authority file of this archive.")
    return _read(row)


def entity_names(connection: sqlite3.Connection, entities: Iterable[EntityId]) -> dict[EntityId, str]:
    """Return the preferred names of entities by id."""
    rows = connection.execute(
        "SELECT id, name FROM entity WHERE id IN (SELECT value FROM json_each(?))", (json.dumps(list(entities)),)
    )
    return {EntityId(row[0]): row[1] for row in rows}


def searchable_names(
    connection: sqlite3.Connection, entities: Iterable[EntityId]
) -> tuple[tuple[EntityId, EntityKind, str, EntityId | None], ...]:
    """Return id, kind, preferred name and country of entities."""
    rows = connection.execute(
        "SELECT id, kind, name, country FROM entity WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(entities)),),
    )
    return tuple((EntityId(row[0]), EntityKind(row[1]), row[2], row[3]) for row in rows)


def regions_of_each(
    connection: sqlite3.Connection, entities: Iterable[EntityId]
) -> dict[EntityId, list[tuple[EntityId, str]]]:
    """Return, by entity, id and name of the regions of all schemes that are it or hold it or its country."""
    rows = connection.execute(
        "WITH wanted(id) AS (SELECT value FROM json_each(?)), "
        "held(origin, id) AS (SELECT id, id FROM wanted UNION SELECT id, country FROM entity JOIN wanted USING (id)), "
        "up(origin, id) AS (SELECT origin, id FROM entity JOIN held USING (id) WHERE kind = 'region' "
        "UNION SELECT origin, region FROM scheme_member JOIN held ON member = held.id "
        "UNION SELECT origin, region FROM scheme_member JOIN up ON member = up.id) "
        "SELECT origin, entity.id, entity.name FROM entity JOIN up USING (id)",
        (json.dumps(list(entities)),),
    )
    regions: dict[EntityId, list[tuple[EntityId, str]]] = {}
    for origin, region, name in rows:
        regions.setdefault(EntityId(origin), []).append((EntityId(region), name))
    return regions
