"""Brings a document's printed pages to the view that asks for them."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from storage.errors import UserFacingError

if TYPE_CHECKING:
    from gui.main_window.window import MainWindow


class PageDesk(QObject):
    """Opens the file of the document in front; a file too damaged for it is told of, and the text stays."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window

    @Slot()
    def give_pages(self) -> None:
        """Show the pages of the document in front."""
        view, library = self._window.tabs.view, self._window.session.library
        if view is None or view.version is None or library is None:
            return
        try:
            view.show_pages(library.open_pages(view.version))
        except UserFacingError as error:
            view.show_pages(None)
            self._window.session.failed.emit(str(error))
