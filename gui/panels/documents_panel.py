"""The documents of the archive, narrowed by a row of the tree, a tag or words."""

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import QAbstractItemView, QListView, QMenu, QStackedWidget, QVBoxLayout, QWidget

from gui.models.document_model import SECOND_ROLE, DocumentModel
from gui.theme import Theme
from gui.widgets.chip import Chip
from gui.widgets.empty_state import EmptyState
from gui.widgets.filter_field import FilterField
from gui.widgets.two_line_delegate import TwoLineDelegate
from storage.domain.document import Document
from storage.domain.ids import DocumentId, EntityId
from storage.library import Library


class DocumentsPanel(QWidget):
    """Lists documents; says which was chosen.

    Signals:
        document_chosen: a ``DocumentId``.
        remove_requested: the ``DocumentId`` of one to be put into the trash.
        describe_requested: the ``DocumentId`` of one whose description is to be corrected.
        narrowing_cleared: nothing.
        import_requested: nothing.
    """

    document_chosen = Signal(object)
    remove_requested = Signal(object)
    describe_requested = Signal(object)
    narrowing_cleared = Signal()
    import_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library: Library | None = None
        self._entity: EntityId | None = None
        self._tag = ""
        self._filter = FilterField(self.tr("Filter titles…"))
        self._narrowing = Chip("", removable=True)
        self._narrowing.chosen.connect(self.clear_narrowing)
        self._model = DocumentModel(self)
        self._view = QListView()
        self._view.setModel(self._model)
        self._view.setUniformItemSizes(True)
        self._view.setFrameShape(QListView.Shape.NoFrame)
        self._view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._view.setAccessibleName(self.tr("Documents"))
        self._delegate = TwoLineDelegate(self._view, SECOND_ROLE)
        self._view.setItemDelegate(self._delegate)
        self._empty = EmptyState(self.tr("No documents yet. Import files or drag them here."), self.tr("Import files…"))
        self._nothing = EmptyState(self.tr("No document fits."))
        self._pages = QStackedWidget()
        for page in (self._view, self._empty, self._nothing):
            self._pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(8)
        column.addWidget(self._filter)
        column.addWidget(self._narrowing, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._pages, 1)
        self.setFocusProxy(self._view)
        self._narrowing.hide()
        self._connect()

    def _connect(self) -> None:
        self._filter.words_changed.connect(self._apply_filter)
        self._view.clicked.connect(self._tell_chosen)
        self._view.activated.connect(self._tell_chosen)
        self._view.customContextMenuRequested.connect(self._open_menu)
        self._empty.action_requested.connect(self.import_requested)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        for part in (self._delegate, self._narrowing, self._empty, self._nothing):
            part.set_theme(theme)

    def set_library(self, library: Library | None) -> None:
        """List the documents of another archive."""
        self._library = library
        self._entity, self._tag = None, ""
        self._narrowing.hide()
        self.refresh()

    def narrow(self, words: str, entity: EntityId | None = None, tag: str = "") -> None:
        """List only documents that mention an entity or carry a tag; ``words`` name what narrows."""
        self._entity, self._tag = entity, tag
        self._narrowing.set_text(words)
        self._narrowing.setAccessibleName(self.tr("Narrowed to %1; press to show all").replace("%1", words))
        self._narrowing.show()
        self.refresh()

    @Slot()
    def clear_narrowing(self) -> None:
        """List all documents again."""
        self._entity, self._tag = None, ""
        self._narrowing.hide()
        self.refresh()
        self.narrowing_cleared.emit()

    @Slot()
    def refresh(self) -> None:
        """Read the list anew; rows that stay keep their place."""
        found: tuple[Document, ...] = ()
        if self._library is not None:
            entities = frozenset({self._entity} if self._entity is not None else ())
            found = self._library.documents(entities, self._tag)
        self._model.set_values(found)
        self._show_page()

    def show_current(self, document: DocumentId | None) -> None:
        """Mark the row of the document in front, without telling that it was chosen."""
        index = self._model.index_of(document)
        self._view.setCurrentIndex(index)

    @Slot(object)
    def _apply_filter(self, words: str) -> None:
        self._model.set_filter(words)
        self._show_page()

    def _show_page(self) -> None:
        narrowed = self._entity is not None or self._tag
        if self._model.rowCount():
            self._pages.setCurrentWidget(self._view)
        else:
            self._pages.setCurrentWidget(self._nothing if self._model.total or narrowed else self._empty)

    @Slot(QModelIndex)
    def _tell_chosen(self, index: QModelIndex) -> None:
        document = self._model.value(index)
        if document is not None:
            self.document_chosen.emit(document.id)

    @Slot(QPoint)
    def _open_menu(self, place: QPoint) -> None:
        document = self._model.value(self._view.indexAt(place))
        if document is None:
            return
        menu = QMenu(self)
        read = menu.addAction(self.tr("Read"))
        describe = menu.addAction(self.tr("Correct its description…"))
        menu.addSeparator()
        remove = menu.addAction(self.tr("Delete"))
        wished = menu.exec(self._view.viewport().mapToGlobal(place))
        if wished is read:
            self.document_chosen.emit(document.id)
        elif wished is describe:
            self.describe_requested.emit(document.id)
        elif wished is remove:
            self.remove_requested.emit(document.id)
