"""The menu over a selection, a mark or a mention. It only tells what is wished."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, QPoint, Signal, Slot
from PySide6.QtGui import QAction, QColor, QIcon, QPixmap
from PySide6.QtWidgets import QMenu

from gui.value_words import colour_in_words
from gui.viewer.appearance import ViewerAppearance
from gui.viewer.text_view import TextView
from gui.viewer.wishes import ExtentRequest, MarkRequest, MenuRequest, RecolourRequest
from gui.widgets.writing import allow_writing, why_read_only
from storage.domain.annotation import Annotation, Colour
from storage.domain.mention import Mention
from storage.domain.search import Span

if TYPE_CHECKING:
    from gui.viewer.page_view import PageView

_LONGEST_QUOTE = 32
_LONGEST_NAME = 200
"""Code points; a longer selection names nobody."""


class TextMenu(QObject):
    """Builds the menu and sends each wish on.

    Signals:
        mark_requested: a ``MarkRequest``.
        marks_requested: a tuple of ``MarkRequest``, to be made and undone as one.
        extent_requested: an ``ExtentRequest``.
        note_requested: the ``AnnotationId`` whose note is to be edited.
        recolour_requested: a ``RecolourRequest``.
        removal_requested: the ``AnnotationId`` of a mark to remove.
        correction_requested: the ``Mention`` that may be wrong.
        search_requested: the words to search for in the whole archive.
        entity_requested: the words that name somebody who is to come into the tree.
    """

    mark_requested = Signal(object)
    marks_requested = Signal(object)
    extent_requested = Signal(object)
    note_requested = Signal(object)
    recolour_requested = Signal(object)
    removal_requested = Signal(object)
    correction_requested = Signal(object)
    search_requested = Signal(object)
    entity_requested = Signal(object)

    def __init__(self, view: "TextView | PageView") -> None:
        super().__init__(view)
        self._view = view

    @Slot(object)
    def open(self, request: MenuRequest) -> None:
        """Open the menu where it was asked for."""
        menu = self.build(request.offset)
        if not menu.isEmpty():
            menu.popup(QPoint(request.x, request.y))

    def build(self, offset: int | None) -> QMenu:
        """Make the menu for the selection and for what lies at an offset.

        What writes stands there greyed where the archive may only be read; its tool tip says why.
        """
        menu = QMenu(self._view)
        menu.setToolTipsVisible(True)
        menu.aboutToHide.connect(menu.deleteLater)
        self._add_selection(menu)
        if offset is not None:
            layers = self._view.layers
            self._add_hit(menu, layers.hit_at(offset))
            for mark in layers.shown_annotations(offset, offset + 1):
                self._add_mark(menu, mark)
            for mention in layers.shown_mentions(offset, offset + 1):
                self._add_mention(menu, mention)
        return menu

    def _add_selection(self, menu: QMenu) -> None:
        span = self._view.selected_span()
        if span is None:
            return
        for colour, words in self._colours().items():
            action = self._add(menu, self.tr("Mark in {0}").format(words), MarkRequest(span, colour), self._mark)
            action.setIcon(_swatch(self._view.appearance, colour))
        copy = menu.addAction(self.tr("Copy"))
        copy.triggered.connect(self._view.copy)
        words = " ".join(self._view.text[span.start : min(span.end, span.start + 4 * _LONGEST_QUOTE)].split())
        self._add(menu, self.tr("Search everywhere for “{0}”").format(_short(words)), words, self._search, writes=False)
        if span.end - span.start <= _LONGEST_NAME:
            name = " ".join(self._view.text[span.start : span.end].split())
            self._add(menu, self.tr("New entity from these words…"), name, self._found)

        active = self._view.layers.active_mark()
        if active is not None:
            words = self.tr("Let the active mark cover the selection")
            self._add(menu, words, ExtentRequest(active.id, span), self._extend)

    def _add_hit(self, menu: QMenu, hit: Span | None) -> None:
        if hit is None:
            return
        menu.addSeparator()
        hits = self._view.layers.hits
        self._add(menu, self.tr("Mark this hit"), MarkRequest(hit), self._mark)
        if len(hits) > 1:
            self._add(menu, self.tr("Mark all {0} hits").format(QLocale().toString(len(hits))), None, self._mark_all)

    def _add_mark(self, menu: QMenu, mark: Annotation) -> None:
        menu.addSeparator()
        title = menu.addMenu(self.tr("Mark “{0}”").format(_short(mark.anchor.quote)))
        title.setToolTipsVisible(True)
        self._add(title, self.tr("Edit note and tags…"), mark.id, self._note)
        for colour, words in self._colours().items():
            if colour is not mark.colour:
                wish = RecolourRequest(mark.id, colour)
                action = self._add(title, self.tr("Change to {0}").format(words), wish, self._recolour)
                action.setIcon(_swatch(self._view.appearance, colour))
        title.addSeparator()
        self._add(title, self.tr("Remove mark"), mark.id, self._remove)

    def _add_mention(self, menu: QMenu, mention: Mention) -> None:
        menu.addSeparator()
        words = self.tr("“{0}” is wrong…").format(_short(self._view.layers.called(mention)))
        self._add(menu, words, mention, self._correct, writes=False)

    def _add(self, menu: QMenu, words: str, wish: object, slot: Callable[[], None], *, writes: bool = True) -> QAction:
        action = menu.addAction(words.replace("&", "&&"))
        action.setData(wish)
        action.triggered.connect(slot)
        if writes:
            allow_writing((action,), why_read_only(self._view))
        return action

    def _colours(self) -> dict[Colour, str]:
        meanings = dict(self._view.appearance.mark_meanings)
        words = {colour: colour_in_words(colour) for colour in Colour}
        return {
            colour: f"{word}: {meanings[colour]}" if meanings.get(colour) else word for colour, word in words.items()
        }

    def _wish(self) -> object:
        action = self.sender()
        return action.data() if isinstance(action, QAction) else None

    @Slot()
    def _mark(self) -> None:
        self.mark_requested.emit(self._wish())

    @Slot()
    def _mark_all(self) -> None:
        hits = self._view.layers.hits
        self.marks_requested.emit(tuple(MarkRequest(hits.span(number)) for number in range(len(hits))))

    @Slot()
    def _extend(self) -> None:
        self.extent_requested.emit(self._wish())

    @Slot()
    def _note(self) -> None:
        self.note_requested.emit(self._wish())

    @Slot()
    def _recolour(self) -> None:
        self.recolour_requested.emit(self._wish())

    @Slot()
    def _remove(self) -> None:
        self.removal_requested.emit(self._wish())

    @Slot()
    def _correct(self) -> None:
        self.correction_requested.emit(self._wish())

    @Slot()
    def _search(self) -> None:
        self.search_requested.emit(self._wish())

    @Slot()
    def _found(self) -> None:
        self.entity_requested.emit(self._wish())


def _short(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= _LONGEST_QUOTE else words[: _LONGEST_QUOTE - 1].rstrip() + "…"


def _swatch(look: ViewerAppearance, colour: Colour) -> QIcon:
    pixmap = QPixmap(14, 14)
    pixmap.fill(QColor(look.mark(colour)))
    return QIcon(pixmap)
