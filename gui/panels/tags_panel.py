"""The codebook: tags as a tree of codes, each with how often it is used; what is to be done with it is told."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from gui.models.codebook_dragging import CodePlacing, DraggableCodebookModel
from gui.models.codebook_model import CODE_ROLE, COLOUR_ROLE, COUNTS_ROLE
from gui.tasks.reading import Reading
from gui.theme import Theme
from gui.widgets.code_delegate import CodeDelegate
from gui.widgets.code_menu import CodeAction, CodeMenu, CodeWish
from gui.widgets.empty_state import EmptyState
from gui.widgets.filter_field import FilterField
from gui.widgets.flat_button import flat_button
from gui.widgets.row_tree import RowTree
from gui.widgets.writing import mark_as_writing
from storage.domain.codebook import CodeCount

if TYPE_CHECKING:
    from storage.library import Library


class TagsPanel(QWidget):
    """Shows the codes; says which was chosen and what is to be done with some.

    Signals:
        tag_chosen: a tag's name.
        code_wished: a ``CodeWish``.
        placing_requested: a ``CodePlacing``.
        merging_requested: a ``CodeMerging``.
    """

    tag_chosen = Signal(object)
    code_wished = Signal(object)
    placing_requested = Signal(object)
    merging_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library: Library | None = None
        self._closed: set[str] = set()
        self._restoring = False
        self._wanted = ""
        self._filter = FilterField(self.tr("Filter tags…"))
        self._filter.words_changed.connect(self._apply_filter)
        self._model = DraggableCodebookModel(self)
        self._model.placing_requested.connect(self.placing_requested)
        self._model.merging_requested.connect(self.merging_requested)
        self._view = self._make_view()
        self.menu = CodeMenu(self._view, CODE_ROLE)
        self.menu.wished.connect(self._pass_on)
        self._delegate = CodeDelegate(self._view, COLOUR_ROLE, COUNTS_ROLE)
        self._view.setItemDelegate(self._delegate)
        self._empty = EmptyState(
            self.tr("No tags yet. Give a mark some in the panel of annotations, or begin with the codebook."),
            self.tr("New code…"),
        )
        self._empty.action_requested.connect(self._ask_for_new)
        self._nothing_found = EmptyState(self.tr("No tag holds these words."))
        self._pages = QStackedWidget()
        for page in (self._view, self._empty, self._nothing_found):
            self._pages.addWidget(page)
        self._new = flat_button(self.tr("New code…"), self.tr("Add a code to the codebook (Ctrl+Ins)"))
        self._new.clicked.connect(self._ask_for_new)
        mark_as_writing(self._new, self._empty.button)
        self._lay_out()
        self._show_page()

    def _make_view(self) -> RowTree:
        view = RowTree(self._model, self.tr("Tags"))
        view.setToolTip(self.tr("Drag a code below another one; with Ctrl held the two become one"))
        view.selectionModel().currentChanged.connect(self._tell_chosen)
        view.collapsed.connect(self._remember_closed)
        view.expanded.connect(self._forget_closed)
        return view

    def _lay_out(self) -> None:
        field = QHBoxLayout()
        field.setContentsMargins(8, 8, 8, 8)
        field.addWidget(self._filter)
        foot = QHBoxLayout()
        foot.setContentsMargins(4, 2, 4, 2)
        foot.addWidget(self._new)
        foot.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(field)
        layout.addWidget(self._pages, 1)
        layout.addLayout(foot)
        self.setFocusProxy(self._view)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        for part in (self._delegate, self._empty, self._nothing_found):
            part.set_theme(theme)

    def set_library(self, library: "Library | None") -> None:
        """Show the codebook of another archive, or nothing."""
        self._library = library
        self._filter.clear()
        self._closed.clear()
        self._show(library.codebook() if library is not None else ())

    def reading(self) -> Reading | None:
        """Return what to read to bring the codes up to date; what is open and chosen stays so."""
        return Reading(self._library.codebook, self._show) if self._library is not None else None

    @property
    def codes(self) -> tuple[CodeCount, ...]:
        """All codes and tags as last read."""
        return self._model.counts()

    def choose(self, name: str) -> None:
        """Select a code without telling that it was chosen, now or when it has come in."""
        self._wanted = name
        self._restoring = True
        self._view.setCurrentIndex(self._model.index_of(name))
        self._restoring = False

    def step(self, wish: CodeWish) -> CodePlacing | None:
        """Return what it means to move a code one place up, down, in or out; None where it cannot go there."""
        name = wish.codes[0].code.name
        match wish.action:
            case CodeAction.UP:
                return self._model.step(name, -1)
            case CodeAction.DOWN:
                return self._model.step(name, +1)
            case CodeAction.INTO:
                return self._model.step_in(name)
            case _:
                return self._model.step_out(name)

    def _show(self, counts: tuple[CodeCount, ...]) -> None:
        chosen = [index.data() for index in self._view.selectionModel().selectedIndexes()]
        current, offset = self._view.currentIndex().data(), self._view.verticalScrollBar().value()
        if any(count.code.name == self._wanted for count in counts):
            current, chosen, self._wanted = self._wanted, [], ""
        self._restoring = True
        self._model.set_codebook(counts)
        self._open_rows()
        self._view.setCurrentIndex(self._model.index_of(current or ""))
        selection = self._view.selectionModel()
        for name in chosen:
            selection.select(self._model.index_of(name), selection.SelectionFlag.Select)
        self._view.verticalScrollBar().setValue(offset)
        self._view.scrollTo(self._view.currentIndex())
        self._restoring = False
        self._show_page()

    def _open_rows(self) -> None:
        """Open every row that the reader has not closed; what a filter has found is always open."""
        for index in self._model.all_rows():
            self._view.setExpanded(index, self._model.is_filtered or index.data() not in self._closed)

    def _show_page(self) -> None:
        shown: QWidget = self._view
        if not self._model.rowCount():
            shown = self._nothing_found if self._model.total else self._empty
        self._pages.setCurrentWidget(shown)
        self._new.setVisible(self._library is not None and shown is not self._empty)

    @Slot(object)
    def _apply_filter(self, words: str) -> None:
        current = self._view.currentIndex().data()
        self._restoring = True
        self._model.set_filter(words)
        self._open_rows()
        self._view.setCurrentIndex(self._model.index_of(current or ""))
        self._restoring = False
        self._show_page()

    @Slot(QModelIndex)
    def _remember_closed(self, index: QModelIndex) -> None:
        if not self._restoring:
            self._closed.add(index.data())

    @Slot(QModelIndex)
    def _forget_closed(self, index: QModelIndex) -> None:
        if not self._restoring:
            self._closed.discard(index.data())

    @Slot(QModelIndex, QModelIndex)
    def _tell_chosen(self, current: QModelIndex, _before: QModelIndex) -> None:
        if not self._restoring and current.isValid():
            self.tag_chosen.emit(current.data())

    @Slot()
    def _ask_for_new(self) -> None:
        self.code_wished.emit(CodeWish(CodeAction.NEW, ()))

    @Slot(object)
    def _pass_on(self, wish: CodeWish) -> None:
        self.code_wished.emit(wish)
