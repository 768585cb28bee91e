"""The card of the entity or mention under the cursor: names, counts, years, and "Wrong?"."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QScrollArea, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from gui.tasks.reading import Reading
from gui.theme import Theme
from gui.translation import in_words
from gui.value_words import mention_state_in_words
from gui.widgets.counting import counted
from gui.widgets.empty_state import EmptyState
from gui.widgets.entity_facts import EntityFacts
from gui.widgets.entity_words import kind_in_words
from gui.widgets.labels import Label, Tone
from gui.widgets.year_chart import YearChart
from storage.domain.authority import EntityKind, NameKind, TreeNode
from storage.domain.entity_card import EntityCard
from storage.domain.ids import DocumentId, EntityId
from storage.domain.mention import DecisionWish, Mention, MentionState, Reach, Verdict
from storage.errors import NotFoundError

if TYPE_CHECKING:
    from storage.library import Library


class EntityPanel(QWidget):
    """Shows who is meant; lets the reader say that it is wrong.

    Signals:
        decision_requested: a ``DecisionWish``.
        entity_chosen: the ``EntityId`` of another that the card names.
        mention_chosen: the first or last ``Mention`` of the entity.
        search_requested: a query for the entity.
        text_requested: the ``EntityId`` whose mentions are to be shown in the text.
    """

    decision_requested = Signal(object)
    entity_chosen = Signal(object)
    mention_chosen = Signal(object)
    search_requested = Signal(object)
    text_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library: Library | None = None
        self._node: TreeNode | None = None
        self._mention: Mention | None = None
        self._name = Label("", strong=True, elided=True)
        self._kind = Label("", tone=Tone.MUTED, elided=True)
        self._kind.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._names = Label("", tone=Tone.MUTED)
        self._chart = YearChart()
        self._counts = Label("", tone=Tone.MUTED, elided=True)
        self._why = Label("", tone=Tone.MUTED)
        self._wrong = QToolButton()
        self._wrong.setText(self.tr("Wrong? ▾"))
        self._wrong.setToolTip(self.tr("Accept this mention, reject it, or give it to another"))
        self._wrong.setAccessibleName(self.tr("Decide on this mention"))
        self._wrong.setProperty("flat", True)
        self._wrong.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._wrong.setMenu(self._make_menu())
        self._facts = EntityFacts()
        self._facts.entity_chosen.connect(self.entity_chosen)
        self._facts.mention_chosen.connect(self.mention_chosen)
        self._facts.search_requested.connect(self.search_requested)
        self._facts.text_requested.connect(self.text_requested)
        self._empty = EmptyState(self.tr("Click a name in the text or the tree to see who is meant."))
        self._lay_out()
        self.clear()

    def _make_menu(self) -> QMenu:
        menu = QMenu(self)
        verdicts = (
            (Verdict.ACCEPT, self.tr("This is right")),
            (Verdict.REJECT, self.tr("This is not meant")),
            (Verdict.REASSIGN, self.tr("Give to another…")),
        )
        for verdict, words in verdicts:
            reaches = menu.addMenu(words)
            if verdict is Verdict.ACCEPT:
                self._right = reaches
            for reach in Reach:
                action = reaches.addAction(_reach_in_words(reach))
                action.setData((verdict, reach))
        menu.triggered.connect(self._decide)
        return menu

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._name, 1)
        head.addWidget(self._kind)
        foot = QHBoxLayout()
        foot.addWidget(self._counts, 1)
        foot.addWidget(self._wrong)
        card = QWidget()
        column = QVBoxLayout(card)
        column.setContentsMargins(12, 12, 12, 8)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self._names)
        column.addWidget(self._chart)
        column.addWidget(self._why)
        column.addLayout(foot)
        column.addWidget(self._facts)
        column.addStretch()
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidgetResizable(True)
        scroll.setWidget(card)
        for part in (card, scroll.viewport()):
            part.setAutoFillBackground(False)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(scroll)
        self._pages.addWidget(self._empty)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self._pages)
        self.setMinimumHeight(150)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        for part in (
            self._name,
            self._kind,
            self._names,
            self._chart,
            self._counts,
            self._why,
            self._facts,
            self._empty,
        ):
            part.set_theme(theme)

    def set_library(self, library: "Library | None") -> None:
        """Ask another archive from now on."""
        self._library = library
        self.clear()

    def clear(self) -> None:
        """Show that nothing is chosen."""
        self._node, self._mention = None, None
        self._pages.setCurrentWidget(self._empty)

    def reading(self) -> Reading | None:
        """Return what to read to bring the card up to date."""
        library, mention, node = self._library, self._mention, self._node
        if library is None or (mention is None and node is None):
            return None

        def ask() -> tuple[Mention | None, EntityCard | None]:
            now = _read_anew(library, mention) if mention is not None else None
            entity = now.entity if now is not None else node.id if node is not None else None
            return now, _card_of(library, entity) if entity is not None else None

        def show(answer: tuple[Mention | None, EntityCard | None]) -> None:
            if (mention, node) != (self._mention, self._node):
                return
            now, card = answer
            if now is not None:
                self.show_mention(now, card)
            elif node is not None:
                self.show_node(node, card)

        return Reading(ask, show)

    def show_node(self, node: TreeNode, card: EntityCard | None = None) -> None:
        """Show the entity of a row of the tree, by its card where that was read already."""
        self._node, self._mention = node, None
        self._why.hide()
        self._wrong.hide()
        self._show_entity(card or self._card(node.id), node.name, node.kind)

    def show_mention(self, mention: Mention, card: EntityCard | None = None) -> None:
        """Show who a mention names and why the program thinks so, by the card where that was read already."""
        self._node, self._mention = None, mention
        self._wrong.show()
        self._why.show()
        why = in_words(mention.rule)
        if mention.state is not MentionState.SUGGESTED:
            state = mention_state_in_words(mention.state)
            why = f"{why} · {state}" if why else state
        self._why.setText(self.tr("Why: %1").replace("%1", why))
        self._why.setVisible(bool(why))
        # Of a name that can mean several, it must be said which; there is nothing yet to be right.
        self._right.setEnabled(mention.entity is not None)
        if mention.entity is None:
            self._show_ambiguous(mention)
        else:
            self._show_entity(card or self._card(mention.entity), mention.name, mention.kind)

    def _show_ambiguous(self, mention: Mention) -> None:
        names = [self._card_name(candidate) for candidate in mention.candidates]
        self._name.setText(mention.name)
        self._kind.setText(self.tr("not certain"))
        self._names.setText(self.tr("Can be: %1").replace("%1", " · ".join(filter(None, names))))
        self._chart.set_counts(())
        self._counts.setText("")
        self._facts.hide()
        self._pages.setCurrentIndex(0)

    def _card_name(self, entity: EntityId) -> str:
        card = self._card(entity)
        return card.entity.name if card is not None else ""

    def _card(self, entity: EntityId) -> EntityCard | None:
        return _card_of(self._library, entity) if self._library is not None else None

    def _show_entity(self, card: EntityCard | None, name: str, kind: EntityKind) -> None:
        self._name.setText(card.entity.name if card is not None else name)
        country = card.country_name if card is not None else ""
        self._kind.setText(" · ".join(filter(None, (kind_in_words(kind), country))))
        self._names.setText(_names_in_words(card) if card is not None else "")
        self._names.setVisible(bool(self._names.text()))
        self._chart.set_counts(card.documents_by_year if card is not None else ())
        mentions, documents = (card.mentions, card.documents) if card is not None else (0, 0)
        said = counted(mentions, self.tr("%1 mention"), self.tr("%1 mentions"))
        said += " " + counted(documents, self.tr("in %1 document"), self.tr("in %1 documents"))
        self._counts.setText(said)
        self._facts.setVisible(card is not None)
        if card is not None:
            self._facts.show_card(card, self._titles(card))
        self._pages.setCurrentIndex(0)

    def _titles(self, card: EntityCard) -> dict[DocumentId, str]:
        ends = frozenset(mention.document for mention in (card.first, card.last) if mention is not None)
        found = self._library.documents_of(ends) if self._library is not None and ends else ()
        return {document.id: document.title for document in found}

    @Slot(QAction)
    def _decide(self, action: QAction) -> None:
        from gui.dialogs.choose_entity import ChooseEntityDialog

        if self._mention is None or self._library is None:
            return
        verdict, reach = action.data()
        entity = None
        if verdict is Verdict.REASSIGN:
            entity = ChooseEntityDialog(self._library, self._mention, self).choose()
            if entity is None:
                return
        self.decision_requested.emit(DecisionWish(self._mention, verdict, reach, entity))


def _read_anew(library: "Library", mention: Mention) -> Mention:
    """Return what is said now of the words that a mention stood for."""
    now = library.mentions(mention.document)
    return next((one for one in now if (one.start, one.end) == (mention.start, mention.end)), mention)


def _card_of(library: "Library", entity: EntityId) -> EntityCard | None:
    try:
        return library.entity_card(entity)
    except NotFoundError:
        return None


def _reach_in_words(reach: Reach) -> str:
    return {
        Reach.PLACE: QCoreApplication.translate("EntityPanel", "Here"),
        Reach.DOCUMENT: QCoreApplication.translate("EntityPanel", "In this document"),
        Reach.ARCHIVE: QCoreApplication.translate("EntityPanel", "Everywhere"),
    }[reach]


def _names_in_words(card: EntityCard) -> str:
    entity = card.entity
    short = [name.text for name in entity.names if name.kind is NameKind.ABBREVIATION][:2]
    years = ""
    if entity.first_year and entity.last_year:
        same = entity.first_year == entity.last_year
        years = str(entity.first_year) if same else f"{entity.first_year}–{entity.last_year}"
    elif entity.first_year:
        years = QCoreApplication.translate("EntityPanel", "since %1").replace("%1", str(entity.first_year))
    native = entity.native_name if entity.native_name != entity.name else ""
    return " · ".join(filter(None, (native, *short, years)))
