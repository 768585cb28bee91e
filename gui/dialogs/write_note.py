"""The dialog for the note on a document or an entity as a whole."""

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QWidget

from gui.widgets.dialog_column import DialogColumn
from gui.widgets.fitting import resize_to_fit
from gui.widgets.labels import Label
from gui.widgets.markdown_note import MarkdownNote
from gui.widgets.verb_buttons import VerbButtons


class WriteNoteDialog(QDialog):
    """Has a field for a note in Markdown and its preview; ``note`` returns what was written.

    Args:
        title: What the window is called.
        about: What the note is about.
        note: The note so far.
    """

    def __init__(self, title: str, about: str, note: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self._before = note
        self.body = MarkdownNote()
        self.body.set_note(note)
        said = Label(about, strong=True, elided=True)
        self.preview = QPushButton(self.tr("Preview"))
        self.preview.setCheckable(True)
        self.preview.setToolTip(self.tr("Show how the note will look (Ctrl+P)"))
        self.preview.toggled.connect(self.body.show_preview)
        buttons = VerbButtons(self.tr("Save the note"), self)
        for keys, slot in (("Ctrl+Return", self.accept), ("Ctrl+P", self.preview.toggle)):
            QShortcut(QKeySequence(keys), self).activated.connect(slot)
        buttons.verb.setToolTip(self.tr("Save the note (Ctrl+Return)"))
        column = DialogColumn(self)
        column.addWidget(said)
        column.addWidget(self.body, 1)
        foot = QHBoxLayout()
        foot.addWidget(self.preview)
        foot.addWidget(buttons, 1)
        column.addLayout(foot)
        self.body.write()
        resize_to_fit(self, 520, 360)

    def note(self) -> str:
        """Return the note as it stands; one of spaces only is empty."""
        note = self.body.note(self._before)
        return note if note.strip() else ""
