"""The archive's own copy of the authority file: entities, their names, and the schemes of regions."""

import json
import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import fields, replace
from typing import Any

from storage.authority_edits import Base
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
from storage.sentences import say

_OWN_COLUMNS = frozenset({"id", "kind", "name", "country"})
_FACTS = tuple(field.name for field in fields(Entity) if field.name not in _OWN_COLUMNS)
_NAME_FACTS = tuple(field.name for field in fields(Name))
_NAME_KINDS = {kind.value: kind for kind in NameKind}
_ENTITY_KINDS = {kind.value: kind for kind in EntityKind}
_SCHEME_BASE = "scheme_base:"
_COLUMNS = ("id", "kind", "name", "country", "facts")
_ROLE_FACTS = tuple(field.name for field in fields(Role))


def _facts(entity: Entity) -> str:
    """Write down what has no column of its own; field by field, since ``asdict`` would copy everything deeply."""
    facts: dict[str, Any] = {name: getattr(entity, name) for name in _FACTS}
    facts["names"] = [{fact: getattr(name, fact) for fact in _NAME_FACTS} for name in entity.names]
    facts["roles"] = [{fact: getattr(role, fact) for fact in _ROLE_FACTS} for role in entity.roles]
    return json.dumps(facts, ensure_ascii=False)


def read_entity(row: sqlite3.Row | Mapping[str, Any]) -> Entity:
    """Read an entity from its row, or from what is kept of one."""
    facts = json.loads(row["facts"])
    names = tuple([Name(**(name | {"kind": _NAME_KINDS[name["kind"]]})) for name in facts.pop("names")])
    identifiers = tuple((register, identity) for register, identity in facts.pop("identifiers"))
    form = facts.pop("form", None)
    return Entity(
        id=row["id"],
        kind=_ENTITY_KINDS[row["kind"]],
        name=row["name"],
        country=row["country"],
        names=names,
        identifiers=identifiers,
        form=OrganisationForm(form) if form else None,
        successors=tuple(facts.pop("successors", ())),
        roles=tuple(Role(**role) for role in facts.pop("roles", ())),
        **facts,
    )


def _row(entity: Entity) -> tuple[str, str, str, str | None, str]:
    return entity.id, entity.kind, entity.name, entity.country, _facts(entity)


def store_authority(connection: sqlite3.Connection, authority: Authority) -> None:
    """Store a whole authority file in an archive that has none yet."""
    connection.execute(
        "INSERT INTO archive VALUES ('not_names', ?)", (json.dumps(authority.not_names, ensure_ascii=False),)
    )
    connection.executemany("INSERT INTO entity VALUES (?, ?, ?, ?, ?)", list(map(_row, authority.entities)))
    for scheme in authority.schemes:
        put_scheme(connection, scheme)


def put_entities(connection: sqlite3.Connection, entities: Iterable[Entity]) -> None:
    """Store entities in place of those of the same ids, or beside them."""
    connection.executemany(
        "INSERT INTO entity VALUES (?, ?, ?, ?, ?) ON CONFLICT(id) DO UPDATE SET kind = excluded.kind, "
        "name = excluded.name, country = excluded.country, facts = excluded.facts",
        list(map(_row, entities)),
    )


def remove_entities(connection: sqlite3.Connection, ids: Iterable[EntityId]) -> None:
    """Remove entities that no scheme holds any more."""
    connection.executemany("DELETE FROM entity WHERE id = ?", [(entity,) for entity in ids])


def put_scheme(connection: sqlite3.Connection, scheme: Scheme) -> None:
    """Store a scheme in place of the one of the same id, or behind the others."""
    connection.execute(
        "INSERT INTO scheme VALUES (?, ?, (SELECT coalesce(max(position), -1) + 1 FROM scheme)) "
        "ON CONFLICT(id) DO UPDATE SET name = excluded.name",
        (scheme.id, scheme.name),
    )
    _clear_scheme(connection, scheme.id)
    connection.executemany(
        "INSERT INTO scheme_region VALUES (?, ?, ?)",
        [(scheme.id, region.region, position) for position, region in enumerate(scheme.regions)],
    )
    connection.executemany(
        "INSERT INTO scheme_member VALUES (?, ?, ?, ?, ?)",
        [
            (scheme.id, region.region, region_position, member, member_position)
            for region_position, region in enumerate(scheme.regions)
            for member_position, member in enumerate(region.members)
        ],
    )


