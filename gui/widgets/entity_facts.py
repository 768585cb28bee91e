"""What is known of an entity: its names, registers and ties, its first and last mention, and its company."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, QLocale, Signal, SignalInstance, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.plain_words import explain
from gui.theme import Theme
from gui.translation import in_words
from gui.widgets.chip import Chip
from gui.widgets.counting import counted
from gui.widgets.flat_button import flat_button
from gui.widgets.flow_layout import FlowLayout
from gui.widgets.labels import Label, Tone
from gui.widgets.language_names import language_words
from storage.domain.authority import Name, NameKind
from storage.domain.entity_card import EntityCard
from storage.domain.ids import DocumentId, EntityId

_MOST_NAMES = 12
_MOST_CHIPS = 12


class EntityFacts(QWidget):
    """Shows the facts of a card; names of others and of documents lead there.

    Signals:
        entity_chosen: an ``EntityId`` that the card names.
        marks_requested: the ``EntityId`` of the card, whose marks are to be listed.
        mention_chosen: the first or the last ``Mention``.
        search_requested: a query.
        text_requested: the ``EntityId`` of the card, whose mentions are to be shown in the text.
    """

    entity_chosen = Signal(object)
    marks_requested = Signal(object)
    mention_chosen = Signal(object)
    search_requested = Signal(object)
    text_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme: Theme | None = None
        self._entity: EntityId | None = None
        self._query = ""
        self._chips: list[Chip] = []
        self.search_button = flat_button(self.tr("Search this"), self.tr("Search all texts for this name"))
        self.search_button.clicked.connect(self._ask_to_search)
        self.text_button = flat_button(self.tr("Show in text"), self.tr("Go to the next mention in the texts"))
        self.text_button.clicked.connect(self._ask_for_text)
        self.marks_button = flat_button(self.tr("Show marks"), self.tr("List the marks that are linked to this"))
        self.marks_button.clicked.connect(self._ask_for_marks)
        self._names, self._registers = Label(tone=Tone.MUTED), Label(tone=Tone.MUTED)
        self._note = Label()
        self._ends, self._related, self._company = QWidget(), QWidget(), QWidget()
        self._related_title = Label(self.tr("Related"), tone=Tone.MUTED)
        self._company_title = Label(self.tr("Most often in the same documents"), tone=Tone.MUTED)
        for row in (self._ends, self._related, self._company):
            FlowLayout(row)
        buttons = FlowLayout()
        buttons.setSpacing(6)
        for button in (self.search_button, self.text_button, self.marks_button):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(buttons)
        for part in (
            self._note, self._ends, self._names, self._registers, self._related_title, self._related,
            self._company_title, self._company,
        ):  # fmt: skip
            column.addWidget(part)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        for part in (self._note, self._names, self._registers, self._related_title, self._company_title, *self._chips):
            part.set_theme(theme)

    def show_card(
        self, card: EntityCard, titles: Mapping[DocumentId, str], names: Mapping[EntityId, str]
    ) -> None:  # fmt: skip
        """Show what a card says.

        ``titles`` are those of the documents of its first and last mention, ``names`` what others are called in the
        window where that differs.
        """
        entity = card.entity
        self._entity, self._query = entity.id, f'"{entity.name}"'
        self._take_chips_away()
        self.text_button.setEnabled(card.mentions > 0)
        self._fill(self._ends, self._end_chips(card, titles), self.mention_chosen)
        self._names.setText(_names_in_words(entity.names))
        registers = [f"{register} {identity}" for register, identity in entity.identifiers]
        self._registers.setText(" · ".join(registers))
        self._note.setText(card.note)
        for label in (self._note, self._names, self._registers):
            label.setVisible(bool(label.text()))
        related = [
            Chip(f"{in_words(one.relation)}: {names.get(one.id, one.name)}", value=one.id)
            for one in card.related[:_MOST_CHIPS]
        ]
        self._related_title.setVisible(bool(related))
        self._fill(self._related, related, self.entity_chosen)
        company = [
            Chip(names.get(one.id, one.name), QLocale().toString(one.documents), one.id)
            for one in card.neighbours[:_MOST_CHIPS]
        ]
        for chip, one in zip(company, card.neighbours, strict=False):
            together = counted(one.documents, self.tr("in %1 document"), self.tr("in %1 documents"))
            explain(chip, f"{names.get(one.id, one.name)}: {together}")
        self._company_title.setVisible(bool(company))
        self._fill(self._company, company, self.entity_chosen)

    def _take_chips_away(self) -> None:
        for row in (self._ends, self._related, self._company):
            row.hide()  # while it is seen, every chip that comes or goes would have all of them laid out
            layout = row.layout()
            while layout is not None and layout.count():
                layout.takeAt(0)
        for chip in self._chips:
            chip.hide()
            chip.deleteLater()
        self._chips = []

    def _end_chips(self, card: EntityCard, titles: Mapping[DocumentId, str]) -> list[Chip]:
        made: list[Chip] = []
        for words, mention in ((self.tr("first:"), card.first), (self.tr("last:"), card.last)):
            if mention is not None:
                title = titles.get(mention.document, "")
                chip = Chip(f"{words} {title}", value=mention)
                explain(chip, title)
                made.append(chip)
        return made

    def _fill(self, row: QWidget, chips: Sequence[Chip], chosen: SignalInstance) -> None:
        layout = row.layout()
        assert layout is not None
        for chip in chips:
            if self._theme is not None:
                chip.set_theme(self._theme)
            chip.chosen.connect(chosen)
            layout.addWidget(chip)
            self._chips.append(chip)
            chip.show()
        row.setVisible(bool(chips))

    @Slot()
    def _ask_to_search(self) -> None:
        self.search_requested.emit(self._query)

    @Slot()
    def _ask_for_marks(self) -> None:
        self.marks_requested.emit(self._entity)

    @Slot()
    def _ask_for_text(self) -> None:
        self.text_requested.emit(self._entity)


def _names_in_words(names: Sequence[Name]) -> str:
    """Say names with their languages and years, the shown dozen of them."""
    said = [_name_in_words(name) for name in names[:_MOST_NAMES]]
    if len(names) > _MOST_NAMES:
        more = QCoreApplication.translate("EntityFacts", "and %1 more")
        said.append(more.replace("%1", QLocale().toString(len(names) - _MOST_NAMES)))
    return " · ".join(said)


def _name_in_words(name: Name) -> str:
    """Say a name, and in brackets its language, whether it is a former one, and its years."""
    former = QCoreApplication.translate("EntityFacts", "former") if name.kind is NameKind.FORMER else ""
    years = ""
    if name.first_year or name.last_year:
        years = f"{name.first_year or ''}–{name.last_year or ''}"
    language = language_words(name.language) if name.language else ""
    about = ", ".join(filter(None, (language, former, years)))
    return f"{name.text} ({about})" if about else name.text
