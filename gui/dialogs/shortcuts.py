"""The list of all actions with their keys."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from gui.widgets.dialog_column import DialogColumn
from gui.widgets.fitting import resize_to_fit
from gui.widgets.row_table import make_rows


class ShortcutsDialog(QDialog):
    """Shows which keys do what; ``rows`` pair an action's words with its keys."""

    def __init__(self, rows: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        resize_to_fit(self, 520, 600)
        with_keys = [row for row in rows if row[1]]
        self.table = QTableWidget(len(with_keys), 2)
        self.table.setHorizontalHeaderLabels([self.tr("What it does"), self.tr("Keys")])
        make_rows(self.table, self.tr("Keyboard shortcuts"))
        for row, cells in enumerate(with_keys):
            for column, words in enumerate(cells):
                item = QTableWidgetItem(words)
                item.setFlags(Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled)
                self.table.setItem(row, column, item)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        DialogColumn(self, self.table, buttons)
