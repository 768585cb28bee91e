"""The page shown while no archive is open: make one, open one, or try the sample."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal, SignalInstance, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from gui.plain_words import explain

_WIDTH = 600
_PADDING = 16


class _RecentButton(QPushButton):
    """A recent archive: its name, and where it lies."""

    path_chosen = Signal(object)

    def __init__(self, path: Path) -> None:
        super().__init__()
        name = self.fontMetrics().elidedText(path.stem, Qt.TextElideMode.ElideMiddle, _WIDTH - 2 * _PADDING)
        self.setText(name.replace("&", "&&"))
        self._path = path
        self.setProperty("flat", True)
        explain(self, str(path))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._choose)

    @Slot()
    def _choose(self) -> None:
        self.path_chosen.emit(self._path)


class StartPage(QWidget):
    """What a newcomer sees first.

    Signals:
        new_requested, open_requested, sample_requested: nothing.
        recent_chosen: the ``Path`` of an archive.
    """

    new_requested = Signal()
    open_requested = Signal()
    sample_requested = Signal()
    recent_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = QLabel(self.tr("Read, mark and quote the papers of party diplomacy"))
        title.setProperty("title", True)
        title.setWordWrap(True)
        said = QLabel(
            self.tr(
                "An archive is one file on your machine. It holds your documents, your marks and your notes; "
                "nothing leaves this machine."
            )
        )
        said.setProperty("muted", True)
        said.setWordWrap(True)
        self.new_button = self._button(self.tr("New archive…"), self.new_requested, primary=True)
        self.open_button = self._button(self.tr("Open archive…"), self.open_requested)
        self.sample_button = self._button(self.tr("Try the sample"), self.sample_requested)
        self.sample_button.setToolTip(self.tr("Makes a small archive of texts written for this program"))
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        for button in (self.new_button, self.open_button, self.sample_button):
            buttons.addWidget(button)
        buttons.addStretch()
        self._recent_title = QLabel(self.tr("Recent archives"))
        self._recent_title.setProperty("panelTitle", True)
        self._recent = QVBoxLayout()
        self._recent.setSpacing(4)
        column = QVBoxLayout()
        column.setSpacing(16)
        column.addWidget(title)
        column.addWidget(said)
        column.addLayout(buttons)
        column.addSpacing(16)
        column.addWidget(self._recent_title)
        column.addLayout(self._recent)
        holder = QWidget()
        holder.setLayout(column)
        holder.setFixedWidth(_WIDTH)
        column.setContentsMargins(0, 0, 0, 0)
        for label in (title, said):
            label.setMinimumHeight(label.heightForWidth(_WIDTH))
        around = QVBoxLayout(self)
        around.addStretch(2)
        around.addWidget(holder, alignment=Qt.AlignmentFlag.AlignHCenter)
        around.addStretch(3)
        self.set_recent(())

    def _button(self, words: str, signal: SignalInstance, primary: bool = False) -> QPushButton:
        button = QPushButton(words)
        button.setProperty("primary", primary)
        button.clicked.connect(signal)
        return button

    def set_recent(self, paths: Sequence[Path]) -> None:
        """List the archives opened lately; those that are gone are left out."""
        while (item := self._recent.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        there = [path for path in paths if path.exists()]
        self._recent_title.setVisible(bool(there))
        for path in there:
            button = _RecentButton(path)
            button.path_chosen.connect(self.recent_chosen)
            self._recent.addWidget(button)
