"""Comparing a list of entities with an authority file: which entries are new, which match, which conflict, and why."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from storage.authority_edits import AuthorityPlan, ChangeAuthority
from storage.domain.authority import Authority, Entity, EntityKind, Name, NameKind
from storage.domain.authority_plan import AuthorityList, ListedEntity, PlannedEntry, PlanStatus
from storage.domain.ids import EntityId
from storage.sentences import joined, say
from storage.text.name_checks import is_short_and_common, why_no_name
from storage.text.name_index import separated_words
from storage.text.written_forms import ORGANISATIONS

_PREFIXES = {EntityKind.PERSON: "person", EntityKind.COUNTRY: "country"}


def plan_list(listed: AuthorityList, authority: Authority) -> AuthorityPlan:
    """Compare a list with an authority file; nothing of the archive's own is taken away or replaced by it.

    An entry matches the entity that has the same identity in the same register, or else the only one of its country
    that has one of its full names. What matches gets the names, years and identities it lacks.
    """
    plan = _Comparison(listed, authority)
    entries = tuple(plan.compare(entry) for entry in listed.entries)
    changed = tuple(
        entry.entity
        for entry in entries
        if entry.entity is not None
        and entry.status in (PlanStatus.NEW, PlanStatus.MATCHING)
        and entry.entity != plan.known.get(entry.entity.id)
    )
    return AuthorityPlan(
        listed.source, entries, ChangeAuthority(say("import “{source}”", source=listed.source), changed)
    )


class _Comparison:
    """Knows the authority file by identities and names, and compares one entry after the other."""

    def __init__(self, listed: AuthorityList, authority: Authority) -> None:
        self.known = {entity.id: entity for entity in authority.entities}
        self._by_identifier: dict[tuple[str, str], EntityId] = {}
        self._by_name: dict[tuple[EntityId | None, str], dict[EntityId, None]] = defaultdict(dict)
        self._countries: dict[str, EntityId] = {}
        self._taken_letters: set[str] = set()
        self._taken: dict[EntityId, int] = {}
        for entity in authority.entities:
            self._learn(entity)
        self._new_ids = {entry.identity: self._new_id(entry, listed.source) for entry in listed.entries}
        self._source = listed.source
        letters = Counter(separated_words(text) for entry in listed.entries for text in entry.abbreviations)
        self._taken_letters |= {words for words, times in letters.items() if times > 1}
        self._in_cycle = _in_cycle(listed.entries)
        self._unusable = {
            entry.identity for entry in listed.entries if entry.problem or entry.identity in self._in_cycle
        }

    def _learn(self, entity: Entity) -> None:
        for identifier in entity.identifiers:
            self._by_identifier.setdefault(identifier, entity.id)
        if entity.kind is EntityKind.COUNTRY:
            for register, code in entity.identifiers:
                if register in ("iso2", "iso3"):
                    self._countries.setdefault(code.lower(), entity.id)
            for name in entity.names:
                if name.kind is not NameKind.DEMONYM:
                    self._countries.setdefault(separated_words(name.text), entity.id)
        for name in entity.names:
            words = separated_words(name.text)
            if name.kind is NameKind.ABBREVIATION:
                self._taken_letters.add(words)
            elif name.kind is not NameKind.DEMONYM:
                self._by_name[entity.country, words][entity.id] = None

    @staticmethod
    def _new_id(entry: ListedEntity, source: str) -> EntityId:
        register, identity = entry.identifiers[0] if entry.identifiers else (f"list {source}", str(entry.row))
        words = "-".join(separated_words(f"{register} {identity}").split())
        return EntityId(f"{_PREFIXES.get(entry.kind, 'organisation')}:{words}")

    def compare(self, entry: ListedEntity) -> PlannedEntry:
        """Say what would become of an entry."""
        if entry.problem:
            return self._planned(PlanStatus.LEFT_OUT, entry, entry.problem)
        if entry.identity in self._in_cycle:
            return self._planned(PlanStatus.LEFT_OUT, entry, say("it is, step by step, a part of itself"))
        if entry.kind is EntityKind.COUNTRY:
            return self._planned(
                PlanStatus.LEFT_OUT, entry, say("a list cannot bring countries; add it by hand in the tree")
            )
        country = self._countries.get(separated_words(entry.country)) if entry.country else None
        names, refused = self._names(entry)
        if not any(name.kind is not NameKind.ABBREVIATION for name in names):
            return self._planned(
                PlanStatus.LEFT_OUT, entry, say("none of its names can be looked for: {refused}", refused=refused)
            )
        by_identity = list(
            dict.fromkeys(found for pair in entry.identifiers if (found := self._by_identifier.get(pair)))
        )
        if by_identity:
            return self._same_identity(entry, by_identity, country, names, refused)
        if entry.country and country is None:
            new = self._new(entry, None, names)
            return self._planned(
                PlanStatus.CONFLICTING,
                entry,
                say("the country “{country}” is not known here", country=entry.country),
                new,
            )
        return self._same_name(entry, country, names, refused)

    def _same_identity(
        self,
        entry: ListedEntity,
        found: Sequence[EntityId],
        country: EntityId | None,
        names: tuple[Name, ...],
        refused: str,
    ) -> PlannedEntry:
        known = self.known[found[0]]
        together = self._joined(known, entry, names)
        if len(found) > 1:
            reason = say(
                "its identities are those of {known} and of {name}", known=known.name, name=self.known[found[1]].name
            )
        elif country != known.country and entry.country:
            reason = say("the same identity, but its country is “{country}” in the list", country=entry.country)
            together = replace(together, country=country or known.country)
        elif (row := self._taken.get(known.id)) is not None:
            reason = say("row {row} matches {known} already", row=row, known=known.name)
        else:
            self._taken[known.id] = entry.row
            return self._matching(entry, known, together, say("the same identity"), refused)
        return self._planned(PlanStatus.CONFLICTING, entry, reason, together, known.id)

    def _same_name(
        self, entry: ListedEntity, country: EntityId | None, names: tuple[Name, ...], refused: str
    ) -> PlannedEntry:
        found: dict[EntityId, str] = {}
        for name in names:
            if name.kind is not NameKind.ABBREVIATION:
                for other in self._by_name.get((country, separated_words(name.text)), ()):
                    if self.known[other].kind in ORGANISATIONS:
                        found.setdefault(other, name.text)
        new = self._new(entry, country, names)
        if not found:
            return self._planned(PlanStatus.NEW, entry, refused, new)
        known = self.known[next(iter(found))]
        if reason := self._why_not_the_same(entry, known, list(found)):
            return self._planned(PlanStatus.CONFLICTING, entry, reason, new, known.id)
        self._taken[known.id] = entry.row
        return self._matching(
            entry,
            known,
            self._joined(known, entry, names),
            say("the same name, “{name}”", name=found[known.id]),
            refused,
        )

    def _why_not_the_same(self, entry: ListedEntity, known: Entity, found: Sequence[EntityId]) -> str:
        if len(found) > 1:
            return say("its names are those of {known} and of {name}", known=known.name, name=self.known[found[1]].name)
        if (row := self._taken.get(known.id)) is not None:
            return say("row {row} matches {known} already", row=row, known=known.name)
        theirs = dict(known.identifiers)
        for register, identity in entry.identifiers:
            if theirs.get(register, identity) != identity:
                return say(
                    "named as {known}, which has the identity {other} in {register}",
                    known=known.name,
                    other=theirs[register],
                    register=register,
                )
        if known.last_year and entry.first_year and entry.first_year > known.last_year:
            return say(
                "named as {known}, which ended in {last_year}, before this one began",
                known=known.name,
                last_year=known.last_year,
            )
        if known.first_year and entry.last_year and entry.last_year < known.first_year:
            return say(
                "named as {known}, which began in {first_year}, after this one ended",
                known=known.name,
                first_year=known.first_year,
            )
        return ""

    def _matching(
        self, entry: ListedEntity, known: Entity, together: Entity, reason: str, refused: str
    ) -> PlannedEntry:
        added = len(together.names) - len(known.names)
        parts = [reason]
        if added:
            parts.append(say("adds one name") if added == 1 else say("adds {added} names", added=added))
        if entry.first_year and known.first_year and entry.first_year != known.first_year:
            parts.append(
                say(
                    "founded {known} here and {listed} in the list; left as it is",
                    known=known.first_year,
                    listed=entry.first_year,
                )
            )
        parts.extend([refused] if refused else [])
        return self._planned(PlanStatus.MATCHING, entry, joined("; ", parts), together, known.id)

    def _names(self, entry: ListedEntity) -> tuple[tuple[Name, ...], str]:
        """Give the names of an entry that can be looked for, and say in words which cannot."""
        names: dict[str, Name] = {}
        refused: list[str] = []
        for number, (text, language) in enumerate((*entry.names, *entry.native_names)):
            if why := why_no_name(text):
                refused.append(say("“{text}” is left out, since {why}", text=text[:60], why=why))
                continue
            kind = NameKind.OFFICIAL if number in (0, len(entry.names)) else NameKind.VARIANT
            alone = text.isascii() and " " not in text and "-" not in text
            names.setdefault(separated_words(text), Name(text, language, kind, needs_context=alone))
        for text in entry.abbreviations:
            words = separated_words(text)
            if why := "" if len(text) > 1 and any(map(str.isupper, text)) else say("it is no abbreviation"):
                refused.append(say("“{text}” is left out, since {why}", text=text[:60], why=why))
            elif not why_no_name(text):
                is_weak = is_short_and_common(text) or words in self._taken_letters or not text.isupper()
                names.setdefault(words, Name(text, "", NameKind.ABBREVIATION, needs_context=is_weak))
        return tuple(names.values()), joined("; ", refused)

    def _new(self, entry: ListedEntity, country: EntityId | None, names: tuple[Name, ...]) -> Entity:
        native = next((text for text, _ in entry.native_names if text != entry.name), "")
        return Entity(
            id=self._new_ids[entry.identity] if entry.identity else self._new_id(entry, self._source),
            kind=entry.kind,
            name=entry.name,
            names=names,
            country=country,
            native_name=native,
            first_year=entry.first_year,
            last_year=entry.last_year,
            identifiers=entry.identifiers,
            source=self._source,
            part_of=self._part_of(entry),
        )

    def _joined(self, known: Entity, entry: ListedEntity, names: tuple[Name, ...]) -> Entity:
        """Add to an entity what it lacks of an entry."""
        have = {separated_words(name.text) for name in known.names}
        registers = {register for register, _ in known.identifiers}
        return replace(
            known,
            names=(*known.names, *(name for name in names if separated_words(name.text) not in have)),
            identifiers=(*known.identifiers, *(pair for pair in entry.identifiers if pair[0] not in registers)),
            first_year=known.first_year or entry.first_year,
            last_year=known.last_year or entry.last_year,
            part_of=known.part_of or self._part_of(entry),
        )

    def _part_of(self, entry: ListedEntity) -> EntityId | None:
        if not entry.part_of:
            return None
        if entry.part_of in self.known:
            return EntityId(entry.part_of)
        if entry.part_of in self._new_ids and entry.part_of not in self._unusable:
            return self._new_ids[entry.part_of]
        return None

    def _planned(
        self,
        status: PlanStatus,
        entry: ListedEntity,
        reason: str,
        entity: Entity | None = None,
        existing: EntityId | None = None,
    ) -> PlannedEntry:
        country = self._countries.get(separated_words(entry.country)) if entry.country else None
        country_name = self.known[country].name if country else entry.country
        return PlannedEntry(status, entry.name, reason, entity, existing, country_name, entry.row)


def _in_cycle(entries: Iterable[ListedEntity]) -> frozenset[str]:
    """Give the identities of the entries that are, step by step, a part of themselves."""
    above = {entry.identity: entry.part_of for entry in entries if entry.identity and entry.part_of}
    found: set[str] = set()
    for start in above:
        seen = [start]
        while (at := above.get(seen[-1])) is not None and at not in seen:
            seen.append(at)
        if at == start:
            found.update(seen)
    return frozenset(found)
