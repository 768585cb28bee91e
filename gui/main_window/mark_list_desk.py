"""What the panel of annotations shows and what is done with several marks at once; long lists are read page by page."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QDialog

from gui.dialogs.mark_history import MarkHistoryDialog
from gui.dialogs.trashed_marks import TrashedMarksDialog
from gui.models.mark_arrangement import MarkGroup, MarkGrouping
from gui.panels.annotations_panel import BulkWish
from gui.widgets.counting import counted
from gui.widgets.mark_list_head import MarkScope
from storage.domain.annotation import Annotation, AnnotationFilter, Colour
from storage.domain.changes import Changes
from storage.domain.ids import AnnotationId, DocumentId, EntityId
from storage.domain.mark_columns import MarkColumns
from storage.domain.progress import IsCancelled, ReportProgress
from storage.domain.review import WaitingMarks
from storage.edits import ChangeAnnotations, Edit, RemoveAnnotations
from storage.errors import CancelledError

if TYPE_CHECKING:
    from gui.main_window.window import MainWindow
    from storage.library import Library

_TEXTS_AT_ONCE = 4_000
_FIRST_PAGE = 40
_FEW = 2_000


@dataclass(frozen=True, slots=True)
class _Listing:
    """All marks of the archive as columns, grouped and ordered as the reader has chosen."""

    columns: MarkColumns
    groups: tuple[MarkGroup, ...]
    titles: dict[DocumentId, str]
    names: dict[EntityId, str]
    known: tuple[Annotation, ...]
    waiting: WaitingMarks
    tags: list[str]


@dataclass(frozen=True, slots=True)
class _DocumentListing:
    """The marks of one document."""

    marks: tuple[Annotation, ...]
    titles: dict[DocumentId, str]
    names: dict[EntityId, str]
    waiting: WaitingMarks
    tags: list[str]


@dataclass(frozen=True, slots=True)
class _Texts:
    """The folded words of marks; what is known of those that did not change is kept."""

    ids: tuple[AnnotationId, ...]
    texts: list[str]


class MarkListDesk(QObject):
    """Keeps the list of marks up to date, and carries out what is wished of the marks chosen in it."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session
        self._panel = window.annotations_panel
        self._texts: dict[AnnotationId, str] = {}
        self._number = 0
        self._panel.arrangement_chosen.connect(self.refresh)
        self._panel.bulk_wished.connect(self.carry_out)
        self._panel.history_requested.connect(self.show_history)
        self._panel.marks_wanted.connect(self._fetch)
        self._panel.scope_chosen.connect(self.refresh)

    def forget(self) -> None:
        """Forget the words of another archive's marks."""
        self._texts.clear()
        self._number += 1

    def take_changes(self, changes: Changes) -> None:
        """Read the list anew where marks have changed."""
        for annotation in changes.annotations:
            self._texts.pop(annotation, None)
        library, chosen = self._session.library, self._panel.chosen
        if library is not None and chosen is not None and chosen.id in changes.annotations:
            # The list follows in a moment; the next key must not change what the mark was before.
            now = library.marks((chosen.id,))
            self._panel.take_marks(now) if now else self._panel.choose(None)
        if changes.annotations or changes.annotated_documents or changes.tags or changes.colours:
            self.refresh()

    @Slot()
    @Slot(object)
    def refresh(self, _scope: object = None) -> None:
        """Read the marks that are to be shown, off the window's thread."""
        library = self._session.library
        self._number += 1
        if library is None:
            self._panel.set_annotations(())
            self._panel.head.set_waiting(WaitingMarks())
        elif self._panel.scope is MarkScope.ARCHIVE:
            self._list_all(library)
        else:
            self._list_document(library)

    def _list_document(self, library: "Library") -> None:
        shown, number, panel = self._window.tabs.shown, self._number, self._panel
        by_document = panel.head.arrangement.grouping is MarkGrouping.DOCUMENT

        def job(_progress: ReportProgress, _is_cancelled: IsCancelled) -> _DocumentListing:
            marks: tuple[Annotation, ...] = ()
            if shown is not None:
                marks = library.annotations(AnnotationFilter(documents=frozenset({shown})))
            titles = {mark.document: library.document(mark.document).title for mark in marks[:1]} if by_document else {}
            names = library.linked_names(frozenset(one for mark in marks for one in mark.entities))
            return _DocumentListing(marks, titles, names, library.waiting_marks(), library.tag_names())

        def show(listing: _DocumentListing) -> None:
            if number == self._number:
                panel.set_tags(listing.tags)
                panel.head.set_waiting(listing.waiting)
                panel.set_annotations(listing.marks, listing.titles, listing.names)

        self._session.read_marks(job, show)

    def _list_all(self, library: "Library") -> None:
        panel, number = self._panel, self._number

        def first(_progress: ReportProgress, _is_cancelled: IsCancelled) -> _Listing:
            known = library.first_marks(_FIRST_PAGE)
            return self._listing(library, library.columns_of(known), known)

        def job(_progress: ReportProgress, _is_cancelled: IsCancelled) -> _Listing:
            columns = library.mark_columns()
            return self._listing(library, columns, library.first_marks(_FIRST_PAGE))

        def show(listing: _Listing) -> None:
            if number == self._number:
                panel.set_tags(listing.tags)
                panel.head.set_waiting(listing.waiting)
                panel.show_columns(listing.columns, listing.groups, listing.titles, listing.names, listing.known)

        def show_all(listing: _Listing) -> None:
            show(listing)
            if number == self._number:
                self._read_texts(library, listing.columns)

        if panel.shown_marks < _FEW and panel.head.arrangement.grouping is MarkGrouping.NOTHING:
            self._session.read(first, show)
        self._session.read(job, show_all)

    def _listing(self, library: "Library", columns: MarkColumns, known: tuple[Annotation, ...]) -> _Listing:
        labels = None
        if self._panel.head.arrangement.grouping is MarkGrouping.TAG:
            labels = library.mark_tags()
        elif self._panel.head.arrangement.grouping is MarkGrouping.ENTITY:
            labels = library.mark_entities()
        titles = library.titles_of(frozenset(columns.documents))
        names = library.linked_names(library.linked_entities())
        groups = self._panel.arrange(columns, labels, titles, names)
        return _Listing(columns, groups, titles, names, known, library.waiting_marks(), library.tag_names())

    def _read_texts(self, library: "Library", columns: MarkColumns) -> None:
        """Read the words that a filter looks in, those that are not known, so that a key finds them at once."""
        number, known = self._number, self._texts
        missing = [identity for identity in columns.ids if identity not in known]

        def job(_progress: ReportProgress, is_cancelled: IsCancelled) -> _Texts:
            texts: list[str] = []
            for start in range(0, len(missing), _TEXTS_AT_ONCE):
                if is_cancelled() or number != self._number:
                    raise CancelledError
                texts += library.mark_texts(missing[start : start + _TEXTS_AT_ONCE])
            return _Texts(tuple(missing), texts)

        def show(read: _Texts) -> None:
            known.update(zip(read.ids, read.texts, strict=True))
            if number == self._number:
                self._panel.set_texts([known.get(identity, "") for identity in columns.ids])

        self._session.read(job, show)

    @Slot(object)
    def _fetch(self, wanted: tuple[AnnotationId, ...]) -> None:
        library = self._session.library
        if library is not None:
            self._session.read_marks(lambda _progress, _is_cancelled: library.marks(wanted), self._panel.take_marks)

    @Slot(object)
    def carry_out(self, wish: BulkWish) -> None:
        """Tag, colour or delete the marks chosen; one Undo takes it back."""
        library = self._session.library
        if library is None or not wish.marks:
            return
        if wish.value is None:
            if self._session.edit(RemoveAnnotations(wish.marks)):
                said = counted(len(wish.marks), self.tr("%1 mark was deleted."), self.tr("%1 marks were deleted."))
                self._window.status.note(f"{said} {self.tr('Undo brings them back.')}")
            return
        marks = library.marks(wish.marks)
        if isinstance(wish.value, Colour):
            changed = tuple(replace(mark, colour=wish.value) for mark in marks if mark.colour is not wish.value)
            edit: Edit = ChangeAnnotations(changed, "colour")
        else:
            tags = tuple(str(tag) for tag in wish.value) if isinstance(wish.value, tuple) else ()
            changed = tuple(
                replace(mark, tags=tuple(dict.fromkeys((*mark.tags, *tags))))
                for mark in marks
                if not set(tags) <= set(mark.tags)
            )
            edit = ChangeAnnotations(changed, "tag")
        if changed and self._session.edit(edit):
            said = counted(len(changed), self.tr("%1 mark was changed."), self.tr("%1 marks were changed."))
            self._window.status.note(f"{said} {self.tr('Undo takes it back.')}")

    @Slot(object)
    def show_history(self, annotation: AnnotationId) -> None:
        """Show who changed a mark, what and when."""
        library = self._session.library
        if library is not None:
            moments = library.mark_history(annotation)
            MarkHistoryDialog(moments, self._window).exec()

    @Slot()
    def show_trash(self) -> None:
        """Show the marks that were deleted, and put back those that are chosen."""
        library = self._session.library
        if library is None:
            return
        dialog = TrashedMarksDialog(library.trashed_marks(), self._window)
        if dialog.exec() == QDialog.DialogCode.Accepted and dialog.chosen():
            marks = dialog.chosen()
            if self._session.edit(library.restoring_marks(marks)):
                said = counted(len(marks), self.tr("%1 mark is back."), self.tr("%1 marks are back."))
                self._window.status.note(said)
