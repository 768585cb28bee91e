"""The dialog that gives some of an entity's names to a new one."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QLabel,
    QLineEdit,
    QListWidgetItem,
    QWidget,
)

from gui.value_words import name_kind_in_words
from gui.widgets.dialog_column import DialogColumn
from gui.widgets.fitting import resize_to_fit
from gui.widgets.labels import Label, Tone
from gui.widgets.row_list import RowList
from gui.widgets.verb_buttons import VerbButtons
from storage.domain.authority import Entity, Name

_NAME_ROLE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class SplitWish:
    """The name of the new entity, and the names that go to it."""

    name: str
    names: tuple[Name, ...]


class SplitEntityDialog(QDialog):
    """Lists the names to tick those that mean somebody else; ``wish`` returns them with the new one's name.

    Args:
        called: How the entity is called in the window.
    """

    def __init__(self, entity: Entity, called: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Split"))
        said = QLabel(self.tr("Which names of “%1” mean another one?").replace("%1", called))
        said.setProperty("panelTitle", True)
        said.setWordWrap(True)
        said.setTextFormat(Qt.TextFormat.PlainText)
        explained = Label(
            self.tr("The names ticked go to a new one of the same kind and country. Some must stay."), tone=Tone.MUTED
        )
        self.list = RowList(self.tr("Names"))
        for name in entity.names:
            years = "–".join(str(year) if year else "" for year in (name.first_year, name.last_year))
            years = years if years != "–" else ""
            row = QListWidgetItem(
                "  ·  ".join(filter(None, (name.text, name_kind_in_words(name.kind), name.language, years)))
            )
            row.setFlags(row.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            row.setCheckState(Qt.CheckState.Unchecked)
            row.setData(_NAME_ROLE, name)
            self.list.addItem(row)
        self.list.setCurrentRow(0)
        self.name = QLineEdit()
        self._suggested = ""
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(self.tr("Name of the new one"), self.name)
        buttons = VerbButtons(self.tr("Split them off"), self)
        self.split = buttons.verb
        column = DialogColumn(self, said, explained, self.list)
        column.addLayout(form)
        column.addWidget(buttons)
        self.list.itemChanged.connect(self._follow)
        self.name.textChanged.connect(self._enable)
        self._enable()
        resize_to_fit(self, 520, 440)

    @Slot()
    def _follow(self) -> None:
        """Name the new one by the first name ticked, as long as nobody has written another."""
        ticked = self._ticked()
        if self.name.text() == self._suggested:
            self._suggested = ticked[0].text if ticked else ""
            self.name.setText(self._suggested)
            self.name.setCursorPosition(0)
        self._enable()

    @Slot()
    def _enable(self) -> None:
        ticked = len(self._ticked())
        self.split.setEnabled(0 < ticked < self.list.count() and bool(self.name.text().strip()))

    def _ticked(self) -> list[Name]:
        rows = (self.list.item(row) for row in range(self.list.count()))
        return [row.data(_NAME_ROLE) for row in rows if row.checkState() is Qt.CheckState.Checked]

    def wish(self) -> SplitWish:
        """Return what is to be split off, as the dialog stands."""
        return SplitWish(self.name.text().strip(), tuple(self._ticked()))
