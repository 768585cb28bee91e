"""The program as a process on a screen, used by mouse and keyboard; what counts is what then stands in the archive."""

import csv
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QColor

from gui.theme import Theme
from storage.domain.annotation import Colour
from storage.library import Library
from storage.paths import log_folder
from tests.conftest import CHECKOUT, TEXT
from tests.gui.conftest import OTHER_TEXT, add_document
from tests.gui.real_screen import Box, Person, Screen, wait_for

pytestmark = pytest.mark.xvfb
WIDTH, HEIGHT = 1280, 800
TITLE = "Papers on trial"
"""The window bears it from the moment the archive is open; until then it bears the file's name."""


@pytest.fixture
def person(tmp_path: Path) -> Iterator[Person]:
    missing = [name for name in ("Xvfb", "xdotool") if shutil.which(name) is None]
    if missing:
        pytest.skip(f"this needs {' and '.join(missing)} (apt-get install xvfb xdotool)")
    screen = Screen(tmp_path, WIDTH, HEIGHT)
    made = Person(screen, tmp_path, CHECKOUT)
    yield made
    made.leave()
    screen.close()


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    path = tmp_path / "trial.liaison"
    library = Library.create(path, TITLE)
    for name, text in (("meeting.txt", TEXT), ("greetings.txt", OTHER_TEXT)):
        add_document(library, tmp_path / name, text)
    library.close()
    return path


def no_errors_were_logged() -> bool:
    log = log_folder() / "liaison.log"
    return not log.exists() or " ERROR " not in log.read_text(encoding="utf-8")


class Reader:
    """What a reader of documents does with mouse and keys, and looks for on the screen."""

    def __init__(self, person: Person, theme: Theme) -> None:
        self.person = person
        self.theme = theme
        # Between the panels, under the find bar and above the passages found.
        self._text_area = Box(290, 232, WIDTH - 355, HEIGHT - 300)

    def sees(self, colour: QColor) -> Box | None:
        """Return the box around a colour in the text."""
        return self.person.screen.find(colour.name(), self._text_area)

    def find(self, words: str) -> Box:
        """Find words with the find bar and return where they stand."""
        self.person.press("ctrl+f")
        self.person.type(words)
        seen: list[Box | None] = [None]

        def stands_still() -> bool:
            seen.append(self.sees(self.theme.current_hit))
            return seen[-1] is not None and seen[-1] == seen[-2]

        wait_for(f"{words!r} in the text", stands_still)
        assert seen[-1] is not None
        return seen[-1]

    def mark(self, words: str, keys: str, colour: Colour) -> None:
        """Drag the mouse over words and highlight them."""
        box = self.find(words)
        self.person.drag((box.left + 2, box.middle), (box.right, box.middle))
        self.person.press(keys, "Escape")
        wait_for(f"the mark in {colour}", lambda: self.sees(self.theme.mark(colour)))


def test_a_reader_marks_notes_undoes_searches_and_closes(person: Person, archive: Path, theme: Theme) -> None:
    person.start(str(archive))
    person.use_window(TITLE)
    reader = Reader(person, theme)

    reader.mark("all over Asia", "ctrl+h", Colour.YELLOW)
    person.press("ctrl+m")
    person.type("Which ones?")
    person.press("Tab")
    person.type("asia, scope")
    person.press("Escape")

    reader.mark("Workers", "ctrl+3", Colour.ROSE)
    rose = theme.mark(Colour.ROSE)
    person.press("ctrl+z")
    wait_for("the mark to go", lambda: not reader.sees(rose))
    person.press("ctrl+shift+z")
    wait_for("the mark to come back", lambda: reader.sees(rose))
    person.press("ctrl+z")
    wait_for("the mark to go again", lambda: not reader.sees(rose))

    person.press("ctrl+shift+f")
    person.type("thanked")
    person.press("Return")
    wait_for("the passages found", lambda: person.screen.find(theme.hit.name()))
    person.press("F3")
    wait_for("the hit in the other document", lambda: reader.sees(theme.current_hit))
    person.press("Escape")
    wait_for("the hits to go", lambda: not reader.sees(theme.current_hit))
    reader.mark("thanked", "ctrl+2", Colour.GREEN)

    person.press("ctrl+e")
    person.use_window("Export notes")
    person.press("Escape")
    wait_for("the dialog to close", lambda: not person.has_window("Export notes"))
    person.use_window(TITLE)
    person.press("ctrl+q")
    assert person.wait_for_end() == 0

    library = Library.open(archive)
    marks = sorted(library.annotations(), key=lambda mark: mark.document)
    assert [(mark.anchor.quote, mark.note, mark.tags, mark.colour) for mark in marks] == [
        ("all over Asia", "Which ones?", ("asia", "scope"), Colour.YELLOW),
        ("thanked", "", (), Colour.GREEN),
    ]
    assert not any(entry.undone for entry in library.journal())
    library.close()
    assert no_errors_were_logged()


