"""A session that uses every feature: ``python -m tests.whole_session FOLDER``.

Every sub-command is run, every action of the window's table triggered while it can be done, and what has no action of
its own is used too: pages, reviews, menus over rows, decisions. tests/test_privacy.py watches it and checks that
nothing is left out. Dialogs open as they do for a reader, and are answered with their main button.
"""

import socket
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from tests.storage.importers.made_files import pdf

_PATIENCE = 120
_PAGE = (
    "<html><head><link rel=stylesheet href=http://192.0.2.1/a.css></head><body><p>Cuba wrote to the Communist Party"
    " of China.</p><p>Georgia wrote.<img src=http://192.0.2.1/a.png></p></body></html>"
)
_LIST = (
    "country,partyfacts_id,technical,name_short,name,name_english,name_other,year_first,year_last\n"
    "PHL,90001,,MFL,Manila Friends,Manila Friends League,,1961,1970\n"
)
_SAMPLE = Path(__file__).resolve().parent.parent / "resources" / "sample"

COMMANDS: tuple[tuple[str, ...], ...] = (
    ("new", "a.liaison"), ("import", "a.liaison", str(_SAMPLE), "page.html", "printed.pdf"), ("documents", "a.liaison"),
    ("show", "a.liaison", "1", "--mentions"), ("tree", "a.liaison"),
    ("search", "a.liaison", "Cuba OR party", "--explain"),
    ("annotate", "a.liaison", "1", "--start", "0", "--end", "9", "--note", "n", "--tag", "t"),
    ("annotations", "a.liaison"), ("review", "a.liaison"),
    *(("export", "a.liaison", "--format", kind, "--output", f"notes.{kind}")
      for kind in ("markdown", "html", "csv", "xlsx", "jsonld")),
    ("import-notes", "a.liaison", "notes.jsonld"), ("import-authority", "a.liaison", "parties.csv"),
    ("update-authority", "a.liaison"), ("reindex", "a.liaison"), ("check", "a.liaison", "--repair"),
    ("backup", "a.liaison"), ("restore", "a.liaison"), ("salvage", "a.liaison", "saved.liaison"),
)  # fmt: skip

ACTIONS = (
    "show_about", "show_news", "show_guide", "show_shortcuts", "report_problem", "open_settings", "try_sample",
    "new_archive", "close_archive", "open_archive", "import_files", "import_folder", "show_import", "import_notes",
    "search_everywhere", "next_hit", "previous_hit", "mark_hit", "mark_all_hits", "undo", "redo",
    "find_in_document", "copy_text", "mark_yellow", "mark_green", "mark_rose", "mark_blue", "edit_note",
    "note_document", "note_entity", "name_colours", "next_mark", "previous_mark", "show_trash",
    "zoom_in", "zoom_out", "zoom_reset", "reset_panels", "go_to_place", "next_tab", "move_across", "go_back",
    "go_forward", "next_panel", "previous_panel", "show_commands", "export_notes", "check_sources", "review_marks",
    "review_mentions",
    "import_authority_list", "take_in_authority_file", "read_again", "check_archive",
    "rebuild_index", "back_up", "back_up_now", "restore_backup", "salvage_archive", "close_tab", "quit_program",
)  # fmt: skip
"""The actions in the order in which they are triggered."""


def use_commands(folder: Path) -> None:
    """Run every sub-command."""
    from click.testing import CliRunner

    from storage.command_line.commands import main as sub_commands

    for name, *arguments in COMMANDS:
        places = [str(folder / word) if "." in word and not Path(word).is_absolute() else word for word in arguments]
        result = CliRunner().invoke(sub_commands, [name, *places], catch_exceptions=False)
        assert result.exit_code == 0, (name, arguments, result.output)


