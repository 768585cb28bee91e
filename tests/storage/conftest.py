"""Archives for the tests of storage."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from storage.library import Library

TEXT = (
    "A Meeting in Manila\n\n"
    "In September 2000 parties from all over Asia met in Manila. The Communist Party of China took part.\n\n"
    "An emoji \U0001f600, a NO-BREAK\u00a0SPACE, a combining e\u0301 and \U00020000 beyond the BMP.\n\n"
    "The Workers' Party of Korea and the Communist Party of Cuba sent greetings."
)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """Return an empty archive."""
    opened = Library.create(tmp_path / "archive.liaison", "Trial")
    yield opened
    opened.close()


@pytest.fixture
def filled(library: Library, tmp_path: Path) -> Library:
    """Return an archive with one document."""
    file = tmp_path / "meeting.txt"
    file.write_text(TEXT, encoding="utf-8")
    library.import_paths([file])
    return library
