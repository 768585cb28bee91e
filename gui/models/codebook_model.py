"""The codebook as rows of a tree, all of them or the paths to those that a filter has found."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import (
    QAbstractItemModel,
    QCoreApplication,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from typing_extensions import override

from gui.plain_words import tooltip
from storage.domain.codebook import CodeCount
from storage.text.folding import fold

CODE_ROLE = int(Qt.ItemDataRole.UserRole)
COLOUR_ROLE = CODE_ROLE + 1
COUNTS_ROLE = CODE_ROLE + 2

Index = QModelIndex | QPersistentModelIndex


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
    """All codes and tags as a tree; ``CODE_ROLE`` gives a row's CodeCount."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._counts: tuple[CodeCount, ...] = ()
        self.words: list[str] = []
        self._build()

    @property
    def total(self) -> int:
        """How many codes there are, shown or not."""
        return len(self._counts)

    @property
    def is_filtered(self) -> bool:
        """Whether only codes whose names hold some words are shown, with those above them."""
        return bool(self.words)

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
        self.words = fold(words).split()
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
        self.rows: dict[str, CodeRow] = {}
        self._by_id: dict[int, CodeRow] = {}
        for name, row in rows.items():
            if row in wanted and row.parent is not None:
                row.parent.children.append(row)
                self.rows[name] = row
                self._by_id[id(row)] = row

    def _is_wanted(self, row: CodeRow) -> bool:
        if not self.words or row.count is None:
            return True
        searched = fold(f"{row.name} {row.count.code.definition}")
        return all(word in searched for word in self.words)

    def code(self, index: Index) -> CodeCount | None:
        """Return what stands in a row."""
        return self.row_of(index).count

    def index_of(self, name: str) -> QModelIndex:
        """Return where a code is shown."""
        return self._index_of(self.rows[name]) if name in self.rows else QModelIndex()

    def all_rows(self) -> Iterator[QModelIndex]:
        """Yield all rows from the top down."""
        for row in self._root.with_all_below():
            if row is not self._root:
                yield self._index_of(row)

    def counts(self) -> tuple[CodeCount, ...]:
        """Return all codes, shown or not, those above before those below them and in their order."""
        return self._counts

    def row_of(self, index: Index) -> CodeRow:
        """Return the row of an index, the root for none."""
        return self._by_id[index.internalId()] if index.isValid() else self._root

    def _index_of(self, row: CodeRow) -> QModelIndex:
        if row.parent is None:
            return QModelIndex()
        return self.createIndex(row.parent.children.index(row), 0, id(row))

    @override
    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        children = self.row_of(parent).children
        if column != 0 or not 0 <= row < len(children):
            return QModelIndex()
        return self.createIndex(row, column, id(children[row]))

    @override
    def parent(self, index: Index) -> QModelIndex:  # pyright: ignore[reportIncompatibleMethodOverride]
        above = self.row_of(index).parent
        return self._index_of(above) if above else QModelIndex()

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return len(self.row_of(parent).children)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 1

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        count = self.row_of(index).count
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
