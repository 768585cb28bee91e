"""A judge of queries that knows no parser, tree, posting or array: it looks at every word of every text, and counts.

It knows only what a reader is promised: words are runs of letters and digits once case, accents and width are folded;
a plain word is found in every form that shares its stem in the language of the document; a phrase is found as typed;
of scripts without spaces any substring is found. Folding and the stemmers are the program's own.

A query is a :class:`Leaf` or a :class:`Group`; ``typed`` says it as a reader types it.
"""

import fnmatch
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, lru_cache

from storage.domain.search import Span
from storage.index.documents import IndexedDocument
from storage.index.stemming import stem, stemming_language
from storage.text.folding import fold, fold_with_map

_WITHOUT_SPACES = re.compile(
    "["
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"  # Thai and Lao, Burmese, Khmer
    "\u3005-\u3007\u3041-\u30ff\u31f0-\u31ff\u3105-\u312f"  # Japanese and Chinese
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
    "\u1100-\u11ff\u3131-\u318f\uac00-\ud7ff"  # Korean
    "]"
)
_STEMMED = ("text", "boilerplate", "title", "note")
_FAR = 1000
"""Units between two values of a field: no phrase reaches from one into the other."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A folded word, or a character of a script without spaces with the one behind it, if there is one.

    ``number`` is its place in the field, ``start`` and ``end`` the code points of the word or of the first character.
    """

    text: str
    number: int
    start: int
    end: int

    @property
    def in_run(self) -> bool:
        return _WITHOUT_SPACES.match(self.text) is not None


@lru_cache(maxsize=4000)
def units(text: str, first_number: int = 0) -> tuple[Unit, ...]:
    """Read a text as words and characters of scripts without spaces."""
    folded = fold_with_map(text)
    found: list[Unit] = []
    for start, end in _runs(folded.text):
        letters = folded.text[start:end]
        following = folded.text[end : end + 1]
        if _WITHOUT_SPACES.match(letters) and _WITHOUT_SPACES.match(following) and _is_letter(following):
            letters += following
        found.append(Unit(letters, first_number + len(found), *folded.span(start, end)))
    return tuple(found)


def _runs(folded: str) -> Iterator[tuple[int, int]]:
    start = 0
    while start < len(folded):
        end = start + 1
        if _is_letter(folded[start]):
            if not _stands_alone(folded[start]):
                while end < len(folded) and _is_letter(folded[end]) and not _stands_alone(folded[end]):
                    end += 1
            yield start, end
        start = end


@cache
def _is_letter(character: str) -> bool:
    return unicodedata.category(character)[0] in "LNM"


def _stands_alone(character: str) -> bool:
    return unicodedata.decomposition(character).startswith("<fraction>") or bool(_WITHOUT_SPACES.match(character))


class ScannedDocument:
    """A document with the units of each of its fields."""

    def __init__(self, document: IndexedDocument) -> None:
        self.document = document
        words = units(document.text)
        aside = {unit for unit in words if any(span.start <= unit.start < span.end for span in document.boilerplate)}
        self.fields = {"text": [unit for unit in words if unit not in aside], "boilerplate": sorted(aside, key=_place)}
        described = {"title": (document.title,), "lang": (document.language,), **document.attributes}
        for name, values in described.items():
            each = (units(value, number * _FAR) for number, value in enumerate(values))
            self.fields[name] = [unit for one in each for unit in one]


def _place(unit: Unit) -> int:
    return unit.number


