"""Whether this process may write to an archive, and the ways to open its two files."""

import shutil
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from storage.database.archive_facts import format_of, is_sound_database, read_fact
from storage.database.connection import (
    LOCK_WAIT_SECONDS,
    SCHEMA_VERSION,
    Connection,
    Connections,
    DamagedError,
    Files,
    NotWrittenError,
    cannot_be_written,
    index_path_of,
    is_held_elsewhere,
    lock_archive,
    open_connections,
    why_protected,
    writing_sentence,
)
from storage.database.documents import mark_all_stale
from storage.database.integrity import copy_archive
from storage.database.migrations import has_derived, migrate_archive, prepare_derived
from storage.domain.archive import ReadOnly, ReadOnlyReason
from storage.errors import ArchiveNotReadableError, UserFacingError
from storage.sentences import say

if TYPE_CHECKING:
    from filelock import BaseFileLock

_READERS_PATIENCE = 0.3
"""Seconds to wait for an archive that another process has, where reading it is enough."""

_LITTLE_ROOM = 1 << 20


@dataclass(frozen=True, slots=True)
class OpenFiles:
    """Both files of an archive, open: ``read_only`` says why they may not be written to, None where they may."""

    connections: Connections
    files: Files
    identity: str
    read_only: ReadOnly | None = None


def take_hold(path: Path, or_to_read: bool) -> "tuple[BaseFileLock | None, ReadOnly | None]":
    """Take an archive for this process alone; returns the lock, or why the archive may only be read.

    Raises:
        ArchiveNotReadableError: when it may only be read and that is not enough.
    """
    if sentence := why_protected(path):
        held = None, ReadOnly(ReadOnlyReason.PROTECTED, sentence)
    else:
        held = _locked(path, _READERS_PATIENCE if or_to_read else LOCK_WAIT_SECONDS)
    if held[1] is not None and not or_to_read:
        raise ArchiveNotReadableError(held[1].sentence)
    return held


def _locked(path: Path, patience: float) -> "tuple[BaseFileLock | None, ReadOnly | None]":
    try:
        lock = lock_archive(path, patience)
    except OSError as error:
        sentence = say(
            "{path} cannot be locked for writing ({problem}). Copy it to a folder where you may write.",
            path=path,
            problem=error.strerror,
        )
        return None, ReadOnly(ReadOnlyReason.NOT_WRITABLE, sentence)
    if lock is not None:
        return lock, None
    sentence = say("{path} is open in another Liaison window or command. Close it there, then try again.", path=path)
    return None, ReadOnly(ReadOnlyReason.IN_USE, sentence)


def open_to_write(path: Path) -> OpenFiles:
    """Open an archive that :func:`take_hold` has taken; its index is made anew where it cannot be read.

    Raises:
        ArchiveNotReadableError: when it is damaged.
        NotWrittenError: when it cannot be written to: the disk is full, or another program holds it.
    """
    index = index_path_of(path)
    if index.is_dir():
        raise ArchiveNotReadableError(
            say(
                "{path} is a folder where the archive's index belongs. Move it away, then open the archive.", path=index
            )
        )
    files = Files(path, index)
    try:
        connections = open_connections(files)
    except ArchiveNotReadableError:
        if not index.exists() or is_sound_database(index):
            raise
        set_aside(index)
        connections = open_connections(files)
    writer = connections.writer_without_transaction
    try:
        _keep_copy_before_migrating(path, writer)
        migrate_archive(writer)
        identity = read_fact(writer, "identity")
        if not prepare_derived(writer, identity):
            with connections.write() as connection:
                mark_all_stale(connection)
    except BaseException as error:
        connections.close()
        if isinstance(error, DamagedError) and not cannot_be_written(error):
            raise ArchiveNotReadableError(
                say(
                    "{path} is damaged ({error}). Restore it from a backup; nothing was changed.",
                    path=path,
                    error=error,
                )
            ) from error
        raise
    return OpenFiles(connections, files, identity)


def _keep_copy_before_migrating(path: Path, writer: Connection) -> None:
    """Copy an archive of an older format beside it, before it is brought to this program's."""
    version = format_of(writer)
    copy = path.with_name(f"{path.stem}.format-{version}{path.suffix}")
    if 0 < version < SCHEMA_VERSION and not copy.exists():
        try:
            copy_archive(writer, copy)
        except UserFacingError as error:
            raise ArchiveNotReadableError(
                say(
                    "{path} must be brought to a newer format, and a copy has to be kept first. {error}",
                    path=path,
                    error=error,
                )
            ) from error


