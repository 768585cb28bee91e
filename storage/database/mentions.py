"""Mentions, which the program can compute again: they lie in the index file with their counts."""

import json
import sqlite3
from array import array
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import repeat

from storage.domain.authority import EntityKind, NameKind
from storage.domain.columns import columns_of
from storage.domain.ids import DocumentId, EntityId, TextVersionId
from storage.domain.mention import Doubt, Mention, MentionPlaces, MentionState

_UNCOUNTED = (MentionState.REJECTED.value,)
_WAITING = (
    "FROM derived.mention WHERE doubt > 0 AND boilerplate = 0 AND (? IS NULL OR document = ?) "
    "AND document NOT IN (SELECT id FROM document WHERE trashed IS NOT NULL)"
)

_CHARACTERS_AT_ONCE = 8_000
_NUMBER = "q"
_MOST_KEPT = 1_000_000
"""With more counts than this, writing them all again after every change of a document would take too long."""


def _read(row: sqlite3.Row) -> Mention:
    return Mention(
        document=row["document"],
        start=row["start"],
        end=row["end"],
        entity=row["entity"],
        name=row["name"],
        kind=EntityKind(row["kind"]),
        state=MentionState(row["state"]),
        name_kind=NameKind(row["name_kind"]),
        candidates=tuple(json.loads(row["candidates"])),
        rule=row["rule"],
        boilerplate=bool(row["boilerplate"]),
        doubt=Doubt(row["doubt"]),
    )


def _listed(candidates: Sequence[EntityId]) -> str:
    return json.dumps(candidates) if candidates else "[]"


def replace_mentions(
    connection: sqlite3.Connection, document: DocumentId, version: TextVersionId, mentions: Sequence[Mention]
) -> None:
    """Store the mentions of a document in place of the former ones, and count them by entity."""
    forget_mentions(connection, document)
    _, *described, candidates, rules, flags, doubts = columns_of(Mention, mentions)
    entities, states, boilerplate = described[2], described[5], list(map(int, flags))
    connection.executemany(
        "INSERT INTO derived.mention VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        zip(repeat(document), range(len(mentions)), *described, map(_listed, candidates), rules, boilerplate, doubts),
    )
    counts = Counter(
        entity
        for entity, state, unread in zip(entities, states, boilerplate, strict=True)
        if entity is not None and not unread and state not in _UNCOUNTED
    )
    connection.executemany(
        "INSERT INTO derived.mention_count VALUES (?, ?, ?)", zip(counts, repeat(document), counts.values())
    )
    connection.execute("INSERT INTO derived.matched VALUES (?, ?)", (document, version))


def forget_mentions(connection: sqlite3.Connection, document: DocumentId) -> None:
    """Remove the mentions of a document."""
    for table in ("mention", "mention_count", "matched"):
        connection.execute(f"DELETE FROM derived.{table} WHERE document = ?", (document,))
    connection.execute("UPDATE derived.mention_generation SET number = number + 1")


def list_mentions(connection: sqlite3.Connection, document: DocumentId) -> tuple[Mention, ...]:
    """List the mentions of a document in order of place, those in boilerplate and rejected ones too."""
    rows = connection.execute("SELECT * FROM derived.mention WHERE document = ? ORDER BY position", (document,))
    return tuple(map(_read, rows))


def places_of_entities(
    connection: sqlite3.Connection, entities: Iterable[EntityId], within: Iterable[DocumentId] | None
) -> MentionPlaces:
    """Return where the counted mentions of entities stand, in some documents (None: in all)."""
    columns = connection.execute(
        "SELECT json_group_array(document), json_group_array(start), json_group_array(position) FROM ("
        "SELECT document, start, position FROM derived.mention WHERE entity IN (SELECT value FROM json_each(?)) "
        "AND boilerplate = 0 AND state != 'rejected' AND document IN (SELECT id FROM document WHERE trashed IS NULL) "
        "AND (? IS NULL OR document IN (SELECT value FROM json_each(?))) ORDER BY document, start)",
        (json.dumps(list(entities)), *[None if within is None else json.dumps(list(within))] * 2),
    ).fetchone()
    return MentionPlaces(*map(_numbers, columns))


