"""The session: the archive that is open, the jobs on it, and the one signal that carries changes."""

from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal, Slot

from gui.tasks.import_watch import ImportWatch
from gui.tasks.lane import Job, Lane, Outcome
from gui.tasks.searches import Searches
from gui.undo import UndoStack
from storage.domain.changes import Changes
from storage.domain.importing import ImportReport
from storage.domain.progress import IsCancelled, ReportProgress
from storage.edits import Edit
from storage.errors import UserFacingError
from storage.paths import resource

if TYPE_CHECKING:
    from storage.library import Library

_GATHERING_MILLISECONDS = 500
_BETWEEN_MILLISECONDS = 2_000
"""How often panels that a long job changes read themselves anew, the first time excepted: each reads much of a large
archive, beside whatever the reader does."""


class Session(QObject):
    """Holds one Library at a time; the window asks it for everything that takes time or changes something.

    Signals:
        opened: the ``Library``, or None when none is open any more.
        closing: nothing; the archive is still open and what is unsaved can be saved.
        changed: ``Changes``.
        changed_elsewhere: ``Changes`` that a long job tells from its own thread; ``changed`` passes them on gathered.
        failed: a sentence for the reader.
        imported: an ``ImportReport``, or None where the import was cut short.
        bug_found: an exception that a job did not expect.
    """

    opened = Signal(object)
    closing = Signal()
    changed = Signal(object)
    failed = Signal(object)
    imported = Signal(object)
    bug_found = Signal(object)
    changed_elsewhere = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.library: Library | None = None
        self.is_taken_as_it_stands = False
        self.jobs = Lane("jobs", self)
        self.searches = Searches(self)
        self.readings = Lane("readings", self)
        self.markings = Lane("markings", self)
        self.keeping = Lane("keeping", self)
        self.imports = Imports(self)
        self.undo_stack = UndoStack(self)
        self._gathered = Changes()
        self._gathering = QTimer(self, singleShot=True, interval=_GATHERING_MILLISECONDS)
        self._gathering.timeout.connect(self._pass_gathered_on)
        self._since_passed_on = QElapsedTimer()
        self.changed_elsewhere.connect(self._gather)
        self.imports.ended.connect(self._finish_import)
        self.undo_stack.applied.connect(self._pass_on)
        self.undo_stack.failed.connect(self.failed)
        self.undo_stack.broken.connect(self.bug_found)

    def open(self, path: Path) -> bool:
        """Open an archive in place of the present one; the former stays when the new one cannot be opened.

        One that may not be written to, since another program has it or its disk is full, is opened for reading only.
        """
        if self.library is not None and self.library.path == path.absolute():
            return True
        from storage.library import Library

        try:
            library = Library.open(path, or_to_read=True)
        except UserFacingError as error:
            self.failed.emit(str(error))
            return False
        self.take(library)
        return True

    @property
    def is_read_only(self) -> bool:
        """Whether the archive that is open may only be read."""
        return self.library is not None and self.library.read_only is not None

    def create(self, path: Path, title: str = "") -> bool:
        """Make an archive and open it."""
        from storage.library import Library

        try:
            library = Library.create(path, title)
        except UserFacingError as error:
            self.failed.emit(str(error))
            return False
        self.take(library)
        return True

    def take(self, library: "Library", as_it_stands: bool = False) -> None:
        """Go on with an archive that is open already, in place of the present one, which is closed.

        Args:
            library: The archive.
            as_it_stands: whether what was open of it elsewhere is opened again by whoever gives it.
        """
        self.close()
        self.is_taken_as_it_stands = as_it_stands
        self.library = self.searches.library = library
        self.undo_stack.set_library(library)
        self.opened.emit(library)
        QTimer.singleShot(0, self._catch_up)
        self.readings.start(lambda _progress, _is_cancelled: library.make_ready())

    def close(self) -> None:
        """Close the archive; jobs are asked to stop and have ended when this returns."""
        library = self.let_go()
        if library is not None:
            library.close()
            self.opened.emit(None)

    def let_go(self) -> "Library | None":
        """Leave the archive open and return it, for another session to take; jobs have been stopped by then."""
        if self.library is None:
            return None
        self.closing.emit()
        self.searches.leave()
        self.imports.abandon()
        for lane in self._lanes():
            lane.cancel_all()
            lane.wait()
        self._gathering.stop()
        self._gathered = Changes()
        library, self.library = self.library, None
        self.undo_stack.set_library(None)
        return library

    def end(self) -> None:
        """Close the archive and end the threads, before the program ends."""
        self.close()
        for lane in (self.searches, *self._lanes()):
            lane.close()

    def _lanes(self) -> tuple[Lane, ...]:
        return self.readings, self.markings, self.keeping, self.jobs, self.undo_stack.lane

    def edit(self, edit: Edit) -> bool:
        """Apply an edit, so that it can be undone."""
        return self.undo_stack.apply(edit)

    def start(self, job: Job, when_done: Callable[[Any], None]) -> int:
        """Run a job on the library; ``when_done`` gets its result, an error goes to the reader."""
        return self._run(self.jobs, job, when_done)

    def keep(self, job: Job, when_done: Callable[[Any], None]) -> int:
        """Run a job that keeps the archive safe, beside all others; ``when_done`` gets its result."""
        return self._run(self.keeping, job, when_done)

    def read(self, job: Job, when_done: Callable[[Any], None]) -> int:
        """Run a short job that changes no archive, beside the long ones; ``when_done`` gets its result."""
        return self._run(self.readings, job, when_done)

    def read_marks(self, job: Job, when_done: Callable[[Any], None]) -> int:
        """Run a job that reads a few marks, so short that it waits for no other reading; ``when_done`` gets its result.

        What a person has just marked is to be seen at once.
        """
        return self._run(self.markings, job, when_done)

    def _run(self, lane: Lane, job: Job, when_done: Callable[[Any], None]) -> int:
        def finish(outcome: Outcome) -> None:
            if outcome.error is not None:
                self.tell(outcome.error)
            elif outcome.result is not None:
                when_done(outcome.result)

        return lane.start(job, finish)

    def tell(self, error: BaseException) -> None:
        """Tell the reader of an error that a job has raised."""
        if isinstance(error, UserFacingError):
            self.failed.emit(str(error))
        else:
            self.bug_found.emit(error)

    @Slot(object)
    def _gather(self, changes: Changes) -> None:
        """Gather what a long job changes, so that the panels read themselves anew every other second at most."""
        self._gathered |= changes
        if not self._gathering.isActive():
            passed = self._since_passed_on.elapsed() if self._since_passed_on.isValid() else _BETWEEN_MILLISECONDS
            self._gathering.start(max(_GATHERING_MILLISECONDS, _BETWEEN_MILLISECONDS - passed))

    @Slot()
    def _pass_gathered_on(self) -> None:
        changes, self._gathered = self._gathered, Changes()
        self._since_passed_on.start()
        if self.library is not None:
            self._pass_on(changes)

    @Slot(object)
    def _pass_on(self, changes: Changes) -> None:
        if not changes:
            return
        self.changed.emit(changes)
        if changes.index:
            self._catch_up()

    @Slot()
    def _catch_up(self) -> None:
        """Bring the index up to date in the background when edits have left it behind; an import does so itself."""
        library = self.library
        if library is None:
            return
        if self.imports.is_running:
            self.imports.wants_catching_up.set()
            return

        def job(progress: ReportProgress, is_cancelled: IsCancelled) -> Changes | None:
            return library.refresh(progress, is_cancelled) if library.index_is_stale() else None

        self.start(job, self._emit_mentions)

    def _emit_mentions(self, changes: Changes) -> None:
        if changes.documents or changes.mentions:
            self.changed.emit(Changes(documents=changes.documents, mentions=changes.mentions))

    def take_outside_changes(self, changes: Changes) -> None:
        """Pass on changes that a library method made apart from an edit, and refill the undo stack from the journal."""
        self.undo_stack.set_library(self.library)
        self._pass_on(changes)

    def import_sample(self) -> None:
        """Import the sample's texts in the background."""
        self.import_paths([resource("sample")])

    def import_paths(self, paths: Sequence[Path], again: bool = False) -> bool:
        """Import files and folders in the background, one import at a time; tell whether it was begun."""
        return self.imports.start(paths, again)

    @Slot(object)
    def _finish_import(self, outcome: Outcome) -> None:
        self._gathering.stop()
        self._pass_gathered_on()
        if outcome.error is not None:
            self.tell(outcome.error)
        self.imported.emit(outcome.result)
        self._catch_up()


