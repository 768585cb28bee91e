"""The column in which the parts of a dialog stand."""

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget


class DialogColumn(QVBoxLayout):
    """Gives every dialog the same room at its edges and between its parts.

    Args:
        parts: What stands in it from the top; more can be added.
    """

    def __init__(self, dialog: QDialog, *parts: QWidget) -> None:
        super().__init__(dialog)
        self.setContentsMargins(16, 16, 16, 16)
        self.setSpacing(12)
        for part in parts:
            self.addWidget(part)
