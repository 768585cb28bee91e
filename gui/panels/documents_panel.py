"""The list of documents, all of them or those that a row of the tree or a tag leaves."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QModelIndex, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from gui.models.document_model import CAUTION_ROLE, DETAIL_ROLE, DocumentModel
from gui.tasks.reading import Reading
from gui.theme import Theme
from gui.turns import turns
from gui.widgets.chip import Chip
from gui.widgets.empty_state import EmptyState
from gui.widgets.filter_field import FilterField
from gui.widgets.labels import Label, Tone
from gui.widgets.long_list_view import LongListView
from gui.widgets.row_actions import offer_actions
from gui.widgets.two_line_delegate import TwoLineDelegate
from gui.widgets.writing import mark_as_writing
from storage.domain.changes import Changes
from storage.domain.document import DocumentRow
from storage.domain.ids import FIRST_SCHEME, DocumentId, EntityId, SchemeId

if TYPE_CHECKING:
    from storage.library import Library


@dataclass(frozen=True, slots=True)
class Narrowing:
    """What leaves some documents only: rows of the tree (``every`` one of them or any), a tag, documents found."""

    entities: frozenset[EntityId] = frozenset()
    tag: str = ""
    every: bool = False
    scheme: SchemeId = FIRST_SCHEME
    within: frozenset[DocumentId] | None = None

    def documents(self, library: "Library", among: frozenset[DocumentId] | None = None) -> tuple[DocumentRow, ...]:
        """Read the documents that are left, or those of some that are, in order of arrival."""
        found = library.document_rows(self.entities, self.tag, self.every, self.scheme, among)
        return found if self.within is None else tuple(one for one in found if one.id in self.within)


class DocumentsPanel(QWidget):
    """Shows documents; says which was chosen, and what the reader wants done with it.

    Args:
        always_narrowed: Whether nothing is read and shown as long as nothing narrows the list.

    Attributes:
        narrowed: What leaves some documents only; to be read, and changed by ``narrow``.
        narrowed_words: What that is called.
        first: The first document that is listed, None where there is none.
    """

    document_chosen = Signal(object)
    """A DocumentId."""
    narrowing_cleared = Signal()
    """The reader wants to see all documents again."""
    describe_requested = Signal(object)
    """A DocumentId whose title, source class, language or dates are to be corrected."""
    remove_requested = Signal(object)
    """A DocumentId to be put into the trash."""
    import_requested = Signal()
    reading_wanted = Signal()
    """Another list is wanted; ``reading`` says what to read for it."""

    def __init__(self, parent: QWidget | None = None, *, always_narrowed: bool = False) -> None:
        super().__init__(parent)
        self.first: DocumentId | None = None
        self._idle = Narrowing() if always_narrowed else None
        self._library: Library | None = None
        self.narrowed, self.narrowed_words = Narrowing(), ""
        self._touched: set[DocumentId] = set()
        self._is_another = False
        self._filter = FilterField(self.tr("Filter titles…"))
        self._filter.words_changed.connect(self._apply_filter)
        self._without_text = QToolButton()
        self._without_text.setCheckable(True)
        self._without_text.setToolTip(self.tr("Show only documents whose text could not be read: scans, locked files"))
        self._without_text.toggled.connect(self._switch_without_text)
        self._narrowing = Chip("", removable=True)
        self._narrowing.setToolTip(self.tr("Show all documents again"))
        self._narrowing.clicked.connect(self.clear_narrowing)
        self._narrowing.hide()
        self._model = DocumentModel(self)
        self._view = self._make_view()
        self._delegate = TwoLineDelegate(self._view, DETAIL_ROLE, CAUTION_ROLE)
        self._view.setItemDelegate(self._delegate)
        self._empty = EmptyState(
            self.tr("No documents yet. Import files or drag them here."), self.tr("Import files…")
        )  # fmt: skip
        self._empty.action_requested.connect(self.import_requested)
        self._nothing_left = EmptyState("")
        self._pages = QStackedWidget()
        for page in (self._view, self._empty, self._nothing_left):
            self._pages.addWidget(page)
        self._count = Label(tone=Tone.MUTED, elided=True)
        self._make_actions()
        mark_as_writing(self._describe, self._remove, self._empty.button)
        self._lay_out()
        self._show_page()

    def _make_view(self) -> LongListView:
        view = LongListView(self.tr("Documents"), is_even=True)
        view.setModel(self._model)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(self._show_menu)
        view.chosen.connect(self._tell_chosen)
        return view

    def _make_actions(self) -> None:
        self._describe = QAction(self.tr("Correct title, source and dates…"), self._view)
        self._describe.setShortcut(QKeySequence(Qt.Key.Key_F2))
        self._describe.triggered.connect(self._ask_to_describe)
        self._remove = QAction(self.tr("Put into the trash"), self._view)
        self._remove.setShortcut(QKeySequence(Qt.Key.Key_Delete))
        self._remove.triggered.connect(self._ask_to_remove)
        for action in (self._describe, self._remove):
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            self._view.addAction(action)

    def _lay_out(self) -> None:
        fields = QVBoxLayout()
        fields.setContentsMargins(8, 8, 8, 8)
        fields.setSpacing(8)
        fields.addWidget(self._filter)
        for chip in (self._narrowing, self._without_text):
            fields.addWidget(chip, 0, Qt.AlignmentFlag.AlignLeft)
        foot = QHBoxLayout()
        foot.setContentsMargins(12, 6, 12, 6)
        foot.addWidget(self._count)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(fields)
        layout.addWidget(self._pages, 1)
        layout.addLayout(foot)
        self.setFocusProxy(self._view)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        for part in (self._delegate, self._narrowing, self._empty, self._nothing_left, self._count):
            part.set_theme(theme)

    def set_library(self, library: "Library | None", at_once: bool = True) -> None:
        """List the documents of another archive, at once or as soon as they have been read."""
        self._library = library
        self._filter.clear()
        if at_once:
            self._set_narrowing("", Narrowing())
            self.refresh()
        else:
            self._pages.setCurrentWidget(self._view)  # nothing is said to be empty before it is known
            self.narrow("", Narrowing())

    @Slot()
    def clear_narrowing(self) -> None:
        """List all documents again."""
        self.narrow("", Narrowing())
        self.narrowing_cleared.emit()

    def narrow(self, words: str, narrowed: Narrowing) -> None:
        """List only some documents, as soon as they have been read; ``words`` name what narrows."""
        self._set_narrowing(words, narrowed)
        self._is_another = True
        if narrowed == self._idle:
            self.refresh()
        else:
            self.reading_wanted.emit()

    def _set_narrowing(self, words: str, narrowed: Narrowing) -> None:
        self.narrowed, self.narrowed_words = narrowed, words
        self._narrowing.set_text(words)
        self._narrowing.setAccessibleName(self.tr("Narrowed to {words}; press to show all").format(words=words))
        self._narrowing.setVisible(bool(words))

    @Slot()
    def refresh(self) -> None:
        """Read the list anew; rows that stay keep their place."""
        library = self._library
        self._touched.clear()
        self._is_another = False
        if library is None or self.narrowed == self._idle:
            self._take((), None, {})
        else:
            self._take(self.narrowed.documents(library), None, library.mark_counts())

    def take_changes(self, changes: Changes) -> None:
        """Note which documents to read anew; all of them where other rows of the tree or codes stand for the list."""
        if self.narrowed == self._idle:
            return
        self._touched |= changes.documents | changes.mentions | changes.annotated_documents
        is_sorted_anew = bool(self.narrowed.entities) and (changes.schemes or bool(changes.entities))
        is_coded_anew = bool(self.narrowed.tag) and changes.tags and not changes.annotations
        self._is_another |= is_sorted_anew or is_coded_anew

    def reading(self) -> Reading | None:
        """Return what to read to show the documents that were touched, or the whole list where it is another one."""
        library, narrowed = self._library, self.narrowed
        if library is None or self.narrowed == self._idle or not (self._is_another or self._touched):
            return None
        touched = None if self._is_another else frozenset(self._touched)
        self._touched.clear()
        self._is_another = False

        def ask() -> tuple[tuple[DocumentRow, ...], Mapping[DocumentId, int]]:
            return narrowed.documents(library, touched), library.mark_counts(touched)

        def show(answer: tuple[tuple[DocumentRow, ...], Mapping[DocumentId, int]]) -> None:
            if (library, narrowed) == (self._library, self.narrowed):
                self._take(answer[0], touched, answer[1])

        return Reading(ask, show)

    def _take(
        self, found: tuple[DocumentRow, ...], touched: Collection[DocumentId] | None, marks: Mapping[DocumentId, int]
    ) -> None:
        """Show documents; those ``touched`` that were not found have gone, and None stands for a whole new list."""
        with self._view.quietly():
            if touched is None:
                self._model.set_documents(found, marks)
            else:
                self._model.merge(found, set(touched) - {document.id for document in found}, marks)
        self.first = next((document.id for document in self._model.values()), None)
        self._show_page()

    def show_current(self, document: DocumentId | None) -> None:
        """Mark the row of the document in front, without telling that it was chosen."""
        self._view.show_chosen(self._model.index_of(document))

    @Slot(bool)
    def _switch_without_text(self, only: bool) -> None:
        with self._view.quietly():
            self._model.show_only_without_text(only)
        self._show_page()

    def _offer_without_text(self) -> None:
        """Offer to show the documents without text as long as there are any."""
        count = self._model.without_text
        self._without_text.setText(self.tr("Without text · {count}").format(count=QLocale().toString(count)))
        self._without_text.setVisible(count > 0)
        if not count:
            self._without_text.setChecked(False)

    def _show_page(self) -> None:
        self._offer_without_text()
        shown: QWidget = self._view
        if not self._model.rowCount():
            shown = self._nothing_left if self._filter.text() or self._narrowing.text() else self._empty
        self._nothing_left.set_sentence(
            self.tr("No title holds these words.") if self._filter.text() else self.tr("No document mentions this.")
        )
        self._pages.setCurrentWidget(shown)
        locale = QLocale()
        rows, total = self._model.rowCount(), self._model.total
        words = self.tr("{count} documents") if total != 1 else self.tr("{count} document")
        if rows != total:
            words = self.tr("{shown} of {count} documents")
        self._count.setText(words.format(shown=locale.toString(rows), count=locale.toString(total)) if total else "")

    @Slot(object)
    def _apply_filter(self, words: str) -> None:
        """Narrow the list to titles that hold the words typed; of a long list in several turns of the event loop."""
        if words and not self._model.is_ready_to_filter():
            turns().give(self, partial(self._apply_filter, self._filter.text().strip()))
            return
        with self._view.quietly():
            self._model.set_filter(words)
        self._show_page()

    @Slot(object)
    def _tell_chosen(self, index: QModelIndex) -> None:
        document = self._model.value(index)
        if document is not None:
            self.document_chosen.emit(document.id)

    @Slot(QPoint)
    def _show_menu(self, place: QPoint) -> None:
        offer_actions(self._view, place, [self._describe, self._remove])

    @Slot()
    def _ask_to_describe(self) -> None:
        document = self._model.value(self._view.currentIndex())
        if document is not None:
            self.describe_requested.emit(document.id)

    @Slot()
    def _ask_to_remove(self) -> None:
        document = self._model.value(self._view.currentIndex())
        if document is not None:
            self.remove_requested.emit(document.id)
