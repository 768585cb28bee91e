"""All the names of an authority file, compiled into one automaton that finds them in a single pass over a text.

Patterns are folded and *separated*: every character that is no letter, digit or mark has become one space, so that a
hyphen, a line end or an apostrophe matches a space and offsets stay what they are; traditional Chinese characters are
read as simplified ones. A pattern begins with a space, and so only at the beginning of a word, except in scripts that
do not set spaces between words.
"""

import gc
import re
import unicodedata
from collections.abc import Hashable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from enum import IntEnum
from itertools import compress, repeat
from types import MappingProxyType
from typing import TYPE_CHECKING

from storage.domain.authority import Authority, Entity, EntityKind, Name, NameKind
from storage.domain.ids import EntityId
from storage.text.chinese_folding import simplified
from storage.text.folding import beyond_ascii, fold
from storage.text.name_forms import is_broad
from storage.text.written_forms import ORGANISATIONS, family_name, written_forms

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

_BORDERLESS = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_PARTICLES_FOLLOW = re.compile("[\uac00-\ud7a3]$")  # Korean sets spaces but writes its particles onto the name
_IN_BRACKETS = re.compile(r"\s*\([^()]*\)$")
_JOINT = "\x1f"
_SAY_ONLY_WHAT_IT_IS = "party parties movement front union alliance league organisation organization body group"
BARE_WORDS = frozenset(_SAY_ONLY_WHAT_IT_IS.split())
"""Words that are nobody's name by themselves."""


