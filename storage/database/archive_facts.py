"""What an archive says of itself: its identity, its title, the authority file it began with."""

import sqlite3
from pathlib import Path


def read_fact(connection: sqlite3.Connection, key: str) -> str:
    """Return a fact about the archive, or nothing."""
    row = connection.execute("SELECT value FROM archive WHERE key = ?", (key,)).fetchone()
    return row[0] if row else ""


def write_facts(connection: sqlite3.Connection, facts: dict[str, str]) -> None:
    """Write facts about a new archive."""
    connection.executemany("INSERT INTO archive VALUES (?, ?)", list(facts.items()))


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
