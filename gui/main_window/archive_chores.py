"""What the File and Archive menus do."""

import logging
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QFileDialog

from gui import messages
from gui.main_window.import_chores import ARCHIVE_ENDING
from gui.translation import in_words, wording
from gui.widgets.counting import counted
from storage.domain.progress import IsCancelled, ReportProgress
from storage.errors import UserFacingError
from storage.paths import data_folder

if TYPE_CHECKING:
    from gui.main_window.window import MainWindow

_log = logging.getLogger(__name__)
_SAMPLE = "Sample archive.liaison"


class ArchiveChores(QObject):
    """Makes, opens, writes out and looks after archives for the window."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session

    @Slot()
    def new_archive(self) -> None:
        """Ask where a new archive shall lie, and make it."""
        name, _ = QFileDialog.getSaveFileName(
            self._window,
            self.tr("New archive"),
            str(Path.home() / (self.tr("Archive") + ARCHIVE_ENDING)),
            self._file_filter(),
        )
        if name:
            path = Path(name)
            self._session.create(path if path.suffix == ARCHIVE_ENDING else path.with_name(path.name + ARCHIVE_ENDING))

    @Slot()
    def open_archive(self) -> None:
        """Ask which archive to open."""
        name, _ = QFileDialog.getOpenFileName(
            self._window, self.tr("Open archive"), str(Path.home()), self._file_filter()
        )
        if name:
            self._session.open(Path(name))

    def _file_filter(self) -> str:
        return self.tr("Liaison archives (*%1)").replace("%1", ARCHIVE_ENDING)

    @Slot()
    def try_sample(self) -> None:
        """Open the sample archive; it is made on the spot from texts shipped with the program."""
        path = data_folder() / _SAMPLE
        if path.exists():
            self._session.open(path)
            return
        if not self._session.create(path, self.tr("Sample archive")):
            return
        self._session.import_sample()

    @Slot()
    def import_notes(self) -> None:
        """Ask for a file of notes and take them in."""
        name, _ = QFileDialog.getOpenFileName(
            self._window, self.tr("Take in notes"), str(Path.home()), self.tr("Web Annotations (*.jsonld *.json)")
        )
        library = self._session.library
        if not name or library is None:
            return
        try:
            changes, remarks = library.import_annotations(library.read_file(Path(name)))
        except UserFacingError as error:
            messages.show_problem(self._window, str(error))
            return
        self._session.take_outside_changes(changes)
        self._window.status.note(
            counted(len(changes.annotations), self.tr("%1 mark taken in."), self.tr("%1 marks taken in."))
        )
        if remarks:
            messages.show_problem(self._window, "\n\n".join(map(in_words, remarks[:10])))

    @Slot()
    def export_notes(self) -> None:
        """Ask what to export, and write it."""
        from gui.dialogs.export_notes import ExportDialog

        library = self._session.library
        if library is None:
            return
        dialog = ExportDialog(library, self._window.tabs.shown, self._window, self._window.tree_panel.scheme)
        choice = dialog.choose()
        if choice is None:
            return
        try:
            library.write_file(choice.path, library.export_notes(choice.format, choice.filter, wording=wording()))
        except UserFacingError as error:
            messages.show_problem(self._window, str(error))
            return
        self._window.status.note(self.tr("Wrote %1.").replace("%1", str(choice.path)))

    @Slot()
    def close_archive(self) -> None:
        """Close the archive and show the start page."""
        self._session.close()

    @Slot()
    def check_archive(self) -> None:
        """Look both files over in the background and say what was found."""
        library = self._session.library
        if library is None:
            return
        self._window.status.note(self.tr("Checking the archive and its index…"))

        def job(_progress: ReportProgress, _is_cancelled: IsCancelled) -> Any:
            return library.check(repair=library.read_only is None)

        self._session.start(job, self._tell_check)

    def _tell_check(self, report: Any) -> None:
        if report.problems or report.repaired:
            messages.show_problem(self._window, "\n".join(map(in_words, (*report.problems, *report.repaired))))
        else:
            self._window.status.note(self.tr("The archive and its index are sound."))

    @Slot()
    def rebuild_index(self) -> None:
        """Make the index anew in the background."""
        library = self._session.library
        if library is not None:
            self._session.start(library.reindex, self._session.take_outside_changes)
