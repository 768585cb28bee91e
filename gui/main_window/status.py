"""The status bar: which archive, how much it holds, the job that runs, and whether all is saved."""

import time

from PySide6.QtCore import QLocale, Qt, Signal, Slot
from PySide6.QtWidgets import QLabel, QProgressBar, QStatusBar, QToolButton, QWidget

from gui.plain_words import explain
from gui.tasks.lane import Outcome, TaskProgress
from gui.translation import in_words
from gui.widgets.counting import counted
from storage.domain.archive import ArchiveStatistics

_SHOWN_AFTER_SECONDS = 0.3
_NOTE_MILLISECONDS = 6_000
_WIDEST_NAME = 320


class StatusBar(QStatusBar):
    """Shows what goes on.

    Signals:
        cancel_requested: the number of the job to stop.
    """

    cancel_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self._task = 0
        self._begun = 0.0
        self._archive, self._counts, self._job = QLabel(), QLabel(), QLabel()
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setMaximumWidth(140)
        self._bar.setAccessibleName(self.tr("Progress of the running job"))
        self._stop = QToolButton()
        self._stop.setText(self.tr("Stop"))
        self._stop.setProperty("flat", True)
        self._stop.clicked.connect(self._ask_to_stop)
        self._saved = QLabel(self.tr("All changes saved"))
        self._saved.setObjectName("saved")
        for label in (self._archive, self._job):
            label.setTextFormat(Qt.TextFormat.PlainText)
        for left in (self._archive, self._counts):
            self.addWidget(left)
        for right in (self._job, self._bar, self._stop, self._saved):
            self.addPermanentWidget(right)
        self.show_archive("")
        self._hide_job()

    def show_archive(self, name: str) -> None:
        """Name the archive that is open; nothing when none is."""
        self._archive.setText(self._archive.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, _WIDEST_NAME))
        explain(self._archive, name)
        self._saved.setVisible(bool(name))
        self.show_read_only(False)
        self._counts.setVisible(bool(name))

    def show_read_only(self, is_read_only: bool) -> None:
        """Say whether all is saved, or that nothing can be changed."""
        self._saved.setText(self.tr("Read only") if is_read_only else self.tr("All changes saved"))

    def show_counts(self, counts: ArchiveStatistics) -> None:
        """Show how much the archive holds."""
        parts = (
            counted(counts.documents, self.tr("%1 document"), self.tr("%1 documents")),
            counted(counts.mentions, self.tr("%1 mention"), self.tr("%1 mentions")),
            counted(counts.annotations, self.tr("%1 mark"), self.tr("%1 marks")),
        )
        self._counts.setText(" · ".join(parts))

    @Slot(object)
    def show_progress(self, report: TaskProgress) -> None:
        """Show how far a job is, once it has taken long enough to be noticed."""
        now = time.monotonic()
        if report.task != self._task:
            self._task, self._begun = report.task, now
        progress = report.progress
        if now - self._begun < _SHOWN_AFTER_SECONDS:
            return
        locale = QLocale()
        said = in_words(progress.doing)
        if progress.total:
            done, total = locale.toString(progress.done), locale.toString(progress.total)
            # An import does not say what it does before the first file is read.
            words = self.tr("%1: %2 of %3").replace("%1", said) if said else self.tr("%2 of %3")
            said = words.replace("%2", done).replace("%3", total)
            said += self._time_left(progress.done, progress.total, now)
        self._job.setText(said)
        self._bar.setRange(0, progress.total)
        self._bar.setValue(progress.done)
        for widget in (self._job, self._bar, self._stop):
            widget.show()

    def _time_left(self, done: int, total: int, now: float) -> str:
        if not done or done >= total:
            return ""
        seconds = (now - self._begun) / done * (total - done)
        if seconds < 5:
            return ""
        if seconds < 90:
            return counted(round(seconds), self.tr(", about %1 second left"), self.tr(", about %1 seconds left"))
        minutes = round(seconds / 60)
        return counted(minutes, self.tr(", about %1 minute left"), self.tr(", about %1 minutes left"))

    @Slot(object)
    def end_job(self, outcome: Outcome) -> None:
        """Take the progress of a job away that has ended."""
        if outcome.task == self._task:
            self._hide_job()

    def note(self, sentence: str) -> None:
        """Show a sentence for a few seconds."""
        self.showMessage(in_words(sentence), _NOTE_MILLISECONDS)

    def _hide_job(self) -> None:
        for widget in (self._job, self._bar, self._stop):
            widget.hide()

    @Slot()
    def _ask_to_stop(self) -> None:
        self.cancel_requested.emit(self._task)
