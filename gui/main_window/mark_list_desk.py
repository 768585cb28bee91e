"""What the panel of annotations shows and what is done with several marks at once; long lists are read page by page."""

from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QDialog

from gui.dialogs.mark_history import MarkHistoryDialog
from gui.dialogs.trashed_marks import TrashedMarksDialog
from gui.models.mark_arrangement import MarkGroup, MarkGrouping
from gui.models.mark_words import words_to_find
from gui.models.shown_names import names_to_show
from gui.panels.annotations_panel import BulkWish
from gui.value_words import mark_colour_in_words
from gui.widgets.counting import counted
from gui.widgets.mark_list_head import MarkScope
from storage.domain.annotation import Annotation, AnnotationFilter, Colour
from storage.domain.changes import Changes
from storage.domain.ids import AnnotationId, DocumentId, EntityId
from storage.domain.mark_columns import MarkColumns, MarkNarrowing, columns_of, labels_of
from storage.domain.progress import IsCancelled, ReportProgress
from storage.domain.review import WaitingMarks
from storage.edits import ChangeAnnotations, Edit, RemoveAnnotations

if TYPE_CHECKING:
    from gui.main_window.window import MainWindow
    from storage.library import Library

_TEXTS_AT_ONCE = 5_000
_FIRST_PAGE = 40
_FEW = 2_000


@dataclass(frozen=True, slots=True)
class _Listing:
    """Marks of the archive or of one document as columns, grouped and ordered as the reader has chosen.

    ``texts`` are the words that a filter looks in, empty where they are not read yet: in the rows of ``missing``.
    """

    columns: MarkColumns
    groups: tuple[MarkGroup, ...]
    titles: dict[DocumentId, str]
    names: dict[EntityId, str]
    texts: list[str]
    missing: dict[AnnotationId, int]
    known: tuple[Annotation, ...]
    waiting: WaitingMarks
    tags: list[str]


