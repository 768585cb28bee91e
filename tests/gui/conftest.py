"""Archives and a theme for the tests of the window."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import QLocale, QObject
from PySide6.QtWidgets import QApplication
from pytestqt.wait_signal import SignalBlocker

from gui.theme import Theme, load_theme
from gui.translation import ENGLISH, Interpreter
from storage.library import Library
from tests.conftest import TEXT

OTHER_TEXT = "Greetings\n\nThe Communist Party of Cuba thanked the Communist Party of China in 2001."


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """Write numbers and dates as in British English, whatever the machine is set to."""
    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    yield
    QLocale.setDefault(before)


@pytest.fixture
def chinese(qapp: QApplication, english: None) -> Iterator[None]:
    """Speak Chinese for the time of a test."""
    interpreter = Interpreter(qapp)
    interpreter.speak("zh_CN")
    yield
    interpreter.speak(ENGLISH)


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
