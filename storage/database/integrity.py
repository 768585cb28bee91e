"""Looking the archive file over, and copying it while it is open."""

import sqlite3
from pathlib import Path

from storage.database.documents import texts_with_wrong_hash
from storage.errors import UserFacingError
from storage.sentences import say

_MOST_FINDINGS = 20
_PAGES_AT_ONCE = 2_000


def archive_problems(connection: sqlite3.Connection) -> tuple[str, ...]:
    """Read the whole archive file and return a sentence for each thing that is wrong with it."""
    findings = [row[0] for row in connection.execute(f"PRAGMA main.integrity_check({_MOST_FINDINGS})")]
    problems = [
        say("The archive file is damaged: {finding}.", finding=finding) for finding in findings if finding != "ok"
    ]
    for row in connection.execute("PRAGMA main.foreign_key_check"):
        problems.append(
            say("A row of the table {table} refers to a row of {other} that is missing.", table=row[0], other=row[2])
        )
    for document in texts_with_wrong_hash(connection):
        problems.append(say("A text of document {document} is not the one that was stored.", document=document))
    return tuple(problems)


def index_problems(connection: sqlite3.Connection) -> tuple[str, ...]:
    """Read the whole index file and return a sentence for each thing that is wrong with it."""
    try:
        findings = [row[0] for row in connection.execute(f"PRAGMA derived.integrity_check({_MOST_FINDINGS})")]
    except sqlite3.DatabaseError as error:
        findings = [str(error)]
    return tuple(
        say("The index file is damaged: {finding}.", finding=finding) for finding in findings if finding != "ok"
    )


def copy_archive(connection: sqlite3.Connection, target: Path) -> None:
    """Copy the archive as it is at this moment; the copy appears under its name when it is whole and verified.

    ``connection`` must not be inside a transaction.

    Raises:
        UserFacingError: when something of that name is there, or it cannot be written.
    """
    if target.exists():
        raise UserFacingError(say("{target} is there already. Choose another name for the copy.", target=target))
    unfinished = target.with_name(f".{target.name}.unfinished")
    try:
        copy = sqlite3.connect(unfinished)
        try:
            connection.backup(copy, pages=_PAGES_AT_ONCE)
            verdict = copy.execute("PRAGMA quick_check(1)").fetchone()[0]
            copy.execute("PRAGMA journal_mode = DELETE")
        finally:
            copy.close()
        if verdict != "ok":
            raise UserFacingError(
                say(
                    "The copy {target} came out damaged ({verdict}). Check the disk, then try again.",
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
    finally:
        unfinished.unlink(missing_ok=True)
