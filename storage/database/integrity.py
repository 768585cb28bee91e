"""Looking the archive file over, and copying it while it is open."""

import logging
import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from storage.database.connection import open_file_to_read
from storage.database.documents import texts_with_wrong_hash
from storage.domain.backup import Holdings
from storage.domain.progress import IsCancelled, Progress, ReportProgress, ignore_progress, never_cancelled
from storage.errors import CancelledError, UserFacingError
from storage.sentences import say

_log = logging.getLogger(__name__)

_MOST_FINDINGS = 20
_PAGES_AT_ONCE = 2_000
_STEPS_BETWEEN_QUESTIONS = 100_000
_COUNTS = (
    "SELECT (SELECT count(*) FROM document WHERE trashed IS NULL), "
    "(SELECT count(*) FROM annotation WHERE trashed IS NULL), "
    "(SELECT count(*) FROM annotation WHERE trashed IS NULL AND note <> '')"
)
_STATE = (
    "SELECT (SELECT max(id) FROM journal), (SELECT count(*) FROM journal WHERE state = 'done'), "
    "(SELECT max(id) FROM text_version), (SELECT max(id) FROM document), (SELECT max(seen) FROM source), "
    "(SELECT count(*) FROM annotation), (SELECT count(*) FROM source)"
)


def archive_problems(connection: sqlite3.Connection) -> tuple[str, ...]:
    """Read the whole archive file and return a sentence for each thing that is wrong with it."""
    problems: list[str] = []
    for look in (_damaged_pages, _missing_rows, _changed_texts):
        try:
            problems += look(connection)
        except sqlite3.DatabaseError as error:
            problems.append(say("The archive file is damaged: {finding}.", finding=error))
    return tuple(dict.fromkeys(problems))


def _damaged_pages(connection: sqlite3.Connection) -> Iterator[str]:
    for row in connection.execute(f"PRAGMA main.integrity_check({_MOST_FINDINGS})"):
        if row[0] != "ok":
            yield say("The archive file is damaged: {finding}.", finding=row[0])


def _missing_rows(connection: sqlite3.Connection) -> Iterator[str]:
    for row in connection.execute("PRAGMA main.foreign_key_check"):
        yield say("A row of the table {table} refers to a row of {other} that is missing.", table=row[0], other=row[2])


def _changed_texts(connection: sqlite3.Connection) -> Iterator[str]:
    for document in texts_with_wrong_hash(connection):
        yield say("A text of document {document} is not the one that was stored.", document=document)


def index_problems(connection: sqlite3.Connection) -> tuple[str, ...]:
    """Read the whole index file and return a sentence for each thing that is wrong with it."""
    try:
        findings = [row[0] for row in connection.execute(f"PRAGMA derived.integrity_check({_MOST_FINDINGS})")]
    except sqlite3.DatabaseError as error:
        findings = [str(error)]
    return tuple(
        say("The index file is damaged: {finding}.", finding=finding) for finding in findings if finding != "ok"
    )


def copy_archive(
    connection: sqlite3.Connection,
    target: Path,
    progress: ReportProgress = ignore_progress,
    is_cancelled: IsCancelled = never_cancelled,
) -> None:
    """Copy the archive as it is at this moment; the copy appears under its name when it is whole and verified.

    ``connection`` must not be inside a transaction. What is written meanwhile neither waits nor comes into the copy.

    Raises:
        UserFacingError: when something of that name is there, or it cannot be written.
        CancelledError: when ``is_cancelled`` answered yes; nothing is left of the copy then.
    """
    if target.exists():
        raise UserFacingError(say("{target} is there already. Choose another name for the copy.", target=target))
    unfinished = target.with_name(f".{target.name}.unfinished")
    try:
        unfinished.unlink(missing_ok=True)
        verdict = _copy_pages(connection, unfinished, progress, is_cancelled)
        if verdict != "ok":
            raise UserFacingError(
                say(
                    "The copy {target} came out damaged ({verdict}). Check the archive and the disk, then try again.",
                    target=target,
                    verdict=verdict,
                )
            )
        unfinished.rename(target)
    except (OSError, sqlite3.OperationalError) as error:
        raise UserFacingError(
            say(
                "{target} cannot be written ({error}). Check that the folder may be written to and its disk has room.",
                target=target,
                error=error,
            )
        ) from error
    except sqlite3.DatabaseError as error:
        raise UserFacingError(
            say(
                "The archive cannot be copied to {target}, since a part of it is damaged ({error}). "
                "Salvage what can be read.",
                target=target,
                error=error,
            )
        ) from error
    finally:
        give_up(unfinished)


def give_up(unfinished: Path) -> None:
    """Delete a file that was not finished; where the disk does not let that happen it is left, and noted."""
    try:
        unfinished.unlink(missing_ok=True)
    except OSError as error:
        _log.info("%s is left over: %s", unfinished, error)


def _copy_pages(
    connection: sqlite3.Connection, target: Path, progress: ReportProgress, is_cancelled: IsCancelled
) -> str:
    """Copy one committed state page by page and return what checking the copy says, ``ok`` if all is well."""

    def report(_status: int, left: int, total: int) -> None:
        if is_cancelled():
            raise CancelledError
        progress(Progress(total - left, total, say("Backing up")))

    copy = sqlite3.connect(target, isolation_level=None)
    try:
        copy.execute("PRAGMA synchronous = OFF")  # made sure of below, once for all
        connection.execute("BEGIN")  # else every edit made meanwhile would let the copy begin again
        try:
            connection.execute("SELECT 1 FROM main.sqlite_master").fetchone()
            connection.backup(copy, pages=_PAGES_AT_ONCE, progress=report)
        finally:
            connection.execute("ROLLBACK")
        copy.execute("PRAGMA journal_mode = DELETE")
        copy.set_progress_handler(is_cancelled, _STEPS_BETWEEN_QUESTIONS)
        verdict = copy.execute("PRAGMA quick_check(1)").fetchone()[0]
    except sqlite3.OperationalError:
        if is_cancelled():
            raise CancelledError from None
        raise
    finally:
        copy.close()
    with target.open("rb+") as written:
        os.fsync(written.fileno())
    return verdict


def holdings_of(path: Path) -> Holdings:
    """Count what the file of an archive holds that nobody writes to.

    Raises:
        DamagedError: when it cannot be read.
    """
    with open_file_to_read(path) as connection:
        return Holdings(*connection.execute(_COUNTS).fetchone())


def state_of(connection: sqlite3.Connection) -> tuple[object, ...]:
    """Return what differs between two states of an archive whenever something that a person could not get back does."""
    return tuple(connection.execute(_STATE).fetchone())


def state_of_file(path: Path) -> tuple[object, ...]:
    """Return what :func:`state_of` does for a file that nobody writes to; nothing where it cannot be read."""
    try:
        with open_file_to_read(path) as connection:
            return state_of(connection)
    except sqlite3.DatabaseError:
        return ()
