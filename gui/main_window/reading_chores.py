"""What the Edit, Go and Annotate menus do with the document in front."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QInputDialog

from gui.viewer.wishes import ExtentRequest, MarkRequest, RecolourRequest
from storage.domain.annotation import AnchorState, Annotation, AnnotationFilter, Colour
from storage.domain.ids import AnnotationId
from storage.edits import AddAnnotations, ChangeAnnotations, RemoveAnnotations
from storage.errors import UserFacingError

if TYPE_CHECKING:
    from gui.main_window.window import MainWindow


class ReadingChores(QObject):
    """Finds, marks and moves about in documents for the window."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session

    @Slot()
    def copy_text(self) -> None:
        """Copy what is selected, from the canonical text."""
        view = self._window.tabs.view
        if view is not None:
            view.copy_selection()

    @Slot()
    def find_in_document(self) -> None:
        """Open the find bar of the document in front."""
        view = self._window.tabs.view
        if view is not None:
            view.open_find()

    @Slot()
    def next_hit(self) -> None:
        """Go to the next hit, on into the next document found."""
        self._step_hit(1)

    @Slot()
    def previous_hit(self) -> None:
        """Go to the hit before."""
        self._step_hit(-1)

    def _step_hit(self, step: int) -> None:
        view, panel = self._window.tabs.view, self._window.search_panel
        if view is not None and view.find_is_open:
            view.step_hit(step)
        else:
            panel.next_hit() if step > 0 else panel.previous_hit()

    @Slot()
    def zoom_in(self) -> None:
        """Show the text larger."""
        self._zoom(1)

    @Slot()
    def zoom_out(self) -> None:
        """Show the text smaller."""
        self._zoom(-1)

    @Slot()
    def zoom_reset(self) -> None:
        """Show the text in its usual size."""
        view = self._window.tabs.view
        if view is not None:
            view.set_zoom(1.0)

    def _zoom(self, by: int) -> None:
        view = self._window.tabs.view
        if view is not None:
            view.step_zoom(by)

    @Slot()
    def go_to_place(self) -> None:
        """Ask for a paragraph or page and go there."""
        view = self._window.tabs.view
        if view is None:
            return
        place, given = QInputDialog.getText(
            self._window, self.tr("Go to"), self.tr("A paragraph number, or a page as in p. 34")
        )
        if given and place.strip() and not view.go_to(place):
            self._window.status.note(self.tr("There is no %1 in this document.").replace("%1", place.strip()))

    @Slot()
    def next_tab(self) -> None:
        """Bring the next document to the front."""
        self._window.tabs.sides.step(1)

    @Slot()
    def close_tab(self) -> None:
        """Close the document in front."""
        if self._window.tabs.view is not None:
            self._window.tabs.close_view(self._window.tabs.view)

    @Slot()
    def mark_yellow(self) -> None:
        """Highlight the selected words."""
        self._mark_selection(Colour.YELLOW)

    @Slot()
    def mark_green(self) -> None:
        """Highlight the selected words in green."""
        self._mark_selection(Colour.GREEN)

    @Slot()
    def mark_rose(self) -> None:
        """Highlight the selected words in rose."""
        self._mark_selection(Colour.ROSE)

    @Slot()
    def mark_blue(self) -> None:
        """Highlight the selected words in blue."""
        self._mark_selection(Colour.BLUE)

    def _mark_selection(self, colour: Colour) -> None:
        view = self._window.tabs.view
        span = view.selected_span() if view is not None else None
        if span is None:
            self._window.status.note(self.tr("Select words first, then highlight them."))
            return
        self.mark(MarkRequest(span, colour))

    @Slot(object)
    def mark(self, wish: MarkRequest) -> Annotation | None:
        """Mark a range of the document in front, and choose the new mark in the panel."""
        library, document = self._session.library, self._window.tabs.shown
        if library is None or document is None:
            return None
        try:
            made = library.new_annotation(document, wish.span.start, wish.span.end, colour=wish.colour)
        except UserFacingError as error:
            self._window.status.note(str(error))
            return None
        if not self._session.edit(AddAnnotations((made,))):
            return None
        self._window.annotations_panel.choose(made.id, made)
        if self._window.tabs.view is not None:
            self._window.tabs.view.clear_selection()
        return made

    @Slot()
    def edit_note(self) -> None:
        """Mark the selection and put the cursor into its note, or into that of the mark chosen in the panel."""
        view, panel = self._window.tabs.view, self._window.annotations_panel
        span = view.selected_span() if view is not None else None
        mark = self.mark(MarkRequest(span)) if span is not None else panel.chosen
        if mark is not None:
            panel.write_note(mark.id)
        elif span is None:
            self._window.status.note(self.tr("Select words first, or choose a mark in the panel."))

    @Slot(object)
    def mark_all(self, wishes: tuple[MarkRequest, ...]) -> None:
        """Mark several ranges of the document in front; one Undo takes all of them back."""
        library, document = self._session.library, self._window.tabs.shown
        if library is not None and document is not None and wishes:
            self._session.edit(
                AddAnnotations(
                    tuple(
                        library.new_annotation(document, wish.span.start, wish.span.end, colour=wish.colour)
                        for wish in wishes
                    )
                )
            )

    @Slot(object)
    def extend(self, wish: ExtentRequest) -> None:
        """Make a mark begin or end elsewhere; note, tags and colour stay."""
        library, mark = self._session.library, self._mark(wish.annotation)
        if library is None or mark is None:
            return
        there = library.new_annotation(mark.document, wish.span.start, wish.span.end)
        changed = replace(
            mark,
            anchor=there.anchor,
            text_version=there.text_version,
            state=AnchorState.UNCHANGED,
            former=None,
            kept_as_lost=False,
        )
        self._session.edit(ChangeAnnotations((changed,), "extend"))

    @Slot(object)
    def recolour(self, wish: RecolourRequest) -> None:
        """Give a mark another colour."""
        mark = self._mark(wish.annotation)
        if mark is not None:
            self._session.edit(ChangeAnnotations((replace(mark, colour=wish.colour),), "recolour"))

    @Slot(object)
    def remove(self, annotation: AnnotationId) -> None:
        """Put a mark into the trash; Undo brings it back."""
        if self._session.edit(RemoveAnnotations((annotation,))):
            self._window.toast.offer(self.tr("The mark was deleted."))

    def _mark(self, annotation: AnnotationId) -> Annotation | None:
        library, document = self._session.library, self._window.tabs.shown
        if library is None or document is None:
            return None
        marks = library.annotations(AnnotationFilter(documents=frozenset({document})))
        return next((mark for mark in marks if mark.id == annotation), None)