class _SeparatingTable(dict[int, str]):
    """What each character becomes, worked out when first met; ``str.translate`` reads it."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        kept = character.isalnum() or character == _JOINT or unicodedata.category(character).startswith("M")
        value = self[code] = character if kept else " "
        return value


_SEPARATING = _SeparatingTable()


class _NormalisingTable(dict[int, str]):
    """What each character becomes when it is folded, separated and simplified, which is quicker done at once."""

    def __missing__(self, code: int) -> str:
        value = self[code] = simplified(separated(fold(chr(code))))
        return value


_NORMALISING = _NormalisingTable()


def separated(folded: str) -> str:
    """Put one space in the place of each character that is no letter, digit or mark; the length stays."""
    if folded.isascii():
        return folded.translate(_SEPARATING)
    for character in beyond_ascii(folded):
        if _SEPARATING[ord(character)] == " ":
            folded = folded.replace(character, " ")
    return folded.translate(_SEPARATING)


def separated_words(text: str) -> str:
    """Give the words of a text, folded, with one space between them."""
    return " ".join(separated(fold(text)).split())


class Need(IntEnum):
    """How much else of an entity the text must hold before words that are not its alone are taken for it.

    ``NEAR`` is for names that the authority file marks so and for names made of nothing but words that many parties
    share; ``SOMEWHERE`` in the document is enough for family names, single words and two letters.
    """

    NOTHING = 0
    SOMEWHERE = 1
    NEAR = 2


@dataclass(frozen=True, slots=True)
class Usage:
    """One way in which words can mean an entity; ``others`` are further names of it that read the same when folded.

    "Servia" is an old English name and, with an accent, today's Portuguese one: which it is depends on the text.
    """

    entity: Entity
    name: Name
    need: Need = Need.NOTHING
    is_family_name: bool = False
    others: tuple[Name, ...] = ()

    @property
    def is_abbreviation(self) -> bool:
        """Whether the words are letters that stand for the name."""
        return self.name.kind is NameKind.ABBREVIATION


_NO_CORES: Mapping[EntityId, Mapping[EntityId, Entity]] = MappingProxyType({})


def _no_cores() -> Mapping[EntityId, Mapping[EntityId, Entity]]:
    """Give one empty mapping to all patterns, since few have cores and there are very many."""
    return _NO_CORES


@dataclass(slots=True)
class Pattern:
    """What a pattern can mean.

    ``cores`` is set where the words are a party's name without its country ("Communist Party"), ``is_plural`` where
    they are such words for several parties. ``is_guard`` marks a phrase that holds a name and means something else
    ("Latin America"). ``regions`` are the regions of whom it is a name, kept apart from ``usages`` because they decide
    on nothing else. ``is_open`` lets letters follow. ``skipped`` counts the characters at its start, a space and an
    article, that are no part of the mention.
    """

    text: str
    usages: dict[EntityId, Usage] = field(default_factory=dict)
    cores: Mapping[EntityId, Mapping[EntityId, Entity]] = field(default_factory=_no_cores)
    regions: tuple[Usage, ...] = ()
    is_plural: bool = False
    is_guard: bool = False
    is_open: bool = False
    skipped: int = 1


@dataclass(frozen=True, slots=True)
class Reading:
    """What the words of a pattern can mean in a language and year, wherever they stand; the text around them decides.

    ``is_combining`` is for forms that name a country only beside a hyphen.
    """

    usages: tuple[Usage, ...]
    cores: Mapping[EntityId, Mapping[EntityId, Entity]]
    region: Usage | None
    is_combining: bool


@dataclass(frozen=True, slots=True)
class NameIndex:
    """The compiled names; ``patterns`` are numbered as the automaton numbers them.

    ``readings`` keeps what words were read as, by pattern, words, language and year; it only saves time.
    """

    automaton: "AhoCorasick"
    patterns: tuple[Pattern, ...]
    entities: Mapping[EntityId, Entity]
    continents: frozenset[str]
    readings: dict[tuple[int, str, str, int | None], Reading | None] = field(default_factory=dict, compare=False)


def build_name_index(authority: Authority) -> NameIndex:
    """Compile the names of an authority file."""
    with _without_collecting():
        return _build(authority)


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Let nobody look for garbage meanwhile: there is none, and the search costs a third of compiling many names."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _build(authority: Authority) -> NameIndex:
    from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

    builder = _Builder()
    first = {row.region for scheme in authority.schemes[:1] for row in scheme.regions}
    for entity in sorted(authority.entities, key=lambda entity: entity.id not in first):
        if not entity.hidden:
            builder.add_entity(entity)
    builder.guards.extend(authority.not_names)
    patterns = builder.compile()
    automaton = AhoCorasick(
        [pattern.text for pattern in patterns],
        matchkind=MatchKind.Standard,
        store_patterns=False,
        implementation=Implementation.ContiguousNFA,
    )
    entities = {entity.id: entity for entity in authority.entities}
    continents = frozenset(words[-1] for guard in builder.guards if len(words := guard.lower().split()) > 1)
    return NameIndex(automaton, tuple(patterns), entities, continents)


def pattern_meanings(entities: Iterable[Entity], countries: Iterable[Entity]) -> dict[str, frozenset[Hashable]]:
    """Give the separated patterns of some entities, each with all that tells how it is read.

    ``countries`` are those the entities belong to; only the names of their parties without them are taken from there.
    Comparing the answers before and after a change tells in which texts names can be read differently.
    """
    builder = _Builder()
    listed = list(entities)
    known = {entity.id for entity in listed}
    for entity in listed:
        builder.add_entity(entity)
    for country in countries:
        if country.id not in known:
            builder.add_country_names(country)
    found: dict[str, frozenset[Hashable]] = {}
    for pattern in builder.compile():
        usages = (*pattern.usages.values(), *pattern.regions)
        meanings: set[Hashable] = {
            (*_what_counts(usage.entity), usage.name, usage.need, usage.is_family_name, usage.others)
            for usage in usages
        }
        meanings |= {
            (country, entity, pattern.is_plural) for country in pattern.cores for entity in pattern.cores[country]
        }
        found[pattern.text.strip()] = frozenset(meanings)
    return found


def _what_counts(entity: Entity) -> tuple[Hashable, ...]:
    """Give what of an entity, beside its names, has a say in whom a text means."""
    return (
        entity.id, entity.kind, entity.country, entity.part_of, entity.form, entity.first_year, entity.last_year,
        entity.roles,
    )  # fmt: skip


class _Builder:
    """Gathers forms first and folds them all at once, which is many times quicker than one by one."""

    def __init__(self) -> None:
        self.guards: list[str] = []
        self._forms: list[str] = []
        self._usages: list[Usage] = []
        self._regions: list[tuple[str, Usage]] = []
        self._country_names: dict[EntityId, list[str]] = {}

    def add_entity(self, entity: Entity) -> None:
        """Take in the names of an entity; of two regions with one name, the one that came first has it."""
        if entity.kind is EntityKind.REGION:
            self.guards.extend(name.text for name in entity.names)
            for name in entity.names:
                usage = Usage(entity, name, need_of(entity, name))
                self._regions.extend((form, usage) for form in written_forms(entity, name))
            return
        if entity.kind is EntityKind.COUNTRY:
            self.add_country_names(entity)
        for name in entity.names:
            self._add_name(entity, name)

    def add_country_names(self, country: Entity) -> None:
        """Take in the names of a country only so far as they stand in the names of its parties."""
        self._country_names[country.id] = [
            name.text for name in country.names if name.language in ("", "en") and len(name.text) > 2
        ]

    def _add_name(self, entity: Entity, name: Name) -> None:
        usage = Usage(entity, name, need_of(entity, name))
        forms = written_forms(entity, name)
        self._forms += forms
        self._usages += repeat(usage, len(forms))
        if entity.kind is EntityKind.PERSON and not usage.need and (alone := family_name(entity, name)):
            self._forms.append(alone)
            self._usages.append(Usage(entity, name, Need.SOMEWHERE, is_family_name=True))

    def compile(self) -> list[Pattern]:
        """Give one pattern for each text, with all that it can mean."""
        patterns: dict[str, Pattern] = {}
        texts = _normalised(self._forms)
        for whole, usage in zip(texts, self._usages, strict=True):
            bare = whole.removeprefix("the ").lstrip()
            if len(bare) < 2 or bare in BARE_WORDS or (bare[0].isdecimal() and bare.replace(" ", "").isdecimal()):
                continue
            text = whole if usage.need else bare
            usages = _pattern(patterns, text).usages
            known = usages.get(usage.entity.id)
            usages[usage.entity.id] = usage if known is None else _joined(known, usage)
        cores: dict[str, dict[EntityId, dict[EntityId, Entity]]] = {}
        for usage, core, country in self._cores(texts):
            for text, is_plural in ((core, False), (_plural(core), True)):
                pattern = _pattern(patterns, text)
                pattern.is_plural |= is_plural
                cores.setdefault(text, {}).setdefault(country, {})[usage.entity.id] = usage.entity
                pattern.cores = cores[text]
        self._compile_regions(patterns)
        for text in _normalised(self.guards):
            if " " in text:
                _pattern(patterns, text).is_guard = True
        return list(patterns.values())

    def _compile_regions(self, patterns: dict[str, Pattern]) -> None:
        """Add the regions' names; a single word that is listed with its article only ("the West") keeps it."""
        texts = _normalised([form for form, _ in self._regions])
        listed = frozenset(texts)
        for whole, (_, usage) in zip(texts, self._regions, strict=True):
            bare = whole.removeprefix("the ").lstrip()
            if len(bare) < 2:
                continue
            pattern = _pattern(patterns, bare if " " in bare or bare in listed else whole)
            pattern.is_guard |= " " in pattern.text.strip()
            pattern.regions = (*pattern.regions, usage)

    def _cores(self, texts: list[str]) -> Iterable[tuple[Usage, str, EntityId]]:
        """Give what is left of the parties' English names without their country, folded and separated."""
        every = [(country, name) for country, names in self._country_names.items() for name in names]
        countries: dict[EntityId, list[str]] = {}
        for (country, _), name in zip(every, _normalised([name for _, name in every]), strict=True):
            countries.setdefault(country, []).append(name)
        for names in countries.values():
            names.sort(key=len, reverse=True)
        for usage, text in zip(self._usages, texts, strict=True):
            country = usage.entity.country
            if country is None or usage.entity.kind is not EntityKind.PARTY or usage.is_abbreviation:
                continue
            if usage.name.language in ("", "en"):
                core = _without_country(text, countries.get(country, ())).strip()
                if " " in core and (core != text or is_broad(core)):
                    yield usage, core, country


