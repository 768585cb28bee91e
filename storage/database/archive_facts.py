"""What an archive says of itself, and how an empty one is written."""

import sqlite3
from pathlib import Path

from storage.database.authority import store_authority
from storage.database.connection import open_file_to_read
from storage.database.migrations import migrate_archive
from storage.domain.authority import Authority


def read_fact(connection: sqlite3.Connection, key: str) -> str:
    """Return a fact about the archive, or nothing."""
    row = connection.execute("SELECT value FROM archive WHERE key = ?", (key,)).fetchone()
    return row[0] if row else ""


def identity_of_file(path: Path) -> str:
    """Return what tells an archive from every other, read from a file alone; nothing if it cannot be."""
    try:
        with open_file_to_read(path) as connection:
            return read_fact(connection, "identity")
    except sqlite3.DatabaseError:
        return ""


def write_fact(connection: sqlite3.Connection, key: str, value: str) -> None:
    """Say something of the archive; an empty value takes the fact away."""
    connection.execute("DELETE FROM archive WHERE key = ?", (key,))
    if value:
        connection.execute("INSERT INTO archive VALUES (?, ?)", (key, value))


def format_of(connection: sqlite3.Connection) -> int:
    """Return the number of the archive's newest migration, 0 for a file without tables."""
    return connection.execute("PRAGMA main.user_version").fetchone()[0]


def write_empty_archive(path: Path, facts: dict[str, str], authority: Authority) -> None:
    """Write an archive that holds nothing but facts about itself and an authority file."""
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        migrate_archive(connection)
        connection.execute("BEGIN")
        connection.executemany("INSERT INTO archive VALUES (?, ?)", list(facts.items()))
        store_authority(connection, authority)
        connection.execute("COMMIT")
    finally:
        connection.close()


def is_sound_database(path: Path) -> bool:
    """Tell whether a file is a SQLite database that can be read throughout."""
    try:
        connection = sqlite3.connect(path)
        try:
            return connection.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok"
        finally:
            connection.close()
    except sqlite3.DatabaseError:
        return False
