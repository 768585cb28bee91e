"""Mentions, which the program can compute again: they lie in the index file with their counts."""

import json
import sqlite3
from collections.abc import Iterable, Sequence

from storage.domain.authority import EntityKind, NameKind
from storage.domain.ids import DocumentId, EntityId, TextVersionId
from storage.domain.mention import Mention, MentionState

_UNCOUNTED = (MentionState.REJECTED,)


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
    )


def replace_mentions(
    connection: sqlite3.Connection, document: DocumentId, version: TextVersionId, mentions: Sequence[Mention]
) -> None:
    """Store the mentions of a document in place of the former ones, and count them by entity."""
    forget_mentions(connection, document)
    connection.executemany(
        "INSERT INTO derived.mention VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (
                document, position, mention.start, mention.end, mention.entity, mention.name, mention.kind,
                mention.state, mention.name_kind, json.dumps(mention.candidates), mention.rule, mention.boilerplate,
            )
            for position, mention in enumerate(mentions)
        ],
    )  # fmt: skip
    counts: dict[EntityId, int] = {}
    for mention in mentions:
        if mention.entity is not None and not mention.boilerplate and mention.state not in _UNCOUNTED:
            counts[mention.entity] = counts.get(mention.entity, 0) + 1
    connection.executemany(
        "INSERT INTO derived.mention_count VALUES (?, ?, ?)",
        [(entity, document, count) for entity, count in counts.items()],
    )
    connection.execute("INSERT INTO derived.matched VALUES (?, ?)", (document, version))


def forget_mentions(connection: sqlite3.Connection, document: DocumentId) -> None:
    """Remove the mentions of a document."""
    for table in ("mention", "mention_count", "matched"):
        connection.execute(f"DELETE FROM derived.{table} WHERE document = ?", (document,))


def list_mentions(connection: sqlite3.Connection, document: DocumentId) -> tuple[Mention, ...]:
    """List the mentions of a document in order of place, those in boilerplate and rejected ones too."""
    rows = connection.execute("SELECT * FROM derived.mention WHERE document = ? ORDER BY position", (document,))
    return tuple(map(_read, rows))


def mentions_of_entities(connection: sqlite3.Connection, entities: Iterable[EntityId]) -> tuple[Mention, ...]:
    """List all counted mentions of entities, document by document in order of place."""
    rows = connection.execute(
        "SELECT * FROM derived.mention WHERE entity IN (SELECT value FROM json_each(?)) AND boilerplate = 0 "
        "AND state != 'rejected' AND document IN (SELECT id FROM document WHERE trashed IS NULL) "
        "ORDER BY document, start",
        (json.dumps(list(entities)),),
    )
    return tuple(map(_read, rows))


def documents_mentioning(connection: sqlite3.Connection, entities: Iterable[EntityId]) -> frozenset[DocumentId]:
    """Return the documents that mention one of the entities."""
    rows = connection.execute(
        "SELECT DISTINCT document FROM derived.mention_count WHERE entity IN (SELECT value FROM json_each(?))",
        (json.dumps(list(entities)),),
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


def documents_matched(connection: sqlite3.Connection) -> dict[DocumentId, TextVersionId]:
    """Return which text version of each document the stored mentions were read from."""
    return {
        DocumentId(row[0]): TextVersionId(row[1])
        for row in connection.execute("SELECT document, text_version FROM derived.matched")
    }


def count_mentions(connection: sqlite3.Connection) -> int:
    """Count the mentions that are counted at all: not in boilerplate, not rejected, not in the trash."""
    return connection.execute(
        "SELECT coalesce(sum(mentions), 0) FROM derived.mention_count JOIN document ON document.id = document "
        "WHERE document.trashed IS NULL"
    ).fetchone()[0]


def count_under(
    connection: sqlite3.Connection, groups: dict[EntityId, frozenset[EntityId]]
) -> dict[EntityId, tuple[int, int]]:
    """Count documents and mentions for each row of the tree, which stands for a group of entities."""
    pairs = [(row, entity) for row, group in groups.items() for entity in group]
    rows = connection.execute(
        "WITH wanted AS (SELECT value ->> 0 AS row, value ->> 1 AS entity FROM json_each(?)) "
        "SELECT wanted.row, count(DISTINCT mention_count.document), sum(mention_count.mentions) FROM wanted "
        "JOIN derived.mention_count ON mention_count.entity = wanted.entity "
        "JOIN document ON document.id = mention_count.document AND document.trashed IS NULL GROUP BY wanted.row",
        (json.dumps(pairs),),
    )
    return {EntityId(row[0]): (row[1], row[2]) for row in rows}
