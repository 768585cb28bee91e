"""The dialog that says what the colours of marks stand for in an archive."""

from collections.abc import Mapping

from PySide6.QtWidgets import QDialog, QFormLayout, QLabel, QLineEdit, QWidget

from gui.theme import Theme
from gui.value_words import mark_colour_in_words
from gui.widgets.dialog_column import DialogColumn
from gui.widgets.fitting import resize_to_fit
from gui.widgets.labels import Label, Tone
from gui.widgets.swatch import swatch
from gui.widgets.verb_buttons import VerbButtons
from storage.domain.annotation import Colour

_LONGEST = 60


class NameColoursDialog(QDialog):
    """Has a field for each colour; ``meanings`` returns what stands there."""

    def __init__(self, meanings: Mapping[Colour, str], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("What colours stand for"))
        said = Label(
            self.tr("In this archive only. The words appear in menus, in the legend and in what you export."),
            tone=Tone.MUTED,
        )
        said.set_theme(theme)
        form = QFormLayout()
        form.setVerticalSpacing(8)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.fields: dict[Colour, QLineEdit] = {}
        for number, colour in enumerate(Colour, start=1):
            field = QLineEdit(meanings.get(colour, ""))
            field.setMaxLength(_LONGEST)
            field.setPlaceholderText(self.tr("nothing in particular"))
            field.setAccessibleName(mark_colour_in_words(colour))
            field.addAction(
                swatch(theme, theme.mark(colour), self.devicePixelRatioF()), QLineEdit.ActionPosition.LeadingPosition
            )
            label = QLabel(f"&{number}  {mark_colour_in_words(colour)}")
            label.setBuddy(field)
            form.addRow(label, field)
            self.fields[colour] = field
        buttons = VerbButtons(self.tr("Save the meanings"), self)
        buttons.verb.setDefault(True)
        column = DialogColumn(self)
        column.addWidget(said)
        column.addLayout(form)
        column.addWidget(buttons)
        resize_to_fit(self, 460, self.sizeHint().height())

    def meanings(self) -> dict[Colour, str]:
        """Return what the colours stand for, as the dialog stands."""
        return {colour: field.text() for colour, field in self.fields.items()}
