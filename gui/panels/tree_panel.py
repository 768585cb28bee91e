"""The tree of regions, countries, parties and bodies, with a stepper through the chosen row's mentions."""

from dataclasses import dataclass

from PySide6.QtCore import QLocale, QModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QStackedWidget,
    QToolButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from gui.models.tree_dragging import DraggableTreeModel, PlaceWish
from gui.models.tree_model import COUNTS_ROLE, FIRST_SCHEME, KIND_ROLE, NODE_ROLE, TreeSource
from gui.tasks.reading import Reading
from gui.theme import Theme
from gui.widgets.empty_state import EmptyState
from gui.widgets.filter_field import FilterField
from gui.widgets.labels import Label, Tone
from gui.widgets.scheme_button import SchemeButton
from gui.widgets.tree_delegate import TreeDelegate
from gui.widgets.tree_menu import TreeMenu
from storage.domain.authority import Scheme, TreeNode
from storage.domain.ids import EntityId, SchemeId
from storage.library import Library


class TreePanel(QWidget):
    """Shows the tree; says which row was chosen and asks for the next or previous mention of it.

    Args:
        library: Whom the rows are asked of; None while no archive is open.
    """

    node_chosen = Signal(object)
    """A TreeNode."""
    mention_step_requested = Signal(object)
    """+1 or -1."""
    scheme_chosen = Signal(object)
    """A SchemeId."""
    change_requested = Signal(object)
    """A TreeWish."""
    placing_requested = Signal(object)
    """A PlaceWish."""
    scheme_change_requested = Signal(object)
    """A SchemeWish."""
    import_requested = Signal()

    def __init__(self, library: Library | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._has_documents = library is not None and library.statistics().documents > 0
        self._opened_before: list[EntityId] = []
        self._filter = FilterField(self.tr("Filter names…"))
        self._filter.words_changed.connect(self._apply_filter)
        self._model = DraggableTreeModel(library, self)
        self._model.placing_requested.connect(self.placing_requested)
        self._view = self._make_view()
        self.menu = TreeMenu(self._view, NODE_ROLE)
        self.menu.wished.connect(self.change_requested)
        self._delegate = TreeDelegate(self._view, KIND_ROLE, COUNTS_ROLE)
        self._view.setItemDelegate(self._delegate)
        self._empty = EmptyState(
            self.tr("No documents yet. Import files or drag them here."), self.tr("Import files…")
        )  # fmt: skip
        self._empty.action_requested.connect(self.import_requested)
        self._nothing_found = EmptyState(self.tr("No name in the tree holds these words."))
        self._pages = QStackedWidget()
        for page in (self._view, self._empty, self._nothing_found):
            self._pages.addWidget(page)
        self._stepper = self._make_stepper()
        self._foot = self._make_foot()
        self._lay_out()
        self.set_steps(0, 0)
        self._list_schemes()
        self._show_page()

    def _make_view(self) -> QTreeView:
        view = QTreeView()
        view.setModel(self._model)
        view.setHeaderHidden(True)
        view.setUniformRowHeights(True)
        view.setIndentation(16)
        view.setAnimated(False)
        view.setFrameShape(QTreeView.Shape.NoFrame)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        view.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        view.setDefaultDropAction(Qt.DropAction.MoveAction)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setAccessibleName(self.tr("Regions, countries, parties and bodies"))
        view.selectionModel().currentChanged.connect(self._tell_chosen)
        view.activated.connect(self._tell_chosen)
        return view

    def _make_stepper(self) -> QWidget:
        self._back = self._arrow("‹", self.tr("Previous mention"), -1)
        self._forward = self._arrow("›", self.tr("Next mention"), +1)
        self._position = Label(tone=Tone.MUTED)
        self._position.setWordWrap(False)
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(8, 4, 8, 4)
        layout.addWidget(self._back)
        layout.addWidget(self._position, 1, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(self._forward)
        return row

    def _arrow(self, sign: str, tip: str, step: int) -> QToolButton:
        button = QToolButton()
        button.setText(sign)
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.setProperty("flat", True)
        button.clicked.connect(self._step_forward if step > 0 else self._step_back)
        return button

    def _make_foot(self) -> QWidget:
        self._scheme_button = SchemeButton()
        self._scheme_button.chosen.connect(self.set_scheme)
        self._scheme_button.empty_wished.connect(self._show_empty)
        self._scheme_button.wished.connect(self.scheme_change_requested)
        self._legend = Label(self.tr("docs · mentions"), tone=Tone.MUTED, elided=True)
        self._legend.setAlignment(Qt.AlignmentFlag.AlignRight)
        foot = QWidget()
        layout = QHBoxLayout(foot)
        layout.setContentsMargins(4, 2, 12, 2)
        layout.addWidget(self._scheme_button)
        layout.addWidget(self._legend, 1)
        return foot

    def _lay_out(self) -> None:
        field = QHBoxLayout()
        field.setContentsMargins(8, 8, 8, 8)
        field.addWidget(self._filter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(field)
        layout.addWidget(self._pages, 1)
        layout.addWidget(self._stepper)
        layout.addWidget(self._foot)
        self.setFocusProxy(self._view)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        for part in (self._delegate, self._empty, self._nothing_found, self._position, self._legend):
            part.set_theme(theme)

    def set_library(self, library: Library | None) -> None:
        """Show the tree of another archive, or nothing."""
        self._library = library
        self._has_documents = library is not None and library.statistics().documents > 0
        self._filter.clear()
        self._model.set_library(library)
        self._list_schemes()
        self.set_steps(0, 0)
        self._show_page()

    def reading(self) -> Reading | None:
        """Return what to read to bring names and counts up to date; what is open and chosen stays so."""
        library, known = self._library, self._model.source
        if library is None:
            return None
        source = TreeSource(library, known.scheme, known.words, known.with_empty)
        opened = (self._model.node(index) for index in self._model.opened())
        rows = (None, *(node.id for node in opened if node is not None))

        def ask() -> _Answer:
            schemes = library.schemes()
            if any(scheme.id == source.scheme for scheme in schemes):
                source.read_ahead(rows)
            return _Answer(library.statistics().documents > 0, schemes)

        def show(answer: _Answer) -> None:
            self._take(answer, source)

        return Reading(ask, show)

    def _take(self, answer: "_Answer", source: TreeSource) -> None:
        """Show what was read; the row chosen stays chosen, wherever it stands now, and nothing scrolls."""
        chosen, offset = self._model.node(self._view.currentIndex()), self._view.verticalScrollBar().value()
        selection = self._view.selectionModel()
        if not any(scheme.id == self.scheme for scheme in answer.schemes):
            self._model.set_scheme(FIRST_SCHEME)
        else:
            selection.blockSignals(True)
            self._model.refresh(source)
            now = self._place_of(chosen) if chosen is not None else QModelIndex()
            if now != self._view.currentIndex():
                self._view.setCurrentIndex(now)
            selection.blockSignals(False)
            self._view.verticalScrollBar().setValue(offset)
            self._view.viewport().update()
        self._scheme_button.set_schemes(answer.schemes, self.scheme)
        self._has_documents = answer.has_documents
        self._show_page()

    def _place_of(self, node: TreeNode) -> QModelIndex:
        """Return where a row stands now, asking for the rows above it where it has moved under closed ones."""
        index, library, source = self._model.index_of(node.id), self._library, self._model.source
        if index.isValid() or library is None:
            return index
        paths = library.find_in_tree(node.name, source.scheme, with_empty=True)
        for above in next((path for path in paths if path[-1].id == node.id), ())[:-1]:
            index = self._model.index_of(above.id)
            if self._model.canFetchMore(index):
                self._model.fetchMore(index)
        return self._model.index_of(node.id)

    def set_steps(self, position: int, total: int) -> None:
        """Say that the mention at ``position`` (from 1; 0: none yet) of ``total`` is shown; 0 hides the stepper."""
        locale = QLocale()
        self._stepper.setVisible(total > 0)
        if position:
            words = self.tr("{position} of {total}").format(
                position=locale.toString(position), total=locale.toString(total)
            )
        else:
            words = self.tr("{total} mentions").format(total=locale.toString(total))
        self._position.setText(words)

    def choose(self, entity: EntityId) -> None:
        """Select an entity's row where it is shown, without telling that it was chosen."""
        index = self._model.index_of(entity)
        if index.isValid() and index != self._view.currentIndex():
            selection = self._view.selectionModel()
            selection.blockSignals(True)
            self._view.setCurrentIndex(index)
            selection.blockSignals(False)
            self._view.viewport().update()

    def _list_schemes(self) -> None:
        self._scheme_button.set_schemes(self._library.schemes() if self._library else (), self.scheme)
        self._foot.setVisible(self._library is not None)

    def _show_page(self) -> None:
        shown: QWidget = self._view
        if not self._model.rowCount() and self._filter.text():
            shown = self._nothing_found
        elif not self._has_documents:
            shown = self._empty
        self._pages.setCurrentWidget(shown)

    @Slot(object)
    def _apply_filter(self, words: str) -> None:
        if words and not self._model.source.words:
            self._opened_before = [
                node.id
                for index in self._model.opened()
                if self._view.isExpanded(index) and (node := self._model.node(index))
            ]
        self._model.set_filter(words)
        if words:
            for index in self._model.opened():
                self._view.expand(index)
        else:
            for entity in self._opened_before:
                self._open(self._model.index_of(entity))
        self._show_page()

    def _open(self, index: QModelIndex) -> None:
        # The view fetches when it is laid out, which is too late for the rows under this one.
        if self._model.canFetchMore(index):
            self._model.fetchMore(index)
        self._view.expand(index)

    @Slot(QModelIndex)
    def _tell_chosen(self, current: QModelIndex) -> None:
        self._view.viewport().update()
        node = self._model.node(current)
        if node is not None:
            self.node_chosen.emit(node)

    @Slot()
    def _step_forward(self) -> None:
        self.mention_step_requested.emit(+1)

    @Slot()
    def _step_back(self) -> None:
        self.mention_step_requested.emit(-1)

    def step_beside(self, entity: EntityId, by: int) -> PlaceWish | None:
        """Return the wish to move a row one place up (-1) or down (+1) among those shown beside it."""
        return self._model.step_beside(entity, by)

    @property
    def scheme(self) -> SchemeId:
        """The scheme that sorts the tree."""
        return self._model.source.scheme

    @Slot(object)
    def set_scheme(self, scheme: SchemeId) -> None:
        """Sort the countries in another way."""
        self._model.set_scheme(scheme)
        self._list_schemes()
        self.scheme_chosen.emit(scheme)

    @Slot(object)
    def _show_empty(self, with_empty: bool) -> None:
        self._model.set_with_empty(with_empty)
        self._show_page()


@dataclass(frozen=True, slots=True)
class _Answer:
    """What was read to bring the tree up to date, beside its rows."""

    has_documents: bool
    schemes: tuple[Scheme, ...]