def _clear_scheme(connection: sqlite3.Connection, scheme: SchemeId) -> None:
    connection.execute("DELETE FROM scheme_member WHERE scheme = ?", (scheme,))
    connection.execute("DELETE FROM scheme_region WHERE scheme = ?", (scheme,))


def remove_scheme(connection: sqlite3.Connection, scheme: SchemeId) -> None:
    """Remove a scheme; its regions stay as entities."""
    _clear_scheme(connection, scheme)
    connection.execute("DELETE FROM scheme WHERE id = ?", (scheme,))


def put_scheme_order(connection: sqlite3.Connection, order: Iterable[SchemeId]) -> None:
    """Put schemes into an order; those not named keep their places among each other, behind."""
    given = list(order)
    if given:
        wanted = [*given, *(scheme for scheme in scheme_ids(connection) if scheme not in given)]
        rows = [(position, scheme) for position, scheme in enumerate(wanted)]
        connection.executemany("UPDATE scheme SET position = ? WHERE id = ?", rows)


def list_scheme_bases(connection: sqlite3.Connection) -> tuple[Scheme, ...]:
    """List the schemes as a file brought them, before a person changed them."""
    rows = connection.execute("SELECT value FROM archive WHERE key LIKE ? ORDER BY key", (f"{_SCHEME_BASE}%",))
    return tuple(read_scheme_base(row[0]) for row in rows)


def read_scheme_base(text: str) -> Scheme:
    """Read a scheme as it is kept from before a person changed it."""
    content = json.loads(text)
    regions = tuple(SchemeRegion(region, tuple(members)) for region, members in content["regions"])
    return Scheme(content["id"], content["name"], regions)


def put_scheme_bases(connection: sqlite3.Connection, schemes: Iterable[Scheme]) -> None:
    """Keep schemes as a file brought them, in place of what was kept."""
    for scheme in schemes:
        regions = [(region.region, region.members) for region in scheme.regions]
        content = json.dumps({"id": scheme.id, "name": scheme.name, "regions": regions}, ensure_ascii=False)
        connection.execute("INSERT OR REPLACE INTO archive VALUES (?, ?)", (f"{_SCHEME_BASE}{scheme.id}", content))


def keep_scheme_bases(connection: sqlite3.Connection, ids: Iterable[SchemeId]) -> None:
    """Keep the present state of schemes that a person is about to change, unless an earlier one is kept."""
    wanted = set(ids) - {scheme.id for scheme in list_scheme_bases(connection)}
    if wanted:
        put_scheme_bases(connection, [scheme for scheme in list_schemes(connection) if scheme.id in wanted])


def revision(connection: sqlite3.Connection) -> int:
    """Return the number of the authority file's present state, which every change of it raises."""
    row = connection.execute("SELECT value FROM archive WHERE key = 'authority_revision'").fetchone()
    return int(row[0]) if row else 0


def raise_revision(connection: sqlite3.Connection) -> None:
    """Note that the authority file has changed."""
    connection.execute(
        "INSERT INTO archive VALUES ('authority_revision', '1') "
        "ON CONFLICT(key) DO UPDATE SET value = CAST(value AS INTEGER) + 1"
    )


def put_version(connection: sqlite3.Connection, version: str, not_names: tuple[str, ...] | None) -> None:
    """Note which version of the program's authority file the archive has taken over; empty and None change nothing."""
    if version:
        connection.execute("INSERT OR REPLACE INTO archive VALUES ('authority_version', ?)", (version,))
    if not_names is not None:
        phrases = json.dumps(not_names, ensure_ascii=False)
        connection.execute("INSERT OR REPLACE INTO archive VALUES ('not_names', ?)", (phrases,))


def list_bases(connection: sqlite3.Connection, ids: Iterable[EntityId] | None = None) -> tuple[Base, ...]:
    """List what is kept of entities as a file brought them, before a person changed them; all, or those given."""
    query = "SELECT id, entity, became FROM entity_base"
    if ids is None:
        rows = connection.execute(f"{query} ORDER BY id")
    else:
        wanted = json.dumps(list(ids))
        rows = connection.execute(f"{query} WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id", (wanted,))
    return tuple(Base(EntityId(row[0]), read_entity(json.loads(row[1])), row[2]) for row in rows)


