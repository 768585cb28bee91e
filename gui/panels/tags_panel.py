"""The tags in use, each with the number of marks that carry it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from gui.models.tag_model import COUNT_ROLE, TagModel
from gui.theme import Theme
from gui.widgets.choosing_view import ChoosingListView
from gui.widgets.counted_delegate import CountedDelegate
from gui.widgets.empty_state import EmptyState
from gui.widgets.filter_field import FilterField

if TYPE_CHECKING:
    from storage.library import Library


class TagsPanel(QWidget):
    """Shows tags and says which was chosen."""

    tag_chosen = Signal(object)
    """A tag's name."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library: Library | None = None
        self._filter = FilterField(self.tr("Filter tags…"))
        self._filter.words_changed.connect(self._apply_filter)
        self._model = TagModel(self)
        self._view = ChoosingListView(self.tr("Tags"))
        self._view.setModel(self._model)
        self._view.setUniformItemSizes(True)
        self._view.chosen.connect(self._tell_chosen)
        self._delegate = CountedDelegate(self._view, COUNT_ROLE)
        self._view.setItemDelegate(self._delegate)
        self._empty = EmptyState(self.tr("No tags yet. Give a mark some in the panel of annotations."))
        self._nothing_found = EmptyState(self.tr("No tag holds these words."))
        self._pages = QStackedWidget()
        for page in (self._view, self._empty, self._nothing_found):
            self._pages.addWidget(page)
        field = QHBoxLayout()
        field.setContentsMargins(8, 8, 8, 8)
        field.addWidget(self._filter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(field)
        layout.addWidget(self._pages, 1)
        self.setFocusProxy(self._view)
        self._show_page()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        for part in (self._delegate, self._empty, self._nothing_found):
            part.set_theme(theme)

    def set_library(self, library: "Library | None") -> None:
        """List the tags of another archive."""
        self._library = library
        self._filter.clear()
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Read the tags anew; rows that stay keep their place."""
        with self._view.quietly():
            self._model.set_values(self._library.tags() if self._library is not None else ())
        self._show_page()

    def _show_page(self) -> None:
        shown: QWidget = self._view
        if not self._model.rowCount():
            shown = self._nothing_found if self._model.total else self._empty
        self._pages.setCurrentWidget(shown)

    @Slot(object)
    def _apply_filter(self, words: str) -> None:
        with self._view.quietly():
            self._model.set_filter(words)
        self._show_page()

    @Slot(object)
    def _tell_chosen(self, index: QModelIndex) -> None:
        tag = self._model.value(index)
        if tag is not None:
            self.tag_chosen.emit(tag.name)
