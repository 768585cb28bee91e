"""Where the reader stands in a window, so that another window can go on there."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from gui.main_window.document_tabs import Place
from gui.widgets.filter_field import FilterField
from gui.widgets.mark_list_head import MarkScope
from storage.domain.ids import DocumentId, SchemeId
from storage.domain.importing import FileOutcome

if TYPE_CHECKING:
    from gui.main_window.window import MainWindow


@dataclass(frozen=True, slots=True)
class Standing:
    """What is open and what was asked for; ``filters`` are the words in the fields above the lists."""

    archive: Path | None
    places: tuple[Place, ...]
    on_the_right: frozenset[DocumentId]
    front: DocumentId | None
    zoom: float
    section: int
    scheme: SchemeId
    mark_scope: MarkScope
    query: str
    filters: tuple[str, ...]
    outcomes: tuple[FileOutcome, ...]
    is_import_shown: bool
    is_reviewing_marks: bool
    is_reviewing_mentions: bool


def standing_of(window: "MainWindow") -> Standing:
    """Return where the reader stands; words just typed into a note are saved."""
    window.annotations_panel.flush()
    library = window.session.library
    centre = window.centre.currentWidget()
    return Standing(
        library.path if library is not None else None,
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
        window.import_chores.outcomes,
        not window.import_dock.isHidden(),
        centre is window.review_panel,
        centre is window.mention_queue,
    )


def resume(window: "MainWindow", standing: Standing) -> None:
    """Go on where the reader stood; the archive is open already."""
    window.sections.setCurrentIndex(standing.section)
    if window.session.library is None:
        return
    _reopen(window, standing)
    window.tree_panel.set_scheme(standing.scheme)
    window.annotations_panel.head.choose_scope(standing.mark_scope)
    for field, words in zip(window.findChildren(FilterField), standing.filters, strict=False):
        field.setText(words)
    if standing.query:
        window.search_field.set_query(standing.query)
    window.import_chores.take_over(standing.outcomes)
    if standing.is_import_shown:
        window.import_chores.show_import()
    if standing.is_reviewing_marks:
        window.review_desk.review_marks()
    elif standing.is_reviewing_mentions:
        window.mention_desk.review_mentions()


def _reopen(window: "MainWindow", standing: Standing) -> None:
    tabs = window.tabs
    tabs.close_all()
    tabs.zoom = standing.zoom
    offsets = {place.document: place.offset for place in standing.places}
    views = {document: tabs.open(document, remember=False) for document in offsets}
    for document, view in views.items():
        if view is not None and document in standing.on_the_right:
            tabs.sides.move_across(view)
    if standing.front is not None:
        tabs.open(standing.front, remember=False)
    for document, view in views.items():
        if view is not None:
            view.scroll_to(offsets[document])
