"""Documents as rows: title, and a second line of what they are, when they are from and how many marks they carry."""

from bisect import bisect_left
from collections.abc import Collection, Iterable, Mapping, Sequence

from PySide6.QtCore import QCoreApplication, QLocale, QObject, Qt
from typing_extensions import override

from gui.models.value_list import FIRST_FREE_ROLE, ValueListModel
from gui.plain_words import tooltip
from gui.translation import in_words
from gui.value_words import source_class_in_words
from storage.domain.document import DocumentRow, DocumentState, SourceClass
from storage.domain.ids import DocumentId
from storage.text.edtf_words import date_in_words

DETAIL_ROLE = FIRST_FREE_ROLE
CAUTION_ROLE = FIRST_FREE_ROLE + 1
"""What is wrong with a document, in words; empty where nothing is."""


class DocumentModel(ValueListModel[DocumentRow]):
    """Documents in the order given."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(_identity, _searched, parent)
        self._marks: Mapping[DocumentId, int] = {}
        self._only_without_text = False
        self.without_text = 0
        """How many documents have no text, shown or not."""

    def show_only_without_text(self, only: bool) -> None:
        """Show only the documents without text, or all again."""
        self._only_without_text = only
        self.show_wanted()

    def set_documents(self, documents: Sequence[DocumentRow], marks: Mapping[DocumentId, int]) -> None:
        """Show these documents; ``marks`` counts the marks of those that carry any."""
        self.without_text = _without_text(documents)
        self.set_values(documents)
        self._set_marks(marks)

    def merge(
        self, documents: Sequence[DocumentRow], gone: Collection[DocumentId], marks: Mapping[DocumentId, int]
    ) -> None:
        """Take in documents that are new or have changed, in order of arrival, and drop those that are gone."""
        fresh = {document.id: document for document in documents}
        rows = {document: self._row(document) for document in (*fresh, *gone)}
        further = sorted((document for document in fresh.values() if rows[document.id] is None), key=_identity)
        is_narrowed = bool(self._words) or self._only_without_text
        is_between = bool(further and self._all) and further[0].id < self._all[-1].id
        if is_narrowed or is_between or any(rows[document] is not None for document in gone):
            kept = (fresh.pop(document.id, document) for document in self._all if document.id not in gone)
            self.set_documents(sorted((*kept, *fresh.values()), key=_identity), marks)
            return
        changed = {row: document for document in fresh.values() if (row := rows[document.id]) is not None}
        self.without_text += _without_text(fresh.values()) - _without_text(self._all[row] for row in changed)
        self._take_in(changed, further)
        self._set_marks(marks)

    def _row(self, document: DocumentId) -> int | None:
        row = bisect_left(self._all, document, key=_identity)
        return row if row < len(self._all) and self._all[row].id == document else None

    def _set_marks(self, marks: Mapping[DocumentId, int]) -> None:
        before, self._marks = self._marks, marks
        if before != marks and self.rowCount():
            self.dataChanged.emit(self.index(0), self.index(self.rowCount() - 1), [DETAIL_ROLE])

    @override
    def _is_wanted(self, value: DocumentRow) -> bool:
        if self._only_without_text and value.state is not DocumentState.NO_TEXT:
            return False
        return super()._is_wanted(value)

    @override
    def shown(self, value: DocumentRow, role: int) -> object:
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return value.title
            case Qt.ItemDataRole.ToolTipRole:
                return tooltip(value.title)
            case Qt.ItemDataRole.AccessibleTextRole:
                parts = (value.title, state_in_words(value.state), self._detail(value))
                return ". ".join(part for part in parts if part)
            case int(role) if role == DETAIL_ROLE:
                return self._detail(value)
            case int(role) if role == CAUTION_ROLE:
                return state_in_words(value.state)
            case _:
                return None

    def _detail(self, document: DocumentRow) -> str:
        count = self._marks.get(document.id, 0)
        source_class = document.source_class
        parts = (
            source_class_in_words(source_class) if source_class is not SourceClass.OTHER else "",
            _date_in_words(document.date) if document.date else "",
            marks_in_words(count) if count else "",
        )
        return " · ".join(part for part in parts if part)


def _without_text(documents: Iterable[DocumentRow]) -> int:
    return sum(document.state is DocumentState.NO_TEXT for document in documents)


def _identity(document: DocumentRow) -> int:
    return document.id


def _searched(document: DocumentRow) -> str:
    return f"{document.title} {document.who} {document.source_class.value}"


def _date_in_words(edtf: str) -> str:
    try:
        return in_words(date_in_words(edtf))
    except ValueError:
        return edtf


def marks_in_words(count: int) -> str:
    """Say how many marks there are."""
    if count == 1:
        return QCoreApplication.translate("DocumentModel", "1 mark")
    return QCoreApplication.translate("DocumentModel", "{count} marks").format(count=QLocale().toString(count))


def state_in_words(state: DocumentState) -> str:
    """Say what keeps a document from being read; empty where nothing does."""
    return {
        DocumentState.READABLE: "",
        DocumentState.NO_TEXT: QCoreApplication.translate("DocumentState", "no text"),
        DocumentState.TRASHED: QCoreApplication.translate("DocumentState", "in the trash"),
    }[state]
