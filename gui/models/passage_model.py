"""Found passages as rows: each document's heading, then its passages, those in the same words in one row."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, groupby

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from typing_extensions import override

from gui.translation import in_words
from gui.value_words import date_layer_in_words
from storage.domain.ids import DocumentId
from storage.domain.search import DocumentHits, Passage, SearchResult, Span
from storage.text.edtf_words import date_in_words

FOUND_ROLE = int(Qt.ItemDataRole.UserRole)
HEADING_ROLE = FOUND_ROLE + 1
DETAIL_ROLE = FOUND_ROLE + 2
PLACE_ROLE = FOUND_ROLE + 3
HIGHLIGHTS_ROLE = FOUND_ROLE + 4
CURRENT_ROLE = FOUND_ROLE + 5

_SEEN_COLUMNS = 90
_FIRST_WIDE = "\u2e80"
_SPACE = re.compile(r"\s")

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class FoundPassage:
    """A passage with the document it was found in; None where a document was found by its description alone."""

    hits: DocumentHits
    passage: Passage | None


@dataclass(frozen=True, slots=True)
class Step:
    """Where a step from passage to passage leads: the row, and which of its passages."""

    row: int
    number: int


@dataclass(slots=True)
class _Row:
    """A heading, which has no passages, or passages that are shown in the same words, one of which is current."""

    hits: DocumentHits
    passages: tuple[Passage, ...] = ()
    current: int = 0

    @property
    def can_be_chosen(self) -> bool:
        return bool(self.passages) or not self.hits.passages


class PassageModel(QAbstractListModel):
    """The answer to a search in rows; documents after the first are asked for when the reader comes to the end.

    ``FOUND_ROLE`` gives a row's current FoundPassage, or None for a heading with passages below it;
    ``HIGHLIGHTS_ROLE`` the hits as pairs of offsets in the shown text (code points), ``CURRENT_ROLE`` the number of the
    one that is the current passage's own.

    Signals:
        more_wanted: how many of the best documents the model has.
    """

    more_wanted = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[_Row] = []
        self._documents: set[DocumentId] = set()
        self._taken = self._total = 0
        self._is_waiting = False

    def set_result(self, result: SearchResult | None) -> None:
        """Show the answer to another search, or nothing."""
        self.beginResetModel()
        self._rows, self._documents = [], set()
        self._taken = self._total = 0
        self._is_waiting = False
        if result is not None:
            self._rows = self._rows_of(result, self._taken)
            self._taken, self._total = len(result.hits), result.total_documents
        self.endResetModel()

    def add_result(self, result: SearchResult, offset: int, limit: int) -> None:
        """Append the ``limit`` documents after the first ``offset``; what came too late or twice is left out."""
        if offset != self._taken:
            return
        self._is_waiting = False
        self._taken, self._total = offset + limit, result.total_documents
        rows = self._rows_of(result, offset)
        if rows:
            self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows) + len(rows) - 1)
            self._rows += rows
            self.endInsertRows()

    def _rows_of(self, result: SearchResult, offset: int) -> list[_Row]:
        rows: list[_Row] = []
        for hits in result.hits:
            if offset and hits.document in self._documents:
                continue
            self._documents.add(hits.document)
            rows.append(_Row(hits))
            for _, same in groupby(hits.passages, key=lambda passage: passage.snippet_start):
                rows += [_Row(hits, seen) for seen in _seen_together(tuple(same))]
        return rows

    @property
    def is_whole(self) -> bool:
        """Whether every document found is there."""
        return self._taken >= self._total

    def found(self, index: Index) -> FoundPassage | None:
        """Return the current passage of a row; None for a heading with passages below it."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if not row.can_be_chosen:
            return None
        return FoundPassage(row.hits, row.passages[row.current] if row.passages else None)

    def step(self, row: int, by: int) -> Step | None:
        """Return where the passage ``by`` (+1 or -1) after the current one of a row is; ``row`` is -1 before the first.

        Around the end only where every document is there; None where there is nothing.
        """
        if 0 <= row < len(self._rows):
            here = self._rows[row]
            number = here.current + by
            if here.passages and 0 <= number < len(here.passages):
                return Step(row, number)
        count = len(self._rows)
        beyond = range(row + by, count if by > 0 else -1, by)
        around = range(count) if by > 0 else range(count - 1, -1, -1)
        for candidate in chain(beyond, around if self.is_whole else ()):
            if self._rows[candidate].can_be_chosen:
                passages = self._rows[candidate].passages
                return Step(candidate, 0 if by > 0 or not passages else len(passages) - 1)
        return None

    def place_of(self, document: DocumentId, start: int) -> Step | None:
        """Return where the passage that starts at ``start`` (a code point) in a document is."""
        for number, row in enumerate(self._rows):
            if row.hits.document == document:
                for inside, passage in enumerate(row.passages):
                    if passage.start == start:
                        return Step(number, inside)
        return None

    def make_current(self, place: Step) -> QModelIndex:
        """Make one of a row's passages its current one and return the row."""
        self._rows[place.row].current = place.number
        index = self.index(place.row)
        self.dataChanged.emit(index, index)
        return index

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    @override
    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and not self.is_whole and not self._is_waiting

    @override
    def fetchMore(self, parent: Index) -> None:
        if self.canFetchMore(parent):
            self._is_waiting = True
            self.more_wanted.emit(self._taken)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags if self.found(index) or not index.isValid() else flags & ~Qt.ItemFlag.ItemIsSelectable

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == FOUND_ROLE:
            return self.found(index)
        if role == HEADING_ROLE:
            return not row.passages
        return _passage(row, role) if row.passages else _heading(row.hits, role)


