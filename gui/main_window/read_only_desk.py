"""An archive that may only be read: the window says so and why, and offers nothing that would write."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from gui.actions import ROWS
from gui.widgets.writing import set_why_read_only
from storage.domain.archive import ReadOnlyReason

if TYPE_CHECKING:
    from gui.main_window.window import MainWindow


class ReadOnlyDesk(QObject):
    """Shows whether the archive may be written to, and tries again to open it for writing."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session

    def show_state(self) -> None:
        """Say above the documents that the archive may only be read, if so, and put the reason on what is disabled."""
        library = self._session.library
        state = library.read_only if library is not None else None
        reason = self._in_words(state.reason) if state is not None else ""
        self._window.read_only_bar.hide()
        set_why_read_only(self._window, reason)
        self._window.annotations_panel.set_read_only(state is not None)
        for menu in (self._window.tree_panel.menu, self._window.tags_panel.menu):
            menu.set_read_only(reason)
        for menu in self._window.menus.values():
            menu.setToolTipsVisible(state is not None)
        for row in ROWS:
            if row.writes:
                self._window.actions_by_id[row.id].setToolTip(reason)
        if library is not None and state is not None:
            self._window.status.show_read_only(True)
            title = self.tr("%1 (read only) – Liaison")
            self._window.setWindowTitle(title.replace("%1", library.title))
            self._window.read_only_bar.say(reason)

    @Slot()
    def try_again(self) -> None:
        """Close the archive and open it again, for writing if that can be done now."""
        library = self._session.library
        if library is not None:
            path = library.path
            self._session.close()
            self._session.open(path)

    def _in_words(self, reason: ReadOnlyReason) -> str:
        return {
            ReadOnlyReason.IN_USE: self.tr("Read only: the archive is open in another Liaison window or command."),
            ReadOnlyReason.PROTECTED: self.tr("Read only: the archive or its folder may not be written to."),
            ReadOnlyReason.FULL_DISK: self.tr("Read only: the disk that holds the archive is full. Make room there."),
            ReadOnlyReason.NOT_WRITABLE: self.tr(
                "Read only: the archive cannot be written to. Is its drive connected?"
            ),
        }[reason]
