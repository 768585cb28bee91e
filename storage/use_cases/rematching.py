"""Which documents have to be read again for their names when the authority file or a decision changes."""

import logging
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from storage.authority_edits import ChangeAuthority
from storage.database import authority as authority_table
from storage.database import mentions as mentions_table
from storage.database.connection import Connection
from storage.domain.authority import Entity
from storage.domain.ids import DocumentId, EntityId
from storage.domain.search import SearchRequest
from storage.edits import Decide, Edit, Undecide
from storage.use_cases.archive import OpenArchive

if TYPE_CHECKING:
    from storage.index.reader import ArchiveReader

_log = logging.getLogger(__name__)

_MOST_PHRASES = 400
"""With more changed names than this, reading everything again is quicker than looking for each."""

_ALL = 2**31 - 1
_LAST_OF_SPACED_SCRIPTS = "\u0dff"


class NamesInIndex:
    """Finds the documents that hold names by the full-text index, which knows every word of every text.

    Args:
        archive: the archive.
        edit: the edit that will be applied; for one that changes names the index is opened now, since an index that
            must be made cannot be while the edit's transaction is open.
    """

    def __init__(self, archive: OpenArchive, edit: Edit | None = None) -> None:
        self._archive = archive
        if isinstance(edit, Decide | Undecide | ChangeAuthority):
            self.holding_words(["a"])

    def holding_words(self, words: Iterable[str]) -> frozenset[DocumentId] | None:
        """Return the documents in which one of some names stands; None when that is quicker not to be asked."""
        from storage.index.errors import IndexDamagedError
        from storage.text.chinese_folding import simplified, traditional
        from storage.text.name_index import separated_words

        folded = {phrase for phrase in map(separated_words, words) if phrase}
        phrases = sorted(folded | set(map(simplified, folded)) | set(map(traditional, folded)))
        if len(phrases) > _MOST_PHRASES:
            return None
        found: set[DocumentId] = set()
        try:
            for phrase in phrases:
                request = SearchRequest(f'"{phrase}" OR boilerplate:"{phrase}"', _ALL)
                found.update(hit.document for hit in self._archive.index.search(request).hits)
        except IndexDamagedError:
            _log.info("The index of %s is damaged; all texts are read again", self._archive.path, exc_info=True)
            return None
        return frozenset(found)

    def reading_differently(
        self, connection: Connection, before: Sequence[Entity], after: Sequence[Entity]
    ) -> frozenset[DocumentId] | None:
        """Return the documents whose names can be read differently after a change of entities; None for all.

        They are those that hold one of the names that changed, and those that mention an entity whose shown name,
        kind or country did.
        """
        changed = changed_patterns(connection, before, after)
        holding = None if changed is None else self.holding_words(changed)
        if holding is None:
            return None
        now = {entity.id: entity for entity in after}
        renamed = [entity.id for entity in before if _is_shown_otherwise(entity, now.get(entity.id))]
        shown_with = authority_table.with_those_of(connection, renamed)
        return holding | mentions_table.documents_suggesting(connection, shown_with)

    def count(self, words: str) -> int:
        """Return how often some words stand in the archive, in any case, without boilerplate."""
        from storage.text.name_index import separated_words

        phrase = separated_words(words)
        return self._archive.index.search(SearchRequest(f'"{phrase}"', 0)).total_passages if phrase else 0

    def common(self, names: Iterable[str], most: int) -> dict[str, int]:
        """Return which names stand more than ``most`` times in the archive, without boilerplate, and how often."""
        from storage.text.name_index import separated_words

        with self._archive.index.reader() as reader:
            if reader.field_length("text") <= most:
                return {}
            frequent = _FrequentWords(reader, most)
            likely = [name for name in dict.fromkeys(names) if frequent.are_all(separated_words(name))]
        counted = {name: self.count(name) for name in likely}
        return {name: count for name, count in counted.items() if count > most}


class _FrequentWords:
    """Tells which words stand so often that a name of them can, from the index's own counts of single words."""

    def __init__(self, reader: "ArchiveReader", most: int) -> None:
        self._reader, self._most = reader, most
        self._known: dict[str, bool] = {}

    def are_all(self, phrase: str) -> bool:
        """Tell whether each longer word of a phrase is frequent; of short ones and Chinese the index keeps parts."""
        if any(character > _LAST_OF_SPACED_SCRIPTS for character in phrase):
            return True
        return all(self._is_one(word) for word in sorted(phrase.split(), key=len, reverse=True) if len(word) > 3)

    def _is_one(self, word: str) -> bool:
        if word not in self._known:
            self._known[word] = self._reader.frequency("text", word) > self._most
        return self._known[word]


def changed_patterns(
    connection: Connection, before: Sequence[Entity], after: Sequence[Entity]
) -> frozenset[str] | None:
    """Return the words that mean something else after a change of entities; None where there are very many."""
    from storage.text.name_index import pattern_meanings

    if len(before) + len(after) > _MOST_PHRASES:
        return None
    countries = _countries(connection, [*before, *after])
    former = pattern_meanings([entity for entity in before if not entity.hidden], countries)
    now = pattern_meanings([entity for entity in after if not entity.hidden], countries)
    return frozenset(words for words in former.keys() | now.keys() if former.get(words) != now.get(words))


def _countries(connection: Connection, entities: Iterable[Entity]) -> tuple[Entity, ...]:
    wanted = {entity.country for entity in entities if entity.country}
    return authority_table.get_entities(connection, sorted(map(EntityId, wanted)))


def _is_shown_otherwise(former: Entity, now: Entity | None) -> bool:
    return now is None or (former.name, former.kind, former.country, former.part_of, former.hidden) != (
        now.name, now.kind, now.country, now.part_of, now.hidden
    )  # fmt: skip
