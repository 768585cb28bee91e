"""The menu over the codes of the codebook and its keys."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QTreeView

from gui.widgets.row_menu import RowMenu
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
_READING = frozenset({CodeAction.SHOW_MARKS})
_WITHOUT_CODES = frozenset({CodeAction.NEW})
_OF_SEVERAL = frozenset({CodeAction.MOVE, CodeAction.MERGE, CodeAction.SHOW_MARKS, CodeAction.DELETE})


class CodeMenu(RowMenu[CodeAction, CodeCount]):
    """Offers what can be done with the codes chosen.

    Args:
        view: The tree, its model set.
        code_role: Where the model gives the CodeCount of a row.

    Signals:
        wished: a ``CodeWish``.
    """

    def __init__(self, view: QTreeView, code_role: int) -> None:
        super().__init__(view, code_role, _words(), _KEYS, _BEFORE_LINES, _makes_sense, CodeWish, _READING)


def _makes_sense(kind: CodeAction, codes: tuple[CodeCount, ...]) -> bool:
    return kind in _WITHOUT_CODES or len(codes) == 1 or (len(codes) > 1 and kind in _OF_SEVERAL)


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
