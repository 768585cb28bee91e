"""What a document says besides a name: its paragraphs and sections, and who else is named where."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Mapping, Sequence
from functools import cached_property

from storage.domain.authority import Entity
from storage.domain.document import Block, BlockKind
from storage.domain.ids import EntityId

_HEADINGS = frozenset({BlockKind.TITLE, BlockKind.HEADING})
_LINE = re.compile(r"[^\n]*\S[^\n]*")


class Layout:
    """Tells the paragraph and the section of a place; without blocks every line that is not empty is a paragraph.

    Sections are told apart by headings; where there are none, each paragraph is a section of its own.
    """

    def __init__(self, text: str, blocks: Sequence[Block]) -> None:
        self._text = text
        self._given = blocks

    @cached_property
    def _blocks(self) -> list[Block]:
        kept = [block for block in self._given if block.kind is not BlockKind.PAGE_BREAK]
        if not kept:
            lines = enumerate(_LINE.finditer(self._text), start=1)
            return [Block(BlockKind.PARAGRAPH, line.start(), line.end(), number) for number, line in lines]
        return sorted(kept, key=lambda block: block.start)

    @cached_property
    def _starts(self) -> list[int]:
        return [block.start for block in self._blocks]

    @cached_property
    def _headings(self) -> list[int]:
        starts = [block.start for block in self._blocks if block.kind in _HEADINGS]
        return starts if len(starts) > 1 else []

    def paragraph(self, position: int) -> int:
        """Give the place in the sequence of the paragraph that holds a position."""
        return max(0, bisect_right(self._starts, position) - 1)

    def number(self, position: int) -> int:
        """Give the number readers see of the paragraph that holds a position, 0 where it has none."""
        return self._blocks[self.paragraph(position)].number if self._blocks else 0

    def section_start(self, position: int) -> int:
        """Give the start of the section that holds a position."""
        starts = self._headings or self._starts
        at = bisect_right(starts, position) - 1
        return starts[at] if at >= 0 else 0

    def heading(self, position: int) -> tuple[int, int]:
        """Give ``[start, end)`` of the heading of the section that holds a position, empty where it has none."""
        start = self.section_start(position)
        if not self._headings:
            return start, start
        block = self._blocks[self.paragraph(start)]
        return (block.start, block.end) if block.kind in _HEADINGS else (start, start)

    def is_boilerplate(self, position: int) -> bool:
        """Tell whether a position lies in boilerplate."""
        if not self._given:
            return False
        block = self._blocks[self.paragraph(position)]
        return block.kind is BlockKind.BOILERPLATE and position < block.end

    def paragraph_range(self, position: int, before: int = 0) -> tuple[int, int]:
        """Give ``[start, end)`` of the paragraph that holds a position, and of some before it."""
        if not self._blocks:
            return 0, position + 1
        at = self.paragraph(position)
        return self._starts[max(0, at - before)], self._starts[at + 1] if at + 1 < len(
            self._starts
        ) else position + 2**40


class Evidence:
    """Where entities are named beyond doubt, in the order of the text."""

    def __init__(self, layout: Layout, entities: Mapping[EntityId, Entity]) -> None:
        self.layout = layout
        self._entities = entities
        self._named: dict[EntityId, list[int]] = {}
        self._unsorted: set[EntityId] = set()
        self._countries: list[tuple[int, EntityId]] = []
        self._named_countries: set[EntityId] = set()

    def add(self, entity: Entity, start: int) -> None:
        """Note that an entity is named at a place; places may come in any order."""
        self._named.setdefault(entity.id, []).append(start)
        self._unsorted.add(entity.id)

    def add_country(self, country: Entity, start: int) -> None:
        """Note that a country is named at a place, by any of its names; places come in the order of the text."""
        self.add(country, start)
        self._countries.append((start, country.id))
        self._named_countries.add(country.id)

    def _places(self, entity: EntityId) -> Sequence[int]:
        places = self._named.get(entity)
        if places is None:
            return ()
        if entity in self._unsorted:
            places.sort()
            self._unsorted.discard(entity)
        return places

    def first(self, entity: EntityId) -> int | None:
        """Give the first place where an entity is named."""
        places = self._places(entity)
        return places[0] if places else None

    def last_before(self, entity: EntityId, start: int, since: int = 0) -> int | None:
        """Give the last place in ``[since, start)`` where an entity is named."""
        places = self._places(entity)
        at = bisect_left(places, start) - 1
        return places[at] if at >= 0 and places[at] >= since else None

    def is_named_in(self, entities: Collection[EntityId], start: int, end: int) -> bool:
        """Tell whether one of some entities is named in ``[start, end)``."""
        for entity in entities:
            places = self._places(entity)
            at = bisect_left(places, start)
            if at < len(places) and places[at] < end:
                return True
        return False

    def names_country(self, country: EntityId | None) -> bool:
        """Tell whether a country is named anywhere."""
        return country in self._named_countries

    def nearest_country(self, start: int, end: int, reach: tuple[int, int]) -> EntityId | None:
        """Give the country named nearest to ``[start, end)`` within a reach, leaving out those named inside it."""
        low = bisect_left(self._countries, (reach[0], EntityId("")))
        high = bisect_left(self._countries, (reach[1], EntityId("")))
        best: tuple[int, EntityId] | None = None
        for place, country in self._countries[low:high]:
            if start <= place < end:
                continue
            distance = start - place if place < start else place - end
            if best is None or distance < best[0]:
                best = distance, country
        return best[1] if best else None

    def relatives(self, entity: Entity) -> tuple[EntityId, ...]:
        """Give whom an entity is part of, step by step, and the organisations a person had a role in."""
        found: list[EntityId] = [role.organisation for role in entity.roles if role.organisation]
        above = entity.part_of
        while above and above not in found:
            found.append(above)
            parent = self._entities.get(above)
            above = parent.part_of if parent else None
        return tuple(found)
