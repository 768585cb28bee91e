"""Questions put to the index: what is asked last is answered, and whatever is asked before that is given up."""

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from gui.tasks.lane import Job, Lane, Outcome
from gui.turns import turns
from storage.domain.ids import DocumentId
from storage.domain.progress import IsCancelled, ReportProgress
from storage.domain.search import ConcordanceOrder, SearchRequest, SearchResult, Span
from storage.text.concordance import Concordance

if TYPE_CHECKING:
    from storage.library import Library

_TYPING_PAUSE_MILLISECONDS = 60
_FIRST_LINES = 50
_SECONDS_BETWEEN_LINES = 0.15
_STREAMED = {order: order for order in (ConcordanceOrder.DOCUMENT, ConcordanceOrder.DATE)}
"""Orders in which lines are found; all others are made when every line is there."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What was asked, and the result."""

    request: SearchRequest
    result: SearchResult


@dataclass(frozen=True, slots=True)
class DocumentSpans:
    """Where a request hits a document."""

    document: DocumentId
    request: SearchRequest
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class ListedLines:
    """Lines of a concordance: more of them, or all in their order when ``is_whole``; ``ended`` when none will come."""

    lines: Concordance
    is_whole: bool = False
    ended: bool = False


@dataclass(frozen=True, slots=True)
class _Numbered:
    listing: int
    lines: ListedLines


class Searches(QObject):
    """Asks a library off the window's thread; lists of all hits have a thread of their own and hold nothing up.

    Signals:
        searched: the ``Answer`` to the question asked last.
        continued: an ``Answer`` with the next documents for the same question.
        listed: ``ListedLines`` of the list of all hits asked for last.
        failed: the exception that a question ended with.
    """

    searched = Signal(object)
    continued = Signal(object)
    listed = Signal(object)
    failed = Signal(object)
    _read = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.library: Library | None = None
        self._lane = Lane("searches", self)
        self._listings = Lane("listings", self)
        self._question = self._continuation = self._listing = 0
        self._spans: set[int] = set()
        self._listings_begun = 0
        self._waiting: SearchRequest | None = None
        self._pause = QTimer(self, singleShot=True, interval=_TYPING_PAUSE_MILLISECONDS)
        self._pause.timeout.connect(self._ask)
        self._turns = turns()
        self._read.connect(self._await_turn, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        """Whether something is asked that has not been answered."""
        return self._pause.isActive() or self._lane.busy or self._listings.busy

    def search(self, request: SearchRequest) -> None:
        """Search, after a short pause where typing goes on; the answer to an earlier question never comes any more."""
        self.stop()
        self._waiting = request
        if request.as_you_type:
            self._pause.start()
        else:
            self._ask()

    def stop(self) -> None:
        """Give up the question asked last with all that belongs to it."""
        self._pause.stop()
        self._waiting = None
        for number in (self._question, self._continuation, *self._spans):
            self._lane.cancel(number)
        self._question = self._continuation = 0
        self._spans.clear()
        self.stop_listing()

    @Slot()
    def _ask(self) -> None:
        library, request = self.library, self._waiting
        self._pause.stop()
        self._waiting = None
        if library is not None and request is not None:
            self._question = self._lane.start(_searching(library, request, with_facets=True), self._finish_question)

    def _finish_question(self, outcome: Outcome) -> None:
        if self._succeeded(outcome) and outcome.task == self._question:
            self.searched.emit(outcome.result)

    def continue_from(self, request: SearchRequest, offset: int) -> None:
        """Ask for the documents of a request after the first ``offset``."""
        if self.library is not None:
            job = _searching(self.library, replace(request, offset=offset), with_facets=False)
            self._continuation = self._lane.start(job, self._finish_continuation)

    def _finish_continuation(self, outcome: Outcome) -> None:
        if self._succeeded(outcome) and outcome.task == self._continuation:
            self.continued.emit(outcome.result)

    def find_hits(
        self, document: DocumentId, request: SearchRequest, when_done: Callable[[DocumentSpans], None]
    ) -> None:
        """Find a request's hits in one document, unless something else is asked before."""
        library = self.library
        if library is None:
            return

        def job(_progress: ReportProgress, _is_cancelled: IsCancelled) -> DocumentSpans:
            return DocumentSpans(document, request, library.hits(document, request.query, request.as_you_type))

        def finish(outcome: Outcome) -> None:
            self._spans.discard(outcome.task)
            if self._succeeded(outcome):
                when_done(outcome.result)

        self._spans.add(self._lane.start(job, finish))

    def list_hits(self, request: SearchRequest, order: ConcordanceOrder) -> None:
        """Read every hit of a request, line by line; an order by context is made when all lines are there."""
        library = self.library
        if library is None:
            return
        tell = self._begin_listing()

        def job(_progress: ReportProgress, is_cancelled: IsCancelled) -> None:
            streamed = _STREAMED.get(order, ConcordanceOrder.DOCUMENT)
            every, waiting = Concordance(), Concordance()
            told = time.monotonic()
            for line in library.concordance(request, streamed, is_cancelled):
                waiting.append(line)
                if time.monotonic() - told > _SECONDS_BETWEEN_LINES or (
                    not len(every) and len(waiting) == _FIRST_LINES
                ):
                    tell(ListedLines(waiting))
                    every.extend(waiting)
                    waiting = Concordance()
                    told = time.monotonic()
            if order is streamed:
                tell(ListedLines(waiting, ended=True))
            else:
                every.extend(waiting)
                tell(ListedLines(every.arranged(order), is_whole=True, ended=True))

        self._listing = self._listings.start(job, self._tell_failure)

    def arrange_hits(self, lines: Concordance, order: ConcordanceOrder) -> None:
        """Sort the lines of a list that is whole."""
        tell = self._begin_listing()

        def job(_progress: ReportProgress, _is_cancelled: IsCancelled) -> None:
            tell(ListedLines(lines.arranged(order), is_whole=True, ended=True))

        self._listing = self._listings.start(job, self._tell_failure)

    def stop_listing(self) -> None:
        """Give up the list of all hits asked for last; lines on their way do not come any more."""
        self._listings.cancel(self._listing)
        self._listing = 0
        self._listings_begun += 1

    def _begin_listing(self) -> Callable[[ListedLines], None]:
        self.stop_listing()
        listing = self._listings_begun
        return lambda lines: self._read.emit(_Numbered(listing, lines))

    @Slot(object)
    def _await_turn(self, read: _Numbered) -> None:
        self._turns.give(self, partial(self._pass_lines_on, read))

    def _pass_lines_on(self, read: _Numbered) -> None:
        if read.listing == self._listings_begun:
            self.listed.emit(read.lines)

    def _tell_failure(self, outcome: Outcome) -> None:
        if outcome.error is not None:
            self.failed.emit(outcome.error)

    def _succeeded(self, outcome: Outcome) -> bool:
        self._tell_failure(outcome)
        return outcome.error is None and not outcome.cancelled

    def leave(self) -> None:
        """Give up everything and wait until nothing uses the library any more."""
        self.stop()
        for lane in (self._lane, self._listings):
            lane.cancel_all()
            lane.wait()
        self.library = None

    def close(self) -> None:
        """End the threads."""
        self._lane.close()
        self._listings.close()


def _searching(library: "Library", request: SearchRequest, with_facets: bool) -> Job:
    def job(_progress: ReportProgress, is_cancelled: IsCancelled) -> Answer:
        return Answer(request, library.search(request, is_cancelled, with_facets))

    return job
