"""The review of marks: opens it, settles what the reader decides, and lets a mark be placed by hand in its document."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Slot

from gui.panels.review_panel import AcceptedPlace
from gui.widgets.counting import counted
from storage.domain.annotation import AnchorState, Annotation, AnnotationFilter
from storage.domain.changes import Changes
from storage.domain.ids import AnnotationId
from storage.domain.importing import ImportReport, ImportStatus
from storage.domain.progress import IsCancelled, ReportProgress
from storage.domain.review import MarkReview
from storage.errors import UserFacingError

if TYPE_CHECKING:
    from gui.main_window.window import MainWindow


class ReviewDesk(QObject):
    """Goes through marks in doubt with the reader."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session
        self._placing: MarkReview | None = None

    @property
    def _is_open(self) -> bool:
        return self._window.centre.currentWidget() is self._window.review_panel

    @Slot()
    def review_marks(self) -> None:
        """Show the marks that wait for a person to say where they belong, first the one chosen in the panel."""
        self.review_from_first()
        chosen = self._window.annotations_panel.chosen
        if chosen is not None and chosen.is_to_review:
            self._window.review_panel.show_mark(chosen.id)

    @Slot()
    def review_from_first(self) -> None:
        """Show the marks that wait for a person to say where they belong."""
        window = self._window
        if self._session.library is None:
            return
        window.annotations_panel.flush()
        window.moved_notice.hide()
        self._stop_placing()
        window.centre.setCurrentWidget(window.review_panel)
        self._refresh()
        window.review_panel.setFocus()

    @Slot(result=bool)
    def leave(self) -> bool:
        """Go back to reading, or from placing a mark back to the review; tell whether there was one to leave."""
        if self._placing is not None:
            self.cancel_placing()
        elif self._is_open:
            self.make_room()
            (self._window.tabs.view or self._window.tabs).setFocus()
        else:
            return False
        return True

    @Slot()
    def make_room(self) -> None:
        """Give the middle of the window back to the documents, because one of them was asked for."""
        if self._is_open:
            self._window.centre.setCurrentWidget(self._window.tabs)

    def _refresh(self) -> None:
        library = self._session.library
        if library is not None:
            self._window.review_panel.set_queue(library.marks_to_review())

    @Slot(object)
    def take_changes(self, changes: Changes) -> None:
        """Show what edits and imports have changed in the queue."""
        if self._is_open and (changes.annotations or changes.annotated_documents or changes.documents):
            self._refresh()
        notice, library = self._window.moved_notice, self._session.library
        waits = not notice.isHidden() and not notice.action.isHidden()
        if waits and changes.annotations and library is not None and not library.waiting_marks().total:
            notice.hide()

    def forget(self) -> None:
        """Forget what was under way, because another archive is shown."""
        self._stop_placing()
        self._window.moved_notice.hide()

    @Slot(object)
    def show_mark(self, annotation: AnnotationId) -> None:
        """Look up where a mark stood and may stand, and show it."""
        library = self._session.library
        if library is None:
            return

        def job(_progress: ReportProgress, _is_cancelled: IsCancelled) -> Any:
            return library.review_mark(annotation)

        self._session.read(job, self._window.review_panel.show_review)

    @Slot(object)
    def accept(self, accepted: AcceptedPlace) -> None:
        """Give a mark the proposed place the reader accepts."""
        library = self._session.library
        if library is not None:
            self._session.edit(library.accept_place(accepted.mark, accepted.span))

    @Slot(object)
    def keep_as_lost(self, mark: Annotation) -> None:
        """Keep a mark without a place."""
        library = self._session.library
        if library is not None:
            self._session.edit(library.keep_as_lost(mark))

    @Slot(object)
    def begin_placing(self, review: MarkReview) -> None:
        """Open the document where the mark may belong and wait for the reader to select its words."""
        place = review.places[0] if review.places else review.nearest
        view = self._window.tabs.open(review.mark.document, place.present.span)
        if view is None:
            return
        self._placing = review
        words = " ".join(review.mark.sure_place.anchor.quote.split())
        self._window.placing_bar.say(self.tr("Select the words this mark belongs to: “%1”").replace("%1", words))
        view.setFocus()

    @Slot()
    def place_here(self) -> None:
        """Put the mark that is being placed at the words selected."""
        library, view, review = self._session.library, self._window.tabs.view, self._placing
        if library is None or view is None or review is None:
            return
        span = view.selected_span()
        if span is None or view.document is None or view.document.id != review.mark.document:
            self._window.status.note(
                self.tr("Select the words in “%1” first, then place the mark.").replace("%1", review.title)
            )
            return
        try:
            edit = library.place_by_hand(review.mark, span)
        except UserFacingError as error:
            self._window.status.note(str(error))
            return
        if self._session.edit(edit):
            view.clear_selection()
            self.review_from_first()

    @Slot()
    def cancel_placing(self) -> None:
        """Return to the review without placing the mark."""
        review = self._placing
        self.review_from_first()
        if review is not None:
            self._window.review_panel.show_mark(review.mark.id)

    def _stop_placing(self) -> None:
        self._placing = None
        self._window.placing_bar.hide()

    @Slot(object)
    def tell_of_import(self, report: ImportReport) -> None:
        """Say what became of the marks in documents that came in anew."""
        library = self._session.library
        renewed = frozenset(
            file.document
            for file in report.files
            if file.status is ImportStatus.NEW_VERSION and file.document is not None
        )
        if library is None or not renewed:
            return
        marks = library.annotations(AnnotationFilter(documents=renewed))
        moved = sum(mark.state is AnchorState.MOVED for mark in marks)
        waiting = sum(mark.is_to_review for mark in marks)
        said = [
            counted(moved, self.tr("%1 mark moved with its text."), self.tr("%1 marks moved with their texts."))
            if moved
            else "",
            counted(waiting, self.tr("%1 mark waits for your eye."), self.tr("%1 marks wait for your eye."))
            if waiting
            else "",
        ]
        if any(said):
            self._window.moved_notice.action.setVisible(bool(waiting))
            self._window.moved_notice.say(" ".join(filter(None, said)))
