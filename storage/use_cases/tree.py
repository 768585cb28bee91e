"""Wishes about the tree of regions, countries, organisations and persons."""

import uuid
from collections.abc import Sequence

from storage.database import authority as authority_table
from storage.database import documents as documents_table
from storage.database import mentions as mentions_table
from storage.database.connection import Connection
from storage.database.tree import Hierarchy
from storage.domain.annotation import CONTEXT_LENGTH
from storage.domain.authority import Entity, EntityCard, Scheme, TreeNode
from storage.domain.document import DateLayer, Document
from storage.domain.ids import DecisionId, EntityId, SchemeId
from storage.domain.mention import Decision, Mention, Reach, Verdict
from storage.errors import NotFoundError
from storage.text.folding import fold
from storage.use_cases.subject import FIRST_SCHEME, Subject

_FOUND_ROWS = 200
_DATING_LAYERS = (DateLayer.WRITTEN, DateLayer.PUBLISHED, DateLayer.STATE_DESCRIBED, DateLayer.REPUBLISHED)


class TreeWishes(Subject):
    """What can be asked about the tree and its rows."""

    def schemes(self) -> tuple[Scheme, ...]:
        """Read the schemes of regions."""
        with self._archive.connections.read() as connection:
            return authority_table.list_schemes(connection)

    def tree(
        self, scheme: SchemeId = FIRST_SCHEME, parent: EntityId | None = None, with_empty: bool = False
    ) -> tuple[TreeNode, ...]:
        """Read one level of the tree: the rows under ``parent``, or the top rows.

        Rows that no document mentions are left out unless ``with_empty``; regions always stand.

        Raises:
            NotFoundError: when there is no such scheme.
        """
        with self._archive.connections.read() as connection:
            hierarchy = self._checked_hierarchy(connection, scheme)
            rows = self._nodes(connection, hierarchy, hierarchy.children.get(parent, []))
            return tuple(row for row in rows if with_empty or parent is None or row.mentions)

    def _checked_hierarchy(self, connection: Connection, scheme: SchemeId) -> Hierarchy:
        known = authority_table.scheme_ids(connection)
        if scheme not in known:
            raise NotFoundError(f"There is no scheme {scheme} in this archive. It has: {', '.join(known)}.")
        return self._hierarchy(connection, scheme)

    def _nodes(self, connection: Connection, hierarchy: Hierarchy, rows: Sequence[EntityId]) -> tuple[TreeNode, ...]:
        groups = {row: hierarchy.under(row) for row in rows}
        counts = mentions_table.count_under(connection, groups)
        children = {row: hierarchy.children.get(row, []) for row in rows}
        inner = {child: hierarchy.under(child) for inside in children.values() for child in inside}
        mentioned = mentions_table.count_under(connection, inner)
        return tuple(
            TreeNode(
                id=row,
                kind=hierarchy.kind[row],
                name=hierarchy.name[row],
                documents=counts.get(row, (0, 0))[0],
                mentions=counts.get(row, (0, 0))[1],
                children=sum(child in mentioned for child in children[row]),
            )
            for row in rows
        )

    def find_in_tree(self, words: str, scheme: SchemeId = FIRST_SCHEME) -> tuple[tuple[TreeNode, ...], ...]:
        """Read the paths, from the top down, to mentioned rows whose name holds the words."""
        wanted = fold(words).split()
        with self._archive.connections.read() as connection:
            hierarchy = self._checked_hierarchy(connection, scheme)
            found = [row for row, name in hierarchy.name.items() if all(word in fold(name) for word in wanted)]
            paths = [path for row in found if (path := hierarchy.path(row))]
            on_paths = list(dict.fromkeys(row for path in paths for row in path))
            nodes = {node.id: node for node in self._nodes(connection, hierarchy, on_paths)}
            shown = [path for path in paths if nodes[path[-1]].mentions or len(path) == 1]
            return tuple(tuple(nodes[row] for row in path) for path in shown[:_FOUND_ROWS])

    def entity_card(self, entity: EntityId) -> EntityCard:
        """Read what is known of an entity and where it is mentioned.

        Raises:
            NotFoundError: when the authority file has no such entity.
        """
        with self._archive.connections.read() as connection:
            facts = authority_table.get_entity(connection, entity)
            country = authority_table.entity_names(connection, [facts.country] if facts.country else [])
            under = self._everything_under(connection, [entity])
            counts = mentions_table.count_under(connection, {entity: under})
            mentioned_in = mentions_table.documents_mentioning(connection, under)
            by_year: dict[int, int] = {}
            for document in documents_table.list_documents(connection, mentioned_in):
                year = _year_of(document)
                if year is not None:
                    by_year[year] = by_year.get(year, 0) + 1
        documents, mentions = counts.get(entity, (0, 0))
        country_name = country.get(facts.country, "") if facts.country else ""
        return EntityCard(facts, country_name, documents, mentions, tuple(sorted(by_year.items())))

    def find_entities(self, words: str) -> tuple[Entity, ...]:
        """Read the entities one of whose names holds the words, mentioned or not, best known name first."""
        wanted = fold(words).split()
        with self._archive.connections.read() as connection:
            known = authority_table.load_authority(connection).entities
        found = [entity for entity in known if _is_called(entity, wanted)]
        return tuple(sorted(found, key=lambda entity: (len(entity.name), entity.name))[:_FOUND_ROWS])

    def new_decision(
        self, mention: Mention, verdict: Verdict, reach: Reach, entity: EntityId | None = None
    ) -> Decision:
        """Read what is needed to decide on a mention; nothing is stored before the edit is applied.

        ``entity`` is whom the mention names instead, for a mention given to another.
        """
        with self._archive.connections.read() as connection:
            text = documents_table.get_text(connection, mention.document).text
        reaches_everywhere = reach is Reach.ARCHIVE
        return Decision(
            id=DecisionId(uuid.uuid4().hex),
            surface=text[mention.start : mention.end],
            verdict=verdict,
            reach=reach,
            suggested=mention.entity,
            entity=mention.entity if verdict is Verdict.ACCEPT else entity,
            document=None if reaches_everywhere else mention.document,
            start=mention.start if reach is Reach.PLACE else None,
            before=text[max(0, mention.start - CONTEXT_LENGTH) : mention.start] if reach is Reach.PLACE else "",
            after=text[mention.end : mention.end + CONTEXT_LENGTH] if reach is Reach.PLACE else "",
        )

    def entity_mentions(self, entity: EntityId) -> tuple[Mention, ...]:
        """Read all mentions of an entity and of what stands under it, document by document."""
        with self._archive.connections.read() as connection:
            return mentions_table.mentions_of_entities(connection, self._everything_under(connection, [entity]))


def _is_called(entity: Entity, wanted: list[str]) -> bool:
    names = (entity.name, entity.native_name, *(name.text for name in entity.names))
    return any(all(word in folded for word in wanted) for folded in map(fold, names))


def _year_of(document: Document) -> int | None:
    """Return the year a document was written or, failing that, published."""
    dates = {date.layer: date.edtf for date in document.description.dates}
    for layer in _DATING_LAYERS:
        digits = dates.get(layer, "")[:4]
        if len(digits) == 4 and digits.isdecimal():
            return int(digits)
    return None
