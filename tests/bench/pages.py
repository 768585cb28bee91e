"""Times the page view: ``python -m tests.bench.pages [--pages 200] [--marks 2000]``, best under Xvfb.

Times are milliseconds until the window has painted; the first page counts from the moment the pages are asked for until
its picture stands on the screen.
"""

import argparse
import os
import random
import statistics
import time
from collections.abc import Callable
from datetime import UTC, datetime

from storage.domain.annotation import Anchor, Annotation, Colour
from storage.domain.document import Description, Document, DocumentState, TextVersion
from storage.domain.ids import AnnotationId, DocumentId, TextVersionId
from storage.domain.search import Span
from storage.importers.pdf_pages import PdfPages
from storage.importers.registry import extract
from tests.storage.importers.made_files import Placed, pdf

_WORDS = ("the", "parties", "held", "talks", "on", "relations", "between", "countries", "and", "agreed", "to", "visits")


def _page(chance: random.Random, number: int) -> list[Placed]:
    lines: list[Placed] = [(300, 30, 9, str(number))]
    lines += [(60, 740 - 13 * line, 10, " ".join(chance.choice(_WORDS) for _ in range(15))) for line in range(52)]
    return lines


def made_report(pages: int) -> bytes:
    """Make up a PDF of so many printed pages."""
    chance = random.Random(1)
    return pdf([_page(chance, number + 1) for number in range(pages)])


def _marks(chance: random.Random, count: int, length: int) -> tuple[Annotation, ...]:
    now = datetime(2024, 5, 1, tzinfo=UTC)
    starts = sorted(chance.randrange(length - 200) for _ in range(count))
    return tuple(
        Annotation(
            AnnotationId(str(number)), DocumentId(1), TextVersionId(1),
            Anchor(start, start + chance.randrange(5, 200), "", "", ""), now, now, colour=chance.choice(list(Colour)),
        )
        for number, start in enumerate(starts)
    )  # fmt: skip


def main() -> None:
    """Make a PDF, show it, and print how long everything took."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=200)
    parser.add_argument("--marks", type=int, default=2_000)
    wanted = parser.parse_args()
    if not os.environ.get("DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QEventLoop
    from PySide6.QtWidgets import QApplication

    from gui.tasks.responsiveness import put_window_first
    from gui.theme import load_theme
    from gui.viewer.appearance import ViewerAppearance
    from gui.viewer.document_view import DocumentView
    from gui.viewer.page_map import MappedPages

    chance = random.Random(1)
    data = made_report(wanted.pages)
    read = extract(data, "report.pdf")
    version = TextVersion(TextVersionId(1), DocumentId(1), read.text, "", "pdf 1", read.blocks)
    described = Document(DocumentId(1), Description("Report"), version.id, len(read.text), DocumentState.READABLE)
    application = QApplication([])
    put_window_first()
    view = DocumentView(ViewerAppearance.from_tokens(load_theme("light").tokens()))
    view.resize(1100, 900)
    view.show()
    view.show_document(described, version, has_pages=True)
    view.set_annotations(_marks(chance, wanted.marks, len(read.text)))
    application.processEvents()

    begun = time.perf_counter()
    view.show_pages(MappedPages(PdfPages(data), version))
    assert view.pane.page_area is not None
    pages = view.pane.page_area.view
    while pages.loader is None or pages.loader.characters(0) is None or not _is_painted(pages):
        application.processEvents()
    print(f"{wanted.pages} pages, {len(read.text):,} code points, {wanted.marks:,} marks")
    print(f"first page           {(time.perf_counter() - begun) * 1000:8.1f} ms")

    def timed(name: str, steps: int, step: Callable[[], None]) -> None:
        times = []
        for _ in range(steps):
            begun = time.perf_counter()
            step()
            pages.viewport().repaint()
            application.processEvents()
            times.append((time.perf_counter() - begun) * 1000)
        print(f"{name:20} {statistics.median(times):8.1f} ms, longest {max(times):.1f}")

    bar = pages.verticalScrollBar()
    timed("line scroll", 300, lambda: bar.setValue(bar.value() + bar.singleStep()))
    timed("page scroll", 60, lambda: bar.setValue(bar.value() + bar.pageStep()))
    turns: list[float] = []

    def jump() -> None:
        pages.reveal(Span(chance.randrange(len(read.text)), len(read.text)))
        while pages._awaited is not None:
            begun = time.perf_counter()
            application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
            turns.append((time.perf_counter() - begun) * 1000)

    timed("jump to any place", 60, jump)
    print(f"waiting for jumps    at most {max(turns, default=0.0):.1f} ms until something came")
    view.clear()


def _is_painted(pages) -> bool:
    width = max(1, round(pages.pages.sizes[0].width * pages.pages.scale * pages.devicePixelRatioF()))
    picture = pages.loader.picture(0, width)
    return picture is not None and picture.width() == width


if __name__ == "__main__":
    main()
