"""Finding the mentions of regions, countries, parties, bodies and persons in a text.

The order of decisions: country names; parties with their country beside them; names that are somebody's alone, the
longest first; abbreviations; names that need the rest of the document; regions, where nothing else is named. Mentions
of different kinds can lie inside each other ("Cuba" in "Communist Party of Cuba"), but for regions, and an organ's name
can hold that of the organ above it; otherwise the longest name stands alone, and only the parties of a list share one
span.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from storage.domain.authority import Authority, Entity, EntityKind, NameKind
from storage.domain.document import Block
from storage.domain.ids import DocumentId, EntityId
from storage.domain.mention import Doubt, Mention, MentionState
from storage.sentences import say
from storage.text.disambiguation import (
    Beside,
    decide_abbreviation,
    decide_country,
    decide_name,
    is_used_in,
    settle_shared_country,
    spoken_kind,
)
from storage.text.name_definitions import given_abbreviations
from storage.text.name_evidence import Evidence, Layout
from storage.text.name_index import NameIndex, build_name_index
from storage.text.name_occurrences import Occurrence, find_occurrences
from storage.text.name_qualifiers import (
    Countries,
    belongs_to_another,
    extend_by_words,
    extend_organ,
    is_common_word,
    office_before,
    qualify_party,
    stands_as_a_country,
)
from storage.text.name_regions import find_regions
from storage.text.written_forms import ORGANISATIONS

_LONGEST_NAME = 400
_WORD_BEFORE = re.compile(r"([^\W\d_]+)\s$")
_WORD_BEHIND = re.compile(r"\s([^\W\d_]+)")
_FUNCTION_WORDS = frozenset(["A", "AN", "AND", "AT", "BY", "FOR", "IN", "OF", "ON", "OR", "THE", "TO", "WITH"])


class NameMatcher:
    """Finds mentions of an authority file's entities; compiled when first used, then safe to share between threads.

    Args:
        authority: the authority file with all names.
    """

    def __init__(self, authority: Authority) -> None:
        self.authority = authority

    @cached_property
    def entities(self) -> Mapping[EntityId, Entity]:
        """The entities that can be mentioned, by id."""
        return {entity.id: entity for entity in self.authority.entities}

    @cached_property
    def _index(self) -> NameIndex:
        return build_name_index(self.authority)

    def mentions(
        self, text: str, blocks: Sequence[Block], document: DocumentId, language: str = "", year: int | None = None
    ) -> tuple[Mention, ...]:
        """Find the mentions in a canonical text, in its order and the longer of two with one start first.

        Args:
            text: canonical text; mentions are ranges ``[start, end)`` of its code points.
            blocks: its blocks, which tell paragraphs, headings and boilerplate.
            document: the document the mentions are of.
            language: BCP 47 tag, guessed where empty.
            year: the year the text speaks from, where known.
        """
        occurrences = find_occurrences(self._index, text, language, year)
        if not occurrences:
            return ()
        return _Reading(self._index, text, blocks, year).mentions(occurrences, document)


class _Accepted:
    """The occurrences accepted so far, in drawers by start, so that those around a place are found quickly."""

    def __init__(self) -> None:
        self._drawers: dict[int, list[Occurrence]] = {}

    def add(self, occurrence: Occurrence) -> None:
        """Take an occurrence in; its span does not change afterwards."""
        self._drawers.setdefault(occurrence.start // _LONGEST_NAME, []).append(occurrence)

    def around(self, start: int, end: int) -> Iterator[Occurrence]:
        """Give those that share at least one character with ``[start, end)``."""
        for drawer in range(start // _LONGEST_NAME - 1, end // _LONGEST_NAME + 1):
            for occurrence in self._drawers.get(drawer, ()):
                if occurrence.start < end and occurrence.end > start:
                    yield occurrence

    def all(self) -> list[Occurrence]:
        """Give all in the order of the text, the longer of two with one start first."""
        found = [occurrence for drawer in self._drawers.values() for occurrence in drawer]
        return sorted(found, key=lambda occurrence: (occurrence.start, -occurrence.end))


class _Reading:
    """One pass over one text."""

    def __init__(self, index: NameIndex, text: str, blocks: Sequence[Block], year: int | None) -> None:
        self._index = index
        self._text = text
        self._year = year
        self._layout = Layout(text, blocks)
        self._evidence = Evidence(self._layout, index.entities)
        self._accepted = _Accepted()

    def mentions(self, occurrences: list[Occurrence], document: DocumentId) -> tuple[Mention, ...]:
        """Decide on all occurrences and give the mentions."""
        countries = self._country_names(occurrences)
        others = [other for found in occurrences if (other := _without_countries(found)) is not None]
        beside = Countries(countries)
        others.extend(self._qualified(occurrences, beside))
        self._settle_countries(countries, beside)
        self._accept_certain(others)
        self._accept_given_abbreviations()
        self._accept_abbreviations(others)
        self._accept_uncertain(others)
        for country in sorted(countries, key=lambda country: not country.entities and not self._holders(country)):
            self._accept_country(country)
        for region in list(find_regions(self._text, occurrences, self._layout, self._accepted.around)):
            self._accepted.add(region)
        return tuple(
            mention for occurrence in self._accepted.all() for mention in self._as_mentions(occurrence, document)
        )

    def _country_names(self, occurrences: list[Occurrence]) -> list[Occurrence]:
        """Give the country names that are not part of a longer one, nor of a phrase that means something else."""
        kept: list[Occurrence] = []
        covered = 0
        for found in occurrences:
            if found.start < covered:
                continue
            usages = tuple(usage for usage in found.usages if usage.entity.kind is EntityKind.COUNTRY)
            if not usages and not found.is_guard:
                continue
            covered = found.end
            if usages and all(usage.is_abbreviation for usage in usages) and self._stands_in_capitals(found):
                continue
            if usages:
                kept.append(Occurrence(found.start, found.end, usages))
        return kept

    def _qualified(self, occurrences: list[Occurrence], countries: Countries) -> Iterator[Occurrence]:
        """Give the parties whose broad names become clear by the countries beside them."""
        written_out = {(found.start, found.end) for found in occurrences if found.usages}
        covered = 0
        for found in occurrences:
            is_party = found.cores or any(
                usage.entity.kind is EntityKind.PARTY and not usage.is_abbreviation for usage in found.usages
            )
            if found.end <= covered:
                continue
            if is_party:
                for longer in qualify_party(self._text, found, countries):
                    if longer.is_plural or (longer.start, longer.end) not in written_out:
                        yield longer
            if any(usage.entity.kind in ORGANISATIONS for usage in found.usages):
                covered = found.end

    def _settle_countries(self, countries: list[Occurrence], beside: Countries) -> None:
        """Settle the country names that need no more of the text; those that several share after the others."""
        for country in countries:
            if len(country.usages) == 1:
                usage = country.usages[0]
                if (
                    not usage.need
                    or beside.is_listed(self._text, country)
                    or (is_used_in(usage, self._year) and stands_as_a_country(self._text, country))
                ):
                    country.settle(usage.entity, spoken_kind(usage))
        named = {country.entities[0].id for country in countries if country.entities}
        for country in countries:
            if len(country.usages) > 1:
                settle_shared_country(country, named, self._year)
            if country.entities:
                self._evidence.add_country(country.entities[0], country.start)

    def _accept_certain(self, others: list[Occurrence]) -> None:
        for found in sorted(others, key=lambda occurrence: occurrence.start - occurrence.end):
            if not found.entities and len(found.usages) == 1 and not found.usages[0].need:
                if found.usages[0].is_abbreviation:
                    continue
                found.settle(found.usages[0].entity, spoken_kind(found.usages[0]))
            if found.entities:
                extend_by_words(self._text, found)
                if self._accept(found):
                    self._note(found)

    def _note(self, found: Occurrence) -> None:
        for entity in found.entities:
            self._evidence.add(entity, found.start)

    def _accept_given_abbreviations(self) -> None:
        named = [found for found in self._accepted.all() if found.kind in ORGANISATIONS]
        for found, place in list(given_abbreviations(self._text, named)):
            number = self._layout.number(place)
            found.settle(
                found.usages[0].entity,
                say("abbreviation that the text gives for the full name in ¶ {number}", number=number),
            )
            self._accept(found)

    def _accept_abbreviations(self, others: list[Occurrence]) -> None:
        in_capitals = []
        for found in others:
            if not found.entities and found.usages and all(usage.is_abbreviation for usage in found.usages):
                if self._is_only_a_word(found):
                    continue
                if self._stands_in_capitals(found):
                    in_capitals.append(found)
                else:
                    decide_abbreviation(found, self._evidence, self._year)
                    self._accept(found)
        known = {entity.id for other in self._accepted.all() for entity in other.entities} if in_capitals else set()
        for found in in_capitals:
            if known.intersection(usage.entity.id for usage in found.usages):
                decide_abbreviation(found, self._evidence, self._year)
                self._accept(found)

    def _is_only_a_word(self, found: Occurrence) -> bool:
        is_in_capitals = self._text[found.start : found.end].isupper()
        return not is_in_capitals and all(usage.need for usage in found.usages) and is_common_word(self._text, found)

    def _stands_in_capitals(self, found: Occurrence) -> bool:
        """Tell whether the words around are in capitals, so that capitals say nothing."""
        before = _WORD_BEFORE.search(self._text, max(0, found.start - 20), found.start)
        behind = _WORD_BEHIND.match(self._text, found.end)
        around = [match.group(1) for match in (before, behind) if match]
        in_capitals = [word for word in around if len(word) > 1 and word.isupper()]
        return len(in_capitals) == 2 or any(word in _FUNCTION_WORDS for word in in_capitals)

    def _accept_uncertain(self, others: list[Occurrence]) -> None:
        for found in others:
            if found.candidates:
                self._accept(found)
        waiting = [found for found in others if not found.entities and not found.candidates and found.usages]
        waiting = [found for found in waiting if not all(usage.is_abbreviation for usage in found.usages)]
        for found in sorted(waiting, key=lambda occurrence: (occurrence.start, -occurrence.end)):
            if any(other.holds(found) and other.kind in ORGANISATIONS for other in self._around(found)):
                continue
            if self._owner_extends(found):
                if self._accept(found):
                    self._note(found)
                continue
            if all(usage.need for usage in found.usages) and belongs_to_another(self._text, found):
                continue
            if self._is_only_a_word(found):
                continue
            heading = self._text[slice(*self._layout.heading(found.start))]
            office = office_before(self._text, found.start)
            words = self._text[found.start : found.end]
            decide_name(found, self._evidence, self._year, Beside(words, heading, office))
            if found.entities:
                extend_by_words(self._text, found)
            self._accept(found)

    def _owner_extends(self, found: Occurrence) -> bool:
        """Settle an organ by the party or organ named beside it, taking that into the mention."""
        for usage in found.usages:
            if usage.entity.part_of is None:
                continue
            owners = frozenset(self._evidence.relatives(usage.entity))

            def named(side: int, place: int, owners: frozenset = owners) -> tuple[int, int] | None:
                for other in self._accepted.around(max(0, place - 1), place + 1):
                    if (other.start if side else other.end) == place and owners.intersection(
                        entity.id for entity in other.entities
                    ):
                        return other.start, other.end
                return None

            if extend_organ(self._text, found, named):
                found.settle(usage.entity, say("with whom it belongs to beside it"), Doubt.SLIGHT)
                return True
        return False

    def _around(self, found: Occurrence) -> Iterator[Occurrence]:
        return self._accepted.around(found.start, found.end)

    def _accept(self, found: Occurrence) -> bool:
        """Take an occurrence in unless a longer one forbids it; tell whether it was taken in."""
        if found.kind is None:
            return False
        for other in self._around(found):
            if other.kind is found.kind:
                if not self._may_share(found, other):
                    return False
            elif other.holds(found) and not _may_lie_inside(found, other):
                return False
        self._accepted.add(found)
        return True

    @staticmethod
    def _may_share(found: Occurrence, other: Occurrence) -> bool:
        """Tell whether two of one kind may overlap: parties of one list, or an organ in the name of another organ."""
        if (found.start, found.end) == (other.start, other.end):
            return found.is_plural and other.is_plural and found.entities != other.entities
        inner, outer = (found, other) if other.holds(found) else (other, found)
        if found.kind is not EntityKind.BODY or not outer.holds(inner) or not inner.entities or not outer.entities:
            return False
        one, two = inner.entities[0], outer.entities[0]
        return one is not two and one.country is not None and one.country == two.country

    def _holders(self, country: Occurrence) -> list[Occurrence]:
        """Give the organisations and persons whose names a country name lies in."""
        return [
            other for other in self._around(country) if other.kind is not EntityKind.COUNTRY and other.holds(country)
        ]

    def _accept_country(self, country: Occurrence) -> None:
        holders = self._holders(country)
        if any(other.kind is EntityKind.PERSON for other in holders):
            return
        entities = [entity for other in holders for entity in other.entities]
        if not country.entities:
            decide_country(country, self._evidence, entities, self._year)
            if country.entities:
                self._evidence.add(country.entities[0], country.start)
        elif self._means_a_continent(country, entities):
            return
        self._accept(country)

    def _means_a_continent(self, country: Occurrence, holders: Iterable[Entity]) -> bool:
        """Tell whether a name that is a continent's too ("America") stands in the name of a body of that continent."""
        words = self._text[country.start : country.end].lower()
        held = list(holders)
        return (
            bool(held)
            and words in self._index.continents
            and all(holder.country != country.entities[0].id for holder in held)
        )

    def _as_mentions(self, found: Occurrence, document: DocumentId) -> Iterator[Mention]:
        kind = found.kind
        if kind is None:
            return
        name_kind = found.usage.name.kind if found.usage else NameKind.VARIANT
        boilerplate = self._layout.is_boilerplate(found.start)
        for entity in found.entities:
            yield Mention(
                document,
                found.start,
                found.end,
                entity.id,
                entity.name,
                kind,
                MentionState.SUGGESTED,
                name_kind,
                rule=found.rule,
                boilerplate=boilerplate,
                doubt=found.doubt,
            )
        if not found.entities:
            candidates = tuple(entity.id for entity in found.candidates)
            words = self._text[found.start : found.end]
            yield Mention(
                document,
                found.start,
                found.end,
                None,
                words,
                kind,
                MentionState.AMBIGUOUS,
                NameKind.VARIANT,
                candidates,
                found.rule,
                boilerplate,
                Doubt.OPEN,
            )


def _without_countries(found: Occurrence) -> Occurrence | None:
    """Give what else than a country words can mean; letters that stand for a country stand for nobody else."""
    usages = tuple(usage for usage in found.usages if usage.entity.kind is not EntityKind.COUNTRY)
    if len(usages) == len(found.usages):
        return found if usages else None
    if all(usage.is_abbreviation for usage in found.usages):
        return None
    return Occurrence(found.start, found.end, usages) if usages else None


def _may_lie_inside(inner: Occurrence, outer: Occurrence) -> bool:
    if inner.kind is EntityKind.COUNTRY:
        return outer.kind is not EntityKind.PERSON
    if inner.kind is EntityKind.PERSON:
        return outer.kind is EntityKind.COUNTRY
    is_itself = bool(inner.entities) and (inner.usage is None or not inner.usage.need)
    return inner.kind is EntityKind.PARTY and outer.kind is EntityKind.BODY and is_itself
