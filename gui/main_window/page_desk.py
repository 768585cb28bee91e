"""Brings a document's printed pages to the view that asks for them."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from gui.tasks.lane import Outcome
from gui.viewer.document_view import DocumentView
from gui.viewer.page_map import PageRanges
from gui.viewer.wishes import Mode
from storage.domain.document import TextVersion
from storage.domain.pages import Pages
from storage.domain.progress import IsCancelled, ReportProgress

if TYPE_CHECKING:
    from gui.main_window.window import MainWindow


class PageDesk(QObject):
    """Opens the file of the document in front; a file too damaged for it is told of, and the text stays."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window

    @Slot()
    def give_pages(self) -> None:
        """Show the pages of the document in front, as soon as its file is open and the page to begin with is read."""
        view, session = self._window.tabs.view, self._window.session
        if view is None or view.version is None or session.library is None:
            return
        version, place, library = view.version, view.visible_span().start, session.library

        def job(_progress: ReportProgress, _is_cancelled: IsCancelled) -> Pages:
            from gui.viewer import page_area  # noqa: F401 - here, so that the window need not wait for the module

            pages = library.open_pages(version)
            if pages.sizes:
                pages.characters(PageRanges(version, len(pages.sizes)).page_of(place))
            return pages

        session.readings.start(job, lambda outcome: self._show(outcome, view, version))

    def _show(self, outcome: Outcome, view: DocumentView, version: TextVersion) -> None:
        pages: Pages | None = outcome.result
        is_wanted = view.version is version and view.pane.head.mode is Mode.PAGES
        if outcome.error is not None:
            self._window.session.tell(outcome.error)
        if is_wanted:
            view.show_pages(pages)
        elif pages is not None:
            pages.close()
