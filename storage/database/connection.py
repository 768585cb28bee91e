"""The two files of an archive: told apart by their headers, locked, opened, and handed out as connections.

``NAME.liaison`` holds what a person could not get back, ``NAME.liaison.index`` what can be computed again. Every
connection is to the archive with the index attached as ``derived``.
"""

import os
import sqlite3
import stat
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from storage.database.turns import Turns
from storage.database.write_through import WriteThrough
from storage.errors import ArchiveNotReadableError, ArchiveNotWrittenError, ArchiveReadOnlyError
from storage.file_addresses import address_to_read, address_to_write, needs_lone_reading
from storage.sentences import say

if TYPE_CHECKING:
    from filelock import BaseFileLock

ARCHIVE_APPLICATION_ID = 0x4C694173
INDEX_APPLICATION_ID = 0x4C694178
SCHEMA_VERSION = 5
"""The number of the newest archive migration; kept in SQLite's ``user_version``."""

DERIVED_VERSION = 5
"""The number of the derived tables; an index file with another number is made anew."""

Connection = sqlite3.Connection
"""What repositories are handed, so that nothing outside this folder names the database library."""

DamagedError = sqlite3.DatabaseError
"""The file is not what it should be."""

NotWrittenError = sqlite3.OperationalError
"""The file could not be written: the disk is full or gone, or another program holds it."""

_NOT_WRITTEN = frozenset({
    sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_PROTOCOL, sqlite3.SQLITE_NOLFS,
})  # fmt: skip

_SQLITE_MAGIC = b"SQLite format 3\0"
_HEADER_LENGTH = 100
_ENDING = ".liaison"
_SMALLEST_ARCHIVE = 32_768
"""Bytes; an empty archive has more, since each of its tables has a page of its own."""
_BUSY_MILLISECONDS = 3_000
_WRITERS_CACHE = -16_000
"""Kilobytes of each file, told as a negative number, that the one connection that writes may keep in memory."""
_PAGES_IN_LOG = 1_000
"""SQLite's own default: with so many pages in the log, whoever has committed folds them into the file."""
_SECONDS_IN_TRANSACTION = 0.02
"""An edit of a person waits for the transaction that is open; it is to be saved within a tenth of a second."""
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


def lost_its_first_page(path: Path) -> bool:
    """Tell whether a file might be an archive though its beginning does not say so: by its name and its size.

    Raises:
        ArchiveNotReadableError: when it cannot be read.
    """
    header = _read_header(path)
    is_ours = header.startswith(_SQLITE_MAGIC) and int.from_bytes(header[68:72], "big") == ARCHIVE_APPLICATION_ID
    return not is_ours and path.suffix == _ENDING and path.stat().st_size > _SMALLEST_ARCHIVE


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
            say(
                "{path} is not a Liaison archive, or its beginning is damaged. Restore it from a backup; where there "
                "is none, salvage what can be read of it.",
                path=path,
            )
            if lost_its_first_page(path)
            else say("{path} is not a Liaison archive. Choose a file that ends in .liaison.", path=path)
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


def why_protected(path: Path) -> str:
    """Say in a sentence why an archive or its folder may not be written to; nothing where they may."""
    writable = path.stat().st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH)
    if not writable or not os.access(path, os.W_OK):
        return say(
            "{path} is read-only. Allow writing to it, or copy it to a folder where you may write and open the copy.",
            path=path,
        )
    if not os.access(path.parent, os.W_OK):
        return say(
            "The folder {parent} is read-only, and {file} needs room beside it for its index. "
            "Copy the archive to a folder where you may write and open the copy.",
            parent=path.parent,
            file=path.name,
        )
    return ""


def lock_archive(path: Path, patience: float = LOCK_WAIT_SECONDS) -> "BaseFileLock | None":
    """Take the archive for this process alone, or return None when another still has it after ``patience`` seconds.

    The system lets go of it when the process ends, however it ends.

    Raises:
        OSError: when the file that stands for the lock cannot be made.
    """
    from filelock import FileLock, Timeout

    lock = FileLock(path.with_name(f".{path.name}.lock"), timeout=patience)
    try:
        lock.acquire()
    except Timeout:
        return None
    return lock


