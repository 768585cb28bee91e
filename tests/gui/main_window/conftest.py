"""The whole window over a real archive, with what a person does to it."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QLabel,
    QListView,
    QMessageBox,
    QPlainTextEdit,
    QTreeView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from gui.crash import CrashDialog
from gui.dialogs.changed_files import ChangedFilesDialog
from gui.main_window.window import MainWindow
from gui.tasks.lane import Lane
from gui.turns import turns
from gui.viewer.document_view import DocumentView
from gui.viewer.text_view import TextView
from storage.domain.annotation import Annotation
from storage.domain.search import Span
from storage.library import Library
from storage.settings import Settings
from tests.conftest import TEXT
from tests.gui.conftest import OTHER_TEXT, part_of

PATIENCE_MILLISECONDS = 60_000
"""How long to wait for what is certain to come; a busy machine takes long to start the processes that read files."""


class Desk:
    """A person at the window: looks at it, clicks in it, types into it."""

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        self.qtbot = qtbot
        self.window = window

    @property
    def library(self) -> Library:
        """Return the archive that is open."""
        assert self.window.session.library is not None
        return self.window.session.library

    @property
    def view(self) -> DocumentView:
        """Return the document in front."""
        assert self.window.tabs.view is not None
        return self.window.tabs.view

    @property
    def text(self) -> str:
        """Return the canonical text of the document in front."""
        assert self.view.version is not None
        return self.view.version.text

    @property
    def text_view(self) -> TextView:
        """Return the text in front."""
        return part_of(self.view, TextView)

    @property
    def marks(self) -> tuple[Annotation, ...]:
        """Return the marks as the archive has them."""
        return self.library.annotations()

    def wait_for(self, condition: Callable[[], object]) -> None:
        """Wait until something has come true."""
        self.qtbot.wait_until(lambda: bool(condition()), timeout=PATIENCE_MILLISECONDS)

    def settle(self) -> None:
        """Wait until nothing runs in the background, nor begins when the events before it are done."""
        while True:
            QTest.qWait(0)
            self.wait_for(self._is_at_rest)
            QTest.qWait(0)
            if self._is_at_rest():
                return

    def _is_at_rest(self) -> bool:
        session = self.window.session
        lanes = session.findChildren(Lane)
        is_working = session.imports.is_running or session.searches.busy or any(lane.busy for lane in lanes)
        return not (is_working or turns().are_waited_for)

    def press(self, keys: str, on: QWidget | None = None) -> None:
        """Press a combination of keys, where the keyboard is unless told otherwise."""
        focus = on or self.window.focusWidget() or self.window
        QTest.keySequence(focus, keys)

    def open(self, title: str) -> DocumentView:
        """Bring the document with a title to the front."""
        document = next(document for document in self.library.documents() if document.title == title)
        view = self.window.tabs.open(document.id)
        assert view is not None
        return view

    def select(self, words: str) -> Span:
        """Select words by dragging the mouse over them."""
        start = self.text.index(words)
        span = Span(start, start + len(words))
        self.view.reveal(span)
        viewport = self.text_view.viewport()
        QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=self.place_of(span.start))
        QTest.mouseMove(viewport, self.place_of(span.end))
        QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=self.place_of(span.end))
        return span

    def place_of(self, offset: int) -> QPoint:
        """Return where the character at an offset begins on the screen."""
        cursor = self.text_view.textCursor()
        cursor.setPosition(self.text_view.positions.position(offset))
        return self.text_view.cursorRect(cursor).center()

    def mark(self, words: str, keys: str = "Ctrl+H") -> Annotation:
        """Select words and highlight them."""
        before = {mark.id for mark in self.marks}
        self.select(words)
        self.press(keys)
        return next(mark for mark in self.marks if mark.id not in before)

    def search(self, query: str) -> None:
        """Type a query into the field above and press Enter."""
        self.press("Ctrl+Shift+F")
        QTest.keyClicks(self.window.search_field, query)
        QTest.keyClick(self.window.search_field, Qt.Key.Key_Return)
        self.settle()

    def choose_node(self, name: str) -> None:
        """Click a row of the tree, opening the rows above it."""
        tree = part_of(self.window.tree_panel, QTreeView)
        # Not by way of the view, which would heed a modifier key that an earlier test has left pressed.
        choice = QItemSelectionModel.SelectionFlag.ClearAndSelect
        tree.selectionModel().setCurrentIndex(find_row(tree, name), choice)
        self.settle()

    def titles(self, panel: QWidget) -> list[str]:
        """Return what a panel's list shows."""
        model = part_of(panel, QListView).model()
        return [model.index(row, 0).data() for row in range(model.rowCount())]


