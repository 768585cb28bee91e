"""Documents as rows: title, and a second line of what they are, when they are from and how many marks they carry."""

from bisect import bisect_left
from collections.abc import Collection, Iterable, Mapping, Sequence
from operator import attrgetter

from PySide6.QtCore import QCoreApplication, QLocale, QObject, Qt
from typing_extensions import override

from gui.models.value_list import FIRST_FREE_ROLE, ValueListModel
from gui.plain_words import tooltip
from gui.translation import in_words
from gui.value_words import source_class_in_words
from storage.domain.document import DocumentRow, DocumentState, SourceClass
from storage.domain.ids import DocumentId
from storage.text.edtf_words import date_in_words

_identity = attrgetter("id")
DETAIL_ROLE = FIRST_FREE_ROLE
CAUTION_ROLE = FIRST_FREE_ROLE + 1
"""What is wrong with a document, in words; empty where nothing is."""


class DocumentModel(ValueListModel[DocumentRow]):
    """Documents in the order given."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(_identity, _searched, parent)
        self._marks: dict[DocumentId, int] = {}
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
        before, self._marks = self._marks, dict(marks)
        if before != self._marks:
            self._tell_marks()

    def merge(
        self, documents: Sequence[DocumentRow], gone: Collection[DocumentId], marks: Mapping[DocumentId, int]
    ) -> None:
        """Take in documents that are new or have changed, in order of arrival, and drop those that are gone.

        ``marks`` counts the marks of those given that carry any.
        """
        rows = {document: self._row(document) for document in (*(one.id for one in documents), *gone)}
        further = sorted((one for one in documents if rows[one.id] is None), key=_identity)
        is_narrowed = bool(self._words) or self._only_without_text
        is_between = bool(further and self._all) and further[0].id < self._all[-1].id
        if is_narrowed or is_between or any(rows[document] is not None for document in gone):
            self._put_each(documents, gone)
        else:
            changed = {row: one for one in documents if (row := rows[one.id]) is not None}
            self.without_text += _without_text(documents) - _without_text(self._all[row] for row in changed)
            self._take_in(changed, further)
        self._count_marks(rows.keys(), marks)

    def _put_each(self, documents: Iterable[DocumentRow], gone: Iterable[DocumentId]) -> None:
        for document in gone:
            row = self._row(document)
            if row is not None:
                self._drop(row)
        for one in documents:
            row = self._row(one.id)
            place = bisect_left(self._all, one.id, key=_identity) if row is None else row
            self._put(place, one, is_new=row is None)
        self.without_text = _without_text(self._all)
        self.show_wanted()

    def _row(self, document: DocumentId) -> int | None:
        row = bisect_left(self._all, document, key=_identity)
        return row if row < len(self._all) and self._all[row].id == document else None

    def _count_marks(self, documents: Iterable[DocumentId], marks: Mapping[DocumentId, int]) -> None:
        differing = [document for document in documents if self._marks.get(document) != marks.get(document)]
        for document in differing:
            if document in marks:
                self._marks[document] = marks[document]
            else:
                del self._marks[document]
        if differing:
            self._tell_marks()

    def _tell_marks(self) -> None:
        if self.rowCount():
            self.dataChanged.emit(self.index(0), self.index(self.rowCount() - 1), [DETAIL_ROLE])

    @override
    def _wanted(self) -> list[DocumentRow]:
        wanted = super()._wanted()
        if self._only_without_text:
            return [document for document in wanted if document.state is DocumentState.NO_TEXT]
        return wanted

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
