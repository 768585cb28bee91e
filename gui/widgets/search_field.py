"""The one wide field that searches everything."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QStyle, QStyleOptionFrame, QWidget
from typing_extensions import override

from gui.theme import Theme
from gui.widgets.icons import icon

_HINT = "Ctrl+Shift+F"
_MARGIN = 10


class SearchField(QLineEdit):
    """Tells the words while they are typed and when they are entered.

    Signals:
        query_changed: the words so far.
        query_entered: the words, on Enter.
        left: nothing; Esc was pressed.
    """

    query_changed = Signal(object)
    query_entered = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("search")
        self.setPlaceholderText(self.tr("Search all documents…"))
        self.setAccessibleName(self.tr("Search all documents"))
        self.setToolTip(
            self.tr(
                'Words, "phrases", AND OR NOT, part*, title: author: country: party: tag: note: date:[2004 to 2007] (%1)'
            ).replace("%1", _HINT)
        )
        self.setMinimumHeight(28)
        self._theme: Theme | None = None
        self._glass = QAction(self)
        self.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        self.setClearButtonEnabled(True)
        self.textEdited.connect(self.query_changed)
        self.textChanged.connect(self._tell_cleared)
        self.returnPressed.connect(self._tell_entered)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        self._glass.setIcon(icon("search", theme.muted))

    def begin(self) -> None:
        """Put the cursor here with all words selected."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def set_query(self, query: str) -> None:
        """Show a query that came from elsewhere; it is not told again."""
        self.setText(query)

    @Slot()
    def _tell_entered(self) -> None:
        self.query_entered.emit(self.text())

    @Slot(str)
    def _tell_cleared(self, text: str) -> None:
        if not text:
            self.query_changed.emit("")

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.text() or self._theme is None:
            return
        painter = QPainter(self)
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        room = self.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, self)
        words = QFontMetrics(self.font()).horizontalAdvance(self.placeholderText() + _HINT)
        if words + 6 * _MARGIN < room.width():
            painter.setPen(self._theme.muted)
            room.setRight(room.right() - _MARGIN)
            painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, _HINT)
