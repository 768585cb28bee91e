"""Where names stand in a text, before it is decided whom each means: words, case, language and date are tested here."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace

from storage.domain.authority import Entity, EntityKind, Name
from storage.domain.ids import EntityId
from storage.domain.mention import Doubt
from storage.text.chinese_folding import simplified
from storage.text.folding import fold_with_map
from storage.text.name_index import NameIndex, Need, Pattern, Reading, Usage, need_of, separated

_FUNCTION_WORDS = {
    "en": "the of and to in that was with for by which from this have are",
    "fr": "le les des et du une dans que est pour qui sur avec par aux",
    "es": "el los las y del una que por con para se como su al lo",
    "pt": "os das dos e uma que para com em na do nas ao se pela",
    "de": "der die und das den von zu mit des auf ist im dem nicht eine",
    "ru": "и в на с по что не к из для как от за о при",
}

_READINGS_KEPT = 30_000
_APOSTROPHES = ("'", "’")
_GOES_ON = re.compile(r"['’](?![sS]\b)\w")
_CAPITAL_BEHIND = re.compile(r"[ \u00a0-][A-Z]")
_INITIALS = re.compile(r"(?:\w\.\s?)+\w")
_INITIAL_BEHIND = re.compile(r"\.[ \u00a0]?[A-Z]\.")
_INITIAL_BEFORE = re.compile(r"\b[A-Z]\.[ \u00a0]?$")
_WRONG_JOINT = re.compile(r"(?<!\.) |[^\w. ]")
_SMALL_LETTERS_WILL_DO = """
    party partie parti partido partei movement union front league alliance bloc coalition congres committee conference
    forum government republic kingdom empire organization organisation department state federation confederation
"""
_SMALL_WORDS = frozenset(_SMALL_LETTERS_WILL_DO.split())
_DIRECTIONS = frozenset(  # of a region's name, never the whole of it: "southern Africa", "eastern Europe"
    [*("north", "south", "east", "west", "northern", "southern", "eastern", "western", "central", "sub-saharan")]
)
_FORMS_BEFORE_A_HYPHEN = "afro anglo austro franco germano greco hispano indo italo luso nippo russo sino turco"
_COMBINING = frozenset(_FORMS_BEFORE_A_HYPHEN.split())  # of demonyms; they name a country nowhere else


@dataclass(slots=True)
class Occurrence:
    """Words ``[start, end)`` of the text that can name somebody, and what was decided on them.

    ``cores`` and ``is_plural`` are those of the pattern; ``is_shared`` tells that the words have meant several, whether
    or not at this time. ``region`` is the region the words are a name of. ``entities`` is filled in when it is decided:
    one, or several that share the words in a list; while it stays undecided, ``candidates`` are those it can mean.
    """

    start: int
    end: int
    usages: tuple[Usage, ...]
    cores: Mapping[EntityId, Mapping[EntityId, Entity]] = field(default_factory=dict)
    is_plural: bool = False
    is_guard: bool = False
    is_shared: bool = False
    region: Usage | None = None
    entities: tuple[Entity, ...] = ()
    candidates: tuple[Entity, ...] = ()
    rule: str = ""
    doubt: Doubt = Doubt.NONE
    usage: Usage | None = None

    @property
    def kind(self) -> EntityKind | None:
        """The kind of what it names, of the likeliest candidate while it is undecided."""
        for entity in (*self.entities, *self.candidates):
            return entity.kind
        return None

    def settle(self, entity: Entity, rule: str, doubt: Doubt = Doubt.NONE) -> None:
        """Decide whom the words mean and with how much doubt, and remember which name of his they are."""
        self.entities = (entity,)
        self.candidates = ()
        self.rule = rule
        self.doubt = doubt
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
    padded = f" {simplified(separated(folded.text))} "
    spoken = language.partition("-")[0].lower() or guess_language(padded)
    spans: dict[tuple[int, int], int] = {}
    patterns = index.patterns
    for number, start, end in index.automaton.find_matches_as_indexes(padded, overlapping=True):
        pattern = patterns[number]
        if padded[end] == " " or pattern.is_open:
            spans[start + pattern.skipped - 1, end - 1] = number
    found = []
    for (start, end), number in spans.items():
        occurrence = _occurrence(text, *folded.span(start, end), index, number, spoken, year)
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


def _occurrence(
    text: str, start: int, end: int, index: NameIndex, number: int, language: str, year: int | None
) -> Occurrence | None:
    words = text[start:end]
    reading = _reading_of(index, number, words, language, year)
    if reading is None:
        return None
    pattern = index.patterns[number]
    if (text.startswith(_APOSTROPHES, end) and _GOES_ON.match(text, end) and not pattern.is_open) or (
        "." in words and _is_cut_from_initials(text, start, end)
    ):
        return None
    usages, region = reading.usages, reading.region
    if reading.is_combining and "-" not in (text[end : end + 1], text[start - 1 : start]):
        return None
    if region is not None and pattern.skipped > 1 and _CAPITAL_BEHIND.match(text, end):
        region = None  # "the West" is no region in "the West Coast"
    if not usages and not reading.cores and not pattern.is_guard and region is None:
        return None
    if usages and end < len(text) and not text[end].isalnum():
        end += _closing(words, text, end, usages[0].name.text)
    is_shared = len(pattern.usages) > 1
    return Occurrence(start, end, usages, reading.cores, pattern.is_plural, pattern.is_guard, is_shared, region)


def _reading_of(index: NameIndex, number: int, words: str, language: str, year: int | None) -> Reading | None:
    """Return what words are read as wherever they stand; a collection names the same few again and again."""
    key = number, words, language, year
    try:
        return index.readings[key]
    except KeyError:
        if len(index.readings) >= _READINGS_KEPT:
            index.readings.clear()
        reading = index.readings[key] = _read(words, index.patterns[number], language, year)
        return reading


def _read(words: str, pattern: Pattern, language: str, year: int | None) -> Reading | None:
    usages = tuple(
        fitting for usage in pattern.usages.values() if (fitting := _fitting(words, usage, language, year)) is not None
    )
    is_combining = bool(usages) and words.lower() in _COMBINING
    if is_combining:
        usages = tuple(replace(usage, need=Need.NOTHING) for usage in usages)
    cores = pattern.cores if pattern.cores and _is_capitalised(words) else {}
    region = next((usage for usage in pattern.regions if _fits_region(words, usage, language)), None)
    if not usages and not cores and not pattern.is_guard and region is None:
        return None
    return Reading(usages, cores, region, is_combining)


def _is_cut_from_initials(text: str, start: int, end: int) -> bool:
    """Tell whether letters with points are only a part of a longer row of them, as "P. S." in "A. P. S. Grant"."""
    words = text[start:end]
    is_row = _INITIALS.fullmatch(words) is not None
    return is_row and (
        (" " in words and not text.startswith(".", end))
        or _INITIAL_BEHIND.match(text, end) is not None
        or _INITIAL_BEFORE.search(text, max(0, start - 4), start) is not None
    )


def _closing(words: str, text: str, end: int, name: str) -> int:
    """Count the characters after the last letter that belong to the name, as a bracket or an abbreviation's point."""
    last = name[-1]
    if "." in words and text[end] == ".":
        return 1
    return 1 if last in ")!" and text[end] == last else 0


