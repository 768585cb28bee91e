"""The editor of one mark: note, tags, colour, and deleting it; what is typed is never lost."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFocusEvent, QHideEvent, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from gui.theme import Theme
from gui.widgets.tag_field import TagField
from storage.domain.annotation import Annotation, Colour
from storage.edits import ChangeAnnotations, RemoveAnnotations

PAUSE = 800
"""Milliseconds without a key after which a note is saved."""


class NoteField(QPlainTextEdit):
    """Takes a note in Markdown; says when it is left."""

    left = Signal()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class AnnotationEditor(QWidget):
    """Changes one mark by edits.

    Note and tags are saved when typing pauses, when their field is left, and before another mark or nothing is edited.
    """

    edit_requested = Signal(object)
    """A ChangeAnnotations or RemoveAnnotations."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mark: Annotation | None = None
        self._note = NoteField()
        self._note.setPlaceholderText(self.tr("Write a note…"))
        self._note.setAccessibleName(self.tr("Note"))
        self._note.setToolTip(self.tr("Note, in Markdown (Ctrl+M)"))
        self._note.setTabChangesFocus(True)
        self._note.setFixedHeight(84)
        self._tags = TagField()
        self._colours = QButtonGroup(self)
        self._delete = QPushButton(self.tr("Delete mark"))
        self._delete.setToolTip(self.tr("Put this mark into the trash; Ctrl+Z brings it back"))
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._lay_out()
        self._pause.timeout.connect(self.flush)
        self._note.textChanged.connect(self._pause.start)
        self._note.left.connect(self.flush)
        self._tags.textEdited.connect(self._pause.start)
        self._tags.left.connect(self.flush)
        self._colours.buttonClicked.connect(self._change_colour)
        self._delete.clicked.connect(self._ask_to_delete)
        self.edit(None)

    def _lay_out(self) -> None:
        names = {
            Colour.YELLOW: self.tr("Yellow"),
            Colour.GREEN: self.tr("Green"),
            Colour.ROSE: self.tr("Rose"),
            Colour.BLUE: self.tr("Blue"),
        }
        row = QHBoxLayout()
        row.setSpacing(4)
        for colour, name in names.items():
            button = QToolButton()
            button.setCheckable(True)
            button.setProperty("swatch", True)
            button.setToolTip(name)
            button.setAccessibleName(name)
            button.setProperty("colour", colour.value)
            button.setIconSize(QSize(16, 16))
            self._colours.addButton(button)
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self._delete)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 8, 10, 8)
        layout.setSpacing(8)
        layout.addWidget(self._note)
        layout.addWidget(self._tags)
        layout.addLayout(row)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        for button in self._colours.buttons():
            button.setIcon(_swatch(theme, Colour(button.property("colour")), self.devicePixelRatioF()))

    def set_known_tags(self, tags: Sequence[str]) -> None:
        """Offer these tags."""
        self._tags.set_known(tags)

    def set_read_only(self, is_read_only: bool) -> None:
        """Let notes and tags be read only, or be changed again."""
        for field in (self._note, self._tags):
            field.setReadOnly(is_read_only)
        for button in (*self._colours.buttons(), self._delete):
            button.setEnabled(not is_read_only)

    @property
    def mark(self) -> Annotation | None:
        """The mark being edited, as it was last asked to be."""
        return self._mark

    def edit(self, mark: Annotation | None) -> None:
        """Edit another mark; what was typed for the former is saved first."""
        self.flush()
        self._mark = mark
        self.setVisible(mark is not None)
        if mark is not None:
            self._fill(mark)

    def refresh(self, mark: Annotation) -> None:
        """Show a new state of the mark being edited; what is being typed stays."""
        if self._mark is None or self._mark.id != mark.id:
            return
        typing = self._pause.isActive() and self._typed() != self._mark
        former, self._mark = self._mark, mark
        if typing:
            return
        if former.note != mark.note or former.tags != mark.tags or former.colour != mark.colour:
            self._fill(mark)

    def write_note(self) -> None:
        """Put the cursor into the note."""
        self._note.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _fill(self, mark: Annotation) -> None:
        if self._note.toPlainText() != mark.note:
            self._note.setPlainText(mark.note)
        if self._tags.tags() != mark.tags:
            self._tags.set_tags(mark.tags)
        for button in self._colours.buttons():
            button.setChecked(button.property("colour") == mark.colour.value)
        self._pause.stop()

    def _typed(self) -> Annotation | None:
        """Return the mark with what stands in the fields."""
        if self._mark is None:
            return None
        return replace(self._mark, note=self._typed_note(self._mark.note), tags=self._tags.tags())

    def _typed_note(self, stored: str) -> str:
        document = self._note.document()
        if not document.isModified():
            return stored
        # The raw text, since the plain one turns no-break spaces into spaces.
        return document.toRawText().replace("\u2029", "\n").replace("\u2028", "\n")

    @Slot()
    def flush(self) -> None:
        """Save what was typed and not yet saved."""
        self._pause.stop()
        typed = self._typed()
        if typed is None or typed == self._mark:
            return
        assert self._mark is not None
        what = "write note on" if typed.note != self._mark.note else "tag"
        self._mark = typed
        self._note.document().setModified(False)
        self.edit_requested.emit(ChangeAnnotations((typed,), what))

    @Slot(QAbstractButton)
    def _change_colour(self, button: QAbstractButton) -> None:
        self.flush()
        if self._mark is None or button.property("colour") == self._mark.colour.value:
            return
        self._mark = replace(self._mark, colour=Colour(button.property("colour")))
        self.edit_requested.emit(ChangeAnnotations((self._mark,), "colour"))

    @Slot()
    def _ask_to_delete(self) -> None:
        self.flush()
        if self._mark is not None:
            self.edit_requested.emit(RemoveAnnotations((self._mark.id,)))

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self.flush()
        super().hideEvent(event)


def _swatch(theme: Theme, colour: Colour, ratio: float) -> QIcon:
    """Paint a mark's colour as a round swatch."""
    pixmap = QPixmap(QSize(16, 16) * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(theme.muted)
    painter.setBrush(theme.mark(colour))
    painter.drawEllipse(1, 1, 14, 14)
    painter.end()
    return QIcon(pixmap)