@dataclass(frozen=True, slots=True)
class Files:
    """The two files of an archive and how they are opened.

    ``refusal`` is the sentence that whoever wants to write is answered with; empty where writing is possible.
    ``others_write`` says that another process may write to them meanwhile. An index in a folder of its own,
    ``own_index``, is written to though the archive is not.
    """

    archive: Path
    index: Path
    refusal: str = ""
    others_write: bool = False
    own_index: bool = False

    def connect(self, only_to_read: bool = False) -> sqlite3.Connection:
        """Return a new connection to the archive with the index attached.

        One ``only_to_read`` comes after one that may write, and waits for nobody: to set how the files are written
        takes their lock, which an import may hold.
        """
        address = address_to_read(self.archive, self.others_write) if self.refusal else str(self.archive)
        connection = sqlite3.connect(
            address, uri=bool(self.refusal), isolation_level=None, check_same_thread=False, timeout=0
        )
        try:
            connection.row_factory = sqlite3.Row
            connection.execute(f"PRAGMA busy_timeout = {_BUSY_MILLISECONDS}")
            if self.refusal:
                self._set_up_to_read(connection, address)
            else:
                connection.execute("ATTACH DATABASE ? AS derived", (str(self.index),))
                if not only_to_read:
                    _set_up_to_write(connection)
            connection.execute("PRAGMA temp_store = MEMORY")
        except BaseException:
            connection.close()
            raise
        return connection

    def _set_up_to_read(self, connection: sqlite3.Connection, address: str) -> None:
        index = address_to_write(self.index) if self.own_index else address_to_read(self.index, self.others_write)
        if needs_lone_reading(address):
            connection.execute("PRAGMA main.locking_mode = EXCLUSIVE")
        if needs_lone_reading(index):
            connection.execute("PRAGMA locking_mode = EXCLUSIVE")  # counts for what is attached from now on
        connection.execute("ATTACH DATABASE ? AS derived", (index,))
        if self.own_index:
            connection.execute("PRAGMA derived.journal_mode = WAL")
        connection.execute("SELECT 1 FROM main.sqlite_master")  # what cannot be read is noticed here


def _set_up_to_write(connection: sqlite3.Connection) -> None:
    # Counts only while the file is new; with it the index can shrink again after its segments have been merged.
    connection.execute("PRAGMA derived.auto_vacuum = INCREMENTAL")
    for schema in ("main", "derived"):
        connection.execute(f"PRAGMA {schema}.journal_mode = WAL")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA main.synchronous = FULL")
    connection.execute("PRAGMA derived.synchronous = NORMAL")


