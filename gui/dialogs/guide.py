"""The guide for readers and the list of what is new: pages shipped with the program, shown in a window of their own."""

from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Slot
from PySide6.QtGui import QFont, QTextBlock, QTextCursor, QTextDocument, QTextLength
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidgetItem,
    QSplitter,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from gui.widgets.clear_button import offer_clearing
from gui.widgets.fitting import resize_to_fit
from gui.widgets.row_list import RowList
from storage.paths import resource

_CONTENTS_WIDTH = 230
_MARGIN = 28
_PICTURE = "\ufffc"
"""What Qt puts into a text where a picture stands."""
_SPACE_ABOVE = {1: 0, 2: 22, 3: 14}


class GuideDialog(QDialog):
    """Shows a page in Markdown with its headings beside it; stays open while the reader works."""

    def __init__(self, page: Path, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setWindowFlag(Qt.WindowType.Window)
        resize_to_fit(self, 1020, 760)
        self.contents = RowList(self.tr("Contents"))
        self.contents.itemActivated.connect(self._go_to)
        self.contents.itemClicked.connect(self._go_to)
        self.text = QTextBrowser()
        self.text.setAccessibleName(title)
        self.text.setOpenLinks(False)
        self.text.document().setDocumentMargin(_MARGIN)
        self.text.setSource(QUrl.fromLocalFile(str(page)), QTextDocument.ResourceType.MarkdownResource)
        self.words = QLineEdit()
        self.words.setPlaceholderText(self.tr("Find in this page…"))
        self.words.setAccessibleName(self.tr("Find in this page"))
        offer_clearing(self.words)
        self.words.textChanged.connect(self._find_from_the_top)
        self.words.returnPressed.connect(self._find_next)
        self._list_headings()
        self._fit_pictures()
        self._lay_out()

    def _lay_out(self) -> None:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(12, 12, 8, 12)
        column.setSpacing(8)
        column.addWidget(self.words)
        column.addWidget(self.contents, 1)
        parts = QSplitter(Qt.Orientation.Horizontal)
        parts.addWidget(side)
        parts.addWidget(self.text)
        parts.setStretchFactor(1, 1)
        parts.setSizes([_CONTENTS_WIDTH, 1])
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(parts)

    def _list_headings(self) -> None:
        """Set the headings apart in the page, and list them beside it."""
        block = self.text.document().begin()
        while block.isValid():
            level = block.blockFormat().headingLevel()
            if level:
                self._space(block, level)
                item = QListWidgetItem("    " * max(0, level - 2) + block.text())
                item.setToolTip(block.text())
                item.setData(Qt.ItemDataRole.UserRole, block.position())
                self.contents.addItem(item)
            block = block.next()
        self.text.moveCursor(QTextCursor.MoveOperation.Start)

    def _fit_pictures(self) -> None:
        """Let no picture be wider than the page."""
        document = self.text.document()
        cursor = QTextCursor(document)
        while not (cursor := document.find(_PICTURE, cursor)).isNull():
            shape = cursor.charFormat().toImageFormat()
            shape.setMaximumWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
            cursor.setCharFormat(shape)

    def _space(self, block: QTextBlock, level: int) -> None:
        cursor = QTextCursor(block)
        shape = block.blockFormat()
        shape.setTopMargin(_SPACE_ABOVE.get(level, _SPACE_ABOVE[3]))
        shape.setBottomMargin(6)
        cursor.setBlockFormat(shape)
        cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
        words = cursor.charFormat()
        words.setFontWeight(QFont.Weight.Bold)
        cursor.mergeCharFormat(words)

    @Slot(QListWidgetItem)
    def _go_to(self, item: QListWidgetItem) -> None:
        cursor = self.text.textCursor()
        cursor.setPosition(self.text.document().characterCount() - 1)
        self.text.setTextCursor(cursor)
        cursor.setPosition(item.data(Qt.ItemDataRole.UserRole))
        self.text.setTextCursor(cursor)
        self.text.verticalScrollBar().setValue(self.text.verticalScrollBar().value() + self.text.cursorRect().top())

    @Slot()
    def _find_from_the_top(self) -> None:
        self.text.moveCursor(QTextCursor.MoveOperation.Start)
        self._find_next()

    @Slot()
    def _find_next(self) -> None:
        words = self.words.text()
        if words and not self.text.find(words):
            self.text.moveCursor(QTextCursor.MoveOperation.Start)
            self.text.find(words)


def guide_page(name: str) -> Path:
    """Return where a page of the guide lies, by the name it has in the reader's language."""
    return resource("guide") / name
