"""The tree's rows: which entities stand under which in a scheme of regions, and how often each is mentioned."""

import sqlite3
from array import array
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from functools import cached_property
from itertools import accumulate, compress
from typing import cast

from storage.database.mentions import CountColumns
from storage.domain.authority import EntityKind, TreeNode
from storage.domain.ids import DocumentId, EntityId, SchemeId
from storage.sentences import say

PERSONS_BRANCH = EntityId("branch:persons")
"""The row under which persons stand, apart from the regions."""

UNPLACED_BRANCH = EntityId("branch:unplaced")
"""The last row, under which everything stands that a scheme gives no place, so that nothing is out of reach."""

ENTITIES = (
    "SELECT id, kind, name, CASE WHEN kind = 'person' THEN ? WHEN kind IN ('party', 'body') AND country != '' "
    "THEN country WHEN kind != 'region' THEN ? END FROM entity ORDER BY name COLLATE NOCASE"
)
"""What stands where no scheme gives it a place; the index ``entity_shown`` holds it all, so no facts are read."""


class Hierarchy:
    """What stands under what in one scheme, read once for each state of the authority file.

    ``children`` gives the rows under a row in order; hidden entities have no row. ``order`` lists all rows so that what
    stands under one follows it at once.
    """

    def __init__(self, connection: sqlite3.Connection, scheme: SchemeId) -> None:
        self.kind: dict[EntityId, EntityKind] = {}
        self.name: dict[EntityId, str] = {}
        self.children: dict[EntityId | None, list[EntityId]] = defaultdict(list, {None: []})
        self.parent: dict[EntityId, EntityId | None] = {}
        self.order: list[EntityId] = []
        self._starts: dict[EntityId, int] = {}
        self._ends: dict[EntityId | None, int] = {}
        self._regions_above: dict[EntityId, tuple[str, ...]] = {}
        hidden = {row[0] for row in connection.execute("SELECT id FROM entity WHERE facts ->> 'hidden' = 1")}
        self._read_scheme(connection, scheme, hidden)
        self._read_entities(connection, hidden)
        self._put_in_order()

    def _place(self, entity: EntityId, parent: EntityId | None) -> None:
        if entity not in self.parent:
            self.parent[entity] = parent
            self.children[parent].append(entity)

    def _read_scheme(self, connection: sqlite3.Connection, scheme: SchemeId, hidden: Collection[str]) -> None:
        regions = [
            row[0]
            for row in connection.execute(
                "SELECT region FROM scheme_region WHERE scheme = ? ORDER BY position", (scheme,)
            )
        ]
        rows = connection.execute(
            "SELECT region, member FROM scheme_member WHERE scheme = ? ORDER BY region_position, member_position",
            (scheme,),
        ).fetchall()
        members = {row[1] for row in rows}
        for region in regions:
            if region not in members and region not in hidden:
                self._place(region, None)
        for region, member in rows:
            if member not in hidden:
                self._place(member, region)

    def _read_entities(self, connection: sqlite3.Connection, hidden: Collection[str]) -> None:
        self.name[PERSONS_BRANCH], self.kind[PERSONS_BRANCH] = say("Persons"), EntityKind.PERSON
        self.name[UNPLACED_BRANCH], self.kind[UNPLACED_BRANCH] = say("Without a place"), EntityKind.COUNTRY
        cursor = connection.cursor()
        cursor.row_factory = None
        rows = cursor.execute(ENTITIES, (PERSONS_BRANCH, UNPLACED_BRANCH)).fetchall()
        kinds = {kind.value: kind for kind in EntityKind}
        self.kind |= {row[0]: kinds[row[1]] for row in rows}
        self.name |= {row[0]: row[2] for row in rows}
        parent, children = self.parent, self.children
        for entity, _, _, above in rows:
            if above is not None and entity not in parent and entity not in hidden:
                parent[entity] = above
                children[above].append(entity)
        for branch in (PERSONS_BRANCH, UNPLACED_BRANCH):
            if branch in self.children:
                self._place(branch, None)

    def _put_in_order(self) -> None:
        """Go through all rows from the top down; what stands under nothing that is known comes behind the tree."""
        tops = [*self.children[None], *(row for row in self.kind if row not in self.parent)]
        children, order = self.children, self.order
        inside_of: list[tuple[EntityId | None, Iterator[EntityId]]] = [(None, iter(tops))]
        while inside_of:
            row, inside = inside_of[-1]
            for child in inside:
                order.append(child)
                if child in children:
                    inside_of.append((child, iter(children[child])))
                    break
            else:
                self._ends[row] = len(order)
                inside_of.pop()
        self._starts = dict(zip(order, range(len(order)), strict=True))

    def range_under(self, row: EntityId) -> tuple[int, int]:
        """Return ``[start, end)`` of ``order``: a row and all that stands under it; empty for one that is not known."""
        start = self._starts.get(row)
        return (0, 0) if start is None else (start, self._ends.get(row, start + 1))

    def under(self, row: EntityId) -> frozenset[EntityId]:
        """Return all entities that a row stands for, itself included."""
        start, end = self.range_under(row)
        return frozenset(self.order[start:end]) or frozenset({row})

    def regions_above(self, row: EntityId) -> tuple[str, ...]:
        """Return the names of the regions that a row is or stands under, worked out once for each row."""
        known = self._regions_above.get(row)
        if known is None:
            names = [self.name[above] for above in self.path(row) or (row,) if self.kind[above] is EntityKind.REGION]
            known = self._regions_above[row] = tuple(names)
        return known

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


