"""The tree of a scheme as rows that are asked for when they are opened, or as the paths a filter has found."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import count
from typing import TYPE_CHECKING

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

from gui.models.shown_names import names_to_show, shown_name
from gui.plain_words import tooltip
from storage.domain.authority import TreeNode
from storage.domain.ids import FIRST_SCHEME, DocumentId, EntityId, SchemeId
from storage.text.folding import fold

if TYPE_CHECKING:
    from storage.library import Library

NODE_ROLE = int(Qt.ItemDataRole.UserRole)
KIND_ROLE = NODE_ROLE + 1
COUNTS_ROLE = NODE_ROLE + 2

Index = QModelIndex | QPersistentModelIndex


class TreeOrder(StrEnum):
    """What the rows of a level are sorted by."""

    SCHEME = "scheme"
    NAME = "name"
    DOCUMENTS = "documents"
    MENTIONS = "mentions"


@dataclass(frozen=True, slots=True)
class TreeWish:
    """Which tree is to be shown: a scheme, the filter's words, the documents that count (None: all), and the order.

    Rows that no document mentions are shown only where it is ``with_empty``.
    """

    scheme: SchemeId = FIRST_SCHEME
    words: str = ""
    within: frozenset[DocumentId] | None = None
    order: TreeOrder = TreeOrder.SCHEME
    with_empty: bool = False


class TreeSource:
    """Where rows come from: a level of the tree, or of the paths that the filter's words have found."""

    def __init__(self, library: "Library | None", wish: TreeWish | None = None) -> None:
        self.library = library
        self.wish = wish or TreeWish()
        self._found: dict[EntityId | None, list[TreeNode]] = {}
        self._read: dict[EntityId | None, list[TreeNode]] = {}
        self._names = names_to_show(library)

    def shown_name(self, node: TreeNode) -> str:
        """Return a row's name in the language of the window where the authority file has one, else its own."""
        return shown_name(node, self._names)

    def read_ahead(self, rows: Iterable[EntityId | None]) -> None:
        """Ask what stands under these rows, so that the next refresh need not; not on the window's thread.

        Elsewhere the counts are those read last: while files come in, counting anew takes longer than a key may wait.
        """
        if self.library is not None:
            self.library.make_names_ready()
        self.find(at_once=False)
        self._read = {row: self._level(row, at_once=False) for row in rows}

    def forget_what_was_read(self) -> None:
        """Ask the library again from now on."""
        self._read = {}

    def is_like(self, other: "TreeSource") -> bool:
        """Tell whether two sources give the rows of the same tree."""
        return (self.library, self.wish) == (other.library, other.wish)

    def find(self, at_once: bool = True) -> None:
        """Ask again what the filter's words find."""
        self._found = {}
        wish = self.wish
        if not wish.words or self.library is None:
            return
        self._found[None] = []
        for path in self.library.find_in_tree(wish.words, wish.scheme, wish.within, wish.with_empty, at_once):
            above: EntityId | None = None
            for node in path:
                level = self._found.setdefault(above, [])
                if all(other.id != node.id for other in level):
                    level.append(node)
                above = node.id

    def has_found_under(self, row: EntityId | None) -> bool:
        """Tell whether the filter has found something under a row."""
        return row in self._found

    def level(self, row: EntityId | None) -> list[TreeNode]:
        """Return what stands under a row: what the filter has found there, else all of it."""
        return self._read[row] if row in self._read else self._level(row, at_once=True)

    def _level(self, row: EntityId | None, at_once: bool) -> list[TreeNode]:
        if row in self._found:
            return self._sorted(self._found[row])
        if self.library is None:
            return []
        wish = self.wish
        return self._sorted(list(self.library.tree(wish.scheme, row, wish.with_empty, wish.within, at_once)))

    def _sorted(self, level: list[TreeNode]) -> list[TreeNode]:
        by = _SORTED_BY.get(self.wish.order)
        return level if by is None else sorted(level, key=by)


_SORTED_BY: dict[TreeOrder, Callable[[TreeNode], tuple[int, str]]] = {
    TreeOrder.NAME: lambda node: (0, fold(node.name)),
    TreeOrder.DOCUMENTS: lambda node: (-node.documents, fold(node.name)),
    TreeOrder.MENTIONS: lambda node: (-node.mentions, fold(node.name)),
}
"""What sorts a level; the scheme's own order is that in which it comes."""


