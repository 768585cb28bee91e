"""A hundred thousand annotations: opening their panel, and filtering it as one types.

``python -m tests.bench.annotations [NUMBER]`` makes an archive with so many, opens the window on it off screen, and
prints for each step the time on the clock and the processor's, median and most over the repetitions, and the longest
that the event loop stood still in it. Aims: the panel opens in 0.2 s, a key of the filter takes 50 ms until the cards
stand there, and nothing stands still for more than 50 ms.
"""

import json
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from storage.database import annotations as annotations_table
from storage.domain.annotation import Colour
from storage.domain.ids import AnnotationId
from storage.library import Library

DOCUMENTS = 200
WORDS = tuple(
    [
        "party",
        "delegation",
        "visit",
        "Manila",
        "congress",
        "fraternal",
        "Beijing",
        "Cuba",
        "letter",
        "principle",
        "unité",
        "党",
        "1999",
    ]
)
REPETITIONS = 5
_PATIENCE_SECONDS = 60


def make_archive(path: Path, number: int) -> None:
    """Make an archive of 200 texts with so many marks between them, put in without the journal."""
    chance = random.Random(7)
    library = Library.create(path, "Bench")
    folder = path.parent / "texts"
    folder.mkdir()
    for count in range(DOCUMENTS):
        text = "\n\n".join(" ".join(chance.choices(WORDS, k=60)) for _ in range(20))
        (folder / f"{count:04}.txt").write_text(f"Text {count}\n\n{text}", encoding="utf-8")
    library.import_paths([folder])
    library.refresh()
    each = number // DOCUMENTS
    for document in library.documents():
        first = library.new_annotation(document.id, 0, 5)
        text = library.text(document.id).text
        marks = []
        for count in range(each):
            start = chance.randrange(len(text) - 160)
            quote = text[start : start + chance.randrange(20, 150)]
            anchor = replace(first.anchor, start=start, end=start + len(quote), quote=quote)
            marks.append(
                replace(
                    first,
                    id=AnnotationId(f"{document.id:08x}{count:024x}"),
                    anchor=anchor,
                    note=" ".join(chance.choices(WORDS, k=chance.randrange(12))),
                    tags=tuple(chance.sample(WORDS, chance.randrange(3))),
                    colour=chance.choice(list(Colour)),
                )
            )
        with library._archive.connections.write() as connection:
            annotations_table.put_annotations(connection, marks)
    library.close()


def timed(step: Callable[[], Any]) -> tuple[float, float]:
    """Return the milliseconds on the clock and of the processor that a step takes."""
    clock, processor = time.perf_counter(), time.process_time()
    step()
    return (time.perf_counter() - clock) * 1000, (time.process_time() - processor) * 1000


def summary(times: list[tuple[float, float]]) -> dict[str, float]:
    """Return medians and maxima, in milliseconds."""
    clock, processor = zip(*times, strict=True)
    return {
        "median_ms": round(statistics.median(clock), 1),
        "most_ms": round(max(clock), 1),
        "processor_median_ms": round(statistics.median(processor), 1),
        "processor_most_ms": round(max(processor), 1),
    }


