"""Bringing an archive back from a backup: into its own place, what stood there kept first, or into a new file."""

import shutil
from datetime import UTC, datetime
from pathlib import Path

from storage.database.archive_facts import identity_of_file
from storage.database.connection import check_header, fold_log, index_path_of, open_file_to_read
from storage.database.integrity import copy_archive, give_up
from storage.domain.backup import BackupPlan, BackupReason, Restored
from storage.errors import ArchiveNotReadableError, UserFacingError
from storage.sentences import say
from storage.use_cases.backups import folder_of, give_up_old, new_name, protect
from storage.use_cases.opening import set_aside, take_hold


def identity_of(path: Path) -> str:
    """Return what tells an archive from every other; nothing where it cannot be read or is not there."""
    return identity_of_file(path) if path.is_file() else ""


def restore_to_new(backup: Path, target: Path) -> Restored:
    """Copy a backup to a new archive, verified.

    Raises:
        ArchiveNotReadableError: when the backup is no archive this program can read.
        UserFacingError: when something of that name is there, it cannot be written, or the backup is damaged.
    """
    check_header(backup)
    with open_file_to_read(backup) as connection:
        copy_archive(connection, target)
    set_aside(index_path_of(target))
    return Restored(target, None)


def restore(path: Path, backup: Path, plan: BackupPlan) -> Restored:
    """Put a backup in an archive's place; what stands there now is itself kept among the backups first.

    No process may have the archive open. Until the very last step the archive stays as it is.

    Raises:
        ArchiveNotReadableError: when the archive is open elsewhere, or the backup no archive this program can read.
        UserFacingError: when something cannot be written, or the backup is damaged.
    """
    path = path.absolute()
    check_header(backup)
    if not path.exists():
        return restore_to_new(backup, path)
    lock, _ = take_hold(path, or_to_read=False)
    unfinished = path.with_name(f".{path.name}.restored")
    try:
        unfinished.unlink(missing_ok=True)
        with open_file_to_read(backup) as connection:
            copy_archive(connection, unfinished)
        kept = _keep_present(path, plan)
        try:
            unfinished.replace(path)
        except OSError as error:
            raise UserFacingError(
                say(
                    "{path} cannot be replaced ({problem}) and is as it was. Close it elsewhere, then try again.",
                    path=path,
                    problem=error.strerror,
                )
            ) from error
        set_aside(index_path_of(path))
    finally:
        give_up(unfinished)
        if lock is not None:
            lock.release()
    return Restored(path, kept)


def _keep_present(path: Path, plan: BackupPlan) -> Path:
    """Keep what stands in an archive's place, byte for byte if it is damaged, and leave no log beside it."""
    now = datetime.now(UTC)
    folder = folder_of(path, plan, identity_of_file(path))
    target = new_name(folder, path.stem, BackupReason.BEFORE_RESTORE, now)
    try:
        check_header(path)
        with open_file_to_read(path) as connection:
            copy_archive(connection, target)
        fold_log(path)
        reason = BackupReason.BEFORE_RESTORE
    except UserFacingError:
        reason = BackupReason.DAMAGED
        target = new_name(folder, path.stem, reason, now)
        _copy_as_it_is(path, target)
    protect(target)
    give_up_old(folder, path.stem, reason, max(1, plan.count))
    return target


def _copy_as_it_is(path: Path, target: Path) -> None:
    log = path.with_name(f"{path.name}-wal")
    try:
        shutil.copyfile(path, target)
        if log.exists():
            shutil.copyfile(log, target.with_name(f"{target.name}-wal"))
            log.unlink()
    except OSError as error:
        raise ArchiveNotReadableError(
            say(
                "{path} cannot be kept as {target} before it is replaced ({problem}). Make room on the disk.",
                path=path,
                target=target,
                problem=error.strerror,
            )
        ) from error
