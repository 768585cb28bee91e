"""The tables of the search index in the file of derived data, and the connections to them.

All names begin with ``search_``; other tables in the same file belong to others and are never touched.
"""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from storage.file_addresses import needs_lone_reading
from storage.index.errors import IndexDamagedError, IndexNotWritableError
from storage.sentences import say

VERSION = 5
"""Rises with every change to the tables, the analysis or the blocks; tables of another version are made anew."""

_TABLES = """
CREATE TABLE search_meta (key TEXT PRIMARY KEY, value) WITHOUT ROWID;
CREATE TABLE search_segment (
    id INTEGER PRIMARY KEY,
    family INTEGER NOT NULL,
    active INTEGER NOT NULL,
    terms INTEGER NOT NULL,
    bytes INTEGER NOT NULL,
    documents BLOB NOT NULL,
    languages TEXT NOT NULL,
    dead BLOB NOT NULL,
    directory BLOB NOT NULL
);
CREATE TABLE search_block (
    id INTEGER PRIMARY KEY,
    terms BLOB NOT NULL,
    header BLOB NOT NULL,
    documents BLOB NOT NULL,
    positions BLOB NOT NULL
);
CREATE TABLE search_document (document INTEGER PRIMARY KEY, slot INTEGER NOT NULL UNIQUE, stamp TEXT NOT NULL);
"""
_NAMES = ("search_meta", "search_segment", "search_block", "search_document")
_BLOCK_BITS = 24
_PAGES_IN_SLICE = 200
_PAGES_IN_LOG = 8000
_EMPTY_PAGES = 1000
_INCREMENTAL = 2
_DAMAGE = ("SQLITE_CORRUPT", "SQLITE_NOTADB", "SQLITE_IOERR", "SQLITE_ERROR", "SQLITE_MISMATCH")


def first_block(segment: int) -> int:
    """Return the row number of a segment's first block; the others follow."""
    return segment << _BLOCK_BITS


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn what SQLite raises about a damaged or protected file into errors with a sentence."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        name = getattr(error, "sqlite_errorname", "")
        if name.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM", "SQLITE_FULL")):
            raise IndexNotWritableError(
                say(
                    "The search index {file} cannot be written ({error}). "
                    "Make its folder writable or free some space, then open the archive again.",
                    file=path.name,
                    error=error,
                )
            ) from error
        if name.startswith(_DAMAGE):
            raise IndexDamagedError(str(error)) from error
        raise


