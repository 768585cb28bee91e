"""The former and the present passage of a mark side by side, each under a line that says where it stands."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from gui.theme import Theme
from gui.widgets.labels import Label, Tone
from gui.widgets.passage_view import PassageView
from storage.domain.annotation import Colour
from storage.domain.review import Passage


class PassagePair(QSplitter):
    """Shows two passages; the reader can give one of them more room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.former = PassageView(self.tr("Former text"), is_former=True)
        self.present = PassageView(self.tr("Present text"), is_former=False)
        self._former_place, self._present_place = Label(tone=Tone.MUTED, elided=True), Label(elided=True)
        self._present_place.setMinimumHeight(20)
        self._former_place.setMinimumHeight(20)
        for place, view in ((self._former_place, self.former), (self._present_place, self.present)):
            side = QWidget()
            column = QVBoxLayout(side)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(4)
            column.addWidget(place)
            column.addWidget(view, 1)
            self.addWidget(side)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(12)

    def show_former(self, passage: Passage | None, said: str, colour: Colour) -> None:
        """Show where a mark stood."""
        self._former_place.setText(said)
        self.former.show_passage(passage, colour)

    def show_present(self, passage: Passage | None, said: str, colour: Colour) -> None:
        """Show where a mark may stand now, or only a sentence."""
        self._present_place.setText(said)
        self.present.show_passage(passage, colour)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        for part in (self.former, self.present, self._former_place, self._present_place):
            part.set_theme(theme)
