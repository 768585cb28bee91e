"""Where the reader stands in a window, so that another window can go on there."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from shiboken6 import isValid

from gui.main_window.document_tabs import DocumentTabs, Place
from gui.panels.documents_panel import Narrowing
from gui.viewer.document_view import DocumentView
from gui.viewer.wishes import Mode
from gui.widgets.filter_field import FilterField
from gui.widgets.mark_list_head import MarkScope
from storage.domain.ids import DocumentId, SchemeId
from storage.domain.importing import FileOutcome
from storage.domain.mark_columns import MarkNarrowing
from storage.domain.search import SearchFilter
from storage.text.finding import Find

if TYPE_CHECKING:
    from gui.main_window.window import MainWindow


@dataclass(frozen=True, slots=True)
class Narrowed:
    """What lists were narrowed to: the search, all documents, those of a row of the tree (None: not shown), marks."""

    search: SearchFilter
    search_node: str
    documents: tuple[str, Narrowing]
    node_documents: tuple[str, Narrowing] | None
    marks: tuple[str, MarkNarrowing]


@dataclass(frozen=True, slots=True)
class Standing:
    """What is open and what was asked for.

    ``filters`` are the words in the fields above the lists, ``finds`` those in the find bars that are open, ``modes``
    which documents are shown in another way than as text.
    """

    places: tuple[Place, ...]
    on_the_right: frozenset[DocumentId]
    front: DocumentId | None
    zoom: float
    section: int
    scheme: SchemeId
    mark_scope: MarkScope
    query: str
    filters: tuple[str, ...]
    narrowed: Narrowed
    finds: tuple[tuple[DocumentId, Find], ...]
    modes: tuple[tuple[DocumentId, Mode], ...]
    outcomes: tuple[FileOutcome, ...]
    is_import_shown: bool
    is_reviewing_marks: bool
    is_reviewing_mentions: bool


def standing_of(window: "MainWindow") -> Standing:
    """Return where the reader stands; words just typed into a note are saved."""
    window.annotations_panel.flush()
    centre = window.centre.currentWidget()
    return Standing(
        tuple(Place(view.document.id, view.visible_span().start) for view in window.tabs.views() if view.document),
        frozenset(
            view.document.id
            for view in window.tabs.views()
            if view.document and view in window.tabs.sides.right_views()
        ),
        window.tabs.shown,
        window.tabs.zoom,
        window.sections.currentIndex(),
        window.tree_panel.scheme,
        window.annotations_panel.scope,
        window.search_field.query,
        tuple(field.text() for field in window.findChildren(FilterField)),
        _narrowed(window),
        tuple(
            (view.document.id, view.pane.find_bar.wanted())
            for view in window.tabs.views()
            if view.document and not view.pane.find_bar.isHidden()
        ),
        tuple(
            (view.document.id, view.pane.head.mode)
            for view in window.tabs.views()
            if view.document and view.pane.head.mode is not Mode.TEXT
        ),
        window.import_chores.outcomes,
        not window.import_dock.isHidden(),
        centre is window.review_panel,
        centre is window.mention_queue,
    )


def _narrowed(window: "MainWindow") -> Narrowed:
    all_documents, of_node = window.documents_panel, window.node_documents
    return Narrowed(
        window.search_panel.filters.filter,
        window.search_panel.filters.node_name,
        (all_documents.narrowed_words, all_documents.narrowed),
        None if of_node.isHidden() else (of_node.narrowed_words, of_node.narrowed),
        (window.annotations_panel.head.narrowing_words, window.mark_list_desk.narrowing),
    )


def resuming(window: "MainWindow", standing: Standing) -> Iterator[None]:
    """Go on where the reader stood, a list or a document a step; the archive is open already."""
    window.sections.setCurrentIndex(standing.section)
    if window.session.library is None:
        return
    window.tree_panel.set_scheme(standing.scheme)
    yield
    yield from _narrow(window, standing.narrowed)
    window.sections.setCurrentIndex(standing.section)
    yield from _reopen(window, standing)
    window.annotations_panel.head.choose_scope(standing.mark_scope)
    yield
    for field, words in zip(window.findChildren(FilterField), standing.filters, strict=False):
        field.setText(words)
    yield
    if standing.query:
        window.search_field.set_query(standing.query)
        yield
    window.import_chores.take_over(standing.outcomes)
    if standing.is_import_shown:
        window.import_chores.show_import()
    yield
    if standing.is_reviewing_marks:
        window.review_desk.review_marks()
    elif standing.is_reviewing_mentions:
        window.mention_desk.review_mentions()


def _narrow(window: "MainWindow", narrowed: Narrowed) -> Iterator[None]:
    """Narrow the lists as they were, one a step; what narrows them is named in the window's language if it can be."""
    filters = window.search_panel.filters
    filters.filter, filters.node_name = narrowed.search, narrowed.search_node
    filters.set_facets((), 0)
    yield
    words, documents = narrowed.documents
    if documents.tag:
        window.tags_panel.tag_chosen.emit(documents.tag)
    elif words:
        window.documents_panel.narrow(words, documents)
    yield
    if narrowed.node_documents is not None:
        words, of_node = narrowed.node_documents
        if len(of_node.entities) == 1:
            window.entity_panel.entity_chosen.emit(next(iter(of_node.entities)))
        else:
            window.node_documents.narrow(words, of_node)
            window.node_documents.show()
    yield
    words, marks = narrowed.marks
    if marks.entity is not None:
        window.mark_list_desk.show_marks_of_entity(marks.entity)
    elif marks.colour is not None:
        window.mark_list_desk.show_marks_of_colour(marks.colour)
    elif words:
        window.mark_list_desk.show_marks(words, marks)
    yield


def _reopen(window: "MainWindow", standing: Standing) -> Iterator[None]:
    tabs = window.tabs
    tabs.close_all()
    tabs.zoom = standing.zoom
    offsets = {place.document: place.offset for place in standing.places}
    views = {}
    tabs.setUpdatesEnabled(False)  # nobody is to see one document after the other
    try:
        for document in offsets:
            tabs.spare.prepare()
            yield
            views[document] = tabs.open(document, remember=False)
            yield
        yield from _put_in_front(tabs, views, standing)
    finally:
        if isValid(tabs):
            tabs.setUpdatesEnabled(True)
    finds, modes = dict(standing.finds), dict(standing.modes)
    for document, view in views.items():
        if view is not None:
            view.scroll_to(offsets[document])
            if document in finds:
                view.pane.find_bar.resume(finds[document])
            if document in modes:
                view.pane.head.choose(modes[document])
            yield


def _put_in_front(
    tabs: DocumentTabs, views: Mapping[DocumentId, DocumentView | None], standing: Standing
) -> Iterator[None]:
    """Put the documents that were on the right there, and the one that was in front in front."""
    for document, view in views.items():
        if view is not None and document in standing.on_the_right:
            tabs.sides.move_across(view)
            yield
    if standing.front is not None:
        tabs.open(standing.front, remember=False)
        yield
