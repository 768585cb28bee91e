"""The dialog that asks between which years documents are looked for."""

from dataclasses import dataclass

from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QDialog, QFormLayout, QLineEdit, QWidget

from gui.widgets.dialog_column import DialogColumn
from gui.widgets.labels import Label
from gui.widgets.verb_buttons import VerbButtons

_LAST_YEAR = 9999


@dataclass(frozen=True, slots=True)
class Years:
    """The first and the last year, each None where there is no such end."""

    first: int | None = None
    last: int | None = None


class YearsDialog(QDialog):
    """Has a field for each end; ``years`` returns what stands there, an empty field being no end."""

    def __init__(self, years: Years, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Only documents of some years"))
        self.first, self.last = (self._field(year) for year in (years.first, years.last))
        said = Label(
            self.tr("A document counts when one of its dates lies in these years. Leave a field empty for no limit.")
        )
        form = QFormLayout()
        form.setVerticalSpacing(8)
        form.addRow(self.tr("From the year"), self.first)
        form.addRow(self.tr("To the year"), self.last)
        buttons = VerbButtons(self.tr("Use these years"), self)
        column = DialogColumn(self)
        column.addWidget(said)
        column.addLayout(form)
        column.addWidget(buttons)

    def _field(self, year: int | None) -> QLineEdit:
        field = QLineEdit("" if year is None else str(year))
        field.setValidator(QIntValidator(1, _LAST_YEAR, field))
        field.setPlaceholderText(self.tr("any"))
        return field

    def years(self) -> Years:
        """Return the years, in order also where they were given the other way round."""
        first, last = (int(field.text()) if field.text() else None for field in (self.first, self.last))
        return Years(last, first) if first is not None and last is not None and last < first else Years(first, last)
