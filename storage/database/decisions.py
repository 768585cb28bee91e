"""Decisions that people took on mentions."""

import json
import sqlite3
from collections.abc import Iterable
from datetime import datetime

from storage.domain.ids import DecisionId, DocumentId, EntityId
from storage.domain.mention import Decision, Reach, Verdict


def _read(row: sqlite3.Row) -> Decision:
    return Decision(
        id=row["id"],
        surface=row["surface"],
        verdict=Verdict(row["verdict"]),
        reach=Reach(row["reach"]),
        suggested=row["suggested"],
        entity=row["entity"],
        document=row["document"],
        start=row["start"],
        before=row["before"],
        after=row["after"],
    )


def put_decisions(connection: sqlite3.Connection, decisions: Iterable[Decision], now: datetime) -> None:
    """Store decisions."""
    connection.executemany(
        "INSERT OR REPLACE INTO decision VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (
                decision.id, decision.surface, decision.verdict, decision.reach, decision.suggested, decision.entity,
                decision.document, decision.start, decision.before, decision.after, now.isoformat(),
            )
            for decision in decisions
        ],
    )  # fmt: skip


def take_decisions(connection: sqlite3.Connection, ids: Iterable[DecisionId]) -> tuple[Decision, ...]:
    """Remove decisions and return them."""
    taken = []
    for decision in ids:
        row = connection.execute("DELETE FROM decision WHERE id = ? RETURNING *", (decision,)).fetchone()
        if row is not None:
            taken.append(_read(row))
    return tuple(taken)


def get_decisions(connection: sqlite3.Connection, ids: Iterable[DecisionId]) -> tuple[Decision, ...]:
    """Return those of the decisions that are there."""
    rows = (connection.execute("SELECT * FROM decision WHERE id = ?", (decision,)).fetchone() for decision in ids)
    return tuple(_read(row) for row in rows if row is not None)


def decisions_about(connection: sqlite3.Connection, entities: Iterable[EntityId]) -> tuple[Decision, ...]:
    """Return the decisions that name one of some entities."""
    rows = connection.execute(
        "WITH wanted(id) AS (SELECT value FROM json_each(?)) SELECT * FROM decision "
        "WHERE suggested IN (SELECT id FROM wanted) OR entity IN (SELECT id FROM wanted) ORDER BY taken, id",
        (json.dumps(list(entities)),),
    )
    return tuple(map(_read, rows))


def replace_decisions(connection: sqlite3.Connection, decisions: Iterable[Decision]) -> None:
    """Give decisions another content; each keeps its place in the order they were taken."""
    connection.executemany(
        "UPDATE decision SET suggested = ?, entity = ? WHERE id = ?",
        [(decision.suggested, decision.entity, decision.id) for decision in decisions],
    )


def list_decisions(connection: sqlite3.Connection, document: DocumentId | None = None) -> tuple[Decision, ...]:
    """List the decisions in the order they were taken; those that reach a document when one is given."""
    if document is None:
        rows = connection.execute("SELECT * FROM decision ORDER BY taken, id")
    else:
        rows = connection.execute(
            "SELECT * FROM decision WHERE document IS NULL OR document = ? ORDER BY taken, id", (document,)
        )
    return tuple(map(_read, rows))
