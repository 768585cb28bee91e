"""The person in the benchmark of mixed use: what they type, mark and note, and what must come of it.

Everything is done by keys and by the actions of the menus. What the archive must hold afterwards is kept beside, in a
plain model, so that a play that did nothing shows.
"""

import random
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from tests.bench.playing import press

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QWidget

    from gui.main_window.window import MainWindow
    from gui.program import Program
    from gui.viewer.document_view import DocumentView
    from storage.domain.annotation import Annotation
    from storage.domain.ids import AnnotationId, DocumentId

_BETWEEN_KEYS = 70
_A_MOMENT = 150
_UNTIL_SAVED = 1_000
_LONGEST_WAIT_SECONDS = 120
_WORDS_MARKED = 4
_WORDS_KNOWN = 4_000

Part = TypeVar("Part", bound="QObject")


@dataclass(frozen=True, slots=True)
class Kept:
    """What a mark must hold in the archive."""

    colour: str
    note: str = ""
    tags: tuple[str, ...] = ()


class Person:
    """Sits at the program's window.

    Args:
        program: The program with an archive open.
        with_pages: The document in it that has printed pages.
        pace: How long pauses between keys are, 1 for those of a person who types fast.
    """

    def __init__(self, program: "Program", with_pages: "DocumentId", pace: float = 1.0) -> None:
        self.program = program
        self.with_pages = with_pages
        self.chance = random.Random(6)
        self.done: Counter[str] = Counter()
        self.marks: dict[AnnotationId, Kept] = {}
        self._pace = pace
        self._words = _words_of(self.window)

    @property
    def window(self) -> "MainWindow":
        """The window, which is another one after the language has changed."""
        return self.program.window

    @property
    def view(self) -> "DocumentView":
        """The document in front."""
        view = self.window.tabs.view
        assert view is not None, "no document is open"
        return view

    def part(self, of: "QWidget", kind: type[Part]) -> Part:
        """Return the first part of a kind."""
        found = of.findChild(kind)
        assert found is not None, f"there is no {kind.__name__}"
        return found

    def does(self, action: str) -> None:
        """Choose an action of the menus, which must be possible."""
        chosen = self.window.actions_by_id[action]
        assert chosen.isEnabled(), f"{action} cannot be chosen"
        chosen.trigger()

    def words(self, count: int) -> str:
        """Make up a few words, taken from a document."""
        return " ".join(self.chance.choice(self._words) for _ in range(count))

    def wait(self, milliseconds: float = _A_MOMENT) -> Iterator[int]:
        """Look at what is there."""
        yield max(1, round(milliseconds * self._pace))

    def until_saved(self) -> Iterator[int]:
        """Type nothing for so long that a note is saved."""
        yield _UNTIL_SAVED

    def until(self, has_come: Callable[[], bool], complaint: str) -> Iterator[int]:
        """Wait until something has come true."""
        until = time.monotonic() + _LONGEST_WAIT_SECONDS
        while not has_come():
            assert time.monotonic() < until, complaint
            yield 20

    def until_found(self) -> Iterator[int]:
        """Wait until a search has been answered."""
        yield 50
        yield from self.until(lambda: not self.window.session.searches.busy, "a search was not answered")

    def types(self, words: str, into: "QWidget") -> Iterator[int]:
        """Type words into a field."""
        for character in words:
            press(into, 0, character)
            yield from self.wait(_BETWEEN_KEYS)

    def presses(self, key: int, into: "QWidget", times: int = 1) -> Iterator[int]:
        """Press a key several times."""
        for _ in range(times):
            press(into, key)
            yield from self.wait(_BETWEEN_KEYS)

    def selects(self) -> Iterator[int]:
        """Select a few words somewhere on the next screens of the document in front, by keys alone."""
        from PySide6.QtCore import Qt

        text = self.view.pane.text_view
        text.setFocus()
        yield from self.presses(Qt.Key.Key_PageDown, text, self.chance.randrange(2))
        if text.textCursor().atEnd():
            press(text, Qt.Key.Key_Home, held=Qt.KeyboardModifier.ControlModifier)
        yield from self.presses(Qt.Key.Key_Down, text, self.chance.randint(1, 6))
        held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        while self.view.selected_span() is None:
            for _ in range(_WORDS_MARKED):
                press(text, Qt.Key.Key_Right, held=held)
                yield from self.wait(_BETWEEN_KEYS)
            if self.view.selected_span() is None:
                press(text, Qt.Key.Key_Home, held=Qt.KeyboardModifier.ControlModifier)

    def marks_words(self) -> Iterator[int]:
        """Select a few words and highlight them by one key; the mark is then the one that is chosen."""
        from PySide6.QtCore import Qt

        yield from self.selects()
        former = self.chosen_mark
        colours = (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4)
        press(self.view.pane.text_view, self.chance.choice(colours))
        yield from self.until(lambda: self.chosen_mark not in (None, former), "no mark was made")
        mark = self.chosen_mark
        assert mark is not None
        self.marks[mark.id] = Kept(mark.colour.value)

    @property
    def chosen_mark(self) -> "Annotation | None":
        """The mark whose card is chosen in the panel."""
        return self.window.annotations_panel.chosen


def _words_of(window: "MainWindow") -> list[str]:
    library = window.session.library
    assert library is not None
    documents = library.documents()
    words = library.text(documents[len(documents) // 2].id).text[: _WORDS_KNOWN * 10].split()
    return [word for word in words if word.isalpha() and len(word) > 1]
