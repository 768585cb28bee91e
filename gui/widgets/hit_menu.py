"""The menu over the rows of a list of hits. It only tells what is wished."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QModelIndex, QObject, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractItemView, QMenu

from gui.value_words import mark_colour_in_words
from storage.domain.annotation import Colour
from storage.domain.ids import DocumentId
from storage.domain.search import Span


class HitAction(StrEnum):
    """What can be done with a hit."""

    OPEN = "open"
    OPEN_BESIDE = "open beside"
    MARK = "mark"
    COPY_QUOTE = "copy quote"
    COPY = "copy"


@dataclass(frozen=True, slots=True)
class Hit:
    """Where a row's hit stands, None where a document was found by its description, and the words the row shows."""

    document: DocumentId
    span: Span | None
    words: str


@dataclass(frozen=True, slots=True)
class HitWish:
    """What is to be done with a hit; ``colour`` is that of the mark to make."""

    action: HitAction
    hit: Hit
    colour: Colour = Colour.YELLOW


class HitMenu(QObject):
    """Offers what can be done with the current row, by the mouse, the menu key and Shift+F10.

    Args:
        view: The list, its model set.
        hit: Gives the hit of a row, None where it has none.
        more: What else the menu holds.

    Signals:
        wished: a ``HitWish``.
    """

    wished = Signal(object)

    def __init__(
        self, view: QAbstractItemView, hit: Callable[[QModelIndex], Hit | None], more: Sequence[QAction] = ()
    ) -> None:
        super().__init__(view)
        self._view, self._hit, self._more = view, hit, more
        self._meanings: Mapping[Colour, str] = {}
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(self._open)

    def set_colour_meanings(self, meanings: Mapping[Colour, str]) -> None:
        """Say what the colours stand for."""
        self._meanings = meanings

    def build(self) -> QMenu:
        """Make the menu for the current row; empty where that has no hit."""
        menu = QMenu(self._view)
        menu.aboutToHide.connect(menu.deleteLater)
        hit = self._hit(self._view.currentIndex())
        if hit is None:
            return menu
        self._add(menu, self.tr("Open"), HitWish(HitAction.OPEN, hit))
        self._add(menu, self.tr("Open beside"), HitWish(HitAction.OPEN_BESIDE, hit))
        menu.addSeparator()
        if hit.span is not None:
            colours = menu.addMenu(self.tr("Mark this hit"))
            for colour in Colour:
                words = mark_colour_in_words(colour, self._meanings.get(colour, ""))
                self._add(colours, words, HitWish(HitAction.MARK, hit, colour))
            menu.addSeparator()
            self._add(menu, self.tr("Copy quote with reference"), HitWish(HitAction.COPY_QUOTE, hit))
        self._add(menu, self.tr("Copy"), HitWish(HitAction.COPY, hit))
        menu.addActions(self._more)
        return menu

    def _add(self, menu: QMenu, words: str, wish: HitWish) -> None:
        action = menu.addAction(words.replace("&", "&&"))
        action.setData(wish)
        action.triggered.connect(self._tell)

    @Slot(QPoint)
    def _open(self, place: QPoint) -> None:
        menu = self.build()
        if menu.isEmpty():
            menu.deleteLater()
            return
        row = self._view.visualRect(self._view.currentIndex())
        # A key gives the middle of the list; the menu belongs below the row it is about.
        inside = row.top() <= place.y() <= row.bottom()
        menu.popup(self._view.viewport().mapToGlobal(place if inside else row.bottomLeft()))

    @Slot()
    def _tell(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.wished.emit(action.data())