def get_mention(connection: sqlite3.Connection, document: DocumentId, number: int) -> Mention | None:
    """Return a mention by which of its document's it is; None where there are not so many."""
    row = connection.execute(
        "SELECT * FROM derived.mention WHERE document = ? AND position = ?", (document, number)
    ).fetchone()
    return _read(row) if row else None


def documents_mentioning(connection: sqlite3.Connection, entities: Iterable[EntityId]) -> frozenset[DocumentId]:
    """Return the documents that mention one of the entities."""
    rows = connection.execute(
        "SELECT DISTINCT document FROM derived.mention_count WHERE entity IN (SELECT value FROM json_each(?))",
        (json.dumps(list(entities)),),
    )
    return frozenset(DocumentId(row[0]) for row in rows)


def documents_suggesting(connection: sqlite3.Connection, entities: Iterable[EntityId]) -> frozenset[DocumentId]:
    """Return the documents with mentions of one of the entities, counted or not, or with it among the candidates."""
    wanted = list(entities)
    if not wanted:
        return frozenset()
    rows = connection.execute(
        "WITH wanted(id) AS (SELECT value FROM json_each(?)) "
        "SELECT document FROM derived.mention WHERE entity IN (SELECT id FROM wanted) "
        "UNION SELECT document FROM derived.mention, json_each(mention.candidates) AS candidate "
        "WHERE mention.entity IS NULL AND candidate.value IN (SELECT id FROM wanted)",
        (json.dumps(wanted),),
    )
    return frozenset(DocumentId(row[0]) for row in rows)


def entities_in(connection: sqlite3.Connection, documents: Iterable[DocumentId]) -> dict[DocumentId, list[EntityId]]:
    """Return the entities that each document mentions."""
    documents = list(documents)
    found: dict[DocumentId, list[EntityId]] = {document: [] for document in documents}
    for entity, document in connection.execute(
        "SELECT entity, document FROM derived.mention_count WHERE document IN (SELECT value FROM json_each(?))",
        (json.dumps(documents),),
    ):
        found[DocumentId(document)].append(EntityId(entity))
    return found


def documents_not_matched(connection: sqlite3.Connection) -> list[DocumentId]:
    """Return the documents outside the trash in whose texts names have never been looked for."""
    query = "SELECT id FROM document WHERE trashed IS NULL AND id NOT IN (SELECT document FROM derived.matched)"
    return [row[0] for row in connection.execute(query)]


def count_mentions(connection: sqlite3.Connection) -> int:
    """Count the mentions that are counted at all: not in boilerplate and not rejected; those in the trash too."""
    return connection.execute("SELECT coalesce(sum(mentions), 0) FROM derived.mention_count").fetchone()[0]


def count_trashed_mentions(connection: sqlite3.Connection) -> int:
    """Count those of the mentions counted by ``count_mentions`` whose documents lie in the trash."""
    return connection.execute(
        "SELECT coalesce(sum(mentions), 0) FROM derived.mention_count "
        "WHERE document IN (SELECT id FROM document WHERE trashed IS NOT NULL)"
    ).fetchone()[0]


def counts_generation(connection: sqlite3.Connection) -> int:
    """Return the number of the present state of all mentions, which is another one after every change of them."""
    return connection.execute("SELECT number FROM derived.mention_generation").fetchone()[0]


@dataclass(frozen=True, slots=True)
class CountColumns:
    """How often each entity is mentioned in which document, those in the trash too.

    ``lengths`` says of each entity how many of the entries of ``documents`` and ``mentions``, from the first on, are
    its; ``totals`` the sum of its mentions.
    """

    entities: Sequence[EntityId]
    lengths: Sequence[int]
    totals: Sequence[int]
    documents: "array[int]"
    mentions: "array[int]"


def count_columns(connection: sqlite3.Connection) -> CountColumns:
    """Return the counts of all entities; as they were kept, where the mentions have not changed since."""
    kept = connection.execute(
        "SELECT entities, documents, mentions FROM derived.kept_counts JOIN derived.mention_generation USING (number)"
    ).fetchone()
    if kept is None:
        return _gathered_counts(connection)
    entities, lengths, totals = json.loads(kept[0])
    return CountColumns(entities, lengths, totals, array(_NUMBER, kept[1]), array(_NUMBER, kept[2]))


