"""What was just done, said over the foot of the documents for a few seconds, with the button that takes it back."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget
from typing_extensions import override

from gui.theme import Theme
from gui.widgets.labels import Label

_SHOWN_MILLISECONDS = 8_000
_FROM_THE_EDGE = 16
_ABOVE_THE_FOOT = 44
"""Pixels that leave the legend of the documents free."""
_WIDEST = 560


class Toast(QFrame):
    """Lies over its parent; it stays while the mouse or the keyboard is in it.

    Args:
        over: What it lies over; it keeps to the middle of its foot.

    Signals:
        undo_requested: nothing; what the toast tells of is to be taken back.
    """

    undo_requested = Signal()

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self.setProperty("toast", True)
        self._over = over
        self._label = Label(elided=True)
        self.undo = QPushButton(self.tr("Undo"))
        self.undo.setToolTip(self.tr("Take it back (Ctrl+Z)"))
        self.undo.clicked.connect(self.undo_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 6, 6)
        row.setSpacing(16)
        row.addWidget(self._label, 1)
        row.addWidget(self.undo)
        self._lasting = QTimer(self, singleShot=True, interval=_SHOWN_MILLISECONDS)
        self._lasting.timeout.connect(self._leave)
        over.installEventFilter(self)
        self.hide()

    @property
    def sentence(self) -> str:
        """What is said; nothing when nothing is shown."""
        return "" if self.isHidden() else self._label.text()

    def offer(self, sentence: str) -> None:
        """Say what was done and offer to take it back."""
        self._label.setText(sentence)
        self._place()
        self.show()
        self.raise_()
        self._lasting.start()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))

    @Slot()
    def put_away(self) -> None:
        """Offer nothing any more, because something else would be taken back now."""
        self._lasting.stop()
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._label.set_theme(theme)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place()
        return False

    @Slot()
    def _leave(self) -> None:
        if self.underMouse() or self.undo.hasFocus():
            self._lasting.start()
        else:
            self.hide()

    def _place(self) -> None:
        around = self._over.rect()
        wanted = self.sizeHint()
        width = min(wanted.width(), _WIDEST, around.width() - 2 * _FROM_THE_EDGE)
        left = around.left() + (around.width() - width) // 2
        self.setGeometry(left, around.bottom() - wanted.height() - _ABOVE_THE_FOOT, width, wanted.height())
