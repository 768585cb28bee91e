"""The menu over the codes of the codebook and its keys. It only tells what is wished."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QObject, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QTreeView

from storage.domain.codebook import CodeCount


class CodeAction(StrEnum):
    """What can be done with codes."""

    DESCRIBE = "describe"
    NEW = "new"
    NEW_BELOW = "new below"
    MOVE = "move"
    UP = "up"
    DOWN = "down"
    INTO = "into"
    OUT = "out"
    MERGE = "merge"
    SHOW_MARKS = "show marks"
    DELETE = "delete"


@dataclass(frozen=True, slots=True)
class CodeWish:
    """What is to be done with the codes chosen; the first is the one the cursor is on."""

    action: CodeAction
    codes: tuple[CodeCount, ...]


_KEYS = {
    CodeAction.DESCRIBE: "F2",
    CodeAction.NEW: "Ctrl+Ins",
    CodeAction.NEW_BELOW: "Ins",
    CodeAction.UP: "Alt+Up",
    CodeAction.DOWN: "Alt+Down",
    CodeAction.INTO: "Alt+Shift+Right",
    CodeAction.OUT: "Alt+Shift+Left",
    CodeAction.DELETE: "Del",
}
_BEFORE_LINES = frozenset({CodeAction.MOVE, CodeAction.MERGE, CodeAction.DELETE})
_WITHOUT_CODES = frozenset({CodeAction.NEW})
_OF_SEVERAL = frozenset({CodeAction.MOVE, CodeAction.MERGE, CodeAction.SHOW_MARKS, CodeAction.DELETE})


class CodeMenu(QObject):
    """Offers what can be done with the codes chosen, by the mouse, the menu key, and keys of its own.

    Args:
        view: The tree, its model set.
        code_role: Where the model gives the CodeCount of a row.

    Signals:
        wished: a ``CodeWish``.
    """

    wished = Signal(object)

    def __init__(self, view: QTreeView, code_role: int) -> None:
        super().__init__(view)
        self._view, self._code_role = view, code_role
        self._actions: dict[CodeAction, QAction] = {}
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

    def codes(self) -> tuple[CodeCount, ...]:
        """Return the codes chosen, the one under the cursor first."""
        current = self._view.currentIndex()
        chosen = self._view.selectionModel().selectedIndexes()
        return tuple(index.data(self._code_role) for index in sorted(chosen, key=lambda index: index != current))

    def build(self) -> QMenu:
        """Make the menu for the codes chosen; what makes no sense for them is left out."""
        self._fit()
        menu = QMenu(self._view)
        menu.aboutToHide.connect(menu.deleteLater)
        for kind, action in self._actions.items():
            if kind in _BEFORE_LINES and not menu.isEmpty():
                menu.addSeparator()
            if action.isEnabled():
                menu.addAction(action)
        return menu

    @Slot(QPoint)
    def _open(self, place: QPoint) -> None:
        self.build().popup(self._view.viewport().mapToGlobal(place))

    @Slot()
    def _fit(self) -> None:
        count = len(self._view.selectionModel().selectedIndexes())
        for kind, action in self._actions.items():
            action.setEnabled(kind in _WITHOUT_CODES or count == 1 or (count > 1 and kind in _OF_SEVERAL))

    @Slot()
    def _tell(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.wished.emit(CodeWish(CodeAction(action.data()), self.codes()))


def _words() -> dict[CodeAction, str]:
    def tr(words: str) -> str:
        return QCoreApplication.translate("CodeMenu", words)

    return {
        CodeAction.DESCRIBE: tr("Rename and describe…"),
        CodeAction.NEW: tr("New code…"),
        CodeAction.NEW_BELOW: tr("New code below…"),
        CodeAction.SHOW_MARKS: tr("Show the marks"),
        CodeAction.MOVE: tr("Move below…"),
        CodeAction.UP: tr("Move up"),
        CodeAction.DOWN: tr("Move down"),
        CodeAction.INTO: tr("Move below the one before"),
        CodeAction.OUT: tr("Move out one level"),
        CodeAction.MERGE: tr("Merge with…"),
        CodeAction.DELETE: tr("Delete"),
    }
