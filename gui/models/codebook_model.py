"""The codebook as rows that can be dragged: what may be dropped where, and the wish that a drop means."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractItemModel,
    QCoreApplication,
    QLocale,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from typing_extensions import override

from gui.plain_words import tooltip
from storage.domain.codebook import CodeCount
from storage.text.folding import fold

CODE_ROLE = int(Qt.ItemDataRole.UserRole)
COLOUR_ROLE = CODE_ROLE + 1
COUNTS_ROLE = CODE_ROLE + 2
CODES_FORMAT = "application/x-liaison-codes"

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class CodePlacing:
    """Codes that are to stand below another one (empty: at the top), before one that stands there or behind all."""

    names: tuple[str, ...]
    parent: str
    before: str | None = None


@dataclass(frozen=True, slots=True)
class CodeMerging:
    """Codes that are to become one with another."""

    names: tuple[str, ...]
    into: str


class CodeRow:
    """A code with the rows below it."""

    __slots__ = ("children", "count", "parent")

    def __init__(self, count: CodeCount | None, parent: "CodeRow | None") -> None:
        self.count = count
        self.parent = parent
        self.children: list[CodeRow] = []

    @property
    def name(self) -> str:
        """The code's name; empty for the root, which is not shown."""
        return self.count.code.name if self.count else ""

    def with_all_below(self) -> "Iterator[CodeRow]":
        """Yield the row and every row below it, from the top down."""
        yield self
        for child in self.children:
            yield from child.with_all_below()


