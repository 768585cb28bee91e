"""What the wishes of every subject share: the archive they work on, and the tree of a scheme."""

from collections.abc import Iterable

from storage.database.connection import Connection
from storage.database.tree import Hierarchy
from storage.domain.ids import EntityId, SchemeId
from storage.use_cases.archive import OpenArchive

FIRST_SCHEME = SchemeId("founding")


class Subject:
    """A group of wishes about one archive."""

    def __init__(self, archive: OpenArchive) -> None:
        self._archive = archive
        self._hierarchies: dict[SchemeId, Hierarchy] = {}
        self._reconciled = False

    def _hierarchy(self, connection: Connection, scheme: SchemeId) -> Hierarchy:
        if scheme not in self._hierarchies:
            self._hierarchies[scheme] = Hierarchy(connection, scheme)
        return self._hierarchies[scheme]

    def _everything_under(
        self, connection: Connection, rows: Iterable[EntityId], scheme: SchemeId = FIRST_SCHEME
    ) -> frozenset[EntityId]:
        """Return the entities that rows of the tree stand for, themselves included."""
        hierarchy = self._hierarchy(connection, scheme)
        return frozenset().union(*(hierarchy.under(row) for row in rows))
