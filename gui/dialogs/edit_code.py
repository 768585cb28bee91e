"""The dialog in which a code is described: what it is called, what it means, when it is used."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Slot
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from typing_extensions import override

from gui.dialogs.checked_dialog import CheckedDialog
from gui.theme import Theme
from gui.translation import in_words
from gui.value_words import code_colour_in_words
from gui.widgets.dialog_column import DialogColumn
from gui.widgets.fitting import resize_to_fit
from gui.widgets.labels import Label, Tone
from gui.widgets.swatch import swatch
from gui.widgets.verb_buttons import VerbButtons
from storage.domain.codebook import Code, CodeColour
from storage.edits import ChangeCodebook
from storage.errors import UserFacingError

_LINES = 3


class EditCodeDialog(CheckedDialog):
    """Asks for everything a codebook says of a code; ``edit`` is what the archive is to do, once it was accepted.

    Args:
        code: The code to begin with; one without a name is new.
        theme: Whose colours the swatches have.
        make: Makes the edit of the code as the dialog stands; the sentence it raises is shown in the dialog.
    """

    def __init__(
        self, code: Code, theme: Theme, make: Callable[[Code], ChangeCodebook], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._before, self._make = code, make
        self.edit: ChangeCodebook | None = None
        is_new = not code.name
        self.setWindowTitle(self.tr("New code") if is_new else self.tr("Code “%1”").replace("%1", code.name))
        self.name = QLineEdit(code.name)
        self.name.setPlaceholderText(self.tr("a word or two, as marks carry it"))
        self.colour = QComboBox()
        for colour in CodeColour:
            icon = swatch(theme, theme.code(colour), self.devicePixelRatioF())
            self.colour.addItem(icon, code_colour_in_words(colour), colour)
        self.colour.setCurrentIndex(self.colour.findData(code.colour))
        self.definition = QLineEdit(code.definition)
        self.definition.setCursorPosition(0)
        self.definition.setPlaceholderText(self.tr("one sentence, shown where the code is chosen"))
        self.full_definition = self._field(code.full_definition)
        self.when_to_use = self._field(code.when_to_use)
        self.when_not_to_use = self._field(code.when_not_to_use)
        self.example = self._field(code.example)
        self._lay_out(self.tr("Add the code") if is_new else self.tr("Save the code"))
        self.name.textChanged.connect(self._enable)
        self._enable()
        resize_to_fit(self, 560, 600)

    def _field(self, words: str) -> QPlainTextEdit:
        field = QPlainTextEdit(words)
        field.setTabChangesFocus(True)
        field.setMinimumHeight(field.fontMetrics().lineSpacing() * _LINES + 14)
        return field

    def _lay_out(self, verb: str) -> None:
        form = QFormLayout()
        form.setVerticalSpacing(8)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for words, field in (
            (self.tr("&Name"), self.name),
            (self.tr("&Colour"), self.colour),
            (self.tr("&Definition"), self.definition),
            (self.tr("In &full"), self.full_definition),
            (self.tr("When to &use"), self.when_to_use),
            (self.tr("When n&ot to use"), self.when_not_to_use),
            (self.tr("&Example"), self.example),
        ):
            form.addRow(words, field)
        said = self.tr("The codebook goes out with your notes, so that others can see what a code means.")
        buttons = VerbButtons(verb, self)
        self.save = buttons.verb
        self.save.setDefault(True)
        column = DialogColumn(self)
        column.addLayout(form, 1)
        for part in (Label(said, tone=Tone.MUTED), self.problem, buttons):
            column.addWidget(part)

    @Slot()
    def _enable(self) -> None:
        self.save.setEnabled(bool(self.name.text().strip()))

    def code(self) -> Code:
        """Return the code as the dialog stands."""
        return replace(
            self._before,
            name=" ".join(self.name.text().split()),
            colour=CodeColour(self.colour.currentData()),
            definition=self.definition.text().strip(),
            full_definition=self.full_definition.toPlainText().strip(),
            when_to_use=self.when_to_use.toPlainText().strip(),
            when_not_to_use=self.when_not_to_use.toPlainText().strip(),
            example=self.example.toPlainText().strip(),
        )

    @override
    def _in_the_way(self) -> str:
        try:
            self.edit = self._make(self.code())
        except UserFacingError as error:
            self.name.setFocus()
            return in_words(error)
        return ""
