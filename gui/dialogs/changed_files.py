"""Which files changed since they were imported, and which of them to import once more."""

from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from gui.plain_words import tooltip
from gui.theme import Theme
from gui.translation import in_words
from gui.widgets.counting import counted
from gui.widgets.dialog_column import DialogColumn
from gui.widgets.fitting import resize_to_fit
from gui.widgets.labels import Label, Tone
from gui.widgets.row_table import make_rows
from gui.widgets.writing import why_read_only
from storage.domain.importing import CheckedSource, SourceState

_NAME_WIDTH, _STATE_WIDTH = 240, 120


class ChangedFilesDialog(QDialog):
    """Lists the files that are no longer what was imported; those that changed are ticked.

    Args:
        checked: Every known file as it was found; the unchanged ones are only counted.
    """

    def __init__(self, checked: tuple[CheckedSource, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Files since they were imported"))
        self._shown = [source for source in checked if source.state is not SourceState.UNCHANGED]
        self._said = Label(self._summary(checked), strong=True)
        self._hint = Label(
            self.tr("Imported again, a file becomes a new version of its document, and its marks are carried over."),
            tone=Tone.MUTED,
        )
        self.table = self._make_table()
        self._import = QPushButton()
        self._import.setProperty("primary", True)
        self._import.clicked.connect(self.accept)
        buttons = QDialogButtonBox()
        close = buttons.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self._import)
        foot.addWidget(buttons)
        layout = DialogColumn(self, self._said, self._hint, self.table)
        layout.addLayout(foot)
        there = bool(self._shown)
        can_be_imported = any(source.state is SourceState.CHANGED for source in self._shown)
        self.table.setVisible(there)
        self._hint.setVisible(can_be_imported)
        self._import.setVisible(can_be_imported)
        resize_to_fit(self, 720, 420 if there else 120)
        (self.table if there else close).setFocus()
        self.table.itemChanged.connect(self._count_chosen)
        self._count_chosen()

    def _make_table(self) -> QTableWidget:
        table = QTableWidget(len(self._shown), 3)
        table.setHorizontalHeaderLabels([self.tr("File"), self.tr("State"), self.tr("Folder")])
        make_rows(table, self.tr("Files that are no longer what was imported"))
        table.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self._names: list[QTableWidgetItem] = []
        for row, source in enumerate(self._shown):
            path = Path(source.path)
            cells = [QTableWidgetItem(words) for words in (path.name, self._state(source.state), str(path.parent))]
            for column, item in enumerate(cells):
                item.setFlags(Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled)
                item.setToolTip(in_words(source.reason) or source.path)
                table.setItem(row, column, item)
            if source.state is SourceState.CHANGED:
                cells[0].setFlags(cells[0].flags() | Qt.ItemFlag.ItemIsUserCheckable)
                cells[0].setCheckState(Qt.CheckState.Checked)
            self._names.append(cells[0])
        header = table.horizontalHeader()
        header.resizeSection(0, _NAME_WIDTH)
        header.resizeSection(1, _STATE_WIDTH)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        return table

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        for part in (self._said, self._hint):
            part.set_theme(theme)

    def _state(self, state: SourceState) -> str:
        return {
            SourceState.UNCHANGED: self.tr("unchanged"),
            SourceState.CHANGED: self.tr("changed"),
            SourceState.MISSING: self.tr("not there"),
            SourceState.UNREADABLE: self.tr("cannot be read"),
        }[state]

    def _summary(self, checked: tuple[CheckedSource, ...]) -> str:
        counts = {state: sum(source.state is state for source in checked) for state in SourceState}
        if not checked:
            return self.tr("No document of this archive came from a file, so there is nothing to compare.")
        unchanged = counts[SourceState.UNCHANGED]
        if not self._shown:
            return counted(
                unchanged,
                self.tr("Nothing changed: the file is as it was when it was imported."),
                self.tr("Nothing changed: all %1 files are as they were when they were imported."),
            )
        said = [
            (counts[SourceState.CHANGED], self.tr("%1 file changed"), self.tr("%1 files changed")),
            (counts[SourceState.MISSING], self.tr("%1 is not there any more"), self.tr("%1 are not there any more")),
            (counts[SourceState.UNREADABLE], self.tr("%1 cannot be read"), self.tr("%1 cannot be read")),
            (unchanged, self.tr("%1 is unchanged"), self.tr("%1 are unchanged")),
        ]
        return ", ".join(counted(count, one, many) for count, one, many in said if count) + "."

    @Slot()
    def _count_chosen(self) -> None:
        count = len(self.chosen())
        self._import.setText(counted(count, self.tr("Import %1 file"), self.tr("Import %1 files")))
        reason = why_read_only(self)
        self._import.setEnabled(count > 0 and not reason)
        self._import.setToolTip(tooltip(reason))

    def chosen(self) -> tuple[Path, ...]:
        """Return the files that are ticked."""
        rows = zip(self._shown, self._names, strict=True)
        return tuple(Path(source.path) for source, name in rows if name.checkState() is Qt.CheckState.Checked)
