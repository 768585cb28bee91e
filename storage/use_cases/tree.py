"""Wishes about the tree of regions, countries, organisations and persons."""

from storage.database import authority as authority_table
from storage.database import documents as documents_table
from storage.database import mentions as mentions_table
from storage.database import subject_notes as notes_table
from storage.database.connection import Connection
from storage.database.document_rows import documents_by_year
from storage.database.tree import UNPLACED_BRANCH, Hierarchy
from storage.domain.authority import Entity, Scheme, TreeNode
from storage.domain.entity_card import EntityCard, Neighbour, RelatedEntity
from storage.domain.ids import FIRST_SCHEME, DocumentId, EntityId, SchemeId
from storage.domain.mention import Mention, MentionPlaces
from storage.errors import NotFoundError
from storage.sentences import say
from storage.text.folding import fold
from storage.use_cases.subject import Subject

_FOUND_ROWS = 200
_NEIGHBOURS = 12


class TreeWishes(Subject):
    """What can be asked about the tree and its rows."""

    _names: tuple[int, dict[EntityId, str]] = (-1, {})
    _spoken: tuple[int, str, dict[EntityId, str]] = (-1, "", {})
    _places: tuple[int, str, dict[str, str]] = (-1, "", {})
    _schemes_read: tuple[int, tuple[Scheme, ...]] = (-1, ())
    _relations: tuple[int, dict[EntityId, tuple[RelatedEntity, ...]]] = (-1, {})

    def schemes(self) -> tuple[Scheme, ...]:
        """Read the schemes of regions; anew when the authority file has changed."""
        with self._archive.connections.read() as connection:
            revision = authority_table.revision(connection)
            if self._schemes_read[0] != revision:
                self._schemes_read = (revision, authority_table.list_schemes(connection))
        return self._schemes_read[1]

    def tree(
        self,
        scheme: SchemeId = FIRST_SCHEME,
        parent: EntityId | None = None,
        with_empty: bool = False,
        within: frozenset[DocumentId] | None = None,
        at_once: bool = False,
    ) -> tuple[TreeNode, ...]:
        """Read one level of the tree: the rows under ``parent``, or the top rows.

        Rows that no document mentions are left out unless ``with_empty``; regions always stand. What has no place in
        the scheme stands under ``UNPLACED_BRANCH``, the last row. ``within`` are the only documents that count,
        as those that a search found; None counts all. ``at_once`` counts as was read last, for whoever cannot wait
        until all mentions have been counted anew.

        Raises:
            NotFoundError: when there is no such scheme.
        """
        with self._archive.connections.read() as connection:
            hierarchy = self._checked_hierarchy(connection, scheme)
            counts = self._tree_counts(connection, scheme, at_once)
            within = self._counted(connection, within)
            rows = [
                row
                for row in hierarchy.children.get(parent, [])
                if with_empty or (parent is None and row != UNPLACED_BRANCH) or counts.stands(row, within)
            ]
            return counts.nodes(rows, within, with_empty)

    def _checked_hierarchy(self, connection: Connection, scheme: SchemeId) -> Hierarchy:
        known = authority_table.scheme_ids(connection)
        if scheme not in known:
            raise NotFoundError(
                say(
                    "There is no scheme {scheme} in this archive. It has: {known}.",
                    scheme=scheme,
                    known=", ".join(known),
                )
            )
        return self._hierarchy(connection, scheme)

    @staticmethod
    def _counted(connection: Connection, within: frozenset[DocumentId] | None) -> frozenset[DocumentId] | None:
        """Leave what lies in the trash out of the documents that count; None where all count."""
        trashed = documents_table.trashed_documents(connection)
        if not trashed:
            return within
        return documents_table.present_documents(connection) if within is None else within - trashed

    def find_in_tree(
        self,
        words: str,
        scheme: SchemeId = FIRST_SCHEME,
        within: frozenset[DocumentId] | None = None,
        with_empty: bool = False,
        at_once: bool = False,
    ) -> tuple[tuple[TreeNode, ...], ...]:
        """Read the paths, from the top down, to rows one of whose names holds the words, in tree order.

        Rows that no document mentions are left out unless ``with_empty``; regions always stand. ``at_once`` counts as
        was read last.
        """
        wanted = fold(words).split()
        with self._archive.connections.read() as connection:
            hierarchy = self._checked_hierarchy(connection, scheme)
            counts = self._tree_counts(connection, scheme, at_once)
            within = self._counted(connection, within)
            names = self._folded_names(connection)
            found = [
                row
                for row in hierarchy.order
                if _is_called(names.get(row) or fold(hierarchy.name[row]), wanted)
                and (path := hierarchy.path(row))
                and (with_empty or len(path) == 1 or counts.stands(row, within))
            ]
            paths = [hierarchy.path(row) for row in found[:_FOUND_ROWS]]
            on_paths = list(dict.fromkeys(row for path in paths for row in path))
            nodes = dict(zip(on_paths, counts.nodes(on_paths, within, with_empty), strict=True))
        return tuple(tuple(nodes[row] for row in path) for path in paths)

    def make_names_ready(self) -> None:
        """Read all names of the authority file unless it has not changed, so that words find them at once."""
        with self._archive.connections.read() as connection:
            self._folded_names(connection)

    def _folded_names(self, connection: Connection) -> dict[EntityId, str]:
        """Return all names of the entities, folded, one a line; read anew when the authority file has changed."""
        revision = authority_table.revision(connection)
        if self._names[0] != revision:
            names = authority_table.all_names(connection)
            folded = fold("\x1f".join(names.values())).split("\x1f") if names else []
            self._names = (revision, dict(zip(names, folded, strict=True)))
        return self._names[1]

    def names_in_language(self, language: str) -> dict[EntityId, str]:
        """Read of each entity that has one the name in a language, by its BCP 47 tag."""
        with self._archive.connections.read() as connection:
            revision = authority_table.revision(connection)
            if self._spoken[:2] != (revision, language):
                self._spoken = (revision, language, authority_table.names_in_language(connection, language))
        return self._spoken[2]

    def places_in_language(self, language: str) -> dict[str, str]:
        """Read what regions and countries, by the names that facets give them, are called in a language (BCP 47)."""
        with self._archive.connections.read() as connection:
            revision = authority_table.revision(connection)
            known = self._places
            if known[:2] != (revision, language):
                spoken = self.names_in_language(language)
                names = authority_table.place_names(connection)
                places = {name: spoken[entity] for entity, name in names.items() if entity in spoken}
                known = self._places = (revision, language, places)
        return known[2]

    def documents_naming(
        self, entities: frozenset[EntityId], every: bool = False, scheme: SchemeId = FIRST_SCHEME
    ) -> frozenset[DocumentId]:
        """Read which documents mention one of some rows of the tree, or ``every`` one of them.

        A row stands for everything under it in the scheme.
        """
        with self._archive.connections.read() as connection:
            return self._documents_naming(connection, entities, scheme, every=every)

    def entity_card(self, entity: EntityId, scheme: SchemeId = FIRST_SCHEME) -> EntityCard:
        """Read what is known of an entity and where it, or what stands under it in a scheme, is mentioned.

        Raises:
            NotFoundError: when the authority file has no such entity.
        """
        with self._archive.connections.read() as connection:
            facts = authority_table.get_entity(connection, entity)
            counts = self._tree_counts(connection, scheme)
            under = self._everything_under(connection, [entity], scheme)
            mentioned_in = self._documents_naming(connection, [entity], scheme, every=False)
            years = documents_by_year(connection, mentioned_in)
            in_time = [years[0].first, years[-1].last] if years else sorted(mentioned_in)
            first = mentions_table.outermost_mention(connection, under, in_time[0], last=False) if in_time else None
            last = mentions_table.outermost_mention(connection, under, in_time[-1], last=True) if in_time else None
            return EntityCard(
                facts,
                authority_table.entity_names(connection, [facts.country] if facts.country else []).get(
                    facts.country or facts.id, ""
                ),
                len(mentioned_in),
                counts.mentions(entity, self._counted(connection, None)),
                tuple((one.year, one.documents) for one in years),
                self._related(connection, facts),
                first,
                last,
                self._neighbours(connection, under, mentioned_in, scheme),
                notes_table.entity_note(connection, entity),
            )

    def _related(self, connection: Connection, facts: Entity) -> tuple[RelatedEntity, ...]:
        """Return whom an entity is related to, looked for once, since all entities are looked at for it."""
        revision = authority_table.revision(connection)
        known = self._relations
        if known[0] != revision:
            known = self._relations = (revision, {})
        if facts.id not in known[1]:
            known[1][facts.id] = _related(connection, facts)
        return known[1][facts.id]

    def _neighbours(
        self, connection: Connection, under: frozenset[EntityId], documents: frozenset[DocumentId], scheme: SchemeId
    ) -> tuple[Neighbour, ...]:
        hierarchy = self._hierarchy(connection, scheme)
        counted = mentions_table.neighbours_of(connection, documents, _NEIGHBOURS + len(under))
        others = [(row, number) for row, number in counted if row not in under and row in hierarchy.kind]
        return tuple(
            Neighbour(row, hierarchy.kind[row], hierarchy.name[row], number) for row, number in others[:_NEIGHBOURS]
        )

    def find_entities(self, words: str) -> tuple[Entity, ...]:
        """Read the entities one of whose names holds the words, mentioned or not, the shortest name first."""
        wanted = fold(words).split()
        with self._archive.connections.read() as connection:
            found = [row for row, names in self._folded_names(connection).items() if _is_called(names, wanted)]
            shown = authority_table.entity_names(connection, found)
            best = sorted(found, key=lambda row: (len(shown[row]), shown[row]))[:_FOUND_ROWS]
            known = {entity.id: entity for entity in authority_table.get_entities(connection, best)}
        return tuple(known[row] for row in best)

    def mention_places(
        self,
        entities: frozenset[EntityId],
        every: bool = False,
        scheme: SchemeId = FIRST_SCHEME,
        within: frozenset[DocumentId] | None = None,
    ) -> MentionPlaces:
        """Read where some rows of the tree are mentioned, or only in documents that mention ``every`` one of them.

        A row stands for everything under it in the scheme. ``within`` are the only documents that count; None: all.
        """
        with self._archive.connections.read() as connection:
            if every:
                naming = self._documents_naming(connection, entities, scheme, every=True)
                within = naming if within is None else naming & within
            under = self._everything_under(connection, entities, scheme)
            return mentions_table.places_of_entities(connection, under, within)

    def mention(self, places: MentionPlaces, at: int) -> Mention | None:
        """Read one of many mentions; None when it has changed its place since, or is no more."""
        document, start = places[at]
        with self._archive.connections.read() as connection:
            mention = mentions_table.get_mention(connection, document, places.numbers[at])
        return mention if mention is not None and mention.start == start else None


def _is_called(names: str, wanted: list[str]) -> bool:
    """Tell whether one of some folded names, one a line, holds all the words."""
    if not all(word in names for word in wanted):
        return False
    return len(wanted) < 2 or any(all(word in name for word in wanted) for name in names.split("\n"))


def _related(connection: Connection, facts: Entity) -> tuple[RelatedEntity, ...]:
    relations: dict[EntityId, str] = {}
    for other in facts.successors:
        relations[other] = say("became")
    for role in facts.roles:
        if role.organisation:
            relations[role.organisation] = role.title
    if facts.part_of:
        relations[facts.part_of] = say("part of")
    names = authority_table.entity_names(connection, relations)
    found = [RelatedEntity(other, names[other], relation) for other, relation in relations.items() if other in names]
    for other in authority_table.related_entities(connection, facts.id):
        if other.part_of == facts.id:
            found.append(RelatedEntity(other.id, other.name, say("has the part")))
        elif facts.id in other.successors:
            found.append(RelatedEntity(other.id, other.name, say("was before")))
        elif title := next((role.title for role in other.roles if role.organisation == facts.id), ""):
            found.append(RelatedEntity(other.id, other.name, title))
    return tuple(found)
