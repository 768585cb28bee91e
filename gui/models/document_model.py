"""Documents as rows: the title, and under it who speaks, when, and whether it can be read."""

from PySide6.QtCore import QObject, Qt
from typing_extensions import override

from gui.models.value_list import FIRST_FREE_ROLE, ValueListModel
from storage.domain.document import Document, DocumentState, SourceClass
from storage.text.edtf_words import date_in_words

SECOND_ROLE = FIRST_FREE_ROLE


def _searched(document: Document) -> str:
    creators = " ".join(creator.name for creator in document.description.creators)
    return f"{document.title} {creators} {document.description.source_class.value}"


class DocumentModel(ValueListModel[Document]):
    """The documents of an archive, all loaded; only shown rows are drawn."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(lambda document: document.id, _searched, parent)

    @override
    def shown(self, value: Document, role: int) -> object:
        if role == SECOND_ROLE:
            return self._second_line(value)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return value.title
        return f"{value.title}, {self._second_line(value)}" if role == Qt.ItemDataRole.AccessibleTextRole else None

    def _second_line(self, document: Document) -> str:
        description = document.description
        state = self.tr("no text") if document.state is DocumentState.NO_TEXT else ""
        kind = "" if description.source_class is SourceClass.OTHER else description.source_class.value
        who = description.creators[0].name if description.creators else description.publisher
        date = date_in_words(description.dates[0].edtf) if description.dates else ""
        return " · ".join(filter(None, (state, kind, who, date))) or self.tr("nothing known of its source")
