"""The tree of regions, countries, parties and bodies, with a stepper through the chosen row's mentions."""

from PySide6.QtCore import QLocale, QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QMenu,
    QStackedWidget,
    QToolButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from gui.models.tree_model import COUNTS_ROLE, KIND_ROLE, TreeModel, TreeSource
from gui.tasks.reading import Reading
from gui.theme import Theme
from gui.widgets.empty_state import EmptyState
from gui.widgets.filter_field import FilterField
from gui.widgets.labels import Label, Tone
from gui.widgets.tree_delegate import TreeDelegate
from storage.domain.ids import EntityId
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
    import_requested = Signal()

    def __init__(self, library: Library | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._has_documents = library is not None and library.statistics().documents > 0
        self._opened_before: list[EntityId] = []
        self._filter = FilterField(self.tr("Filter names…"))
        self._filter.words_changed.connect(self._apply_filter)
        self._model = TreeModel(library, self)
        self._view = self._make_view()
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
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
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
        self._scheme_button = QToolButton()
        self._scheme_button.setProperty("flat", True)
        self._scheme_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._scheme_button.setToolTip(self.tr("How countries are sorted into regions"))
        self._scheme_button.setAccessibleName(self.tr("Scheme of regions"))
        self._schemes_menu = QMenu(self._scheme_button)
        self._schemes = QActionGroup(self)
        self._schemes.triggered.connect(self._choose_scheme)
        self._scheme_button.setMenu(self._schemes_menu)
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
        source = TreeSource(library, known.scheme, known.words)
        opened = (self._model.node(index) for index in self._model.opened())
        rows = (None, *(node.id for node in opened if node is not None))

        def ask() -> bool:
            source.read_ahead(rows)
            return library.statistics().documents > 0

        def show(has_documents: bool) -> None:
            self._model.refresh(source)
            self._has_documents = has_documents
            self._show_page()

        return Reading(ask, show)

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
        for action in self._schemes.actions():
            self._schemes.removeAction(action)
        self._schemes_menu.clear()
        for scheme in self._library.schemes() if self._library else ():
            action = QAction(scheme.name, self._schemes, checkable=True, checked=scheme.id == self._model.source.scheme)
            action.setData(scheme.id)
            self._schemes_menu.addAction(action)
        self._name_scheme()

    def _name_scheme(self) -> None:
        chosen = self._schemes.checkedAction()
        self._scheme_button.setText(f"{chosen.text()} ▾" if chosen else "")
        self._foot.setVisible(chosen is not None)

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

    @Slot(QAction)
    def _choose_scheme(self, action: QAction) -> None:
        self._name_scheme()
        self._model.set_scheme(action.data())
        self.scheme_chosen.emit(action.data())
