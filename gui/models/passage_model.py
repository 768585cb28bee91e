"""Search results as rows: a heading for each document, and under it its passages."""

from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from storage.domain.search import DocumentHits, Passage, SearchResult

ROW_ROLE = Qt.ItemDataRole.UserRole

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class ResultRow:
    """One row: a document when ``passage`` is None, else one of its passages."""

    hits: DocumentHits
    passage: Passage | None


class PassageModel(QAbstractListModel):
    """The rows of one search result, all of them loaded."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[ResultRow] = []

    def set_result(self, result: SearchResult | None) -> None:
        """Show another result, or none."""
        self.beginResetModel()
        self._rows = []
        for hits in result.hits if result is not None else ():
            self._rows.append(ResultRow(hits, None))
            self._rows.extend(ResultRow(hits, passage) for passage in hits.passages)
        self.endResetModel()

    def row(self, number: int) -> ResultRow:
        """Return a row."""
        return self._rows[number]

    def passage_rows(self) -> list[int]:
        """Return the numbers of the rows that are passages."""
        return [number for number, row in enumerate(self._rows) if row.passage is not None]

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.hits.title if row.passage is None else " ".join(row.passage.snippet.split())
        if role == Qt.ItemDataRole.ToolTipRole and row.passage is None:
            return row.hits.title
        return None
