"""The review of uncertain mentions: one at a time in its sentence, with numbered choices of whom it may name."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Signal, Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from gui.models.mention_queue_model import (
    CAUTION_ROLE,
    DETAIL_ROLE,
    MentionPlace,
    MentionQueueModel,
    place_of,
    words_of,
)
from gui.models.shown_names import names_to_show, shown_mention
from gui.tasks.reading import Reading
from gui.theme import Theme
from gui.translation import in_words
from gui.widgets.choice_button import ChoiceButton
from gui.widgets.flow_layout import FlowLayout
from gui.widgets.labels import Label, Tone
from gui.widgets.passage_view import PassageView
from gui.widgets.reach_switch import ReachSwitch
from gui.widgets.review_frame import ReviewFrame
from storage.domain.ids import DocumentId, EntityId
from storage.domain.mention import DecisionWish, Mention, Reach, ReviewPage, UncertainMention, Verdict
from storage.domain.review import Passage
from storage.domain.search import Span

if TYPE_CHECKING:
    from storage.library import Library

PAGE = 50
"""How many mentions are read at a time; more are never held."""

_MOST_CHOICES = 9
_QUEUE_WIDTH = 200


@dataclass(frozen=True, slots=True)
class _Choice:
    """Whom a mention may name."""

    entity: EntityId
    name: str


@dataclass(frozen=True, slots=True)
class _Settled:
    """What has been decided on and is not to be shown while the archive still takes it in; None: wherever."""

    words: str
    document: DocumentId | None
    start: int | None

    def covers(self, waiting: UncertainMention) -> bool:
        """Tell whether a mention has been decided on by this."""
        mention = waiting.mention
        return (
            words_of(waiting) == self.words
            and self.document in (None, mention.document)
            and self.start in (None, mention.start)
        )


class MentionQueuePanel(ReviewFrame):
    """Shows a page of the queue and one of its mentions; says what the reader decides.

    Signals:
        page_wanted: nothing; ``reading`` now asks for another page.
        decision_requested: a ``DecisionWish``.
        place_requested: the ``Mention`` that the reader wants to see in its document.
        undo_requested: nothing.
    """

    page_wanted = Signal()
    decision_requested = Signal(object)
    place_requested = Signal(object)
    undo_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = MentionQueueModel(self)
        title, queue_name = self.tr("Review of mentions"), self.tr("Mentions to review")
        self._make_frame(title, queue_name, self._model, (DETAIL_ROLE, CAUTION_ROLE), "")
        self._library: Library | None = None
        self._document: DocumentId | None = None
        self._in_front: DocumentId | None = None
        self._first, self._total = 0, 0
        self._wants_last = False
        self._settled: list[_Settled] = []
        self._decided: list[MentionPlace] = []
        self._coming_back: MentionPlace | None = None
        self._choices: tuple[_Choice, ...] = ()
        self._queue.chosen.connect(self._show)
        self._head, self._why = Label(strong=True, elided=True), Label(tone=Tone.MUTED)
        self._ask = Label()
        self._passage = PassageView(self.tr("The words around the mention"), is_former=False)
        self._make_buttons()
        self._only_here = QToolButton()
        self._only_here.setText(self.tr("Only the document in front"))
        self._only_here.setCheckable(True)
        self._only_here.toggled.connect(self._narrow)
        self._lay_out(self._make_body(), _QUEUE_WIDTH, self._only_here)

    def _make_buttons(self) -> None:
        self.accept_button = self._button(self.tr("Accept (A)"), "A", self._accept)
        self.accept_button.setProperty("primary", True)
        self.reject_button = self._button(self.tr("Reject (R)"), "R", self._reject)
        self.other_button = self._button(self.tr("Another entity… (E)"), "E", self._give_to_another)
        self.text_button = self._button(self.tr("Show in text (T)"), "T", self._show_in_text)
        self._make_steps(self._go_back, self._skip)
        self.undo_button = self._button(self.tr("Undo (U)"), "U", self.undo_requested.emit)
        self._numbered = QButtonGroup(self)
        self._numbered.idClicked.connect(self._choose)
        self.choice_buttons = tuple(ChoiceButton(str(number)) for number in range(1, _MOST_CHOICES + 1))
        for number, button in enumerate(self.choice_buttons):
            self._numbered.addButton(button, number)
            self._give_key(button, str(number + 1))
        self.reach_switch = ReachSwitch(self)

    def _make_body(self) -> QVBoxLayout:
        right = QVBoxLayout()
        right.addWidget(self._head)
        right.addWidget(self._why)
        right.addWidget(self._passage, 1)
        right.addWidget(self._ask)
        for button in self.choice_buttons:
            right.addWidget(button)
        right.addSpacing(4)
        right.addWidget(self.reach_switch)
        right.addLayout(_row(self.accept_button, self.reject_button, self.other_button))
        right.addLayout(_row(self.back_button, self.skip_button, self.text_button, self.undo_button))
        return right

    @override
    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self._passage.set_theme(theme)

    def begin(self, library: "Library | None", in_front: DocumentId | None) -> None:
        """Go to the front of an archive's queue; ``in_front`` is the document to which it can be narrowed."""
        self._library, self._in_front = library, in_front
        self._only_here.setEnabled(in_front is not None)
        self._only_here.blockSignals(True)
        self._only_here.setChecked(False)
        self._only_here.blockSignals(False)
        self._document, self._first, self._total = None, 0, 0
        self._settled.clear()
        self._decided.clear()
        self._coming_back = None
        with self._queue.quietly():
            self._model.set_values(())
        self._empty.set_sentence(self.tr("Looking for mentions to check…"))
        self._show()
        self.page_wanted.emit()

    def bring_back(self, steps: int) -> None:
        """Show again what the last decisions were about, because so many of them were taken back."""
        self._settled.clear()
        self._coming_back = next(iter(self._decided[-steps:]), None)
        del self._decided[-steps:]

    def reading(self) -> Reading | None:
        """Return what to read to show the page anew."""
        library, first, document = self._library, self._first, self._document
        if library is None:
            return None

        def ask() -> ReviewPage:
            return library.uncertain_mentions(PAGE, first, document)

        def show(page: ReviewPage) -> None:
            if (library, first, document) == (self._library, self._first, self._document):
                self._take(page)

        return Reading(ask, show)

    def _take(self, page: ReviewPage) -> None:
        if not page.mentions and page.total and self._first:
            self._first = max(0, page.total - PAGE)
            self.page_wanted.emit()
            return
        waiting = [one for one in page.mentions if not any(settled.covers(one) for settled in self._settled)]
        row = max(0, self._queue.currentIndex().row())
        chosen = self.chosen
        with self._queue.quietly():
            self._model.set_values(waiting)
        self._total = page.total - (len(page.mentions) - len(waiting))
        kept = self._model.index_of(place_of(chosen)) if chosen is not None else QModelIndex()
        if self._coming_back is not None and (back := self._model.index_of(self._coming_back)).isValid():
            self._coming_back, kept = None, back
        if self._wants_last:
            self._wants_last, kept = False, self._model.index(len(waiting) - 1)
        self._empty.set_sentence(self.tr("No mention waits to be checked."))
        self._go_to(kept if kept.isValid() else self._model.index(min(row, len(waiting) - 1)))
        if not waiting and self._total > 0:
            self.page_wanted.emit()

    @property
    def chosen(self) -> UncertainMention | None:
        """The mention that is shown."""
        return self._model.value(self._queue.currentIndex())

    def _go_to(self, index: QModelIndex) -> None:
        self._queue.show_chosen(index)
        self._show()

    @Slot(object)
    def _show(self, _index: object = None) -> None:
        waiting = self.chosen
        if waiting is None:
            self._choices = ()
            self._show_position(0, 0)
            return
        self._show_position(self._first + self._queue.currentIndex().row() + 1, self._total)
        self._head.setText(waiting.title)
        self._why.setText(self.tr("Why: %1").replace("%1", in_words(waiting.mention.rule)))
        self._why.setVisible(bool(waiting.mention.rule))
        self._passage.show_passage(_passage_of(waiting))
        self._offer(waiting)

    def _offer(self, waiting: UncertainMention) -> None:
        self._choices = _choices_of(waiting, names_to_show(self._library))[:_MOST_CHOICES]
        for place, button in enumerate(self.choice_buttons):
            button.setVisible(place < len(self._choices))
            if place < len(self._choices):
                name = self._choices[place].name
                suggested = self._choices[place].entity == waiting.mention.entity
                button.set_name(self.tr("%1 — suggested").replace("%1", name) if suggested else name)
        self._ask.setText(self.tr("Who is meant by “%1”?").replace("%1", words_of(waiting)))
        self.accept_button.setEnabled(bool(self._choices))
        if self._choices:
            accepted = self.tr("Accept that %1 is meant").replace("%1", self._choices[0].name)
            self.accept_button.setToolTip(accepted)

    @Slot(int)
    def _choose(self, number: int) -> None:
        waiting = self.chosen
        if waiting is None or number >= len(self._choices):
            return
        entity = self._choices[number].entity
        if entity == waiting.mention.entity:
            self._decide(Verdict.ACCEPT)
        else:
            self._decide(Verdict.REASSIGN, entity)

    @Slot()
    def _accept(self) -> None:
        self._choose(0)

    @Slot()
    def _reject(self) -> None:
        self._decide(Verdict.REJECT)

    @Slot()
    def _give_to_another(self) -> None:
        from gui.dialogs.choose_entity import ChooseEntityDialog

        waiting = self.chosen
        if waiting is None or self._library is None:
            return
        entity = ChooseEntityDialog(self._library, waiting.mention, self).choose()
        if entity is not None:
            self._decide(Verdict.REASSIGN, entity.id)

    def _decide(self, verdict: Verdict, entity: EntityId | None = None) -> None:
        waiting = self.chosen
        if waiting is not None:
            self.decision_requested.emit(DecisionWish(waiting.mention, verdict, self.reach_switch.reach, entity))

    def settle(self, wish: DecisionWish) -> None:
        """Go on to the next mention, because what the reader said of one is stored."""
        waiting = self._model.find((wish.mention.document, wish.mention.start, wish.mention.end))
        if waiting is None:
            return
        document = None if wish.reach is Reach.ARCHIVE else wish.mention.document
        start = wish.mention.start if wish.reach is Reach.PLACE else None
        self._settled.append(_Settled(words_of(waiting), document, start))
        self._decided.append(place_of(waiting))
        self._take(ReviewPage(tuple(self._model.values()), self._total))

    @Slot()
    def _show_in_text(self) -> None:
        if self.chosen is not None:
            self.place_requested.emit(self.chosen.mention)

    @Slot()
    def _go_back(self) -> None:
        row = self._queue.currentIndex().row()
        if row > 0:
            self._go_to(self._model.index(row - 1))
        elif self._first:
            self._first = max(0, self._first - PAGE)
            self._wants_last = True
            self.page_wanted.emit()

    @Slot()
    def _skip(self) -> None:
        row = self._queue.currentIndex().row()
        if row + 1 < self._model.rowCount():
            self._go_to(self._model.index(row + 1))
        elif self._first + row + 1 < self._total:
            self._first += row + 1
            with self._queue.quietly():
                self._queue.setCurrentIndex(QModelIndex())
            self.page_wanted.emit()

    @Slot(bool)
    def _narrow(self, narrowed: bool) -> None:
        self._document = self._in_front if narrowed else None
        self._first = 0
        self.page_wanted.emit()