class Connections:
    """Connections to one archive: a single writer, and any number of readers lent out and taken back."""

    def __init__(self, files: Files) -> None:
        self._files = files
        self._path = files.archive
        self._turns = Turns()
        self._pool_lock = threading.Lock()
        self._idle_readers: list[sqlite3.Connection] = []
        self._writer = files.connect()
        for schema in ("main", "derived"):  # an import writes all over the tables, which would go to and fro else
            self._writer.execute(f"PRAGMA {schema}.cache_size = {_WRITERS_CACHE}")
        self._depth = 0
        self._closed = False
        self._write_through = WriteThrough(self._path)

    @contextmanager
    def write(self) -> Iterator[sqlite3.Connection]:
        """Lend the writer inside one transaction on both files: committed when the block ends, else rolled back.

        Raises:
            ArchiveNotWrittenError: when the file cannot be written; nothing has changed then.
            ArchiveReadOnlyError: when the archive is open for reading only, and its index is not one's own.
        """
        if self._files.refusal and not self._files.own_index:
            raise ArchiveReadOnlyError(self._files.refusal)
        with self._transaction("BEGIN IMMEDIATE") as connection:
            yield connection

    @contextmanager
    def write_archive(self) -> Iterator[sqlite3.Connection]:
        """Lend the writer inside one transaction that writes to the archive alone, and so never waits for the index.

        IMMEDIATE would lock both files, and the index is written to in batches of many documents. Nobody but this
        writer writes to the archive, so what a transaction has read there cannot be out of date when it writes.

        Raises:
            ArchiveNotWrittenError: when the file cannot be written; nothing has changed then.
            ArchiveReadOnlyError: when the archive is open for reading only.
        """
        if self._files.refusal:
            raise ArchiveReadOnlyError(self._files.refusal)
        with self._transaction("BEGIN") as connection:
            yield connection

    def is_time_to_end(self, begun: float) -> bool:
        """Tell whether a transaction, begun at a moment of ``time.monotonic``, is to end before all is done.

        So it is where it has taken long enough, and as soon as anybody waits for it.
        """
        return self._turns.others_wait or time.monotonic() - begun > _SECONDS_IN_TRANSACTION

    @contextmanager
    def edit(self) -> Iterator[sqlite3.Connection]:
        """Lend the writer for one edit of a person, who is not kept waiting for the disk.

        It is committed when the block ends, and from then on no end of the program can lose it; another thread sees
        to it that the disk has it, and folds the log.

        Raises:
            ArchiveNotWrittenError: when the file cannot be written, or the disk did not take an edit before; nothing
                has changed then.
            ArchiveReadOnlyError: when the archive is open for reading only.
        """
        failure = self._write_through.take_failure()
        if failure is not None:
            raise ArchiveNotWrittenError(
                say(
                    "The disk may not have kept what was changed last in {path} ({error}). "
                    "Check that its drive is connected and has room, and make a backup elsewhere.",
                    path=self._path,
                    error=failure,
                )
            ) from failure
        with self._turns.taken():
            is_outermost = not self._depth
            if is_outermost:
                self._wait_for_disk(False)
            try:
                with self.write_archive() as connection:
                    yield connection
            finally:
                if is_outermost:
                    self._wait_for_disk(True)
        self._write_through.note_commit()

    def _wait_for_disk(self, waits: bool) -> None:
        self._writer.execute(f"PRAGMA main.synchronous = {'FULL' if waits else 'NORMAL'}")
        self._writer.execute(f"PRAGMA wal_autocheckpoint = {_PAGES_IN_LOG if waits else 0}")

    @contextmanager
    def _transaction(self, begin: str) -> Iterator[sqlite3.Connection]:
        with self._turns.taken():
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
                if self._files.refusal and isinstance(error, sqlite3.OperationalError):
                    raise ArchiveReadOnlyError(self._files.refusal) from error
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
                if isinstance(error, sqlite3.OperationalError) and cannot_be_written(error):
                    raise ArchiveNotReadableError(writing_sentence(self._path, error)) from error
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
            connection = self._new_reader()
        try:
            yield connection
        finally:
            self._take_back(connection)

    def _new_reader(self) -> sqlite3.Connection:
        try:
            connection = self._files.connect(only_to_read=True)
        except sqlite3.OperationalError as error:
            raise ArchiveNotReadableError(writing_sentence(self._path, error)) from error
        connection.execute("PRAGMA query_only = ON")
        return connection

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
        self._write_through.close()
        with self._turns.taken():
            self._writer.close()


def open_connections(files: Files) -> Connections:
    """Open an archive that :func:`check_header` has accepted.

    Raises:
        ArchiveNotReadableError: when it is damaged.
        NotWrittenError: when it cannot be opened: the disk is full, or another program holds it.
    """
    try:
        return Connections(files)
    except sqlite3.DatabaseError as error:
        if cannot_be_written(error):
            raise
        raise ArchiveNotReadableError(
            say(
                "{path} is damaged ({error}). Restore it from a backup; the damaged file has not been changed.",
                path=files.archive,
                error=error,
            )
        ) from error


@contextmanager
def open_file_to_read(path: Path) -> Iterator[Connection]:
    """Lend a connection to a database file alone that nobody writes to; what its log holds is read with it."""
    address = address_to_read(path, others_write=False)
    connection = sqlite3.connect(address, uri=True, isolation_level=None, timeout=0)
    try:
        connection.row_factory = sqlite3.Row
        if needs_lone_reading(address):
            connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        yield connection
    finally:
        connection.close()


def fold_log(path: Path) -> None:
    """Fold the write-ahead log of an archive that was taken by this process into its file.

    Raises:
        ArchiveNotReadableError: when that is not possible.
    """
    try:
        connection = sqlite3.connect(path, isolation_level=None, timeout=0)
        try:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        finally:
            connection.close()
    except sqlite3.DatabaseError as error:
        raise ArchiveNotReadableError(
            say("{path} is damaged ({error}). Restore it from a backup.", path=path, error=error)
        ) from error


def cannot_be_written(error: BaseException) -> bool:
    """Tell whether an error says that a file cannot be written or opened, and nothing of what is in it."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in _NOT_WRITTEN


def is_held_elsewhere(error: BaseException) -> bool:
    """Tell whether an error says that another program holds a file."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


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
    if is_held_elsewhere(error):
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
