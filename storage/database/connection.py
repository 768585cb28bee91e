"""The two files of an archive: told apart by their headers, locked, opened, and handed out as connections.

``NAME.liaison`` holds what a person could not get back, ``NAME.liaison.index`` what can be computed again. Every
connection is to the archive with the index attached as ``derived``.
"""

import os
import sqlite3
import stat
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from storage.errors import ArchiveNotReadableError, ArchiveNotWrittenError
from storage.sentences import say

if TYPE_CHECKING:
    from filelock import BaseFileLock

ARCHIVE_APPLICATION_ID = 0x4C694173
INDEX_APPLICATION_ID = 0x4C694178
SCHEMA_VERSION = 3
"""The number of the newest archive migration; kept in SQLite's ``user_version``."""

DERIVED_VERSION = 3
"""The number of the derived tables; an index file with another number is made anew."""

Connection = sqlite3.Connection
"""What repositories are handed, so that nothing outside this folder names the database library."""

DamagedError = sqlite3.DatabaseError
"""The file is not what it should be."""

NotWrittenError = sqlite3.OperationalError
"""The file could not be written: the disk is full or gone, or another program holds it."""

_SQLITE_MAGIC = b"SQLite format 3\0"
_HEADER_LENGTH = 100
_BUSY_MILLISECONDS = 3_000
LOCK_WAIT_SECONDS = 3.0


def index_path_of(archive: Path) -> Path:
    """Return where the index of an archive lies."""
    return archive.with_name(archive.name + ".index")


def _read_header(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(_HEADER_LENGTH)
    except FileNotFoundError:
        raise ArchiveNotReadableError(
            say("There is no file {path}. Check the name, or make a new archive there.", path=path)
        ) from None
    except IsADirectoryError:
        raise ArchiveNotReadableError(
            say("{path} is a folder, not an archive. Choose a file ending in .liaison.", path=path)
        ) from None
    except PermissionError:
        raise ArchiveNotReadableError(
            say("{path} may not be read by you. Ask its owner for permission to read and write it.", path=path)
        ) from None
    except OSError as error:
        raise ArchiveNotReadableError(
            say(
                "{path} cannot be read ({problem}). Check that its drive is connected, then try again.",
                path=path,
                problem=error.strerror,
            )
        ) from error


def check_header(path: Path) -> None:
    """Check, without touching the file, that it is an archive this program can open.

    Raises:
        ArchiveNotReadableError: with a sentence that says which file, what is wrong and what to do.
    """
    header = _read_header(path)
    if not header:
        raise ArchiveNotReadableError(
            say(
                "{path} is empty (0 bytes), so it holds no archive. Restore it from a backup, or make a new archive.",
                path=path,
            )
        )
    is_ours = header.startswith(_SQLITE_MAGIC) and len(header) == _HEADER_LENGTH
    if not is_ours or int.from_bytes(header[68:72], "big") != ARCHIVE_APPLICATION_ID:
        raise ArchiveNotReadableError(
            say("{path} is not a Liaison archive. Choose a file that ends in .liaison.", path=path)
        )
    version = int.from_bytes(header[60:64], "big")
    if version > SCHEMA_VERSION:
        raise ArchiveNotReadableError(
            say(
                "{path} was written by a newer Liaison (format {version}; this program knows up to {known}). "
                "Install the newer Liaison to open it.",
                path=path,
                version=version,
                known=SCHEMA_VERSION,
            )
        )


def check_writable(path: Path) -> None:
    """Check that an archive and its folder may be written to.

    Raises:
        ArchiveNotReadableError: when they may not.
    """
    writable = path.stat().st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH)
    if not writable or not os.access(path, os.W_OK):
        raise ArchiveNotReadableError(
            say(
                "{path} is read-only. "
                "Allow writing to it, or copy it to a folder where you may write and open the copy.",
                path=path,
            )
        )
    if not os.access(path.parent, os.W_OK):
        raise ArchiveNotReadableError(
            say(
                "The folder {parent} is read-only, and {file} needs room beside it for its index. "
                "Copy the archive to a folder where you may write and open the copy.",
                parent=path.parent,
                file=path.name,
            )
        )


def lock_archive(path: Path) -> "BaseFileLock":
    """Take the archive for this process alone; the system lets go of it when the process ends, however it ends.

    Raises:
        ArchiveNotReadableError: when another process has it.
    """
    from filelock import FileLock, Timeout

    lock = FileLock(path.with_name(f".{path.name}.lock"), timeout=LOCK_WAIT_SECONDS)
    try:
        lock.acquire()
    except Timeout:
        raise ArchiveNotReadableError(
            say("{path} is open in another Liaison window or command. Close it there, then try again.", path=path)
        ) from None
    except OSError as error:
        raise ArchiveNotReadableError(
            say(
                "{path} cannot be locked for writing ({problem}). Copy it to a folder where you may write.",
                path=path,
                problem=error.strerror,
            )
        ) from error
    return lock


