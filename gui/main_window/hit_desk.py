"""What is done with one hit of a list: opened, opened beside, marked, copied."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QGuiApplication

from gui.widgets.hit_menu import Hit, HitAction, HitWish
from storage.domain.annotation import Colour
from storage.domain.progress import IsCancelled, ReportProgress
from storage.edits import AddAnnotations
from storage.errors import UserFacingError

if TYPE_CHECKING:
    from gui.main_window.window import MainWindow


class HitDesk(QObject):
    """Carries out what the menus over hits ask for."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session
        for panel in (window.search_panel, window.concordance_panel):
            panel.hit_menu.wished.connect(self.carry_out)

    @Slot(object)
    def carry_out(self, wish: HitWish) -> None:
        """Do what is wished of a hit."""
        match wish.action:
            case HitAction.OPEN:
                self._open(wish.hit)
            case HitAction.OPEN_BESIDE:
                self._open_beside(wish.hit)
            case HitAction.MARK:
                self._mark(wish.hit, wish.colour)
            case HitAction.COPY_QUOTE:
                self._copy_quote(wish.hit)
            case HitAction.COPY:
                QGuiApplication.clipboard().setText(wish.hit.words)

    def _open(self, hit: Hit) -> None:
        if hit.span is None:
            self._window.tabs.open(hit.document)
        else:
            self._window.tabs.show_hit(hit.document, hit.span)

    def _open_beside(self, hit: Hit) -> None:
        """Open a hit on the other side than the document in front, which stays in view."""
        tabs = self._window.tabs
        before = tabs.view
        self._open(hit)
        now, right = tabs.view, tabs.sides.right_views()
        if before is not None and now is not None and now is not before and (now in right) == (before in right):
            tabs.sides.move_across(now)

    def _mark(self, hit: Hit, colour: Colour) -> None:
        library = self._session.library
        if library is None or hit.span is None:
            return
        try:
            made = library.new_annotation(hit.document, hit.span.start, hit.span.end, colour=colour)
        except UserFacingError as error:
            self._window.status.note(str(error))
            return
        if self._session.edit(AddAnnotations((made,))):
            self._window.status.note(self.tr("The hit was marked. Undo takes it back."))

    def _copy_quote(self, hit: Hit) -> None:
        library, span = self._session.library, hit.span
        if library is None or span is None:
            return

        def job(_progress: ReportProgress, _is_cancelled: IsCancelled) -> str:
            return library.quotation(hit.document, span)

        self._session.read(job, self._take_quote)

    def _take_quote(self, words: str) -> None:
        QGuiApplication.clipboard().setText(words)
        self._window.status.note(self.tr("The quote was copied with its reference."))