class Reader:
    """Somebody at the window who answers whatever it asks."""

    def __init__(self, folder: Path) -> None:
        from PySide6.QtCore import QTimer
        from PySide6.QtWidgets import QApplication

        from gui.main_window.window import MainWindow
        from storage.settings import Settings

        self.folder = folder
        self.application = QApplication.instance() or QApplication([])
        self.dialogs: list[str] = []
        self._answered: list[int] = []
        self._eyes = QTimer(interval=20)
        self._eyes.timeout.connect(self._answer)
        self._eyes.start()
        self._pick_files()
        self.window = MainWindow(Settings())
        self.window.show()

    def _pick_files(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        picks: dict[str, object] = {"getExistingDirectory": str(self.folder / "more")}
        picks["getOpenFileNames"] = ([str(self.folder / "page.html")], "")
        for name, pick in picks.items():
            setattr(QFileDialog, name, staticmethod(partial(_given, pick)))
        for name in ("getOpenFileName", "getSaveFileName"):
            setattr(QFileDialog, name, staticmethod(partial(self._name_file, name)))

    def _name_file(self, which: str, _parent: object, _title: str, _place: str, kinds: str) -> tuple[str, str]:
        """Name the file that was made for a question, told by what kinds of files it is about."""
        if which == "getSaveFileName":
            self._saved = getattr(self, "_saved", 0) + 1
            ending = kinds.rsplit("*", 1)[-1].rstrip(") ")
            return str(self.folder / f"written {self._saved}{ending}"), ""
        files = {"jsonld": "notes.jsonld", "csv": "parties.csv"}
        name = next((file for ending, file in files.items() if ending in kinds), "a.liaison")
        return str(self.folder / name), ""

    def _answer(self) -> None:
        """Answer the dialog in front: once with its main button, then by leaving it."""
        from PySide6.QtWidgets import QApplication, QDialog, QInputDialog, QMessageBox, QPushButton

        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QDialog):
            return
        kind = type(dialog).__name__
        if kind == "CrashDialog":
            raise SystemExit("a mistake of the program was met")
        self.dialogs.append(f"{kind}: {dialog.text()}" if isinstance(dialog, QMessageBox) else kind)
        main = [one for one in dialog.findChildren(QPushButton) if one.property("primary") and one.isEnabled()]
        if isinstance(dialog, QInputDialog):
            dialog.setTextValue("1")
            dialog.accept()
        elif main and id(dialog) not in self._answered:
            self._answered.append(id(dialog))
            main[0].click()
        else:
            dialog.reject()

    def settle(self) -> None:
        """Wait until nothing runs in the background."""
        from gui.tasks.lane import Lane
        from gui.turns import turns

        session = self.window.session
        _let_pass(30)
        self.wait_for(
            lambda: (
                not (
                    session.imports.is_running
                    or session.searches.busy
                    or any(lane.busy for lane in session.findChildren(Lane))
                    or turns().are_waited_for
                )
            )
        )

    def wait_for(self, condition: Callable[[], bool]) -> None:
        """Wait until something has come true."""
        until = time.monotonic() + _PATIENCE
        while not condition():
            assert time.monotonic() < until, "it takes too long"
            _let_pass(20)

    def leave(self) -> None:
        """Take the window away, and what was copied: without a screen Qt lets go of that after Python has ended."""
        import shiboken6
        from PySide6.QtGui import QGuiApplication

        self._eyes.stop()
        self.window.close()
        shiboken6.delete(self.window)
        QGuiApplication.clipboard().clear()

    def trigger(self, identity: str) -> None:
        """Do what an action does; it has to be possible now."""
        action = self.window.actions_by_id[identity]
        assert action.isEnabled(), f"{identity} cannot be triggered"
        action.trigger()
        self.settle()

    def open(self, words: str) -> Any:
        """Bring the document whose title holds words to the front."""
        library = self.window.session.library
        assert library is not None
        view = self.window.tabs.open(next(row.id for row in library.document_rows() if words in row.title))
        self.settle()
        return view

    def select(self, start: int, end: int) -> None:
        """Select words of the document in front."""
        from storage.domain.search import Span

        view = self.window.tabs.view
        assert view is not None
        view.pane.text_view.select(Span(start, end))


