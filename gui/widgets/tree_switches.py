"""What is switched above the tree: whether only what a search has found counts, and how several rows go together."""

from PySide6.QtCore import QLocale, Qt, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from gui.theme import Theme
from gui.widgets.counting import counted
from gui.widgets.labels import Label


class TreeSwitches(QWidget):
    """Shows each switch only while it has something to switch.

    Signals:
        every_switched: whether a document must mention every chosen row, not only one of them.
        found_only_switched: whether only the documents that were found count.
    """

    every_switched = Signal(bool)
    found_only_switched = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.found_only = _switch("", self.tr("Count only the documents that the search has found"))
        self.found_only.toggled.connect(self.found_only_switched)
        self.found_only.hide()
        self._number = Label()
        self.any_of = _switch(self.tr("Any"), self.tr("Documents that mention at least one of the chosen rows"))
        self.all_of = _switch(self.tr("All"), self.tr("Documents that mention every one of the chosen rows"))
        self.any_of.setChecked(True)
        self._group = QButtonGroup(self)
        for button in (self.any_of, self.all_of):
            self._group.addButton(button)
        self.all_of.toggled.connect(self.every_switched)
        self._several = QWidget()
        row = QHBoxLayout(self._several)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._number, 1)
        row.addWidget(self.any_of)
        row.addWidget(self.all_of)
        self._several.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 0, 8, 8)
        column.setSpacing(4)
        column.addWidget(self.found_only, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._several)
        self._show()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._number.set_theme(theme)

    @property
    def every(self) -> bool:
        """Whether a document must mention every chosen row."""
        return self.all_of.isChecked()

    def show_chosen(self, rows: int) -> None:
        """Say how many rows are chosen; fewer than two hide the switch."""
        self._number.setText(counted(rows, self.tr("%1 chosen"), self.tr("%1 chosen")))
        self._several.setVisible(rows > 1)
        self._show()

    @Slot(object)
    def offer_found(self, documents: int | None) -> None:
        """Offer to count only so many documents that were found; None takes the offer away."""
        self.found_only.setVisible(documents is not None)
        if documents is None:
            self.found_only.setChecked(False)
        else:
            number = QLocale().toString(documents)
            self.found_only.setText(self.tr("Only in what is found · %1").replace("%1", number))
        self._show()

    def _show(self) -> None:
        """Take no room, not even that below the switches, while there is none."""
        self.setHidden(self.found_only.isHidden() and self._several.isHidden())


def _switch(words: str, explained: str) -> QToolButton:
    button = QToolButton()
    button.setText(words)
    button.setToolTip(explained)
    button.setCheckable(True)
    return button
