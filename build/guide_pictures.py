"""Takes the pictures of the guide from the sample archive, in each language: ``python build/guide_pictures.py``.

To be run when the window looks different; somebody is to look at the pictures before they are committed.
"""

import os
import shutil
import tempfile
from pathlib import Path

from photographer import CHECKOUT, CODES, Photographer, live_in

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from gui.translation import LANGUAGES, Interpreter
from storage.domain.annotation import Colour
from storage.domain.codebook import Code, CodeColour
from storage.settings import Settings

PICTURES = CHECKOUT / "resources" / "guide" / "pictures"
SIZE = (1080, 720)
WIDTH_IN_THE_GUIDE = 680


class GuidePhotographer(Photographer):
    """Takes the guide's pictures in one language."""

    def __init__(self, language: str, folder: Path) -> None:
        super().__init__(Settings(theme="light", language=language), SIZE)
        self.folder = folder

    def take(self, name: str) -> None:
        """Take a picture of the window once it is at rest."""
        self.settle()
        picture = self.window.grab().toImage()
        picture = picture.scaledToWidth(WIDTH_IN_THE_GUIDE, Qt.TransformationMode.SmoothTransformation)
        path = PICTURES / f"{name}.{self.language}.png"
        if not picture.save(str(path)):
            raise SystemExit(f"{path} could not be written")

    def import_more(self) -> None:
        """Import files of which something is to be said: one that is known already, and one that is empty."""
        known = CHECKOUT / "resources" / "sample" / "copppal-1979.md"
        shutil.copy(known, self.folder)
        (self.folder / "notes.txt").touch()
        self.window.session.import_paths([self.folder / known.name, self.folder / "notes.txt"])

    def work(self) -> None:
        """Go through what the guide shows."""
        window, codes = self.window, CODES[self.language]
        self.open_sample()
        self.import_more()
        self.take("import")
        window.import_chores.hide_import()
        self.open("Tangier")
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
        self.open("Socialist International")
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
            live_in(Path(folder))
            GuidePhotographer(language, Path(folder)).work()


if __name__ == "__main__":
    main()
