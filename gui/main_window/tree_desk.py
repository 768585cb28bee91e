"""What the tree, the cards of entities and the documents do together."""

from bisect import bisect_right
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from gui.tasks.reading import Reading
from storage.domain.authority import TreeNode
from storage.domain.ids import EntityId
from storage.domain.mention import DecisionWish, Mention
from storage.domain.search import Span
from storage.edits import Decide

if TYPE_CHECKING:
    from gui.main_window.window import MainWindow

_DOCUMENTS_SECTION = 1


class TreeDesk(QObject):
    """Follows the row chosen in the tree through the documents."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session
        self._entity: EntityId | None = None
        self._mentions: tuple[Mention, ...] = ()
        self._at = -1

    def forget(self) -> None:
        """Follow no row any more."""
        self._entity, self._mentions, self._at = None, (), -1

    def reading(self) -> Reading | None:
        """Return what to read to know the mentions of the row anew; the step stays at its place if there is one."""
        library, entity = self._session.library, self._entity
        if library is None or entity is None:
            return None

        def ask() -> tuple[Mention, ...]:
            return library.entity_mentions(entity)

        def show(mentions: tuple[Mention, ...]) -> None:
            if entity == self._entity:
                self._take(mentions)

        return Reading(ask, show)

    def _take(self, mentions: tuple[Mention, ...]) -> None:
        before = self._mentions[self._at] if self._at >= 0 else None
        self._mentions, self._at = mentions, -1
        if before is not None:
            self._at = bisect_right(self._mentions, _place(before), key=_place) - 1
        self._window.tree_panel.set_steps(self._at + 1, len(self._mentions))

    @Slot(object)
    def narrow_to_node(self, node: TreeNode) -> None:
        """List the documents that mention a row, and make its mentions ready to step through."""
        library = self._session.library
        if library is None:
            return
        self._window.entity_panel.show_node(node)
        self._entity = node.id
        self._mentions, self._at = library.entity_mentions(node.id), -1
        self._window.tree_panel.set_steps(0, len(self._mentions))
        self._window.node_documents.narrow(node.name, entity=node.id)
        self._window.node_documents.show()

    @Slot(object)
    def step_mention(self, step: int) -> None:
        """Go to the next mention (+1) or the one before (-1), round at the ends."""
        if not self._mentions:
            return
        start = -1 if step > 0 else 0
        self._at = ((self._at if self._at >= 0 else start) + step) % len(self._mentions)
        mention = self._mentions[self._at]
        self._window.tabs.open(mention.document, Span(mention.start, mention.end))
        self._window.entity_panel.show_mention(mention)
        self._window.tree_panel.set_steps(self._at + 1, len(self._mentions))

    @Slot(object)
    def narrow_to_tag(self, tag: str) -> None:
        """List the documents with marks that carry a tag."""
        self._window.documents_panel.narrow(self.tr("tag: %1").replace("%1", tag), tag=tag)
        self._window.sections.setCurrentIndex(_DOCUMENTS_SECTION)

    @Slot(object)
    def show_mention(self, mention: Mention) -> None:
        """Show who a mention names."""
        self._window.entity_panel.show_mention(mention)

    @Slot(object)
    def decide(self, wish: DecisionWish) -> None:
        """Record what the reader says of a mention."""
        library = self._session.library
        if library is not None:
            decision = library.new_decision(wish.mention, wish.verdict, wish.reach, wish.entity)
            self._session.edit(Decide((decision,)))


def _place(mention: Mention) -> tuple[int, int]:
    """Give the order in which mentions are stepped through."""
    return mention.document, mention.start
