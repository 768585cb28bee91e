"""The one wide field above the window in which everything is searched for."""

from PySide6.QtCore import QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from gui.theme import Theme
from gui.widgets.clear_button import offer_clearing

_WIDEST = 560


class SearchField(QLineEdit):
    """Tells the query while it is typed and when it is entered; Esc clears it, and leaves it when it is empty.

    Args:
        keys: The keys that lead here, shown while the field is empty.
    """

    query_changed = Signal(object)
    """The text while it is typed, also when it has been cleared."""
    query_entered = Signal(object)
    """The text when Enter was pressed."""
    left = Signal()
    """Esc was pressed in the empty field."""

    def __init__(self, keys: str = "Ctrl+Shift+F", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys = keys
        self._theme: Theme | None = None
        self.setPlaceholderText(self.tr("Search all texts, notes and tags…"))
        self.setAccessibleName(self.tr("Search everywhere"))
        self.setToolTip(self.tr("Search everywhere ({keys})").format(keys=keys))
        offer_clearing(self)
        self.setMaximumWidth(_WIDEST)
        self.setMinimumWidth(160)
        self.textEdited.connect(self._tell_changed)
        self.textChanged.connect(self._tell_cleared)
        self.returnPressed.connect(self._tell_entered)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        self.update()

    @property
    def query(self) -> str:
        """What stands in the field."""
        return self.text()

    def set_query(self, query: str) -> None:
        """Put a query into the field and tell it as if it had been entered."""
        self.setText(query)
        self.query_entered.emit(query)

    @Slot(str)
    def _tell_changed(self, text: str) -> None:
        if text:
            self.query_changed.emit(text)

    @Slot(str)
    def _tell_cleared(self, text: str) -> None:
        if not text:
            self.query_changed.emit("")

    @Slot()
    def _tell_entered(self) -> None:
        self.query_entered.emit(self.text())

    @override
    def sizeHint(self) -> QSize:
        return QSize(_WIDEST, super().sizeHint().height())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            if self.text():
                self.clear()
            else:
                self.left.emit()
            return
        super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._theme is None or self.text():
            return
        painter = QPainter(self)
        width = self.fontMetrics().horizontalAdvance(self._keys) + 12
        box = QRect(self.width() - width - 8, 5, width, self.height() - 11)
        painter.setPen(self._theme.line)
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(self._theme.muted)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._keys)
