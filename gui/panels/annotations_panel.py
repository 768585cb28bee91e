"""The marks of a document or of the whole archive as cards, with the editor of the chosen one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QModelIndex, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from gui.models import annotation_model as rows
from gui.models.mark_arrangement import MarkGroup, MarkGrouping, MarkNames, MarkOrder, arranged
from gui.models.mark_words import words_to_find
from gui.theme import Theme
from gui.widgets.annotation_editor import AnnotationEditor
from gui.widgets.arrangement_button import ArrangementButton
from gui.widgets.card_delegate import CardRoles
from gui.widgets.empty_state import EmptyState
from gui.widgets.long_list_view import LongListView
from gui.widgets.mark_delegate import MarkDelegate
from gui.widgets.mark_list_head import MarkListHead, MarkScope
from gui.widgets.mark_selection_bar import MarkSelectionBar
from storage.domain.annotation import Annotation, Colour
from storage.domain.ids import AnnotationId, DocumentId, EntityId
from storage.domain.mark_columns import MarkColumns, MarkLabels, columns_of, labels_of

_ROLES = CardRoles(
    colour=rows.COLOUR_ROLE, state=rows.STATE_ROLE, title=rows.TITLE_ROLE, note=rows.NOTE_ROLE,
    tags=rows.TAGS_ROLE, place=rows.PLACE_ROLE, stamp=rows.STAMP_ROLE,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class BulkWish:
    """What is wished of several marks: tags to add, a Colour to give, or None to delete them."""

    marks: tuple[AnnotationId, ...]
    value: object = None


class AnnotationsPanel(QWidget):
    """Shows marks, says which was chosen, and asks for edits of it."""

    annotation_chosen = Signal(object)
    """An Annotation."""
    edit_requested = Signal(object)
    """An Edit."""
    link_requested = Signal(object)
    """The Annotation that is to be linked to an entity."""
    history_requested = Signal(object)
    """An AnnotationId."""
    review_requested = Signal()
    """The reader wants to go through the marks that wait to be checked."""
    scope_chosen = Signal(object)
    """A MarkScope."""
    arrangement_chosen = Signal()
    """The reader wants the list grouped or ordered otherwise; ``arrangement`` says how."""
    marks_wanted = Signal(object)
    """A tuple of AnnotationId whose cards are in view; ``take_marks`` hands them over."""
    bulk_wished = Signal(object)
    """A BulkWish for the marks chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wanted: AnnotationId | None = None
        self._writes = False
        self._meanings: Mapping[Colour, str] = {}
        self._model = rows.AnnotationModel(self)
        self._model.marks_wanted.connect(self.marks_wanted)
        self._view = self._make_view()
        self._delegate = MarkDelegate(self._view, _ROLES, rows.HEADING_ROLE, rows.COUNT_ROLE)
        self._view.setItemDelegate(self._delegate)
        self._editor = AnnotationEditor()
        self._editor.edit_requested.connect(self.edit_requested)
        self._editor.history_requested.connect(self.history_requested)
        self._editor.link_requested.connect(self.link_requested)
        self._bar = MarkSelectionBar()
        self._bar.tags_wished.connect(self._wish_for_chosen)
        self._bar.colour_wished.connect(self._wish_for_chosen)
        self._bar.deletion_wished.connect(self._wish_for_chosen)
        self._empty = EmptyState(self.tr("No marks yet. Select words and press Ctrl+H."))
        self._nothing_found = EmptyState(self.tr("No quote, note or tag holds these words."))
        self._nothing_here = EmptyState(self.tr("No mark belongs here. Press the cross above to see all marks."))
        self._pages = QStackedWidget()
        for page in (self._view, self._empty, self._nothing_found, self._nothing_here):
            self._pages.addWidget(page)
        self.head = MarkListHead(_arrangement_button())
        self.head.filter.words_changed.connect(self._apply_filter)
        self.head.review_requested.connect(self.review_requested)
        self._lay_out()
        # What is being typed is saved before the list is another one.
        for changed in (self.head.scope_chosen, self.head.arrangement.changed):
            changed.connect(self.flush)
        self.head.arrangement.changed.connect(self.arrangement_chosen)
        self.head.scope_chosen.connect(self.scope_chosen)
        self._show_page()

    def _make_view(self) -> LongListView:
        view = LongListView(self.tr("Annotations"))
        view.setModel(self._model)
        view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        view.chosen.connect(self._tell_chosen)
        view.selectionModel().selectionChanged.connect(self._show_selection)
        return view

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.head)
        layout.addWidget(self._pages, 1)
        layout.addWidget(self._editor)
        layout.insertWidget(layout.count() - 1, self._bar)
        self.setFocusProxy(self._view)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        empty = (self._empty, self._nothing_found, self._nothing_here)
        for part in (self.head, self._delegate, self._editor, self._bar, *empty):
            part.set_theme(theme)

    @property
    def scope(self) -> MarkScope:
        """Whose marks the reader wants to see."""
        return self.head.scope

    def arrange(
        self, columns: MarkColumns, labels: MarkLabels | None, titles: Mapping[DocumentId, str],
        names: Mapping[EntityId, str],
    ) -> tuple[MarkGroup, ...]:  # fmt: skip
        """Group and order marks as the reader has chosen; may be called on any thread."""
        grouping, order = MarkGrouping(self.head.arrangement.grouping), MarkOrder(self.head.arrangement.order)
        return arranged(columns, labels, grouping, order, MarkNames(titles, names, self._meanings))

    def set_annotations(
        self,
        marks: Sequence[Annotation],
        titles: Mapping[DocumentId, str] | None = None,
        names: Mapping[EntityId, str] | None = None,
    ) -> None:
        """Show these marks, which are all known; ``titles`` names the documents where marks of several are shown."""
        columns = columns_of(marks)
        labels = labels_of(marks, entities=self.head.arrangement.grouping is MarkGrouping.ENTITY)
        groups = self.arrange(columns, labels, titles or {}, names or {})
        texts = [words_to_find(mark) for mark in marks]
        self.show_columns(columns, groups, titles or {}, names or {}, texts, marks)

    def show_columns(
        self,
        columns: MarkColumns,
        groups: Sequence[MarkGroup],
        titles: Mapping[DocumentId, str],
        names: Mapping[EntityId, str],
        texts: Sequence[str],
        known: Sequence[Annotation] = (),
    ) -> None:
        """Show marks of which only some are known; the others are asked for as they come into view.

        ``texts`` are the folded words that a filter looks in; ``set_texts`` brings those that are still empty.
        """
        chosen, offset = self._editor.mark, self._view.verticalScrollBar().value()
        self._editor.set_entity_names(names)
        with self._view.quietly():
            self._model.set_columns(columns, groups, titles, names, texts, known)
            self._view.verticalScrollBar().setValue(offset)
        self._keep_chosen(chosen)
        self._show_page()

    def set_texts(self, texts: Sequence[str]) -> None:
        """Take more of the folded words in which a filter looks; what the list shows stays where it is."""
        offset = self._view.verticalScrollBar().value()
        with self._view.quietly():
            self._model.set_texts(texts)
            self._view.verticalScrollBar().setValue(offset)
        self._show_page()

    def take_marks(self, marks: Sequence[Annotation]) -> None:
        """Take marks that were wanted; the one waited for is edited now."""
        self._model.take_marks(marks)
        editing = self._editor.mark
        for mark in marks:
            if mark.id == self._wanted:
                self._edit_wanted(mark)
            elif editing is not None and mark.id == editing.id:
                self._editor.refresh(mark)

    def _edit_wanted(self, mark: Annotation) -> None:
        self._wanted = None
        self._view.show_chosen(self._model.index_of(mark.id))
        self._editor.edit(mark)
        if self._writes:
            self._editor.write_note()
        self._writes = False

    def set_tags(self, tags: Sequence[str]) -> None:
        """Offer these tags in the editor."""
        self._editor.set_known_tags(tags)
        self._bar.set_known_tags(tags)

    def set_colour_meanings(self, meanings: Mapping[Colour, str]) -> None:
        """Say what the colours stand for."""
        self._meanings = meanings
        self._bar.set_colour_meanings(meanings)
        self._editor.set_colour_meanings(meanings)

    def set_read_only(self, is_read_only: bool) -> None:
        """Let marks be read only, or be changed again."""
        self._editor.set_read_only(is_read_only)

    def choose(self, annotation: AnnotationId | None, made: Annotation | None = None) -> None:
        """Show a mark's card and edit it, without telling that it was chosen; one that has not come is waited for.

        None edits none. ``made`` is the mark where it has just been made, so that nobody need read it.
        """
        if annotation is None:
            self._wanted = None
            self._editor.edit(None)
            return
        mark = self._model.find(annotation)
        if mark is not None:
            self._writes = False
            self._edit_wanted(mark)
        else:
            self._wanted = annotation
            self.take_marks((made,)) if made is not None else self.marks_wanted.emit((annotation,))

    @property
    def chosen(self) -> Annotation | None:
        """The mark whose note, tags and colour can be edited now."""
        return self._editor.mark

    @Slot(object)
    def write_note(self, annotation: AnnotationId) -> None:
        """Show a mark and put the cursor into its note."""
        if self.chosen is None or self.chosen.id != annotation:
            self.choose(annotation)
        if self._wanted == annotation:
            self._writes = True
        else:
            self._editor.write_note()

    @Slot()
    def flush(self) -> None:
        """Ask for what was typed to be saved; to be called before the archive is closed."""
        self._editor.flush()

    def _keep_chosen(self, chosen: Annotation | None) -> None:
        """Keep editing the mark that was being edited, if it is still there."""
        if chosen is None:
            return
        with self._view.quietly():
            self._view.setCurrentIndex(self._model.index_of(chosen.id))
        # A mark that the filter hides is still edited: its note may just have lost the words looked for.
        mark = self._model.find(chosen.id)
        if mark is not None:
            self._editor.refresh(mark)
            self._view.scrollTo(self._view.currentIndex())
        elif chosen.id in self._model.columns.ids:
            self.marks_wanted.emit((chosen.id,))
        else:
            self._editor.edit(None)

    def _show_page(self) -> None:
        total = self._model.total
        self.head.show_total(total)
        shown: QWidget = self._view
        if not self._model.rowCount():
            nothing = self._nothing_here if self.head.narrowing_words else self._empty
            shown = self._nothing_found if total else nothing
        self._pages.setCurrentWidget(shown)

    @Slot(object)
    def _apply_filter(self, words: str) -> None:
        self._editor.flush()
        chosen = self._editor.mark
        with self._view.quietly():
            self._model.set_filter(words)
        self._keep_chosen(chosen)
        self._show_page()

    @Slot(object)
    def _tell_chosen(self, index: QModelIndex) -> None:
        if self._model.toggle(index):
            self._show_page()
            return
        identity, mark = self._model.id_of(index), self._model.value(index)
        if mark is None:
            if identity is not None:
                self.choose(identity)
            return
        if self._editor.mark is None or self._editor.mark.id != mark.id:
            self._editor.edit(mark)
        self.annotation_chosen.emit(mark)

    @Slot()
    def _show_selection(self) -> None:
        count = len(self._model.ids_of(self._view.selectionModel().selectedRows()))
        self._bar.show_count(count)
        self._editor.setVisible(count < 2 and self._editor.mark is not None)

    @Slot()
    @Slot(object)
    def _wish_for_chosen(self, value: object = None) -> None:
        self.bulk_wished.emit(BulkWish(self._model.ids_of(self._view.selectionModel().selectedRows()), value))

    @property
    def shown_marks(self) -> int:
        """How many rows of marks there are."""
        return self._model.marks_shown


def _arrangement_button() -> ArrangementButton:
    def tr(words: str) -> str:
        return QCoreApplication.translate("AnnotationsPanel", words)

    groupings = (
        (MarkGrouping.NOTHING, tr("not grouped")),
        (MarkGrouping.DOCUMENT, tr("by document")),
        (MarkGrouping.TAG, tr("by tag")),
        (MarkGrouping.ENTITY, tr("by entity")),
        (MarkGrouping.COLOUR, tr("by colour")),
        (MarkGrouping.DATE, tr("by day")),
    )
    orders = (
        (MarkOrder.PLACE, tr("place in the text")),
        (MarkOrder.NEWEST, tr("newest first")),
        (MarkOrder.OLDEST, tr("oldest first")),
        (MarkOrder.CHANGED, tr("changed last")),
        (MarkOrder.COLOUR, tr("colour")),
    )
    return ArrangementButton(groupings, orders)
