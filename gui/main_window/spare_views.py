"""Views of documents made ahead, while nothing is opened."""

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QWidget

from gui.viewer.appearance import ViewerAppearance
from gui.viewer.document_view import DocumentView

_REST_MILLISECONDS = 150
_KEPT = 2


class SpareViews(QObject):
    """Keeps a few views ready: to make the many parts of one takes half of the time of opening a document.

    Args:
        place: Where the views belong until they are shown.
    """

    def __init__(self, appearance: ViewerAppearance, place: QWidget) -> None:
        super().__init__(place)
        self._appearance = appearance
        self._place = place
        self._views: list[DocumentView] = []
        self._rest = QTimer(self, singleShot=True, interval=_REST_MILLISECONDS)
        self._rest.timeout.connect(self._make_one)

    def take(self) -> DocumentView:
        """Give a view, one made ahead if there is any; the next is made when nothing was taken for a moment."""
        self._rest.start()
        return self._views.pop() if self._views else DocumentView(self._appearance)

    def set_appearance(self, appearance: ViewerAppearance) -> None:
        """Give all views new colours, fonts and measures."""
        self._appearance = appearance
        for view in self._views:
            view.set_appearance(appearance)

    @Slot()
    def _make_one(self) -> None:
        view = DocumentView(self._appearance, self._place)
        view.hide()
        self._views.append(view)
        if len(self._views) < _KEPT:
            self._rest.start()