Stretch = tuple[Unit, Unit]
Test = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Leaf:
    """One thing typed; ``field`` None is text and title.

    ``kind`` is word, phrase, prefix, wildcard, regex, fuzzy, range, days or every. ``loose`` is how far words of a
    phrase may be apart, how many letters of a fuzzy word may differ, or which ends of a range are left out (1: the
    first, 2: the second, 3: both). ``last`` is the other end of a range, ``fixed`` how many letters a fuzzy word keeps.
    """

    kind: str
    words: str
    field: str | None = None
    loose: int = 1
    last: str = ""
    fixed: int = 0
    boost: int = 1

    def typed(self) -> str:
        """Say it as a reader types it."""
        field = f"{self.field}:" if self.field else ""
        return f"{field}{self._words()}" + (f"^{self.boost}" if self.boost > 1 else "")

    def _words(self) -> str:
        match self.kind:
            case "phrase":
                return f'"{self.words}"' + (f"~{self.loose}" if self.loose > 1 else "")
            case "prefix":
                return f"{self.words}*"
            case "regex":
                return f'r"{self.words}"'
            case "fuzzy":
                return f"{self.words}~{self.loose}" + (f"/{self.fixed}" if self.fixed else "")
            case "range" | "days":
                return f"{'[{'[self.loose & 1]}{self.words} TO {self.last}{']}'[self.loose >> 1]}"
            case "every":
                return "*" if self.field else "*:*"
        return self.words

    def stretches(self, scanned: ScannedDocument) -> dict[str, list[Stretch]]:
        """Return by field from which unit to which it is found."""
        return _stretches(self, scanned)

    def stretches_anew(self, scanned: ScannedDocument) -> dict[str, list[Stretch]]:
        """Return the same, looked for again."""
        if self.kind in ("days", "every"):
            return {}
        names = (self.field,) if self.field else ("text", "title")
        return {name: self._in_field(scanned.fields.get(name, []), name, scanned.document.language) for name in names}

    def _in_field(self, field: Sequence[Unit], name: str, language: str) -> list[Stretch]:
        wanted = units(self.words)
        is_one_word = self.kind == "word" and len(wanted) == 1 and not wanted[0].in_run
        if is_one_word or self.kind in ("wildcard", "regex", "fuzzy", "range"):
            test = _same_stem(wanted[0].text, language if name in _STEMMED else "none") if is_one_word else self._test()
            return [(unit, unit) for unit in field if test(unit.text)]
        tests = [_begins(unit.text) if unit.in_run else unit.text.__eq__ for unit in wanted]
        if self.kind == "prefix" and not wanted[-1].in_run:
            tests[-1] = _begins(wanted[-1].text)
        gaps = [1 if one.in_run and len(one.text) > 1 else self.loose for one in wanted[:-1]]
        return list(_sequences(field, tests, gaps if self.kind == "phrase" else [1] * len(gaps)))

    def _test(self) -> Test:
        match self.kind:
            case "wildcard":
                return _glob(self.words)
            case "regex":
                return _expression(self.words)
            case "fuzzy":
                return _near(fold(self.words), self.loose, self.fixed)
        return _between(fold(self.words), fold(self.last), self.loose)

    def answered_by(self, scanned: ScannedDocument) -> bool:
        """Tell whether a document answers it."""
        if self.kind == "every":
            return self.field is None or bool(scanned.fields.get(self.field))
        if self.kind == "days":
            first, last = days_meant(self.words, self.last, self.loose)
            return any(start <= last and end >= first for start, end in scanned.document.dates)
        return any(self.stretches(scanned).values())


@lru_cache(maxsize=4000)
def _stretches(leaf: Leaf, scanned: ScannedDocument) -> dict[str, list[Stretch]]:
    return leaf.stretches_anew(scanned)


def days_meant(first: str, last: str, left_out: int) -> tuple[int, int]:
    """Return the first and the last day of a range of years, months and days, all written with hyphens."""

    def beginning(words: str) -> date:
        return date.fromisoformat(words + "-01-01"[len(words) - 4 :] if len(words) < 10 else words)

    def behind(words: str) -> date:
        day = beginning(words)
        if len(words) == 4:
            return day.replace(year=day.year + 1)
        if len(words) == 7:
            return (day + timedelta(32)).replace(day=1)
        return day + timedelta(1)

    start = (behind(first) if left_out & 1 else beginning(first)) if first else date.min
    end = ((beginning(last) if left_out & 2 else behind(last)) - timedelta(1)) if last else date.max
    return start.toordinal(), end.toordinal()


@cache
def _glob(pattern: str) -> Test:
    compiled = re.compile(fnmatch.translate(fold(pattern)))
    return lambda text: compiled.match(text) is not None


@cache
def _expression(pattern: str) -> Test:
    compiled = re.compile(folded_letters(pattern))
    return lambda text: compiled.match(text) is not None


def folded_letters(pattern: str) -> str:
    """Return a regular expression whose letters are folded, but for those that are signs."""
    return re.sub(r"(?<!\\)\w", lambda letter: fold(letter[0]), pattern)


def _begins(beginning: str) -> Test:
    return lambda text: text.startswith(beginning)