class Imports(QObject):
    """Runs one import at a time for a session: begins it, pauses it by ``watch``, and stops it.

    Signals:
        begun: whether only files of the import before are tried again.
        ended: the ``Outcome`` of the import's job.
    """

    begun = Signal(object)
    ended = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._number = 0
        self.watch = ImportWatch(self)
        self.wants_catching_up = Event()

    @property
    def is_running(self) -> bool:
        """Whether an import runs, stands still, or waits for its turn."""
        return bool(self._number)

    def start(self, paths: Sequence[Path], again: bool) -> bool:
        """Begin an import unless one runs already; tell whether it was begun."""
        library = self._session.library
        if library is None or not paths or self.is_running:
            return False
        tell, watch = self._session.changed_elsewhere.emit, self.watch

        def stands_still() -> bool:
            # The import's own thread takes in what is written meanwhile, so that notes can be found during a pause.
            if watch.is_paused() and self.wants_catching_up.is_set():
                self.wants_catching_up.clear()
                tell(library.refresh())
            return watch.is_paused()

        def job(progress: ReportProgress, is_cancelled: IsCancelled) -> ImportReport:
            return library.import_paths(
                paths, progress, is_cancelled, tell, watch=watch.take, is_paused=stands_still, stands_back=True
            )

        watch.begin()
        self.begun.emit(again)
        self._number = self._session.jobs.start(job, self._finish)
        return True

    def cancel(self) -> None:
        """Ask the import to stop; what came in stays."""
        self._session.jobs.cancel(self._number)

    def abandon(self) -> None:
        """Follow the import no more; its lane is closed."""
        self._number = 0
        self.watch.abandon()

    def _finish(self, outcome: Outcome) -> None:
        self._number = 0
        self.watch.finish()
        self.ended.emit(outcome)
