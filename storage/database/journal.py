"""The journal: every edit with its inverse, so that undo and redo work across restarts."""

import sqlite3
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING, cast

from storage import edits
from storage.domain.ids import AnnotationId, JournalId
from storage.domain.journal import JournalEntry

if TYPE_CHECKING:
    from cattrs.preconf.json import JsonConverter


@dataclass(frozen=True, slots=True)
class MarkEdit:
    """An edit that has touched a mark, with what takes it back."""

    when: datetime
    who: str
    label: str
    edit: edits.Edit
    inverse: edits.Edit


@cache
def _converter() -> "JsonConverter":
    """Make the converter of edits to JSON and back; the class name in ``edit`` tells them apart."""
    from cattrs.preconf.json import make_converter
    from cattrs.strategies import configure_tagged_union

    converter = make_converter()
    configure_tagged_union(edits.Edit, converter, tag_name="edit")
    return converter


def make_ready() -> None:
    """Make the converter of edits now, which takes a tenth of a second, rather than with the first edit."""
    _converter()


def record(connection: sqlite3.Connection, edit: edits.Edit, inverse: edits.Edit, who: str, now: datetime) -> JournalId:
    """Write an edit down; whatever had been undone before it can no longer be redone."""
    connection.execute("UPDATE journal SET state = 'discarded' WHERE state = 'undone'")
    dump = _converter().dumps
    cursor = connection.execute(
        "INSERT INTO journal (at, who, label, edit, inverse) VALUES (?, ?, ?, ?, ?)",
        (
            now.isoformat(),
            who,
            edits.label(edit),
            dump(edit, unstructure_as=edits.Edit),
            dump(inverse, unstructure_as=edits.Edit),
        ),
    )
    entry = JournalId(cursor.lastrowid or 0)
    connection.executemany(
        "INSERT INTO journal_annotation VALUES (?, ?)",
        [(annotation, entry) for annotation in sorted(_touched(edit) | _touched(inverse))],
    )
    return entry


def _touched(edit: edits.Edit) -> set[AnnotationId]:
    """Return the marks that an edit names, so that the history of each is found."""
    match edit:
        case edits.AddAnnotations(marks) | edits.ChangeAnnotations(marks) | edits.SettleMarks(marks):
            return {mark.id for mark in marks}
        case edits.RemoveAnnotations(ids):
            return set(ids)
        case edits.ChangeCodebook(retagged=retagged):
            return {one.annotation for one in retagged}
        case _:
            return set()


def edits_of_mark(connection: sqlite3.Connection, annotation: AnnotationId) -> tuple[MarkEdit, ...]:
    """Return the edits that stand and have touched a mark, oldest first."""
    rows = connection.execute(
        "SELECT journal.* FROM journal_annotation JOIN journal ON journal.id = journal_annotation.entry "
        "WHERE annotation = ? AND state = 'done' ORDER BY journal.id",
        (annotation,),
    )
    return tuple(
        MarkEdit(
            datetime.fromisoformat(row["at"]),
            row["who"],
            row["label"],
            read_edit(row["edit"]),
            read_edit(row["inverse"]),
        )
        for row in rows
    )


_NEXT_TO_UNDO = ("inverse", "state = 'done' ORDER BY id DESC")
_NEXT_TO_REDO = ("edit", "state = 'undone' ORDER BY id")


def next_to_undo(connection: sqlite3.Connection) -> tuple[JournalId, edits.Edit] | None:
    """Return the inverse of the newest edit that stands."""
    return _fetch(connection, *_NEXT_TO_UNDO)


def next_to_redo(connection: sqlite3.Connection) -> tuple[JournalId, edits.Edit] | None:
    """Return the oldest edit that has been undone."""
    return _fetch(connection, *_NEXT_TO_REDO)


def size_of_next(connection: sqlite3.Connection, undone: bool) -> int:
    """Return how many characters the edit has that comes next when one is undone, or redone; 0 where there is none."""
    column, condition = _NEXT_TO_UNDO if undone else _NEXT_TO_REDO
    row = connection.execute(f"SELECT length({column}) FROM journal WHERE {condition} LIMIT 1").fetchone()
    return row[0] if row else 0


def read_edit(text: str) -> edits.Edit:
    """Read an edit as the journal keeps it.

    Raises:
        ValueError: when it is no JSON.
        BaseValidationError: when it is not an edit of this program.
    """
    return _converter().loads(text, cast("type[edits.Edit]", edits.Edit))


def _fetch(connection: sqlite3.Connection, column: str, condition: str) -> tuple[JournalId, edits.Edit] | None:
    row = connection.execute(f"SELECT id, {column} FROM journal WHERE {condition} LIMIT 1").fetchone()
    return (JournalId(row[0]), read_edit(row[1])) if row else None


def set_undone(connection: sqlite3.Connection, entry: JournalId, undone: bool, counterpart: edits.Edit) -> None:
    """Note that an edit has been undone or redone; ``counterpart`` is what takes that step back."""
    column, state = ("edit", "undone") if undone else ("inverse", "done")
    connection.execute(
        f"UPDATE journal SET state = ?, {column} = ? WHERE id = ?",
        (state, _converter().dumps(counterpart, unstructure_as=edits.Edit), entry),
    )


def list_entries(connection: sqlite3.Connection, limit: int) -> tuple[JournalEntry, ...]:
    """Return the newest entries that can be undone or redone, oldest first."""
    rows = connection.execute(
        "SELECT id, at, label, state FROM journal WHERE state != 'discarded' ORDER BY id DESC LIMIT ?", (limit,)
    ).fetchall()
    return tuple(
        JournalEntry(JournalId(row[0]), datetime.fromisoformat(row[1]), row[2], row[3] == "undone")
        for row in reversed(rows)
    )
