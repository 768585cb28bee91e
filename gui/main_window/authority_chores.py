"""What brings authority lists and newer authority files in: reads them in the background, asks, and takes them in."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QFileDialog

from gui.translation import in_words
from storage.authority_edits import AuthorityPlan, ChangeAuthority
from storage.domain.authority_plan import PlanStatus
from storage.domain.backup import BackupReason
from storage.domain.changes import Changes
from storage.domain.progress import IsCancelled, Progress, ReportProgress

if TYPE_CHECKING:
    from gui.main_window.window import MainWindow
    from storage.library import Library


class AuthorityChores(QObject):
    """Takes in lists of names for the window."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session

    @Slot()
    def import_authority_list(self) -> None:
        """Ask for a list of organisations or persons, show what it would do, and take it in."""
        name, _ = QFileDialog.getOpenFileName(
            self._window, self.tr("Import an authority list"), str(Path.home()), self.tr("Tables (*.csv *.tsv *.xlsx)")
        )
        if name:
            path = Path(name)
            self._plan(
                self.tr("Reading %1").replace("%1", path.name), lambda library: library.plan_authority_list(path)
            )

    @Slot()
    def take_in_authority_file(self) -> None:
        """Show what the authority file that came with the program would change, and take it in."""
        library = self._session.library
        if library is None:
            return
        if not library.authority_is_older():
            self._window.status.note(self.tr("The archive has the program's authority file already."))
            return
        self._plan(self.tr("Comparing the authority files"), lambda opened: opened.plan_authority_file())

    def _plan(self, doing: str, ask: Callable[["Library"], AuthorityPlan]) -> None:
        library = self._session.library
        if library is None:
            return
        self._window.status.note(f"{doing}…")

        def job(progress: ReportProgress, _is_cancelled: IsCancelled) -> Any:
            progress(Progress(0, 0, doing))
            return ask(library)

        def show(plan: AuthorityPlan) -> None:
            if library is self._session.library:
                self._show(library, plan)

        self._session.start(job, show)

    def _show(self, library: "Library", plan: AuthorityPlan) -> None:
        from gui.dialogs.authority_plan import AuthorityPlanDialog

        self._window.status.note("")
        if plan.entries and plan.count(PlanStatus.LEFT_OUT) == len(plan.entries):
            reasons = list(dict.fromkeys(entry.reason for entry in plan.entries))[:3]
            said = self.tr("%1 has nothing that can be taken in.").replace("%1", in_words(plan.source))
            self._window.show_problem("\n".join((said, *map(in_words, reasons))))
            return
        dialog = AuthorityPlanDialog(plan, self._window)
        dialog.set_theme(self._window.theme)
        edit = dialog.choose()
        if edit is not None:
            self._take_in(library, edit)

    def _take_in(self, library: "Library", edit: ChangeAuthority) -> None:
        doing = self.tr("Taking in names")
        self._window.status.note(f"{doing}…")

        def job(progress: ReportProgress, _is_cancelled: IsCancelled) -> Changes:
            progress(Progress(0, 0, doing))
            library.back_up_before(BackupReason.BEFORE_LIST)
            return library.apply(edit).changes

        self._session.start(job, self._tell)

    def _tell(self, changes: Changes) -> None:
        self._session.take_outside_changes(changes)
        self._window.toast.offer(self.tr("The names were taken in and the texts are read for them."))
