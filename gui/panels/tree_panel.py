"""The tree of regions, countries, parties and bodies, with a stepper through the chosen row's mentions."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from gui.models.tree_dragging import DraggableTreeModel, PlaceWish
from gui.models.tree_model import COUNTS_ROLE, KIND_ROLE, NODE_ROLE, TreeOrder, TreeSource
from gui.tasks.reading import Reading
from gui.theme import Theme
from gui.widgets.counting import counted
from gui.widgets.empty_state import EmptyState
from gui.widgets.filter_field import FilterField
from gui.widgets.flat_button import flat_button
from gui.widgets.mention_stepper import MentionStepper
from gui.widgets.order_button import OrderButton
from gui.widgets.row_tree import RowTree
from gui.widgets.scheme_button import SchemeButton
from gui.widgets.tree_delegate import TreeDelegate
from gui.widgets.tree_menu import TreeMenu
from gui.widgets.tree_switches import TreeSwitches
from gui.widgets.writing import mark_as_writing
from storage.domain.authority import Scheme, TreeNode
from storage.domain.ids import FIRST_SCHEME, DocumentId, EntityId, SchemeId

if TYPE_CHECKING:
    from storage.library import Library


@dataclass(frozen=True, slots=True)
class ChosenNodes:
    """Several rows of the tree; ``every`` where a document must mention each of them."""

    nodes: tuple[TreeNode, ...]
    every: bool


class TreePanel(QWidget):
    """Shows the tree; says which rows were chosen and asks for the next or previous mention of it.

    Args:
        library: Whom the rows are asked of; None while no archive is open.
    """

    node_chosen = Signal(object)
    """A TreeNode: the one row that is chosen."""
    nodes_chosen = Signal(object)
    """ChosenNodes: several rows."""
    found_only_switched = Signal(bool)
    """Whether only the documents that a search has found are to count."""
    review_requested = Signal()
    """The uncertain mentions are to be gone through."""
    mention_step_requested = Signal(object)
    """+1 or -1."""
    scheme_chosen = Signal(object)
    """The SchemeId that the rows are sorted by from now on."""
    change_requested = Signal(object)
    """A RowsWish."""
    placing_requested = Signal(object)
    """A PlaceWish."""
    scheme_change_requested = Signal(object)
    """A SchemeWish."""
    import_requested = Signal()

    def __init__(self, library: "Library | None" = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._has_documents = library is not None and library.has_documents()
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
        self._stepper = MentionStepper()
        self._stepper.step_requested.connect(self.mention_step_requested)
        self._switches = TreeSwitches()
        self._switches.found_only_switched.connect(self.found_only_switched)
        self._switches.every_switched.connect(self._tell_chosen)
        self._review = flat_button("", self.tr("Go through the mentions that nobody has decided on"))
        self._review.clicked.connect(self.review_requested)
        self._review.hide()
        mark_as_writing(self._review, self._empty.button)
        self._foot = self._make_foot()
        self._lay_out()
        self.set_steps(0, 0)
        self._list_schemes()
        self._show_page()

    def _make_view(self) -> RowTree:
        view = RowTree(self._model, self.tr("Regions, countries, parties and bodies"))
        view.selectionModel().selectionChanged.connect(self._tell_chosen)
        view.activated.connect(self._tell_chosen)
        return view

    def _make_foot(self) -> QWidget:
        self._scheme_button = SchemeButton()
        self._scheme_button.chosen.connect(self.set_scheme)
        self._scheme_button.empty_wished.connect(self._show_empty)
        self._scheme_button.wished.connect(self.scheme_change_requested)
        orders = (
            (TreeOrder.SCHEME, self.tr("In the scheme's order")),
            (TreeOrder.NAME, self.tr("By name")),
            (TreeOrder.DOCUMENTS, self.tr("Most documents first")),
            (TreeOrder.MENTIONS, self.tr("Most mentions first")),
        )
        self._order_button = OrderButton(orders)
        self._order_button.chosen.connect(self._set_order)
        foot = QWidget()
        layout = QHBoxLayout(foot)
        layout.setContentsMargins(2, 2, 2, 2)
        layout.addWidget(self._scheme_button)
        layout.addStretch(1)
        layout.addWidget(self._order_button)
        return foot

    def _lay_out(self) -> None:
        field = QHBoxLayout()
        field.setContentsMargins(8, 8, 8, 8)
        field.addWidget(self._filter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(field)
        layout.addWidget(self._switches)
        layout.addWidget(self._pages, 1)
        layout.addWidget(self._stepper)
        review = QHBoxLayout()
        review.setContentsMargins(2, 0, 0, 0)
        review.addWidget(self._review, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addLayout(review)
        layout.addWidget(self._foot)
        self.setFocusProxy(self._view)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        for part in (self._delegate, self._empty, self._nothing_found, self._stepper, self._switches):
            part.set_theme(theme)

    def set_library(self, library: "Library | None") -> None:
        """Show the tree of another archive, or nothing."""
        self._library = library
        self._has_documents = library is not None and library.has_documents()
        self._filter.clear()
        self._model.set_library(library)
        self._order_button.reset()
        self.menu.why_not_moved = ""
        self._switches.offer_found(None)
        self._switches.show_chosen(0)
        self._review.hide()
        self._list_schemes()
        self.set_steps(0, 0)
        self._show_page()

    def reading(self) -> Reading | None:
        """Return what to read to bring names and counts up to date; what is open and chosen stays so."""
        library, known = self._library, self._model.source
        if library is None:
            return None
        source = TreeSource(library, known.wish)
        opened = (self._model.node(index) for index in self._model.opened())
        rows = (None, *(node.id for node in opened if node is not None))

        def ask() -> _Answer:
            schemes = library.schemes()
            if any(scheme.id == source.wish.scheme for scheme in schemes):
                source.read_ahead(rows)
            return _Answer(library.has_documents(), schemes, library.uncertain_mentions(0).total)

        def show(answer: _Answer) -> None:
            self._take(answer, source)

        return Reading(ask, show)

    def _take(self, answer: "_Answer", source: TreeSource) -> None:
        """Show what was read; the row chosen stays chosen, wherever it stands now, and nothing scrolls."""
        chosen, offset = self._model.node(self._view.currentIndex()), self._view.verticalScrollBar().value()
        selection = self._view.selectionModel()
        before = self.menu.rows()
        if not any(scheme.id == self.scheme for scheme in answer.schemes):
            self._model.set_scheme(FIRST_SCHEME)
            self.scheme_chosen.emit(FIRST_SCHEME)
        else:
            selection.blockSignals(True)
            self._model.refresh(source)
            now = self._place_of(chosen) if chosen is not None else QModelIndex()
            if now != self._view.currentIndex():
                self._view.setCurrentIndex(now)
            selection.blockSignals(False)
            self._view.verticalScrollBar().setValue(offset)
            self._view.viewport().update()
            if {node.id for node in self.menu.rows()} != {node.id for node in before}:
                self._tell_chosen()
        self._scheme_button.set_schemes(answer.schemes, self.scheme)
        words = counted(answer.waiting, self.tr("%1 mention to check…"), self.tr("%1 mentions to check…"))
        self._review.setText(words)
        self._review.setVisible(answer.waiting > 0)
        self._has_documents = answer.has_documents
        self._show_page()

    def _place_of(self, node: TreeNode) -> QModelIndex:
        """Return where a row stands now, asking for the rows above it where it has moved under closed ones."""
        index, library, source = self._model.index_of(node.id), self._library, self._model.source
        if index.isValid() or library is None:
            return index
        paths = library.find_in_tree(node.name, source.wish.scheme, with_empty=True)
        for above in next((path for path in paths if path[-1].id == node.id), ())[:-1]:
            index = self._model.index_of(above.id)
            if self._model.canFetchMore(index):
                self._model.fetchMore(index)
        return self._model.index_of(node.id)

    def set_steps(self, position: int, total: int) -> None:
        """Say that the mention at ``position`` (from 1; 0: none yet) of ``total`` is shown; 0 hides the stepper."""
        self._stepper.set_steps(position, total)

    @property
    def scheme(self) -> SchemeId:
        """The scheme whose rows are shown."""
        return self._model.source.wish.scheme

    @property
    def within(self) -> frozenset[DocumentId] | None:
        """The only documents that count; None where all do."""
        return self._model.source.wish.within

    def set_within(self, within: frozenset[DocumentId] | None) -> None:
        """Count only these documents; None counts all again."""
        self._model.set_wish(replace(self._model.source.wish, within=within))
        self._show_page()
        self._tell_chosen()

    def offer_found(self, documents: int | None) -> None:
        """Offer to count only so many documents that a search has found; None takes the offer away."""
        self._switches.offer_found(documents)

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
        if words and not self._model.source.wish.words:
            self._opened_before = self._open_rows()
        self._model.set_filter(words)
        if words:
            for index in self._model.opened():
                self._view.expand(index)
        else:
            for entity in self._opened_before:
                self._open(self._model.index_of(entity))
        self._show_page()

    def _open_rows(self) -> list[EntityId]:
        return [
            node.id
            for index in self._model.opened()
            if self._view.isExpanded(index) and (node := self._model.node(index))
        ]

    def _open(self, index: QModelIndex) -> None:
        # The view fetches when it is laid out, which is too late for the rows under this one.
        if self._model.canFetchMore(index):
            self._model.fetchMore(index)
        self._view.expand(index)

    @Slot()
    def _tell_chosen(self) -> None:
        self._view.viewport().update()
        rows = self._view.selectionModel().selectedIndexes()
        nodes = tuple(node for index in rows if (node := self._model.node(index)) is not None)
        self._switches.show_chosen(len(nodes))
        if len(nodes) == 1:
            self.node_chosen.emit(nodes[0])
        elif nodes:
            self.nodes_chosen.emit(ChosenNodes(nodes, self._switches.every))

    @Slot(object)
    def _set_order(self, chosen: str) -> None:
        order = TreeOrder(chosen)  # the button's menu keeps the word of it only
        opened = self._open_rows()
        self._model.set_wish(replace(self._model.source.wish, order=order))
        why = self.tr("Rows can be moved when they are sorted in the scheme's order. Change that at the tree's foot.")
        self.menu.why_not_moved = "" if order is TreeOrder.SCHEME else why
        for entity in opened:
            self._open(self._model.index_of(entity))

    def step_beside(self, entity: EntityId, by: int) -> PlaceWish | None:
        """Return the wish to move a row one place up (-1) or down (+1) among those shown beside it."""
        return self._model.step_beside(entity, by)

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
    waiting: int
    """How many mentions nobody has decided on."""
