"""The menu over the rows of the tree and its keys. It only tells what is wished."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QObject, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QTreeView

from gui.plain_words import tooltip
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
_BEFORE_LINES = frozenset({TreeAction.NEW_ENTITY, TreeAction.HIDE, TreeAction.TO_REGION})


class TreeMenu(QObject):
    """Offers what can be done with the rows chosen, by the mouse, the menu key, and keys of its own.

    Args:
        view: The tree, its model set.
        node_role: Where the model gives the TreeNode of a row.

    Attributes:
        why_not_moved: Why rows cannot be moved up and down at the moment; empty where they can.

    Signals:
        wished: a ``RowsWish``.
    """

    wished = Signal(object)

    def __init__(self, view: QTreeView, node_role: int) -> None:
        super().__init__(view)
        self._view, self._node_role = view, node_role
        self.why_not_moved = ""
        self._actions: dict[TreeAction, QAction] = {}
        for kind, words in _words().items():
            action = QAction(words, view)
            action.setData(kind)
            action.setShortcut(QKeySequence(_KEYS.get(kind, "")))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.triggered.connect(self._tell)
            view.addAction(action)
            self._actions[kind] = action
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(self._open)
        view.selectionModel().selectionChanged.connect(self._fit)
        view.model().modelReset.connect(self._fit)
        self._fit()

    def nodes(self) -> tuple[TreeNode, ...]:
        """Return the rows chosen, the one under the cursor first."""
        current = self._view.currentIndex()
        chosen = self._view.selectionModel().selectedIndexes()
        ordered = sorted(chosen, key=lambda index: index != current)
        return tuple(index.data(self._node_role) for index in ordered)

    def build(self) -> QMenu:
        """Make the menu for the rows chosen; what makes no sense for them is left out.

        Moving up and down stands there greyed where rows are sorted otherwise; its tool tip says why.
        """
        self._fit()
        menu = QMenu(self._view)
        menu.setToolTipsVisible(True)
        menu.aboutToHide.connect(self._fit)
        menu.aboutToHide.connect(menu.deleteLater)
        for kind, action in self._actions.items():
            if kind in _BEFORE_LINES and not menu.isEmpty():
                menu.addSeparator()
            if action.isEnabled():
                menu.addAction(action)
                if kind in _STEPS:
                    action.setEnabled(not self.why_not_moved)
        return menu

    @Slot(QPoint)
    def _open(self, place: QPoint) -> None:
        self.build().popup(self._view.viewport().mapToGlobal(place))

    @Slot()
    def _fit(self) -> None:
        nodes = self.nodes()
        for kind, action in self._actions.items():
            # By key too while rows are sorted otherwise: whoever presses it is told why nothing moves.
            action.setEnabled(_MAKES_SENSE[kind](nodes) and self._can_be_placed(kind))
            action.setToolTip(tooltip(self.why_not_moved) if kind in _STEPS else "")
        several = len(nodes) > 1
        merge = self.tr("Merge these {0}…").format(len(nodes)) if several else self.tr("Merge with…")
        self._actions[TreeAction.MERGE].setText(merge)

    def _can_be_placed(self, kind: TreeAction) -> bool:
        if kind not in (TreeAction.TO_REGION, *_STEPS):
            return True
        chosen = self._view.selectionModel().selectedIndexes()
        return all(index.flags() & Qt.ItemFlag.ItemIsDragEnabled for index in chosen)

    @Slot()
    def _tell(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.wished.emit(RowsWish(TreeAction(action.data()), self.nodes()))


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