def in_the_archive(archive: Path) -> list[tuple[str, str, tuple[str, ...], Colour]]:
    """Return the marks as another program finds them in the file while the window has it open."""
    library = Library.open(archive, or_to_read=True)
    marks = sorted(library.annotations(), key=lambda mark: (mark.document, mark.anchor.start))
    library.close()
    return [(mark.anchor.quote, mark.note, mark.tags, mark.colour) for mark in marks]


def export(person: Person, steps_down: int, target: Path) -> None:
    """Export all notes in the format so many rows below the first, under a name typed into the file dialog."""
    person.press("ctrl+e")
    dialog = person.use_window("Export notes")
    person.press(*["Down"] * steps_down, "Return")
    # The one that asks for a name bears the same title.
    person.use_window("Export notes", other_than=dialog)
    person.press("ctrl+a")
    person.type(str(target))
    person.press("Return")
    wait_for(f"the export {target.name}", target.exists)
    person.use_window(TITLE)


def test_every_step_of_a_session_is_in_the_archive_at_once(person: Person, archive: Path, theme: Theme) -> None:
    person.start(str(archive))
    person.use_window(TITLE)
    reader = Reader(person, theme)

    def lands(what: str, *marks: tuple[str, str, tuple[str, ...], Colour]) -> None:
        wait_for(what, lambda: in_the_archive(archive) == list(marks))

    reader.mark("all over Asia", "ctrl+h", Colour.YELLOW)
    lands("the mark", ("all over Asia", "", (), Colour.YELLOW))

    person.press("ctrl+m")
    person.type("Which ones?")
    person.press("Tab")
    lands("the note", ("all over Asia", "Which ones?", (), Colour.YELLOW))

    person.type("asia, scope")
    person.press("Escape")
    noted = ("all over Asia", "Which ones?", ("asia", "scope"), Colour.YELLOW)
    lands("the tags", noted)

    reader.mark("greetings", "ctrl+4", Colour.BLUE)
    lands("the second mark", noted, ("greetings", "", (), Colour.BLUE))
    person.press("ctrl+z")
    lands("the undo", noted)
    person.press("ctrl+z")
    lands("the undo of the tags", ("all over Asia", "Which ones?", (), Colour.YELLOW))
    person.press("ctrl+shift+z")
    lands("the redo", noted)

    box = reader.find("Communist")
    person.press("Return")
    wait_for("the next place found", lambda: (there := reader.sees(theme.current_hit)) and there != box)
    person.press("Escape")
    wait_for("the places to go", lambda: not reader.sees(theme.current_hit))
    lands("nothing by finding", noted)

    written = archive.with_name("notes.md"), archive.with_name("notes.csv")
    export(person, 0, written[0])
    words = written[0].read_text(encoding="utf-8")
    assert all(part in words for part in ("> all over Asia", "Which ones?", "asia", "scope")), words
    assert "greetings" not in words
    export(person, 2, written[1])
    rows = list(csv.DictReader(written[1].read_text(encoding="utf-8-sig").splitlines()))
    noted_cells = [(row["Quote"], row["Note"], row["Tags"], row["Colour"]) for row in rows]
    assert noted_cells == [("all over Asia", "Which ones?", "asia ; scope", "yellow")]

    person.press("ctrl+q")
    assert person.wait_for_end() == 0
    assert in_the_archive(archive) == [noted]
    assert no_errors_were_logged()


def test_the_sample_can_be_searched_after_the_first_start(person: Person, theme: Theme) -> None:
    person.start()
    person.use_window("Liaison")
    wait_for("the start page", lambda: person.screen.find(theme.accent.name()))
    person.press("alt+f", "s")
    person.use_window("Sample archive")
    person.press("ctrl+shift+f")
    person.type("moscow")
    reader = Reader(person, theme)
    wait_for("the hits in the first document", lambda: reader.sees(theme.hit))
    person.press("ctrl+q")
    assert person.wait_for_end() == 0
    assert no_errors_were_logged()
