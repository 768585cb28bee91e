"""Which backup to bring back: each with when and why it was made and what it holds."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QLocale, Qt, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from gui.theme import Theme
from gui.translation import moment_in_words
from gui.widgets.dialog_column import DialogColumn
from gui.widgets.fitting import resize_to_fit
from gui.widgets.labels import Label, Tone
from gui.widgets.row_table import make_rows
from gui.widgets.verb_buttons import VerbButtons
from storage.domain.backup import Backup, BackupReason

_WIDTH, _HEIGHT, _HEIGHT_OF_NOTHING = 720, 420, 140


@dataclass(frozen=True, slots=True)
class RestoreChoice:
    """Which backup is wanted back, and whether as a new archive."""

    backup: Path
    to_new: bool


class RestoreDialog(QDialog):
    """Lists backups, the newest first; ``choose`` returns the one wanted.

    Args:
        name: What the archive is called.
        backups: Its backups, the newest first.
    """

    def __init__(self, name: str, backups: Sequence[Backup], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Restore"))
        self._backups = backups
        self._to_new = False
        if backups:
            question = self.tr("To which state shall %1 go back?")
            hint = self.tr("What the archive is now is kept as one more backup first, so that this can be taken back.")
        else:
            question = self.tr("There is no backup of %1 yet.")
            hint = self.tr("One is made each day the archive has changed, and before large imports.")
        self._question = Label(question.replace("%1", name), strong=True)
        self._hint = Label(hint, tone=Tone.MUTED)
        self.table = self._make_table()
        buttons = VerbButtons(self.tr("Restore"), self, "" if backups else self.tr("Close"))
        self.new = buttons.addButton(self.tr("Restore to a new archive…"), QDialogButtonBox.ButtonRole.ActionRole)
        self.go = buttons.verb
        self.new.clicked.connect(self._choose_new)
        DialogColumn(self, self._question, self._hint, self.table, buttons)
        for part in (self.table, self.new, self.go):
            part.setVisible(bool(backups))
        resize_to_fit(self, _WIDTH, _HEIGHT if backups else _HEIGHT_OF_NOTHING)
        self.table.itemSelectionChanged.connect(self._enable)
        self.table.selectRow(0)
        self._enable()

    def _make_table(self) -> QTableWidget:
        names = [self.tr("Made"), self.tr("Why"), self.tr("Documents"), self.tr("Marks"), self.tr("Notes"),
                 self.tr("Size")]  # fmt: skip
        table = QTableWidget(len(self._backups), len(names))
        table.setHorizontalHeaderLabels(names)
        make_rows(table, self.tr("Backups"))
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        for row, backup in enumerate(self._backups):
            for column, words in enumerate(self._words(backup)):
                item = QTableWidgetItem(words)
                item.setToolTip(str(backup.path))
                if column > 1:
                    item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                table.setItem(row, column, item)
        header = table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        for column in range(2, len(names)):
            heading = table.horizontalHeaderItem(column)
            if heading is not None:
                heading.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return table

    def _words(self, backup: Backup) -> list[str]:
        locale = QLocale()
        held = backup.holdings
        counts = [self.tr("unreadable"), "", ""]
        if held is not None:
            counts = [locale.toString(number) for number in (held.documents, held.marks, held.notes)]
        return [
            moment_in_words(backup.made),
            self._reason(backup.reason),
            *counts,
            locale.formattedDataSize(backup.size),
        ]

    def _reason(self, reason: BackupReason) -> str:
        return {
            BackupReason.DAILY: self.tr("Daily backup"),
            BackupReason.BY_HAND: self.tr("Made by hand"),
            BackupReason.BEFORE_IMPORT: self.tr("Before a large import"),
            BackupReason.BEFORE_LIST: self.tr("Before a list of names was taken in"),
            BackupReason.BEFORE_RESTORE: self.tr("Before the archive was restored"),
            BackupReason.BEFORE_FORMAT: self.tr("Before a newer program changed the format"),
            BackupReason.DAMAGED: self.tr("The damaged archive as it was"),
        }[reason]

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        for part in (self._question, self._hint):
            part.set_theme(theme)

    def _chosen(self) -> Backup | None:
        row = self.table.currentRow()
        return self._backups[row] if 0 <= row < len(self._backups) else None

    @Slot()
    def _enable(self) -> None:
        chosen = self._chosen()
        for button in (self.go, self.new):
            button.setEnabled(chosen is not None and chosen.holdings is not None)

    @Slot()
    def _choose_new(self) -> None:
        self._to_new = True
        self.accept()

    def choose(self) -> RestoreChoice | None:
        """Show the dialog; returns what is wanted, or None."""
        accepted = self.exec()
        chosen = self._chosen()
        return RestoreChoice(chosen.path, self._to_new) if accepted and chosen is not None else None
