"""Archives and a theme for the tests of the window."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import QLocale, QObject
from pytestqt.wait_signal import SignalBlocker

from gui.theme import Theme, load_theme
from storage.library import Library

TEXT = (
    "A Meeting in Manila\n\n"
    "In September 2000 parties from all over Asia met in Manila. The Communist Party of China took part.\n\n"
    "An emoji \U0001f600, a NO-BREAK\u00a0SPACE, a combining e\u0301 and \U00020000 beyond the BMP.\n\n"
    "The Workers' Party of Korea and the Communist Party of Cuba sent greetings."
)
OTHER_TEXT = "Greetings\n\nThe Communist Party of Cuba thanked the Communist Party of China in 2001."


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """Write numbers and dates as in British English, whatever the machine is set to."""
    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    yield
    QLocale.setDefault(before)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """Return an empty archive."""
    opened = Library.create(tmp_path / "archive.liaison", "Trial")
    yield opened
    opened.close()


@pytest.fixture
def filled(library: Library, tmp_path: Path) -> Library:
    """Return an archive with one document, its names matched."""
    add_document(library, tmp_path / "meeting.txt", TEXT)
    return library


def add_document(library: Library, file: Path, text: str) -> None:
    """Bring a text into an archive and match the names in it."""
    file.write_text(text, encoding="utf-8")
    library.import_paths([file])
    library.refresh()


@pytest.fixture(params=["light"])
def theme(request: pytest.FixtureRequest, qapp: object) -> Theme:
    """Return a theme's colours."""
    return load_theme(request.param)


Part = TypeVar("Part", bound=QObject)


def part_of(parent: QObject, kind: type[Part]) -> Part:
    """Return the first part of this kind."""
    return parent.findChildren(kind)[0]


def payload(blocker: SignalBlocker) -> Any:
    """Return the one value that a signal carried."""
    assert blocker.args is not None
    return blocker.args[0]
