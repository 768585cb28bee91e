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
        self._asked: SearchRequest | None = None
        self._result: SearchResult | None = None

    @Slot(object)
    def search_while_typing(self, query: str) -> None:
        """Search for the words so far, the last one as the beginning of a word."""
        self._ask(query, as_you_type=True)

    @Slot(object)
    def search(self, query: str) -> None:
        """Search for the words entered; entered again they lead to the next hit."""
        if self._result is not None and self._asked == SearchRequest(query):
            self._window.search_panel.next_hit()
        else:
            self._ask(query, as_you_type=False)

    def _ask(self, query: str, as_you_type: bool) -> None:
        if not query.strip():
            self.forget()
            return
        self._window.bottom_dock.show()
        self._asked = SearchRequest(query, as_you_type=as_you_type)
        self._window.session.search(self._asked)

    @Slot(object)
    def show_result(self, result: SearchResult) -> None:
        """Show an answer in the list, and its hits in the open documents."""
        self._result = result
        self._window.search_panel.show_result(result)
        self._window.tabs.show_hits(self._asked)

    @Slot(object)
    def show_passage(self, found: FoundPassage) -> None:
        """Open a passage's document at its hit."""
        self._window.tabs.show_hit(found.hits.document, Span(found.passage.start, found.passage.end))

    @Slot()
    def leave(self) -> None:
        """Close the find bar, else clear the hits; the keyboard goes back to the text."""
        view, field = self._window.tabs.view, self._window.search_field
        if view is not None and view.find_is_open and not field.hasFocus():
            view.close_find()
            return
        field.clear()
        self.forget()
        if view is not None:
            view.setFocus()

    def forget(self) -> None:
        """Show no result any more."""
        self._asked = self._result = None
        self._window.session.stop_searching()
        self._window.search_panel.clear()
        self._window.bottom_dock.hide()
        self._window.tabs.show_hits(None)