def _seen_together(passages: tuple[Passage, ...]) -> Iterator[tuple[Passage, ...]]:
    """Divide passages in the same words into those that a row is wide enough to show together."""
    first = 0
    for number, passage in enumerate(passages):
        begins = passages[first].start - passage.snippet_start
        if _columns(passage.snippet[begins : passage.end - passage.snippet_start]) > _SEEN_COLUMNS and number > first:
            yield passages[first:number]
            first = number
    yield passages[first:]


def _columns(text: str) -> int:
    """Return how many letters wide a text is about; a Chinese character is as wide as two."""
    return len(text) + sum(map(_FIRST_WIDE.__le__, text))


def _heading(hits: DocumentHits, role: int) -> object:
    match role:
        case Qt.ItemDataRole.DisplayRole:
            return hits.title
        case Qt.ItemDataRole.AccessibleTextRole:
            return f"{hits.title}, {_detail(hits)}"
        case int(role) if role == DETAIL_ROLE:
            return _detail(hits)
        case _:
            return None


def _detail(hits: DocumentHits) -> str:
    date = f"{date_layer_in_words(hits.dated.layer)} {in_words(date_in_words(hits.dated.edtf))}" if hits.dated else ""
    return " · ".join(filter(None, (date, passages_in_words(len(hits.passages)) if hits.passages else "")))


def _passage(row: _Row, role: int) -> object:
    passage = row.passages[row.current]
    match role:
        case Qt.ItemDataRole.DisplayRole:
            return on_one_line(passage.snippet)
        case Qt.ItemDataRole.AccessibleTextRole:
            return f"{place_in_words(passage)}: {passage.snippet}"
        case int(role) if role == PLACE_ROLE:
            return place_in_words(passage)
        case int(role) if role == DETAIL_ROLE:
            return passages_in_words(len(row.passages)) if len(row.passages) > 1 else ""
        case int(role) if role == HIGHLIGHTS_ROLE:
            return [(span.start, span.end) for span in passage.highlights]
        case int(role) if role == CURRENT_ROLE:
            own = Span(passage.start - passage.snippet_start, passage.end - passage.snippet_start)
            return passage.highlights.index(own) if own in passage.highlights else 0
        case _:
            return None


def on_one_line(text: str) -> str:
    """Replace line breaks and tabs by spaces, one for one, so that offsets still hold."""
    return _SPACE.sub(" ", text)


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
