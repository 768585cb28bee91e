"""The dialog that makes several entities one."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidgetItem,
    QPushButton,
    QWidget,
)

from gui.dialogs.find_entity import FindEntityDialog
from gui.models.shown_names import entity_in_words, names_to_show, shown_entity
from gui.widgets.dialog_column import DialogColumn
from gui.widgets.fitting import resize_to_fit
from gui.widgets.labels import Label, Tone
from gui.widgets.row_list import RowList
from gui.widgets.verb_buttons import VerbButtons
from storage.domain.authority import Entity, EntityKind
from storage.domain.ids import EntityId
from storage.library import Library

_ORGANISATIONS = frozenset({EntityKind.PARTY, EntityKind.BODY})
_ENTITY_ROLE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class MergeWish:
    """Which entities become one, and which of them stays."""

    entities: tuple[EntityId, ...]
    into: EntityId


class MergeEntitiesDialog(QDialog):
    """Lists what becomes one; the row chosen is the one that stays, with the names of all."""

    def __init__(self, library: Library, entities: Sequence[Entity], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Merge"))
        self._library = library
        said = QLabel(self.tr("Which one stays?"))
        said.setProperty("panelTitle", True)
        explained = Label(
            self.tr(
                "The others go. Their names, mentions and places, and what you decided, come to the one that stays."
            ),
            tone=Tone.MUTED,
        )
        self.list = RowList(self.tr("What becomes one"))
        self.add, self.leave = QPushButton(self.tr("Add another…")), QPushButton(self.tr("Leave out"))
        self.leave.setToolTip(self.tr("Leave the chosen one as it is"))
        self.add.clicked.connect(self.look_for_another)
        self.leave.clicked.connect(self._leave_out)
        self.list.currentRowChanged.connect(self._say)
        beside = QHBoxLayout()
        beside.addWidget(self.add)
        beside.addWidget(self.leave)
        beside.addStretch()
        buttons = VerbButtons("", self)
        self.merge = buttons.verb
        column = DialogColumn(self, said, self.list)
        column.addLayout(beside)
        column.addWidget(explained)
        column.addWidget(buttons)
        for entity in entities:
            self._put(entity)
        self.list.setCurrentRow(0)
        self._say()
        resize_to_fit(self, 480, 360)

    def _put(self, entity: Entity) -> None:
        row = QListWidgetItem(entity_in_words(entity, names_to_show(self._library)))
        row.setData(_ENTITY_ROLE, entity)
        self.list.addItem(row)

    def _entities(self) -> list[Entity]:
        return [self.list.item(row).data(_ENTITY_ROLE) for row in range(self.list.count())]

    @Slot()
    def look_for_another(self) -> None:
        """Ask for one more that is the same."""
        known = self._entities()
        question = self.tr("What is the same as “%1”?").replace("%1", shown_entity(known[0], self._library))
        kinds = frozenset(entity.kind for entity in known)
        kinds = kinds | _ORGANISATIONS if kinds & _ORGANISATIONS else kinds
        without = frozenset(entity.id for entity in known)
        finder = FindEntityDialog(
            self._library, question, self.tr("Add this one"), kinds=kinds, without=without, parent=self
        )
        found = finder.choose()
        if found is not None:
            self._put(found)
            self._say()

    @Slot()
    def _leave_out(self) -> None:
        self.list.takeItem(self.list.currentRow())
        self._say()

    @Slot()
    def _say(self) -> None:
        row = self.list.currentItem()
        enough = self.list.count() > 1 and row is not None
        self.leave.setEnabled(enough)
        self.merge.setEnabled(enough)
        name = shown_entity(row.data(_ENTITY_ROLE), self._library) if row is not None else ""
        name = name if len(name) <= 40 else name[:39] + "…"
        words = self.tr("Merge into “%1”").replace("%1", name) if enough else self.tr("Merge")
        self.merge.setText(words.replace("&", "&&"))

    def wish(self) -> MergeWish:
        """Return what becomes one, as the dialog stands."""
        into = self.list.currentItem().data(_ENTITY_ROLE).id
        return MergeWish(tuple(entity.id for entity in self._entities()), into)
