"""The menu over the rows of the tree and its keys."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, Qt, Slot
from PySide6.QtWidgets import QMenu, QTreeView
from typing_extensions import override

from gui.plain_words import tooltip
from gui.widgets.row_menu import RowMenu
from storage.domain.authority import EntityKind, TreeNode

_ORGANISATIONS = frozenset({EntityKind.PARTY, EntityKind.BODY})


class TreeAction(StrEnum):
    """What can be done with rows of the tree."""

    RENAME = "rename"
    ADD_NAME = "add name"
    REMOVE_NAME = "remove name"
    NEW_ENTITY = "new entity"
    MOVE = "move"
    MERGE = "merge"
    SPLIT = "split"
    HIDE = "hide"
    SHOW_HIDDEN = "show hidden"
    TO_REGION = "to region"
    UP = "up"
    DOWN = "down"
    NEW_REGION = "new region"
    REMOVE_REGION = "remove region"


@dataclass(frozen=True, slots=True)
class RowsWish:
    """What is to be done with the rows chosen; the first is the one the cursor is on."""

    action: TreeAction
    nodes: tuple[TreeNode, ...]


_KEYS = {TreeAction.RENAME: "F2", TreeAction.HIDE: "Del", TreeAction.UP: "Alt+Up", TreeAction.DOWN: "Alt+Down"}
_STEPS = (TreeAction.UP, TreeAction.DOWN)
_PLACING = (TreeAction.TO_REGION, *_STEPS)
_BEFORE_LINES = frozenset({TreeAction.NEW_ENTITY, TreeAction.HIDE, TreeAction.TO_REGION})


class TreeMenu(RowMenu[TreeAction, TreeNode]):
    """Offers what can be done with the rows of the tree that are chosen.

    Args:
        view: The tree, its model set.
        node_role: Where the model gives the TreeNode of a row.

    Attributes:
        why_not_moved: Why rows cannot be moved up and down at the moment; empty where they can.

    Signals:
        wished: a ``RowsWish``.
    """

    why_not_moved = ""

    def __init__(self, view: QTreeView, node_role: int) -> None:
        super().__init__(view, node_role, _words(), _KEYS, _BEFORE_LINES, self._is_for, RowsWish)

    def _is_for(self, kind: TreeAction, rows: tuple[TreeNode, ...]) -> bool:
        """Tell whether something can be done with rows; only what can be dragged has a place of its own to change."""
        chosen = self._view.selectionModel().selectedIndexes() if kind in _PLACING else ()
        return _makes_sense(kind, rows) and all(index.flags() & Qt.ItemFlag.ItemIsDragEnabled for index in chosen)

    @override
    def build(self) -> QMenu:
        """Make the menu for the rows chosen; what makes no sense for them is left out.

        Moving up and down stands there greyed where rows are sorted otherwise; its tool tip says why.
        """
        menu = super().build()
        menu.aboutToHide.connect(self._fit)
        for kind in _STEPS:
            action = self._actions[kind]
            action.setEnabled(action.isEnabled() and not self.why_not_moved)
        return menu

    @Slot()
    @override
    def _fit(self) -> None:
        super()._fit()
        # By key too while rows are sorted otherwise: whoever presses it is told why nothing moves.
        for kind in _STEPS:
            self._actions[kind].setToolTip(tooltip(self._why_read_only or self.why_not_moved))
        count = len(self.rows())
        merge = self.tr("Merge these {0}…").format(count) if count > 1 else self.tr("Merge with…")
        self._actions[TreeAction.MERGE].setText(merge)


def _words() -> dict[TreeAction, str]:
    def tr(words: str) -> str:
        return QCoreApplication.translate("TreeMenu", words)

    return {
        TreeAction.RENAME: tr("Rename…"),
        TreeAction.ADD_NAME: tr("Add a name…"),
        TreeAction.REMOVE_NAME: tr("Remove a name…"),
        TreeAction.NEW_ENTITY: tr("New entity here…"),
        TreeAction.MOVE: tr("Move under…"),
        TreeAction.MERGE: tr("Merge with…"),
        TreeAction.SPLIT: tr("Split…"),
        TreeAction.HIDE: tr("Hide"),
        TreeAction.SHOW_HIDDEN: tr("Show something hidden…"),
        TreeAction.TO_REGION: tr("Move to region…"),
        TreeAction.UP: tr("Move up"),
        TreeAction.DOWN: tr("Move down"),
        TreeAction.NEW_REGION: tr("New region here…"),
        TreeAction.REMOVE_REGION: tr("Remove the region"),
    }


def _one(nodes: tuple[TreeNode, ...]) -> bool:
    return len(nodes) == 1 and not nodes[0].is_branch


def _one_of(kinds: frozenset[EntityKind]) -> Callable[[tuple[TreeNode, ...]], bool]:
    return lambda nodes: _one(nodes) and nodes[0].kind in kinds


def _can_become_one(nodes: tuple[TreeNode, ...]) -> bool:
    kinds = {EntityKind.PARTY if node.kind in _ORGANISATIONS else node.kind for node in nodes}
    return len(kinds) == 1 and EntityKind.REGION not in kinds and not any(node.is_branch for node in nodes)


def _is_region_or_none(nodes: tuple[TreeNode, ...]) -> bool:
    return not nodes or (_one(nodes) and nodes[0].kind is EntityKind.REGION)


_REGION = frozenset({EntityKind.REGION})
_NAMED = frozenset(EntityKind) - _REGION
_MAKES_SENSE: dict[TreeAction, Callable[[tuple[TreeNode, ...]], bool]] = {
    TreeAction.RENAME: _one,
    TreeAction.ADD_NAME: _one,
    TreeAction.REMOVE_NAME: _one,
    TreeAction.NEW_ENTITY: lambda nodes: len(nodes) <= 1,
    TreeAction.MOVE: _one_of(_ORGANISATIONS | {EntityKind.PERSON}),
    TreeAction.MERGE: _can_become_one,
    TreeAction.SPLIT: _one_of(_NAMED),
    TreeAction.HIDE: _one_of(_NAMED),
    TreeAction.SHOW_HIDDEN: lambda nodes: True,
    TreeAction.TO_REGION: bool,
    TreeAction.UP: _one,
    TreeAction.DOWN: _one,
    TreeAction.NEW_REGION: _is_region_or_none,
    TreeAction.REMOVE_REGION: _one_of(_REGION),
}


def _makes_sense(kind: TreeAction, nodes: tuple[TreeNode, ...]) -> bool:
    return _MAKES_SENSE[kind](nodes)
