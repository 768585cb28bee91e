"""Choosing whom a mention names instead."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QDialog, QLabel, QListWidget, QListWidgetItem, QWidget

from gui.value_words import entity_kind_in_words
from gui.widgets.dialog_column import DialogColumn
from gui.widgets.filter_field import FilterField
from gui.widgets.verb_buttons import VerbButtons
from storage.domain.ids import EntityId
from storage.domain.mention import Mention
from storage.library import Library

_ID_ROLE = Qt.ItemDataRole.UserRole


class ChooseEntityDialog(QDialog):
    """Offers the candidates of a mention first, then whatever name the reader types."""

    def __init__(self, library: Library, mention: Mention, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Give to another"))
        self.resize(440, 420)
        self._library = library
        self._mention = mention
        said = QLabel(self.tr("Who is meant by “%1”?").replace("%1", mention.name))
        said.setProperty("panelTitle", True)
        said.setWordWrap(True)
        said.setTextFormat(Qt.TextFormat.PlainText)
        self.field = FilterField(self.tr("Type part of a name…"))
        self.field.words_changed.connect(self._show_found)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Names"))
        self.list.itemActivated.connect(self.accept)
        buttons = VerbButtons(self.tr("Give to this one"), self)
        self._give = buttons.verb
        DialogColumn(self, said, self.field, self.list, buttons)
        self._show_found("")

    @Slot(object)
    def _show_found(self, words: str) -> None:
        self.list.clear()
        if words:
            found = self._library.find_entities(words)
        else:
            found = tuple(self._library.entity_card(entity).entity for entity in self._mention.candidates)
        for entity in found:
            row = QListWidgetItem(f"{entity.name}  ·  {entity_kind_in_words(entity.kind)}")
            row.setData(_ID_ROLE, entity.id)
            self.list.addItem(row)
        self.list.setCurrentRow(0)
        self._give.setEnabled(bool(found))

    def choose(self) -> EntityId | None:
        """Show the dialog; returns the entity chosen, or None."""
        accepted = self.exec()
        row = self.list.currentItem() if accepted else None
        return row.data(_ID_ROLE) if row is not None else None
