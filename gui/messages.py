"""The only place that opens message boxes."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from gui.translation import in_words


def show_problem(parent: QWidget | None, sentence: str) -> None:
    """Tell the reader in a sentence what happened and what to do."""
    box = QMessageBox(QMessageBox.Icon.Warning, "Liaison", in_words(sentence), QMessageBox.StandardButton.Close, parent)
    box.setTextFormat(Qt.TextFormat.PlainText)  # names of files can hold what looks like markup
    box.setTextInteractionFlags(box.textInteractionFlags().TextSelectableByMouse)
    box.exec()


def ask(parent: QWidget | None, question: str, verb: str) -> bool:
    """Ask whether to go on; the button that does says the verb, the other one *Cancel*."""
    box = QMessageBox(QMessageBox.Icon.Question, "Liaison", question, QMessageBox.StandardButton.NoButton, parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    going_on = box.addButton(verb, QMessageBox.ButtonRole.AcceptRole)
    box.addButton(QCoreApplication.translate("messages", "Cancel"), QMessageBox.ButtonRole.RejectRole)
    box.exec()
    return box.clickedButton() is going_on
