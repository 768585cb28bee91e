"""What is done with the codebook: codes described, begun, moved, merged, deleted. Each is one Undo."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QDialog

from gui.dialogs.choose_row import ChooseRowDialog, Row
from gui.dialogs.edit_code import EditCodeDialog
from gui.models.codebook_dragging import CodeMerging, CodePlacing
from gui.widgets.code_menu import CodeAction, CodeWish
from gui.widgets.counting import counted
from storage.domain.codebook import Code, path_of, under
from storage.domain.mark_columns import MarkNarrowing
from storage.edits import ChangeCodebook
from storage.errors import UserFacingError

if TYPE_CHECKING:
    from gui.main_window.window import MainWindow
    from storage.library import Library


class CodebookDesk(QObject):
    """Asks what is needed for each wish of the panel of tags, and has it done."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session
        panel = window.tags_panel
        panel.code_wished.connect(self.carry_out)
        panel.merging_requested.connect(self.merge)
        panel.placing_requested.connect(self.place)

    @Slot(object)
    def carry_out(self, wish: CodeWish) -> None:
        """Do what the menu of codes asks for."""
        doers: dict[CodeAction, Callable[[Library, CodeWish], None]] = {
            CodeAction.DESCRIBE: self._describe,
            CodeAction.NEW: self._begin,
            CodeAction.NEW_BELOW: self._begin,
            CodeAction.MOVE: self._move,
            CodeAction.MERGE: self._merge,
            CodeAction.SHOW_MARKS: self._show_marks,
            CodeAction.DELETE: self._delete,
        }
        library = self._session.library
        if library is not None:
            self._try(lambda: doers.get(wish.action, self._step)(library, wish))

    @Slot(object)
    def place(self, wish: CodePlacing) -> None:
        """Put codes where they were dropped."""
        library = self._session.library
        if library is not None:
            self._try(lambda: self._do(library.placing_codes(wish.names, wish.parent, wish.before), wish.names[0]))

    @Slot(object)
    def merge(self, wish: CodeMerging) -> None:
        """Make codes one with another, and say how to get them back."""
        library = self._session.library
        if library is not None:
            self._try(lambda: self._merge_into(library, wish.names, wish.into))

    def _try(self, job: Callable[[], None]) -> None:
        try:
            job()
        except UserFacingError as error:
            self._session.failed.emit(str(error))

    def _do(self, edit: ChangeCodebook, then: str, said: str = "") -> None:
        """Apply an edit and choose a code, which stands elsewhere or anew."""
        if self._session.edit(edit):
            if said:
                self._window.toast.offer(said)
            self._window.tags_panel.choose(then)

    def _describe(self, library: "Library", wish: CodeWish) -> None:
        code = wish.codes[0].code
        dialog = EditCodeDialog(
            code, self._window.theme, lambda now: library.changing_code(code.name, now), self._window
        )  # fmt: skip
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        is_new = not wish.codes[0].is_in_codebook
        if accepted and dialog.edit is not None and (is_new or dialog.code() != code):
            self._do(dialog.edit, dialog.code().name)

    def _begin(self, library: "Library", wish: CodeWish) -> None:
        above = wish.codes[0].code if wish.action is CodeAction.NEW_BELOW else None
        empty = Code("", above.name, colour=above.colour) if above is not None else Code("")
        dialog = EditCodeDialog(empty, self._window.theme, library.adding_code, self._window)
        if dialog.exec() == QDialog.DialogCode.Accepted and dialog.edit is not None:
            self._do(dialog.edit, dialog.code().name)

    def _step(self, library: "Library", wish: CodeWish) -> None:
        placing = self._window.tags_panel.step(wish)
        if placing is not None:
            self._do(library.placing_codes(placing.names, placing.parent, placing.before), placing.names[0])

    def _move(self, library: "Library", wish: CodeWish) -> None:
        names = [count.code.name for count in wish.codes]
        question = self.tr("Below which code does %1 belong?").replace("%1", self._named(names))
        rows = [Row(self.tr("At the top"), ""), *self._rows(library, set(names))]
        row = ChooseRowDialog(question, self.tr("Move here"), rows, parent=self._window).choose()
        if row is not None:
            self._do(library.placing_codes(names, str(row.id)), names[0])

    def _merge(self, library: "Library", wish: CodeWish) -> None:
        names = [count.code.name for count in wish.codes]
        question = self.tr("Which code does %1 become one with?").replace("%1", self._named(names))
        # Several codes chosen can become one of themselves; one alone only another.
        without = set(names) if len(names) == 1 else set()
        rows = self._rows(library, without, with_those_below=True)
        empty = self.tr("There is no other code to merge it with.")
        row = ChooseRowDialog(question, self.tr("Merge"), rows, empty, self._window).choose()
        if row is not None:
            self._merge_into(library, tuple(names), str(row.id))

    def _merge_into(self, library: "Library", names: tuple[str, ...], into: str) -> None:
        said = self.tr("%1 is now part of “%2”.")
        said = said.replace("%1", self._named([name for name in names if name != into])).replace("%2", into)
        self._do(library.merging_codes(names, into), into, said)

    def _show_marks(self, library: "Library", wish: CodeWish) -> None:
        names = [count.code.name for count in wish.codes]
        tags = under((count.code for count in library.codebook()), names)
        words = self.tr("tag: %1").replace("%1", ", ".join(names))
        self._window.mark_list_desk.show_marks(words, MarkNarrowing(tags=tags))

    def _delete(self, library: "Library", wish: CodeWish) -> None:
        names = [count.code.name for count in wish.codes]
        marks = sum(count.own_marks for count in wish.codes)
        kept = counted(marks, self.tr("%1 mark stays without it"), self.tr("%1 marks stay without it"))
        whole = self.tr("%1 was deleted; %2.")
        said = (whole if marks else self.tr("%1 was deleted.")).replace("%2", kept)
        self._do(library.deleting_codes(names), "", said.replace("%1", self._named(names)))

    def _named(self, names: list[str]) -> str:
        return f"“{names[0]}”" if len(names) == 1 else counted(len(names), "%1", self.tr("These %1 codes"))

    def _rows(self, library: "Library", without: set[str], with_those_below: bool = False) -> list[Row]:
        """Return all codes in the order of the tree, without some and, unless asked for, what stands below them."""
        counts = {count.code.name: count.code for count in library.codebook()}
        left_out = without if with_those_below else under(counts.values(), without)
        places = {name: place for place, name in enumerate(counts)}
        ordered = sorted(counts, key=lambda name: [places.get(one, 0) for one in path_of(counts, name)])
        return [Row("    " * (len(path_of(counts, name)) - 1) + name, name) for name in ordered if name not in left_out]
