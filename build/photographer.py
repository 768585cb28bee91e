"""Works a window as a person does who takes pictures of it; for ``guide_pictures.py`` and ``screens.py``."""

import os
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(CHECKOUT))

from PySide6.QtWidgets import QApplication  # noqa: E402

from gui.main_window.window import MainWindow  # noqa: E402
from storage.domain.annotation import Annotation, Colour  # noqa: E402
from storage.domain.ids import DocumentId  # noqa: E402
from storage.domain.search import Span  # noqa: E402
from storage.edits import ChangeAnnotations  # noqa: E402
from storage.library import Library  # noqa: E402
from storage.settings import Settings  # noqa: E402

PATIENCE_SECONDS = 120
FOLDERS = ("CONFIG", "DATA", "STATE", "CACHE")
CODES = {
    "en": (
        ("Parties", "Organisations that call themselves a party"),
        ("In power", "A party that governs"),
        ("Liberation movements", "Movements that were not yet parties"),
    ),
    "zh_CN": (
        ("政党", "自称政党的组织"),
        ("执政党", "正在执政的政党"),
        ("解放运动", "尚未成为政党的运动"),
    ),
}
"""A codebook to be shown, in the reader's language: the second code stands below the first."""


def wait_for(done: Callable[[], bool]) -> None:
    """Let the window work until something is so, and then until it is painted."""
    until = time.monotonic() + PATIENCE_SECONDS
    while not done():
        QApplication.processEvents()
        time.sleep(0.01)
        if time.monotonic() > until:
            raise SystemExit("waited in vain for the window")
    for _ in range(40):
        QApplication.processEvents()
        time.sleep(0.01)


def live_in(folder: Path) -> None:
    """Let the program keep its settings and archives in a folder."""
    for name in FOLDERS:
        os.environ[f"XDG_{name}_HOME"] = str(folder / name)


class Photographer:
    """Works a window with the sample archive."""

    def __init__(self, settings: Settings, size: tuple[int, int]) -> None:
        self.language = settings.language
        self.window = MainWindow(settings)
        self.window.resize(*size)
        self.window.show()

    def open_sample(self) -> None:
        """Make the sample archive and open it."""
        self.window.actions_by_id["try_sample"].trigger()
        self.settle()

    @property
    def library(self) -> Library:
        """Return the archive that is open."""
        assert self.window.session.library is not None
        return self.window.session.library

    def settle(self) -> None:
        """Wait until nothing runs in the background."""
        session = self.window.session
        lanes = (session.jobs, session.searches, session.readings, session.keeping)
        wait_for(lambda: not session.imports.is_running and not any(lane.busy for lane in lanes))

    def document(self, words: str) -> DocumentId:
        """Return a document by words of its title."""
        return next(one.id for one in self.library.documents() if words in one.title)

    def open(self, words: str) -> None:
        """Open a document by words of its title."""
        self.window.tabs.open(self.document(words))
        self.settle()

    def mark(self, words: str, colour: Colour, tags: tuple[str, ...] = (), note: str = "") -> Annotation:
        """Mark words of the document in front, and give the mark its tags and note."""
        view = self.window.tabs.view
        assert view is not None
        assert view.version is not None
        start = view.version.text.index(words)
        view.pane.text_view.select(Span(start, start + len(words)))
        self.window.actions_by_id[f"mark_{colour}"].trigger()
        made = next(one for one in self.library.annotations() if one.anchor.quote == words)
        if tags or note:
            self.window.session.edit(ChangeAnnotations((replace(made, tags=tags, note=note),), "tag"))
        return made
