"""What the Help menu shows and writes: the guide, what is new, a report on a problem."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QFileDialog

from gui import messages

if TYPE_CHECKING:
    from gui.main_window.window import MainWindow


class HelpChores(QObject):
    """Helps the reader along, for the window's menus."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window

    @Slot()
    def show_guide(self) -> None:
        """Show the guide beside the window."""
        #: The file of the guide in this language, in resources/guide.
        self._show_page(self.tr("en.md"), self.tr("User guide"))

    @Slot()
    def show_news(self) -> None:
        """Show what is new in this version."""
        #: The file with what is new in this language, in resources/guide.
        self._show_page(self.tr("news.en.md"), self.tr("What is new"))

    def _show_page(self, name: str, title: str) -> None:
        from gui.dialogs.guide import GuideDialog, guide_page

        dialog = GuideDialog(guide_page(name), title, self._window)
        dialog.finished.connect(dialog.deleteLater)
        dialog.show()

    @Slot()
    def report_problem(self) -> None:
        """Write a report for somebody who mends the program; it is never sent."""
        from gui.problem_report import problem_report

        name, _ = QFileDialog.getSaveFileName(
            self._window,
            self.tr("Write a report on a problem"),
            str(Path.home() / "Liaison report.txt"),
            self.tr("Text (*.txt)"),
        )
        if not name:
            return
        try:
            Path(name).write_text(problem_report(self._window.session.library), encoding="utf-8")
        except OSError as error:
            reason = error.strerror or str(error)
            messages.show_problem(
                self._window,
                self.tr("%1 could not be written: %2. Choose another folder.")
                .replace("%1", name)
                .replace("%2", reason),
            )
            return
        self._window.status.note(self.tr("Wrote %1. Nothing was sent.").replace("%1", name))
