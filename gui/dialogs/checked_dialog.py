"""The dialogs that stay open, and say why, as long as what stands in them cannot be taken."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QWidget
from typing_extensions import override


class CheckedDialog(QDialog):
    """Closes when nothing is in the way; a dialog derives from it and tells what is with ``_in_the_way``.

    Attributes:
        problem: The sentence on what is in the way; it is for the dialog to lay out.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.problem = QLabel()
        self.problem.setTextFormat(Qt.TextFormat.PlainText)
        self.problem.setProperty("caution", True)
        self.problem.setWordWrap(True)
        self.problem.hide()

    def _in_the_way(self) -> str:
        """Return what must be put right first, in a sentence; empty where nothing must."""
        return ""

    @override
    def accept(self) -> None:
        problem = self._in_the_way()
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        if not problem:
            super().accept()
