"""Pages of which one is seen, in the room that this one asks for."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget
from typing_extensions import override


class PageStack(QStackedWidget):
    """Needs what its page in front needs; Qt's own needs what the largest of all its pages does, seen or not.

    A window that is asked for more than it has pushes its parts over each other, and the lines between them are gone.

    Args:
        wish: The width in pixels that the pages are to have where the window is wide enough.
        beside: The width in pixels that the window needs at least for what stands left and right of the pages.
    """

    def __init__(self, wish: int, beside: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wish, self._beside = wish, beside
        self.currentChanged.connect(self.updateGeometry)

    @override
    def minimumSizeHint(self) -> QSize:
        page = self.currentWidget()
        if page is None:
            return super().minimumSizeHint()
        wished = QSize(min(self._wish, self.window().width() - self._beside), 0)
        return page.minimumSizeHint().expandedTo(page.minimumSize()).expandedTo(wished)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()
