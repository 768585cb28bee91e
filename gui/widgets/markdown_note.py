"""A note in Markdown: written as it is, and read as it will look. Nothing is ever fetched for it."""

from PySide6.QtCore import QByteArray, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QFocusEvent, QTextDocument
from PySide6.QtWidgets import QPlainTextEdit, QStackedWidget, QTextBrowser, QWidget
from typing_extensions import override

_FEATURES = QTextDocument.MarkdownFeature.MarkdownDialectGitHub | QTextDocument.MarkdownFeature.MarkdownNoHTML


class NoteField(QPlainTextEdit):
    """Takes a note in Markdown; says when it is left."""

    left = Signal()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class NotePreview(QTextBrowser):
    """Shows Markdown; a link in it leads nowhere, and an image in it is not loaded, from wherever."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)

    def show_note(self, note: str) -> None:
        """Show a note."""
        self.document().setMarkdown(note, _FEATURES)

    @override
    def loadResource(self, type: int, name: QUrl | str) -> object:
        return QByteArray()


class MarkdownNote(QStackedWidget):
    """A field for a note with its preview behind it.

    Signals:
        edited: nothing; something was typed.
        left: nothing; the field has lost the keyboard.
    """

    edited = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = NoteField()
        self.field.setPlaceholderText(self.tr("Write a note…"))
        self.field.setAccessibleName(self.tr("Note"))
        self.field.setToolTip(self.tr("Note, in Markdown (Ctrl+M)"))
        self.field.setTabChangesFocus(True)
        self.preview = NotePreview()
        self.preview.setAccessibleName(self.tr("Note as it will look"))
        self.addWidget(self.field)
        self.addWidget(self.preview)
        self.field.textChanged.connect(self.edited)
        self.field.left.connect(self.left)

    def set_note(self, note: str) -> None:
        """Show a stored note; it counts as not typed in."""
        if self.field.toPlainText() != note:
            self.field.setPlainText(note)
        self.field.document().setModified(False)
        self.preview.show_note(note)

    def note(self, stored: str = "") -> str:
        """Return what stands in the field; ``stored`` where nothing was typed, which may hold what a field cannot."""
        document = self.field.document()
        if not document.isModified():
            return stored
        # The raw text, since the plain one turns no-break spaces into spaces.
        return document.toRawText().replace("\u2029", "\n").replace("\u2028", "\n")

    def count_as_saved(self) -> None:
        """Take what stands in the field as what is stored."""
        self.field.document().setModified(False)

    def write(self) -> None:
        """Put the cursor into the field."""
        self.show_preview(False)
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot(bool)
    def show_preview(self, shown: bool) -> None:
        """Show how the note will look, or the field again."""
        if shown:
            self.preview.show_note(self.field.toPlainText())
        self.setCurrentWidget(self.preview if shown else self.field)
