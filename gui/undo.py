"""Undo and redo: one command class for all edits, over the journal, so that both work across restarts.

What a person does by hand is undone at once; an edit of thousands of entities goes off the window's thread.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QUndoCommand, QUndoStack
from typing_extensions import override

from gui.tasks.lane import Lane, Outcome
from gui.translation import in_words
from storage.domain.progress import IsCancelled, ReportProgress
from storage.edits import Applied, Edit, label
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
        broken: an exception that a step off the window's thread did not expect.
        stepping: the words of a large edit that is being undone or redone; empty when that is done.
    """

    applied = Signal(object)
    failed = Signal(object)
    broken = Signal(object)
    stepping = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.stack = QUndoStack(self)
        self.lane = Lane("edits", self)
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
        self.stack.blockSignals(True)  # else the whole window would follow each of the entries
        for entry in entries:
            self.stack.push(_JournalCommand(self, entry.label))
        self.stack.setIndex(sum(not entry.undone for entry in entries))
        self.stack.blockSignals(False)
        self._filling = False
        self._tell_where_the_stack_stands()

    def _tell_where_the_stack_stands(self) -> None:
        stack = self.stack
        stack.canUndoChanged.emit(stack.canUndo())
        stack.undoTextChanged.emit(stack.undoText())
        stack.canRedoChanged.emit(stack.canRedo())
        stack.redoTextChanged.emit(stack.redoText())
        stack.indexChanged.emit(stack.index())

    def apply(self, edit: Edit) -> bool:
        """Apply an edit and push it; returns whether it was applied."""
        if self._library is None or self._is_held_up():
            return False
        self._edit = edit
        self.stack.push(_JournalCommand(self, label(edit)))
        return self._succeeded

    @Slot()
    def undo(self) -> None:
        """Take the last edit back, at once unless it is a large one."""
        self._travel(forward=False)

    @Slot()
    def redo(self) -> None:
        """Carry out again the edit that was taken back last, at once unless it is a large one."""
        self._travel(forward=True)

    def _travel(self, forward: bool) -> None:
        if self._library is None or self._is_held_up():
            return
        if not self._library.next_step_is_large(undone=not forward):
            (self.stack.redo if forward else self.stack.undo)()
        elif self.stack.canRedo() if forward else self.stack.canUndo():
            self._travel_apart(self._library, forward)

    def _travel_apart(self, library: "Library", forward: bool) -> None:
        def job(_progress: ReportProgress, _is_cancelled: IsCancelled) -> Applied | None:
            return library.redo() if forward else library.undo()

        self.lane.start(job, self._finish)
        self.stepping.emit(self.stack.redoText() if forward else self.stack.undoText())

    def _is_held_up(self) -> bool:
        """Tell whether a large step is still under way, and if so, the reader too."""
        if self.lane.busy:
            self.failed.emit(self.tr("A large change is still being undone or redone. Try again when that is done."))
        return self.lane.busy

    def _finish(self, outcome: Outcome) -> None:
        self.stepping.emit("")
        self.set_library(self._library)
        if isinstance(outcome.error, UserFacingError):
            self.failed.emit(str(outcome.error))
        elif outcome.error is not None:
            self.broken.emit(outcome.error)
        elif outcome.result is not None:
            self.applied.emit(outcome.result.changes)

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
