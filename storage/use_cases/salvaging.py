"""Saving what can be read of a damaged archive into a new one; the damaged file is only read."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from storage.database.connection import DamagedError, check_header, index_path_of, lost_its_first_page
from storage.database.first_page import lend_first_page, make_donor
from storage.database.salvage import salvage_file
from storage.domain.backup import BackupPlan
from storage.domain.progress import IsCancelled, never_cancelled
from storage.domain.salvage import SalvageReport
from storage.errors import ArchiveNotReadableError, UserFacingError
from storage.sentences import say
from storage.use_cases.backups import kept_backups
from storage.use_cases.opening import set_aside


def salvage(path: Path, target: Path, is_cancelled: IsCancelled = never_cancelled) -> SalvageReport:
    """Copy what can be read of a damaged archive into a new one, and say what is missing.

    Raises:
        ArchiveNotReadableError: when it is no archive, or nothing at all can be read of it.
        UserFacingError: when something of the new name is there, or it cannot be written.
        CancelledError: when ``is_cancelled`` answered yes.
    """
    if target.exists():
        raise UserFacingError(
            say("{target} is there already. Choose another name for what is salvaged.", target=target)
        )
    try:
        if lost_its_first_page(path):
            report = _salvage_without_first_page(path, target, is_cancelled)
        else:
            check_header(path)
            report = salvage_file(path, target, is_cancelled)
    except DamagedError as error:
        raise ArchiveNotReadableError(
            say(
                "Nothing can be read of {path} ({error}). Restore it from a backup; it has not been changed.",
                path=path,
                error=error,
            )
        ) from error
    set_aside(index_path_of(target))
    return report


def _salvage_without_first_page(path: Path, target: Path, is_cancelled: IsCancelled) -> SalvageReport:
    """Find the tables by the first page of a backup, else by that of a new archive."""
    with _room_for_copy(path, target) as folder:
        new, copy = folder / "new.liaison", folder / "copy.liaison"
        make_donor(new)
        donors = [backup.path for backup in kept_backups(path, BackupPlan())]
        donor = lend_first_page(path, (*donors, new), copy)
        if donor is None:
            check_header(path)
            raise DamagedError("its first page does not tell where its tables are")
        report = salvage_file(copy, target, is_cancelled)
    if donor == new:
        said = say("The first page of the file was lost; its tables were found where new archives have theirs.")
    else:
        said = say("The first page of the file was lost; its tables were found by the backup {backup}.", backup=donor)
    return replace(report, missing=(said, *report.missing))


@contextmanager
def _room_for_copy(path: Path, target: Path) -> Iterator[Path]:
    try:
        with tempfile.TemporaryDirectory(prefix=".liaison-", dir=target.parent) as folder:
            yield Path(folder)
    except OSError as error:
        raise UserFacingError(
            say(
                "{path} has to be copied to {folder} before it can be salvaged, and that failed ({problem}). Make room "
                "there, or choose another place.",
                path=path,
                folder=target.parent,
                problem=error.strerror,
            )
        ) from error
