"""How long the window cannot answer: ``python -m tests.bench.heartbeat [--archive F] [--scenes typing …] [--json]``.

A timer beats every few milliseconds in the event loop of the real window while a scene is played by key and mouse; a
beat that comes late is a pause in which no key would have been taken. What a scene waits for is waited for in the loop.
Without an archive one of made-up texts is built first. The display is the present one, else Qt's offscreen one.

A new scene is a generator that does one thing after the other at a ``Stage`` and yields the milliseconds until the
next; it goes into ``SCENES``.
"""

import argparse
import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tests.bench.beating import Heart, percentile_99
from tests.bench.playing import leave_settings_alone, machine_in_words, play, press, program_with

if TYPE_CHECKING:
    from gui.main_window.window import MainWindow

_BETWEEN_KEYS = 70
_KEYS = 100
_LONGEST_WAIT_SECONDS = 300


@dataclass(frozen=True, slots=True)
class Pauses:
    """How late the beats of a scene came, in milliseconds, and how much was done in which time."""

    scene: str
    beats: int
    median: float
    p99: float
    longest: float
    seconds: float


class Stage:
    """The window with an archive, and what a scene does with it."""

    def __init__(self, window: "MainWindow") -> None:
        self.window = window
        library = window.session.library
        assert library is not None
        documents = library.documents()
        self.words = " ".join(library.text(documents[len(documents) // 2].id).text.split())

    def until_quiet(self) -> Iterator[int]:
        """Wait until nothing runs in the background any more."""
        session = self.window.session
        until = time.monotonic() + _LONGEST_WAIT_SECONDS
        yield 100
        while (session.searches.busy or session.jobs.busy) and time.monotonic() < until:
            yield 20


Scene = Callable[[Stage], Iterator[int]]


def typing(stage: Stage) -> Iterator[int]:
    """Type 100 keys of a document's own words into the search field, and take the last ones back."""
    from PySide6.QtCore import Qt

    stage.window.search_field.setFocus()
    for character in stage.words[: _KEYS - 10]:
        press(stage.window.search_field, 0, character)
        yield _BETWEEN_KEYS
    for _ in range(10):
        press(stage.window.search_field, Qt.Key.Key_Backspace)
        yield _BETWEEN_KEYS
    yield from stage.until_quiet()


def all_hits(stage: Stage) -> Iterator[int]:
    """List every hit of a common word and scroll through the lines while they come."""
    from gui.widgets.concordance_view import ConcordanceView

    stage.window.search_field.set_query("the")
    yield from stage.until_quiet()
    stage.window.search_panel.show_view(1)
    bar = stage.window.concordance_panel.findChildren(ConcordanceView)[0].verticalScrollBar()
    waiting = stage.until_quiet()
    for _ in waiting:
        bar.setValue(bar.value() + bar.pageStep())
        yield 20
    for part in range(200):
        bar.setValue(bar.maximum() * part // 200)
        yield 5
    stage.window.search_panel.show_view(0)


def walking(stage: Stage) -> Iterator[int]:
    """Go from hit to hit and on into further documents, 60 times."""
    stage.window.search_field.set_query("of")
    yield from stage.until_quiet()
    for _ in range(60):
        stage.window.search_panel.next_hit()
        yield 50
    yield from stage.until_quiet()


def scrolling(stage: Stage) -> Iterator[int]:
    """Scroll the list of passages to its end again and again, where the next documents are fetched."""
    from gui.widgets.choosing_view import ChoosingListView

    stage.window.search_field.set_query("in")
    yield from stage.until_quiet()
    bar = stage.window.search_panel.findChildren(ChoosingListView)[0].verticalScrollBar()
    for _ in range(20):
        bar.setValue(bar.maximum())
        yield 100
    yield from stage.until_quiet()


SCENES: dict[str, Scene] = {"typing": typing, "walking": walking, "scrolling": scrolling, "all-hits": all_hits}


def pauses_of(name: str, stage: Stage) -> Pauses:
    """Play a scene in the event loop and return how late the beats came."""
    heart, begun = Heart(), time.perf_counter()
    play(SCENES[name](stage), heart)
    late = heart.late()
    return Pauses(
        name, len(late), statistics.median(late), percentile_99(late), late[-1], time.perf_counter() - begun
    )  # fmt: skip


def make_archive(folder: Path, documents: int, megabytes: float) -> Path:
    """Build an archive of made-up texts."""
    from storage.library import Library
    from tests.bench.corpora import make_corpus

    texts = folder / "texts"
    texts.mkdir()
    for number, (title, text) in enumerate(make_corpus(documents, megabytes), 1):
        (texts / f"{number:06}.txt").write_text(f"{title}\n\n{text}", encoding="utf-8")
    library = Library.create(folder / "made-up.liaison")
    try:
        library.import_paths([texts])
        library.refresh()
        return library.path
    finally:
        library.close()


def measure(archive: Path, scenes: list[str]) -> list[Pauses]:
    """Open an archive in the real window and play scenes; the reader's settings are left alone."""
    with program_with(archive) as program:
        stage = Stage(program.window)
        return [pauses_of(name, stage) for name in scenes]


def as_lines(pauses: list[Pauses]) -> Iterator[str]:
    """Yield what was measured for a person to read."""
    yield f"{'milliseconds late':16}{'median':>9}{'p99':>9}{'longest':>9}{'beats':>9}{'seconds':>9}"
    for each in pauses:
        yield (f"{each.scene:16}{each.median:9.1f}{each.p99:9.1f}{each.longest:9.1f}{each.beats:9,}{each.seconds:9.1f}")


def main(arguments: list[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.heartbeat", description="Time the window's pauses.")
    parser.add_argument("--archive", type=Path, help="play in this archive (nothing said: one of made-up texts)")
    parser.add_argument("--documents", type=int, default=10_000, help="how many texts to make up (10,000)")
    parser.add_argument("--megabytes", type=float, default=50.0, help="how long they are in all (50)")
    parser.add_argument("--scenes", nargs="+", choices=tuple(SCENES), default=list(SCENES))
    parser.add_argument("--json", action="store_true", help="print one JSON document")
    wanted = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="liaison-heartbeat-") as folder:
        leave_settings_alone(Path(folder))
        archive = wanted.archive or make_archive(Path(folder), wanted.documents, wanted.megabytes)
        pauses = measure(archive, wanted.scenes)
    if wanted.json:
        print(json.dumps({"machine": machine_in_words(), "scenes": [asdict(each) for each in pauses]}, indent=2))
    else:
        print(machine_in_words(), *as_lines(pauses), sep="\n")


if __name__ == "__main__":
    sys.exit(main())
