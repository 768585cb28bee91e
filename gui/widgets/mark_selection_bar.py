"""What can be done with several marks that are chosen at once: tag them, colour them, delete them."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from gui.plain_words import explain
from gui.theme import Theme
from gui.value_words import mark_colour_in_words
from gui.widgets.counting import counted
from gui.widgets.labels import Label
from gui.widgets.swatch import swatch
from gui.widgets.tag_field import TagField
from gui.widgets.writing import mark_as_writing
from storage.domain.annotation import Colour


class MarkSelectionBar(QWidget):
    """Says how many marks are chosen and what is wished of them.

    Signals:
        tags_wished: a tuple of tags to add to all of them.
        colour_wished: the ``Colour`` to give to all of them.
        deletion_wished: nothing; they are to go into the trash.
    """

    tags_wished = Signal(object)
    colour_wished = Signal(object)
    deletion_wished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count = Label(strong=True, elided=True)
        self.tags = TagField()
        self.tags.setPlaceholderText(self.tr("Add tags to all of them"))
        self.tags.setToolTip(self.tr("Tags to add, separated by commas; Enter adds them"))
        self.tags.returnPressed.connect(self._add_tags)
        self.delete = QPushButton(self.tr("Delete marks"))
        self.delete.setToolTip(self.tr("Put these marks into the trash; Ctrl+Z brings them back"))
        self.delete.clicked.connect(self.deletion_wished)
        row = QHBoxLayout()
        row.setSpacing(4)
        self._swatches: dict[Colour, QToolButton] = {}
        for colour in Colour:
            button = QToolButton()
            button.setProperty("swatch", True)
            button.setProperty("colour", colour.value)
            button.setIconSize(QSize(16, 16))
            button.clicked.connect(self._choose_colour)
            self._swatches[colour] = button
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.delete)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 8)
        column.setSpacing(8)
        column.addWidget(self._count)
        column.addWidget(self.tags)
        column.addLayout(row)
        mark_as_writing(self.tags, *self._swatches.values(), self.delete)
        self.set_colour_meanings({})
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._count.set_theme(theme)
        for colour, button in self._swatches.items():
            button.setIcon(swatch(theme, theme.mark(colour), self.devicePixelRatioF()))

    def set_colour_meanings(self, meanings: Mapping[Colour, str]) -> None:
        """Say on the swatches what the colours stand for."""
        for colour, button in self._swatches.items():
            words = mark_colour_in_words(colour, meanings.get(colour, ""))
            explain(button, words)
            button.setAccessibleName(self.tr("Colour all: {0}").format(words))

    def set_known_tags(self, tags: Sequence[str]) -> None:
        """Offer these tags."""
        self.tags.set_known(tags)

    def show_count(self, count: int) -> None:
        """Say how many marks are chosen; fewer than two hide the bar."""
        self._count.setText(counted(count, self.tr("%1 mark chosen"), self.tr("%1 marks chosen")))
        self.setVisible(count > 1)

    @Slot()
    def _add_tags(self) -> None:
        tags = self.tags.tags()
        if tags:
            self.tags.clear()
            self.tags_wished.emit(tags)

    @Slot()
    def _choose_colour(self) -> None:
        button = self.sender()
        if isinstance(button, QToolButton):
            self.colour_wished.emit(Colour(button.property("colour")))
