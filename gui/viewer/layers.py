"""The layers of highlights over a text: what is in each, whether it is switched on, and what lies at a place."""

from array import array
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from itertools import islice
from operator import attrgetter, le

from gui.models.shown_names import shown_mention
from gui.viewer.interval_index import IntervalIndex
from storage.domain.annotation import AnchorState, Annotation
from storage.domain.authority import EntityKind
from storage.domain.ids import AnnotationId, EntityId, TextVersionId
from storage.domain.mention import Mention, MentionState
from storage.domain.search import Span


class Layer(StrEnum):
    """A layer that can be switched on and off by itself."""

    COUNTRIES = "countries"
    PARTIES = "parties"
    BODIES = "bodies"
    PERSONS = "persons"
    HITS = "hits"
    MARKS = "marks"


LAYER_OF_KIND = {
    EntityKind.REGION: Layer.COUNTRIES,
    EntityKind.COUNTRY: Layer.COUNTRIES,
    EntityKind.PARTY: Layer.PARTIES,
    EntityKind.BODY: Layer.BODIES,
    EntityKind.PERSON: Layer.PERSONS,
}


class Hits:
    """The places a search found in one text, in order, and which of them is the current one."""

    def __init__(self, spans: Iterable[Span] = (), current: int | None = None) -> None:
        # In two steps by plain numbers: a pair for each of ten thousand hits would call for the collector of garbage.
        ordered = sorted(sorted(spans, key=attrgetter("end")), key=attrgetter("start"))
        self.starts = array("q", (span.start for span in ordered))
        self.ends = array("q", (span.end for span in ordered))
        self.index = IntervalIndex(self.starts, self.ends, ascending=_is_sorted(self.ends))
        self.current = current

    def __len__(self) -> int:
        return len(self.starts)

    def span(self, number: int) -> Span:
        """Give the range of a hit, counted from 0."""
        return Span(self.starts[number], self.ends[number])


class Layers:
    """All layers over one text. Offsets are code points of its canonical text.

    ``active`` is the mark that is outlined; ``stretched`` is what it would cover while one of its ends is dragged.
    """

    def __init__(self) -> None:
        self.mentions: Sequence[Mention] = ()
        self.mention_index = IntervalIndex((), ())
        self.annotations: Sequence[Annotation] = ()
        self.annotation_index = IntervalIndex((), ())
        self.hits = Hits()
        self.active: AnnotationId | None = None
        self.stretched: Span | None = None
        self._found_active: tuple[AnnotationId, Annotation | None] | None = None
        self._off: set[Layer] = set()
        self._mention_counts: Counter[Layer] = Counter()
        self._names: Mapping[EntityId, str] = {}

    def clear(self) -> None:
        """Forget everything but the switches."""
        self.set_mentions(())
        self.annotations, self.annotation_index = (), IntervalIndex((), ())
        self._found_active = None
        self.hits = Hits()
        self.active = self.stretched = None

    def set_mentions(self, mentions: Iterable[Mention], names: Mapping[EntityId, str] | None = None) -> None:
        """Take the mentions to show; rejected ones and those in boilerplate are left out.

        ``names`` is what the window calls entities in another way than the authority file does.
        """
        self._names = names or {}
        kept = [one for one in mentions if one.state is not MentionState.REJECTED and not one.boilerplate]
        kept.sort(key=attrgetter("start"))
        self.mentions = kept
        self.mention_index = IntervalIndex([one.start for one in kept], [one.end for one in kept])
        kinds = Counter(map(attrgetter("kind"), kept))
        self._mention_counts = Counter()
        for kind, count in kinds.items():
            self._mention_counts[LAYER_OF_KIND[kind]] += count

    def called(self, mention: Mention) -> str:
        """Return how the window calls what a mention names."""
        return shown_mention(mention, self._names)

    def set_annotations(self, annotations: Iterable[Annotation], version: TextVersionId) -> None:
        """Take the marks to show; those without a sure place in this text version are left out."""
        lost = AnchorState.LOST
        kept = [one for one in annotations if one.text_version == version and one.state is not lost]
        starts = [one.anchor.start for one in kept]
        if not _is_sorted(starts):
            order = sorted(range(len(kept)), key=starts.__getitem__)
            kept, starts = [kept[number] for number in order], [starts[number] for number in order]
        self.annotations = kept
        self.annotation_index = IntervalIndex(starts, [one.anchor.end for one in kept])
        self._found_active = None

    def active_mark(self) -> Annotation | None:
        """Give the active mark, if it is shown."""
        if self.active is None or not self.is_on(Layer.MARKS):
            return None
        if self._found_active is None or self._found_active[0] != self.active:
            found = next((one for one in self.annotations if one.id == self.active), None)
            self._found_active = self.active, found
        return self._found_active[1]

    def hit_at(self, offset: int) -> Span | None:
        """Give the hit a character is part of, if hits are shown."""
        return next((self.hits.span(number) for number in self.shown_hits(offset, offset + 1)), None)

    def next_mark(self, offset: int) -> Annotation | None:
        """Give the mark at a character: the shortest, which is the hardest to hit, or the one after the active one."""
        marks = self.shown_annotations(offset, offset + 1)
        ordered = sorted(marks, key=lambda mark: mark.anchor.end - mark.anchor.start)
        places = [number for number, mark in enumerate(ordered) if mark.id == self.active]
        return ordered[(places[0] + 1 if places else 0) % len(ordered)] if ordered else None

    def mark_beside(self, offset: int, by: int) -> Annotation | None:
        """Give the mark after (+1) or before (-1) the active one in order of place, round at the ends.

        While none is active it is the first from an offset on, or the last before it.
        """
        if not self.annotations:
            return None
        at = next((number for number, mark in enumerate(self.annotations) if mark.id == self.active), None)
        if at is None:
            following = self.annotation_index.first_from(offset)
            at = following - 1 if by > 0 else following
        return self.annotations[(at + by) % len(self.annotations)]

    def shortest_mention(self, offset: int) -> Mention | None:
        """Give the shortest mention at a character."""
        mentions = self.shown_mentions(offset, offset + 1)
        return min(mentions, key=lambda mention: mention.end - mention.start, default=None)

    def is_on(self, layer: Layer) -> bool:
        """Tell whether a layer is shown."""
        return layer not in self._off

    def switch(self, layer: Layer, *, on: bool) -> None:
        """Show or hide a layer."""
        (self._off.discard if on else self._off.add)(layer)

    def counts(self) -> Counter[Layer]:
        """Count what is in each layer, shown or not."""
        return self._mention_counts | Counter({Layer.HITS: len(self.hits), Layer.MARKS: len(self.annotations)})

    def shown_mentions(self, start: int, end: int) -> list[Mention]:
        """List the mentions that touch a range and whose layer is on."""
        touching = (self.mentions[index] for index in self.mention_index.touching(start, end))
        return [mention for mention in touching if self.is_on(LAYER_OF_KIND[mention.kind])]

    def shown_annotations(self, start: int, end: int) -> list[Annotation]:
        """List the marks that touch a range, if their layer is on."""
        if not self.is_on(Layer.MARKS):
            return []
        return [self.annotations[index] for index in self.annotation_index.touching(start, end)]

    def shown_hits(self, start: int, end: int) -> Sequence[int]:
        """List the numbers of the hits that touch a range, if their layer is on."""
        return self.hits.index.touching(start, end) if self.is_on(Layer.HITS) else ()


def _is_sorted(numbers: Sequence[int]) -> bool:
    return all(map(le, numbers, islice(numbers, 1, None)))
