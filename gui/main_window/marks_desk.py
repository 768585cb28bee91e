"""What is done with marks beyond one selection: hits marked, colours named, marks linked, notes on whole subjects."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, Slot
from PySide6.QtWidgets import QDialog

from gui.actions import ROWS, translated
from gui.dialogs.find_entity import FindEntityDialog
from gui.dialogs.name_colours import NameColoursDialog
from gui.dialogs.write_note import WriteNoteDialog
from gui.models.shown_names import shown_entity
from gui.viewer.wishes import MarkRequest
from gui.widgets.counting import counted
from storage.domain.annotation import Annotation, Colour
from storage.domain.authority import EntityKind
from storage.domain.changes import Changes
from storage.domain.progress import IsCancelled, ReportProgress
from storage.domain.search import SearchRequest
from storage.edits import AddAnnotations, ChangeAnnotations, WriteDocumentNote, WriteEntityNote

if TYPE_CHECKING:
    from gui.main_window.window import MainWindow

_LINKED_KINDS = frozenset(EntityKind) - {EntityKind.REGION}
_COLOUR_ACTIONS = {
    Colour.YELLOW: "mark_yellow",
    Colour.GREEN: "mark_green",
    Colour.ROSE: "mark_rose",
    Colour.BLUE: "mark_blue",
}


class MarksDesk(QObject):
    """Does for the window what concerns several marks, the whole archive, or a subject as a whole."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session
        self._request: SearchRequest | None = None

    def follow_search(self, request: SearchRequest | None) -> None:
        """Take the search whose hits can be marked, None when there is none any more."""
        self._request = request

    @Slot()
    def mark_hit(self) -> None:
        """Mark the current hit of the document in front."""
        view = self._window.tabs.view
        hits = view.pane.text_view.layers.hits if view is not None else None
        if hits is None or hits.current is None:
            self._window.status.note(self.tr("Go to a hit of a search first, with F3, then mark it."))
            return
        self._window.reading_chores.mark(MarkRequest(hits.span(hits.current)))

    @Slot()
    def mark_all_hits(self) -> None:
        """Mark every hit of the search in the whole archive; one Undo takes all of them back."""
        library, request = self._session.library, self._request
        if library is None or request is None:
            self._window.status.note(self.tr("Search for something first, then mark all that was found."))
            return

        def job(progress: ReportProgress, is_cancelled: IsCancelled) -> list[AddAnnotations | None]:
            return [library.marking_hits(request, progress=progress, is_cancelled=is_cancelled)]

        self._session.start(job, self._mark_found)

    def _mark_found(self, made: list[AddAnnotations | None]) -> None:
        edit = made[0]
        if edit is None:
            self._window.status.note(self.tr("All hits are marked already."))
        elif self._session.edit(edit):
            documents = len({mark.document for mark in edit.annotations})
            said = counted(len(edit.annotations), self.tr("%1 hit was marked"), self.tr("%1 hits were marked"))
            places = counted(documents, self.tr("in %1 document"), self.tr("in %1 documents"))
            told = self.tr("%1 %2.").replace("%1", said).replace("%2", places)
            self._window.toast.offer(told)

    @Slot()
    def name_colours(self) -> None:
        """Ask what the colours stand for in this archive."""
        library = self._session.library
        if library is None:
            return
        dialog = NameColoursDialog(library.colour_meanings(), self._window.theme, self._window)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            edit = library.naming_colours(dialog.meanings())
            if edit is not None:
                self._session.edit(edit)

    def show_colours(self) -> None:
        """Say in menus, legend and tool tips what the colours stand for."""
        library = self._session.library
        meanings = library.colour_meanings() if library is not None else {}
        if meanings != self._window.colour_meanings:
            self._window.colour_meanings = meanings
            self._window.apply_settings(self._window.settings, save=False)
        self._window.annotations_panel.set_colour_meanings(meanings)
        for panel in (self._window.search_panel, self._window.concordance_panel):
            panel.hit_menu.set_colour_meanings(meanings)
        for colour, identity in _COLOUR_ACTIONS.items():
            usual = next(translated(row.label) for row in ROWS if row.id == identity)
            meaning = meanings.get(colour, "").replace("&", "&&")
            self._window.actions_by_id[identity].setText(f"{usual}: {meaning}" if meaning else usual)

    def take_changes(self, changes: Changes) -> None:
        """Show what colours stand for and which notes there are, where that has changed."""
        if changes.colours:
            self.show_colours()
        for view in self._window.tabs.views():
            if view.document is not None and view.document.id in changes.noted:
                self._show_note(view.document.id)

    @Slot(object)
    def link(self, mark: Annotation) -> None:
        """Ask whom a mark is to be linked to; who is named in it is offered first."""
        library = self._session.library
        if library is None:
            return
        inside = [
            mention.entity
            for mention in library.mentions(mark.document)
            if mention.entity and mark.anchor.start < mention.end and mention.start < mark.anchor.end
        ]
        first = [library.entity_card(entity).entity for entity in dict.fromkeys(inside) if entity not in mark.entities]
        question = self.tr("Whom or what is this mark about?")
        found = FindEntityDialog(
            library, question, self.tr("Link the mark"), kinds=_LINKED_KINDS, without=frozenset(mark.entities),
            first=first, parent=self._window,
        ).choose()  # fmt: skip
        if found is not None:
            linked = replace(mark, entities=(*mark.entities, found.id))
            self._session.edit(ChangeAnnotations((linked,), "link"))

    @Slot()
    def note_document(self) -> None:
        """Write the note on the document in front."""
        library, view = self._session.library, self._window.tabs.view
        if library is None or view is None or view.document is None:
            return
        document = view.document
        note = library.document_note(document.id)
        dialog = WriteNoteDialog(self.tr("Note on the document"), document.title, note, self._window)
        if dialog.exec() == QDialog.DialogCode.Accepted and dialog.note() != note:
            self._session.edit(WriteDocumentNote(document.id, dialog.note()))

    @Slot()
    def note_entity(self) -> None:
        """Write the note on the entity whose card is shown."""
        library, entity = self._session.library, self._window.entity_panel.entity
        if library is None:
            return
        if entity is None:
            self._window.status.note(self.tr("Choose a country, party, body or person first."))
            return
        note = library.entity_note(entity)
        name = shown_entity(library.entity_card(entity).entity, library)
        dialog = WriteNoteDialog(self.tr("Note on the entity"), name, note, self._window)
        if dialog.exec() == QDialog.DialogCode.Accepted and dialog.note() != note:
            self._session.edit(WriteEntityNote(entity, dialog.note()))

    def _show_note(self, document: object) -> None:
        library = self._session.library
        for view in self._window.tabs.views():
            if library is not None and view.document is not None and view.document.id == document:
                view.pane.head.show_note(library.document_note(view.document.id))

    @Slot()
    def next_mark(self) -> None:
        """Go to the next mark of the document in front, also to one that lies over another."""
        self._step_mark(+1)

    @Slot()
    def previous_mark(self) -> None:
        """Go to the mark before."""
        self._step_mark(-1)

    def _step_mark(self, by: int) -> None:
        view = self._window.tabs.view
        mark = view.pane.text_view.layers.mark_beside(view.visible_span().start, by) if view is not None else None
        if mark is None:
            self._window.status.note(self.tr("There are no marks in this document."))
            return
        self._window.tabs.show_annotation(mark)
        self._window.annotations_panel.choose(mark.id)
        at = QLocale().toString(mark.anchor.paragraph)
        self._window.status.note(self.tr("Mark in paragraph %1").replace("%1", at))