class TreeCounts:
    """How many documents mention the rows of a tree, and how often, laid out in the order of its rows."""

    def __init__(self, hierarchy: Hierarchy, columns: CountColumns) -> None:
        self._hierarchy = hierarchy
        self._columns = columns
        numbers = dict(zip(columns.entities, range(len(columns.entities)), strict=True))
        self._numbers = [numbers.get(row, -1) for row in hierarchy.order]  # the last place is that of those without
        lengths, totals = [*columns.lengths, 0], [*columns.totals, 0]
        self._ends = list(accumulate(map(lengths.__getitem__, self._numbers), initial=0))
        self._sums = list(accumulate(map(totals.__getitem__, self._numbers), initial=0))
        self._documents = cast("Sequence[DocumentId]", self._laid_out(columns.documents))

    @cached_property
    def _mentions(self) -> "array[int]":
        """How often each of ``_documents`` mentions the row, which nobody asks for without a filter."""
        return self._laid_out(self._columns.mentions)

    def _laid_out(self, column: "array[int]") -> "array[int]":
        """Put a column into the order of the rows: as bytes, since copying those makes no object of each number."""
        content, size = column.tobytes(), column.itemsize
        ends = list(accumulate([length * size for length in self._columns.lengths]))
        pieces = [*map(content.__getitem__, map(slice, [0, *ends], ends)), b""]
        return array(column.typecode, b"".join(map(pieces.__getitem__, self._numbers)))

    def _range(self, row: EntityId) -> tuple[int, int]:
        start, end = self._hierarchy.range_under(row)
        return self._ends[start], self._ends[end]

    def documents(self, row: EntityId) -> frozenset[DocumentId]:
        """Return the documents that mention a row or anything under it."""
        start, end = self._range(row)
        return frozenset(self._documents[start:end])

    def count(self, row: EntityId, within: frozenset[DocumentId] | None = None) -> tuple[int, int]:
        """Count the documents that mention a row or anything under it, and the mentions; ``within`` narrows both."""
        documents = self.documents(row)
        return len(documents if within is None else documents & within), self.mentions(row, within)

    def mentions(self, row: EntityId, within: frozenset[DocumentId] | None = None) -> int:
        """Count the mentions of a row and of anything under it; ``within`` are the only documents that count."""
        if within is None:
            first, last = self._hierarchy.range_under(row)
            return self._sums[last] - self._sums[first]
        start, end = self._range(row)
        return sum(compress(self._mentions[start:end], map(within.__contains__, self._documents[start:end])))

    def is_mentioned(self, row: EntityId, within: frozenset[DocumentId] | None = None) -> bool:
        """Tell whether a row or anything under it is mentioned."""
        start, end = self._range(row)
        return end > start if within is None else not within.isdisjoint(self._documents[start:end])

    def stands(self, row: EntityId, within: frozenset[DocumentId] | None = None) -> bool:
        """Tell whether a row is shown where those that no document mentions are left out; regions always are."""
        return self._hierarchy.kind[row] is EntityKind.REGION or self.is_mentioned(row, within)

    def nodes(
        self, rows: Sequence[EntityId], within: frozenset[DocumentId] | None = None, with_empty: bool = False
    ) -> tuple[TreeNode, ...]:
        """Return rows of the tree with their counts; ``within`` are the only documents that count.

        Of what is under a row only that is counted which stands, unless ``with_empty``.
        """
        hierarchy = self._hierarchy
        nodes = []
        for row in rows:
            documents, mentions = self.count(row, within)
            inside = hierarchy.children.get(row, ())
            shown = len(inside) if with_empty else sum(self.stands(child, within) for child in inside)
            nodes.append(TreeNode(row, hierarchy.kind[row], hierarchy.name[row], documents, mentions, shown))
        return tuple(nodes)
