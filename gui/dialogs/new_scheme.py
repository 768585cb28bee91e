"""The dialog that begins a scheme of regions."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from gui.value_words import scheme_in_words
from gui.widgets.labels import Label, Tone
from storage.domain.authority import Scheme
from storage.domain.ids import SchemeId


@dataclass(frozen=True, slots=True)
class NewScheme:
    """The name of a scheme to begin, and the scheme whose regions it begins with."""

    name: str
    like: SchemeId | None


class NewSchemeDialog(QDialog):
    """Asks for a name and whether to begin empty or like another scheme; ``wish`` returns both."""

    def __init__(
        self, schemes: Sequence[Scheme], like: SchemeId | None = None, parent: QWidget | None = None
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.setWindowTitle(self.tr("New scheme"))
        self.name = QLineEdit()
        self.name.setPlaceholderText(self.tr("as in: By party family"))
        self.like = QComboBox()
        self.like.addItem(self.tr("Empty: everything without a place"), None)
        for scheme in schemes:
            self.like.addItem(self.tr("Like “%1”").replace("%1", scheme_in_words(scheme)), scheme.id)
        self.like.setCurrentIndex(max(0, self.like.findData(like)))
        said = Label(
            self.tr(
                "Drag countries and regions in the tree to sort them your own way. Other schemes stay as they are."
            ),
            tone=Tone.MUTED,
        )
        form = QFormLayout()
        form.setVerticalSpacing(8)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(self.tr("Name"), self.name)
        form.addRow(self.tr("Begin"), self.like)
        buttons = QDialogButtonBox()
        self.make = buttons.addButton(self.tr("Make the scheme"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.make.setProperty("primary", True)
        buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addLayout(form)
        column.addWidget(said)
        column.addWidget(buttons)
        self.name.textChanged.connect(self._enable)
        self._enable()
        self.setMinimumWidth(420)

    @Slot()
    def _enable(self) -> None:
        self.make.setEnabled(bool(self.name.text().strip()))

    def wish(self) -> NewScheme:
        """Return what is to be begun, as the dialog stands."""
        return NewScheme(self.name.text().strip(), self.like.currentData())
