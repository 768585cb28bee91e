"""The marks of a document or of the whole archive as cards, with the editor of the chosen one."""

from collections.abc import Mapping, Sequence
from enum import StrEnum

from PySide6.QtCore import QLocale, QModelIndex, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListView,
    QMenu,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from gui.models import annotation_model as rows
from gui.theme import Theme
from gui.widgets.annotation_editor import AnnotationEditor
from gui.widgets.card_delegate import CardDelegate, CardRoles
from gui.widgets.choosing_view import ChoosingListView
from gui.widgets.counting import counted
from gui.widgets.empty_state import EmptyState
from gui.widgets.filter_field import FilterField
from gui.widgets.labels import Label, Tone
from storage.domain.annotation import Annotation, TagCount
from storage.domain.ids import AnnotationId, DocumentId
from storage.domain.review import WaitingMarks

_ROLES = CardRoles(
    colour=rows.COLOUR_ROLE, state=rows.STATE_ROLE, title=rows.TITLE_ROLE, note=rows.NOTE_ROLE,
    tags=rows.TAGS_ROLE, place=rows.PLACE_ROLE, stamp=rows.STAMP_ROLE,
)  # fmt: skip


class MarkScope(StrEnum):
    """Whose marks are shown."""

    DOCUMENT = "this document"
    ARCHIVE = "whole archive"


