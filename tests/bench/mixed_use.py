"""Whether the window answers through a quarter of an hour of mixed use: ``python -m tests.bench.mixed_use``.

Files come in behind, one import after the other, while a person types, reads, marks, notes, searches and moves about
in the real window. A beat in its event loop that comes over 50 ms late is a pause that can be felt; each is printed
with what was being done, what the time was spent on, and what the program was seen doing. Changing theme and language
is named apart, since the whole window is made anew by it. Ends with exit code 1 when a beat came later than that for
which the machine itself is not to blame, or when the archive does not hold what the person has done.

A virtual display is best started in the same session, as ``xvfb-run`` does. Linux shares the processors among sessions
first, and a display server alone in its own (kernel 6.18, two processors) waited up to a quarter of a second for one.
"""

import argparse
import itertools
import json
import sys
import tempfile
import time
from collections.abc import Collection, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from storage.domain.ids import AnnotationId, DocumentId
from tests.bench.beating import LONG_MILLISECONDS, Heart, Machine, Pause, pauses_in_words, percentile_99
from tests.bench.import_heartbeat import make_pages
from tests.bench.mixed_actions import EVERYDAY, REBUILDING
from tests.bench.pages import made_report
from tests.bench.person import Kept, Person
from tests.bench.playing import leave_settings_alone, machine_in_words, play, program_with

_FILES_A_MINUTE = 1_500
_FILES_AT_FIRST = 60
_FILES_AT_ONCE = 400
_SECONDS_BETWEEN_IMPORTS = 3.0
_BYTES_OF_A_PAGE = 15_000
_PRINTED_PAGES = 40
_ROUNDS_BETWEEN_REBUILDINGS = 5
_TOLD = 40
_TOLD_OF_REBUILDING = 2


@dataclass(frozen=True, slots=True)
class Beats:
    """How late beats came, in milliseconds; ``late`` of them by over 50, ``blamed`` without the machine's part.

    ``unqueued`` of them are over 50 also without the time that the window's thread, or the display server, waited for a
    processor.
    """

    beats: int
    p99: float
    longest: tuple[float, ...]
    late: int
    blamed: int
    unqueued: int


@dataclass(frozen=True, slots=True)
class Report:
    """What was done and how late the beats came; ``wrong`` says what the archive should hold and does not."""

    minutes: float
    done: dict[str, int]
    imported: int
    importing_seconds: float
    marks: int
    wrong: tuple[str, ...]
    everyday: Beats
    rebuilding: Beats
    pauses: tuple[Pause, ...]
    pauses_of_machine: tuple[float, ...]
    processor_seconds_of_window: float

    @property
    def is_good(self) -> bool:
        """Whether no everyday action was felt, all were done, and the archive holds what came of them."""
        return not self.everyday.blamed and not self.wrong and set(self.done) >= {*EVERYDAY, *REBUILDING}


class _Importing:
    """Begins the next import some seconds after the one before has ended, for as long as there are files."""

    def __init__(self, person: Person, files: list[Path]) -> None:
        self._person = person
        self._batches = [files[start : start + _FILES_AT_ONCE] for start in range(0, len(files), _FILES_AT_ONCE)]
        self._at_rest_since = self._last = time.monotonic() - _SECONDS_BETWEEN_IMPORTS
        self.waits = False
        self.seconds = 0.0

    def go_on(self) -> None:
        """Count the time of the import that runs, or begin the next one."""
        now, is_running = time.monotonic(), self._person.window.session.imports.is_running
        if is_running:
            self.seconds += now - self._last
            self._at_rest_since = now
        elif self._batches and not self.waits and now - self._at_rest_since > _SECONDS_BETWEEN_IMPORTS:
            self._person.window.import_chores.import_paths(self._batches.pop(0))
        self._last = now


def _course(person: Person, heart: Heart, importing: _Importing, seconds: float) -> Iterator[int]:
    """Do every action in a chance order, again and again until the time is up; each at least once."""
    until = time.monotonic() + seconds
    for turn in itertools.count():
        everyday = list(EVERYDAY)
        person.chance.shuffle(everyday)
        rebuilding = REBUILDING if turn % _ROUNDS_BETWEEN_REBUILDINGS == 0 else {}
        for name in (*everyday, *rebuilding):
            if turn and time.monotonic() > until:
                return
            heart.doing = name
            # Another language waits until nothing runs in the background.
            importing.waits = name in REBUILDING
            for pause in {**EVERYDAY, **REBUILDING}[name](person):
                _answer_surprises()
                importing.go_on()
                yield pause
            person.done[name] += 1
        if time.monotonic() > until:
            return


def _answer_surprises() -> None:
    """Fail on a dialog that nobody asked for; it would wait for an answer for ever."""
    from PySide6.QtWidgets import QApplication, QLabel

    dialog = QApplication.activeModalWidget()
    if dialog is not None:
        said = " / ".join(label.text() for label in dialog.findChildren(QLabel) if label.text())
        dialog.close()
        raise AssertionError(f"{type(dialog).__name__} came up: {said}")


def _made_archive(scratch: Path, pages: list[Path]) -> tuple[Path, DocumentId]:
    """Make an archive with the first of the pages and a document that has printed pages; return the latter too."""
    from storage.library import Library

    printed = scratch / "report.pdf"
    printed.write_bytes(made_report(_PRINTED_PAGES))
    library = Library.create(scratch / "mixed.liaison")
    try:
        outcomes = library.import_paths([printed, *pages]).files
        library.refresh()
        document = next(outcome.document for outcome in outcomes if outcome.path == str(printed))
        assert document is not None
        return library.path, document
    finally:
        library.close()


