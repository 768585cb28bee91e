"""Where panels meet: what one says, another does. Nothing else connects them."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from gui.crash import CrashDialog, report_of
from gui.dialogs.describe_document import DescribeDialog
from gui.models.passage_model import FoundPassage
from gui.panels.annotations_panel import MarkScope
from gui.panels.entity_panel import DecisionWish
from gui.viewer.document_view import DocumentView
from storage.domain.annotation import AnnotationFilter
from storage.domain.authority import TreeNode
from storage.domain.changes import Changes
from storage.domain.ids import AnnotationId, DocumentId
from storage.domain.mention import Mention
from storage.domain.search import SearchRequest, SearchResult, Span
from storage.edits import Decide, DescribeDocument, Edit, TrashDocuments

if TYPE_CHECKING:
    from gui.main_window.window import MainWindow

_DOCUMENTS_SECTION = 1


def connect_window(window: "MainWindow") -> "Wiring":
    """Connect the window's parts with each other."""
    return Wiring(window)


class Wiring(QObject):
    """Hands what one panel says to those that need it."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session
        self._mentions: tuple[Mention, ...] = ()
        self._result: SearchResult | None = None
        self._mention_at = -1
        self._connect_panels()
        self._connect_session()

    def _connect_panels(self) -> None:
        window = self._window
        chores = window.archive_chores
        window.annotations_panel.annotation_chosen.connect(window.tabs.show_annotation)
        window.annotations_panel.edit_requested.connect(self._edit)
        window.annotations_panel.scope_chosen.connect(self._refresh_annotations)
        window.cancel.activated.connect(self._leave)
        window.documents_panel.describe_requested.connect(self._describe)
        window.documents_panel.document_chosen.connect(self._open_document)
        window.documents_panel.import_requested.connect(chores.import_files)
        window.documents_panel.remove_requested.connect(self._remove_document)
        window.entity_panel.decision_requested.connect(self._decide)
        window.node_documents.describe_requested.connect(self._describe)
        window.node_documents.document_chosen.connect(self._open_document)
        window.node_documents.narrowing_cleared.connect(window.node_documents.hide)
        window.node_documents.remove_requested.connect(self._remove_document)
        window.search_field.left.connect(self._leave)
        window.search_field.query_changed.connect(self._search_while_typing)
        window.search_field.query_entered.connect(self._search)
        window.search_panel.facet_chosen.connect(window.search_field.add_word)
        window.search_panel.passage_chosen.connect(self._show_passage)
        window.search_panel.suggestion_chosen.connect(self._ask)
        window.start_page.new_requested.connect(chores.new_archive)
        window.start_page.open_requested.connect(chores.open_archive)
        window.start_page.recent_chosen.connect(self._session.open)
        window.start_page.sample_requested.connect(chores.try_sample)
        window.tabs.document_shown.connect(self._show_document)
        window.tabs.failed.connect(window.show_problem)
        window.tabs.view_added.connect(self._connect_view)
        window.tags_panel.tag_chosen.connect(self._narrow_to_tag)
        window.tree_panel.import_requested.connect(chores.import_files)
        window.tree_panel.mention_step_requested.connect(self._step_mention)
        window.tree_panel.node_chosen.connect(self._narrow_to_node)

    def _connect_session(self) -> None:
        session, window = self._session, self._window
        session.bug_found.connect(self._show_bug)
        session.changed.connect(self._take_changes)
        session.failed.connect(window.show_problem)
        session.imported.connect(window.archive_chores.report_import)
        session.jobs.ended.connect(window.status.end_job)
        session.jobs.progressed.connect(window.status.show_progress)
        session.opened.connect(self._take_library)
        session.searched.connect(self._show_result)
        session.undo_stack.stack.indexChanged.connect(self._enable_actions)
        window.status.cancel_requested.connect(session.jobs.cancel)

    @Slot(object)
    def _connect_view(self, view: DocumentView) -> None:
        reading = self._window.reading_chores
        view.correction_requested.connect(self._show_mention)
        view.mark_activated.connect(self._choose_mark)
        view.mark_requested.connect(reading.mark)
        view.mention_activated.connect(self._show_mention)
        view.note_requested.connect(reading.note)
        view.recolour_requested.connect(reading.recolour)
        view.removal_requested.connect(reading.remove)
        view.search_requested.connect(self._ask)

    @Slot(object)
    def _take_library(self, library: object) -> None:
        self._mentions, self._mention_at = (), -1
        self._window.show_library(self._session.library)
        if library is not None:
            self._refresh_counts()
            self._refresh_annotations()
            documents = self._session.library.documents() if self._session.library else ()
            if documents:
                self._window.tabs.open(documents[0].id)

    @Slot(object)
    def _take_changes(self, changes: Changes) -> None:
        window = self._window
        window.tabs.take_changes(changes)
        if changes.documents or changes.mentions:
            window.tree_panel.refresh()
            window.documents_panel.refresh()
            window.node_documents.refresh()
            window.entity_panel.refresh()
        if changes.tags:
            window.tags_panel.refresh()
        if changes.annotations or changes.annotated_documents:
            self._refresh_annotations()
        self._refresh_counts()
        if window.tabs.shown is None and changes.documents:
            self._open_first(changes)

    def _open_first(self, changes: Changes) -> None:
        library = self._session.library
        known = {document.id for document in library.documents()} if library is not None else set()
        came_in = sorted(known & changes.documents)
        if came_in:
            self._window.tabs.open(came_in[0])

    def _refresh_counts(self) -> None:
        if self._session.library is not None:
            self._window.status.show_counts(self._session.library.statistics())

    @Slot()
    def _refresh_annotations(self) -> None:
        library, panel = self._session.library, self._window.annotations_panel
        if library is None:
            panel.set_annotations(())
            return
        panel.set_tags(library.tags())
        shown = self._window.tabs.shown
        if panel.scope is MarkScope.ARCHIVE:
            titles = {document.id: document.title for document in library.documents()}
            panel.set_annotations(library.annotations(), titles)
        elif shown is None:
            panel.set_annotations(())
        else:
            panel.set_annotations(library.annotations(AnnotationFilter(documents=frozenset({shown}))))

    @Slot(object)
    def _show_document(self, document: DocumentId | None) -> None:
        self._window.enable_actions()
        self._window.documents_panel.show_current(document)
        if self._window.annotations_panel.scope is MarkScope.DOCUMENT:
            self._window.annotations_panel.flush()
            self._refresh_annotations()

    @Slot(object)
    def _open_document(self, document: DocumentId) -> None:
        self._window.tabs.open(document)

    @Slot()
    def _enable_actions(self) -> None:
        self._window.enable_actions()

    @Slot(object)
    def _edit(self, edit: Edit) -> None:
        self._session.edit(edit)

    @Slot(object)
    def _choose_mark(self, annotation: AnnotationId) -> None:
        self._window.tabs.activate_annotation(annotation)
        self._window.annotations_panel.choose(annotation)

    @Slot(object)
    def _describe(self, document: DocumentId) -> None:
        library = self._session.library
        if library is None:
            return
        dialog = DescribeDialog(library.document(document).description, self._window)
        if dialog.exec():
            self._session.edit(DescribeDocument(document, dialog.description()))

    @Slot(object)
    def _remove_document(self, document: DocumentId) -> None:
        if self._session.edit(TrashDocuments((document,))):
            self._window.status.note(self.tr("The document was deleted. Undo brings it back."))

    @Slot(object)
    def _decide(self, wish: DecisionWish) -> None:
        library = self._session.library
        if library is not None:
            self._session.edit(Decide((library.new_decision(wish.mention, wish.verdict, wish.reach, wish.entity),)))

    @Slot(object)
    def _show_mention(self, mention: Mention) -> None:
        self._window.entity_panel.show_mention(mention)

    @Slot(object)
    def _narrow_to_node(self, node: TreeNode) -> None:
        library = self._session.library
        if library is None:
            return
        self._window.entity_panel.show_node(node)
        self._mentions, self._mention_at = library.entity_mentions(node.id), -1
        self._window.tree_panel.set_steps(0, len(self._mentions))
        self._window.node_documents.narrow(node.name, entity=node.id)
        self._window.node_documents.show()

    @Slot(object)
    def _step_mention(self, step: int) -> None:
        if not self._mentions:
            return
        start = -1 if step > 0 else 0
        at = (self._mention_at if self._mention_at >= 0 else start) + step
        self._mention_at = at % len(self._mentions)
        mention = self._mentions[self._mention_at]
        self._window.tabs.open(mention.document, Span(mention.start, mention.end))
        self._window.entity_panel.show_mention(mention)
        self._window.tree_panel.set_steps(self._mention_at + 1, len(self._mentions))

    @Slot(object)
    def _narrow_to_tag(self, tag: str) -> None:
        self._window.documents_panel.narrow(self.tr("tag: %1").replace("%1", tag), tag=tag)
        self._window.sections.setCurrentIndex(_DOCUMENTS_SECTION)

    @Slot(object)
    def _search_while_typing(self, query: str) -> None:
        self._ask_session(query, as_you_type=True)

    @Slot(object)
    def _search(self, query: str) -> None:
        if self._result is not None and self._result.query == query:
            self._window.search_panel.next_hit()
        else:
            self._ask_session(query, as_you_type=False)

    def _ask_session(self, query: str, as_you_type: bool) -> None:
        if not query.strip():
            self._forget_result()
            return
        self._window.bottom_dock.show()
        self._session.search(SearchRequest(query, as_you_type=as_you_type))

    @Slot(object)
    def _ask(self, query: str) -> None:
        self._window.search_field.set_query(query)

    @Slot(object)
    def _show_result(self, result: SearchResult) -> None:
        self._result = result
        self._window.search_panel.show_result(result)
        self._window.tabs.set_query(result.query)

    @Slot(object)
    def _show_passage(self, choice: FoundPassage) -> None:
        self._window.tabs.show_hit(choice.hits.document, Span(choice.passage.start, choice.passage.end))

    @Slot()
    def _leave(self) -> None:
        """Clear the hits, and give the keyboard back to the text."""
        if self._window.search_field.hasFocus() or self._result is not None:
            self._window.search_field.clear()
            self._forget_result()
        view = self._window.tabs.view
        if view is not None:
            view.setFocus()

    def _forget_result(self) -> None:
        self._result = None
        self._window.search_panel.clear()
        self._window.tabs.set_query("")

    @Slot(object)
    def _show_bug(self, error: BaseException) -> None:
        CrashDialog(report_of(type(error), error, error.__traceback__)).exec()
