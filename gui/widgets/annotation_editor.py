"""The editor of one mark: note, tags, colour, and deleting it; what is typed is never lost."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QSize, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from gui.plain_words import explain
from gui.theme import Theme
from gui.value_words import mark_colour_in_words
from gui.widgets.chip import Chip
from gui.widgets.flat_button import flat_button
from gui.widgets.flow_layout import FlowLayout
from gui.widgets.markdown_note import MarkdownNote
from gui.widgets.swatch import swatch
from gui.widgets.tag_field import TagField
from gui.widgets.writing import mark_as_writing
from storage.domain.annotation import Annotation, Colour
from storage.domain.ids import EntityId
from storage.edits import ChangeAnnotations, RemoveAnnotations

PAUSE = 800
"""Milliseconds without a key after which a note is saved."""


class AnnotationEditor(QWidget):
    """Changes one mark by edits.

    Note and tags are saved when typing pauses, when their field is left, and before another mark or nothing is edited.
    """

    edit_requested = Signal(object)
    """A ChangeAnnotations or RemoveAnnotations."""
    link_requested = Signal(object)
    """The Annotation that is to be linked to an entity."""
    history_requested = Signal(object)
    """The AnnotationId whose history is to be shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mark: Annotation | None = None
        self._theme: Theme | None = None
        self._names: Mapping[EntityId, str] = {}
        self._chips: list[Chip] = []
        self._note = MarkdownNote()
        self._note.setFixedHeight(84)
        self._tags = TagField()
        self._colours = QButtonGroup(self)
        self._preview = flat_button(self.tr("Preview"), self.tr("Show how the note will look"))
        self._preview.setCheckable(True)
        self._preview.toggled.connect(self._note.show_preview)
        self._history = flat_button(self.tr("History"), self.tr("Who changed this mark, what and when"))
        self._history.clicked.connect(self._ask_for_history)
        self._link = flat_button(self.tr("Link to…"), self.tr("Link this mark to a country, party, body or person"))
        self._link.clicked.connect(self._ask_to_link)
        self._delete = QPushButton(self.tr("Delete mark"))
        self._delete.setToolTip(self.tr("Put this mark into the trash; Ctrl+Z brings it back"))
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._lay_out()
        mark_as_writing(*self._colours.buttons(), self._link, self._delete)
        self._pause.timeout.connect(self.flush)
        self._note.edited.connect(self._pause.start)
        self._note.left.connect(self.flush)
        self._tags.textEdited.connect(self._pause.start)
        self._tags.left.connect(self.flush)
        self._colours.buttonClicked.connect(self._change_colour)
        self._delete.clicked.connect(self._ask_to_delete)
        self.edit(None)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(4)
        for colour in Colour:
            button = QToolButton()
            button.setCheckable(True)
            button.setProperty("swatch", True)
            button.setProperty("colour", colour.value)
            button.setIconSize(QSize(16, 16))
            self._colours.addButton(button)
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self._delete)
        self._links = QWidget()
        links = FlowLayout(self._links)
        for button in (self._preview, self._history, self._link):
            links.addWidget(button)
        self.set_colour_meanings({})
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 8, 10, 8)
        layout.setSpacing(8)
        layout.addWidget(self._note)
        layout.addWidget(self._tags)
        layout.addWidget(self._links)
        layout.addLayout(row)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        for chip in self._chips:
            chip.set_theme(theme)
        for button in self._colours.buttons():
            colour = theme.mark(Colour(button.property("colour")))
            button.setIcon(swatch(theme, colour, self.devicePixelRatioF()))

    def set_colour_meanings(self, meanings: Mapping[Colour, str]) -> None:
        """Say on the swatches what the colours stand for."""
        for button in self._colours.buttons():
            colour = Colour(button.property("colour"))
            words = mark_colour_in_words(colour, meanings.get(colour, ""))
            explain(button, words)
            button.setAccessibleName(words)

    def set_entity_names(self, names: Mapping[EntityId, str]) -> None:
        """Say whom marks are linked to by these names."""
        self._names = names
        if self._mark is not None:
            self._show_links(self._mark)

    def set_known_tags(self, tags: Sequence[str]) -> None:
        """Offer these tags."""
        self._tags.set_known(tags)

    def set_read_only(self, is_read_only: bool) -> None:
        """Let what is typed be read only, or be changed again."""
        for field in (self._note.field, self._tags):
            field.setReadOnly(is_read_only)

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
        if former != mark:
            self._fill(mark)

    def write_note(self) -> None:
        """Put the cursor into the note."""
        self._preview.setChecked(False)
        self._note.write()

    def _fill(self, mark: Annotation) -> None:
        self._note.set_note(mark.note)
        self._show_links(mark)
        if self._tags.tags() != mark.tags:
            self._tags.set_tags(mark.tags)
        for button in self._colours.buttons():
            button.setChecked(button.property("colour") == mark.colour.value)
        self._pause.stop()

    def _typed(self) -> Annotation | None:
        """Return the mark with what stands in the fields."""
        if self._mark is None:
            return None
        return replace(self._mark, note=self._note.note(self._mark.note), tags=self._tags.tags())

    def _show_links(self, mark: Annotation) -> None:
        """Show whom a mark is linked to, each as a chip that takes the link away."""
        layout = self._links.layout()
        assert layout is not None
        for chip in self._chips:
            layout.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = [Chip(self._names.get(one, one), value=one, removable=True) for one in mark.entities]
        for chip in self._chips:
            if self._theme is not None:
                chip.set_theme(self._theme)
            chip.setToolTip(self.tr("Take this link away"))
            chip.chosen.connect(self._unlink)
            layout.addWidget(chip)
            chip.show()

    @Slot(object)
    def _unlink(self, entity: EntityId) -> None:
        self.flush()
        if self._mark is not None:
            self._mark = replace(self._mark, entities=tuple(one for one in self._mark.entities if one != entity))
            self.edit_requested.emit(ChangeAnnotations((self._mark,), "unlink"))

    @Slot()
    def _ask_to_link(self) -> None:
        self.flush()
        self.link_requested.emit(self._mark)

    @Slot()
    def _ask_for_history(self) -> None:
        self.flush()
        if self._mark is not None:
            self.history_requested.emit(self._mark.id)

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
        self._note.count_as_saved()
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