class Paints(QObject):
    """Counts how often a widget was painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() is QEvent.Type.Paint
        return False


class Reader:
    """Somebody at the window with the archive open."""

    def __init__(self, path: Path) -> None:
        from PySide6.QtWidgets import QApplication

        from gui.app import share_the_interpreter
        from gui.main_window.window import MainWindow
        from gui.widgets.long_list_view import LongListView
        from storage.settings import Settings

        share_the_interpreter()
        self.application = QApplication.instance() or QApplication(sys.argv[:1])
        self.window = MainWindow(Settings(theme="light"))
        self.window.show()
        self.window.session.open(path)
        self.panel = self.window.annotations_panel
        self.view = self.panel.findChildren(LongListView)[0]
        self.paints = Paints(self.view.viewport())
        self.longest_turn = 0.0

    def turn(self) -> None:
        """Let the window do what waits to be done."""
        before = time.perf_counter()
        self.application.processEvents()
        self.longest_turn = max(self.longest_turn, time.perf_counter() - before)

    def paint(self) -> None:
        """Let the window paint what is there, which it does a turn after that was laid out."""
        painted = self.paints.count
        self.view.viewport().update()
        self.until(lambda: self.paints.count > painted)

    def longest_stand(self) -> float:
        """Return the milliseconds of the longest turn since the last time this was asked for."""
        longest, self.longest_turn = self.longest_turn, 0.0
        return round(longest * 1000, 1)

    def until(self, condition: Callable[[], bool]) -> None:
        """Let the window work until something has come true."""
        end = time.monotonic() + _PATIENCE_SECONDS
        while not condition():
            if time.monotonic() > end:
                raise TimeoutError("the window did not come so far")
            self.turn()

    def settle(self) -> None:
        """Wait until nothing runs in the background."""
        session = self.window.session
        self.until(lambda: not any(lane.busy for lane in (session.jobs, session.readings, session.searches)))
        for _ in range(20):
            self.turn()

    def choose_archive(self) -> None:
        """Show the marks of the whole archive, and wait until cards stand in the panel."""
        from gui.models.annotation_model import VALUE_ROLE
        from gui.widgets.mark_list_head import MarkScope

        document = self.window.tabs.shown

        def is_there() -> bool:
            # The first card of the archive is of its first document, the shown one is the last.
            mark = self.view.model().index(0, 0).data(VALUE_ROLE)
            return mark is not None and mark.document != document

        self.panel.head.choose_scope(MarkScope.ARCHIVE)
        self.until(is_there)
        self.paint()

    def choose_document(self) -> None:
        """Show the marks of the document in front."""
        from gui.widgets.mark_list_head import MarkScope

        self.panel.head.choose_scope(MarkScope.DOCUMENT)
        self.settle()

    def type(self, character: str) -> None:
        """Press a key in the filter, and wait until the list stands filtered and its first card is read and painted."""
        from PySide6.QtTest import QTest

        from gui.models.annotation_model import VALUE_ROLE

        model = self.view.model()
        is_told: list[object] = []
        told = model.modelReset.connect(lambda: is_told.append(True))
        QTest.keyClicks(self.panel.head.filter, character)
        self.until(lambda: bool(is_told) and model.index(0, 0).data(VALUE_ROLE) is not None)
        self.paint()
        model.disconnect(told)

    def type_words(self, words: str, patient: bool = True) -> list[tuple[float, float]]:
        """Type words into the empty filter and return how long each key took; a patient reader waits between keys."""
        self.panel.head.filter.clear()
        keys = []
        for character in words:
            if patient:
                self.settle()
            keys.append(timed(partial(self.type, character)))
        return keys


def in_window(path: Path) -> dict[str, Any]:
    """Open the window on an archive and time the panel of annotations in it."""
    reader = Reader(path)
    reader.settle()
    library = reader.window.session.library
    assert library is not None
    reader.window.tabs.open(library.documents()[-1].id)
    reader.settle()
    opening, opening_stands = [], []
    reader.choose_document()
    reader.longest_stand()
    first = timed(reader.choose_archive)
    at_once = reader.type_words("manila", patient=False)
    cold_stand = reader.longest_stand()
    reader.panel.head.filter.clear()
    reader.settle()
    for _ in range(REPETITIONS):
        reader.choose_document()
        reader.longest_stand()
        opening.append(timed(reader.choose_archive))
        reader.settle()
        opening_stands.append(reader.longest_stand())
    keys = []
    for typed in ("manila", "unite", "fraternal"):
        keys += reader.type_words(typed)
        reader.settle()
    key_stand = reader.longest_stand()
    shown = reader.panel.shown_marks
    reader.window.close()
    return {
        "open_the_first_time": summary([first]),
        "filter_key_before_all_words_are_read": summary(at_once),
        "longest_stand_so_far_ms": cold_stand,
        "open": summary(opening),
        "open_longest_stand_ms": max(opening_stands),
        "filter_key": summary(keys),
        "filter_key_longest_stand_ms": key_stand,
        "shown_for_the_last_word": shown,
    }


def main() -> None:
    """Make the archive, measure, and print the figures as JSON."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bench.liaison"
        make_archive(path, number)
        library = Library.open(path)
        reading = summary([timed(library.mark_columns) for _ in range(REPETITIONS)])
        ids = library.mark_columns().ids
        texts = summary([timed(partial(library.mark_texts, ids)) for _ in range(2)])
        library.close()
        print(
            json.dumps(
                {"annotations": len(ids), "read_columns": reading, "read_texts": texts} | in_window(path), indent=2
            )
        )


if __name__ == "__main__":
    main()