class TreeRow:
    """A row with the rows under it; ``children`` is None until they were asked for."""

    __slots__ = ("children", "node", "number", "parent")

    def __init__(self, number: int, node: TreeNode | None, parent: "TreeRow | None") -> None:
        self.number = number
        self.node = node
        self.parent = parent
        self.children: list[TreeRow] | None = None

    @property
    def id(self) -> EntityId | None:
        """What stands in the row; None for the root, which is not shown."""
        return self.node.id if self.node else None

    @property
    def has_arrow(self) -> bool:
        """Whether there is something under the row, asked for or not."""
        if self.children is not None or self.node is None:
            return bool(self.children)
        return self.node.children > 0

    def with_all_under(self) -> "Iterator[TreeRow]":
        """Yield the row and every row under it that was asked for."""
        yield self
        for child in self.children or ():
            yield from child.with_all_under()


class _Changing:
    """On while a change is told of, so that nobody fetches rows meanwhile who is being told.

    Whoever listens next would mix up the two changes.
    """

    is_on = False

    def __enter__(self) -> None:
        self.is_on = True

    def __exit__(self, *_: object) -> None:
        self.is_on = False


class TreeModel(QAbstractItemModel):
    """The rows of one scheme; ``NODE_ROLE`` gives a row's TreeNode, ``COUNTS_ROLE`` its counts in words.

    Args:
        library: Whom to ask for rows; None while no archive is open.

    Attributes:
        source: Whence the rows come: library, scheme, filter, documents that count and order.
    """

    def __init__(self, library: "Library | None" = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._changing = _Changing()
        self._begin_anew(TreeSource(library))

    def _begin_anew(self, source: TreeSource) -> None:
        self.source = source
        self._numbers = count(1)
        self._root = TreeRow(0, None, None)
        self._rows = {0: self._root}
        source.find()
        self._root.children = self._new_rows(source.level(None), self._root)
        waiting = [self._root]
        while waiting:
            for child in waiting.pop().children or ():
                if source.has_found_under(child.id):
                    child.children = self._new_rows(source.level(child.id), child)
                    waiting.append(child)

    def _reset(self, source: TreeSource) -> None:
        with self._changing:
            self.beginResetModel()
            self._begin_anew(source)
            self.endResetModel()

    def set_library(self, library: "Library | None") -> None:
        """Show the tree of another archive, or nothing."""
        self._reset(TreeSource(library, TreeWish(with_empty=self.source.wish.with_empty)))

    def set_scheme(self, scheme: SchemeId) -> None:
        """Sort the countries in another way."""
        self.set_wish(replace(self.source.wish, scheme=scheme))

    def set_filter(self, words: str) -> None:
        """Show only the paths to rows whose name holds the words; empty words show the whole tree."""
        self.set_wish(replace(self.source.wish, words=words.strip()))

    def set_wish(self, wish: TreeWish) -> None:
        """Show another tree; where only what counts or is left out differs, rows that stay keep their place."""
        before, source = self.source.wish, TreeSource(self.source.library, wish)
        if wish == before:
            return
        if replace(wish, within=before.within, with_empty=before.with_empty) == before:
            source.find()
            self.source = source
            self.refresh(source)
        else:
            self._reset(source)

    def _new_rows(self, nodes: list[TreeNode], parent: TreeRow) -> list[TreeRow]:
        rows = [TreeRow(next(self._numbers), node, parent) for node in nodes]
        self._rows.update((row.number, row) for row in rows)
        return rows

    def _row_of(self, index: Index) -> TreeRow:
        return self._rows[index.internalId()] if index.isValid() else self._root

    def _index_of(self, row: TreeRow) -> QModelIndex:
        if row.parent is None or row.parent.children is None:
            return QModelIndex()
        return self.createIndex(row.parent.children.index(row), 0, row.number)

    def node(self, index: Index) -> TreeNode | None:
        """Return what stands in a row."""
        return self._row_of(index).node

    def index_of(self, entity: EntityId) -> QModelIndex:
        """Return where an entity stands among the rows that were asked for so far."""
        found = next((row for row in self._rows.values() if row.id == entity), None)
        return self._index_of(found) if found else QModelIndex()

    def opened(self) -> Iterator[QModelIndex]:
        """Yield the rows whose inner rows are loaded, from the top down."""
        waiting = list(self._root.children or ())
        while waiting:
            row = waiting.pop(0)
            if row.children:
                yield self._index_of(row)
                waiting += row.children

    def refresh(self, source: TreeSource | None = None) -> None:
        """Ask again for every level that is loaded; rows that stay keep their place in the view.

        Args:
            source: One that has read ahead, in place of asking now; one of another tree is left alone.
        """
        if source is None:
            source = TreeSource(self.source.library, self.source.wish)
            source.read_ahead((None, *(self._row_of(index).id for index in self.opened())))
        elif not source.is_like(self.source):
            return
        self.source = source
        with self._changing:
            arrows_differ = self._refresh_level(self._root)
        if arrows_differ:
            # A view learns that a row has got or lost its arrow only when rows are laid out anew.
            self.layoutAboutToBeChanged.emit()
            self.layoutChanged.emit()
        self.source.forget_what_was_read()

    def _refresh_level(self, row: TreeRow) -> bool:
        """Bring the rows under a row up to date; tell whether one of them has got or lost its arrow."""
        if row.children is None:
            return False
        wanted = self.source.level(row.id)
        kept = {node.id for node in wanted}
        for position in reversed(range(len(row.children))):
            if row.children[position].id not in kept:
                self._remove(position, row)
        arrows = False
        for position, node in enumerate(wanted):
            arrows |= self._put(node, position, row)
        if row.children:
            parent = self._index_of(row)
            self.dataChanged.emit(self.index(0, 0, parent), self.index(len(row.children) - 1, 0, parent))
        return any([self._refresh_level(child) for child in row.children]) or arrows

    def _remove(self, position: int, row: TreeRow) -> None:
        assert row.children is not None
        self.beginRemoveRows(self._index_of(row), position, position)
        for gone in row.children.pop(position).with_all_under():
            del self._rows[gone.number]
        self.endRemoveRows()

    def _put(self, node: TreeNode, position: int, row: TreeRow) -> bool:
        """Put a node at its position, where it mostly stands already; tell whether its arrow comes or goes."""
        assert row.children is not None
        standing = next((at for at, child in enumerate(row.children) if child.id == node.id), None)
        if standing == position:
            child = row.children[position]
            had_arrow = child.has_arrow
            child.node = node
            return had_arrow != child.has_arrow
        if standing is not None:
            # Moved, not taken out and put in again, so that it stays open and chosen.
            parent = self._index_of(row)
            self.beginMoveRows(parent, standing, standing, parent, position)
            row.children.insert(position, row.children.pop(standing))
            self.endMoveRows()
            return self._put(node, position, row)
        self.beginInsertRows(self._index_of(row), position, position)
        row.children[position:position] = self._new_rows([node], row)
        self.endInsertRows()
        return False

    @override
    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        above = self._row_of(parent)
        if column != 0 or above.children is None or not 0 <= row < len(above.children):
            return QModelIndex()
        return self.createIndex(row, column, above.children[row].number)

    @override
    def parent(self, index: Index) -> QModelIndex:  # pyright: ignore[reportIncompatibleMethodOverride]
        above = self._row_of(index).parent
        return self._index_of(above) if above else QModelIndex()

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return len(self._row_of(parent).children or ())

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 1

    @override
    def hasChildren(self, parent: Index = QModelIndex()) -> bool:  # noqa: B008
        return self._row_of(parent).has_arrow

    @override
    def canFetchMore(self, parent: Index) -> bool:
        row = self._row_of(parent)
        return row.children is None and row.has_arrow and not self._changing.is_on

    @override
    def fetchMore(self, parent: Index) -> None:
        if not self.canFetchMore(parent):
            return
        row = self._row_of(parent)
        nodes = self.source.level(row.id)
        if not nodes:
            row.children = []
            return
        with self._changing:
            self.beginInsertRows(self._index_of(row), 0, len(nodes) - 1)
            row.children = self._new_rows(nodes, row)
            self.endInsertRows()

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self._row_of(index)
        if row.node is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self.source.shown_name(row.node)
            case Qt.ItemDataRole.ToolTipRole:
                return tooltip(said_in_full(row.node, self.source.shown_name(row.node)))
            case Qt.ItemDataRole.AccessibleDescriptionRole:
                return said_in_full(row.node, self.source.shown_name(row.node))
            case int(role) if role == NODE_ROLE:
                return row.node
            case int(role) if role == KIND_ROLE:
                return None if row.parent is self._root else row.node.kind.value
            case int(role) if role == COUNTS_ROLE:
                return f"{QLocale().toString(row.node.documents)} · {QLocale().toString(row.node.mentions)}"
            case _:
                return None


def said_in_full(node: TreeNode, shown: str) -> str:
    """Say a row's name and counts in words, beside the name as shown the one that the authority file goes by."""
    name = shown if shown == node.name or node.is_branch else f"{shown} ({node.name})"
    locale = QLocale()
    words = QCoreApplication.translate("TreeModel", "{name}: {mentions} mentions in {documents} documents")
    return words.format(name=name, mentions=locale.toString(node.mentions), documents=locale.toString(node.documents))
