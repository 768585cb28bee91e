"""Where panels meet: what one says, another does. Nothing else connects them."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from gui.crash import CrashDialog, report_of
from gui.main_window.codebook_desk import CodebookDesk
from gui.main_window.correcting_desk import CorrectingDesk
from gui.main_window.hit_desk import HitDesk
from gui.main_window.lists_desk import ArchiveCounts, ListsDesk
from gui.main_window.page_desk import PageDesk
from gui.main_window.read_only_desk import ReadOnlyDesk
from gui.main_window.scheme_desk import SchemeDesk
from gui.main_window.search_desk import SearchDesk
from gui.main_window.tree_desk import TreeDesk
from gui.tasks.searches import Answer
from gui.viewer.document_view import DocumentView
from gui.widgets.mark_list_head import MarkScope
from storage.domain.changes import Changes
from storage.domain.ids import AnnotationId, DocumentId
from storage.edits import Edit, RemoveAnnotations, TrashDocuments

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
        self._lists = ListsDesk(window)
        self._counts = ArchiveCounts(window)
        self._pages = PageDesk(window)
        self._correcting = CorrectingDesk(window)
        self._schemes = SchemeDesk(window)
        self._read_only = ReadOnlyDesk(window)
        self._codebook = CodebookDesk(window)
        self._hits = HitDesk(window)
        self._connect_panels()
        self._connect_tree()
        self._connect_import()
        self._connect_review()
        self._connect_session()

    def _connect_panels(self) -> None:
        window = self._window
        chores, imports, search, tree = window.archive_chores, window.import_chores, self._search, self._tree
        review = window.review_desk
        window.annotations_panel.annotation_chosen.connect(window.tabs.show_annotation)
        window.annotations_panel.edit_requested.connect(self._edit)
        window.annotations_panel.link_requested.connect(window.marks_desk.link)
        window.annotations_panel.review_requested.connect(review.review_marks)
        window.cancel.activated.connect(self._leave)
        window.confirm.activated.connect(review.place_here)
        window.documents_panel.describe_requested.connect(window.document_chores.describe)
        window.documents_panel.document_chosen.connect(self._open_document)
        window.documents_panel.import_requested.connect(imports.import_files)
        window.documents_panel.reading_wanted.connect(self._list_documents)
        window.documents_panel.remove_requested.connect(self._remove_document)
        window.entity_panel.card_requested.connect(self._read_card)
        window.entity_panel.decision_requested.connect(tree.decide)
        window.entity_panel.entity_chosen.connect(tree.choose_entity)
        window.entity_panel.marks_requested.connect(window.mark_list_desk.show_marks_of_entity)
        window.entity_panel.mention_chosen.connect(tree.open_mention)
        window.entity_panel.search_requested.connect(window.search_field.set_query)
        window.entity_panel.text_requested.connect(tree.show_in_text)
        window.node_documents.describe_requested.connect(window.document_chores.describe)
        window.node_documents.document_chosen.connect(self._open_document)
        window.node_documents.narrowing_cleared.connect(window.node_documents.hide)
        window.node_documents.reading_wanted.connect(self._list_node_documents)
        window.node_documents.remove_requested.connect(self._remove_document)
        window.search_field.left.connect(search.leave)
        window.search_field.query_changed.connect(search.search_while_typing)
        window.search_field.query_entered.connect(search.search)
        window.start_page.new_requested.connect(chores.new_archive)
        window.start_page.open_requested.connect(chores.open_archive)
        window.start_page.recent_chosen.connect(self._session.open)
        window.start_page.sample_requested.connect(chores.try_sample)
        window.tabs.asked_for.connect(review.make_room)
        window.tabs.asked_for.connect(window.mention_desk.make_room)
        window.tabs.document_shown.connect(self._show_document)
        window.tabs.failed.connect(window.show_problem)
        window.tabs.view_added.connect(self._connect_view)
        window.tags_panel.tag_chosen.connect(tree.narrow_to_tag)
        search.answered.connect(self._follow_search)
        search.answered.connect(tree.follow_search)

    def _connect_tree(self) -> None:
        panel, tree, search = self._window.tree_panel, self._tree, self._search
        panel.change_requested.connect(self._correcting.carry_out)
        panel.change_requested.connect(self._schemes.carry_out_for_rows)
        panel.found_only_switched.connect(tree.switch_found_only)
        panel.import_requested.connect(self._window.import_chores.import_files)
        panel.mention_step_requested.connect(tree.step_mention)
        panel.node_chosen.connect(search.offer_node)
        panel.node_chosen.connect(tree.narrow_to_node)
        panel.nodes_chosen.connect(tree.narrow_to_nodes)
        panel.placing_requested.connect(self._schemes.place)
        panel.review_requested.connect(self._window.mention_desk.review_mentions)
        panel.scheme_change_requested.connect(self._schemes.carry_out)
        panel.scheme_chosen.connect(tree.take_scheme)

    def _connect_import(self) -> None:
        window, imports = self._window, self._window.import_chores
        window.import_panel.again_requested.connect(imports.try_again)
        window.import_panel.cancel_requested.connect(imports.cancel)
        window.import_panel.close_requested.connect(imports.hide_import)
        window.import_panel.document_chosen.connect(self._open_document)
        window.import_panel.folder_requested.connect(imports.open_folder)
        window.import_panel.import_requested.connect(imports.import_files)
        window.import_panel.log_requested.connect(imports.save_log)
        window.import_panel.pause_requested.connect(imports.pause)

    def _connect_review(self) -> None:
        window, review = self._window, self._window.review_desk
        window.moved_notice.action_requested.connect(review.review_from_first)
        window.moved_notice.away_requested.connect(window.moved_notice.hide)
        window.place_bar.action_requested.connect(window.keeping_desk.back_up)
        window.place_bar.away_requested.connect(window.keeping_desk.accept_place)
        window.placing_bar.action_requested.connect(review.place_here)
        window.placing_bar.away_requested.connect(review.cancel_placing)
        window.read_only_bar.action_requested.connect(self._read_only.try_again)
        window.read_only_bar.away_requested.connect(window.read_only_bar.hide)
        window.review_panel.closed.connect(review.leave)
        window.review_panel.loss_accepted.connect(review.keep_as_lost)
        window.review_panel.mark_wanted.connect(review.show_mark)
        window.review_panel.place_accepted.connect(review.accept)
        window.review_panel.placing_requested.connect(review.begin_placing)

    def _connect_session(self) -> None:
        session, window, imports = self._session, self._window, self._window.import_chores
        session.bug_found.connect(self._show_bug)
        session.changed.connect(self._take_changes)
        session.closing.connect(window.annotations_panel.flush)
        session.failed.connect(window.show_problem)
        session.imports.watch.pause_changed.connect(window.import_panel.show_paused)
        session.imports.watch.reported.connect(imports.follow)
        session.imported.connect(imports.end)
        session.imported.connect(window.review_desk.tell_of_import)
        session.imports.begun.connect(imports.begin)
        session.jobs.ended.connect(window.status.end_job)
        session.jobs.progressed.connect(window.status.show_progress)
        session.opened.connect(self._take_library)
        session.opened.connect(imports.forget)
        session.undo_stack.stack.indexChanged.connect(self._enable_actions)
        session.undo_stack.stack.indexChanged.connect(window.toast.put_away)
        session.undo_stack.stepping.connect(self._tell_of_step)
        window.status.cancel_requested.connect(session.jobs.cancel)
        window.toast.undo_requested.connect(session.undo_stack.undo)

    @Slot(object)
    def _connect_view(self, view: DocumentView) -> None:
        reading = self._window.reading_chores
        view.correction_requested.connect(self._tree.show_mention)
        view.entity_requested.connect(self._correcting.new_from_words)
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
        self._window.review_desk.forget()
        self._window.mention_desk.forget()
        self._window.mark_list_desk.forget()
        self._lists.forget()
        self._window.marks_desk.show_colours()
        self._window.show_library(self._session.library)
        self._read_only.show_state()
        self._window.keeping_desk.take_library()
        if library is not None:
            self._lists.refresh(self._counts, self._window.tree_panel)
            self._window.mark_list_desk.refresh()
            first = self._window.documents_panel.first
            if first is not None and not self._session.is_taken_as_it_stands:
                self._window.tabs.open(first)

    @Slot(object)
    def _take_changes(self, changes: Changes) -> None:
        window = self._window
        window.tabs.take_changes(changes)
        self._search.take_changes(changes)
        for documents in (window.documents_panel, window.node_documents):
            documents.take_changes(changes)
            self._lists.refresh(documents)
        if changes.documents or changes.mentions or changes.schemes or changes.entities:
            self._lists.refresh(window.tree_panel, window.entity_panel, self._tree)
        if changes.tags:
            self._lists.refresh(window.tags_panel)
        window.mark_list_desk.take_changes(changes)
        if any(isinstance(subject, str) for subject in changes.noted):
            self._lists.refresh(window.entity_panel)
        window.marks_desk.take_changes(changes)
        window.review_desk.take_changes(changes)
        window.mention_desk.take_changes(changes)
        self._lists.refresh(self._counts)
        if window.tabs.shown is None and changes.documents:
            self._open_first(changes)

    def _open_first(self, changes: Changes) -> None:
        library = self._session.library
        came_in = library.documents_of(changes.documents) if library is not None else ()
        if came_in:
            self._window.tabs.open(came_in[0].id)

    @Slot(object)
    def _follow_search(self, answer: Answer | None) -> None:
        self._window.marks_desk.follow_search(answer.request if answer is not None else None)

    @Slot()
    def _list_documents(self) -> None:
        self._lists.refresh(self._window.documents_panel)

    @Slot()
    def _list_node_documents(self) -> None:
        self._lists.refresh(self._window.node_documents)

    @Slot()
    def _read_card(self) -> None:
        self._lists.refresh(self._window.entity_panel)

    @Slot(object)
    def _show_document(self, document: DocumentId | None) -> None:
        self._window.enable_actions()
        self._window.documents_panel.show_current(document)
        if self._window.annotations_panel.scope is MarkScope.DOCUMENT:
            self._window.annotations_panel.flush()
            self._window.mark_list_desk.refresh()

    @Slot(object)
    def _open_document(self, document: DocumentId) -> None:
        self._window.tabs.open(document)

    @Slot()
    def _leave(self) -> None:
        """Leave the review of marks or mentions if the reader is in it, else the search."""
        if not self._window.review_desk.leave() and not self._window.mention_desk.leave():
            self._search.leave()

    @Slot()
    def _enable_actions(self) -> None:
        self._window.enable_actions()

    @Slot(object)
    def _tell_of_step(self, words: str) -> None:
        """Say that a large edit is being undone or redone, for as long as that takes."""
        said = self.tr("Undoing or redoing “%1”; you can go on reading.").replace("%1", words) if words else ""
        self._window.status.showMessage(said)
        self._enable_actions()

    @Slot(object)
    def _edit(self, edit: Edit) -> None:
        if self._session.edit(edit) and isinstance(edit, RemoveAnnotations):
            self._window.toast.offer(self.tr("The mark was deleted."))

    @Slot(object)
    def _choose_mark(self, annotation: AnnotationId) -> None:
        if self._window.tabs.view is not None:
            self._window.tabs.view.set_active_annotation(annotation)
        self._window.annotations_panel.choose(annotation)

    @Slot(object)
    def _remove_document(self, document: DocumentId) -> None:
        if self._session.edit(TrashDocuments((document,))):
            self._window.toast.offer(self.tr("The document was deleted."))

    @Slot(object)
    def _show_bug(self, error: BaseException) -> None:
        CrashDialog(report_of(type(error), error, error.__traceback__)).exec()