def _between(low: str, high: str, left_out: int) -> Test:
    def test(text: str) -> bool:
        above = not low or text > low or (text == low and not left_out & 1)
        return above and (not high or text < high or (text == high and not left_out & 2))

    return test


@cache
def _same_stem(word: str, language: str) -> Test:
    stemmer = stemming_language(language, word)
    return lambda text: text == word or (bool(stemmer) and stem(stemmer, text) == stem(stemmer, word))


@cache
def _near(word: str, most: int, fixed: int) -> Test:
    """Tell which words are at most so many changed, missing, added or exchanged letters away."""

    @cache
    def test(text: str) -> bool:
        alike = text.startswith(word[:fixed]) and abs(len(text) - len(word)) <= most
        return alike and not _WITHOUT_SPACES.match(text) and edit_distance(text, word) <= most

    return test


def edit_distance(first: str, second: str) -> int:
    """Return the optimal string alignment distance: insert, delete, replace, or exchange two neighbours."""
    table = {(row, -1): row + 1 for row in range(-1, len(first))}
    table |= {(-1, column): column + 1 for column in range(-1, len(second))}
    for row, one in enumerate(first):
        for column, other in enumerate(second):
            table[row, column] = min(
                table[row - 1, column] + 1,
                table[row, column - 1] + 1,
                table[row - 1, column - 1] + (one != other),
            )
            if row and column and one == second[column - 1] and first[row - 1] == other:
                table[row, column] = min(table[row, column], table[row - 2, column - 2] + 1)
    return table[len(first) - 1, len(second) - 1]


def _sequences(field: Sequence[Unit], tests: list[Test], gaps: list[int]) -> Iterator[Stretch]:
    """Yield from each place where the first test passes the shortest stretch in which all pass in turn."""
    for first in field:
        lasts = [first] if tests and tests[0](first.text) else []
        for test, gap in zip(tests[1:], gaps, strict=True):
            lasts = lasts and [
                unit
                for unit in field
                if test(unit.text) and any(1 <= unit.number - last.number <= gap for last in lasts)
            ]
        if lasts:
            yield first, lasts[0]


@dataclass(frozen=True, slots=True)
class Group:
    """Parts joined by ``AND``, ``OR``, ``ANDNOT``, ``ANDMAYBE`` or ``REQUIRE``, or one behind ``NOT``.

    ``BEST`` and ``CONSTANT``, the best of several scores and one score for all, cannot be typed.
    """

    operator: str
    parts: tuple["Leaf | Group", ...]
    boost: int = 1

    def typed(self) -> str:
        """Say it as a reader types it, every group in brackets."""
        boost = f"^{self.boost}" if self.boost > 1 else ""
        if self.operator == "NOT":
            return f"(NOT {self.parts[0].typed()}){boost}"
        return "(" + f" {self.operator} ".join(part.typed() for part in self.parts) + f"){boost}"


def answers(query: Leaf | Group, scanned: ScannedDocument) -> bool:
    """Tell whether a document answers a query."""
    if isinstance(query, Leaf):
        return query.answered_by(scanned)
    found = [answers(part, scanned) for part in query.parts]
    match query.operator:
        case "AND" | "REQUIRE":
            return all(found)
        case "OR" | "BEST":
            return any(found)
        case "ANDNOT":
            return found[0] and not found[1]
        case "NOT":
            return not found[0]
    return found[0]


def hits(query: Leaf | Group, scanned: ScannedDocument) -> list[Span]:
    """Return where a query is found in the text of a document that answers it, overlapping places united.

    A part counts where every part of the query around it is answered.
    """
    joined: list[Span] = []
    for start, end in sorted(set(_ranges(query, scanned))):
        if joined and start < joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(end, joined[-1].end))
        else:
            joined.append(Span(start, end))
    return joined


def _ranges(query: Leaf | Group, scanned: ScannedDocument) -> Iterable[tuple[int, int]]:
    if isinstance(query, Leaf):
        for name, stretches in query.stretches(scanned).items():
            if name in ("text", "boilerplate"):
                yield from ((first.start, last.end) for first, last in stretches)
    elif query.operator != "NOT" and answers(query, scanned):
        for part in query.parts[:1] if query.operator == "ANDNOT" else query.parts:
            yield from _ranges(part, scanned)
