"""The tree as rows that can be dragged into regions: what may be dragged where, and the wish that a drop means."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QMimeData, Qt, Signal
from typing_extensions import override

from gui.models.tree_model import Index, TreeModel, TreeOrder
from storage.domain.authority import EntityKind, TreeNode
from storage.domain.ids import EntityId

ROWS_FORMAT = "application/x-liaison-tree-rows"
UNPLACED = EntityId("branch:unplaced")


@dataclass(frozen=True, slots=True)
class PlaceWish:
    """Rows that are to stand in a region, or without one (None), before a row that stands there or behind all."""

    members: tuple[EntityId, ...]
    region: EntityId | None
    before: EntityId | None = None


class DraggableTreeModel(TreeModel):
    """Says which rows can be dragged where; a drop is told as a wish, and rows move when the tree is refreshed.

    Signals:
        placing_requested: a ``PlaceWish``.
    """

    placing_requested = Signal(object)

    def set_with_empty(self, with_empty: bool) -> None:
        """Show also the rows that no text mentions, so that they can be sorted, or leave them out; the others stay."""
        self.set_wish(replace(self.source.wish, with_empty=with_empty))

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        usual = super().flags(index)
        if not index.isValid():
            return usual | Qt.ItemFlag.ItemIsDropEnabled
        if self.can_be_placed(index):
            usual |= Qt.ItemFlag.ItemIsDragEnabled
        return usual | Qt.ItemFlag.ItemIsDropEnabled if _takes_rows(self.node(index)) else usual

    def can_be_placed(self, index: Index) -> bool:
        """Tell whether a row stands where its scheme has put it, not under its country."""
        node = self.node(index)
        if node is None or node.is_branch:
            return False
        return node.kind is EntityKind.REGION or _takes_rows(self.node(index.parent()))

    def step_beside(self, entity: EntityId, by: int) -> PlaceWish | None:
        """Return the wish to move a row past the one above it (-1) or below it (+1); None where there is none.

        None too where rows are not shown in their scheme's order, since moving them would not show.
        """
        index = self.index_of(entity)
        above = self.node(index.parent())
        if self.source.wish.order is not TreeOrder.SCHEME:
            return None
        if not index.isValid() or not self.can_be_placed(index) or (above is not None and above.is_branch):
            return None
        beside = [self.node(self.index(row, 0, index.parent())) for row in range(self.rowCount(index.parent()))]
        ids = [node.id for node in beside if node is not None and not node.is_branch]
        to = ids.index(entity) + by
        if not 0 <= to < len(ids):
            return None
        behind = to + 1 if by > 0 else to
        before = ids[behind] if behind < len(ids) else None
        return PlaceWish((entity,), above.id if above is not None else None, before)

    @override
    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    @override
    def mimeTypes(self) -> list[str]:
        return [ROWS_FORMAT]

    @override
    def mimeData(self, indexes: Sequence[Index]) -> QMimeData:
        dragged = [f"{node.kind.value}\t{node.id}" for index in indexes if (node := self.node(index)) is not None]
        data = QMimeData()
        data.setData(ROWS_FORMAT, "\n".join(dragged).encode())
        return data

    @override
    def canDropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        return self._wish(data, row, parent) is not None

    @override
    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        wish = self._wish(data, row, parent)
        if wish is not None:
            self.placing_requested.emit(wish)
        # Never told as done: the view would take the dragged rows out, and what has moved comes with the refresh.
        return False

    def _wish(self, data: QMimeData, row: int, parent: Index) -> PlaceWish | None:
        """Return what it means to drop rows before the one at ``row`` under a parent, or with -1 onto the parent."""
        lines = bytes(data.data(ROWS_FORMAT).data()).decode().splitlines()
        kinds = {line.partition("\t")[0] for line in lines}
        members = tuple(EntityId(line.partition("\t")[2]) for line in lines)
        above = self.node(parent)
        if not members or (above is not None and (not _takes_rows(above) or above.id in members)):
            return None
        if above is not None and above.id == UNPLACED:
            return PlaceWish(members, None) if EntityKind.REGION.value not in kinds else None
        if above is None and kinds != {EntityKind.REGION.value}:
            return None
        # Between rows sorted by name or counts there is no place of the scheme.
        if row >= 0 and self.source.wish.order is not TreeOrder.SCHEME:
            return None
        below = self.node(self.index(row, 0, parent)) if row >= 0 else None
        before = below.id if below is not None and not below.is_branch else None
        return PlaceWish(members, above.id if above is not None else None, before)


def _takes_rows(node: TreeNode | None) -> bool:
    return node is not None and (node.kind is EntityKind.REGION or node.id == UNPLACED)
