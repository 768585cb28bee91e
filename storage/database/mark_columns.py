"""Marks read as whole columns: SQLite gathers each into one value, which costs a tenth of reading row by row."""

import json
import sqlite3
from collections.abc import Sequence

from storage.domain.ids import AnnotationId, EntityId
from storage.domain.mark_columns import KEPT_AS_LOST, MarkColumns, MarkLabels, MarkNarrowing

_PRESENT = (
    "FROM annotation JOIN document ON document.id = annotation.document "
    "WHERE annotation.trashed IS NULL AND document.trashed IS NULL"
)
_COLUMNS = ("id", "document", "colour", "state", "created", "changed")


def mark_columns(connection: sqlite3.Connection, narrowing: MarkNarrowing) -> MarkColumns:
    """Return the marks outside the trash that a list is about, in order of document and place."""
    conditions, values = _conditions(narrowing)
    gathered = ", ".join(f"json_group_array({column})" for column in _COLUMNS)
    row = connection.execute(
        f"SELECT {gathered} FROM (SELECT annotation.id, annotation.document, colour, "
        "CASE WHEN kept_as_lost THEN ? ELSE state END AS state, annotation.created, annotation.changed "
        f"{_PRESENT}{conditions} ORDER BY annotation.document, start, end, annotation.id)",
        (KEPT_AS_LOST, *values),
    ).fetchone()
    return MarkColumns(*map(json.loads, row))


def _conditions(narrowing: MarkNarrowing) -> tuple[str, list[str]]:
    conditions, values = "", []
    if narrowing.tags:
        conditions += (
            " AND annotation.id IN (SELECT annotation FROM annotation_tag "
            "WHERE tag IN (SELECT value FROM json_each(?)))"
        )
        values.append(json.dumps(sorted(narrowing.tags)))
    if narrowing.entity is not None:
        conditions += " AND annotation.id IN (SELECT annotation FROM annotation_entity WHERE entity = ?)"
        values.append(narrowing.entity)
    if narrowing.colour is not None:
        conditions += " AND colour = ?"
        values.append(narrowing.colour.value)
    return conditions, values


def mark_tags(connection: sqlite3.Connection) -> MarkLabels:
    """Return the tags of all marks, also of those in the trash."""
    return _labels(connection, "SELECT annotation, tag AS label FROM annotation_tag")


def mark_entities(connection: sqlite3.Connection) -> MarkLabels:
    """Return whom all marks are linked to, also those in the trash."""
    return _labels(connection, "SELECT annotation, entity AS label FROM annotation_entity")


def linked_entities(connection: sqlite3.Connection) -> frozenset[EntityId]:
    """Return whom any mark is linked to."""
    return frozenset(EntityId(row[0]) for row in connection.execute("SELECT DISTINCT entity FROM annotation_entity"))


def _labels(connection: sqlite3.Connection, query: str) -> MarkLabels:
    row = connection.execute(f"SELECT json_group_array(annotation), json_group_array(label) FROM ({query})").fetchone()
    return MarkLabels(*map(json.loads, row))


def mark_texts(connection: sqlite3.Connection, ids: Sequence[AnnotationId]) -> list[str]:
    """Return the quote, note and tags of marks as one text each, in the order asked for; gone ones are empty."""
    rows = connection.execute(
        "SELECT coalesce(quote || char(10) || note || char(10) || coalesce((SELECT group_concat(tag, char(10)) "
        "FROM annotation_tag WHERE annotation = annotation.id), ''), '') FROM json_each(?) AS wanted "
        "LEFT JOIN annotation ON annotation.id = wanted.value ORDER BY wanted.key",
        (json.dumps(list(ids)),),
    )
    return [row[0] for row in rows]
