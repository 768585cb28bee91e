"""Two arrows that lead from mention to mention, and between them where one is."""

from PySide6.QtCore import QLocale, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gui.theme import Theme
from gui.widgets.flat_button import flat_button
from gui.widgets.labels import Label, Tone


class MentionStepper(QWidget):
    """Asks for the next or the previous mention; hidden while there is none.

    Signals:
        step_requested: +1 or -1.
    """

    step_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._position = Label(tone=Tone.MUTED)
        self._position.setWordWrap(False)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 4, 8, 4)
        back, forward = flat_button("‹", self.tr("Previous mention")), flat_button("›", self.tr("Next mention"))
        back.clicked.connect(self._step_back)
        forward.clicked.connect(self._step_forward)
        layout.addWidget(back)
        layout.addWidget(self._position, 1, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(forward)
        self.set_steps(0, 0)

    @Slot()
    def _step_back(self) -> None:
        self.step_requested.emit(-1)

    @Slot()
    def _step_forward(self) -> None:
        self.step_requested.emit(+1)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._position.set_theme(theme)

    def set_steps(self, position: int, total: int) -> None:
        """Say that the mention at ``position`` (from 1; 0: none yet) of ``total`` is shown; 0 hides the stepper."""
        locale = QLocale()
        self.setVisible(total > 0)
        words = self.tr("{position} of {total}") if position else self.tr("{total} mentions")
        self._position.setText(words.format(position=locale.toString(position), total=locale.toString(total)))
