"""The review of marks whose text has changed: one at a time, the former text beside the present one."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QLocale, QModelIndex, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from gui.models.review_model import CAUTION_ROLE, DETAIL_ROLE, ReviewModel
from gui.theme import Theme
from gui.value_words import colour_in_words
from gui.widgets.flow_layout import FlowLayout
from gui.widgets.labels import Label, Tone
from gui.widgets.passage_pair import PassagePair
from gui.widgets.review_frame import ReviewFrame
from storage.domain.annotation import AnchorState, Annotation
from storage.domain.ids import AnnotationId
from storage.domain.review import MarkReview, MarkToReview, Passage
from storage.domain.search import Span

_QUEUE_WIDTH = 176


@dataclass(frozen=True, slots=True)
class AcceptedPlace:
    """A mark and the one of its proposed places that the reader accepts."""

    mark: Annotation
    span: Span


class ReviewPanel(ReviewFrame):
    """Shows the queue of marks in doubt and, of one of them, where it stood and where it may stand now.

    Signals:
        mark_wanted: the ``AnnotationId`` of the mark whose places are to be shown.
        place_accepted: an ``AcceptedPlace``.
        placing_requested: the ``MarkReview`` of the mark that the reader wants to place by hand.
        loss_accepted: the ``Annotation`` that is to be kept without a place.
    """

    mark_wanted = Signal(object)
    place_accepted = Signal(object)
    placing_requested = Signal(object)
    loss_accepted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = ReviewModel(self)
        empty = self.tr("Every mark has its place. Nothing waits to be checked.")
        title, queue_name = self.tr("Review of marks"), self.tr("Marks to review")
        self._make_frame(title, queue_name, self._model, (DETAIL_ROLE, CAUTION_ROLE), empty)
        self._review: MarkReview | None = None
        self._place = 0
        self._queue.chosen.connect(self._choose)
        self._document, self._state = Label(strong=True, elided=True), Label(tone=Tone.CAUTION, strong=True)
        self._note, self._facts = Label(), Label(tone=Tone.MUTED, elided=True)
        self._pair = PassagePair()
        self._make_buttons()
        self._lay_out(self._make_body(), _QUEUE_WIDTH)

    def _make_buttons(self) -> None:
        self.accept_button = self._button(self.tr("Accept (A)"), "A", self._accept)
        self.accept_button.setProperty("primary", True)
        self.previous_button = self._button(self.tr("Previous place (P)"), "P", self._previous_place)
        self.next_button = self._button(self.tr("Next place (N)"), "N", self._next_place)
        self.hand_button = self._button(self.tr("Place by hand… (H)"), "H", self._place_by_hand)
        self.lost_button = self._button(self.tr("Keep as lost (L)"), "L", self._keep_as_lost)
        self._make_steps(self._go_back, self._skip)

    def _make_body(self) -> QVBoxLayout:
        places, verdicts = FlowLayout(), FlowLayout()
        for row, buttons in (
            (places, (self.accept_button, self.previous_button, self.next_button)),
            (verdicts, (self.hand_button, self.lost_button, self.back_button, self.skip_button)),
        ):
            row.setSpacing(8)
            for button in buttons:
                row.addWidget(button)
        right = QVBoxLayout()
        for label in (self._document, self._state, self._facts, self._note):
            right.addWidget(label)
        right.addWidget(self._pair, 1)
        right.addLayout(places)
        right.addLayout(verdicts)
        return right

    @override
    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self._pair.set_theme(theme)

    @property
    def review(self) -> MarkReview | None:
        """The mark that is shown with its places."""
        return self._review

    @property
    def place(self) -> Span | None:
        """The proposed place that is shown."""
        if self._review is None or not self._review.places:
            return None
        return self._review.places[self._place].present.span

    def set_queue(self, waiting: Sequence[MarkToReview]) -> None:
        """Show these marks as waiting; one that came back is shown at once, else the one now at the same place."""
        known = {one.mark.id for one in self._model.values()}
        row = max(0, self._queue.currentIndex().row())
        chosen = self._model.value(self._queue.currentIndex())
        came_back = [one.mark.id for one in waiting if one.mark.id not in known] if known else []
        with self._queue.quietly():
            self._model.set_values(waiting)
        kept = self._model.index_of(chosen.mark.id) if chosen is not None else QModelIndex()
        back = self._model.index_of(came_back[0]) if len(came_back) == 1 else QModelIndex()
        wanted = next((one for one in (back, kept) if one.isValid()), None)
        self._go_to(wanted or self._model.index(min(row, self._model.rowCount() - 1)))

    def show_mark(self, annotation: AnnotationId) -> None:
        """Go to one of the marks that wait."""
        index = self._model.index_of(annotation)
        if index.isValid():
            self._go_to(index)

    def show_review(self, review: MarkReview) -> None:
        """Show where a mark stood and the likeliest place where it may stand now."""
        chosen = self._model.value(self._queue.currentIndex())
        if chosen is not None and chosen.mark.id == review.mark.id:
            self._review, self._place = review, 0
            self._show()

    def _go_to(self, index: QModelIndex) -> None:
        self._queue.show_chosen(index)
        self._choose(index)

    @Slot(object)
    def _choose(self, index: QModelIndex) -> None:
        waiting = self._model.value(index)
        self._review, self._place = None, 0
        self._show()
        if waiting is not None:
            self.mark_wanted.emit(waiting.mark.id)

    def _show(self) -> None:
        review = self._review
        self._show_position(self._queue.currentIndex().row() + 1, self._model.rowCount())
        places = len(review.places) if review is not None else 0
        self.accept_button.setEnabled(places > 0)
        self.previous_button.setEnabled(self._place > 0)
        self.next_button.setEnabled(self._place + 1 < places)
        self.hand_button.setEnabled(review is not None)
        self.lost_button.setEnabled(review is not None)
        if review is not None:
            self._show_facts(review)
            self._show_passages(review)

    def _show_facts(self, review: MarkReview) -> None:
        mark = review.mark
        is_lost = mark.state is AnchorState.LOST
        lost = self.tr("Lost: these words are not in the new text")
        self._document.setText(review.title)
        self._state.setText(lost if is_lost else self.tr("Please check where this belongs"))
        self._facts.setText(" · ".join((colour_in_words(mark.colour), *mark.tags)))
        self._note.setText(" ".join(mark.note.split()))
        self._note.setVisible(bool(mark.note.strip()))

    def _show_passages(self, review: MarkReview) -> None:
        colour = review.mark.colour
        shown = review.places[self._place] if review.places else review.nearest
        locale = QLocale()
        said = self.tr("Now: no place resembles it")
        if review.places:
            which = self.tr("%1 of %2").replace("%1", locale.toString(self._place + 1))
            which = which.replace("%2", locale.toString(len(review.places)))
            agrees = self.tr("agrees %1 %").replace("%1", locale.toString(round(shown.score * 100)))
            said = " · ".join((_place_in_words(self.tr("Now"), shown.present), which, agrees))
        self._pair.show_former(shown.former, _place_in_words(self.tr("Before"), shown.former), colour)
        self._pair.show_present(shown.present, said, colour)

    @Slot()
    def _accept(self) -> None:
        if self._review is not None and self.place is not None:
            self.place_accepted.emit(AcceptedPlace(self._review.mark, self.place))

    @Slot()
    def _next_place(self) -> None:
        self._place += 1
        self._show()

    @Slot()
    def _previous_place(self) -> None:
        self._place -= 1
        self._show()

    @Slot()
    def _place_by_hand(self) -> None:
        self.placing_requested.emit(self._review)

    @Slot()
    def _keep_as_lost(self) -> None:
        if self._review is not None:
            self.loss_accepted.emit(self._review.mark)

    @Slot()
    def _go_back(self) -> None:
        self._step(-1)

    @Slot()
    def _skip(self) -> None:
        self._step(1)

    def _step(self, by: int) -> None:
        self._go_to(self._model.index(self._queue.currentIndex().row() + by))


def _place_in_words(when: str, passage: Passage) -> str:
    parts = [when]
    if passage.paragraph:
        parts.append(f"¶ {QLocale().toString(passage.paragraph)}")
    if passage.page_label:
        page = QCoreApplication.translate("ReviewPanel", "p. %1")
        parts.append(page.replace("%1", passage.page_label))
    return " · ".join(parts)
