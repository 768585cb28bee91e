"""The outline of a document: its headings, to go to one of them."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QStackedLayout, QWidget

from gui.plain_words import tooltip
from gui.viewer.appearance import ViewerAppearance
from gui.viewer.structure import Heading

_SPAN = Qt.ItemDataRole.UserRole
_ITEM_PADDING = 12


class _Headings(QListWidget):
    """Rows that begin where the column of text does; the frame that shows the focus goes around all of it."""

    def set_left(self, left: int) -> None:
        """Begin the rows at a distance from the left edge."""
        self.setViewportMargins(left, 8, 0, 0)


class Outline(QWidget):
    """Lists headings, indented by level.

    Signals:
        place_requested: the ``Span`` of the heading that was chosen.
    """

    place_requested = Signal(object)

    def __init__(self, appearance: ViewerAppearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = _Headings()
        self.list.setAccessibleName(self.tr("Headings of the document"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.itemActivated.connect(self._tell)
        self.list.itemClicked.connect(self._tell)
        self._empty = QLabel(self.tr("This document has no headings."))
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._layers = QStackedLayout(self)
        self._layers.addWidget(self.list)
        self._layers.addWidget(self._empty)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.set_appearance(appearance)

    def set_headings(self, headings: tuple[Heading, ...]) -> None:
        """Show the headings of another document."""
        self.list.clear()
        for heading in headings:
            item = QListWidgetItem("\u2003" * heading.level + heading.words)
            item.setData(_SPAN, heading.span)
            item.setToolTip(tooltip(heading.words))
            self.list.addItem(item)
        self._layers.setCurrentIndex(0 if headings else 1)

    @Slot(object)
    def set_left(self, left: int) -> None:
        """Line up with a column of text that begins at a distance from the left edge."""
        self.list.set_left(max(0, left - _ITEM_PADDING))

    def set_appearance(self, appearance: ViewerAppearance) -> None:
        """Draw in another look."""
        paper, ink = appearance.paper.name(), appearance.ink.name()
        self.setStyleSheet(
            f"Outline {{ border: none; }} Outline, QListView {{ background: {paper}; color: {ink}; }}"
            f"QListView::item {{ padding: 5px {_ITEM_PADDING}px; }}"
            f"QListView::item:selected {{ background: {appearance.selection.name()}; color: {ink}; }}"
            f"QLabel {{ color: {appearance.muted.name()}; }}"
        )

    @Slot(QListWidgetItem)
    def _tell(self, item: QListWidgetItem) -> None:
        self.place_requested.emit(item.data(_SPAN))