class AnnotationsPanel(QWidget):
    """Shows marks, says which was chosen, and asks for edits of it."""

    annotation_chosen = Signal(object)
    """An Annotation."""
    edit_requested = Signal(object)
    """An Edit."""
    review_requested = Signal()
    """The reader wants to go through the marks that wait to be checked."""
    scope_chosen = Signal(object)
    """A MarkScope."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scope = MarkScope.DOCUMENT
        self._model = rows.AnnotationModel(self)
        self._view = self._make_view()
        self._delegate = CardDelegate(self._view, _ROLES)
        self._view.setItemDelegate(self._delegate)
        self._filter = FilterField(self.tr("Filter quotes and notes…"))
        self._filter.words_changed.connect(self._apply_filter)
        self._editor = AnnotationEditor()
        self._editor.edit_requested.connect(self.edit_requested)
        self._empty = EmptyState(self.tr("No marks yet. Select words and press Ctrl+H."))
        self._nothing_found = EmptyState(self.tr("No quote, note or tag holds these words."))
        self._pages = QStackedWidget()
        for page in (self._view, self._empty, self._nothing_found):
            self._pages.addWidget(page)
        self._title = Label(self.tr("Annotations"), strong=True)
        self._count = Label(tone=Tone.MUTED, elided=True)
        self._notice = self._make_notice()
        self._lay_out()
        self.set_waiting(WaitingMarks())
        self._show_page()

    def _make_view(self) -> ChoosingListView:
        view = ChoosingListView(self.tr("Annotations"))
        view.setModel(self._model)
        view.setResizeMode(QListView.ResizeMode.Adjust)
        view.setLayoutMode(QListView.LayoutMode.Batched)
        view.setBatchSize(200)
        view.chosen.connect(self._tell_chosen)
        return view

    def _make_scope_button(self) -> QToolButton:
        names = {MarkScope.DOCUMENT: self.tr("this document"), MarkScope.ARCHIVE: self.tr("whole archive")}
        button = QToolButton()
        button.setText(f"{names[self._scope]} ▾")
        button.setToolTip(self.tr("Whose marks are shown"))
        button.setAccessibleName(self.tr("Whose marks are shown"))
        button.setProperty("flat", True)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        self._scopes = QActionGroup(self)
        for scope, name in names.items():
            action = QAction(name, self._scopes, checkable=True, checked=scope is self._scope)
            action.setData(scope.value)
            menu.addAction(action)
        self._scopes.triggered.connect(self._choose_scope)
        button.setMenu(menu)
        return button

    def _make_notice(self) -> QWidget:
        self._to_check = Label(tone=Tone.CAUTION, strong=True, elided=True)
        review = QPushButton(self.tr("Review"))
        review.setToolTip(self.tr("Go through the marks that wait for your eye (Ctrl+Shift+R)"))
        review.clicked.connect(self.review_requested)
        notice = QWidget()
        layout = QHBoxLayout(notice)
        layout.setContentsMargins(12, 0, 10, 4)
        layout.addWidget(self._to_check, 1)
        layout.addWidget(review)
        return notice

    def _lay_out(self) -> None:
        self._scope_button = self._make_scope_button()
        head = QHBoxLayout()
        head.setContentsMargins(12, 8, 8, 0)
        head.setSpacing(8)
        head.addWidget(self._title)
        head.addWidget(self._count, 1)
        head.addWidget(self._scope_button)
        field = QHBoxLayout()
        field.setContentsMargins(10, 6, 10, 6)
        field.addWidget(self._filter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addLayout(field)
        layout.addWidget(self._notice)
        layout.addWidget(self._pages, 1)
        layout.addWidget(self._editor)
        self.setFocusProxy(self._view)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        labels = (self._title, self._count, self._to_check)
        for part in (*labels, self._delegate, self._editor, self._empty, self._nothing_found):
            part.set_theme(theme)

    @property
    def scope(self) -> MarkScope:
        """Whose marks the reader wants to see."""
        return self._scope

    def set_annotations(
        self, marks: Sequence[Annotation], titles: Mapping[DocumentId, str] | None = None
    ) -> None:  # fmt: skip
        """Show these marks; ``titles`` names the documents where the marks of several are shown."""
        chosen = self._editor.mark
        with self._view.quietly():
            self._model.set_annotations(marks, titles or {})
        self._keep_chosen(chosen)
        self._show_page()

    def set_waiting(self, waiting: WaitingMarks) -> None:
        """Say how many marks of the archive wait for a person to say where they belong."""
        said = []
        if waiting.to_check:
            said.append(counted(waiting.to_check, self.tr("%1 to check"), self.tr("%1 to check")))
        if waiting.lost:
            said.append(counted(waiting.lost, self.tr("%1 lost"), self.tr("%1 lost")))
        self._to_check.setText(" · ".join(said))
        self._notice.setVisible(bool(said))

    def set_tags(self, tags: Sequence[TagCount]) -> None:
        """Offer these tags in the editor."""
        self._editor.set_known_tags([tag.name for tag in tags])

    def set_read_only(self, is_read_only: bool) -> None:
        """Let marks be read only, or be changed again."""
        self._editor.set_read_only(is_read_only)

    def choose(self, annotation: AnnotationId) -> None:
        """Show a mark's card and edit it, without telling that it was chosen."""
        index = self._model.index_of(annotation)
        self._view.show_chosen(index)
        self._editor.edit(self._model.value(index))

    @property
    def chosen(self) -> Annotation | None:
        """The mark whose note, tags and colour can be edited now."""
        return self._editor.mark

    @Slot(object)
    def write_note(self, annotation: AnnotationId) -> None:
        """Show a mark and put the cursor into its note."""
        self.choose(annotation)
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
        if mark is None:
            self._editor.edit(None)
        else:
            self._editor.refresh(mark)
            self._view.scrollTo(self._view.currentIndex())

    def _show_page(self) -> None:
        locale = QLocale()
        total = self._model.total
        self._count.setText(locale.toString(total) if total else "")
        shown: QWidget = self._view
        if not self._model.rowCount():
            shown = self._nothing_found if total else self._empty
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
        mark = self._model.value(index)
        if mark is None:
            return
        if self._editor.mark is None or self._editor.mark.id != mark.id:
            self._editor.edit(mark)
        self.annotation_chosen.emit(mark)

    @Slot(QAction)
    def _choose_scope(self, action: QAction) -> None:
        self._editor.flush()
        self._scope = MarkScope(action.data())
        self._scope_button.setText(f"{action.text()} ▾")
        self.scope_chosen.emit(self._scope)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._view.scheduleDelayedItemsLayout()
