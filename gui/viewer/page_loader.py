"""Draws pages and reads their characters off the window's thread, what is looked at first."""

from collections import OrderedDict
from collections.abc import Callable, Collection

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from gui.tasks.lane import Lane, Outcome
from gui.theme import PRINTED_PAPER
from gui.viewer.page_map import MappedPage, MappedPages
from storage.domain.progress import IsCancelled, ReportProgress

_Result = QImage | MappedPage
_Work = Callable[[ReportProgress, IsCancelled], _Result]
_Take = Callable[[tuple[int, int], _Result], None]

THUMBNAIL = 96
"""How many pixels wide the small pictures of all pages are."""
_MOST_BYTES = 64 << 20
_MOST_MAPPED = 400


class PageLoader(QObject):
    """Keeps the pages that were asked for last.

    Signals:
        drawn: the number of a page whose picture has come.
        mapped: the number of a page whose characters have come.
    """

    drawn = Signal(object)
    mapped = Signal(object)

    def __init__(self, pages: MappedPages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.ranges = pages.ranges
        self._pages = pages
        self._lane = Lane("pages", self)
        self._pictures: OrderedDict[tuple[int, int], QImage] = OrderedDict()
        self._bytes = 0
        self._mapped: OrderedDict[int, MappedPage] = OrderedDict(pages.read)
        self._under_way: dict[tuple[int, int], int] = {}
        self._later: dict[tuple[int, int], tuple[_Work, _Take]] = {}

    def picture(self, page: int, width: int) -> QImage | None:
        """Give the picture of a page so many pixels wide, or of another width for the time being, or None."""
        wanted = self._pictures.get((page, width))
        if wanted is not None:
            self._pictures.move_to_end((page, width))
            return wanted
        self._ask((page, width), lambda _progress, _is_cancelled: self._draw(page, width), self._take_picture)
        return next((image for (number, _), image in self._pictures.items() if number == page), None)

    def characters(self, page: int) -> MappedPage | None:
        """Give the characters of a page, or None while they are on their way."""
        if page in self._mapped:
            self._mapped.move_to_end(page)
            return self._mapped[page]
        self._ask((page, 0), lambda _progress, _is_cancelled: self._pages.map(page), self._take_characters)
        return None

    def ask_for(self, page: int, width: int) -> None:
        """Have a page drawn so many pixels wide and its characters read, if that has not been done."""
        self.picture(page, width)
        self.characters(page)

    def characters_now(self, page: int) -> MappedPage:
        """Give the characters of a page, however long it takes (some milliseconds)."""
        found = self.characters(page)
        if found is None:
            found = self._mapped[page] = self._pages.map(page)
        return found

    def forget_others(self, wanted: Collection[int]) -> None:
        """Cancel what was asked for pages that nobody looks at any more; what is being done is done soon."""
        for (page, width), task in list(self._under_way.items()):
            if page not in wanted and width != THUMBNAIL and not self._lane.has_begun(task):
                self._lane.cancel(task)
                del self._under_way[page, width]

    def close(self) -> None:
        """End the thread and close the file."""
        self._lane.close()
        self._pages.pages.close()

    def _draw(self, page: int, width: int) -> QImage:
        """Draw a page; its pixels are copied here, off the window's thread, since Qt does not keep bytes alive."""
        drawn = self._pages.pages.draw(page, width)
        if drawn is not None:
            return QImage(drawn.data, drawn.width, drawn.height, drawn.stride, QImage.Format.Format_RGB32).copy()
        blank = QImage(1, 1, QImage.Format.Format_RGB32)
        blank.fill(PRINTED_PAPER)
        return blank

    def _ask(self, key: tuple[int, int], job: _Work, take: _Take) -> None:
        if key in self._under_way:
            return
        if key[1] == THUMBNAIL:
            self._later[key] = (job, take)
            self._draw_small()
        else:
            self._start(key, job, take)

    def _start(self, key: tuple[int, int], job: _Work, take: _Take) -> None:
        self._under_way[key] = self._lane.start(job, lambda outcome: self._came(key, outcome, take))

    def _draw_small(self) -> None:
        """Draw the next small picture when nothing else is to be done: what is read comes before what is beside it."""
        if not self._under_way and self._later:
            key = next(iter(self._later))
            self._start(key, *self._later.pop(key))

    def _came(self, key: tuple[int, int], outcome: Outcome, take: _Take) -> None:
        if outcome.error is not None:
            raise outcome.error
        if not outcome.cancelled:
            self._under_way.pop(key, None)
            take(key, outcome.result)
        self._draw_small()

    def _take_picture(self, key: tuple[int, int], result: _Result) -> None:
        if isinstance(result, QImage):
            self._pictures[key] = result
            self._bytes += result.sizeInBytes()
            while self._bytes > _MOST_BYTES and len(self._pictures) > 1:
                self._bytes -= self._pictures.popitem(last=False)[1].sizeInBytes()
            self.drawn.emit(key[0])

    def _take_characters(self, key: tuple[int, int], result: _Result) -> None:
        if isinstance(result, MappedPage):
            self._mapped[key[0]] = result
            while len(self._mapped) > _MOST_MAPPED:
                self._mapped.popitem(last=False)
            self.mapped.emit(key[0])
