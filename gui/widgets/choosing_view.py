"""A list in which one row can be chosen, and which tells so once for each time the reader does it."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QListView, QWidget
from typing_extensions import override

Index = QModelIndex | QPersistentModelIndex


class ChoosingListView(QListView):
    """Tells which row the reader went to, by key or mouse, also when a click meets the row that is current already.

    Args:
        name: What a screen reader calls the list.
    """

    chosen = Signal(object)
    """A QModelIndex."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._quiet = False
        self._pressed_again = False
        self.setAccessibleName(name)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)

    @contextmanager
    def quietly(self) -> Iterator[None]:
        """Let the current row change without telling, because the reader is not the cause."""
        self._quiet, before = True, self._quiet
        try:
            yield
        finally:
            self._quiet = before

    def show_chosen(self, index: QModelIndex) -> None:
        """Make a row the current one, bring it into view, and do not tell."""
        with self.quietly():
            self.setCurrentIndex(index)
            if index.isValid():
                self.scrollTo(index)

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if not self._quiet and current.isValid():
            self.chosen.emit(self.currentIndex())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        shown = self.visualRect(self.currentIndex())
        was_in_view = shown.isValid() and 0 <= shown.bottom() <= event.oldSize().height()
        super().resizeEvent(event)
        if was_in_view and event.size().height() < event.oldSize().height():
            self.scrollTo(self.currentIndex())

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.RightButton:
            # Whoever wants the menu of a row goes nowhere yet.
            with self.quietly():
                super().mousePressEvent(event)
            return
        before = QPersistentModelIndex(self.currentIndex())
        super().mousePressEvent(event)
        self._pressed_again = before.isValid() and before == self.indexAt(event.position().toPoint())

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if self._pressed_again and self.indexAt(event.position().toPoint()) == self.currentIndex():
            self.chosen.emit(self.currentIndex())
        self._pressed_again = False
