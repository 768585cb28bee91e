"""The buttons at the foot of a dialog that does something: the verb, and Cancel."""

from PySide6.QtWidgets import QDialog, QDialogButtonBox


class VerbButtons(QDialogButtonBox):
    """Accepts or rejects a dialog.

    Args:
        verb: What the dialog does, as its button says it.
        dialog: The dialog.

    Attributes:
        verb: The button that carries the verb.
    """

    def __init__(self, verb: str, dialog: QDialog) -> None:
        super().__init__()
        self.verb = self.addButton(verb, QDialogButtonBox.ButtonRole.AcceptRole)
        self.verb.setProperty("primary", True)
        self.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        self.accepted.connect(dialog.accept)
        self.rejected.connect(dialog.reject)
