"""The dialog that begins a scheme of regions."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QComboBox, QWidget

from gui.dialogs.form_dialog import FormDialog
from gui.value_words import scheme_in_words
from storage.domain.authority import Scheme
from storage.domain.ids import SchemeId


@dataclass(frozen=True, slots=True)
class NewScheme:
    """The name of a scheme to begin, and the scheme whose regions it begins with."""

    name: str
    like: SchemeId | None


class NewSchemeDialog(FormDialog):
    """Asks for a name and whether to begin empty or like another scheme; ``wish`` returns both."""

    def __init__(
        self, schemes: Sequence[Scheme], like: SchemeId | None = None, parent: QWidget | None = None
    ) -> None:  # fmt: skip
        super().__init__(self.tr("New scheme"), "", self.tr("as in: By party family"), parent)
        self.like = QComboBox()
        self.like.addItem(self.tr("Empty: everything without a place"), None)
        for scheme in schemes:
            self.like.addItem(self.tr("Like “%1”").replace("%1", scheme_in_words(scheme)), scheme.id)
        self.like.setCurrentIndex(max(0, self.like.findData(like)))
        said = self.tr(
            "Drag countries and regions in the tree to sort them your own way. Other schemes stay as they are."
        )
        self._lay_out(said, self.tr("Make the scheme"), ((self.tr("Begin"), self.like),))
        self.setMinimumWidth(420)

    def wish(self) -> NewScheme:
        """Return what is to be begun, as the dialog stands."""
        return NewScheme(self.name.text().strip(), self.like.currentData())
