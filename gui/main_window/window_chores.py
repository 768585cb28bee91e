"""What concerns the window itself: settings, commands, help, panels, ending."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from gui.actions import CANCEL_KEYS, ROWS, plain_label, plain_name
from gui.models.shown_names import names_to_show
from gui.value_words import entity_kind_in_words, mark_colour_in_words
from storage.domain.annotation import Colour, TagCount
from storage.domain.authority import Entity
from storage.domain.document import DocumentRow
from storage.domain.progress import IsCancelled, ReportProgress

if TYPE_CHECKING:
    from gui.dialogs.command_palette import CommandPalette, PaletteItem
    from gui.main_window.window import MainWindow
    from storage.library import Library


class WindowChores(QObject):
    """Looks after the window for its menus."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window

    @Slot()
    def quit_program(self) -> None:
        """Close the window, which ends the program."""
        self._window.close()

    @Slot()
    def undo(self) -> None:
        """Take the last edit back; words just typed into a note are saved first, so that they count as one."""
        self._window.annotations_panel.flush()
        self._window.session.undo_stack.undo()

    @Slot()
    def redo(self) -> None:
        """Carry an edit out again that was taken back."""
        self._window.session.undo_stack.redo()

    @Slot()
    def go_back(self) -> None:
        """Return to where the reader was."""
        self._window.tabs.travel(forward=False)

    @Slot()
    def go_forward(self) -> None:
        """Return to where the reader went back from."""
        self._window.tabs.travel(forward=True)

    @Slot()
    def move_across(self) -> None:
        """Move the document in front to the other side, so that two can be read side by side."""
        if self._window.tabs.count() < 2:
            self._window.status.note(self.tr("Open a second document to read two side by side."))
        self._window.tabs.move_across()

    @Slot()
    def search_everywhere(self) -> None:
        """Put the cursor into the search field."""
        field = self._window.search_field
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        field.selectAll()

    @Slot()
    def open_settings(self) -> None:
        """Show the settings and take over what is chosen."""
        from gui.dialogs.settings import SettingsDialog

        dialog = SettingsDialog(self._window.settings, self._window)
        if dialog.exec():
            self._window.apply_settings(dialog.chosen())
            self._window.keeping_desk.take_settings()

    @Slot()
    def reset_panels(self) -> None:
        """Put all panels back to their first places and sizes."""
        self._window.arrange_panels()

    @Slot()
    def next_panel(self) -> None:
        """Move the keyboard to the next panel."""
        self._step_panel(1)

    @Slot()
    def previous_panel(self) -> None:
        """Move the keyboard to the panel before."""
        self._step_panel(-1)

    def _step_panel(self, step: int) -> None:
        stops = [widget for widget in self._window.focus_stops() if widget.isVisible()]
        if not stops:
            return
        focused = QApplication.focusWidget()
        inside = [
            n for n, stop in enumerate(stops) if focused is not None and (stop is focused or stop.isAncestorOf(focused))
        ]
        at = inside[0] if inside else -1 if step > 0 else 0
        _give_keyboard(stops[(at + step) % len(stops)])

    @Slot()
    def show_commands(self) -> None:
        """Offer every action, document, entity and tag to be chosen by its name."""
        from gui.dialogs.command_palette import CommandPalette, PaletteItem

        items = [
            PaletteItem(plain_label(action), self._kind_of(action), action)
            for row in ROWS
            if (action := self._window.actions_by_id[row.id]).isEnabled()
        ]
        library = self._window.session.library
        if library is not None:
            items += [PaletteItem(tag.name, self.tr("Tag"), tag) for tag in library.tags()]
            meanings = self._window.colour_meanings
            items += [
                PaletteItem(mark_colour_in_words(colour, meanings.get(colour, "")), self.tr("Colour of marks"), colour)
                for colour in Colour
            ]

        def entities(words: str) -> list[PaletteItem]:
            found = library.find_entities(words) if library is not None else ()
            names = names_to_show(library)
            return [
                PaletteItem(names.get(one.id, one.name), entity_kind_in_words(one.kind), one)
                for one in found
                if not one.hidden
            ]

        palette = CommandPalette(items, entities, self._window)
        if library is not None:
            self._offer_documents(palette, library)
        chosen = palette.choose()
        palette.deleteLater()
        match chosen:
            case QAction():
                chosen.trigger()
            case DocumentRow(id=document):
                self._window.tabs.open(document)
            case Entity(id=entity):
                self._window.entity_panel.entity_chosen.emit(entity)
            case Colour():
                self._window.mark_list_desk.show_marks_of_colour(chosen)
            case TagCount(name=tag):
                self._window.search_field.set_query(f'tag:"{tag}"')

    def _offer_documents(self, palette: "CommandPalette", library: "Library") -> None:
        """Read all documents while the reader types the first letters, and give them to the palette."""
        from gui.dialogs.command_palette import PaletteItem, searched

        kind = self.tr("Document")

        def job(_progress: ReportProgress, _is_cancelled: IsCancelled) -> "tuple[list[PaletteItem], list[str]]":
            items = [PaletteItem(document.title, kind, document) for document in library.document_rows()]
            return items, [searched(item) for item in items]

        def offer(answer: "tuple[list[PaletteItem], list[str]]") -> None:
            if isValid(palette):
                palette.offer(*answer)

        self._window.session.read(job, offer)

    def _kind_of(self, action: QAction) -> str:
        """Say that something is a command, and its keys, so that they are learnt by the way."""
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        return "  ·  ".join(filter(None, (self.tr("Command"), keys)))

    @Slot()
    def show_shortcuts(self) -> None:
        """List all actions with their keys."""
        from gui.dialogs.shortcuts import ShortcutsDialog

        actions = self._window.actions_by_id
        rows = [(plain_name(row), ", ".join(keys.toString() for keys in actions[row.id].shortcuts())) for row in ROWS]
        ShortcutsDialog([*rows, (self.tr("Leave the search, clear the hits"), CANCEL_KEYS)], self._window).exec()

    @Slot()
    def show_about(self) -> None:
        """Show versions and licences."""
        from gui.dialogs.about import AboutDialog

        AboutDialog(self._window).exec()


def _give_keyboard(part: QWidget) -> None:
    """Put the keyboard into a part of the window: where the part wants it, or where it can be while that is hidden."""
    wanted = part
    while (proxy := wanted.focusProxy()) is not None:
        wanted = proxy
    if not wanted.isVisible():
        inside = (child for child in part.findChildren(QWidget) if child.isVisible())
        wanted = next((child for child in inside if child.focusPolicy() & Qt.FocusPolicy.TabFocus), wanted)
    wanted.setFocus(Qt.FocusReason.ShortcutFocusReason)
