"""An archive that is open: its connections, its index, its lock, and how one is made and opened."""

import getpass
import os
import threading
import uuid
from collections.abc import Callable
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from storage import paths
from storage.database import authority as authority_table
from storage.database import documents as documents_table
from storage.database.archive_facts import format_of, is_sound_database, read_fact, write_empty_archive
from storage.database.connection import (
    SCHEMA_VERSION,
    Connection,
    Connections,
    DamagedError,
    NotWrittenError,
    check_header,
    check_writable,
    index_path_of,
    lock_archive,
    open_connections,
)
from storage.database.integrity import copy_archive
from storage.database.migrations import migrate_archive, prepare_derived
from storage.domain.authority import Authority
from storage.errors import ArchiveNotReadableError, UserFacingError
from storage.sentences import say

if TYPE_CHECKING:
    from filelock import BaseFileLock

    from storage.index.search_index import SearchIndex
    from storage.text.name_matching import NameMatcher


def shipped_authority() -> Authority:
    """Read the authority file that is shipped with the program."""
    from storage.text.authority_file import read_authority

    return read_authority(paths.resource("authority", "authority.json").read_bytes())


class OpenArchive:
    """An archive held by this process alone, until it is closed."""

    def __init__(self, path: Path) -> None:
        check_header(path)
        check_writable(path)
        self.path = path.absolute()
        self._making = threading.Lock()
        self._closed = False
        self._index: SearchIndex | None = None
        self._matcher: NameMatcher | None = None
        self._matcher_revision = 0
        self.lock: BaseFileLock = lock_archive(self.path)
        try:
            self.connections = self._open_files()
        except BaseException:
            self.lock.release()
            raise

    def _open_files(self) -> Connections:
        index_path = index_path_of(self.path)
        if index_path.is_dir():
            raise ArchiveNotReadableError(
                say(
                    "{path} is a folder where the archive's index belongs. Move it away, then open the archive.",
                    path=index_path,
                )
            )
        try:
            connections = open_connections(self.path)
        except ArchiveNotReadableError:
            if not index_path.exists() or is_sound_database(index_path):
                raise
            set_aside(index_path)
            connections = open_connections(self.path)
        writer = connections.writer_without_transaction
        try:
            self._keep_copy_before_migrating(writer)
            migrate_archive(writer)
            self.identity = read_fact(writer, "identity")
            if not prepare_derived(writer, self.identity):
                with connections.write() as connection:
                    documents_table.mark_all_stale(connection)
        except BaseException as error:
            connections.close()
            if isinstance(error, DamagedError):
                raise ArchiveNotReadableError(
                    say(
                        "{path} is damaged ({error}). Restore it from a backup; nothing was changed.",
                        path=self.path,
                        error=error,
                    )
                ) from error
            raise
        return connections

    def _keep_copy_before_migrating(self, writer: Connection) -> None:
        """Copy an archive of an older format beside it, before it is brought to this program's."""
        version = format_of(writer)
        copy = self.path.with_name(f"{self.path.stem}.format-{version}{self.path.suffix}")
        if 0 < version < SCHEMA_VERSION and not copy.exists():
            try:
                copy_archive(writer, copy)
            except UserFacingError as error:
                raise ArchiveNotReadableError(
                    say(
                        "{path} must be brought to a newer format, and a copy has to be kept first. {error}",
                        path=self.path,
                        error=error,
                    )
                ) from error

    @property
    def title(self) -> str:
        """The archive's title, at least the name of its file."""
        with self.connections.read() as connection:
            return read_fact(connection, "title") or self.path.stem

    @property
    def index(self) -> "SearchIndex":
        """The full-text index, opened when it is first needed; by one thread, however many ask at once.

        Raises:
            ArchiveNotReadableError: when the archive has been closed; a job that comes late must not open it again.
        """
        from storage.index.search_index import SearchIndex

        with self._making:
            if self._closed:
                raise ArchiveNotReadableError(say("{path} has been closed. Open it again.", path=self.path))
            if self._index is None:
                self._index = SearchIndex(index_path_of(self.path), self.identity)
            return self._index

    @property
    def matcher(self) -> "NameMatcher":
        """The matcher of the names in this archive's authority file, made anew when that has changed."""
        from storage.text.name_matching import NameMatcher

        with self._making, self.connections.read() as connection:
            revision = authority_table.revision(connection)
            if self._matcher is None or self._matcher_revision != revision:
                self._matcher = NameMatcher(authority_table.load_authority(connection))
                self._matcher_revision = revision
            return self._matcher

    def _close_index(self) -> None:
        index, self._index = self._index, None
        if index is not None:
            index.close()

    @cached_property
    def who(self) -> str:
        """The name the journal gives to the person at the desk."""
        try:
            return getpass.getuser()
        except OSError:
            return str(os.getuid()) if hasattr(os, "getuid") else ""

    def now(self) -> datetime:
        """Return the time, in UTC."""
        return datetime.now(UTC)

    def discard_index(self) -> None:
        """Delete the index file and begin a new one; every document then waits to be taken into it.

        Nobody opens the file in between: what is open when a file is deleted goes on without it.
        """
        with self._making:
            self._close_index()
            former = self.connections
            former.close()
            set_aside(index_path_of(self.path))
            self.connections = self._open_files()

    def close(self) -> None:
        """Close both files and let go of the archive."""
        with self._making:
            self._closed = True
            self._close_index()
        self.connections.close()
        self.lock.release()


def set_aside(index_path: Path) -> None:
    """Remove an index that cannot be read; everything in it can be computed again from the archive."""
    for ending in ("", "-wal", "-shm"):
        index_path.with_name(index_path.name + ending).unlink(missing_ok=True)


def create_archive(path: Path, title: str, authority: Callable[[], Authority] = shipped_authority) -> None:
    """Make an empty archive with the shipped authority file; it appears under its name only when it is whole.

    Raises:
        ArchiveNotReadableError: when something of that name is there already or the folder cannot be written.
    """
    path = path.absolute()
    if path.exists():
        raise ArchiveNotReadableError(say("{path} is there already. Choose another name, or open it.", path=path))
    if not path.parent.is_dir():
        raise ArchiveNotReadableError(
            say("There is no folder {parent}. Make it first, or choose another place.", parent=path.parent)
        )
    unfinished = path.with_name(f".{path.name}.{uuid.uuid4().hex}.unfinished")
    try:
        shipped = authority()
        facts = {"identity": uuid.uuid4().hex, "title": title, "authority_version": shipped.version}
        write_empty_archive(unfinished, facts, shipped)
        set_aside(index_path_of(path))
        os.link(unfinished, path) if hasattr(os, "link") else unfinished.rename(path)
    except FileExistsError:
        raise ArchiveNotReadableError(
            say("{path} is there already. Choose another name, or open it.", path=path)
        ) from None
    except (OSError, NotWrittenError) as error:
        raise ArchiveNotReadableError(
            say(
                "{path} cannot be written ({error}). Check that the folder may be written to and its disk has room.",
                path=path,
                error=error,
            )
        ) from error
    finally:
        unfinished.unlink(missing_ok=True)
