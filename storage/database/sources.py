"""Sources: the places that documents came from, with the bytes that were met there last."""

import sqlite3
from dataclasses import dataclass
from datetime import datetime

from storage.domain.ids import DocumentId


@dataclass(frozen=True, slots=True)
class KnownSource:
    """A place with the document that came from it, and hash and size of the bytes met there.

    ``member`` is the document's name in an archive of several, which ends the location then.
    """

    location: str
    document: DocumentId
    sha256: str
    size: int
    member: str
    seen: str


def remember_source(
    connection: sqlite3.Connection, location: str, document: DocumentId, sha256: str, now: datetime
) -> None:
    """Remember where a document's original was met."""
    connection.execute(
        "INSERT INTO source VALUES (?, ?, ?, ?) ON CONFLICT(location) DO UPDATE "
        "SET document = excluded.document, original = excluded.original, seen = excluded.seen",
        (location, document, sha256, now.isoformat()),
    )


def document_of_location(connection: sqlite3.Connection, location: str) -> DocumentId | None:
    """Find the document that came from a path or address."""
    row = connection.execute("SELECT document FROM source WHERE location = ?", (location,)).fetchone()
    return DocumentId(row[0]) if row else None


def known_sources(connection: sqlite3.Connection) -> tuple[KnownSource, ...]:
    """List the places that documents came from which are not in the trash."""
    rows = connection.execute(
        "SELECT location, source.document, source.original, original.size, seen, coalesce((SELECT member "
        "FROM text_version WHERE text_version.document = source.document AND member != '' LIMIT 1), '') AS member "
        "FROM source JOIN original ON original.sha256 = source.original "
        "JOIN document ON document.id = source.document WHERE trashed IS NULL ORDER BY location"
    )
    return tuple(
        KnownSource(row["location"], row["document"], row["original"], row["size"], row["member"], row["seen"])
        for row in rows
    )
