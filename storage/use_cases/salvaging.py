"""Saving what can be read of a damaged archive into a new one; the damaged file is only read."""

from pathlib import Path

from storage.database.connection import DamagedError, check_header, index_path_of
from storage.database.salvage import salvage_file
from storage.domain.progress import IsCancelled, never_cancelled
from storage.domain.salvage import SalvageReport
from storage.errors import ArchiveNotReadableError, UserFacingError
from storage.sentences import say
from storage.use_cases.opening import set_aside


def salvage(path: Path, target: Path, is_cancelled: IsCancelled = never_cancelled) -> SalvageReport:
    """Copy what can be read of a damaged archive into a new one, and say what is missing.

    Raises:
        ArchiveNotReadableError: when it is no archive, or nothing at all can be read of it.
        UserFacingError: when something of the new name is there, or it cannot be written.
        CancelledError: when ``is_cancelled`` answered yes.
    """
    check_header(path)
    if target.exists():
        raise UserFacingError(
            say("{target} is there already. Choose another name for what is salvaged.", target=target)
        )
    try:
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
