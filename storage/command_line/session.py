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

FAILED = 1
NOT_READABLE = 3

PATH = click.Path(path_type=Path)


def fail(sentence: str, code: int = FAILED) -> NoReturn:
    """Print a sentence on standard error and end with an exit code."""
    click.echo(sentence, err=True)
    sys.exit(code)


@contextmanager
def opened(path: Path, fresh: bool = False) -> Iterator[Library]:
    """Open an archive for one command; ``fresh`` brings its index up to date first.

    A sentence meant for the user ends the command: exit code 3 when the archive cannot be opened, else 1.
    """
    try:
        library = Library.open(path)
    except ArchiveNotReadableError as error:
        fail(str(error), NOT_READABLE)
    try:
        if fresh:
            library.refresh(show_progress)
        yield library
    except ArchiveNotReadableError as error:
        fail(str(error), NOT_READABLE)
    except UserFacingError as error:
        fail(str(error))
    finally:
        library.close()


def show_progress(progress: Progress) -> None:
    """Show on standard error how far a job is, when somebody is there to look at it."""
    if sys.stderr.isatty():
        total = f" of {progress.total:,}" if progress.total else ""
        click.echo(f"\r\033[K{progress.doing}: {progress.done:,}{total}", err=True, nl=progress.done == progress.total)


def print_json(value: Any) -> None:
    """Print one JSON document on standard output; bytes of a query that are no UTF-8 become escapes."""
    words = json.dumps(value, ensure_ascii=False, indent=2)
    click.echo(words.encode("utf-8", "backslashreplace").decode("utf-8"))
