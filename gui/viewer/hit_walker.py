"""Walking from hit to hit: those of the search over the archive, or of the find bar while it is open."""

from PySide6.QtCore import QObject, Signal, Slot

from gui.viewer.find_bar import FindRun
from gui.viewer.layers import Hits
from gui.viewer.wishes import HitPosition
from storage.domain.search import Span
from storage.text.finding import Find


class HitWalker(QObject):
    """Holds the hits in the text and which one is current.

    Signals:
        hits_changed: the ``Hits`` to show now, whenever they are others or more.
        hit_changed: the ``HitPosition``, whenever the current hit or their number changes.
        place_requested: the ``Span`` of the hit that the reader went to.
        find_failed: a sentence on why what was to be found cannot be.
    """

    hits_changed = Signal(object)
    hit_changed = Signal(object)
    place_requested = Signal(object)
    find_failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._searched = Hits()
        self._found: Hits | None = None
        self._from = 0
        self.run = FindRun(self)
        self.run.progressed.connect(self._take)
        self.run.ended.connect(self._take_all)
        self.run.failed.connect(self.find_failed)

    @property
    def hits(self) -> Hits:
        """The hits shown now."""
        return self._searched if self._found is None else self._found

    @property
    def is_finding(self) -> bool:
        """Whether the hits shown are those of the find bar."""
        return self._found is not None

    def position(self) -> HitPosition:
        """Give which hit of how many is current."""
        current = self.hits.current
        return HitPosition(0 if current is None else current + 1, len(self.hits))

    def set_search_hits(self, spans: tuple[Span, ...], current: int | None) -> None:
        """Take the hits of the search over the archive."""
        self._searched = Hits(spans, current)
        if self._found is None:
            self._tell()

    def begin_find(self, text: str, wanted: Find, start: int) -> None:
        """Find words in the text; the first hit at or after ``start`` becomes the current one.

        Without words the hits of the search over the archive stay.
        """
        if not wanted.words.strip():
            self.end_find()
            return
        self._found, self._from = Hits(), start
        self._tell()
        self.run.begin(text, wanted)

    def end_find(self) -> None:
        """Go back to the hits of the search over the archive."""
        self.run.stop()
        self._found = None
        self._tell()

    def clear(self) -> None:
        """Forget all hits."""
        self._searched = Hits()
        self.end_find()

    def step(self, by: int, start: int) -> None:
        """Go to the next hit (+1) or the one before (-1), around the ends; without a current one, from an offset."""
        hits = self.hits
        if not len(hits):
            return
        before = hits.index.first_from(start) - (1 if by > 0 else 0) if hits.current is None else hits.current
        self.go_to((before + by) % len(hits))

    def go_to(self, number: int) -> None:
        """Make a hit, counted from 0, the current one and ask for its place."""
        self.hits.current = number
        self.hit_changed.emit(self.position())
        self.place_requested.emit(self.hits.span(number))

    @Slot(object)
    def _take(self, hits: Hits) -> None:
        self._found = hits
        self._tell()
        if hits.current is None and len(hits) and hits.starts[-1] >= self._from:
            self.go_to(hits.index.first_from(self._from))

    @Slot(object)
    def _take_all(self, hits: Hits) -> None:
        self._take(hits)
        if hits.current is None and len(hits):
            self.go_to(0)

    def _tell(self) -> None:
        self.hits_changed.emit(self.hits)
        self.hit_changed.emit(self.position())
