"""The tags in use with their counts."""

from operator import attrgetter

from PySide6.QtCore import QLocale, QModelIndex, QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QAbstractItemView, QListView, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from gui.models.value_list import FIRST_FREE_ROLE, ValueListModel
from gui.theme import Theme
from gui.widgets.empty_state import EmptyState
from gui.widgets.filter_field import FilterField
from gui.widgets.two_line_delegate import TwoLineDelegate
from storage.domain.annotation import TagCount
from storage.library import Library

_SECOND_ROLE = FIRST_FREE_ROLE


class _TagModel(ValueListModel[TagCount]):
    """Tags by name, with how many marks carry each."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(attrgetter("name"), attrgetter("name"), parent)

    @override
    def shown(self, value: TagCount, role: int) -> object:
        words = self.tr("%1 mark") if value.annotations == 1 else self.tr("%1 marks")
        count = words.replace("%1", QLocale().toString(value.annotations))
        if role == _SECOND_ROLE:
            return count
        return value.name if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole) else None


class TagsPanel(QWidget):
    """Lists tags; says which was chosen.

    Signals:
        tag_chosen: the tag's name.
    """

    tag_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library: Library | None = None
        self._filter = FilterField(self.tr("Filter tags…"))
        self._filter.words_changed.connect(self._apply_filter)
        self._model = _TagModel(self)
        self._view = QListView()
        self._view.setModel(self._model)
        self._view.setUniformItemSizes(True)
        self._view.setFrameShape(QListView.Shape.NoFrame)
        self._view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._view.setAccessibleName(self.tr("Tags"))
        self._delegate = TwoLineDelegate(self._view, _SECOND_ROLE)
        self._view.setItemDelegate(self._delegate)
        self._view.clicked.connect(self._tell_chosen)
        self._view.activated.connect(self._tell_chosen)
        self._empty = EmptyState(self.tr("No tags yet. Choose a mark and type tags for it."))
        self._pages = QStackedWidget()
        self._pages.addWidget(self._view)
        self._pages.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(8)
        column.addWidget(self._filter)
        column.addWidget(self._pages, 1)
        self.setFocusProxy(self._view)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._delegate.set_theme(theme)
        self._empty.set_theme(theme)

    def set_library(self, library: Library | None) -> None:
        """List the tags of another archive."""
        self._library = library
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Read the tags anew."""
        self._model.set_values(self._library.tags() if self._library is not None else ())
        self._show_page()

    @Slot(object)
    def _apply_filter(self, words: str) -> None:
        self._model.set_filter(words)
        self._show_page()

    def _show_page(self) -> None:
        self._pages.setCurrentWidget(self._view if self._model.total else self._empty)

    @Slot(QModelIndex)
    def _tell_chosen(self, index: QModelIndex) -> None:
        tag = self._model.value(index)
        if tag is not None:
            self.tag_chosen.emit(tag.name)
