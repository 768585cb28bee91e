"""The cross in a field that empties it."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QToolButton


def offer_clearing(field: QLineEdit) -> None:
    """Give a field the cross, with a name for those who do not see it."""
    field.setClearButtonEnabled(True)
    for cross in field.findChildren(QToolButton):
        words = QCoreApplication.translate("ClearButton", "Clear the field")
        cross.setAccessibleName(words)
        cross.setToolTip(words)
