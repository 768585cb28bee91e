"""The card of the entity or mention under the cursor: names, counts, years, and "Wrong?"."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QScrollArea, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from gui.models.shown_names import names_to_show, shown_mention, shown_name
from gui.tasks.reading import Reading
from gui.theme import Theme
from gui.translation import in_words
from gui.value_words import entity_kind_in_words, mention_state_in_words
from gui.widgets.counting import counted
from gui.widgets.empty_state import EmptyState
from gui.widgets.entity_facts import EntityFacts
from gui.widgets.labels import Label, Tone
from gui.widgets.writing import mark_as_writing
from gui.widgets.year_chart import YearChart
from storage.domain.authority import Entity, NameKind, TreeNode
from storage.domain.entity_card import EntityCard
from storage.domain.ids import FIRST_SCHEME, DocumentId, EntityId, SchemeId
from storage.domain.mention import DecisionWish, Mention, MentionState, Reach, Verdict
from storage.errors import NotFoundError

if TYPE_CHECKING:
    from storage.library import Library

_PATIENCE_MILLISECONDS = 300


class EntityPanel(QWidget):
    """Shows who is meant; lets the reader say that it is wrong.

    What a row or mention says itself is shown at once, the rest of the card when it has been read.

    Signals:
        card_requested: nothing; ``reading`` tells what is to be read.
        decision_requested: a ``DecisionWish``.
        emptied: whether nothing is shown now.
        entity_chosen: the ``EntityId`` of another that the card names.
        marks_requested: the ``EntityId`` whose marks are to be listed.
        mention_chosen: the first or last ``Mention`` of the entity.
        search_requested: a query for the entity.
        text_requested: the ``EntityId`` whose mentions are to be shown in the text.
    """

    card_requested = Signal()
    decision_requested = Signal(object)
    emptied = Signal(object)
    entity_chosen = Signal(object)
    marks_requested = Signal(object)
    mention_chosen = Signal(object)
    search_requested = Signal(object)
    text_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library: Library | None = None
        self._scheme = FIRST_SCHEME
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
        mark_as_writing(self._wrong)
        self._facts = EntityFacts()
        self._facts.entity_chosen.connect(self.entity_chosen)
        self._facts.marks_requested.connect(self.marks_requested)
        self._facts.mention_chosen.connect(self.mention_chosen)
        self._facts.search_requested.connect(self.search_requested)
        self._facts.text_requested.connect(self.text_requested)
        self._empty = EmptyState(self.tr("Click a name in the text or the tree to see who is meant."))
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MILLISECONDS)
        self._patience.timeout.connect(self._show_waiting)
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
        scroll.setAccessibleName(self.tr("Card"))
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
        self._library, self._scheme = library, FIRST_SCHEME
        self.clear()

    @property
    def entity(self) -> EntityId | None:
        """Whose card is shown."""
        if self._mention is not None:
            return self._mention.entity
        return self._node.id if self._node is not None else None

    def clear(self) -> None:
        """Show that nothing is chosen."""
        self._node, self._mention = None, None
        self._patience.stop()
        self._pages.setCurrentWidget(self._empty)
        self.emptied.emit(True)

    @Slot(object)
    def set_scheme(self, scheme: SchemeId) -> None:
        """Count by another way of sorting countries into regions."""
        self._scheme = scheme
        self._ask()

    def _ask(self) -> None:
        if self._library is not None and (self._node is not None or self._mention is not None):
            self._patience.start()
            self.card_requested.emit()

    @Slot()
    def _show_waiting(self) -> None:
        """Show nothing of whoever was shown before, since the card is long in coming."""
        self._names.setText(self.tr("Reading…"))
        self._names.show()
        self._chart.set_counts(())
        self._facts.hide()

    def reading(self) -> Reading | None:
        """Return what to read to bring the card up to date."""
        library, scheme, mention, node = self._library, self._scheme, self._mention, self._node
        if library is None or (mention is None and node is None):
            return None

        def ask() -> _Answer:
            now = _read_anew(library, mention) if mention is not None else None
            entity = now.entity if now is not None else node.id if node is not None else None
            return _answer(library, scheme, now, entity)

        def show(answer: _Answer) -> None:
            if (mention, node, scheme) == (self._mention, self._node, self._scheme):
                self._take(answer)

        return Reading(ask, show)

    def show_node(self, node: TreeNode) -> None:
        """Show the entity of a row of the tree."""
        self._node, self._mention = node, None
        self._why.hide()
        self._wrong.hide()
        name = shown_name(node, names_to_show(self._library))
        self._show_head(name, entity_kind_in_words(node.kind))
        self._show_counts(node.mentions, node.documents)
        self._ask()

    def show_mention(self, mention: Mention) -> None:
        """Show who a mention names and why the program thinks so."""
        self._node = None
        self._show_reason(mention)
        named = mention.entity is not None
        name = shown_mention(mention, names_to_show(self._library))
        self._show_head(name, entity_kind_in_words(mention.kind) if named else self.tr("not certain"))
        self._ask()

    def _show_reason(self, mention: Mention) -> None:
        self._mention = mention
        self._wrong.show()
        why = in_words(mention.rule)
        if mention.state is not MentionState.SUGGESTED:
            state = mention_state_in_words(mention.state)
            why = f"{why} · {state}" if why else state
        self._why.setText(self.tr("Why: %1").replace("%1", why))
        self._why.setVisible(bool(why))
        # Of a name that can mean several, it must be said which; there is nothing yet to be right.
        self._right.setEnabled(mention.entity is not None)

    def _show_head(self, name: str, kind: str) -> None:
        self._name.setText(name)
        self._kind.setText(kind)
        self._pages.setCurrentIndex(0)
        self.emptied.emit(False)

    def _show_counts(self, mentions: int, documents: int) -> None:
        said = counted(mentions, self.tr("%1 mention"), self.tr("%1 mentions"))
        places = counted(documents, self.tr("in %1 document"), self.tr("in %1 documents"))
        self._counts.setText(self.tr("%1 %2").replace("%1", said).replace("%2", places))

    def _take(self, answer: "_Answer") -> None:
        """Show what was read of the row or mention that is shown."""
        self._patience.stop()
        card, mention = answer.card, answer.mention
        if mention is not None:
            self._show_reason(mention)
        if mention is not None and mention.entity is None:
            self._show_ambiguous(mention, answer.candidates)
        elif card is not None:
            self._show_card(card, answer.titles)
        else:
            self._names.hide()
            self._chart.set_counts(())
            self._facts.hide()

    def _show_ambiguous(self, mention: Mention, candidates: tuple[str, ...]) -> None:
        self._show_head(mention.name, self.tr("not certain"))
        self._names.setText(self.tr("Can be: %1").replace("%1", " · ".join(candidates)))
        self._names.show()
        self._chart.set_counts(())
        self._counts.setText("")
        self._facts.hide()

    def _show_card(self, card: EntityCard, titles: Mapping[DocumentId, str]) -> None:
        entity, names = card.entity, names_to_show(self._library)
        shown = names.get(entity.id, entity.name)
        country = names.get(entity.country, card.country_name) if entity.country else card.country_name
        self._show_head(shown, " · ".join(filter(None, (entity_kind_in_words(entity.kind), country))))
        self._names.setText(_names_in_words(entity, shown))
        self._names.setVisible(bool(self._names.text()))
        self._chart.set_counts(card.documents_by_year)
        self._show_counts(card.mentions, card.documents)
        self._facts.show_card(card, titles, names)
        self._facts.show()

    @Slot(QAction)
    def _decide(self, action: QAction) -> None:
        from gui.dialogs.choose_entity import ChooseEntityDialog

        if self._mention is None or self._library is None:
            return
        verdict, reach = action.data()
        entity = None
        if verdict is Verdict.REASSIGN:
            chosen = ChooseEntityDialog(self._library, self._mention, self).choose()
            if chosen is None:
                return
            entity = chosen.id
        self.decision_requested.emit(DecisionWish(self._mention, verdict, reach, entity))


def _read_anew(library: "Library", mention: Mention) -> Mention:
    """Return what is said now of the words that a mention stood for."""
    now = library.mentions(mention.document)
    return next((one for one in now if (one.start, one.end) == (mention.start, mention.end)), mention)


@dataclass(frozen=True, slots=True)
class _Answer:
    """What was read: the mention as it is now, the card, the titles it needs, or the names of whom it can mean."""

    mention: Mention | None
    card: EntityCard | None
    titles: Mapping[DocumentId, str]
    candidates: tuple[str, ...] = ()


def _answer(library: "Library", scheme: SchemeId, mention: Mention | None, entity: EntityId | None) -> _Answer:
    if entity is None:
        meant = mention.candidates if mention is not None else ()
        cards = (_card_of(library, candidate, scheme) for candidate in meant)
        names = names_to_show(library)
        found = (card.entity for card in cards if card is not None)
        return _Answer(mention, None, {}, tuple(names.get(one.id, one.name) for one in found))
    card = _card_of(library, entity, scheme)
    ends = frozenset(one.document for one in (card.first, card.last) if one is not None) if card else frozenset()
    titles = {document.id: document.title for document in library.documents_of(ends)} if ends else {}
    return _Answer(mention, card, titles)


def _card_of(library: "Library", entity: EntityId, scheme: SchemeId) -> EntityCard | None:
    try:
        return library.entity_card(entity, scheme)
    except NotFoundError:
        return None


def _reach_in_words(reach: Reach) -> str:
    return {
        Reach.PLACE: QCoreApplication.translate("EntityPanel", "Here"),
        Reach.DOCUMENT: QCoreApplication.translate("EntityPanel", "In this document"),
        Reach.ARCHIVE: QCoreApplication.translate("EntityPanel", "Everywhere"),
    }[reach]


def _names_in_words(entity: Entity, shown: str) -> str:
    """Say by what other names an entity goes, first the one of the authority file where another is shown."""
    short = [name.text for name in entity.names if name.kind is NameKind.ABBREVIATION][:2]
    years = ""
    if entity.first_year and entity.last_year:
        same = entity.first_year == entity.last_year
        years = str(entity.first_year) if same else f"{entity.first_year}–{entity.last_year}"
    elif entity.first_year:
        years = QCoreApplication.translate("EntityPanel", "since %1").replace("%1", str(entity.first_year))
    others = dict.fromkeys(name for name in (entity.name, entity.native_name) if name != shown)
    return " · ".join(filter(None, (*others, *short, years)))
