"""What the search field, the list of passages and the documents do together."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from gui.models.passage_model import FoundPassage
from storage.domain.search import SearchRequest, SearchResult, Span

if TYPE_CHECKING:
    from gui.main_window.window import MainWindow


class SearchDesk(QObject):
    """Asks the session, shows its answers, and walks them in the text."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._result: SearchResult | None = None

    @Slot(object)
    def search_while_typing(self, query: str) -> None:
        """Search for the words so far, the last one as the beginning of a word."""
        self._ask(query, as_you_type=True)

    @Slot(object)
    def search(self, query: str) -> None:
        """Search for the words entered; entered again they lead to the next hit."""
        if self._result is not None and self._result.query == query:
            self._window.search_panel.next_hit()
        else:
            self._ask(query, as_you_type=False)

    def _ask(self, query: str, as_you_type: bool) -> None:
        if not query.strip():
            self.forget()
            return
        self._window.bottom_dock.show()
        self._window.session.search(SearchRequest(query, as_you_type=as_you_type))

    @Slot(object)
    def show_result(self, result: SearchResult) -> None:
        """Show an answer in the list, and its hits in the open documents."""
        self._result = result
        self._window.search_panel.show_result(result)
        self._window.tabs.set_query(result.query)

    @Slot(object)
    def show_passage(self, found: FoundPassage) -> None:
        """Open a passage's document at its hit."""
        self._window.tabs.show_hit(found.hits.document, Span(found.passage.start, found.passage.end))

    @Slot()
    def leave(self) -> None:
        """Clear the hits, and give the keyboard back to the text."""
        if self._window.search_field.hasFocus() or self._result is not None:
            self._window.search_field.clear()
            self.forget()
        view = self._window.tabs.view
        if view is not None:
            view.setFocus()

    def forget(self) -> None:
        """Show no result any more."""
        self._result = None
        self._window.search_panel.clear()
        self._window.bottom_dock.hide()
        self._window.tabs.set_query("")
