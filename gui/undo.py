"""Undo and redo: one command class for all edits, over the journal, so that both work across restarts."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack
from typing_extensions import override

from gui.translation import in_words
from storage.edits import Edit, label
from storage.errors import UserFacingError

if TYPE_CHECKING:
    from storage.library import Library

_REMEMBERED = 200


class _JournalCommand(QUndoCommand):
    """One line of the journal; the library knows which edit is next, so the command holds only its words."""

    def __init__(self, owner: "UndoStack", words: str) -> None:
        super().__init__(in_words(words))
        self._owner = owner

    @override
    def undo(self) -> None:
        self.setObsolete(not self._owner.step(forward=False))

    @override
    def redo(self) -> None:
        self.setObsolete(not self._owner.step(forward=True))


class UndoStack(QObject):
    """The stack behind *Undo* and *Redo*; what it applies, it says.

    Signals:
        applied: the ``Changes`` of an edit, an undo or a redo.
        failed: a sentence for the reader.
    """

    applied = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.stack = QUndoStack(self)
        self._library: Library | None = None
        self._filling = False
        self._edit: Edit | None = None
        self._succeeded = False

    def set_library(self, library: "Library | None") -> None:
        """Fill the stack from an archive's journal, so that former sessions' edits can be undone."""
        self.stack.clear()
        self._library = library
        if library is None:
            return
        entries = library.journal(_REMEMBERED)
        self._filling = True
        for entry in entries:
            self.stack.push(_JournalCommand(self, entry.label))
        self.stack.setIndex(sum(not entry.undone for entry in entries))
        self._filling = False

    def apply(self, edit: Edit) -> bool:
        """Apply an edit and push it; returns whether it was applied."""
        if self._library is None:
            return False
        self._edit = edit
        self.stack.push(_JournalCommand(self, label(edit)))
        return self._succeeded

    def step(self, forward: bool) -> bool:
        """Carry out what a command asks for; returns False when it failed and the command is to be dropped."""
        if self._filling or self._library is None:
            return True
        edit, self._edit = self._edit, None
        self._succeeded = False
        try:
            if edit is not None:
                applied = self._library.apply(edit)
            else:
                applied = self._library.redo() if forward else self._library.undo()
        except UserFacingError as error:
            self.failed.emit(str(error))
            return False
        if applied is not None:
            self._succeeded = True
            self.applied.emit(applied.changes)
        return self._succeeded
