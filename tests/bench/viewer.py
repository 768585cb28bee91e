"""Times the document view: ``python -m tests.bench.viewer [--megabytes 5 20] [--json]``, best under Xvfb.

Each text is shown in a process of its own, with 5,000 marks, 20,000 mentions and 10,000 hits. Times are milliseconds
from the call until the window has painted; memory is what the process has grown by since the empty window.
"""

import argparse
import json
import os
import random
import re
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from storage.domain.annotation import Anchor, Annotation, Colour
from storage.domain.authority import EntityKind
from storage.domain.document import Block, BlockKind, Description, Document, DocumentState, TextVersion
from storage.domain.ids import AnnotationId, DocumentId, TextVersionId
from storage.domain.mention import Mention
from storage.domain.search import Span

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from gui.viewer.document_view import DocumentView

MARKS, MENTIONS, HITS = 5_000, 20_000, 10_000
_WORDS = re.findall(
    r"\S+",
    "the of party relations international communist work and to in with political meeting delegation visit congress"
    " 政党 交流 São Paulo “quoted” development exchange 😀 country people chairman agreement understanding",
)
_KINDS = (EntityKind.COUNTRY, EntityKind.PARTY, EntityKind.BODY, EntityKind.PERSON)


@dataclass(frozen=True, slots=True)
class Spread:
    """The median and the longest of several times, in milliseconds."""

    median: float
    longest: float


@dataclass(frozen=True, slots=True)
class Finding:
    """How long it took to find words in the whole text, and the longest time without an answer, in milliseconds."""

    whole_text: float
    longest_pause: float


@dataclass(frozen=True, slots=True)
class Result:
    """What was measured with one text."""

    text: str
    code_points: int
    open_to_first_paint: float
    line_scroll: Spread
    page_scroll: Spread
    jump_to_hit: Spread
    add_mark: Spread
    resize: Spread
    find: Finding
    memory_megabytes: float
    memory_of_text_and_values: float