class MarkListDesk(QObject):
    """Keeps the list of marks up to date, and carries out what is wished of the marks chosen in it."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session
        self._panel = window.annotations_panel
        self._texts: dict[AnnotationId, str] = {}
        self._number = 0
        self._narrowing = MarkNarrowing()
        self._panel.head.narrowing_cleared.connect(self.show_all)
        self._panel.arrangement_chosen.connect(self.refresh)
        self._panel.bulk_wished.connect(self.carry_out)
        self._panel.history_requested.connect(self.show_history)
        self._panel.marks_wanted.connect(self._fetch)
        self._panel.scope_chosen.connect(self.refresh)

    def forget(self) -> None:
        """Forget the words of another archive's marks, and what the list was narrowed to."""
        self._texts.clear()
        self._number += 1
        self._narrowing = MarkNarrowing()
        self._panel.head.show_narrowing("")

    @property
    def narrowing(self) -> MarkNarrowing:
        """What the list is narrowed to."""
        return self._narrowing

    def show_marks(self, words: str, narrowing: MarkNarrowing) -> None:
        """List those marks of the whole archive that belong to something; ``words`` name it."""
        self._panel.flush()
        self._narrowing = narrowing
        self._panel.head.show_narrowing(words)
        self._window.right_dock.show()
        self._panel.head.choose_scope(MarkScope.ARCHIVE)
        self._panel.setFocus()

    @Slot(object)
    def show_marks_of_entity(self, entity: EntityId) -> None:
        """List the marks that are linked to an entity."""
        library = self._session.library
        if library is not None:
            name = _names(library, frozenset({entity})).get(entity, entity)
            self.show_marks(self.tr("linked to: %1").replace("%1", name), MarkNarrowing(entity=entity))

    def show_marks_of_colour(self, colour: Colour) -> None:
        """List the marks of a colour."""
        said = mark_colour_in_words(colour, self._window.colour_meanings.get(colour, ""))
        self.show_marks(self.tr("colour: %1").replace("%1", said), MarkNarrowing(colour=colour))

    @Slot()
    def show_all(self) -> None:
        """List the marks again whatever they belong to."""
        self._narrowing = MarkNarrowing()
        self._panel.head.show_narrowing("")
        self.refresh()

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
        shown, number, panel, narrowing = self._window.tabs.shown, self._number, self._panel, self._narrowing
        by_document = panel.head.arrangement.grouping is MarkGrouping.DOCUMENT

        def job(_progress: ReportProgress, _is_cancelled: IsCancelled) -> _Listing:
            marks: tuple[Annotation, ...] = ()
            if shown is not None:
                there = library.annotations(AnnotationFilter(documents=frozenset({shown})))
                marks = tuple(mark for mark in there if narrowing.covers(mark))
            titles = {mark.document: library.document(mark.document).title for mark in marks[:1]} if by_document else {}
            names = _names(library, frozenset(one for mark in marks for one in mark.entities))
            columns = columns_of(marks)
            labels = labels_of(marks, entities=panel.head.arrangement.grouping is MarkGrouping.ENTITY)
            groups, texts = panel.arrange(columns, labels, titles, names), [words_to_find(mark) for mark in marks]
            waiting, tags = library.waiting_marks(), library.tag_names()
            return _Listing(columns, groups, titles, names, texts, {}, marks, waiting, tags)

        self._session.read_marks(job, lambda listing: self._show(listing, number))

    def _show(self, listing: _Listing, number: int) -> None:
        """Show a list, unless another one has been asked for since."""
        if number == self._number:
            self._panel.set_tags(listing.tags)
            self._panel.head.set_waiting(listing.waiting)
            self._panel.show_columns(
                listing.columns, listing.groups, listing.titles, listing.names, listing.texts, listing.known
            )

    def _list_all(self, library: "Library") -> None:
        panel, number, narrowing = self._panel, self._number, self._narrowing

        def first(_progress: ReportProgress, _is_cancelled: IsCancelled) -> _Listing:
            known = library.first_marks(_FIRST_PAGE)
            return self._listing(library, library.columns_of(known), known)

        def job(_progress: ReportProgress, _is_cancelled: IsCancelled) -> _Listing:
            known = tuple(mark for mark in library.first_marks(_FIRST_PAGE) if narrowing.covers(mark))
            return self._listing(library, library.mark_columns(narrowing), known)

        def show_all(listing: _Listing) -> None:
            self._show(listing, number)
            if number == self._number:
                self._read_texts(library, listing.texts, listing.missing)

        is_whole = narrowing == MarkNarrowing() and panel.head.arrangement.grouping is MarkGrouping.NOTHING
        if panel.shown_marks < _FEW and is_whole:
            self._session.read(first, lambda listing: self._show(listing, number))
        self._session.read(job, show_all)

    def _listing(self, library: "Library", columns: MarkColumns, known: tuple[Annotation, ...]) -> _Listing:
        labels = None
        if self._panel.head.arrangement.grouping is MarkGrouping.TAG:
            labels = library.mark_tags()
        elif self._panel.head.arrangement.grouping is MarkGrouping.ENTITY:
            labels = library.mark_entities()
        titles = library.titles_of(frozenset(columns.documents))
        names = _names(library, library.linked_entities())
        groups = self._panel.arrange(columns, labels, titles, names)
        read = {mark.id: words_to_find(mark) for mark in known}
        texts = [self._texts.get(one) or read.get(one, "") for one in columns.ids]
        missing = {one: row for row, one in enumerate(columns.ids) if not texts[row]}
        return _Listing(
            columns, groups, titles, names, texts, missing, known, library.waiting_marks(), library.tag_names()
        )

    def _read_texts(self, library: "Library", texts: list[str], missing: dict[AnnotationId, int]) -> None:
        """Read the words that a filter looks in and that are not known yet; ``missing`` says where they belong.

        A few thousand at a time, so that cards coming into view are read in between, and a filter that is being typed
        already shows what it finds in those that have come.
        """
        number = self._number
        wanted = tuple(islice(missing, _TEXTS_AT_ONCE))
        if not wanted:
            return

        def take(read: list[str]) -> None:
            if number == self._number:
                self._texts.update(zip(wanted, read, strict=True))
                for identity, text in zip(wanted, read, strict=True):
                    texts[missing.pop(identity)] = text
                self._panel.set_texts(texts)
                self._read_texts(library, texts, missing)

        self._session.read(lambda _progress, _is_cancelled: library.mark_texts(wanted), take)

    @Slot(object)
    def _fetch(self, wanted: tuple[AnnotationId, ...]) -> None:
        library = self._session.library
        if library is None:
            return
        if len(wanted) == 1:
            # Whoever has just made a mark types its note at once; the keys must not go elsewhere until it is read.
            self._panel.take_marks(library.marks(wanted))
        else:
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
                self._window.toast.offer(said)
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
            self._window.toast.offer(said)

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


def _names(library: "Library", entities: frozenset[EntityId]) -> dict[EntityId, str]:
    """Return what those that marks are linked to are called in the window."""
    shown = names_to_show(library)
    return {entity: shown.get(entity, name) for entity, name in library.linked_names(entities).items()}