def _fitting(words: str, usage: Usage, language: str, year: int | None) -> Usage | None:
    """Give the usage with the first of its names that can be meant, None where none can."""
    if _fits(words, usage, language, year):
        return usage
    for name in usage.others:
        named = replace(usage, name=name, need=need_of(usage.entity, name), others=())
        if _fits(words, named, language, year):
            return named
    return None


def _fits(words: str, usage: Usage, language: str, year: int | None) -> bool:
    name = usage.name
    entity = usage.entity
    if year is not None and entity.kind is not EntityKind.COUNTRY:
        first_year = max(name.first_year or 0, entity.first_year or 0)
        if first_year > year:
            return False
    if usage.is_abbreviation:
        return words == name.text or (_letters(words) == _letters(name.text) and not _WRONG_JOINT.search(words))
    if entity.kind is EntityKind.COUNTRY and not _is_spoken(name.language, language, name.text):
        return False
    return _is_written_so(words, name, language, _SMALL_WORDS)


def _fits_region(words: str, usage: Usage, language: str) -> bool:
    name = usage.name
    if usage.is_abbreviation:
        return words == name.text
    return _is_spoken(name.language, language, name.text) and _is_written_so(words, name, language, _DIRECTIONS)


def _is_written_so(words: str, name: Name, language: str, small: Collection[str]) -> bool:
    """Tell whether words have capitals where a name of those letters has them; ``small`` words need none."""
    if words == name.text:
        return True
    if name.language == language != "en" and (not name.text[:1].isupper() or words.count(" ") > 1):
        return True
    return _is_capitalised(words) and _agrees_in_case(words, name.text, small)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def _agrees_in_case(words: str, name: str, small: Collection[str]) -> bool:
    """Tell whether every word that has a capital in the name has one in the text, but for words like "party"."""
    found, expected = words.split(), name.split()
    if len(found) != len(expected):
        return not (words[:1].islower() and name[:1].isupper())
    return not any(
        one[0].islower() and other[0].isupper() and one.rstrip("’'s") not in small
        for one, other in zip(found, expected, strict=True)
    )


def _is_spoken(name_language: str, language: str, name: str) -> bool:
    """Tell whether a country's name in one language can be meant in a text of another: "Oman" is no Portuguese."""
    own = name_language.partition("-")[0]
    return own in ("", "en", language) or not name[:1].isascii() or " " in name


def _is_capitalised(words: str) -> bool:
    if " " not in words:
        return words[:1].isupper() or words.upper() == words.lower()
    return words != words.lower() or words.upper() == words
