"""Where panels meet: what one says, another does. Nothing else connects them."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from gui.crash import CrashDialog, report_of
from gui.dialogs.describe_document import DescribeDialog
from gui.main_window.page_desk import PageDesk
from gui.main_window.search_desk import SearchDesk
from gui.main_window.tree_desk import TreeDesk
from gui.panels.annotations_panel import MarkScope
from gui.viewer.document_view import DocumentView
from storage.domain.annotation import AnnotationFilter
from storage.domain.changes import Changes
from storage.domain.ids import AnnotationId, DocumentId
from storage.edits import DescribeDocument, Edit, TrashDocuments

if TYPE_CHECKING:
    from gui.main_window.window import MainWindow


def connect_window(window: "MainWindow") -> "Wiring":
    """Connect the window's parts with each other."""
    return Wiring(window)


class Wiring(QObject):
    """Hands what one panel says to those that need it."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session
        self._search = SearchDesk(window)
        self._tree = TreeDesk(window)
        self._pages = PageDesk(window)
        self._connect_panels()
        self._connect_session()

    def _connect_panels(self) -> None:
        window = self._window
        chores, search, tree = window.archive_chores, self._search, self._tree
        window.annotations_panel.annotation_chosen.connect(window.tabs.show_annotation)
        window.annotations_panel.edit_requested.connect(self._edit)
        window.annotations_panel.scope_chosen.connect(self._refresh_annotations)
        window.cancel.activated.connect(search.leave)
        window.documents_panel.describe_requested.connect(self._describe)
        window.documents_panel.document_chosen.connect(self._open_document)
        window.documents_panel.import_requested.connect(chores.import_files)
        window.documents_panel.remove_requested.connect(self._remove_document)
        window.entity_panel.decision_requested.connect(tree.decide)
        window.node_documents.describe_requested.connect(self._describe)
        window.node_documents.document_chosen.connect(self._open_document)
        window.node_documents.narrowing_cleared.connect(window.node_documents.hide)
        window.node_documents.remove_requested.connect(self._remove_document)
        window.search_field.left.connect(search.leave)
        window.search_field.query_changed.connect(search.search_while_typing)
        window.search_field.query_entered.connect(search.search)
        window.search_panel.facet_chosen.connect(window.search_field.add_word)
        window.search_panel.passage_chosen.connect(search.show_passage)
        window.search_panel.suggestion_chosen.connect(window.search_field.set_query)
        window.start_page.new_requested.connect(chores.new_archive)
        window.start_page.open_requested.connect(chores.open_archive)
        window.start_page.recent_chosen.connect(self._session.open)
        window.start_page.sample_requested.connect(chores.try_sample)
        window.tabs.document_shown.connect(self._show_document)
        window.tabs.failed.connect(window.show_problem)
        window.tabs.view_added.connect(self._connect_view)
        window.tags_panel.tag_chosen.connect(tree.narrow_to_tag)
        window.tree_panel.import_requested.connect(chores.import_files)
        window.tree_panel.mention_step_requested.connect(tree.step_mention)
        window.tree_panel.node_chosen.connect(tree.narrow_to_node)

    def _connect_session(self) -> None:
        session, window = self._session, self._window
        session.bug_found.connect(self._show_bug)
        session.changed.connect(self._take_changes)
        session.closing.connect(window.annotations_panel.flush)
        session.failed.connect(window.show_problem)
        session.imported.connect(window.archive_chores.report_import)
        session.jobs.ended.connect(window.status.end_job)
        session.jobs.progressed.connect(window.status.show_progress)
        session.opened.connect(self._take_library)
        session.searched.connect(self._search.show_result)
        session.undo_stack.stack.indexChanged.connect(self._enable_actions)
        window.status.cancel_requested.connect(session.jobs.cancel)

    @Slot(object)
    def _connect_view(self, view: DocumentView) -> None:
        reading = self._window.reading_chores
        view.correction_requested.connect(self._tree.show_mention)
        view.extent_requested.connect(reading.extend)
        view.mark_activated.connect(self._choose_mark)
        view.mark_requested.connect(reading.mark)
        view.marks_requested.connect(reading.mark_all)
        view.mention_activated.connect(self._tree.show_mention)
        view.note_requested.connect(self._window.annotations_panel.write_note)
        view.pages_requested.connect(self._pages.give_pages)
        view.recolour_requested.connect(reading.recolour)
        view.removal_requested.connect(reading.remove)
        view.search_requested.connect(self._window.search_field.set_query)

    @Slot(object)
    def _take_library(self, library: object) -> None:
        self._tree.forget()
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
            self._tree.refresh()
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
        if self._window.tabs.view is not None:
            self._window.tabs.view.set_active_annotation(annotation)
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
    def _show_bug(self, error: BaseException) -> None:
        CrashDialog(report_of(type(error), error, error.__traceback__)).exec()
