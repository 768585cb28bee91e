"""Choosing whom a mention names instead."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from gui.dialogs.find_entity import FindEntityDialog
from storage.domain.mention import Mention
from storage.library import Library


class ChooseEntityDialog(FindEntityDialog):
    """Offers the candidates of a mention first, then whatever name the reader types."""

    def __init__(self, library: Library, mention: Mention, parent: QWidget | None = None) -> None:
        words = library.text(mention.document).text[mention.start : mention.end]
        super().__init__(
            library,
            QCoreApplication.translate("ChooseEntityDialog", "Who is meant by “%1”?").replace("%1", words),
            QCoreApplication.translate("ChooseEntityDialog", "Give to this one"),
            first=tuple(library.entity_card(entity).entity for entity in mention.candidates),
            parent=parent,
        )
        self.setWindowTitle(self.tr("Give to another"))