def _let_pass(milliseconds: int) -> None:
    """Let events be handled for so long; not by QTest.qWait, which keeps every other thread from running Python."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def _given(pick: object, *_: object) -> object:
    return pick


def _search(reader: Reader) -> None:
    reader.window.search_field.set_query("party")
    reader.settle()


def _select(reader: Reader) -> None:
    reader.open("page")
    view = reader.window.tabs.view
    assert view is not None
    _Selected.place += 2
    reader.select(_Selected.place, _Selected.place + 1)


class _Selected:
    """Where words were selected last; marks are made beside each other."""

    place = 0


def _change_a_file(reader: Reader) -> None:
    """Let a file change that has a mark, so that there is something to check and to review."""
    (reader.folder / "page.html").write_text(_PAGE.replace("wrote to", "telephoned with"), encoding="utf-8")


def _choose_row(reader: Reader) -> None:
    from PySide6.QtWidgets import QTreeView

    tree = reader.window.tree_panel.findChildren(QTreeView)[0]
    tree.setCurrentIndex(tree.model().index(0, 0))
    reader.settle()


def _open_two(reader: Reader) -> None:
    reader.open("page")
    library = reader.window.session.library
    assert library is not None
    reader.window.tabs.open(library.document_rows()[0].id)
    reader.settle()


BEFORE: dict[str, Callable[[Reader], None]] = {
    "next_hit": _search, "mark_hit": _search, "find_in_document": _open_two, "copy_text": _select,
    "mark_yellow": _select, "mark_green": _select, "mark_rose": _select, "mark_blue": _select, "edit_note": _select,
    "note_entity": _choose_row, "next_mark": _select, "next_tab": _open_two, "go_back": _open_two,
    "check_sources": _change_a_file, "read_again": _select, "close_tab": _open_two,
}  # fmt: skip


def use_window(folder: Path) -> list[str]:
    """Trigger every action, and use what has none; return the dialogs that were answered."""
    reader = Reader(folder)
    for identity in ACTIONS:
        BEFORE.get(identity, Reader.settle)(reader)
        reader.trigger(identity)
        if identity == "review_marks":
            go_through_marks(reader)
        if identity == "review_mentions":
            use_panels(reader)
    reader.leave()
    return reader.dialogs


def go_through_marks(reader: Reader) -> None:
    """Accept the place proposed for a mark in doubt; there is one, since a file has changed."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    library, panel = reader.window.session.library, reader.window.review_panel
    assert library is not None
    assert panel.isVisible()
    assert library.marks_to_review()
    QTest.keyClick(reader.window.focusWidget() or panel, Qt.Key.Key_Return)
    reader.settle()


def use_panels(reader: Reader) -> None:
    """Use what no action of the table stands for: pages, menus over rows, decisions, the card, all hits as lines."""
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QTreeView

    from gui.viewer.page_view import PageView
    from gui.viewer.wishes import Mode
    from storage.domain.mention import DecisionWish, Reach, Verdict

    window = reader.window
    view = reader.open("printed")
    view.pane.head.choose(Mode.PAGES)
    reader.wait_for(lambda: any(pages.isVisible() for pages in view.findChildren(PageView)))
    view.pane.head.choose(Mode.OUTLINE)
    library = window.session.library
    assert library is not None
    mention = next(mention for row in library.document_rows() for mention in library.mentions(row.id))
    window.entity_panel.show_mention(mention)
    reader.settle()
    window.entity_panel.decision_requested.emit(DecisionWish(mention, Verdict.ACCEPT, next(iter(Reach)), None))
    reader.settle()
    for panel in (window.tree_panel, window.tags_panel):
        tree = panel.findChildren(QTreeView)[0]
        tree.setCurrentIndex(tree.model().index(0, 0))
        reader.settle()
        for action in panel.menu.build().actions():
            if isinstance(action, QAction) and action.isEnabled() and not action.isSeparator():
                action.trigger()
                reader.settle()
    _search(reader)
    window.import_chores.save_log()
    reader.settle()


def make_files(folder: Path) -> None:
    """Write the files that the session reads."""
    (folder / "more").mkdir(exist_ok=True)
    (folder / "page.html").write_text(_PAGE, encoding="utf-8")
    (folder / "more" / "page two.html").write_text(_PAGE.replace("Cuba", "France"), encoding="utf-8")
    (folder / "printed.pdf").write_bytes(
        pdf([[(72, 700, 20, "The first printed words"), (72, 660, 11, "about Cuba.")]])
    )
    (folder / "parties.csv").write_text(_LIST, encoding="utf-8")


def open_sockets() -> None:
    """Open what whoever watches must notice: a socket of Python, of a library in a thread, and of a worker process."""
    import ctypes
    import multiprocessing
    import threading

    socket.socket(socket.AF_INET, socket.SOCK_STREAM).close()
    native = threading.Thread(target=ctypes.CDLL(None).socket, args=(int(socket.AF_INET6), int(socket.SOCK_DGRAM), 0))
    native.start()
    native.join()
    with multiprocessing.get_context("spawn").Pool(1) as worker:
        worker.apply(_open_one)


def _open_one() -> None:
    socket.socket(socket.AF_INET, socket.SOCK_DGRAM).close()


def main() -> None:
    """Use everything; or, when the second argument is ``sockets``, open some to be noticed."""
    folder = Path(sys.argv[1])
    if sys.argv[2:] == ["sockets"]:
        open_sockets()
    else:
        make_files(folder)
        use_commands(folder)
        print("\n".join(use_window(folder)))
    print("done")


if __name__ == "__main__":
    main()
