"""The documents that are open, in tabs on one side or on two, with the way back to where the reader has been."""

from collections.abc import Iterator
from dataclasses import dataclass

import shiboken6
from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedLayout, QWidget

from gui.main_window.layer_reading import LayerReading
from gui.main_window.spare_views import SpareViews
from gui.session import Session
from gui.tasks.searches import DocumentSpans
from gui.viewer.appearance import ViewerAppearance
from gui.viewer.document_view import DocumentView
from gui.widgets.empty_state import EmptyState
from gui.widgets.two_sides import TwoSides
from storage.domain.annotation import AnchorState, Annotation
from storage.domain.changes import Changes
from storage.domain.document import DocumentState
from storage.domain.ids import DocumentId
from storage.domain.search import SearchRequest, Span
from storage.errors import UserFacingError

_MOST_REMEMBERED = 100


@dataclass(frozen=True, slots=True)
class Place:
    """Where the reader is or was: a document and an offset in code points."""

    document: DocumentId
    offset: int


class _History:
    """Where the reader has been, and what is ahead after going back."""

    def __init__(self) -> None:
        self.back: list[Place] = []
        self.forward: list[Place] = []

    def leave(self, place: Place | None) -> None:
        """Remember a place the reader goes away from; what was ahead is ahead no more."""
        if place is not None and (not self.back or self.back[-1] != place):
            self.back = [*self.back[-_MOST_REMEMBERED:], place]
        self.forward.clear()

    def turn(self, here: Place | None, forward: bool) -> Place | None:
        """Take the next place of one direction, and remember where the reader is in the other."""
        source, other = (self.forward, self.back) if forward else (self.back, self.forward)
        if not source:
            return None
        if here is not None:
            other.append(here)
        return source.pop()


