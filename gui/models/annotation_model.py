"""Marks as rows under headings: which to check come first, and each row's parts in words."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import compress

from PySide6.QtCore import (
    QAbstractListModel,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from typing_extensions import override

from gui.models.mark_arrangement import MarkGroup
from gui.models.mark_words import note_at_a_glance, place_in_words, said_in_full, state_in_words
from storage.domain.annotation import Annotation
from storage.domain.ids import AnnotationId, DocumentId, EntityId
from storage.domain.mark_columns import MarkColumns
from storage.text.folding import fold

VALUE_ROLE = int(Qt.ItemDataRole.UserRole)
COLOUR_ROLE = VALUE_ROLE + 1
STATE_ROLE = VALUE_ROLE + 2
TITLE_ROLE = VALUE_ROLE + 3
NOTE_ROLE = VALUE_ROLE + 4
TAGS_ROLE = VALUE_ROLE + 5
PLACE_ROLE = VALUE_ROLE + 6
STAMP_ROLE = VALUE_ROLE + 7
"""Something that differs whenever the row looks different."""
HEADING_ROLE = VALUE_ROLE + 8
COUNT_ROLE = VALUE_ROLE + 9

_PAGE = 60
_NOTHING = MarkColumns((), (), (), (), (), ())

Index = QModelIndex | QPersistentModelIndex


class AnnotationModel(QAbstractListModel):
    """Marks as columns, shown under headings; the marks themselves come page by page as they are looked at.

    Signals:
        marks_wanted: a tuple of ``AnnotationId`` that are shown and not known yet; ``take_marks`` hands them over.
    """

    marks_wanted = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = _NOTHING
        self._groups: Sequence[MarkGroup] = ()
        self._headings: list[tuple[MarkGroup, int]] = []
        self._rows: list[int] = []
        self._known: dict[AnnotationId, Annotation] = {}
        self._titles: Mapping[DocumentId, str] = {}
        self._names: Mapping[EntityId, str] = {}
        self._texts: Sequence[str] = ()
        self._words: list[str] = []
        self._closed: set[str] = set()
        self._wanted: set[int] = set()
        self._asking = QTimer(self, singleShot=True, interval=0)
        self._asking.timeout.connect(self._ask)

    @property
    def total(self) -> int:
        """How many marks there are, shown or not."""
        return len(self.columns)

    @property
    def marks_shown(self) -> int:
        """How many rows are marks; one under several headings counts for each."""
        return len(self._rows) - len(self._headings)

    def set_columns(
        self,
        columns: MarkColumns,
        groups: Sequence[MarkGroup],
        titles: Mapping[DocumentId, str],
        names: Mapping[EntityId, str],
        texts: Sequence[str],
        known: Sequence[Annotation] = (),
    ) -> None:
        """Show these marks, of which some are ``known``; ``titles`` names the documents where there are several.

        ``texts`` are the folded words that a filter looks in, in the order of the columns; one that is not read yet is
        empty, and no filter finds its mark before ``set_texts`` brings it.
        """
        given = {mark.id: mark for mark in known}
        former = {identity: mark for identity, mark in self._known.items() if identity not in given}
        stamps = zip(columns.ids, columns.changed, strict=True)
        changed = {identity: moment for identity, moment in stamps if identity in former}
        self._known = given | {
            identity: mark for identity, mark in former.items() if changed.get(identity) == mark.changed.isoformat()
        }
        self.columns, self._titles, self._names, self._texts = columns, titles, names, texts
        self.set_groups(groups)

    def set_groups(self, groups: Sequence[MarkGroup]) -> None:
        """Show the same marks under other headings or in another order."""
        self._groups = groups
        self.show_wanted()

    def set_texts(self, texts: Sequence[str]) -> None:
        """Take more of the words that a filter looks in, folded, in the order of the columns."""
        self._texts = texts
        if self._words:
            self.show_wanted()

    def set_filter(self, words: str) -> None:
        """Show only marks whose quote, note or tags hold all the words, without regard to case and accents."""
        self._words = fold(words).split()
        self.show_wanted()

    def take_marks(self, marks: Sequence[Annotation]) -> None:
        """Show marks that were wanted, or a new state of them."""
        taken = {mark.id for mark in marks}
        self._known.update((mark.id, mark) for mark in marks)
        for row, column in enumerate(self._rows):
            if column >= 0 and self.columns.ids[column] in taken:
                self.dataChanged.emit(self.index(row), self.index(row))

    def toggle(self, index: Index) -> bool:
        """Close the group of a heading, or open it again; tell whether the row is a heading."""
        group = self._heading(index)
        if group is None:
            return False
        (self._closed.discard if group[0].heading in self._closed else self._closed.add)(group[0].heading)
        self.show_wanted()
        return True

    def is_closed(self, index: Index) -> bool:
        """Tell whether the group of a heading is closed."""
        group = self._heading(index)
        return group is not None and group[0].heading in self._closed

    def show_wanted(self) -> None:
        """Choose anew which marks are shown."""
        flags = self._flags()
        self.beginResetModel()
        self._rows, self._headings = [], []
        for group in self._groups:
            rows = group.rows if flags is None else list(compress(group.rows, map(flags.__getitem__, group.rows)))
            if not rows:
                continue
            if group.heading:
                self._headings.append((group, len(rows)))
                self._rows.append(-len(self._headings))
            if group.heading not in self._closed:
                self._rows.extend(rows)
        self.endResetModel()

    def _flags(self) -> Sequence[bool] | None:
        if not self._words:
            return None
        first, *others = self._words
        flags = [first in text for text in self._texts]
        for word in others:
            flags = [flag and word in text for flag, text in zip(flags, self._texts, strict=True)]
        return flags

    def value(self, index: Index) -> Annotation | None:
        """Return the mark of a row, None for a heading and for what has not come yet."""
        column = self._rows[index.row()] if index.isValid() else -1
        return self._known.get(self.columns.ids[column]) if column >= 0 else None

    def id_of(self, index: Index) -> AnnotationId | None:
        """Return which mark stands in a row, None for a heading."""
        column = self._rows[index.row()] if index.isValid() else -1
        return self.columns.ids[column] if column >= 0 else None

    def ids_of(self, indexes: Iterable[Index]) -> tuple[AnnotationId, ...]:
        """Return the marks of rows, each once; headings are left out."""
        found = (self.id_of(index) for index in indexes)
        return tuple(dict.fromkeys(one for one in found if one is not None))

    def find(self, annotation: AnnotationId) -> Annotation | None:
        """Return a mark, shown or not, if it has come already."""
        return self._known.get(annotation)

    def index_of(self, annotation: AnnotationId) -> QModelIndex:
        """Return where a mark is shown first."""
        try:
            return self.index(self._rows.index(self.columns.ids.index(annotation)))
        except ValueError:
            return QModelIndex()

    def _heading(self, index: Index) -> tuple[MarkGroup, int] | None:
        column = self._rows[index.row()] if index.isValid() else 0
        return self._headings[-1 - column] if column < 0 else None

    def _want(self, row: int) -> None:
        self._wanted.add(row)
        if not self._asking.isActive():
            self._asking.start()

    @Slot()
    def _ask(self) -> None:
        """Ask for the marks looked at and for those around them."""
        rows, self._wanted = self._wanted, set()
        near = {one for row in rows for one in range(max(0, row - _PAGE), min(len(self._rows), row + _PAGE))}
        ids = (self.columns.ids[column] for row in sorted(near) if (column := self._rows[row]) >= 0)
        wanted = tuple(dict.fromkeys(one for one in ids if one not in self._known))
        if wanted:
            self.marks_wanted.emit(wanted)

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        group = self._heading(index)
        if group is not None:
            return _shown_of_heading(group, role)
        mark = self.value(index)
        if mark is None:
            self._want(index.row())
            return "…" if role == Qt.ItemDataRole.DisplayRole else None
        return mark if role == VALUE_ROLE else _shown(mark, role, self._titles, self._names)


def _shown_of_heading(group: tuple[MarkGroup, int], role: int) -> object:
    heading, count = group[0].heading, QLocale().toString(group[1])
    match role:
        case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
            return f"{heading}, {count}" if role == Qt.ItemDataRole.AccessibleTextRole else heading
        case int(role) if role == HEADING_ROLE:
            return heading
        case int(role) if role == COUNT_ROLE:
            return count
        case _:
            return None


def _shown(
    value: Annotation, role: int, titles: Mapping[DocumentId, str], names: Mapping[EntityId, str]
) -> object:  # fmt: skip
    match role:
        case Qt.ItemDataRole.DisplayRole:
            return f"“{' '.join(value.anchor.quote.split())}”"
        case Qt.ItemDataRole.AccessibleTextRole:
            return said_in_full(value, titles.get(value.document, ""))
        case int(role) if role == COLOUR_ROLE:
            return value.colour.value
        case int(role) if role == STATE_ROLE:
            return state_in_words(value)
        case int(role) if role == TITLE_ROLE:
            return titles.get(value.document, "")
        case int(role) if role == NOTE_ROLE:
            return note_at_a_glance(value.note)
        case int(role) if role == TAGS_ROLE:
            return [*value.tags, *(f"→ {names.get(one, one)}" for one in value.entities)]
        case int(role) if role == PLACE_ROLE:
            return place_in_words(value)
        case int(role) if role == STAMP_ROLE:
            state = f"{value.state.value} {value.kept_as_lost}"
            titled = titles.get(value.document, "")
            return f"{value.id} {value.changed.isoformat()} {state} {value.note} {value.tags} {value.entities} {titled}"
        case _:
            return None
