"""The dialog that lists the marks in the trash, to be put back where they were."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QListWidgetItem,
    QWidget,
)

from gui.translation import moment_in_words
from gui.widgets.dialog_column import DialogColumn
from gui.widgets.fitting import resize_to_fit
from gui.widgets.labels import Label, Tone
from gui.widgets.row_list import RowList
from gui.widgets.verb_buttons import VerbButtons
from storage.domain.annotation import Annotation
from storage.domain.journal import TrashedMark

_MARK_ROLE = Qt.ItemDataRole.UserRole
_LONGEST = 160


class TrashedMarksDialog(QDialog):
    """Lists deleted marks, the newest first; ``chosen`` returns those that are to come back."""

    def __init__(self, marks: Sequence[TrashedMark], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Deleted marks"))
        self.list = RowList(self.tr("Deleted marks, the newest first"))
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setWordWrap(True)
        self.list.setSpacing(3)
        for one in marks:
            self.list.addItem(_row(one))
        self.list.setVisible(bool(marks))
        empty = self.tr("No mark lies in the trash.")
        said = Label(self.tr("Choose the marks that are to come back.") if marks else empty, tone=Tone.MUTED)
        buttons = VerbButtons(self.tr("Put back"), self, self.tr("Close"))
        self.restore = buttons.verb
        self.restore.setVisible(bool(marks))
        self.list.itemSelectionChanged.connect(self._enable)
        self.list.itemActivated.connect(self.accept)
        column = DialogColumn(self)
        column.addWidget(said)
        column.addWidget(self.list, 1)
        column.addWidget(buttons)
        if marks:
            self.list.setCurrentRow(0)
        self._enable()
        resize_to_fit(self, 520, 440 if marks else 120)

    @Slot()
    def _enable(self) -> None:
        self.restore.setEnabled(bool(self.list.selectedItems()))

    def chosen(self) -> tuple[Annotation, ...]:
        """Return the marks chosen."""
        return tuple(item.data(_MARK_ROLE) for item in self.list.selectedItems())


def _row(one: TrashedMark) -> QListWidgetItem:
    quote = " ".join(one.mark.anchor.quote.split())
    quote = quote if len(quote) <= _LONGEST else f"{quote[:_LONGEST]}…"
    row = QListWidgetItem(f"“{quote}”\n{one.title} · {moment_in_words(one.trashed)}")
    row.setData(_MARK_ROLE, one.mark)
    return row
