"""Whether the window answers while files come in: ``python -m tests.bench.import_heartbeat [--files N | --folder F]``.

A timer beats every two milliseconds in the event loop of the real window while a folder of HTML files is imported, keys
are typed into the search field and a note is edited every second. A beat that comes late is a pause in which no key
would have been taken. Wanted: no pause over 50 ms, and every edit saved within 100 ms. What the machine itself is late
by is told by a process that does nothing but beat meanwhile. The display is the present one, else Qt's offscreen one.
"""

import argparse
import html
import json
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from tests.bench.beating import LONG_MILLISECONDS, Heart, Machine, Pause, pauses_in_words, percentile_99
from tests.bench.playing import leave_settings_alone, machine_in_words, play, press, program_with

if TYPE_CHECKING:
    from gui.main_window.window import MainWindow

_BETWEEN_KEYS = 70
_KEYS_BETWEEN_EDITS = 14
_LONGEST_SECONDS = 900
_TOLD = 6
_WORDS = "peace talks between the parties of the world "


@dataclass(frozen=True, slots=True)
class Report:
    """What was found: pauses of the event loop and times of edits in milliseconds, ``late`` beats by over 50 ms.

    ``pauses_of_machine`` are the longest of a process that did nothing else at the same time.
    """

    files: int
    seconds: float
    files_per_second: float
    beats: int
    pause_p99: float
    pauses_longest: tuple[float, ...]
    pauses_of_machine: tuple[float, ...]
    late: int
    edits: int
    edit_median: float
    edit_longest: float
    processor_seconds_of_window: float
    pauses: tuple[Pause, ...]


def make_pages(folder: Path, files: int, megabytes: float) -> None:
    """Write made-up texts as HTML pages with a title, a date and navigation around them."""
    from tests.bench.corpora import make_corpus

    for number, (title, text) in enumerate(make_corpus(files, megabytes), 1):
        paragraphs = "\n".join(f"<p>{html.escape(line)}</p>" for line in text.splitlines())
        place = folder / f"volume-{number // 500:02}"
        place.mkdir(exist_ok=True)
        (place / f"{number:06}.html").write_text(
            f"<!doctype html><html lang='en'><head><meta charset='utf-8'><title>{html.escape(title)}</title>"
            f"<meta name='date' content='1971-02-{number % 28 + 1:02}'></head><body><nav><a href='/'>Home</a>"
            f"<a href='/all'>All documents</a></nav><article><h1>{html.escape(title)}</h1>{paragraphs}"
            "<p>The Communist Party of China and the Workers' Party of Korea met in Moscow.</p></article>"
            "<footer>Printed in many copies</footer></body></html>",
            encoding="utf-8",
        )


def _person(window: "MainWindow", edits: list[float]) -> Iterator[int]:
    """Type into the search field and edit a note every second, until the import has ended; yield the pauses."""
    from storage.edits import ChangeAnnotations

    library = window.session.library
    assert library is not None
    until, keys = time.monotonic() + _LONGEST_SECONDS, 0
    window.search_field.setFocus()
    while window.session.imports.is_running and time.monotonic() < until:
        if keys % len(_WORDS) == 0:
            window.search_field.clear()
        press(window.search_field, 0, _WORDS[keys % len(_WORDS)])
        keys += 1
        if keys % _KEYS_BETWEEN_EDITS == 0:
            (mark,) = library.annotations()
            begun = time.perf_counter()
            window.session.edit(ChangeAnnotations((replace(mark, note=f"Edited {keys} times."),), "edit note of"))
            edits.append((time.perf_counter() - begun) * 1000)
        yield _BETWEEN_KEYS


def _play(window: "MainWindow", folder: Path) -> Report:
    """Import a folder in the window while a person works in it."""
    heart, edits = Heart(is_watched=True), []
    ended: list[int] = []
    window.session.imported.connect(lambda report: ended.append(len(report.files)))
    with Machine() as machine:
        begun, processor = time.perf_counter(), time.thread_time()
        window.import_chores.import_paths([folder])
        play(_person(window, edits), heart)
    seconds, late, saved = time.perf_counter() - begun, heart.late(), sorted(edits)
    return Report(
        files=sum(ended),
        seconds=seconds,
        files_per_second=sum(ended) / seconds,
        beats=len(late),
        pause_p99=percentile_99(late),
        pauses_longest=tuple(round(pause, 1) for pause in late[:-6:-1]),
        pauses_of_machine=machine.longest(5),
        late=sum(pause > LONG_MILLISECONDS for pause in late),
        edits=len(saved),
        edit_median=saved[len(saved) // 2] if saved else 0.0,
        edit_longest=saved[-1] if saved else 0.0,
        processor_seconds_of_window=time.thread_time() - processor,
        pauses=tuple(sorted(map(machine.beside, heart.pauses), key=lambda pause: -pause.blamed)),
    )


def archive_with_a_note(scratch: Path) -> Path:
    """Make an archive of one document with one mark in it."""
    from storage.edits import AddAnnotations
    from storage.library import Library

    first = scratch / "first.txt"
    first.write_text("First\n\nA text with a note, open while others come in.", encoding="utf-8")
    library = Library.create(scratch / "made-up.liaison")
    (outcome,) = library.import_paths([first]).files
    assert outcome.document is not None
    library.apply(AddAnnotations((library.new_annotation(outcome.document, 0, 5),)))
    library.close()
    return library.path


def measure(folder: Path, scratch: Path) -> Report:
    """Import a folder into a new archive with one document and one note, in the real window."""
    with program_with(archive_with_a_note(scratch)) as program:
        return _play(program.window, folder)


def as_lines(report: Report) -> Iterator[str]:
    """Yield what was measured for a person to read."""
    yield f"{report.files:,} files in {report.seconds:.1f} s, {report.files_per_second:.0f} a second"
    longest = ", ".join(map(str, report.pauses_longest))
    yield f"pauses of the event loop: longest {longest} ms; p99 {report.pause_p99:.1f} ms; over 50 ms: {report.late}"
    yield f"pauses of the machine: longest {', '.join(map(str, report.pauses_of_machine))} ms"
    yield f"edits saved: {report.edits}, median {report.edit_median:.1f} ms, longest {report.edit_longest:.1f} ms"
    yield f"processor time of the window's thread: {report.processor_seconds_of_window:.1f} s"
    yield from pauses_in_words(report.pauses[:_TOLD])


def main(arguments: list[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.import_heartbeat", description=__doc__)
    parser.add_argument("--folder", type=Path, help="import this folder (nothing said: made-up pages)")
    parser.add_argument("--files", type=int, default=2_000, help="how many pages to make up (2,000)")
    parser.add_argument("--megabytes", type=float, default=30.0, help="how long their texts are in all (30)")
    parser.add_argument("--json", action="store_true", help="print one JSON document")
    wanted = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="liaison-heartbeat-") as name:
        scratch = Path(name)
        leave_settings_alone(scratch)
        pages = wanted.folder or scratch / "pages"
        if not wanted.folder:
            pages.mkdir()
            make_pages(pages, wanted.files, wanted.megabytes)
        report = measure(pages, scratch)
    if wanted.json:
        print(json.dumps({"machine": machine_in_words(), **asdict(report)}, indent=2))
    else:
        print(machine_in_words(), *as_lines(report), sep="\n")


if __name__ == "__main__":
    sys.exit(main())
