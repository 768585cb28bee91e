"""Brings a document's printed pages to the view that asks for them."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from gui.tasks.lane import Outcome
from gui.viewer.document_view import DocumentView
from gui.viewer.page_map import MappedPages
from gui.viewer.wishes import Mode
from storage.domain.document import TextVersion
from storage.domain.progress import IsCancelled, ReportProgress

if TYPE_CHECKING:
    from gui.main_window.window import MainWindow


class PageDesk(QObject):
    """Opens the file of the document a view shows; a file too damaged for it is told of, and the text stays."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window

    @Slot()
    def give_pages(self) -> None:
        """Show the pages of the view that asks, as soon as its file is open and the page to begin with is read."""
        view, session = self.sender(), self._window.session
        if not isinstance(view, DocumentView) or view.version is None or session.library is None:
            return
        version, place, library = view.version, view.visible_span().start, session.library

        def job(_progress: ReportProgress, _is_cancelled: IsCancelled) -> MappedPages:
            from gui.viewer import page_area  # noqa: F401 - here, so that the window need not wait for the module

            pages = MappedPages(library.open_pages(version), version)
            pages.read_ahead(place)
            return pages

        session.readings.start(job, lambda outcome: self._take(outcome, view, version))

    def _take(self, outcome: Outcome, view: DocumentView, version: TextVersion) -> None:
        pages: MappedPages | None = outcome.result
        is_wanted = view.version is version and view.pane.head.mode is Mode.PAGES
        if outcome.error is not None:
            self._window.session.tell(outcome.error)
        if is_wanted and pages is not None:
            self._show(pages, view, version)
        elif is_wanted:
            view.show_pages(None)
        elif pages is not None:
            pages.pages.close()

    def _show(self, pages: MappedPages, view: DocumentView, version: TextVersion) -> None:
        """Show pages; where the reader has gone to another one meanwhile, or nothing shows pages yet, a little later.

        So the window aligns no characters, and makes the part that shows pages before it has any to show.
        """
        place = view.visible_span().start
        if view.pane.page_area is not None and pages.is_ready(place):
            view.show_pages(pages)
            return

        def job(_progress: ReportProgress, _is_cancelled: IsCancelled) -> MappedPages:
            pages.read_ahead(place)
            return pages

        view.pane.make_page_area()
        self._window.session.readings.start(job, lambda outcome: self._take(outcome, view, version))