def _row(*widgets: QWidget) -> FlowLayout:
    row = FlowLayout()
    row.setSpacing(8)
    for widget in widgets:
        row.addWidget(widget)
    return row


def _choices_of(waiting: UncertainMention, names: Mapping[EntityId, str]) -> tuple[_Choice, ...]:
    """List whom a mention may name, first whom the program gave it to, as the window calls them."""
    mention: Mention = waiting.mention
    known = zip(mention.candidates, waiting.candidate_names, strict=True)
    ranked = [_Choice(entity, names.get(entity, name)) for entity, name in known]
    if mention.entity is not None:
        given = _Choice(mention.entity, shown_mention(mention, names))
        suggested = next((one for one in ranked if one.entity == mention.entity), given)
        ranked = [suggested, *(one for one in ranked if one != suggested)]
    return tuple(ranked)


def _passage_of(waiting: UncertainMention) -> Passage:
    """Give the words around a mention without the pieces of words at both ends, of its own paragraph."""
    mention, start, snippet = waiting.mention, waiting.snippet_start, waiting.snippet
    begin, end = mention.start - start, mention.end - start
    before, after = snippet[:begin].rpartition("\n\n")[2], snippet[end:].partition("\n\n")[0]
    if len(before) == begin and start > 0:
        before = before.partition(" ")[2] or before
    if len(after) == len(snippet) - end and after[-1:].isalnum():
        after = after.rpartition(" ")[0] or after
    return Passage(before + snippet[begin:end] + after, mention.start - len(before), Span(mention.start, mention.end))
