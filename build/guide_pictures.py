"""Takes the pictures of the guide from the sample archive, in each language: ``python build/guide_pictures.py``.

To be run when the window looks different; somebody is to look at the pictures before they are committed.
"""

import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(CHECKOUT))
os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import Qt  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from gui.main_window.window import MainWindow  # noqa: E402
from gui.translation import LANGUAGES, Interpreter  # noqa: E402
from storage.domain.annotation import Colour  # noqa: E402
from storage.domain.codebook import Code, CodeColour  # noqa: E402
from storage.domain.ids import DocumentId  # noqa: E402
from storage.domain.search import Span  # noqa: E402
from storage.edits import ChangeAnnotations  # noqa: E402
from storage.library import Library  # noqa: E402
from storage.settings import Settings  # noqa: E402

PICTURES = CHECKOUT / "resources" / "guide" / "pictures"
SIZE = (1080, 720)
WIDTH_IN_THE_GUIDE = 680
PATIENCE_SECONDS = 120
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


class Photographer:
    """Works a window in one language and takes its pictures."""

    def __init__(self, language: str, folder: Path) -> None:
        self.language, self.folder = language, folder
        self.window = MainWindow(Settings(theme="light", language=language))
        self.window.resize(*SIZE)
        self.window.show()
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
        lanes = (session.jobs, session.searches, session.readings)
        wait_for(lambda: not session.imports.is_running and not any(lane.busy for lane in lanes))

    def take(self, name: str) -> None:
        """Take a picture of the window once it is at rest."""
        self.settle()
        picture = self.window.grab().toImage()
        picture = picture.scaledToWidth(WIDTH_IN_THE_GUIDE, Qt.TransformationMode.SmoothTransformation)
        path = PICTURES / f"{name}.{self.language}.png"
        if not picture.save(str(path)):
            raise SystemExit(f"{path} could not be written")

    def document(self, words: str) -> DocumentId:
        """Return a document by words of its title."""
        return next(one.id for one in self.library.documents() if words in one.title)

    def mark(self, words: str, colour: Colour, tags: tuple[str, ...]) -> None:
        """Mark words of the document in front, and give the mark its tags."""
        view = self.window.tabs.view
        assert view is not None
        assert view.version is not None
        start = view.version.text.index(words)
        view.pane.text_view.select(Span(start, start + len(words)))
        self.window.actions_by_id[f"mark_{colour}"].trigger()
        made = next(one for one in self.library.annotations() if one.anchor.quote == words)
        self.window.session.edit(ChangeAnnotations((replace(made, tags=tags),), "tag"))

    def import_more(self) -> None:
        """Import files of which something is to be said: one that is known already, and one that is empty."""
        known = CHECKOUT / "resources" / "sample" / "copppal-1979.md"
        shutil.copy(known, self.folder)
        (self.folder / "notes.txt").touch()
        self.window.session.import_paths([self.folder / known.name, self.folder / "notes.txt"])

    def work(self) -> None:
        """Go through what the guide shows."""
        window, codes = self.window, CODES[self.language]
        self.import_more()
        self.take("import")
        window.import_chores.hide_import()
        window.tabs.open(self.document("Tangier"))
        self.settle()
        for number, colour in enumerate((CodeColour.BLUE, CodeColour.TEAL, CodeColour.ORANGE)):
            above = codes[0][0] if number == 1 else ""
            code = Code(codes[number][0], parent=above, colour=colour, definition=codes[number][1])
            window.session.edit(self.library.adding_code(code))
        self.mark("Istiqlal", Colour.YELLOW, (codes[1][0],))
        self.mark("National Liberation Front", Colour.GREEN, (codes[2][0],))
        self.take("window")
        window.sections.setCurrentIndex(2)
        self.take("codebook")
        window.sections.setCurrentIndex(0)
        window.search_field.set_query("conference OR congress")
        self.take("search")
        window.search_field.clear()
        window.cancel.activated.emit()
        window.tabs.open(self.document("Socialist International"))
        window.actions_by_id["move_across"].trigger()
        for dock in (window.left_dock, window.right_dock):
            dock.hide()
        self.take("sides")
        window.close()
        window.deleteLater()


def main() -> None:
    """Take the pictures in every language."""
    application = QApplication(["liaison"])
    application.setStyle("Fusion")
    interpreter = Interpreter(application)
    for language in LANGUAGES:
        interpreter.speak(language)
        with tempfile.TemporaryDirectory() as folder:
            for name in ("CONFIG", "DATA", "STATE", "CACHE"):
                os.environ[f"XDG_{name}_HOME"] = str(Path(folder, name))
            Photographer(language, Path(folder)).work()


if __name__ == "__main__":
    main()