class Tables:
    """Connections to the index file: one for writing behind a lock, others lent to readers.

    With an ``address`` it is opened by that and only read.
    """

    def __init__(self, path: Path, archive_identity: str, address: str = "") -> None:
        self._path = path
        self._address = address
        self._idle: list[sqlite3.Connection] = []
        self._lending = threading.Lock()
        self._write_lock = threading.RLock()
        self._closed = False
        with explained(path):
            self._writer = self._connect()
            try:
                self._writer.execute("PRAGMA cache_size = -64000")  # a batch stays in memory until it is committed
                self._writer.execute(f"PRAGMA wal_autocheckpoint = {_PAGES_IN_LOG}")
                self._prepare(archive_identity)
            except BaseException:
                self._writer.close()
                raise

    def _connect(self) -> sqlite3.Connection:
        connection = sqlite3.connect(
            self._address or self._path,
            uri=bool(self._address),
            timeout=10,
            isolation_level=None,
            check_same_thread=False,
        )
        try:
            if needs_lone_reading(self._address):
                connection.execute("PRAGMA locking_mode = EXCLUSIVE")
            if not self._address:
                connection.execute("PRAGMA auto_vacuum = INCREMENTAL")  # only a file without any table takes this
                connection.execute("PRAGMA journal_mode = WAL")
                connection.execute("PRAGMA synchronous = NORMAL")
            connection.execute("PRAGMA cache_size = -8000")
        except BaseException:
            connection.close()
            raise
        return connection

    def _prepare(self, archive_identity: str) -> None:
        found = {name for (name,) in self._writer.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        if found.issuperset(_NAMES):
            meta = dict(self._writer.execute("SELECT key, value FROM search_meta"))
            if meta.get("archive") != archive_identity:
                raise IndexDamagedError(say("it belongs to another archive"))
            if meta.get("version") == VERSION:
                return
        if self._address:
            raise IndexDamagedError(say("it is not of this version, and it may not be written to"))
        with self._transaction():
            for name in found.intersection(_NAMES):
                self._writer.execute(f"DROP TABLE {name}")
            for statement in _TABLES.split(";"):
                self._writer.execute(statement)
            rows = [("archive", archive_identity), ("version", VERSION), ("generation", 0), ("segment", 0)]
            self._writer.executemany("INSERT INTO search_meta VALUES (?, ?)", rows)

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Lend a connection inside a read transaction: it sees one state, however long it is kept."""
        with explained(self._path):
            with self._lending:
                connection = self._idle.pop() if self._idle else None
            connection = connection or self._connect()
            try:
                connection.execute("BEGIN")
                yield connection
            finally:
                self._end_reading(connection)

    def _end_reading(self, connection: sqlite3.Connection) -> None:
        """Take a connection back; one on a damaged file may not even end its transaction, and is closed."""
        try:
            if connection.in_transaction:
                connection.execute("COMMIT")
        except sqlite3.DatabaseError:
            connection.close()
            raise
        self._give_back(connection)

    def generation(self) -> int:
        """Return the number of the last committed change, without the cost of a transaction of one's own."""
        connection = None
        try:
            connection = self._idle.pop()
            current = generation(connection)
        except (IndexError, sqlite3.DatabaseError):
            if connection is not None:
                connection.close()
            with self.reading() as connection:
                return generation(connection)
        self._give_back(connection)
        return current

    def _give_back(self, connection: sqlite3.Connection) -> None:
        with self._lending:
            if not self._closed and len(self._idle) < 8:
                self._idle.append(connection)
                return
        connection.close()

    def forget_pages(self) -> None:
        """Give back the memory in which connections that are not in use keep pages of the file."""
        with self._write_lock:
            self._writer.execute("PRAGMA shrink_memory")
        with self._lending:
            for connection in self._idle:
                connection.execute("PRAGMA shrink_memory")

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """Hand out the writing connection inside a transaction; it is committed unless something is raised."""
        with self._write_lock, explained(self._path), self._transaction():
            yield self._writer

    @contextmanager
    def writing_a_little(self) -> Iterator[sqlite3.Connection]:
        """Do what :meth:`writing` does, and leave it to :meth:`empty_log` to bring the change into the file itself."""
        with self._keeping_log(), self._transaction():
            yield self._writer

    @contextmanager
    def _keeping_log(self) -> Iterator[None]:
        with self._write_lock, explained(self._path):
            self._writer.execute("PRAGMA wal_autocheckpoint = 0")
            try:
                yield
            finally:
                self._writer.execute(f"PRAGMA wal_autocheckpoint = {_PAGES_IN_LOG}")

    def empty_log(self) -> None:
        """Bring committed changes from the log into the file itself; nobody who writes waits for that."""
        with self.reading() as connection:
            connection.execute("COMMIT")
            connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()

    def give_back_pages(self) -> bool:
        """Make the file a little shorter where much of it is empty; returns whether there was something to do."""
        with self._keeping_log():
            names = ("freelist_count", "auto_vacuum")
            (empty,), (kind,) = (self._writer.execute(f"PRAGMA {name}").fetchone() for name in names)
            if empty < _EMPTY_PAGES or kind != _INCREMENTAL:
                return False
            self._writer.executescript(f"PRAGMA incremental_vacuum({_PAGES_IN_SLICE})")
            return True

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self._writer.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._writer.execute("ROLLBACK")
            raise
        self._writer.execute("COMMIT")

    def close(self) -> None:
        """Close every connection; those still lent are closed when they come back."""
        with self._lending:
            self._closed = True
            idle, self._idle = self._idle, []
        for connection in idle:
            connection.close()
        with self._write_lock:
            self._writer.close()


def generation(connection: sqlite3.Connection) -> int:
    """Return the number of the last committed change."""
    return connection.execute("SELECT value FROM search_meta WHERE key = 'generation'").fetchone()[0]


def next_number(connection: sqlite3.Connection, key: str) -> int:
    """Raise a counter (``generation`` or ``segment``) and return it."""
    statement = "UPDATE search_meta SET value = value + 1 WHERE key = ? RETURNING value"
    return connection.execute(statement, (key,)).fetchone()[0]
