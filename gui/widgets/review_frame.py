"""What all reviews have in common: a queue, one of its rows beside it, and a key for everything that can be done."""

from collections.abc import Callable

from PySide6.QtCore import QAbstractItemModel, QLocale, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLayout, QPushButton, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from gui.theme import Theme
from gui.widgets.choosing_view import ChoosingListView
from gui.widgets.empty_state import EmptyState
from gui.widgets.flat_button import flat_button
from gui.widgets.labels import Label, Tone
from gui.widgets.two_line_delegate import TwoLineDelegate

_LEAST_QUEUE_WIDTH = 140


class ReviewFrame(QWidget):
    """The frame of a review: its head, the queue, the sentence for an empty one, and buttons with keys.

    A panel derives from it: it makes the frame with ``_make_frame``, its buttons with ``_button``, and lays all out
    with ``_lay_out``.

    Signals:
        closed: the reader is done for now.
    """

    closed = Signal()

    def _make_frame(
        self, title: str, queue_name: str, model: QAbstractItemModel, roles: tuple[int, int], empty: str
    ) -> None:
        """Make the parts of the frame.

        ``queue_name`` is what a screen reader calls the queue, ``model`` holds what waits, ``roles`` tell where it
        gives a row's second line and whether that is a caution, and ``empty`` is said where nothing waits.
        """
        self._queue = ChoosingListView(queue_name)
        self._queue.setModel(model)
        self._queue.setMinimumWidth(_LEAST_QUEUE_WIDTH)
        self._delegate = TwoLineDelegate(self._queue, *roles)
        self._queue.setItemDelegate(self._delegate)
        self._title = Label(title, strong=True, elided=True)
        self._position = Label(tone=Tone.MUTED)
        self._empty = EmptyState(empty, self.tr("Back to reading"))
        self._empty.action_requested.connect(self.closed)
        self._pages = QStackedWidget()
        self.setFocusProxy(self._queue)

    def _button(self, words: str, key: str, slot: Callable[[], None]) -> QPushButton:
        button = QPushButton(words)
        button.clicked.connect(slot)
        self._give_key(button, key)
        return button

    def _give_key(self, button: QPushButton, key: str) -> None:
        shortcut = QShortcut(QKeySequence(key), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(button.click)

    def _make_steps(self, go_back: Callable[[], None], skip: Callable[[], None]) -> None:
        self.back_button = self._button(self.tr("Back (←)"), "Left", go_back)
        self.skip_button = self._button(self.tr("Skip (→)"), "Right", skip)

    def _lay_out(self, row_shown: QLayout, queue_width: int, *in_head: QWidget) -> None:
        """Put the queue beside what is shown of a row, below a head with the title and some widgets more."""
        away = flat_button(self.tr("Back to reading"), self.tr("Back to reading (Esc)"))
        away.clicked.connect(self.closed)
        head = QHBoxLayout()
        head.setContentsMargins(16, 10, 12, 8)
        head.setSpacing(12)
        head.addWidget(self._title)
        head.addWidget(self._position, 1)
        for widget in (*in_head, away):
            head.addWidget(widget)
        row_shown.setContentsMargins(16, 4, 16, 12)
        row_shown.setSpacing(6)
        body = QWidget()
        body.setLayout(row_shown)
        whole = QSplitter(Qt.Orientation.Horizontal)
        whole.addWidget(self._queue)
        whole.addWidget(body)
        whole.setStretchFactor(1, 1)
        whole.setCollapsible(1, False)
        whole.setSizes([queue_width, 4 * queue_width])
        self._pages.addWidget(whole)
        self._pages.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._pages, 1)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        for label in self.findChildren(Label):
            label.set_theme(theme)
        for part in (self._delegate, self._empty):
            part.set_theme(theme)

    def _show_position(self, number: int, total: int) -> None:
        """Say that row ``number`` (from 1) of ``total`` is shown, and enable the steps that there are."""
        locale = QLocale()
        said = self.tr("%1 of %2").replace("%1", locale.toString(number)).replace("%2", locale.toString(total))
        self._position.setText(said if total else "")
        self.back_button.setEnabled(number > 1)
        self.skip_button.setEnabled(number < total)
        self._pages.setCurrentIndex(0 if total else 1)