def what_is_wrong(archive: Path, expected: dict[AnnotationId, Kept]) -> Iterator[str]:
    """Tell in which marks the archive differs from what the person has done."""
    from storage.library import Library

    library = Library.open(archive)
    try:
        found = {mark.id: Kept(mark.colour.value, mark.note, mark.tags) for mark in library.annotations()}
    finally:
        library.close()
    for mark in sorted(found.keys() | expected.keys()):
        if found.get(mark) != expected.get(mark):
            yield f"mark {mark} should be {expected.get(mark)}, and is {found.get(mark)}"


def _beats(heart: Heart, doings: Collection[str], pauses: Collection[Pause]) -> Beats:
    late = heart.late(doings)
    noted = [pause for pause in pauses if pause.doing in doings]
    return Beats(
        beats=len(late),
        p99=percentile_99(late),
        longest=tuple(round(pause, 1) for pause in late[:-6:-1]),
        late=sum(pause > LONG_MILLISECONDS for pause in late),
        blamed=sum(pause.blamed > LONG_MILLISECONDS for pause in noted),
        unqueued=sum(pause.unqueued > LONG_MILLISECONDS for pause in noted),
    )


def measure(scratch: Path, files: list[Path], minutes: float, pace: float = 1.0) -> Report:
    """Let a person use the real window for some minutes while files come in; every action is done at least once."""
    first, later = files[:_FILES_AT_FIRST], files[_FILES_AT_FIRST:]
    archive, printed = _made_archive(scratch, first)
    with program_with(archive) as program, Machine() as machine:
        person, heart = Person(program, printed, pace), Heart(is_watched=True)
        importing = _Importing(person, later)
        begun, processor = time.monotonic(), time.thread_time()
        play(_course(person, heart, importing, minutes * 60), heart)
        minutes, processor = (time.monotonic() - begun) / 60, time.thread_time() - processor
        library = program.window.session.library
        assert library is not None
        imported = library.statistics().documents - len(first)
    pauses = sorted(map(machine.beside, heart.pauses), key=lambda pause: -pause.unqueued)
    return Report(
        minutes=minutes,
        done=dict(person.done),
        imported=imported,
        importing_seconds=importing.seconds,
        marks=len(person.marks),
        wrong=tuple(what_is_wrong(archive, person.marks)),
        everyday=_beats(heart, EVERYDAY, pauses),
        rebuilding=_beats(heart, REBUILDING, pauses),
        pauses=tuple(pauses),
        pauses_of_machine=machine.longest(5),
        processor_seconds_of_window=processor,
    )


def as_lines(report: Report) -> Iterator[str]:
    """Yield what was measured for a person to read."""
    done = ", ".join(f"{name} {times}" for name, times in sorted(report.done.items()))
    yield f"{report.minutes:.1f} minutes; done: {done}"
    yield f"{report.imported:,} files came in, in {report.importing_seconds:.0f} s of imports; {report.marks} marks"
    for name, beats in (("everyday", report.everyday), ("theme and language", report.rebuilding)):
        yield (
            f"{name}: {beats.beats:,} beats, p99 {beats.p99:.1f} ms, longest {', '.join(map(str, beats.longest))} ms; "
            f"over {LONG_MILLISECONDS} ms: {beats.late}, without the machine's part {beats.blamed}, "
            f"without waiting for the processor {beats.unqueued}"
        )
    yield f"pauses of the machine: longest {', '.join(map(str, report.pauses_of_machine))} ms"
    yield f"processor time of the window's thread: {report.processor_seconds_of_window:.1f} s"
    yield from report.wrong
    everyday = [pause for pause in report.pauses if pause.doing in EVERYDAY]
    yield from pauses_in_words(everyday[:_TOLD])
    yield from pauses_in_words([pause for pause in report.pauses if pause.doing in REBUILDING][:_TOLD_OF_REBUILDING])


def main(arguments: list[str] | None = None) -> int:
    """Measure, print, and return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.mixed_use", description=__doc__)
    parser.add_argument("--minutes", type=float, default=15.0, help="how long the person works (15)")
    parser.add_argument("--folder", type=Path, help="import this folder's files (nothing said: made-up pages)")
    parser.add_argument("--files", type=int, help="how many pages to make up (1,500 a minute)")
    parser.add_argument("--json", action="store_true", help="print one JSON document")
    wanted = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="liaison-mixed-use-") as name:
        scratch = Path(name)
        leave_settings_alone(scratch)
        folder = wanted.folder or scratch / "pages"
        if not wanted.folder:
            count = wanted.files or round(_FILES_A_MINUTE * wanted.minutes) + _FILES_AT_FIRST
            folder.mkdir()
            make_pages(folder, count, count * _BYTES_OF_A_PAGE / 1e6)
        files = sorted(path for path in folder.rglob("*") if path.is_file())
        report = measure(scratch, files, wanted.minutes)
    if wanted.json:
        print(json.dumps({"machine": machine_in_words(), **asdict(report)}, indent=2))
    else:
        print(machine_in_words(), *as_lines(report), sep="\n")
    return 0 if report.is_good else 1


if __name__ == "__main__":
    sys.exit(main())
