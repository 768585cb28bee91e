"""What a panel shows while it has nothing: one sentence and at most one action."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from gui.theme import Theme
from gui.widgets.labels import Label, Tone


class EmptyState(QWidget):
    """A sentence in the middle of a panel, with a button below it when there is something to do.

    Args:
        sentence: What to say.
        action: The words on the button; empty for none.
    """

    action_requested = Signal()

    def __init__(self, sentence: str, action: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = Label(sentence, tone=Tone.MUTED)
        self._label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.button = QPushButton(action)
        self.button.setVisible(bool(action))
        self.button.clicked.connect(self.action_requested)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        layout.addStretch(1)
        layout.addWidget(self._label)
        layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(2)

    @property
    def sentence(self) -> str:
        """What is said."""
        return self._label.text()

    def set_sentence(self, sentence: str) -> None:
        """Say something else."""
        self._label.setText(sentence)

    def set_action(self, words: str) -> None:
        """Write something else on the button; nothing takes it away."""
        self.button.setText(words.replace("&", "&&"))
        self.button.setVisible(bool(words))

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._label.set_theme(theme)
