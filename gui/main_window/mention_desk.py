"""The review of uncertain mentions: opens it, records what the reader decides, and leads to the text."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from gui.main_window.lists_desk import ListsDesk
from storage.domain.changes import Changes
from storage.domain.mention import DecisionWish, Mention
from storage.domain.search import Span
from storage.edits import Decide

if TYPE_CHECKING:
    from gui.main_window.window import MainWindow


class MentionDesk(QObject):
    """Goes through uncertain mentions with the reader."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session
        self._panel = window.mention_queue
        self._lists = ListsDesk(window)
        self._edits = 0
        self._panel.closed.connect(self.leave)
        self._panel.decision_requested.connect(self.decide)
        self._panel.page_wanted.connect(self._read)
        self._panel.place_requested.connect(self.show_in_text)
        self._panel.undo_requested.connect(self._undo)

    @property
    def is_open(self) -> bool:
        """Whether the review of mentions stands in the middle of the window."""
        return self._window.centre.currentWidget() is self._panel

    @Slot()
    def review_mentions(self) -> None:
        """Show the mentions that nobody has decided on, the most uncertain first."""
        if self._session.library is None:
            return
        self._edits = self._session.undo_stack.stack.index()
        self._window.centre.setCurrentWidget(self._panel)
        self._panel.begin(self._session.library, self._window.tabs.shown)
        self._panel.setFocus()

    @Slot(result=bool)
    def leave(self) -> bool:
        """Go back to reading; tell whether there was a review to leave."""
        if not self.is_open:
            return False
        self.make_room()
        (self._window.tabs.view or self._window.tabs).setFocus()
        return True

    @Slot()
    def make_room(self) -> None:
        """Give the middle of the window back to the documents, because one of them was asked for."""
        if self.is_open:
            self._window.centre.setCurrentWidget(self._window.tabs)

    def forget(self) -> None:
        """Show no queue any more, because another archive is open."""
        self._lists.forget()
        self._panel.begin(None, None)

    @Slot()
    def _read(self) -> None:
        self._lists.refresh(self._panel)

    def take_changes(self, changes: Changes) -> None:
        """Show what edits, imports and the matching of names have changed in the queue."""
        edits = self._session.undo_stack.stack.index()
        if edits < self._edits:
            self._panel.bring_back(self._edits - edits)
        self._edits = edits
        if self.is_open and (changes.mentions or changes.documents or changes.entities):
            self._read()

    @Slot(object)
    def decide(self, wish: DecisionWish) -> None:
        """Record what the reader says of a mention and go on to the next."""
        library = self._session.library
        if library is None:
            return
        decision = library.new_decision(wish.mention, wish.verdict, wish.reach, wish.entity)
        if self._session.edit(Decide((decision,))):
            self._panel.settle(wish)

    @Slot(object)
    def show_in_text(self, mention: Mention) -> None:
        """Open a mention's document where it stands; the review waits."""
        self._window.tabs.open(mention.document, Span(mention.start, mention.end))
        self._window.entity_panel.show_mention(mention)

    @Slot()
    def _undo(self) -> None:
        self._window.actions_by_id["undo"].trigger()
