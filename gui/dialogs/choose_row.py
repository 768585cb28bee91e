"""Choosing one or several rows of a short list: a region of a scheme, something hidden."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QLabel,
    QListWidgetItem,
    QWidget,
)

from gui.widgets.dialog_column import DialogColumn
from gui.widgets.row_list import RowList
from gui.widgets.verb_buttons import VerbButtons

_ID_ROLE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Row:
    """What a row says, and what it stands for."""

    words: str
    id: object


class ChooseRowDialog(QDialog):
    """Lists rows under a question; ``choose`` returns the one chosen.

    Args:
        question: What is asked, above the list.
        verb: What the button does.
        empty: What is said where there is nothing to choose.
    """

    def __init__(
        self, question: str, verb: str, rows: Sequence[Row], empty: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(verb)
        self.resize(420, 420 if rows else 120)
        said = QLabel(question if rows else empty)
        said.setProperty("panelTitle", True)
        said.setWordWrap(True)
        said.setTextFormat(Qt.TextFormat.PlainText)
        self.list = RowList(question)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        for row in rows:
            item = QListWidgetItem(row.words)
            item.setData(_ID_ROLE, row.id)
            self.list.addItem(item)
        self.list.itemActivated.connect(self.accept)
        self.list.currentRowChanged.connect(self._enable)
        buttons = VerbButtons(verb, self, "" if rows else self.tr("Close"))
        self.go = buttons.verb
        DialogColumn(self, said, self.list, buttons)
        self.list.setVisible(bool(rows))
        self.go.setVisible(bool(rows))
        self.list.setCurrentRow(0)
        self._enable()

    @Slot()
    def _enable(self) -> None:
        self.go.setEnabled(self.list.currentItem() is not None)

    def choose(self) -> Row | None:
        """Show the dialog; returns the row chosen, or None."""
        accepted = self.exec()
        row = self.list.currentItem() if accepted else None
        return Row(row.text(), row.data(_ID_ROLE)) if row is not None else None
