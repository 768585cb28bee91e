"""Backups and restoring for the window: the daily one in the background, one's own copies, and the way back."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QFileDialog

from gui import messages
from gui.main_window.import_chores import ARCHIVE_ENDING
from gui.tasks.lane import Outcome
from gui.translation import in_words
from gui.widgets.counting import counted
from storage.domain.archive import PlaceRisk, RiskyPlace
from storage.domain.backup import Backup, BackupPlan, Restored
from storage.domain.progress import IsCancelled, ReportProgress
from storage.domain.salvage import SalvageReport
from storage.library import Library

if TYPE_CHECKING:
    from gui.dialogs.restore import RestoreChoice
    from gui.main_window.window import MainWindow

_MOST_SHOWN = 15
_AFTER_OPENING_MILLISECONDS = 5_000
"""A backup waits until the window has been painted and the first document read."""


class KeepingDesk(QObject):
    """Keeps the archive safe, and brings it back from a backup."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session
        self._due = QTimer(self, singleShot=True, interval=_AFTER_OPENING_MILLISECONDS)
        self._due.timeout.connect(self.back_up_if_due)

    def take_library(self) -> None:
        """Begin to look after the archive that has been opened, or leave off."""
        library = self._session.library
        self._due.stop()
        self._window.place_bar.hide()
        if library is None:
            return
        self.take_settings()
        if library.read_only is None:
            self._due.start()
            if str(library.path) not in self._window.settings.places_accepted:
                self._session.keep(lambda _progress, _is_cancelled: library.risky_place(), self._warn_of_place)

    def take_settings(self) -> None:
        """Keep backups from now on as the settings say."""
        library = self._session.library
        if library is not None:
            library.keep_backups(self._window.settings.backup_count, self._window.settings.backup_folder)

    @Slot()
    def back_up_if_due(self) -> None:
        """Make the daily backup in the background if there is none of today; a failure is told in the status bar."""
        library = self._session.library
        if library is not None:
            self._session.keeping.start(library.back_up_if_due, self._tell_daily)

    def _tell_daily(self, outcome: Outcome) -> None:
        if outcome.error is not None:
            self._window.status.note(self.tr("No backup could be made: %1").replace("%1", in_words(outcome.error)))
        elif outcome.result is not None:
            self._window.status.note(self.tr("A backup was made."))

    @Slot()
    def back_up_now(self) -> None:
        """Keep a backup of the archive as it is now with the others."""
        library = self._session.library
        if library is None:
            return

        def job(progress: ReportProgress, is_cancelled: IsCancelled) -> Any:
            return library.back_up(progress=progress, is_cancelled=is_cancelled) or True

        self._session.keep(job, self._tell_kept)

    def _tell_kept(self, made: Path | bool) -> None:
        if isinstance(made, Path):
            self._window.status.note(self.tr("Wrote and verified %1.").replace("%1", str(made)))
        else:
            self._window.status.note(self.tr("There is nothing that the newest backup does not hold."))

    @Slot()
    def back_up(self) -> None:
        """Ask where a copy shall lie, and write it."""
        library = self._session.library
        if library is None:
            return
        proposal = library.path.with_name(self.tr("%1 copy").replace("%1", library.path.stem) + ARCHIVE_ENDING)
        name = self._ask_for_name(self.tr("Save a copy elsewhere"), proposal)
        if not name:
            return

        def job(_progress: ReportProgress, _is_cancelled: IsCancelled) -> Path:
            library.backup(Path(name))
            return Path(name)

        self._session.keep(job, self._tell_kept)

    def _ask_for_name(self, title: str, proposal: Path) -> str:
        kinds = self.tr("Liaison archives (*%1)").replace("%1", ARCHIVE_ENDING)
        name, _ = QFileDialog.getSaveFileName(self._window, title, str(proposal), kinds)
        return name

    def _warn_of_place(self, place: RiskyPlace) -> None:
        said = {
            PlaceRisk.SYNCHRONISED: self.tr("%1 synchronises this folder, which can damage an archive in use."),
            PlaceRisk.NETWORK: self.tr("This is a network drive (%1), which can damage an archive in use."),
        }[place.risk]
        if self._session.library is not None:
            self._window.place_bar.say(said.replace("%1", place.by))

    @Slot()
    def accept_place(self) -> None:
        """Warn no more of where this archive lies."""
        self._window.place_bar.hide()
        library, settings = self._session.library, self._window.settings
        if library is not None:
            places = (*settings.places_accepted, str(library.path))
            self._window.apply_settings(replace(settings, places_accepted=places))

    @Slot()
    def restore_backup(self) -> None:
        """Show the backups of the archive, or of one that is chosen, and bring back the one wanted."""
        library = self._session.library
        path = (
            library.path if library is not None else self._ask_for_archive(self.tr("Which archive shall be restored?"))
        )
        if path is None:
            return
        plan = BackupPlan(self._window.settings.backup_count, self._window.settings.backup_folder)

        def job(_progress: ReportProgress, _is_cancelled: IsCancelled) -> tuple[Backup, ...]:
            return Library.backups_of(path, plan)

        def show(backups: tuple[Backup, ...]) -> None:
            self._offer(path, plan, backups)

        self._session.keep(job, show)

    def _ask_for_archive(self, question: str) -> Path | None:
        kinds = self.tr("Liaison archives (*%1)").replace("%1", ARCHIVE_ENDING)
        name, _ = QFileDialog.getOpenFileName(self._window, question, str(Path.home()), kinds)
        return Path(name) if name else None

    def _offer(self, path: Path, plan: BackupPlan, backups: tuple[Backup, ...]) -> None:
        from gui.dialogs.restore import RestoreDialog

        dialog = RestoreDialog(path.stem, backups, self._window)
        dialog.set_theme(self._window.theme)
        choice = dialog.choose()
        if choice is not None and choice.to_new:
            self._restore_to_new(choice, path)
        elif choice is not None:
            self._restore(choice, path, plan)

    def _restore_to_new(self, choice: "RestoreChoice", path: Path) -> None:
        proposal = path.with_name(self.tr("%1 restored").replace("%1", path.stem) + ARCHIVE_ENDING)
        name = self._ask_for_name(self.tr("Restore to a new archive"), proposal)
        if name:
            self._session.keep(
                lambda _progress, _is_cancelled: Library.restore_to_new(choice.backup, Path(name)), self._open_restored
            )

    def _restore(self, choice: "RestoreChoice", path: Path, plan: BackupPlan) -> None:
        self._session.close()

        def finish(outcome: Outcome) -> None:
            if outcome.error is not None:
                self._session.tell(outcome.error)
                self._session.open(path)
            else:
                self._open_restored(outcome.result)

        self._session.keeping.start(lambda _progress, _is_cancelled: Library.restore(path, choice.backup, plan), finish)

    def _open_restored(self, done: Restored) -> None:
        if not self._session.open(done.path):
            return
        if done.kept is None:
            self._window.status.note(self.tr("Restored to %1.").replace("%1", str(done.path)))
        else:
            said = self.tr("The archive was restored. What it was before is kept as a backup: %1")
            self._window.status.note(said.replace("%1", done.kept.name))

    @Slot()
    def salvage_archive(self) -> None:
        """Ask for a damaged archive and save what can be read of it into a new one."""
        path = self._ask_for_archive(self.tr("Which archive is damaged?"))
        if path is None:
            return
        proposal = path.with_name(self.tr("%1 salvaged").replace("%1", path.stem) + ARCHIVE_ENDING)
        name = self._ask_for_name(self.tr("Salvage to a new archive"), proposal)
        if not name:
            return
        self._window.status.note(self.tr("Reading what can be read…"))
        self._session.keep(
            lambda _progress, is_cancelled: Library.salvage(path, Path(name), is_cancelled), self._tell_salvaged
        )

    def _tell_salvaged(self, report: SalvageReport) -> None:
        self._session.open(report.path)
        if not report.missing:
            self._window.status.note(self.tr("Nothing is missing."))
            return
        held = report.holdings
        marks = counted(held.marks, self.tr("%1 mark"), self.tr("%1 marks"))
        documents = counted(held.documents, self.tr("%1 document"), self.tr("%1 documents"))
        said = self.tr("%1 and %2 were saved. This is missing or not as it was:").replace("%1", documents)
        shown = tuple(map(in_words, report.missing[:_MOST_SHOWN]))
        if len(report.missing) > len(shown):
            rest = len(report.missing) - len(shown)
            shown = (*shown, counted(rest, self.tr("and %1 more"), self.tr("and %1 more")))
        messages.show_problem(self._window, "\n".join((said.replace("%2", marks), "", *shown)))