def why_not_written(path: Path, error: NotWrittenError) -> ReadOnly:
    """Say why an archive could not be opened for writing though it was taken."""
    if is_held_elsewhere(error):
        return ReadOnly(ReadOnlyReason.IN_USE, writing_sentence(path, error))
    try:
        is_full = shutil.disk_usage(path.parent).free < _LITTLE_ROOM
    except OSError:
        is_full = False
    if is_full:
        sentence = say("The disk that holds {path} is full. Make room there, then open the archive again.", path=path)
        return ReadOnly(ReadOnlyReason.FULL_DISK, sentence)
    return ReadOnly(ReadOnlyReason.NOT_WRITABLE, writing_sentence(path, error))


def open_to_read(path: Path, read_only: ReadOnly) -> OpenFiles:
    """Open an archive that may not be written to; where its index is of no use a new one is begun elsewhere.

    Raises:
        ArchiveNotReadableError: when it is damaged, of an older format, or there is no room for an index.
    """
    files = Files(path, index_path_of(path), read_only.sentence, _others_may_write(path, read_only))
    try:
        return _opened_to_read(files, read_only)
    except (ArchiveNotReadableError, DamagedError):
        files = replace(files, others_write=read_only.reason is ReadOnlyReason.IN_USE)
    try:
        return _opened_to_read(files, read_only)
    except (ArchiveNotReadableError, DamagedError):
        return open_with_own_index(path, read_only)


def _others_may_write(path: Path, read_only: ReadOnly) -> bool:
    """Tell whether another process may be writing; where the archive could not be taken, its traces show that."""
    if read_only.reason is ReadOnlyReason.PROTECTED:
        return path.with_name(f"{path.name}-shm").exists()
    return read_only.reason is ReadOnlyReason.IN_USE


def open_with_own_index(path: Path, read_only: ReadOnly) -> OpenFiles:
    """Open an archive that may not be written to with a new index in a folder of its own; :func:`close` removes it.

    Raises:
        ArchiveNotReadableError: when it is damaged, of an older format, or there is no room for an index.
    """
    try:
        folder = Path(tempfile.mkdtemp(prefix="liaison-"))
    except OSError as error:
        raise ArchiveNotReadableError(_no_index_sentence(path, error.strerror or "")) from error
    files = Files(path, folder / index_path_of(path).name, read_only.sentence, _others_may_write(path, read_only), True)
    try:
        return _opened_to_read(files, read_only)
    except BaseException as error:
        shutil.rmtree(folder, ignore_errors=True)
        if is_held_elsewhere(error):
            raise ArchiveNotReadableError(read_only.sentence) from error
        if isinstance(error, DamagedError):
            raise ArchiveNotReadableError(_no_index_sentence(path, str(error))) from error
        raise


def _no_index_sentence(path: Path, reason: str) -> str:
    return say(
        "{path} can only be read, its index cannot be used, and no other could be begun ({reason}). "
        "Copy the archive to a folder where you may write and open the copy.",
        path=path,
        reason=reason,
    )


def _opened_to_read(files: Files, read_only: ReadOnly) -> OpenFiles:
    connections = open_connections(files)
    writer = connections.writer_without_transaction
    try:
        version = format_of(writer)
        if version != SCHEMA_VERSION:
            raise ArchiveNotReadableError(
                say(
                    "{path} is of an older format ({version}) and has to be brought to this program's before it is "
                    "read, which takes writing to it. {why}",
                    path=files.archive,
                    version=version,
                    why=read_only.sentence,
                )
            )
        identity = read_fact(writer, "identity")
        if files.own_index:
            prepare_derived(writer, identity)
        elif not has_derived(writer, identity):
            raise DamagedError(say("the index is of another version or another archive"))
    except BaseException:
        connections.close()
        raise
    return OpenFiles(connections, files, identity, read_only)


def close(opened: OpenFiles) -> None:
    """Close both files, and remove an index that was made for this reading only."""
    opened.connections.close()
    if opened.files.own_index:
        shutil.rmtree(opened.files.index.parent, ignore_errors=True)


def set_aside(index_path: Path) -> None:
    """Remove an index that cannot be read; everything in it can be computed again from the archive."""
    for ending in ("", "-wal", "-shm"):
        index_path.with_name(index_path.name + ending).unlink(missing_ok=True)
