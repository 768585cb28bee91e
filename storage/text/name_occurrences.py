"""Where names stand in a text, before it is decided whom each means: words, case, language and date are tested here."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from storage.domain.authority import Entity, EntityKind
from storage.domain.ids import EntityId
from storage.text.folding import fold_with_map
from storage.text.name_index import NameIndex, Pattern, Usage, separated
from storage.text.written_forms import ORGANISATIONS

_FUNCTION_WORDS = {
    "en": "the of and to in that was with for by which from this have are",
    "fr": "le les des et du une dans que est pour qui sur avec par aux",
    "es": "el los las y del una que por con para se como su al lo",
    "pt": "os das dos e uma que para com em na do nas ao se pela",
    "de": "der die und das den von zu mit des auf ist im dem nicht eine",
    "ru": "и в на с по что не к из для как от за о при",
}


@dataclass(slots=True)
class Occurrence:
    """Words ``[start, end)`` of the text that can name somebody, and what was decided on them.

    ``cores`` and ``is_plural`` are those of the pattern. ``entities`` is filled in when it is decided: one, or several
    that share the words in a list; while it stays undecided, ``candidates`` are those it can mean.
    """

    start: int
    end: int
    usages: tuple[Usage, ...]
    cores: dict[EntityId, tuple[Entity, ...]] = field(default_factory=dict)
    is_plural: bool = False
    is_guard: bool = False
    entities: tuple[Entity, ...] = ()
    candidates: tuple[Entity, ...] = ()
    rule: str = ""
    usage: Usage | None = None

    @property
    def kind(self) -> EntityKind | None:
        """The kind of what it names, of the likeliest candidate while it is undecided."""
        for entity in (*self.entities, *self.candidates):
            return entity.kind
        return None

    def settle(self, entity: Entity, rule: str) -> None:
        """Decide whom the words mean, and remember which name of his they are."""
        self.entities = (entity,)
        self.candidates = ()
        self.rule = rule
        self.usage = next((usage for usage in self.usages if usage.entity is entity), None)

    def holds(self, other: "Occurrence") -> bool:
        """Tell whether another one lies within this one and is shorter."""
        return self.start <= other.start and other.end <= self.end and other.end - other.start < self.end - self.start


def find_occurrences(index: NameIndex, text: str, language: str, year: int | None) -> list[Occurrence]:
    """Find all names in a text, overlapping ones too, ordered by start and the longest first.

    Args:
        index: the compiled names.
        text: canonical text; offsets are its code points.
        language: BCP 47 tag of the text; told by its commonest words where empty.
        year: the year the text speaks from; names taken later are left out.
    """
    folded = fold_with_map(text)
    padded = f" {separated(folded.text)} "
    spoken = language.partition("-")[0].lower() or guess_language(padded)
    spans: dict[tuple[int, int], Pattern] = {}
    patterns = index.patterns
    for number, start, end in index.automaton.find_matches_as_indexes(padded, overlapping=True):
        pattern = patterns[number]
        if padded[end] == " " or pattern.is_open:
            spans[start + pattern.skipped - 1, end - 1] = pattern
    found = []
    for (start, end), pattern in spans.items():
        occurrence = _read(text, *folded.span(start, end), pattern, spoken, year)
        if occurrence is not None:
            found.append(occurrence)
    found.sort(key=lambda occurrence: (occurrence.start, -occurrence.end))
    return found


def guess_language(padded: str) -> str:
    """Tell a text's language by its commonest words, nothing where they do not tell."""
    words = padded[:4000].split()
    counts = {
        language: sum(map(set(common.split()).__contains__, words)) for language, common in _FUNCTION_WORDS.items()
    }
    best = max(counts, key=counts.__getitem__)
    return best if counts[best] * 20 > len(words) else ""


def _read(text: str, start: int, end: int, pattern: Pattern, language: str, year: int | None) -> Occurrence | None:
    words = text[start:end]
    usages = tuple(usage for usage in pattern.usages if _fits(words, usage, language, year))
    cores = pattern.cores if pattern.cores and _is_capitalised(words) else {}
    if not usages and not cores and not pattern.is_guard:
        return None
    if usages and end < len(text) and not text[end].isalnum():
        end += _closing(text, end, usages[0].name.text)
    return Occurrence(start, end, usages, cores, pattern.is_plural, pattern.is_guard)


def _closing(text: str, end: int, name: str) -> int:
    """Count the characters after the last letter that belong to the name, as a bracket or an abbreviation's point."""
    last = name[-1]
    return 1 if not last.isalnum() and last in ").!" and text[end] == last else 0


def _fits(words: str, usage: Usage, language: str, year: int | None) -> bool:
    name = usage.name
    entity = usage.entity
    if year is not None and entity.kind is not EntityKind.COUNTRY:
        first_year = max(name.first_year or 0, entity.first_year or 0)
        if first_year > year:
            return False
    if usage.is_abbreviation:
        return _letters(words) == _letters(name.text)
    if entity.kind is EntityKind.COUNTRY and not _is_spoken(name.language, language, name.text):
        return False
    if entity.kind not in ORGANISATIONS and words[:1].islower() and name.text[:1].isupper():
        return False
    return _is_capitalised(words) or (name.language == language and not name.text[:1].isupper())


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def _is_spoken(name_language: str, language: str, name: str) -> bool:
    """Tell whether a country's name in one language can be meant in a text of another: "Oman" is no Portuguese."""
    own = name_language.partition("-")[0]
    return own in ("", "en", language) or not name[:1].isascii() or " " in name


def _is_capitalised(words: str) -> bool:
    if " " not in words:
        return words[:1].isupper() or words.upper() == words.lower()
    return words != words.lower() or words.upper() == words


def words_of(occurrences: list[Occurrence], kind: EntityKind) -> Iterator[Occurrence]:
    """Give the occurrences that can name something of a kind."""
    return (found for found in occurrences if any(usage.entity.kind is kind for usage in found.usages))
