"""What every sub-command shares: opening the archive, printing JSON, progress on standard error, exit codes."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NoReturn

import click

from storage.domain.progress import Progress
from storage.errors import ArchiveNotReadableError, UserFacingError
from storage.library import Library
from storage.settings import load_settings

FAILED = 1
NOT_READABLE = 3

PATH = click.Path(path_type=Path)


def fail(sentence: str, code: int = FAILED) -> NoReturn:
    """Print a sentence on standard error and end with an exit code."""
    click.echo(sentence, err=True)
    sys.exit(code)


@contextmanager
def opened(path: Path, fresh: bool = False, to_read: bool = False) -> Iterator[Library]:
    """Open an archive for one command; ``fresh`` brings its index up to date first.

    For a command that only reads, ``to_read``, reading is enough, so that the archive may be open elsewhere.
    A sentence meant for the user ends the command: exit code 3 when the archive cannot be opened, else 1.
    """
    try:
        library = Library.open(path, to_read)
    except ArchiveNotReadableError as error:
        fail(str(error), NOT_READABLE)
    try:
        settings, _ = load_settings()
        library.keep_backups(settings.backup_count, settings.backup_folder)
        if fresh:
            library.refresh(show_progress)
            _tell_of_lag(library)
        yield library
    except ArchiveNotReadableError as error:
        fail(str(error), NOT_READABLE)
    except UserFacingError as error:
        fail(str(error))
    finally:
        library.close()


def _tell_of_lag(library: Library) -> None:
    """Say on standard error when the answer leaves out documents that the index does not hold yet."""
    if behind := library.documents_behind():
        click.echo(
            f"The index lacks {behind} documents or holds them in an older state, so the answer may leave them out; "
            "the program that may write to the archive brings it up to date.",
            err=True,
        )


def show_progress(progress: Progress) -> None:
    """Show on standard error how far a job is, when somebody is there to look at it."""
    if sys.stderr.isatty():
        total = f" of {progress.total:,}" if progress.total else ""
        click.echo(f"\r\033[K{progress.doing}: {progress.done:,}{total}", err=True, nl=progress.done == progress.total)


def print_json(value: Any) -> None:
    """Print one JSON document on standard output; bytes of a query that are no UTF-8 become escapes."""
    words = json.dumps(value, ensure_ascii=False, indent=2)
    click.echo(words.encode("utf-8", "backslashreplace").decode("utf-8"))
