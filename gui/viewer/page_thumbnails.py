"""All pages of a document in small, with their printed numbers."""

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QImage, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from gui.theme import PRINTED_PAPER
from gui.viewer.appearance import ViewerAppearance
from gui.viewer.page_loader import THUMBNAIL, PageLoader

_Index = QModelIndex | QPersistentModelIndex
_HEIGHT, _LABEL, _ROOM = 128, 20, 8


class _ThumbnailModel(QAbstractListModel):
    """The pages in order; the picture of each is drawn when it is first seen."""

    def __init__(self, loader: PageLoader, pages: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._loader = loader
        self._pages = pages
        loader.drawn.connect(self._refresh)

    @override
    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else self._pages

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._loader.ranges.labels[index.row()]
        if role == Qt.ItemDataRole.DecorationRole:
            return self._loader.picture(index.row(), THUMBNAIL)
        return None

    @Slot(object)
    def _refresh(self, page: int) -> None:
        index = self.index(page)
        self.dataChanged.emit(index, index, [Qt.ItemDataRole.DecorationRole])


class _ThumbnailDelegate(QStyledItemDelegate):
    """Draws a page with a hairline around it, thicker for the page the reader is on, and its number below."""

    def __init__(self, appearance: ViewerAppearance, parent: QWidget) -> None:
        super().__init__(parent)
        self.appearance = appearance

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(THUMBNAIL + 2 * _ROOM, _HEIGHT + _LABEL + _ROOM)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        cell: QRect = option.rect  # pyright: ignore[reportAttributeAccessIssue] - left out of the stubs
        state: QStyle.StateFlag = option.state  # pyright: ignore[reportAttributeAccessIssue]
        picture = index.data(Qt.ItemDataRole.DecorationRole)
        room = QSize(THUMBNAIL, _HEIGHT)
        size = picture.size().scaled(room, Qt.AspectRatioMode.KeepAspectRatio) if isinstance(picture, QImage) else room
        sheet = QRect(cell.center().x() - size.width() // 2, cell.top() + _ROOM, size.width(), size.height())
        painter.fillRect(sheet, PRINTED_PAPER)
        if isinstance(picture, QImage):
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(sheet, picture)
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.setPen(QPen(self.appearance.accent, 2) if chosen else QPen(self.appearance.line, 1))
        painter.drawRect(sheet)
        painter.setPen(self.appearance.ink if chosen else self.appearance.muted)
        painter.setFont(self.appearance.interface_font(12, bold=chosen))
        below = QRect(cell.left(), sheet.bottom() + 2, cell.width(), _LABEL)
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, index.data(Qt.ItemDataRole.DisplayRole))


class PageThumbnails(QListView):
    """Lets the reader choose a page by its picture.

    Signals:
        page_chosen: the number of a page, counted from 0.
    """

    page_chosen = Signal(object)

    def __init__(self, appearance: ViewerAppearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._delegate = _ThumbnailDelegate(appearance, self)
        self.setItemDelegate(self._delegate)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedWidth(THUMBNAIL + 2 * _ROOM + 16)
        self.setAccessibleName(self.tr("Pages in small"))
        self.clicked.connect(self._choose)
        self.activated.connect(self._choose)

    def show_pages(self, loader: PageLoader | None, pages: int) -> None:
        """Show the pages of a document, or of none."""
        former = self.model()
        self.setModel(_ThumbnailModel(loader, pages, self) if loader is not None else None)
        if former is not None:
            former.deleteLater()

    def show_current(self, page: int) -> None:
        """Show which page the reader is on."""
        model = self.model()
        if model is not None:
            self.setCurrentIndex(model.index(page, 0))

    def set_appearance(self, appearance: ViewerAppearance) -> None:
        """Draw in another look."""
        self._delegate.appearance = appearance
        self.setStyleSheet(f"QListView {{ background: {appearance.paper.name()}; }}")

    @override
    def dataChanged(self, topLeft: _Index, bottomRight: _Index, roles: Iterable[int] = ()) -> None:
        # Only pictures change, one at a time; Qt would lay out all pages again for each.
        self.update(topLeft)

    @Slot(QModelIndex)
    def _choose(self, index: QModelIndex) -> None:
        self.page_chosen.emit(index.row())
