"""What the search field, the lists of hits and the documents do together."""

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QFileDialog

from gui.models.passage_model import FoundPassage
from gui.models.shown_names import names_to_show, places_to_show, shown_name
from gui.panels.concordance_panel import Rearrangement
from gui.tasks.searches import Answer
from gui.turns import turns
from storage.domain.authority import TreeNode
from storage.domain.changes import Changes
from storage.domain.search import ConcordanceLine, ConcordanceOrder, SearchFilter, SearchRequest, Span
from storage.errors import UserFacingError
from storage.text.concordance import Concordance

if TYPE_CHECKING:
    from gui.main_window.window import MainWindow

_PATIENCE_MILLISECONDS = 300


class SearchDesk(QObject):
    """Asks the session, shows its answers, and walks them in the text.

    Signals:
        answered: the ``Answer`` that is shown, or None when none is any more.
    """

    answered = Signal(object)

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._searches = window.session.searches
        self._asked: SearchRequest | None = None
        self._answer: Answer | None = None
        self._is_listing = False
        self._turns = turns()
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MILLISECONDS)
        self._patience.timeout.connect(self._show_waiting)
        self._searches.searched.connect(self.show_answer)
        self._searches.continued.connect(self._show_more)
        self._searches.failed.connect(self._show_failure)
        self._connect_panels()

    def _connect_panels(self) -> None:
        panel, lines = self._window.search_panel, self._window.concordance_panel
        lines.export_requested.connect(self._export_lines)
        lines.line_chosen.connect(self._show_line)
        lines.reading_requested.connect(self._list_hits)
        lines.rearrangement_requested.connect(self._arrange_hits)
        lines.stop_requested.connect(self._searches.stop_listing)
        panel.filter_changed.connect(self._narrow)
        panel.more_wanted.connect(self._continue)
        panel.passage_chosen.connect(self.show_passage)
        panel.repeat_requested.connect(self._repeat)
        panel.suggestion_chosen.connect(self._window.search_field.set_query)
        panel.view_changed.connect(self._take_view)
        self._searches.listed.connect(lines.take_lines)

    @Slot(object)
    def search_while_typing(self, query: str) -> None:
        """Search for the words so far, the last one as the beginning of a word."""
        self._ask(query, as_you_type=True)

    @Slot(object)
    def search(self, query: str) -> None:
        """Search for the words entered; entered again they lead to the next hit."""
        if self._answer is not None and self._asked == self._request(query, as_you_type=False):
            self._window.search_panel.next_hit()
        else:
            self._ask(query, as_you_type=False)

    def _request(self, query: str, as_you_type: bool) -> SearchRequest:
        return SearchRequest(query, filter=self._window.search_panel.filters.filter, as_you_type=as_you_type)

    def _ask(self, query: str, as_you_type: bool) -> None:
        if not query.strip():
            self.forget()
            return
        self._window.bottom_dock.show()
        self._window.bottom_dock.raise_()
        self._asked = self._request(query, as_you_type)
        self._answer = None
        self._patience.start()
        self._searches.search(self._asked)

    @Slot(object)
    def _narrow(self, wanted: SearchFilter) -> None:
        if self._asked is not None:
            self._asked = replace(self._asked, filter=wanted)
            self._repeat()

    @Slot()
    def _repeat(self) -> None:
        if self._asked is not None:
            self._ask(self._asked.query, self._asked.as_you_type)

    @Slot()
    def _show_waiting(self) -> None:
        if self._asked is not None:
            self._window.search_panel.show_waiting(self._asked.query)

    @Slot(object)
    def show_answer(self, answer: Answer) -> None:
        """Show an answer in the lists, and its hits in the open documents."""
        self._patience.stop()
        self._answer = answer
        self._window.search_panel.show_result(answer.result)
        for part in (self._show_facets, self._show_in_documents):
            self._turns.give(self, partial(part, answer))

    def _show_facets(self, answer: Answer) -> None:
        if answer is self._answer:
            self._window.search_panel.filters.place_names = places_to_show(self._window.session.library)
            self._window.search_panel.show_facets(answer.result)

    def _show_in_documents(self, answer: Answer) -> None:
        """Show the hits in the open documents, and list all of them where the list is looked at."""
        if answer is not self._answer:
            return
        self._window.tabs.show_hits(answer.request)
        self._window.concordance_panel.clear()
        self.answered.emit(answer)
        if self._is_listing:
            self._list_hits(self._window.concordance_panel.order)

    @Slot(object)
    def _continue(self, offset: int) -> None:
        if self._answer is not None:
            self._searches.continue_from(self._answer.request, offset)

    @Slot(object)
    def _show_more(self, answer: Answer) -> None:
        self._window.search_panel.add_result(answer.result, answer.request.offset, answer.request.limit)

    @Slot(object)
    def _show_failure(self, error: BaseException) -> None:
        self._patience.stop()
        if not isinstance(error, UserFacingError):
            self._window.session.bug_found.emit(error)
        elif self._is_listing and self._answer is not None:
            self._window.concordance_panel.show_failure(str(error))
        else:
            self._window.search_panel.show_failure(str(error))

    @Slot(object)
    def _take_view(self, is_listing: bool) -> None:
        """Read all hits when their list is looked at first."""
        self._is_listing = is_listing
        lines = self._window.concordance_panel
        if is_listing and self._answer is not None and not lines.is_begun:
            self._list_hits(lines.order)

    @Slot(object)
    def _list_hits(self, order: ConcordanceOrder) -> None:
        if self._answer is not None and self._answer.result.total_passages:
            self._window.concordance_panel.begin(self._answer.result.total_passages)
            self._searches.list_hits(self._answer.request, order)

    @Slot(object)
    def _arrange_hits(self, wanted: Rearrangement) -> None:
        self._searches.arrange_hits(wanted.lines, wanted.order)

    @Slot(object)
    def show_passage(self, found: FoundPassage) -> None:
        """Open a passage's document at its hit."""
        if found.passage is None:
            self._window.tabs.open(found.hits.document)
        else:
            self._window.tabs.show_hit(found.hits.document, Span(found.passage.start, found.passage.end))

    @Slot(object)
    def _show_line(self, line: ConcordanceLine) -> None:
        self._window.tabs.show_hit(line.document, Span(line.start, line.end))

    @Slot(object)
    def _export_lines(self, lines: Concordance) -> None:
        library = self._window.session.library
        path, _ = QFileDialog.getSaveFileName(
            self._window, self.tr("Save all hits"), "hits.csv", self.tr("Table (*.csv)")
        )
        if library is None or not path:
            return
        try:
            library.write_file(Path(path), library.concordance_table(lines))
        except UserFacingError as error:
            self._window.show_problem(str(error))
        else:
            self._window.status.note(self.tr("The lines were saved in %1.").replace("%1", path))

    @Slot(object)
    def offer_node(self, node: TreeNode) -> None:
        """Offer to search only in documents about the row chosen in the tree."""
        self._window.search_panel.filters.offer_node(
            node.id, shown_name(node, names_to_show(self._window.session.library)), self._window.tree_panel.scheme
        )

    def take_changes(self, changes: Changes) -> None:
        """Say that the answer may be no longer what the archive holds."""
        if changes.documents or changes.mentions:
            self._window.search_panel.show_change()

    @Slot()
    def leave(self) -> None:
        """Close the find bar, else clear the hits and what narrowed them; the keyboard goes back to the text."""
        view, field = self._window.tabs.view, self._window.search_field
        if view is not None and view.find_is_open and not field.hasFocus():
            view.close_find()
            return
        field.clear()
        self._window.search_panel.filters.forget()
        self.forget()
        if view is not None:
            view.setFocus()

    def forget(self) -> None:
        """Show no result any more."""
        self._asked = self._answer = None
        self._patience.stop()
        self._searches.stop()
        self._window.search_panel.clear()
        self._window.concordance_panel.clear()
        self._window.bottom_dock.hide()
        self._window.tabs.show_hits(None)
        self.answered.emit(None)
