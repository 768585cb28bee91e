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
from storage.database.archive_facts import read_fact, write_empty_archive
from storage.database.connection import Connections, NotWrittenError, check_header, index_path_of
from storage.database.integrity import give_up
from storage.domain.archive import ReadOnly
from storage.domain.authority import Authority
from storage.domain.backup import BackupPlan
from storage.errors import ArchiveNotReadableError
from storage.file_addresses import address_to_read
from storage.sentences import say
from storage.use_cases.opening import (
    OpenFiles,
    close,
    open_to_read,
    open_to_write,
    open_with_own_index,
    set_aside,
    take_hold,
    why_not_written,
)

if TYPE_CHECKING:
    from storage.index.search_index import SearchIndex
    from storage.text.name_matching import NameMatcher


def shipped_authority() -> Authority:
    """Read the authority file that is shipped with the program."""
    from storage.text.authority_file import read_authority

    return read_authority(paths.resource("authority", "authority.json").read_bytes())


class OpenArchive:
    """An archive held by this process alone, until it is closed; or, where that is enough, one that is only read."""

    def __init__(self, path: Path, or_to_read: bool = False) -> None:
        check_header(path)
        self.path = path.absolute()
        self._making = threading.Lock()
        self._closed = False
        self._index: SearchIndex | None = None
        self._matcher: NameMatcher | None = None
        self._matcher_revision = 0
        self._packed: tuple[NameMatcher, tuple[bytes, ...]] | None = None
        self.backup_plan = BackupPlan()
        self._lock, read_only = take_hold(self.path, or_to_read)
        try:
            self._opened = self._open_files(read_only, or_to_read)
        except BaseException:
            self._release()
            raise

    def _open_files(self, read_only: ReadOnly | None, or_to_read: bool) -> OpenFiles:
        if read_only is None:
            try:
                return open_to_write(self.path)
            except NotWrittenError as error:
                read_only = why_not_written(self.path, error)
                if not or_to_read:
                    raise ArchiveNotReadableError(read_only.sentence) from error
        return open_to_read(self.path, read_only)

    @property
    def connections(self) -> Connections:
        """The connections to both files."""
        return self._opened.connections

    @property
    def identity(self) -> str:
        """What tells this archive from every other."""
        return self._opened.identity

    @property
    def read_only(self) -> ReadOnly | None:
        """Why the archive may only be read; None where it may be written to."""
        return self._opened.read_only

    @property
    def may_write_index(self) -> bool:
        """Whether the index may be written to, which one made for this reading only may be too."""
        return self._opened.read_only is None or self._opened.files.own_index

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
                files = self._opened.files
                address = "" if self.may_write_index else address_to_read(files.index, files.others_write)
                self._index = SearchIndex(files.index, self.identity, address=address)
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

    def packed_authority(self, give_way: Callable[[], object]) -> tuple[bytes, ...]:
        """Return the authority file as workers take it, packed anew when it has changed; ``give_way`` in between."""
        from storage.importers.worker_process import packed_authority

        matcher, packed = self.matcher, self._packed
        if packed is None or packed[0] is not matcher:
            packed = self._packed = matcher, packed_authority(matcher.authority, give_way)
        return packed[1]

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

        Nobody opens the file in between: what is open when a file is deleted goes on without it. Where the archive may
        only be read the file stays, and the new one is begun in a folder of its own.
        """
        with self._making:
            self._close_index()
            former = self._opened
            close(former)
            if former.read_only is None:
                self._opened = self._begin_index(former.files.index)
            else:
                self._opened = open_with_own_index(self.path, former.read_only)

    def _begin_index(self, former: Path) -> OpenFiles:
        try:
            set_aside(former)
            return open_to_write(self.path)
        except NotWrittenError as error:
            raise ArchiveNotReadableError(why_not_written(self.path, error).sentence) from error
        except OSError as error:
            raise ArchiveNotReadableError(
                say(
                    "{path} is damaged and cannot be deleted ({problem}). Delete it, then open the archive again.",
                    path=former,
                    problem=error.strerror,
                )
            ) from error

    def close(self) -> None:
        """Close both files and let go of the archive."""
        with self._making:
            self._closed = True
            self._close_index()
        close(self._opened)
        self._release()

    def _release(self) -> None:
        if self._lock is not None:
            self._lock.release()


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
        give_up(unfinished)
