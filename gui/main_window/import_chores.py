"""What is done with files that come in: choose them, follow the import, try again, look whether they changed."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from gui import messages
from gui.panels.import_panel import outcome_in_words
from storage.domain.importing import CheckedSource, FileOutcome, ImportProgress, ImportReport, ImportStatus
from storage.domain.progress import IsCancelled, ReportProgress

if TYPE_CHECKING:
    from gui.main_window.window import MainWindow

ARCHIVE_ENDING = ".liaison"
_SHOWN_AFTER_SECONDS = 1.0
_FEW_FILES = 10
"""So many files are followed well enough in the status bar."""


class ImportChores(QObject):
    """Brings files in for the window and keeps what became of each until the next import."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session
        self._outcomes: dict[str, FileOutcome] = {}
        self._waiting: list[Path] = []
        self._was_shown = False

    @Slot()
    def import_files(self) -> None:
        """Ask which files to import."""
        names, _ = QFileDialog.getOpenFileNames(self._window, self.tr("Import files"), str(Path.home()))
        self.import_paths([Path(name) for name in names])

    @Slot()
    def import_folder(self) -> None:
        """Ask which folder to import."""
        name = QFileDialog.getExistingDirectory(self._window, self.tr("Import a folder"), str(Path.home()))
        if name:
            self.import_paths([Path(name)])

    def import_paths(self, paths: list[Path]) -> None:
        """Import files and folders, after the import that runs if one does; archives among them are opened instead."""
        archives = [path for path in paths if path.suffix == ARCHIVE_ENDING and path.is_file()]
        if archives:
            self._session.open(archives[0])
        elif self._session.library is None:
            messages.show_problem(
                self._window, self.tr("No archive is open to import into. Make a new one or open one first.")
            )
        elif self._session.library.read_only is not None:
            messages.show_problem(self._window, self._session.library.read_only.sentence)
        elif self._session.imports.is_running:
            self._waiting += paths
            self._window.status.note(self.tr("These files are imported when the present import has ended."))
        else:
            self._session.import_paths(paths)

    @Slot()
    def show_import(self) -> None:
        """Show how far the import is, or what became of the last one, and put the keyboard there."""
        self._was_shown = True
        self._window.import_dock.show()
        self._window.import_dock.raise_()
        self._window.import_panel.setFocus()

    @Slot()
    def hide_import(self) -> None:
        """Hide the panel; the import goes on."""
        self._was_shown = True
        self._window.import_dock.hide()

    @Slot(object)
    def forget(self, _library: object) -> None:
        """Forget what became of files of another archive."""
        self._outcomes, self._waiting = {}, []
        self._window.import_panel.clear()
        self._window.import_dock.hide()

    @property
    def outcomes(self) -> tuple[FileOutcome, ...]:
        """What became of the files of the last import."""
        return tuple(self._outcomes.values())

    def take_over(self, outcomes: tuple[FileOutcome, ...]) -> None:
        """Show what became of files before this window was there."""
        if outcomes:
            self._outcomes = {outcome.path: outcome for outcome in outcomes}
            self._window.import_panel.begin(False)
            self._window.import_panel.add(outcomes)
            self._window.import_panel.end(self._finished(outcome_in_words(_counts(outcomes))))

    @Slot(object)
    def begin(self, again: bool) -> None:
        """Follow an import from its beginning."""
        if not again:
            self._outcomes = {}
        self._was_shown = not self._window.import_dock.isHidden()
        self._window.import_panel.begin(again)

    @Slot(object)
    def follow(self, progress: ImportProgress) -> None:
        """Show how far the import is; one of many files that takes its time brings its panel to sight, once."""
        self._outcomes.update((outcome.path, outcome) for outcome in progress.outcomes)
        self._window.import_panel.take(progress)
        if progress.seconds > _SHOWN_AFTER_SECONDS and progress.files > _FEW_FILES:
            self._show_once()

    def _show_once(self) -> None:
        if not self._was_shown:
            self._was_shown = True
            self._window.import_dock.show()
            self._window.import_dock.raise_()

    @Slot(object)
    def end(self, report: ImportReport | None) -> None:
        """Say what became of the files; those that did not come in stay listed, each with its reason."""
        untold = [
            outcome for outcome in (report.files if report else ()) if self._outcomes.get(outcome.path) != outcome
        ]
        self._outcomes.update((outcome.path, outcome) for outcome in untold)
        self._window.import_panel.add(tuple(untold))
        said = outcome_in_words(_counts(report.files if report else ()))
        self._window.import_panel.end(self._headline(report, said))
        self._window.status.note(said)
        if report is None or report.count(ImportStatus.FAILED) or report.count(ImportStatus.SKIPPED):
            self._show_once()
        waiting, self._waiting = self._waiting, []
        self._session.import_paths(waiting, again=True)

    def _headline(self, report: ImportReport | None, said: str) -> str:
        if report is None:
            return self.tr("The import was stopped. What came in before stays.")
        return self._finished(said)

    def _finished(self, said: str) -> str:
        return self.tr("Import finished: %1").replace("%1", said)

    @Slot(object)
    def pause(self, paused: bool) -> None:
        """Let the import stand still, or go on."""
        self._session.imports.watch.set_paused(paused)

    @Slot()
    def cancel(self) -> None:
        """Stop the import, and begin none of those that wait."""
        self._waiting = []
        self._session.imports.cancel()

    @Slot(object)
    def try_again(self, paths: tuple[str, ...]) -> None:
        """Import files once more; of an archive of several documents the whole archive."""
        files = dict.fromkeys(_file_of(path) for path in paths)
        self._session.import_paths(list(files), again=True)

    @Slot(object)
    def open_folder(self, path: str) -> None:
        """Open the folder of a file in the desktop's own program for files."""
        file = _file_of(path)
        folder = next((place for place in file.parents if place.is_dir()), None)
        if folder is None or not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            messages.show_problem(self._window, self.tr("The folder of %1 could not be opened.").replace("%1", path))

    @Slot()
    def save_log(self) -> None:
        """Ask where to write what became of every file, and write it."""
        library = self._session.library
        if library is None:
            return
        proposal = library.path.with_name(self.tr("Import log") + ".csv")
        kinds = self.tr("Table (*.csv);;Text (*.txt)")
        name, _ = QFileDialog.getSaveFileName(self._window, self.tr("Save the log"), str(proposal), kinds)
        if not name:
            return
        outcomes = tuple(self._outcomes.values())

        def job(_progress: ReportProgress, _is_cancelled: IsCancelled) -> str:
            library.write_import_log(Path(name), outcomes)
            return name

        self._session.read(job, self._tell_log)

    def _tell_log(self, name: str) -> None:
        self._window.status.note(self.tr("Wrote %1.").replace("%1", name))

    @Slot()
    def check_sources(self) -> None:
        """Look in the background which files changed since they were imported."""
        library = self._session.library
        if library is None:
            return
        self._window.status.note(self.tr("Looking which files changed since they were imported…"))

        def job(progress: ReportProgress, is_cancelled: IsCancelled) -> Any:
            checked = library.check_sources(progress, is_cancelled)
            return None if is_cancelled() else checked

        self._session.start(job, self._show_checked)

    def _show_checked(self, checked: tuple[CheckedSource, ...]) -> None:
        from gui.dialogs.changed_files import ChangedFilesDialog

        dialog = ChangedFilesDialog(checked, self._window)
        dialog.set_theme(self._window.theme)
        if dialog.exec() and dialog.chosen():
            self.import_paths(list(dialog.chosen()))


def _counts(files: tuple[FileOutcome, ...]) -> dict[ImportStatus, int]:
    counts: dict[ImportStatus, int] = {}
    for outcome in files:
        counts[outcome.status] = counts.get(outcome.status, 0) + 1
    return counts


def _file_of(path: str) -> Path:
    """Return the file that a path of an outcome lies in, which for a member of an archive is the archive."""
    place = Path(path)
    return next((above for above in place.parents if above.is_file()), place)
