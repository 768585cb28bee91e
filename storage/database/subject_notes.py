"""The notes that documents and entities have of their own."""

import json
import sqlite3
from collections.abc import Iterable
from datetime import datetime

from storage.domain.ids import DocumentId, EntityId


def document_notes(connection: sqlite3.Connection, documents: Iterable[DocumentId]) -> dict[DocumentId, str]:
    """Return the notes of those documents that have one."""
    rows = connection.execute(
        "SELECT document, note FROM document_note WHERE document IN (SELECT value FROM json_each(?))",
        (json.dumps(list(documents)),),
    )
    return {DocumentId(row[0]): row[1] for row in rows}


def entity_note(connection: sqlite3.Connection, entity: EntityId) -> str:
    """Return the note of an entity, empty where it has none."""
    row = connection.execute("SELECT note FROM entity_note WHERE entity = ?", (entity,)).fetchone()
    return row[0] if row else ""


def write_document_note(connection: sqlite3.Connection, document: DocumentId, note: str, now: datetime) -> None:
    """Give a document a note, or take it away."""
    connection.execute("DELETE FROM document_note WHERE document = ?", (document,))
    if note:
        connection.execute("INSERT INTO document_note VALUES (?, ?, ?)", (document, note, now.isoformat()))


def write_entity_note(connection: sqlite3.Connection, entity: EntityId, note: str, now: datetime) -> None:
    """Give an entity a note, or take it away."""
    connection.execute("DELETE FROM entity_note WHERE entity = ?", (entity,))
    if note:
        connection.execute("INSERT INTO entity_note VALUES (?, ?, ?)", (entity, note, now.isoformat()))