class CodebookModel(QAbstractItemModel):
    """All codes and tags as a tree; ``CODE_ROLE`` gives a row's CodeCount.

    Rows move when the codebook is read anew: a drop only tells what is wished. With Ctrl held, a drop onto a code
    means that they become one.

    Signals:
        placing_requested: a ``CodePlacing``.
        merging_requested: a ``CodeMerging``.
    """

    placing_requested = Signal(object)
    merging_requested = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._counts: tuple[CodeCount, ...] = ()
        self._words: list[str] = []
        self._build()

    @property
    def total(self) -> int:
        """How many codes there are, shown or not."""
        return len(self._counts)

    @property
    def is_filtered(self) -> bool:
        """Whether only codes whose names hold some words are shown, with those above them."""
        return bool(self._words)

    def set_codebook(self, counts: Sequence[CodeCount]) -> None:
        """Show another state of the codebook."""
        if tuple(counts) != self._counts:
            self.beginResetModel()
            self._counts = tuple(counts)
            self._build()
            self.endResetModel()

    def set_filter(self, words: str) -> None:
        """Show only codes whose name or definition holds the words, with those above them."""
        self.beginResetModel()
        self._words = fold(words).split()
        self._build()
        self.endResetModel()

    def _build(self) -> None:
        self._root = CodeRow(None, None)
        rows = {count.code.name: CodeRow(count, None) for count in self._counts}
        for row in rows.values():
            above = rows.get(row.count.code.parent) if row.count else None
            row.parent = above or self._root
        wanted = {row for row in rows.values() if self._is_wanted(row)}
        for row in tuple(wanted):
            above = row.parent
            while above is not None and above not in wanted:
                wanted.add(above)
                above = above.parent
        self._rows: dict[str, CodeRow] = {}
        self._by_id: dict[int, CodeRow] = {}
        for name, row in rows.items():
            if row in wanted and row.parent is not None:
                row.parent.children.append(row)
                self._rows[name] = row
                self._by_id[id(row)] = row

    def _is_wanted(self, row: CodeRow) -> bool:
        if not self._words or row.count is None:
            return True
        searched = fold(f"{row.name} {row.count.code.definition}")
        return all(word in searched for word in self._words)

    def code(self, index: Index) -> CodeCount | None:
        """Return what stands in a row."""
        return self._row_of(index).count

    def index_of(self, name: str) -> QModelIndex:
        """Return where a code is shown."""
        return self._index_of(self._rows[name]) if name in self._rows else QModelIndex()

    def all_rows(self) -> Iterator[QModelIndex]:
        """Yield all rows from the top down."""
        for row in self._root.with_all_below():
            if row is not self._root:
                yield self._index_of(row)

    def counts(self) -> tuple[CodeCount, ...]:
        """Return all codes, shown or not, those above before those below them and in their order."""
        return self._counts

    def step(self, name: str, by: int) -> CodePlacing | None:
        """Return the wish to move a code past the one above it (-1) or below it (+1); None where there is none."""
        row = self._rows.get(name)
        if row is None or row.parent is None or self._words:
            return None
        names = [beside.name for beside in row.parent.children]
        to = names.index(name) + by
        if not 0 <= to < len(names):
            return None
        behind = to + 1 if by > 0 else to
        return CodePlacing((name,), row.parent.name, names[behind] if behind < len(names) else None)

    def step_in(self, name: str) -> CodePlacing | None:
        """Return the wish to put a code below the one that stands before it; None where there is none."""
        row = self._rows.get(name)
        if row is None or row.parent is None or self._words:
            return None
        at = row.parent.children.index(row)
        return CodePlacing((name,), row.parent.children[at - 1].name) if at else None

    def step_out(self, name: str) -> CodePlacing | None:
        """Return the wish to put a code beside the one above it, behind that; None at the top."""
        row = self._rows.get(name)
        if row is None or row.parent is None or row.parent.parent is None or self._words:
            return None
        beside = row.parent.parent.children
        at = beside.index(row.parent) + 1
        return CodePlacing((name,), row.parent.parent.name, beside[at].name if at < len(beside) else None)

    def _row_of(self, index: Index) -> CodeRow:
        return self._by_id[index.internalId()] if index.isValid() else self._root

    def _index_of(self, row: CodeRow) -> QModelIndex:
        if row.parent is None:
            return QModelIndex()
        return self.createIndex(row.parent.children.index(row), 0, id(row))

    @override
    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        children = self._row_of(parent).children
        if column != 0 or not 0 <= row < len(children):
            return QModelIndex()
        return self.createIndex(row, column, id(children[row]))

    @override
    def parent(self, index: Index) -> QModelIndex:  # pyright: ignore[reportIncompatibleMethodOverride]
        above = self._row_of(index).parent
        return self._index_of(above) if above else QModelIndex()

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return len(self._row_of(parent).children)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 1

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        count = self._row_of(index).count
        if count is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return count.code.name
            case Qt.ItemDataRole.ToolTipRole:
                return tooltip(explained(count))
            case Qt.ItemDataRole.AccessibleDescriptionRole:
                return explained(count)
            case int(role) if role == CODE_ROLE:
                return count
            case int(role) if role == COLOUR_ROLE:
                return count.code.colour.value if count.is_in_codebook else None
            case int(role) if role == COUNTS_ROLE:
                return f"{QLocale().toString(count.documents)} · {QLocale().toString(count.marks)}"
            case _:
                return None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        usual = super().flags(index) | Qt.ItemFlag.ItemIsDropEnabled
        return usual | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else usual

    @override
    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction | Qt.DropAction.CopyAction

    @override
    def mimeTypes(self) -> list[str]:
        return [CODES_FORMAT]

    @override
    def mimeData(self, indexes: Sequence[Index]) -> QMimeData:
        data = QMimeData()
        names = [self._row_of(index).name for index in indexes]
        data.setData(CODES_FORMAT, "\n".join(names).encode())
        return data

    @override
    def canDropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        return self._wish(data, action, row, parent) is not None

    @override
    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        wish = self._wish(data, action, row, parent)
        if isinstance(wish, CodeMerging):
            self.merging_requested.emit(wish)
        elif wish is not None:
            self.placing_requested.emit(wish)
        # Never told as done: the view would take the dragged rows out, and what has moved comes with the codebook.
        return False

    def _wish(
        self, data: QMimeData, action: Qt.DropAction, row: int, parent: Index
    ) -> CodePlacing | CodeMerging | None:  # fmt: skip
        names = tuple(filter(None, bytes(data.data(CODES_FORMAT).data()).decode().splitlines()))
        above = self._row_of(parent)
        line: CodeRow | None = above
        if not names:
            return None
        while line is not None:
            if line.name in names:
                return None
            line = line.parent
        if action == Qt.DropAction.CopyAction:
            return CodeMerging(names, above.name) if row < 0 and above.name else None
        before = above.children[row].name if 0 <= row < len(above.children) and not self._words else None
        return CodePlacing(names, above.name, before)


def explained(count: CodeCount) -> str:
    """Say what a code means and how often it is used."""

    def tr(words: str) -> str:
        return QCoreApplication.translate("CodebookModel", words)

    locale = QLocale()
    counts = tr("Documents: {documents} · marks: {marks}").format(
        documents=locale.toString(count.documents), marks=locale.toString(count.marks)
    )
    said = [count.code.name, count.code.definition, counts]
    if count.own_marks != count.marks:
        said.append(tr("On the code itself: {0}").format(locale.toString(count.own_marks)))
    if not count.is_in_codebook:
        said.append(tr("Not yet described in the codebook"))
    return "\n".join(filter(None, said))
