"""The tree's rows: which entities stand under which in a scheme of regions."""

import sqlite3

from storage.domain.authority import EntityKind
from storage.domain.ids import EntityId, SchemeId

PERSONS_BRANCH = EntityId("branch:persons")
"""The row under which persons stand, apart from the regions."""


class Hierarchy:
    """What stands under what in one scheme, read once for a question about the tree.

    ``children`` gives the rows under a row in order; ``under`` all entities a row stands for, itself included.
    """

    def __init__(self, connection: sqlite3.Connection, scheme: SchemeId) -> None:
        self.kind: dict[EntityId, EntityKind] = {}
        self.name: dict[EntityId, str] = {}
        self.children: dict[EntityId | None, list[EntityId]] = {None: []}
        self.parent: dict[EntityId, EntityId | None] = {}
        self._read_scheme(connection, scheme)
        self._read_entities(connection)

    def _place(self, entity: EntityId, parent: EntityId | None) -> None:
        if entity not in self.parent:
            self.parent[entity] = parent
            self.children.setdefault(parent, []).append(entity)

    def _read_scheme(self, connection: sqlite3.Connection, scheme: SchemeId) -> None:
        rows = connection.execute(
            "SELECT region, member FROM scheme_member WHERE scheme = ? ORDER BY region_position, member_position",
            (scheme,),
        ).fetchall()
        members = {row[1] for row in rows}
        for region, _ in rows:
            if region not in members:
                self._place(region, None)
        for region, member in rows:
            self._place(member, region)

    def _read_entities(self, connection: sqlite3.Connection) -> None:
        self.name[PERSONS_BRANCH], self.kind[PERSONS_BRANCH] = "Persons", EntityKind.PERSON
        for row in connection.execute("SELECT id, kind, name, country FROM entity ORDER BY name COLLATE NOCASE"):
            entity, kind = EntityId(row[0]), EntityKind(row[1])
            self.kind[entity], self.name[entity] = kind, row[2]
            if kind is EntityKind.PERSON:
                self._place(entity, PERSONS_BRANCH)
            elif kind in (EntityKind.PARTY, EntityKind.BODY) and row[3]:
                self._place(entity, EntityId(row[3]))
        if PERSONS_BRANCH in self.children:
            self._place(PERSONS_BRANCH, None)

    def under(self, row: EntityId) -> frozenset[EntityId]:
        """Return all entities that a row stands for, itself included."""
        found = {row}
        waiting = [row]
        while waiting:
            for child in self.children.get(waiting.pop(), ()):
                if child not in found:
                    found.add(child)
                    waiting.append(child)
        return frozenset(found)

    def path(self, row: EntityId) -> tuple[EntityId, ...]:
        """Return the rows from the top down to a row, itself included; empty when it has no place in the scheme."""
        steps: list[EntityId] = []
        at: EntityId | None = row
        while at is not None and at not in steps:
            if at not in self.parent:
                return ()
            steps.append(at)
            at = self.parent[at]
        return tuple(reversed(steps))