def put_bases(connection: sqlite3.Connection, bases: Iterable[Base]) -> None:
    """Keep what a file brought of entities, in place of what was kept; one without entity is kept no longer."""
    for base in bases:
        if base.entity is None:
            connection.execute("DELETE FROM entity_base WHERE id = ?", (base.id,))
        else:
            kept = json.dumps(dict(zip(_COLUMNS, _row(base.entity), strict=True)), ensure_ascii=False)
            connection.execute("INSERT OR REPLACE INTO entity_base VALUES (?, ?, ?)", (base.id, kept, base.became))


def keep_bases(connection: sqlite3.Connection, ids: Iterable[EntityId]) -> None:
    """Keep the present state of entities that a person is about to change, unless an earlier one is kept."""
    wanted = list(ids)
    kept = {base.id for base in list_bases(connection, wanted)}
    put_bases(
        connection, [Base(entity.id, entity) for entity in get_entities(connection, wanted) if entity.id not in kept]
    )


def set_became(connection: sqlite3.Connection, ids: Iterable[EntityId], became: EntityId | None) -> None:
    """Note whom a person merged entities into, None where they stand for themselves."""
    connection.executemany("UPDATE entity_base SET became = ? WHERE id = ?", [(became, entity) for entity in ids])


def linked_entities(connection: sqlite3.Connection, ids: Iterable[EntityId]) -> dict[EntityId, str]:
    """Return the names of entities; one that was merged into another has the other's, and one that is gone none."""
    rows = connection.execute(
        "WITH RECURSIVE line(asked, id) AS (SELECT value, value FROM json_each(?) UNION "
        "SELECT line.asked, entity_base.became FROM line JOIN entity_base ON entity_base.id = line.id "
        "WHERE entity_base.became IS NOT NULL) "
        "SELECT line.asked, entity.name FROM line JOIN entity ON entity.id = line.id",
        (json.dumps(sorted(ids)),),
    )
    return {EntityId(row[0]): row[1] for row in rows}


def load_authority(connection: sqlite3.Connection) -> Authority:
    """Load the whole authority file, for matching names."""
    entities = tuple(map(read_entity, connection.execute("SELECT * FROM entity ORDER BY id")))
    return replace(load_version(connection), entities=entities, schemes=list_schemes(connection))


def load_version(connection: sqlite3.Connection) -> Authority:
    """Load the authority file's version and the phrases that name nobody, without entities and schemes."""
    version = connection.execute("SELECT value FROM archive WHERE key = 'authority_version'").fetchone()
    phrases = connection.execute("SELECT value FROM archive WHERE key = 'not_names'").fetchone()
    not_names = tuple(json.loads(phrases[0])) if phrases else ()
    return Authority(version[0] if version else "", (), (), not_names=not_names)


def scheme_ids(connection: sqlite3.Connection) -> tuple[SchemeId, ...]:
    """Return the ids of the schemes in order."""
    return tuple(SchemeId(row[0]) for row in connection.execute("SELECT id FROM scheme ORDER BY position"))


def list_schemes(connection: sqlite3.Connection) -> tuple[Scheme, ...]:
    """List the schemes with their regions and members in order."""
    schemes = []
    for row in connection.execute("SELECT id, name FROM scheme ORDER BY position").fetchall():
        known = connection.execute("SELECT region FROM scheme_region WHERE scheme = ? ORDER BY position", (row["id"],))
        members: dict[EntityId, list[EntityId]] = {EntityId(region[0]): [] for region in known}
        for region, member in connection.execute(
            "SELECT region, member FROM scheme_member WHERE scheme = ? ORDER BY member_position", (row["id"],)
        ):
            members[region].append(member)
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
        raise NotFoundError(say("There is no entity {entity} in the authority file of this archive.", entity=entity))
    return read_entity(row)


def get_entities(connection: sqlite3.Connection, ids: Iterable[EntityId]) -> tuple[Entity, ...]:
    """Return those of the entities that the authority file has, in order of id."""
    wanted = json.dumps(list(ids))
    rows = connection.execute(
        "SELECT * FROM entity WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id", (wanted,)
    )
    return tuple(map(read_entity, rows))


