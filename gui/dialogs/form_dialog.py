"""The form that dialogs share which ask for a name and a few things more, and make something of it."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialog, QFormLayout, QLineEdit, QWidget

from gui.widgets.dialog_column import DialogColumn
from gui.widgets.labels import Label, Tone
from gui.widgets.verb_buttons import VerbButtons


class FormDialog(QDialog):
    """A name, further rows, a sentence on what will happen, and a button that is off as long as there is no name.

    A dialog derives from it, makes its rows, and lays them out with ``_lay_out``.

    Args:
        title: The dialog's title.
        name: The name to begin with.
        example: What is shown where no name stands yet.
    """

    def __init__(self, title: str, name: str, example: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.name = QLineEdit(" ".join(name.split()))
        self.name.setCursorPosition(0)
        self.name.setPlaceholderText(example)
        self._form = QFormLayout()
        self._form.setVerticalSpacing(8)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._form.addRow(self.tr("Name"), self.name)
        self.name.textChanged.connect(self._enable)

    def _lay_out(self, said: str, verb: str, rows: tuple[tuple[str, QWidget], ...]) -> None:
        """Put the rows below the name, then what is said, and the button that carries the verb."""
        for words, widget in rows:
            self._form.addRow(words, widget)
        buttons = VerbButtons(verb, self)
        self.make = buttons.verb
        column = DialogColumn(self)
        column.addLayout(self._form)
        column.addWidget(Label(said, tone=Tone.MUTED))
        column.addWidget(buttons)
        self._enable()

    @Slot()
    def _enable(self) -> None:
        self.make.setEnabled(bool(self.name.text().strip()))
