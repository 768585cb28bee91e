"""What the tree, the cards of entities and the documents do together."""

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from gui.models.shown_names import names_to_show, shown_name
from gui.panels.documents_panel import Narrowing
from gui.panels.tree_panel import ChosenNodes
from gui.tasks.reading import Reading
from gui.tasks.searches import Answer
from storage.domain.authority import TreeNode
from storage.domain.entity_card import EntityCard
from storage.domain.ids import DocumentId, EntityId, SchemeId
from storage.domain.mention import DecisionWish, Mention, MentionPlaces
from storage.domain.progress import IsCancelled, ReportProgress
from storage.domain.search import SearchRequest, Span
from storage.edits import Decide

if TYPE_CHECKING:
    from gui.main_window.window import MainWindow
    from storage.library import Library

_DOCUMENTS_SECTION = 1


@dataclass(frozen=True, slots=True)
class _Followed:
    """The rows of the tree whose mentions are stepped through, as they were chosen."""

    entities: tuple[EntityId, ...]
    every: bool
    scheme: SchemeId
    within: frozenset[DocumentId] | None

    def mentions(self, library: "Library") -> MentionPlaces:
        """Read where the rows are mentioned, document by document."""
        return library.mention_places(frozenset(self.entities), self.every, self.scheme, self.within)


