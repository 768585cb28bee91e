"""What lies over the texts that are open: mentions and marks, read for each view and kept up to date."""

from bisect import insort
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from gui.models.shown_names import names_to_show
from gui.session import Session
from gui.viewer.document_view import DocumentView
from storage.domain.annotation import Annotation, AnnotationFilter
from storage.domain.changes import Changes
from storage.domain.ids import AnnotationId, DocumentId, EntityId
from storage.domain.mention import Mention
from storage.domain.progress import IsCancelled, ReportProgress

if TYPE_CHECKING:
    from storage.library import Library

_LONGEST_READ_AT_ONCE = 100_000
"""Code points of a text whose mentions and marks are so few that they are shown together with it."""
_MOST_READ_APART = 500
"""Marks that are read one by one when they have changed; for more all of a document's are read anew."""


@dataclass(frozen=True, slots=True)
class _Layers:
    """What lies over a text, and what the window calls entities in another way than the authority file does."""

    mentions: tuple[Mention, ...]
    names: Mapping[EntityId, str]
    annotations: tuple[Annotation, ...]


class LayerReading:
    """Reads what lies over a short text at once, so that it is painted with it.

    A long text may have tens of thousands of mentions and marks: they are read off the window's thread and come when
    the text has been painted.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._awaited: dict[DocumentId, object] = {}

    def show(self, view: DocumentView) -> None:
        """Show the mentions and marks of a view's document."""
        library, document = self._session.library, view.document
        if library is None or document is None:
            return
        if document.characters <= _LONGEST_READ_AT_ONCE:
            _show(view, _read(library, document.id))
        else:
            self._read_apart(view, library, document.id)

    def show_changes(self, view: DocumentView, changes: Changes) -> None:
        """Show the marks that have changed; to read all of a document for one of them would hold the window up."""
        library, document, ids = self._session.library, view.document, changes.annotations
        if library is None or document is None:
            return
        if document.id in self._awaited or len(ids) > _MOST_READ_APART:
            self.show(view)
        else:
            now = [mark for mark in library.marks(tuple(ids)) if mark.document == document.id]
            view.set_annotations(changed_marks(view.annotations, ids, now))

    def forget(self, view: DocumentView) -> None:
        """Show nothing any more in a view that is about to be closed."""
        if view.document is not None:
            self._awaited.pop(view.document.id, None)

    def _read_apart(self, view: DocumentView, library: "Library", document: DocumentId) -> None:
        asked = self._awaited[document] = object()

        def job(_progress: ReportProgress, _is_cancelled: IsCancelled) -> _Layers:
            return _read(library, document)

        def show(layers: _Layers) -> None:
            if self._awaited.get(document) is asked:
                del self._awaited[document]
                _show(view, layers)

        self._session.read(job, show)


def changed_marks(
    former: Iterable[Annotation], ids: Collection[AnnotationId], now: Iterable[Annotation]
) -> tuple[Annotation, ...]:
    """Put the marks with some ids as they are now among all others of a document, in order of place."""
    marks = [mark for mark in former if mark.id not in ids]
    for mark in now:
        insort(marks, mark, key=lambda one: (one.anchor.start, one.anchor.end, one.id))
    return tuple(marks)


def _read(library: "Library", document: DocumentId) -> _Layers:
    wanted = AnnotationFilter(documents=frozenset({document}))
    return _Layers(library.mentions(document), names_to_show(library), library.annotations(wanted))


def _show(view: DocumentView, layers: _Layers) -> None:
    view.set_mentions(layers.mentions, layers.names)
    view.set_annotations(layers.annotations)
