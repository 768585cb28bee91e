"""What became of the files of an import, with the reasons of those that did not come in."""

from pathlib import Path

from PySide6.QtCore import QLocale, Qt, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from gui.widgets.fitting import resize_to_fit
from storage.domain.importing import ImportReport, ImportStatus

_NOT_TAKEN = (ImportStatus.FAILED, ImportStatus.SKIPPED)


class ImportReportDialog(QDialog):
    """Lists the files that could not be read or were skipped, each with a sentence."""

    def __init__(self, report: ImportReport, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Import"))
        resize_to_fit(self, 720, 420)
        self._left_out = [file for file in report.files if file.status in _NOT_TAKEN]
        said = QLabel(self._summary(report))
        said.setWordWrap(True)
        said.setProperty("panelTitle", True)
        self.table = QTableWidget(len(self._left_out), 2)
        self.table.setHorizontalHeaderLabels([self.tr("File"), self.tr("What happened")])
        self.table.verticalHeader().hide()
        self.table.setWordWrap(True)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setAccessibleName(self.tr("Files that did not come in"))
        for row, file in enumerate(self._left_out):
            name = QTableWidgetItem(Path(file.path).name)
            name.setToolTip(file.path)
            for column, item in enumerate((name, QTableWidgetItem(file.reason))):
                item.setFlags(Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled)
                self.table.setItem(row, column, item)
        header = self.table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        header.resizeSection(0, 220)
        self.table.resizeRowsToContents()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        copy = buttons.addButton(self.tr("Copy the list"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(self._copy)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        for widget in (said, self.table, buttons):
            layout.addWidget(widget)

    def _summary(self, report: ImportReport) -> str:
        locale = QLocale()
        total = locale.toString(len(report.files))
        sentences = (
            (ImportStatus.FAILED, self.tr("%1 of %2 files could not be read.")),
            (ImportStatus.SKIPPED, self.tr("%1 of %2 files were skipped.")),
        )
        said = [
            sentence.replace("%1", locale.toString(report.count(status))).replace("%2", total)
            for status, sentence in sentences
            if report.count(status)
        ]
        if len(self._left_out) < len(report.files):
            said.append(self.tr("Everything else came in."))
        return " ".join(said)

    @Slot()
    def _copy(self) -> None:
        lines = [f"{file.path}\t{file.status.value}\t{file.reason}" for file in self._left_out]
        QApplication.clipboard().setText("\n".join(lines))
