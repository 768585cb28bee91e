"""Found passages as rows: each document's heading, then its passages."""

from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from typing_extensions import override

from storage.domain.search import DocumentHits, Passage, SearchResult, Span

FOUND_ROLE = int(Qt.ItemDataRole.UserRole)
COUNT_ROLE = FOUND_ROLE + 1
PLACE_ROLE = FOUND_ROLE + 2
HIGHLIGHTS_ROLE = FOUND_ROLE + 3
CURRENT_ROLE = FOUND_ROLE + 4

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class FoundPassage:
    """A passage with the document it was found in."""

    hits: DocumentHits
    passage: Passage


class PassageModel(QAbstractListModel):
    """The answer to a search in rows.

    ``FOUND_ROLE`` gives a row's FoundPassage, or None for a heading; ``HIGHLIGHTS_ROLE`` the hits as pairs of offsets
    in the shown text (code points), ``CURRENT_ROLE`` the number of the one that is the passage's own.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[tuple[DocumentHits, Passage | None]] = []

    def set_result(self, result: SearchResult | None) -> None:
        """Show the answer to another search, or nothing."""
        self.beginResetModel()
        self._rows = []
        for hits in result.hits if result else ():
            self._rows += [(hits, None), *((hits, passage) for passage in hits.passages)]
        self.endResetModel()

    def found(self, index: Index) -> FoundPassage | None:
        """Return the passage of a row; None for a heading."""
        if not index.isValid():
            return None
        hits, passage = self._rows[index.row()]
        return FoundPassage(hits, passage) if passage else None

    def next_passage(self, row: int, step: int) -> int | None:
        """Return the row of the passage ``step`` (+1 or -1) after a row, around the end; None when there is none."""
        count = len(self._rows)
        rows = ((row + step * distance) % count for distance in range(1, count + 1))
        return next((candidate for candidate in rows if self._rows[candidate][1] is not None), None)

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags if self.found(index) or not index.isValid() else flags & ~Qt.ItemFlag.ItemIsSelectable

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        hits, passage = self._rows[index.row()]
        if role == FOUND_ROLE:
            return self.found(index)
        return _heading(hits, role) if passage is None else _passage(passage, role)


def _heading(hits: DocumentHits, role: int) -> object:
    match role:
        case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
            return hits.title
        case int(role) if role == COUNT_ROLE:
            return passages_in_words(len(hits.passages))
        case _:
            return None


def _passage(passage: Passage, role: int) -> object:
    match role:
        case Qt.ItemDataRole.DisplayRole:
            return on_one_line(passage.snippet)
        case Qt.ItemDataRole.AccessibleTextRole:
            return f"{place_in_words(passage)}: {passage.snippet}"
        case int(role) if role == PLACE_ROLE:
            return place_in_words(passage)
        case int(role) if role == HIGHLIGHTS_ROLE:
            return [(span.start, span.end) for span in passage.highlights]
        case int(role) if role == CURRENT_ROLE:
            own = Span(passage.start - passage.snippet_start, passage.end - passage.snippet_start)
            return passage.highlights.index(own) if own in passage.highlights else 0
        case _:
            return None


def on_one_line(text: str) -> str:
    """Replace line breaks and tabs by spaces, one for one, so that offsets still hold."""
    return "".join(" " if character.isspace() else character for character in text)


def place_in_words(passage: Passage) -> str:
    """Say in which paragraph a passage stands."""
    return f"¶ {QLocale().toString(passage.paragraph)}" if passage.paragraph else ""


def passages_in_words(count: int) -> str:
    """Say how many passages there are."""
    if count == 1:
        return QCoreApplication.translate("PassageModel", "1 passage")
    return QCoreApplication.translate("PassageModel", "{count} passages").format(count=QLocale().toString(count))


def documents_in_words(count: int) -> str:
    """Say how many documents there are."""
    if count == 1:
        return QCoreApplication.translate("PassageModel", "1 document")
    return QCoreApplication.translate("PassageModel", "{count} documents").format(count=QLocale().toString(count))
