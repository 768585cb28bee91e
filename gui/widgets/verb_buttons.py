"""The buttons at the foot of a dialog that does something: the verb, and the way out of it."""

from PySide6.QtWidgets import QDialog, QDialogButtonBox


class VerbButtons(QDialogButtonBox):
    """Accepts or rejects a dialog.

    Args:
        verb: What the dialog does, as its button says it.
        dialog: The dialog.
        away: What the other button says; without it Cancel.

    Attributes:
        verb: The button that carries the verb.
    """

    def __init__(self, verb: str, dialog: QDialog, away: str = "") -> None:
        super().__init__()
        self.verb = self.addButton(verb, QDialogButtonBox.ButtonRole.AcceptRole)
        self.verb.setProperty("primary", True)
        self.addButton(away or self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        self.accepted.connect(dialog.accept)
        self.rejected.connect(dialog.reject)