def _joined(known: Usage, usage: Usage) -> Usage:
    """Join two usages of the same words by one entity: the surer one first, the other where it is of another language.

    "Congo" alone is the Spanish name of one country; in English it takes more to mean that one.
    """
    sure, unsure = known, usage
    if (known.is_family_name, known.need) > (usage.is_family_name, usage.need):
        sure, unsure = usage, known
    if sure.is_family_name != unsure.is_family_name:
        return sure
    others = [name for name in (*known.others, unsure.name, *usage.others) if name.language != sure.name.language]
    return replace(sure, others=tuple(dict.fromkeys((*sure.others, *others)))) if others else sure


def need_of(entity: Entity, name: Name) -> Need:
    """Say how much else of an entity a text must hold before words that are a name of it are taken for it."""
    if name.needs_context:
        return Need.NEAR
    if entity.kind not in ORGANISATIONS:
        return Need.NOTHING
    is_party = entity.kind is EntityKind.PARTY
    if name.kind is NameKind.ABBREVIATION:
        letters = sum(map(str.isupper, name.text))
        is_weak = name.text.upper() != name.text.lower() and (
            letters < len(name.text.replace(".", "")) - 1 or (is_party and letters < 3)
        )
        return Need.SOMEWHERE if is_weak else Need.NOTHING
    if not is_party or (not name.text.isascii() and _BORDERLESS.match(name.text)):
        return Need.NOTHING
    words = _IN_BRACKETS.sub("", name.text) if name.text.endswith(")") else name.text
    words = words.removeprefix("The ").removeprefix("the ")
    if is_broad(words):
        return Need.NEAR
    return Need.SOMEWHERE if " " not in words and "-" not in words else Need.NOTHING