def main() -> None:
    """Measure each text in its own process and print what came out."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--megabytes", type=float, nargs="+", default=[5.0, 20.0])
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--processor-time", action="store_true", help="leave out what other programs took, if busy")
    parser.add_argument("--only", choices=("paragraphs", "one-paragraph"), help=argparse.SUPPRESS)
    wanted = parser.parse_args()
    clock = time.process_time if wanted.processor_time else time.perf_counter
    if wanted.only:
        print(json.dumps(asdict(measure(wanted.megabytes[0], wanted.only, clock))))
        return
    cases = [(size, "paragraphs") for size in wanted.megabytes] + [(min(wanted.megabytes), "one-paragraph")]
    results = [_in_own_process(size, kind, processor_time=wanted.processor_time) for size, kind in cases]
    if wanted.json:
        print(json.dumps({"results": results}, indent=2))
    else:
        for result in results:
            _print(result)


def _in_own_process(megabytes: float, kind: str, *, processor_time: bool) -> dict[str, object]:
    command = [sys.executable, "-m", "tests.bench.viewer", "--megabytes", str(megabytes), "--only", kind]
    command += ["--processor-time"] if processor_time else []
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    return json.loads(done.stdout)


def _print(result: dict[str, object]) -> None:
    for name, value in result.items():
        if isinstance(value, dict):
            shown = ", ".join(f"{part.replace('_', ' ')} {time:.1f} ms" for part, time in value.items())
        elif isinstance(value, float):
            shown = f"{value:.1f} {'MB' if name.startswith('memory') else 'ms'}"
        else:
            shown = f"{value:,}" if isinstance(value, int) else str(value)
        print(f"{name.replace('_', ' '):>28}  {shown}")
    print()


def measure(megabytes: float, kind: str, clock: Callable[[], float]) -> Result:
    """Show a text and time what a reader does with it."""
    if not os.environ.get("DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from gui.theme import load_theme
    from gui.viewer.appearance import ViewerAppearance
    from gui.viewer.document_view import DocumentView

    application = QApplication([])
    view = DocumentView(ViewerAppearance.from_tokens(load_theme("light").tokens()))
    view.resize(900, 800)
    view.show()
    application.processEvents()
    empty = _resident()
    chance = random.Random(1)
    text, version = _text(megabytes, kind, chance)
    values = _Values.make(version, chance)
    prepared = _resident()
    run = _Run(application, view, chance, clock)
    opened = run.time(lambda: _open(view, version, values))
    run.settle()
    return Result(
        text=f"{megabytes:g} MB, {kind}",
        code_points=len(text),
        open_to_first_paint=opened,
        line_scroll=run.line_scrolls(),
        page_scroll=run.page_scrolls(),
        jump_to_hit=run.jumps(),
        add_mark=run.marks(values.marks),
        resize=run.resizes(),
        find=run.find(),
        memory_megabytes=_resident() - empty,
        memory_of_text_and_values=prepared - empty,
    )


def _text(megabytes: float, kind: str, chance: random.Random) -> tuple[str, TextVersion]:
    paragraphs = [" ".join(chance.choices(_WORDS, k=chance.randint(20, 180))) for _ in range(400)]
    joint = "\n\n" if kind == "paragraphs" else " "
    parts: list[str] = []
    size = 0
    while size < megabytes * 1_000_000:
        parts.append(chance.choice(paragraphs))
        size += len(parts[-1].encode()) + len(joint)
    text = joint.join(parts)
    blocks: list[Block] = []
    start = 0
    for number, part in enumerate(parts if kind == "paragraphs" else [text], 1):
        kind_of_block = BlockKind.HEADING if number % 20 == 0 else BlockKind.PARAGRAPH
        blocks.append(Block(kind_of_block, start, start + len(part), number, 2))
        start += len(part) + len(joint)
    return text, TextVersion(TextVersionId(1), DocumentId(1), text, "", "", tuple(blocks))


@dataclass(frozen=True, slots=True)
class _Values:
    marks: tuple[Annotation, ...]
    mentions: tuple[Mention, ...]
    hits: tuple[Span, ...]

    @classmethod
    def make(cls, version: TextVersion, chance: random.Random) -> "_Values":
        length = len(version.text)
        starts = sorted(chance.sample(range(length - 50), HITS))
        return cls(
            tuple(_mark(number, chance.randrange(length - 500), chance) for number in range(MARKS)),
            tuple(_mention(chance.randrange(length - 50), chance) for _ in range(MENTIONS)),
            tuple(Span(start, start + 9) for start in starts),
        )


def _mark(number: int, start: int, chance: random.Random) -> Annotation:
    now = datetime(2024, 5, 1, tzinfo=UTC)
    anchor = Anchor(start, start + chance.randint(20, 400), "", "", "")
    colour = chance.choice(list(Colour))
    return Annotation(AnnotationId(str(number)), DocumentId(1), TextVersionId(1), anchor, now, now, colour=colour)


def _mention(start: int, chance: random.Random) -> Mention:
    return Mention(DocumentId(1), start, start + chance.randint(5, 40), None, "", chance.choice(_KINDS))


def _open(view: "DocumentView", version: TextVersion, values: _Values) -> None:
    state = DocumentState.READABLE
    view.show_document(
        Document(DocumentId(1), Description("A long text"), version.id, len(version.text), state), version
    )
    view.set_mentions(values.mentions)
    view.set_hits(values.hits, 0)
    view.set_annotations(values.marks)


class _Run:
    """Does what a reader does and takes the time until the window has painted."""

    def __init__(
        self, application: "QApplication", view: "DocumentView", chance: random.Random, clock: Callable[[], float]
    ) -> None:
        self._application, self._view, self._chance, self._clock = application, view, chance, clock
        self._bar = view.pane.text_view.verticalScrollBar()

    def time(self, act: Callable[[], object]) -> float:
        start = self._clock()
        act()
        self._application.processEvents()
        return (self._clock() - start) * 1000

    def _spread(self, act: Callable[[int], object], times: int) -> Spread:
        taken = [self.time(lambda number=number: act(number)) for number in range(times)]
        return Spread(statistics.median(taken), max(taken))

    def settle(self) -> None:
        """Wait until the number of lines has been estimated, and go into the midst of the text."""
        while self._view.pane.text_view.filling.is_active:
            self._application.processEvents()
        self._bar.setValue(self._bar.maximum() // 3)
        self._application.processEvents()

    def line_scrolls(self) -> Spread:
        return self._spread(lambda _: self._bar.setValue(self._bar.value() + 1), 300)

    def page_scrolls(self) -> Spread:
        return self._spread(lambda _: self._bar.setValue(self._bar.value() + self._bar.pageStep()), 100)

    def jumps(self) -> Spread:
        return self._spread(lambda _: self._view.pane.walker.go_to(self._chance.randrange(HITS)), 100)

    def marks(self, marks: tuple[Annotation, ...]) -> Spread:
        where = self._view.visible_span().start
        more = [_mark(MARKS + number, where + number, self._chance) for number in range(30)]
        return self._spread(lambda number: self._view.set_annotations((*marks, *more[:number])), 30)

    def resizes(self) -> Spread:
        return self._spread(lambda number: self._view.resize(900 - number * 11 % 400, 800 - number % 50), 40)

    def find(self) -> Finding:
        """Type words into the find bar; the pauses are how long the window could not answer."""
        pauses: list[float] = []
        finished: list[object] = []
        self._view.pane.walker.run.ended.connect(finished.append)
        self._view.open_find()
        self._view.pane.find_bar.words.setText("PARTY relations")
        while not finished:
            pauses.append(self.time(lambda: None))
        return Finding(sum(pauses), max(pauses))


def _resident() -> float:
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1_000_000


if __name__ == "__main__":
    main()
