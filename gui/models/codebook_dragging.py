"""The codebook as rows that can be dragged: what may be dropped where, and the wish that a drop or a key means."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QMimeData, Qt, Signal
from typing_extensions import override

from gui.models.codebook_model import CodebookModel, CodeRow, Index

CODES_FORMAT = "application/x-liaison-codes"


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


class DraggableCodebookModel(CodebookModel):
    """Says which codes can be dragged where; rows move when the codebook is read anew.

    With Ctrl held, a drop onto a code means that they become one.

    Signals:
        placing_requested: a ``CodePlacing``.
        merging_requested: a ``CodeMerging``.
    """

    placing_requested = Signal(object)
    merging_requested = Signal(object)

    def step(self, name: str, by: int) -> CodePlacing | None:
        """Return the wish to move a code past the one above it (-1) or below it (+1); None where there is none."""
        row = self.rows.get(name)
        if row is None or row.parent is None or self.words:
            return None
        names = [beside.name for beside in row.parent.children]
        to = names.index(name) + by
        if not 0 <= to < len(names):
            return None
        behind = to + 1 if by > 0 else to
        return CodePlacing((name,), row.parent.name, names[behind] if behind < len(names) else None)

    def step_in(self, name: str) -> CodePlacing | None:
        """Return the wish to put a code below the one that stands before it; None where there is none."""
        row = self.rows.get(name)
        if row is None or row.parent is None or self.words:
            return None
        at = row.parent.children.index(row)
        return CodePlacing((name,), row.parent.children[at - 1].name) if at else None

    def step_out(self, name: str) -> CodePlacing | None:
        """Return the wish to put a code beside the one above it, behind that; None at the top."""
        row = self.rows.get(name)
        if row is None or row.parent is None or row.parent.parent is None or self.words:
            return None
        beside = row.parent.parent.children
        at = beside.index(row.parent) + 1
        return CodePlacing((name,), row.parent.parent.name, beside[at].name if at < len(beside) else None)

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
        names = [self.row_of(index).name for index in indexes]
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
        above = self.row_of(parent)
        line: CodeRow | None = above
        if not names:
            return None
        while line is not None:
            if line.name in names:
                return None
            line = line.parent
        if action == Qt.DropAction.CopyAction:
            return CodeMerging(names, above.name) if row < 0 and above.name else None
        before = above.children[row].name if 0 <= row < len(above.children) and not self.words else None
        return CodePlacing(names, above.name, before)