class TreeDesk(QObject):
    """Follows the rows chosen in the tree through the documents, and has the tree count what a search has found."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session
        self._followed: _Followed | None = None
        self._words = ""
        self._mentions = MentionPlaces()
        self._at = -1
        self._is_read = False
        self._step_to_come = 0
        self._request: SearchRequest | None = None
        self._counts_found = False

    def forget(self) -> None:
        """Follow no row any more."""
        self._followed, self._mentions, self._at = None, MentionPlaces(), -1
        self._is_read, self._step_to_come = False, 0

    def reading(self) -> Reading | None:
        """Return what to read to know the mentions of the rows anew; the step stays at its place if there is one."""
        library, followed = self._session.library, self._followed
        if library is None or followed is None:
            return None

        def ask() -> MentionPlaces:
            return followed.mentions(library)

        def show(mentions: MentionPlaces) -> None:
            if followed == self._followed:
                self._take(mentions)

        return Reading(ask, show)

    def _take(self, mentions: MentionPlaces) -> None:
        before = self._mentions[self._at] if self._at >= 0 else None
        self._mentions, self._at, self._is_read = mentions, -1, True
        if before is not None:
            self._at = bisect_right(self._mentions, before) - 1
        self._window.tree_panel.set_steps(self._at + 1, len(self._mentions))
        step, self._step_to_come = self._step_to_come, 0
        if step:
            self.step_mention(step)

    @Slot(object)
    def narrow_to_node(self, node: TreeNode) -> None:
        """List the documents that mention a row, and make its mentions ready to step through."""
        if self._session.library is not None:
            self._window.entity_panel.show_node(node)
            self._follow(shown_name(node, names_to_show(self._session.library)), (node.id,), every=False)

    @Slot(object)
    def narrow_to_nodes(self, chosen: ChosenNodes) -> None:
        """List the documents that mention one of several rows, or every one of them."""
        joined = self.tr(" and ") if chosen.every else self.tr(" or ")
        names = names_to_show(self._session.library)
        words = joined.join(shown_name(node, names) for node in chosen.nodes)
        self._follow(words, tuple(node.id for node in chosen.nodes), every=chosen.every)

    def _follow(self, words: str, entities: tuple[EntityId, ...], *, every: bool) -> None:
        panel = self._window.tree_panel
        if self._session.library is None:
            return
        self.forget()
        followed = self._followed = _Followed(entities, every, panel.scheme, panel.within)
        self._words = words
        self._read_mentions()
        narrowed = Narrowing(frozenset(entities), every=every, scheme=followed.scheme, within=followed.within)
        self._window.node_documents.narrow(words, narrowed)
        self._window.node_documents.show()

    def _read_mentions(self) -> None:
        reading = self.reading()
        if reading is not None:
            self._session.read(lambda _progress, _is_cancelled: reading.ask(), reading.show)

    @Slot(object)
    def take_scheme(self, scheme: SchemeId) -> None:
        """Follow the rows as another scheme sorts them, and count them so on the card."""
        self._window.entity_panel.set_scheme(scheme)
        followed = self._followed
        if followed is not None and followed.scheme != scheme and not self._window.node_documents.isHidden():
            self._follow(self._words, followed.entities, every=followed.every)

    @Slot(object)
    def follow_search(self, answer: Answer | None) -> None:
        """Offer to count in the tree only what a search has found, and do so where that is switched on."""
        self._request = answer.request if answer is not None else None
        self._window.tree_panel.offer_found(answer.result.total_documents if answer is not None else None)
        if self._counts_found:
            self._count_found()

    @Slot(bool)
    def switch_found_only(self, found_only: bool) -> None:
        """Count in the tree only what the search has found, or everything."""
        self._counts_found = found_only
        if found_only:
            self._count_found()
        else:
            self._window.tree_panel.set_within(None)

    def _count_found(self) -> None:
        library, request = self._session.library, self._request
        if library is None or request is None:
            return

        def job(_progress: ReportProgress, _is_cancelled: IsCancelled) -> frozenset[DocumentId]:
            return library.matching_documents(request)

        def show(found: frozenset[DocumentId]) -> None:
            if self._counts_found and request == self._request:
                self._window.tree_panel.set_within(found)

        self._session.read(job, show)

    @Slot(object)
    def choose_entity(self, entity: EntityId) -> None:
        """Follow an entity that a card names, and choose its row where the tree shows it."""
        self._choose(entity, then_step=0)

    def _choose(self, entity: EntityId, then_step: int) -> None:
        library, scheme = self._session.library, self._window.tree_panel.scheme
        if library is None:
            return

        def job(_progress: ReportProgress, _is_cancelled: IsCancelled) -> EntityCard:
            return library.entity_card(entity, scheme)

        def show(card: EntityCard) -> None:
            self._window.tree_panel.choose(entity)
            facts = card.entity
            self.narrow_to_node(TreeNode(entity, facts.kind, facts.name, card.documents, card.mentions, 0))
            self._step_to_come = then_step

        self._session.read(job, show)

    @Slot(object)
    def show_in_text(self, entity: EntityId) -> None:
        """Go to the next mention of an entity, the first one where it was not followed yet."""
        if self._followed is None or self._followed.entities != (entity,):
            self._choose(entity, then_step=+1)
        else:
            self.step_mention(+1)

    @Slot(object)
    def open_mention(self, mention: Mention) -> None:
        """Open a mention's document where it stands."""
        self._window.tabs.open(mention.document, Span(mention.start, mention.end))

    @Slot(object)
    def step_mention(self, step: int) -> None:
        """Go to the next mention (+1) or the one before (-1), round at the ends, as soon as they have been read."""
        if not self._is_read:
            self._step_to_come = step
        library = self._session.library
        if library is None or not self._mentions:
            return
        start = -1 if step > 0 else 0
        at = ((self._at if self._at >= 0 else start) + step) % len(self._mentions)
        mention = library.mention(self._mentions, at)
        if mention is None:
            self._step_to_come = step
            self._read_mentions()
            return
        self._at = at
        self._window.tabs.open(mention.document, Span(mention.start, mention.end))
        self._window.entity_panel.show_mention(mention)
        self._window.tree_panel.set_steps(at + 1, len(self._mentions))

    @Slot(object)
    def narrow_to_tag(self, tag: str) -> None:
        """List the documents with marks that carry a tag."""
        self._window.documents_panel.narrow(self.tr("tag: %1").replace("%1", tag), Narrowing(tag=tag))
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
