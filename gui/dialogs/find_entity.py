"""Looking an entity up by part of a name, for whatever is to be done with it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QDialog, QLabel, QListWidgetItem, QWidget

from gui.models.shown_names import entity_in_words, names_to_show
from gui.widgets.dialog_column import DialogColumn
from gui.widgets.empty_state import EmptyState
from gui.widgets.filter_field import FilterField
from gui.widgets.row_list import RowList
from gui.widgets.verb_buttons import VerbButtons
from storage.domain.authority import Entity, EntityKind
from storage.domain.ids import EntityId
from storage.library import Library

_ENTITY_ROLE = Qt.ItemDataRole.UserRole


class FindEntityDialog(QDialog):
    """Lists what is called by the words typed; ``choose`` returns the row chosen.

    Args:
        question: What is asked, above the field.
        verb: What the button does.
        kinds: The only kinds that are offered.
        without: What is not offered.
        first: What is offered before anything is typed.
    """

    def __init__(
        self,
        library: Library,
        question: str,
        verb: str,
        *,
        kinds: frozenset[EntityKind] = frozenset(EntityKind),
        without: frozenset[EntityId] = frozenset(),
        first: Sequence[Entity] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(verb)
        self.resize(440, 420)
        self._library, self._kinds, self._without, self._first = library, kinds, without, first
        said = QLabel(question)
        said.setProperty("panelTitle", True)
        said.setWordWrap(True)
        said.setTextFormat(Qt.TextFormat.PlainText)
        self.field = FilterField(self.tr("Type part of a name…"))
        self.field.words_changed.connect(self._show_found)
        self.list = RowList(self.tr("Names"))
        self.list.itemActivated.connect(self.accept)
        self.buttons = VerbButtons(verb, self)
        self.go = self.buttons.verb
        self.nothing_found = EmptyState("")
        DialogColumn(self, said, self.field, self.list, self.nothing_found, self.buttons)
        self._show_found("")

    @Slot(object)
    def _show_found(self, words: str) -> None:
        self.list.clear()
        found = self._library.find_entities(words) if words else self._first
        names = names_to_show(self._library)
        for entity in found:
            if entity.kind in self._kinds and entity.id not in self._without and not entity.hidden:
                row = QListWidgetItem(entity_in_words(entity, names))
                row.setData(_ENTITY_ROLE, entity)
                self.list.addItem(row)
        self.list.setCurrentRow(0)
        self.go.setEnabled(self.list.count() > 0)
        in_vain = self.tr("No name holds these words.")
        self.nothing_found.set_sentence(in_vain if words else self.tr("Names that hold what you type are listed here."))
        self.nothing_found.setVisible(not self.list.count())
        self.list.setVisible(self.list.count() > 0)

    def choose(self) -> Entity | None:
        """Show the dialog; returns the entity chosen, or None."""
        accepted = self.exec()
        row = self.list.currentItem() if accepted else None
        return row.data(_ENTITY_ROLE) if row is not None else None
