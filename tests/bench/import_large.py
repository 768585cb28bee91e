"""How long large files take to come in: a text of 20 MB, a PDF of 2,000 pages, a book of 1,000 chapters."""

import os
import random
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from storage.domain.search import SearchRequest
from storage.library import Library
from tests.storage.importers.made_files import epub, pdf

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_NAMES = ["Cuba", "China", "the Communist Party of Vietnam", "Havana", "the United Nations", "France"]
_TEXT_BYTES = 20_000_000
_PAGES = 2_000
_LINES = 40
_CHAPTERS = 1_000


class _Prose:
    """Makes sentences of a made-up language with names in it; the same ones every time."""

    def __init__(self) -> None:
        self._chance = random.Random(20)
        self._words = ["".join(self._chance.choices(_LETTERS, k=self._chance.randint(2, 10))) for _ in range(30_000)]

    def sentence(self) -> str:
        """Return a sentence; one in ten names somebody."""
        words = self._chance.choices(self._words, k=self._chance.randint(5, 14))
        if self._chance.random() < 0.1:
            words[-1] = self._chance.choice(_NAMES)
        return " ".join(words).capitalize() + "."

    def paragraph(self) -> str:
        """Return a paragraph."""
        return " ".join(self.sentence() for _ in range(self._chance.randint(2, 8)))


def _text(prose: _Prose) -> bytes:
    paragraphs, size = [], 0
    while size < _TEXT_BYTES:
        paragraphs.append(prose.paragraph())
        size += len(paragraphs[-1]) + 2
    return "\n\n".join(paragraphs).encode()


def _pdf(prose: _Prose) -> bytes:
    return pdf([[(72, 760 - 17 * line, 10, prose.sentence()) for line in range(_LINES)] for _ in range(_PAGES)])


def _book(prose: _Prose) -> bytes:
    return epub(
        [
            f"<h1>Chapter {number}</h1>" + "".join(f"<p>{prose.paragraph()}</p>" for _ in range(30))
            for number in range(1, _CHAPTERS + 1)
        ]
    )


@dataclass(frozen=True, slots=True)
class Opening:
    """What opening a document took, in seconds: by the clock, and of the processor for its text and for the view."""

    seconds: float
    text: float
    view: float

    def __str__(self) -> str:
        return f"{self.seconds:.2f} s (processor: text {self.text:.2f} s, view {self.view:.2f} s)"


def _open(library: Library) -> Opening:
    """Read the only document of an archive and show it in a document view until it is painted."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from gui.tasks.responsiveness import put_window_first
    from gui.theme import load_theme
    from gui.viewer.appearance import ViewerAppearance
    from gui.viewer.document_view import DocumentView

    application = QApplication.instance() or QApplication([])
    view = DocumentView(ViewerAppearance.from_tokens(load_theme("light").tokens()))
    view.resize(900, 800)
    view.show()
    application.processEvents()
    put_window_first()
    (document,) = library.documents()
    begun, used = time.perf_counter(), time.process_time()
    version = library.text(document.id)
    read = time.process_time()
    view.show_document(document, version)
    view.set_mentions(library.mentions(document.id))
    application.processEvents()
    opening = Opening(time.perf_counter() - begun, read - used, time.process_time() - read)
    view.deleteLater()
    return opening


def import_large() -> None:
    """Make the files, import each into an archive of its own, and print what that and opening it took."""
    prose = _Prose()
    with tempfile.TemporaryDirectory() as place:
        for name, make in (("text.txt", _text), ("pages.pdf", _pdf), ("chapters.epub", _book)):
            path = Path(place, name)
            path.write_bytes(make(prose))
            library = Library.create(Path(place, f"{name}.liaison"))
            begun, used = time.perf_counter(), time.process_time()
            (outcome,) = library.import_paths([path]).files
            seconds, used = time.perf_counter() - begun, time.process_time() - used
            opened = ", ".join(str(_open(library)) for _ in range(3)) if outcome.document else "not"
            version = library.text(library.documents()[0].id) if outcome.document else None
            found = library.search(SearchRequest("Vietnam")).total_passages
            library.close()
            print(
                f"{name}: {path.stat().st_size / 1e6:.1f} MB, {outcome.status} {outcome.reason} in {seconds:.1f} s "
                f"({used:.1f} s of this processor's time), {len(version.text) if version else 0:,} characters, "
                f"{len(version.blocks) if version else 0:,} blocks, {found:,} hits; opened in {opened}"
            )
