"""Views of documents made ahead, while nothing is opened."""

from PySide6.QtCore import QObject, QRect, QSize, QTimer, Slot

from gui.turns import turns
from gui.viewer.appearance import ViewerAppearance
from gui.viewer.document_view import DocumentView
from gui.widgets.two_sides import TwoSides

_REST_MILLISECONDS = 150
_SHORT_REST_MILLISECONDS = 20
_KEPT = 3


class SpareViews(QObject):
    """Keeps a few views ready: to make the many parts of one and to lay them out takes as long as to open a document.

    A view is made in one turn of the event loop and laid out in another, so that no turn is long.

    Args:
        appearance: The look of the next view.
        sides: What the views are parts of, hidden until they are shown there.
    """

    def __init__(self, appearance: ViewerAppearance, sides: TwoSides) -> None:
        super().__init__(sides)
        self.appearance = appearance
        self._sides = sides
        self._views: list[DocumentView] = []
        self._unready: DocumentView | None = None
        self._rest = QTimer(self, singleShot=True, interval=_REST_MILLISECONDS)
        self._rest.timeout.connect(self._await_turn)
        self._turns = turns()

    def take(self) -> DocumentView:
        """Give a view, one made ahead if there is any.

        The next is made when nothing was taken for a moment, or soon when this was the last: one document after the
        other is opened then.
        """
        view = self._views.pop(0) if self._views else self._unready or self._make()
        self._unready = None if view is self._unready else self._unready
        self._rest.start(_REST_MILLISECONDS if self._views else _SHORT_REST_MILLISECONDS)
        return view

    def prepare(self) -> None:
        """Make a view now if none is there."""
        if not self.views():
            self._unready = self._make()

    def views(self) -> list[DocumentView]:
        """Return the views that are there."""
        return [*self._views, *([] if self._unready is None else [self._unready])]

    @Slot()
    def _await_turn(self) -> None:
        self._turns.give(self, self._go_on)

    def _go_on(self) -> None:
        """Lay out the view that was made, or make the next."""
        if self._unready is not None:
            _lay_out(self._unready, self._sides.room)
            self._views.append(self._unready)
            self._unready = None
        elif len(self._views) < _KEPT:
            self._unready = self._make()
        if self._unready is not None or len(self._views) < _KEPT:
            self._rest.start(_SHORT_REST_MILLISECONDS if self._unready is not None else _REST_MILLISECONDS)

    def _make(self) -> DocumentView:
        view = DocumentView(self.appearance, self._sides)
        view.hide()
        return view


def _lay_out(view: DocumentView, size: QSize) -> None:
    """Dress all parts and lay them out for a size while nothing is shown, so that showing a text takes less."""
    view.resize(size)
    view.pane.resize(size)
    view.pane.grab(QRect(0, 0, 1, 1))  # what is not in front is laid out when it is painted, and only then
