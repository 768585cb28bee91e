"""What the wishes of every subject share: the archive they work on, and the tree of a scheme."""

import threading
from collections.abc import Iterable

from storage.database import authority as authority_table
from storage.database import documents as documents_table
from storage.database import mentions as mentions_table
from storage.database.connection import Connection
from storage.database.tree import Hierarchy, TreeCounts
from storage.domain.ids import FIRST_SCHEME, DocumentId, EntityId, SchemeId
from storage.use_cases.archive import OpenArchive


class Subject:
    """A group of wishes about one archive."""

    def __init__(self, archive: OpenArchive) -> None:
        self._archive = archive
        self._laying_out = threading.Lock()
        self._hierarchies: dict[SchemeId, tuple[int, Hierarchy]] = {}
        self._counts: dict[SchemeId, tuple[tuple[int, int], TreeCounts]] = {}
        self._reconciled = False

    def _hierarchy(self, connection: Connection, scheme: SchemeId) -> Hierarchy:
        """Return the tree of a scheme as the connection sees it; read anew when the authority file has changed."""
        revision = authority_table.revision(connection)
        known = self._hierarchies.get(scheme)
        if known is None or known[0] != revision:
            known = self._hierarchies[scheme] = (revision, Hierarchy(connection, scheme))
        return known[1]

    def _tree_counts(self, connection: Connection, scheme: SchemeId, at_once: bool = False) -> TreeCounts:
        """Return the counts of a scheme's rows as the connection sees them; read anew when mentions have changed.

        With ``at_once`` those read last will do, as long as the authority file is the same.
        """
        state = authority_table.revision(connection), mentions_table.counts_generation(connection)
        former = self._counts.get(scheme)
        if at_once and former is not None and former[0][0] == state[0]:
            return former[1]
        with self._laying_out:
            known = self._counts.get(scheme)
            if known is None or known[0] != state:
                counts = TreeCounts(self._hierarchy(connection, scheme), mentions_table.count_columns(connection))
                known = self._counts[scheme] = (state, counts)
            return known[1]

    def _everything_under(
        self, connection: Connection, rows: Iterable[EntityId], scheme: SchemeId = FIRST_SCHEME
    ) -> frozenset[EntityId]:
        """Return the entities that rows of the tree stand for, themselves included."""
        hierarchy = self._hierarchy(connection, scheme)
        return frozenset().union(*(hierarchy.under(row) for row in rows))

    def _documents_naming(
        self, connection: Connection, rows: Iterable[EntityId], scheme: SchemeId, *, every: bool
    ) -> frozenset[DocumentId]:
        """Return the documents that mention one of some rows of the tree, or every one, or what stands under them."""
        counts = self._tree_counts(connection, scheme)
        found = [counts.documents(row) for row in rows]
        if not found:
            return frozenset()
        joined = frozenset.intersection(*found) if every else frozenset.union(*found)
        return joined - documents_table.trashed_documents(connection)
