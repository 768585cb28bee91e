"""The dialog that founds a country, party, body or person, as from words selected in a text."""

from dataclasses import dataclass

from PySide6.QtCore import Slot
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QPushButton,
    QWidget,
)

from gui.dialogs.find_entity import FindEntityDialog
from gui.dialogs.form_dialog import FormDialog
from gui.models.shown_names import shown_entity
from gui.value_words import entity_kind_in_words
from gui.widgets.fitting import resize_to_fit
from gui.widgets.labels import Label
from storage.domain.authority import Entity, EntityKind
from storage.domain.ids import EntityId
from storage.library import Library

_KINDS = (EntityKind.PARTY, EntityKind.BODY, EntityKind.PERSON, EntityKind.COUNTRY)
_ORGANISATIONS = frozenset({EntityKind.PARTY, EntityKind.BODY})


@dataclass(frozen=True, slots=True)
class NewEntity:
    """What is to be founded."""

    name: str
    kind: EntityKind
    country: EntityId | None = None
    part_of: EntityId | None = None


class EntityChoice(QWidget):
    """Shows the entity chosen, or nobody; a button looks for another one, a second takes it away.

    Args:
        question: What the dialog behind the button asks.
        kinds: The only kinds that can be chosen.
    """

    def __init__(self, library: Library, question: str, kinds: frozenset[EntityKind]) -> None:
        super().__init__()
        self._library, self._question, self._kinds = library, question, kinds
        self.chosen: Entity | None = None
        self._said = Label(elided=True)
        self.choose = QPushButton(self.tr("Choose…"))
        self.choose.setAccessibleName(question)
        self.none = QPushButton(self.tr("None"))
        self.none.setToolTip(self.tr("Leave it without one"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._said, 1)
        row.addWidget(self.choose)
        row.addWidget(self.none)
        self.choose.clicked.connect(self._find)
        self.none.clicked.connect(self._take_away)
        self.show_entity(None)

    def show_entity(self, entity: Entity | None) -> None:
        """Take an entity, or none, as the one chosen."""
        self.chosen = entity
        self._said.setText(shown_entity(entity, self._library) if entity is not None else self.tr("none"))
        self.none.setEnabled(entity is not None)

    @Slot()
    def _find(self) -> None:
        verb = self.tr("Choose this one")
        found = FindEntityDialog(self._library, self._question, verb, kinds=self._kinds, parent=self).choose()
        if found is not None:
            self.show_entity(found)

    @Slot()
    def _take_away(self) -> None:
        self.show_entity(None)


class NewEntityDialog(FormDialog):
    """Asks for name, kind, country and what it is part of; ``wish`` returns them.

    Args:
        name: The name to begin with, as the words selected in a text.
        country: The country to begin with.
        part_of: The organisation to begin with.
    """

    def __init__(
        self,
        library: Library,
        name: str = "",
        country: Entity | None = None,
        part_of: Entity | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(self.tr("New entity"), name, self.tr("as it stands in the texts"), parent)
        self.kind = QComboBox()
        for kind in _KINDS:
            self.kind.addItem(entity_kind_in_words(kind), kind)
        self.country = EntityChoice(
            library, self.tr("Which country does it belong to?"), frozenset({EntityKind.COUNTRY})
        )
        self.part_of = EntityChoice(library, self.tr("Which organisation is it part of?"), _ORGANISATIONS)
        self.country.show_entity(country)
        self.part_of.show_entity(part_of)
        rows = (
            (self.tr("Kind"), self.kind),
            (self.tr("Country"), self.country),
            (self.tr("Part of"), self.part_of),
        )
        said = self.tr(
            "The name is looked for in all texts, and what is found appears as mentions. Undo takes it back."
        )
        self._lay_out(said, self.tr("Add to the tree"), rows)
        self.kind.currentIndexChanged.connect(self._fit_fields)
        self._fit_fields()
        resize_to_fit(self, 520, self.sizeHint().height())

    @Slot()
    def _fit_fields(self) -> None:
        kind = EntityKind(self.kind.currentData())
        self._form.setRowVisible(self.country, kind is not EntityKind.COUNTRY)
        self._form.setRowVisible(self.part_of, kind in _ORGANISATIONS)

    def wish(self) -> NewEntity:
        """Return what is to be founded, as the dialog stands."""
        kind = EntityKind(self.kind.currentData())
        country = self.country.chosen if kind is not EntityKind.COUNTRY else None
        part_of = self.part_of.chosen if kind in _ORGANISATIONS else None
        return NewEntity(
            self.name.text().strip(), kind, country.id if country else None, part_of.id if part_of else None
        )