def _gathered_counts(connection: sqlite3.Connection) -> CountColumns:
    """Gather the counts; each column comes as one JSON list, three times as fast as rows."""
    entities = connection.execute(
        "SELECT json_group_array(entity), json_group_array(length), json_group_array(total) FROM (SELECT entity, "
        "count(*) AS length, sum(mentions) AS total FROM derived.mention_count GROUP BY entity ORDER BY entity)"
    ).fetchone()
    counts = connection.execute(
        "SELECT json_group_array(document), json_group_array(mentions) "
        "FROM (SELECT document, mentions FROM derived.mention_count ORDER BY entity, document)"
    ).fetchone()
    names, lengths, totals = map(json.loads, entities)
    documents, mentions = map(_numbers, counts)
    return CountColumns(names, lengths, totals, documents, mentions)


def _numbers(column: str) -> "array[int]":
    """Read a JSON list of numbers piece by piece, since nothing else of the program runs while one is read.

    NumPy takes a seventh of the time that the JSON parser does, which makes an object of each number.
    """
    import numpy as np

    numbers = array(_NUMBER)
    start, end_of_list = 1, len(column) - 1
    while start < end_of_list:
        end = column.find(",", start + _CHARACTERS_AT_ONCE)
        end = end_of_list if end < 0 else end
        numbers.frombytes(np.fromstring(column[start:end], np.int64, sep=",").tobytes())
        start = end + 1
    return numbers


def are_counts_kept(connection: sqlite3.Connection) -> bool:
    """Tell whether the counts of all entities are kept as they are now; those of a very large archive never are."""
    kept = connection.execute("SELECT 1 FROM derived.kept_counts JOIN derived.mention_generation USING (number)")
    if kept.fetchone():
        return True
    return connection.execute("SELECT count(*) FROM derived.mention_count").fetchone()[0] > _MOST_KEPT


def keep_counts(connection: sqlite3.Connection, generation: int, columns: CountColumns) -> None:
    """Keep the counts of all entities, as they were in a generation, in one piece.

    It is read many times faster than they are gathered, and is of no more use once the mentions have changed.
    """
    entities = json.dumps([columns.entities, columns.lengths, columns.totals])
    connection.execute("DELETE FROM derived.kept_counts")
    connection.execute(
        "INSERT INTO derived.kept_counts VALUES (?, ?, ?, ?)",
        (generation, entities, columns.documents.tobytes(), columns.mentions.tobytes()),
    )


def neighbours_of(
    connection: sqlite3.Connection, documents: Iterable[DocumentId], limit: int
) -> tuple[tuple[EntityId, int], ...]:
    """Return the entities that most of some documents mention, and how many of them do."""
    rows = connection.execute(
        "SELECT entity, count(*) AS documents FROM derived.mention_count "
        "WHERE document IN (SELECT value FROM json_each(?)) GROUP BY entity ORDER BY documents DESC, entity LIMIT ?",
        (json.dumps(list(documents)), limit),
    )
    return tuple((EntityId(row[0]), row[1]) for row in rows)


def outermost_mention(
    connection: sqlite3.Connection, entities: Iterable[EntityId], document: DocumentId, *, last: bool
) -> Mention | None:
    """Return the first or the last counted mention of entities in a document."""
    row = connection.execute(
        "SELECT * FROM derived.mention WHERE document = ? AND boilerplate = 0 AND state != 'rejected' "
        "AND entity IN (SELECT value FROM json_each(?)) "
        f"ORDER BY position {'DESC' if last else 'ASC'} LIMIT 1",
        (document, json.dumps(list(entities))),
    ).fetchone()
    return _read(row) if row else None


def uncertain_mentions(
    connection: sqlite3.Connection, limit: int, skipped: int, document: DocumentId | None
) -> tuple[Mention, ...]:
    """List the mentions that wait for a review, the most uncertain first; of one document when it is given."""
    rows = connection.execute(
        f"SELECT mention.* {_WAITING} ORDER BY doubt DESC, document, position LIMIT ? OFFSET ?",
        (document, document, limit, skipped),
    )
    return tuple(map(_read, rows))


def count_uncertain(connection: sqlite3.Connection, document: DocumentId | None) -> int:
    """Count the mentions that wait for a review; in one document when it is given."""
    return connection.execute(f"SELECT count(*) {_WAITING}", (document, document)).fetchone()[0]