def _normalised(texts: list[str]) -> list[str]:
    """Fold and separate texts: those of ASCII and the others each all at once, since the others take far longer."""
    are_ascii = list(map(str.isascii, texts))
    plain = _normalised_together(list(compress(texts, are_ascii)))
    if len(plain) == len(texts):
        return plain
    others = iter(_normalised_together([text for text, is_ascii in zip(texts, are_ascii, strict=True) if not is_ascii]))
    plainer = iter(plain)
    return [next(plainer if is_ascii else others) for is_ascii in are_ascii]


def _normalised_together(texts: list[str]) -> list[str]:
    joined = _JOINT.join(texts)
    if joined.count(_JOINT) >= len(texts) > 0:
        joined = _JOINT.join([text.replace(_JOINT, " ") for text in texts])
    joined = joined.lower().translate(_SEPARATING) if joined.isascii() else joined.translate(_NORMALISING)
    return [text.strip() for text in joined.split(_JOINT)] if texts else []


def _pattern(patterns: dict[str, Pattern], text: str) -> Pattern:
    known = patterns.get(text)
    if known is None:
        if text.isascii():
            skipped = 5 if text.startswith("the ") else 1
            known = patterns[text] = Pattern(" " + text, {}, _NO_CORES, (), False, False, False, skipped)
            return known
        is_borderless = bool(_BORDERLESS.match(text))
        known = patterns[text] = Pattern(
            text=text if is_borderless else " " + text,
            is_open=is_borderless or bool(_PARTICLES_FOLLOW.search(text)),
            skipped=0 if is_borderless else 1,
        )
    return known


def _without_country(text: str, names: Iterable[str]) -> str:
    for name in names:
        if name not in text:
            continue
        if text.startswith(name + " "):
            return text[len(name) + 1 :]
        for joint in (" of the ", " of ", " in the ", " in ", "  "):
            if text.endswith(joint + name):
                return text[: -len(joint + name)]
    return text


def _plural(core: str) -> str:
    return core[:-1] + "ies" if core.endswith("y") else core + "s"