def find_row(tree: QTreeView, name: str) -> QModelIndex:
    """Return the row of a name, fetching level after level."""
    model = tree.model()
    waiting = [QModelIndex()]
    while waiting:
        parent = waiting.pop(0)
        if model.canFetchMore(parent):
            model.fetchMore(parent)
        rows = [model.index(row, 0, parent) for row in range(model.rowCount(parent))]
        for row in rows:
            if row.data() == name:
                return row
        waiting += rows
    raise LookupError(f"there is no row {name!r} in the tree")


@pytest.fixture
def new_window(qtbot: QtBot) -> Callable[[], Desk]:
    """Return a function that opens a window as the program does, its settings apart."""

    def build(settings: Settings | None = None) -> Desk:
        window = MainWindow(settings or Settings(theme="light"))
        qtbot.add_widget(window)
        with qtbot.wait_active(window):
            window.show()
            window.activateWindow()
        return Desk(qtbot, window)

    return build


@pytest.fixture(scope="session")
def made_archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with an archive of two documents, made once and only to be copied."""
    folder = tmp_path_factory.mktemp("archive")
    library = Library.create(folder / "trial.liaison", "Trial")
    for name, text in (("meeting.txt", TEXT), ("greetings.txt", OTHER_TEXT)):
        (folder / name).write_text(text, encoding="utf-8")
        library.import_paths([folder / name])
    library.refresh()
    library.close()
    return folder


@pytest.fixture
def archive(tmp_path: Path, made_archive: Path) -> Path:
    """Return an archive of two documents, closed."""
    for file in made_archive.glob("trial.liaison*"):
        shutil.copy(file, tmp_path)
    return tmp_path / "trial.liaison"


@pytest.fixture
def desk(new_window: Callable[[], Desk], archive: Path) -> Iterator[Desk]:
    """Return a person at a window with the archive of two documents open."""
    made = new_window()
    assert made.window.session.open(archive)
    made.settle()
    yield made
    made.window.close()


@pytest.fixture(autouse=True)
def no_surprises(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Fail the test on dialogs it did not foresee, which would wait for an answer for ever."""
    surprises: list[str] = []

    def note(dialog: QDialog) -> int:
        said = [label.text() for label in dialog.findChildren(QLabel)]
        said += [field.toPlainText() for field in dialog.findChildren(QPlainTextEdit)]
        surprises.append("\n".join([type(dialog).__name__, *said]))
        return 0

    for kind in (CrashDialog, ChangedFilesDialog, QMessageBox):
        monkeypatch.setattr(kind, "exec", note)
    yield
    if surprises:
        pytest.fail("\n\n".join(surprises), pytrace=False)


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the sentences that message boxes would have shown."""
    sentences: list[str] = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: sentences.append(box.text()))
    return sentences


@pytest.fixture
def answer(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Return a function that says what a person does in the next dialogs of a kind."""

    def prepare(kind: type[QDialog], act: Callable[[Any], object]) -> None:
        def execute(dialog: QDialog) -> int:
            act(dialog)
            return dialog.result()

        monkeypatch.setattr(kind, "exec", execute)

    return prepare


@pytest.fixture
def pick(monkeypatch: pytest.MonkeyPatch) -> Callable[[str, object], None]:
    """Return a function that says which file a person picks in a file dialog."""

    def prepare(name: str, path: object) -> None:
        monkeypatch.setattr(QFileDialog, name, lambda *_: (path, ""))

    return prepare