class Connections:
    """Connections to one archive: a single writer, and any number of readers lent out and taken back."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._index_path = index_path_of(path)
        self._write_lock = threading.RLock()
        self._pool_lock = threading.Lock()
        self._idle_readers: list[sqlite3.Connection] = []
        self._writer = self._connect()
        self._depth = 0
        self._closed = False

    def _connect(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self._path, isolation_level=None, check_same_thread=False, timeout=0)
        try:
            self._set_up(connection)
        except BaseException:
            connection.close()
            raise
        return connection

    def _set_up(self, connection: sqlite3.Connection) -> None:
        connection.row_factory = sqlite3.Row
        connection.execute(f"PRAGMA busy_timeout = {_BUSY_MILLISECONDS}")
        connection.execute("ATTACH DATABASE ? AS derived", (str(self._index_path),))
        # Counts only while the file is new; with it the index can shrink again after its segments have been merged.
        connection.execute("PRAGMA derived.auto_vacuum = INCREMENTAL")
        for schema in ("main", "derived"):
            connection.execute(f"PRAGMA {schema}.journal_mode = WAL")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA main.synchronous = FULL")
        connection.execute("PRAGMA derived.synchronous = NORMAL")
        connection.execute("PRAGMA temp_store = MEMORY")

    @contextmanager
    def write(self) -> Iterator[sqlite3.Connection]:
        """Lend the writer inside one transaction on both files: committed when the block ends, else rolled back.

        Raises:
            ArchiveNotWrittenError: when the file cannot be written; nothing has changed then.
        """
        with self._transaction("BEGIN IMMEDIATE") as connection:
            yield connection

    @contextmanager
    def write_archive(self) -> Iterator[sqlite3.Connection]:
        """Lend the writer inside one transaction that writes to the archive alone, and so never waits for the index.

        IMMEDIATE would lock both files, and the index is written to in batches of many documents. Nobody but this
        writer writes to the archive, so what a transaction has read there cannot be out of date when it writes.

        Raises:
            ArchiveNotWrittenError: when the file cannot be written; nothing has changed then.
        """
        with self._transaction("BEGIN") as connection:
            yield connection

    @contextmanager
    def _transaction(self, begin: str) -> Iterator[sqlite3.Connection]:
        with self._write_lock:
            if self._depth:
                yield self._writer
                return
            self._depth = 1
            try:
                self._writer.execute(begin)
                yield self._writer
                self._writer.execute("COMMIT")
            except BaseException as error:
                if self._writer.in_transaction:
                    self._writer.execute("ROLLBACK")
                if isinstance(error, sqlite3.OperationalError):
                    raise ArchiveNotWrittenError(writing_sentence(self._path, error)) from error
                if _tells_of_damage(error):
                    raise ArchiveNotReadableError(_damage_sentence(self._path, error)) from error
                raise
            finally:
                self._depth = 0

    @contextmanager
    def read(self) -> Iterator[sqlite3.Connection]:
        """Lend a reader that sees one committed state until it is given back.

        Raises:
            ArchiveNotReadableError: when one of the two files turns out to be damaged.
        """
        with self.read_without_transaction() as connection:
            connection.execute("BEGIN")
            try:
                yield connection
            except sqlite3.DatabaseError as error:
                if _tells_of_damage(error):
                    raise ArchiveNotReadableError(_damage_sentence(self._path, error)) from error
                raise
            finally:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")

    @contextmanager
    def read_without_transaction(self) -> Iterator[sqlite3.Connection]:
        """Lend a reader that sees each committed state as it comes, for copying the file."""
        with self._pool_lock:
            connection = self._idle_readers.pop() if self._idle_readers else None
        if connection is None:
            connection = self._connect()
            connection.execute("PRAGMA query_only = ON")
        try:
            yield connection
        finally:
            self._take_back(connection)

    def _take_back(self, connection: sqlite3.Connection) -> None:
        with self._pool_lock:
            if not self._closed:
                self._idle_readers.append(connection)
                return
        connection.close()

    @property
    def writer_without_transaction(self) -> sqlite3.Connection:
        """The writer as it is, for migrations and backups, which bring their own transactions."""
        return self._writer

    def close(self) -> None:
        """Close every connection; the write-ahead log is folded back into the files."""
        with self._pool_lock:
            self._closed = True
            readers, self._idle_readers = self._idle_readers, []
        for reader in readers:
            reader.close()
        with self._write_lock:
            self._writer.close()


def open_connections(path: Path) -> Connections:
    """Open an archive that :func:`check_header` has accepted.

    Raises:
        ArchiveNotReadableError: when it is damaged or held by another program.
    """
    try:
        return Connections(path)
    except sqlite3.OperationalError as error:
        raise ArchiveNotReadableError(writing_sentence(path, error)) from error
    except sqlite3.DatabaseError as error:
        raise ArchiveNotReadableError(
            say(
                "{path} is damaged ({error}). Restore it from a backup; the damaged file has not been changed.",
                path=path,
                error=error,
            )
        ) from error


def _tells_of_damage(error: BaseException) -> bool:
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def _damage_sentence(path: Path, error: BaseException) -> str:
    return say(
        "A part of {path} or of its index cannot be read ({error}). Check the archive and let its index be repaired; "
        "if that does not help, restore a backup.",
        path=path,
        error=error,
    )


def writing_sentence(path: Path, error: sqlite3.OperationalError) -> str:
    """Say in a sentence why a file could not be written or opened, and what to do."""
    code = error.sqlite_errorcode & 0xFF
    if code == sqlite3.SQLITE_BUSY:
        return say("{path} is held by another program. Close it there, then try again.", path=path)
    if code == sqlite3.SQLITE_FULL:
        return full_disk_sentence(path)
    return say(
        "{path} cannot be used ({error}). Check that its drive is connected and may be written to, then try again.",
        path=path,
        error=error,
    )


def full_disk_sentence(path: Path) -> str:
    """Say in a sentence that the disk of a file is full, and what to do."""
    return say("The disk that holds {path} is full. Make room there, then try again.", path=path)