def entity_names(connection: sqlite3.Connection, entities: Iterable[EntityId]) -> dict[EntityId, str]:
    """Return the preferred names of entities by id."""
    rows = connection.execute(
        "SELECT id, name FROM entity WHERE id IN (SELECT value FROM json_each(?))", (json.dumps(list(entities)),)
    )
    return {EntityId(row[0]): row[1] for row in rows}


def all_names(connection: sqlite3.Connection) -> dict[EntityId, str]:
    """Return all names of each entity, one a line, the shown and the native one first."""
    rows = connection.execute(
        "SELECT entity.id, entity.name || char(10) || (facts ->> 'native_name') || char(10) || coalesce("
        "(SELECT group_concat(value ->> 'text', char(10)) FROM json_each(facts, '$.names')), '') FROM entity"
    )
    return {EntityId(row[0]): row[1] for row in rows}


def place_names(connection: sqlite3.Connection) -> dict[EntityId, str]:
    """Return the names of all countries and regions."""
    rows = connection.execute("SELECT id, name FROM entity WHERE kind IN ('country', 'region')")
    return {EntityId(row[0]): row[1] for row in rows}


def names_in_language(connection: sqlite3.Connection, language: str) -> dict[EntityId, str]:
    """Return of each entity that has one the name it goes by in a language (BCP 47).

    A country or region goes by its short name, everything else by its official one, and by another where that is
    missing.
    """
    rows = connection.execute(
        "SELECT entity.id, value ->> 'text' FROM entity, json_each(facts, '$.names') "
        "WHERE value ->> 'language' = ? AND value ->> 'kind' IN ('official', 'short', 'variant') "
        "ORDER BY value ->> 'kind' = iif(entity.kind IN ('country', 'region'), 'short', 'official'), "
        "value ->> 'kind' <> 'variant', json_each.key DESC",
        (language,),
    )
    return {EntityId(row[0]): row[1] for row in rows}  # of several the last one


def referring_entities(connection: sqlite3.Connection, ids: Iterable[EntityId]) -> tuple[Entity, ...]:
    """Return the entities whose country is one of some entities, or that are part of, became or had a role in one."""
    wanted = json.dumps(list(ids))
    rows = connection.execute(
        "WITH wanted(id) AS (SELECT value FROM json_each(?)) SELECT * FROM entity WHERE "
        "country IN (SELECT id FROM wanted) OR EXISTS "
        "(SELECT 1 FROM wanted WHERE instr(entity.facts, json_quote(wanted.id))) ORDER BY id",
        (wanted,),
    )
    return tuple(map(read_entity, rows))


def with_those_of(connection: sqlite3.Connection, ids: Iterable[EntityId]) -> frozenset[EntityId]:
    """Return some entities and, of the countries among them, the organisations and persons that belong to them."""
    wanted = frozenset(ids)
    rows = connection.execute(
        "SELECT id FROM entity WHERE country IN (SELECT value FROM json_each(?))", (json.dumps(list(wanted)),)
    )
    return wanted | {EntityId(row[0]) for row in rows}


def hidden_entities(connection: sqlite3.Connection) -> tuple[Entity, ...]:
    """Return what is hidden, in order of name."""
    rows = connection.execute("SELECT * FROM entity WHERE facts ->> 'hidden' = 1 ORDER BY name COLLATE NOCASE")
    return tuple(map(read_entity, rows))


def related_entities(connection: sqlite3.Connection, entity: EntityId) -> tuple[Entity, ...]:
    """Return the entities that are part of one, have become it, or had a role in it."""
    quoted = json.dumps(entity, ensure_ascii=False)
    rows = connection.execute("SELECT * FROM entity WHERE instr(facts, ?) ORDER BY name", (quoted,))
    return tuple(map(read_entity, rows))


def searchable_names(
    connection: sqlite3.Connection, entities: Iterable[EntityId]
) -> tuple[tuple[EntityId, EntityKind, str, EntityId | None], ...]:
    """Return id, kind, preferred name and country of entities."""
    rows = connection.execute(
        "SELECT id, kind, name, country FROM entity WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(entities)),),
    )
    return tuple((EntityId(row[0]), EntityKind(row[1]), row[2], row[3]) for row in rows)