class DocumentTabs(QWidget):
    """Opens documents in views and keeps each view's mentions, hits and marks up to date.

    The views stand in tabs on the left side; the reader can move some to a right side, to read two side by side. What
    is opened comes to the side in which the reader is.

    Signals:
        document_shown: the ``DocumentId`` in front, or None.
        view_added: a new ``DocumentView``, to be connected by the window.
        failed: a sentence for the reader.
        asked_for: nothing; a document was asked for, by whatever way.
    """

    document_shown = Signal(object)
    view_added = Signal(object)
    failed = Signal(object)
    asked_for = Signal()

    def __init__(self, session: Session, appearance: ViewerAppearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._appearance = appearance
        self.zoom = 1.0
        self._request: SearchRequest | None = None
        self._wanted_hit: tuple[DocumentId, Span] | None = None
        self._history = _History()
        self._layers = LayerReading(session)
        self._told: DocumentId | None = None
        self.sides = TwoSides(appearance.muted)
        self.spare = SpareViews(appearance, self.sides)
        self.sides.shown_changed.connect(self._tell_shown)
        self.sides.close_requested.connect(self.close_view)
        self.nothing_open = EmptyState(self.tr("The document you choose on the left is read here."))
        self._whole = QStackedLayout(self)
        self._whole.addWidget(self.nothing_open)
        self._whole.addWidget(self.sides)

    @property
    def view(self) -> DocumentView | None:
        """The view in front, on the side in which the reader is."""
        widget = self.sides.shown
        return widget if isinstance(widget, DocumentView) else None

    @property
    def shown(self) -> DocumentId | None:
        """The document in front."""
        view = self.view
        return view.document.id if view is not None and view.document is not None else None

    def views(self) -> list[DocumentView]:
        """Return all open views."""
        return [view for view in self.sides.views() if isinstance(view, DocumentView)]

    def count(self) -> int:
        """Return how many documents are open."""
        return len(self.views())

    def move_across(self) -> None:
        """Move the document in front to the other side, and go there with it; the only one open stays."""
        if self.view is not None:
            self.sides.move_across(self.view)

    def open(self, document: DocumentId, span: Span | None = None, remember: bool = True) -> DocumentView | None:
        """Bring a document to the front, at a range if one is given."""
        if remember:
            self._history.leave(self._place())
        view = self._view_of(document) or self._add(document)
        if view is None:
            return None
        self.sides.bring_to_front(view)
        self.asked_for.emit()
        if span is not None:
            view.reveal(span)
        return view

    def _view_of(self, document: DocumentId) -> DocumentView | None:
        return next((view for view in self.views() if view.document and view.document.id == document), None)

    def _add(self, document: DocumentId) -> DocumentView | None:
        view = self.spare.take()
        view.set_zoom(self.zoom)
        view.zoom_changed.connect(self._keep_zoom)
        if not self._fill(view, document):
            view.deleteLater()
            return None
        self.view_added.emit(view)
        self.sides.add(view, view.document.title if view.document else "")
        return view

    def _fill(self, view: DocumentView, document: DocumentId) -> bool:
        library = self._session.library
        if library is None:
            return False
        try:
            known = library.document(document)
            if known.state is DocumentState.TRASHED:
                self.failed.emit(self.tr("“%1” is in the trash. Undo brings it back.").replace("%1", known.title))
                return False
            version = library.text(document)
            view.show_document(known, version, has_pages=library.has_pages(version))
        except UserFacingError as error:
            self.failed.emit(str(error))
            return False
        self._decorate(view)
        return True

    def _decorate(self, view: DocumentView) -> None:
        library = self._session.library
        if library is None or view.document is None:
            return
        view.pane.head.show_note(library.document_note(view.document.id))
        self._layers.show(view)
        self._ask_for_hits(view)

    def show_hits(self, request: SearchRequest | None) -> None:
        """Show the hits of a search in every open document, or none."""
        self._request = request
        for view in self.views():
            self._ask_for_hits(view)

    def _ask_for_hits(self, view: DocumentView) -> None:
        if self._request is None or view.document is None:
            view.set_hits(())
            return
        self._session.searches.find_hits(view.document.id, self._request, self._set_hits)

    def _set_hits(self, found: DocumentSpans) -> None:
        document, hits = found.document, found.spans
        view = self._view_of(document)
        if view is None or found.request != self._request:
            return
        wanted = self._wanted_hit
        current = None
        if wanted is not None and wanted[0] == document:
            current = next((index for index, hit in enumerate(hits) if hit == wanted[1]), None)
        view.set_hits(hits, current)

    def show_hit(self, document: DocumentId, span: Span) -> None:
        """Open a document at a hit and make that hit the current one."""
        self._wanted_hit = (document, span)
        before = self._view_of(document)
        view = self.open(document, span)
        if view is not None and view is before:  # one that was not open has been filled with its hits
            self._ask_for_hits(view)

    def show_annotation(self, annotation: Annotation) -> None:
        """Open a document at a mark; one that is lost has no place in it to go to."""
        is_lost = annotation.state is AnchorState.LOST
        span = None if is_lost else Span(annotation.anchor.start, annotation.anchor.end)
        view = self.open(annotation.document, span)
        if view is not None:
            view.set_active_annotation(annotation.id)

    @Slot(object)
    def take_changes(self, changes: Changes) -> None:
        """Refresh what changes have touched in the open documents."""
        for view in self.views():
            document = view.document
            if document is None:
                continue
            if document.id in changes.documents:
                self._reload(view, document.id)
            elif document.id in changes.mentions:
                self._decorate(view)
            elif document.id in changes.annotated_documents:
                self._layers.show_changes(view, changes)

    def _reload(self, view: DocumentView, document: DocumentId) -> None:
        library = self._session.library
        if library is None:
            return
        if library.document(document).state is DocumentState.TRASHED:
            self.close_view(view)
            return
        if view.version is None or library.document(document).text_version != view.version.id:
            at = view.visible_span().start
            self._fill(view, document)
            view.scroll_to(at)
        else:
            view.describe(library.document(document))
            self._decorate(view)
        self.sides.set_title(view, library.document(document).title)

    @Slot(object)
    def close_view(self, view: DocumentView) -> None:
        """Close a document."""
        self._layers.forget(view)
        self.sides.remove(view)
        view.clear()  # lets go of the file whose pages it shows
        view.deleteLater()

    def close_all(self) -> None:
        """Close every document and forget the way back."""
        for view in self.views():
            self.close_view(view)
        self._history = _History()
        self._request = None

    def travel(self, forward: bool) -> None:
        """Return to where the reader was before, or to where they went back from."""
        library = self._session.library
        target = self._history.turn(self._place(), forward)
        while target and library and library.document(target.document).state is DocumentState.TRASHED:
            target = self._history.turn(None, forward)
        view = self.open(target.document, remember=False) if target is not None else None
        if view is not None and target is not None:
            view.scroll_to(target.offset)

    def _place(self) -> Place | None:
        view = self.view
        if view is None or view.document is None:
            return None
        return Place(view.document.id, view.visible_span().start)

    def dress(self, appearance: ViewerAppearance) -> Iterator[None]:
        """Give all views new colours, fonts and measures, unless they have them, one view a step."""
        self._appearance = appearance
        self.spare.appearance = appearance
        self.sides.set_colour(appearance.muted)
        for view in (*self.views(), *self.spare.views()):
            if shiboken6.isValid(view) and view.pane.text_view.appearance != appearance:
                view.set_appearance(appearance)
                yield

    @Slot(object)
    def _keep_zoom(self, zoom: float) -> None:
        self.zoom = zoom

    @Slot()
    def _tell_shown(self) -> None:
        self._whole.setCurrentWidget(self.nothing_open if self.view is None else self.sides)
        if self.shown != self._told:
            self._told = self.shown
            self.document_shown.emit(self._told)
