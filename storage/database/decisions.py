"""Decisions that people took on mentions."""

import sqlite3
from collections.abc import Iterable
from datetime import datetime

from storage.domain.ids import DecisionId, DocumentId
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


def list_decisions(connection: sqlite3.Connection, document: DocumentId | None = None) -> tuple[Decision, ...]:
    """List the decisions in the order they were taken; those that reach a document when one is given."""
    if document is None:
        rows = connection.execute("SELECT * FROM decision ORDER BY taken, id")
    else:
        rows = connection.execute(
            "SELECT * FROM decision WHERE document IS NULL OR document = ? ORDER BY taken, id", (document,)
        )
    return tuple(map(_read, rows))
