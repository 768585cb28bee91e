"""What is done with a document as a whole: correct its description, read it again in another encoding."""

from collections import Counter
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, Slot

from gui import messages
from gui.translation import listed
from gui.widgets.counting import counted
from storage.domain.annotation import AnchorState, Annotation, AnnotationFilter
from storage.domain.changes import Changes
from storage.domain.document import Document
from storage.domain.ids import DocumentId
from storage.domain.importing import EncodingPreview
from storage.domain.progress import IsCancelled, ReportProgress
from storage.edits import DescribeDocument

if TYPE_CHECKING:
    from gui.main_window.window import MainWindow


class DocumentChores(QObject):
    """Looks after single documents for the window."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session

    @Slot(object)
    def describe(self, document: DocumentId) -> None:
        """Ask what is right about a document's description, beside where each value was found."""
        from gui.dialogs.describe_document import DescribeDialog

        library = self._session.library
        if library is None:
            return
        dialog = DescribeDialog(library.document(document).description, library.found_in(document), self._window)
        dialog.set_theme(self._window.theme)

        def job(_progress: ReportProgress, _is_cancelled: IsCancelled) -> Any:
            return library.found_description(document)

        def read_found() -> None:
            self._session.read(job, dialog.take_found)

        dialog.found_wanted.connect(read_found)
        if dialog.exec():
            self._session.edit(DescribeDocument(document, dialog.description(), dialog.as_found()))

    @Slot()
    def read_again(self) -> None:
        """Show the document in front as it looks in other encodings, and read it again in the one chosen."""
        library, shown = self._session.library, self._window.tabs.shown
        if library is None or shown is None:
            return

        def job(_progress: ReportProgress, _is_cancelled: IsCancelled) -> tuple[Document, tuple[EncodingPreview, ...]]:
            return library.document(shown), library.encoding_previews(shown)

        self._session.read(job, self._ask_encoding)

    def _ask_encoding(self, answer: tuple[Document, tuple[EncodingPreview, ...]]) -> None:
        from gui.dialogs.read_again import ReadAgainDialog

        document, previews = answer
        dialog = ReadAgainDialog(document.title, previews, self._window)
        dialog.set_theme(self._window.theme)
        library = self._session.library
        if not dialog.exec() or library is None:
            return
        encoding, of_document = dialog.encoding(), AnnotationFilter(documents=frozenset({document.id}))
        self._window.annotations_panel.flush()
        self._window.status.note(self.tr("Reading “%1” again…").replace("%1", document.title))

        def job(_progress: ReportProgress, _is_cancelled: IsCancelled) -> tuple[str, Changes, tuple[Annotation, ...]]:
            changes = library.read_again(document.id, encoding)
            return encoding, changes, library.annotations(of_document)

        self._session.start(job, self._tell_read_again)

    def _tell_read_again(self, answer: tuple[str, Changes, tuple[Annotation, ...]]) -> None:
        from gui.dialogs.read_again import encoding_in_words

        encoding, changes, marks = answer
        self._session.take_outside_changes(changes)
        said = self.tr("Read again as %1.").replace("%1", encoding_in_words(encoding))
        states = Counter(mark.state for mark in marks)
        if marks:
            said += " " + marks_carried_over(states)
        self._window.status.note(said)
        if states[AnchorState.PLEASE_CHECK] or states[AnchorState.LOST]:
            messages.show_problem(self._window, said)


def marks_carried_over(states: "Counter[AnchorState]") -> str:
    """Say how many marks stand how after their document got a new text."""
    words = (
        (AnchorState.UNCHANGED, _tr("%1 mark unchanged"), _tr("%1 marks unchanged")),
        (AnchorState.MOVED, _tr("%1 moved and verified"), _tr("%1 moved and verified")),
        (AnchorState.PLEASE_CHECK, _tr("%1 to be checked by you"), _tr("%1 to be checked by you")),
        (AnchorState.LOST, _tr("%1 lost"), _tr("%1 lost")),
    )
    return listed(counted(states[state], one, many) for state, one, many in words if states[state])


def _tr(words: str) -> str:
    return QCoreApplication.translate("DocumentChores", words)
