"""A document to read: the one widget of the viewer that the window talks to."""

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLabel, QStackedLayout, QWidget

from gui.viewer.appearance import ViewerAppearance
from gui.viewer.reading_pane import ReadingPane
from gui.viewer.text_menu import TextMenu
from gui.viewer.wishes import HitPosition, Mode
from storage.domain.annotation import Annotation
from storage.domain.document import Document, TextVersion
from storage.domain.ids import AnnotationId, EntityId
from storage.domain.mention import Mention
from storage.domain.search import Span

if TYPE_CHECKING:
    from gui.viewer.page_map import MappedPages
    from gui.viewer.page_view import PageView
    from gui.viewer.text_view import TextView

ZOOMS = (0.5, 0.67, 0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0)

_PARAGRAPH = re.compile(r"\s*[¶§#]?\s*(\d+)\s*")
_PAGE = re.compile(r"\s*(?:pp?\.?|page)\s*([^\s.]\S*)\s*", re.IGNORECASE)


class _EmptySheet(QLabel):
    """Says why there is no text."""

    def __init__(self, appearance: ViewerAppearance, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setWordWrap(True)
        self.setMargin(48)
        self.set_appearance(appearance)

    def set_appearance(self, appearance: ViewerAppearance) -> None:
        paper, muted = appearance.paper.name(), appearance.muted.name()
        self.setStyleSheet(f"QLabel {{ background: {paper}; color: {muted}; }}")


class DocumentView(QWidget):
    """Shows one document. It knows values only: what the reader does and wishes goes out by signals.

    Offsets are code points of the text version's canonical text.

    Signals:
        span_selected: the selected ``Span``, or None.
        mark_activated: the ``AnnotationId`` of the mark that was clicked.
        mention_activated: the ``Mention`` that was clicked.
        hit_changed: the ``HitPosition``.
        place_changed: the ``Span`` the reader went to by strip, outline or hit.
        pages_requested: nothing; the pages as printed were chosen and are to be given by ``show_pages``.
        zoom_changed: the zoom.
        mark_requested, marks_requested, extent_requested, note_requested, recolour_requested, removal_requested,
        correction_requested, search_requested, entity_requested: see ``TextView`` and ``TextMenu``.
    """

    span_selected = Signal(object)
    mark_activated = Signal(object)
    mention_activated = Signal(object)
    hit_changed = Signal(object)
    place_changed = Signal(object)
    pages_requested = Signal()
    zoom_changed = Signal(object)
    mark_requested = Signal(object)
    marks_requested = Signal(object)
    extent_requested = Signal(object)
    note_requested = Signal(object)
    recolour_requested = Signal(object)
    removal_requested = Signal(object)
    correction_requested = Signal(object)
    search_requested = Signal(object)
    entity_requested = Signal(object)

    def __init__(self, appearance: ViewerAppearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.document: Document | None = None
        self.version: TextVersion | None = None
        self.annotations: tuple[Annotation, ...] = ()
        self.pane = ReadingPane(appearance, self)
        self.menu = TextMenu(self.pane.text_view)
        self.empty = _EmptySheet(appearance, self)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self.empty)
        self._pages.addWidget(self.pane)
        self.setFocusProxy(self.pane.text_view)
        self._connect_reader(self.pane.text_view)
        self.pane.page_view_made.connect(self._connect_reader)
        self.pane.pages_requested.connect(self.pages_requested)
        self.pane.place_changed.connect(self.place_changed)
        self.pane.walker.hit_changed.connect(self.hit_changed)
        self.pane.text_view.extent_requested.connect(self.extent_requested)
        self.pane.text_view.zoom_requested.connect(self.step_zoom)
        self.clear()

    @Slot(object)
    def _connect_reader(self, reader: "TextView | PageView") -> None:
        menu = self.menu if reader is self.pane.text_view else TextMenu(reader)
        menu.correction_requested.connect(self.correction_requested)
        menu.extent_requested.connect(self.extent_requested)
        menu.mark_requested.connect(self.mark_requested)
        menu.marks_requested.connect(self.marks_requested)
        menu.note_requested.connect(self.note_requested)
        menu.recolour_requested.connect(self.recolour_requested)
        menu.removal_requested.connect(self.removal_requested)
        menu.search_requested.connect(self.search_requested)
        menu.entity_requested.connect(self.entity_requested)
        reader.mark_activated.connect(self.mark_activated)
        reader.mark_requested.connect(self.mark_requested)
        reader.mention_activated.connect(self.mention_activated)
        reader.menu_requested.connect(menu.open)
        reader.span_selected.connect(self.span_selected)

    def show_document(self, document: Document, version: TextVersion, *, has_pages: bool = False) -> None:
        """Show a document from its beginning; its mentions, hits and marks are set afterwards.

        ``has_pages`` says that its pages can be shown as printed; the view asks for them when they are chosen.
        """
        self.document, self.version, self.annotations = document, version, ()
        self.pane.text_view.show_text(version.text, version.blocks)
        self.pane.reset()
        self.pane.head.show_document(document)
        self.pane.head.offer_pages(has_pages)
        missing = self.tr("“%1” has no text here.").replace("%1", document.title)
        self.empty.setText(f"{missing}\n{version.problem}")
        self._pages.setCurrentWidget(self.pane if version.text else self.empty)

    def show_pages(self, pages: "MappedPages | None") -> None:
        """Show the pages that were asked for, and close them in the end; without any the text is shown again."""
        if pages is None or self.version is None:
            self.pane.head.choose(Mode.TEXT)
        else:
            self.pane.show_pages(pages)

    def describe(self, document: Document) -> None:
        """Show another description of the same document; text and place stay."""
        self.document = document
        self.pane.head.show_document(document)
        self.pane.head.show_marks(len(self.pane.text_view.layers.annotations))

    def copy_selection(self) -> None:
        """Copy the selected words from the canonical text."""
        self.pane.reader.copy()

    @property
    def find_is_open(self) -> bool:
        """Whether the reader searches in this document with the find bar."""
        return self.pane.find_bar.isVisible()

    def clear(self) -> None:
        """Show that no document is open."""
        self.document = self.version = None
        self.annotations = ()
        self.pane.text_view.show_text("", ())
        self.pane.reset()
        self.empty.setText(self.tr("No document is open. Choose one from the list, or import files."))
        self._pages.setCurrentWidget(self.empty)

    def set_mentions(self, mentions: tuple[Mention, ...], names: Mapping[EntityId, str] | None = None) -> None:
        """Show these mentions; rejected ones and those in boilerplate are left out.

        ``names`` is what the window calls entities in another way than the authority file does.
        """
        self.pane.text_view.layers.set_mentions(mentions, names)
        self.pane.show_layers()

    def set_hits(self, hits: tuple[Span, ...], current: int | None = None) -> None:
        """Show the hits of a search and which of them, counted from 0 in order of place, is the current one."""
        self.pane.walker.set_search_hits(hits, current)

    def set_annotations(self, annotations: tuple[Annotation, ...]) -> None:
        """Show these marks; lost ones and those of another text version have no place here and are left out."""
        if self.version is None:
            return
        self.annotations = annotations
        self.pane.text_view.layers.set_annotations(annotations, self.version.id)
        self.pane.head.show_marks(len(annotations))
        self.pane.show_layers()

    def set_active_annotation(self, annotation: AnnotationId | None) -> None:
        """Outline one mark as the active one, or none."""
        self.pane.text_view.layers.active = annotation
        self.pane.update_layers()

    def set_appearance(self, appearance: ViewerAppearance) -> None:
        """Draw everything in another look, at the same place."""
        self.empty.set_appearance(appearance)
        self.pane.set_look(appearance, self.pane.text_view.zoom)

    def set_zoom(self, zoom: float) -> None:
        """Show the text larger or smaller, at the same place."""
        zoom = min(max(zoom, ZOOMS[0]), ZOOMS[-1])
        if zoom != self.pane.text_view.zoom:
            self.pane.set_look(self.pane.text_view.appearance, zoom)
            self.zoom_changed.emit(zoom)

    @Slot(object)
    def step_zoom(self, by: int) -> None:
        """Show the text, or the pages, one step larger (+1) or smaller (-1)."""
        if self.pane.step_pages(by):
            return
        now = self.pane.text_view.zoom
        further = [zoom for zoom in ZOOMS if (zoom - now) * by > 0]
        if further:
            self.set_zoom(further[0] if by > 0 else further[-1])

    def reveal(self, span: Span) -> None:
        """Bring the beginning of a range into view; what is in view already is not moved."""
        self.pane.reveal(span)

    def go_to(self, place: str) -> bool:
        """Go to a paragraph (``12``, ``¶ 12``) or a page (``p. 34``) as typed; tell whether there is one."""
        if match := _PARAGRAPH.fullmatch(place):
            number = int(match[1])
            return self.pane.show_block(self.pane.text_view.structure.paragraph(number))
        if match := _PAGE.fullmatch(place):
            return self.pane.show_block(self.pane.text_view.structure.page(match[1]))
        return False

    def clear_selection(self) -> None:
        """Select nothing; the caret stays where it is."""
        self.pane.reader.clear_selection()

    def selected_span(self) -> Span | None:
        """Give the selected range, or None."""
        return self.pane.reader.selected_span()

    def visible_span(self) -> Span:
        """Give the range of the lines on the screen; ``scroll_to`` its start brings the same place back."""
        return self.pane.reader.visible_span()

    def scroll_to(self, offset: int) -> None:
        """Bring the line of an offset to the top."""
        self.pane.reader.scroll_to(offset)

    def hit_position(self) -> HitPosition:
        """Give which hit of how many is current."""
        return self.pane.walker.position()

    def step_hit(self, by: int) -> None:
        """Go to the next hit (+1) or the one before (-1), round at the ends."""
        self.pane.step(by)

    @Slot()
    def open_find(self) -> None:
        """Open the find bar."""
        if self.document is not None:
            self.pane.open_find()

    def close_find(self) -> None:
        """Close the find bar and give the keyboard back to the text."""
        self.pane.find_bar.close_bar()
