"""Lists of parties and other organisations, as CSV or XLSX; the columns are recognised by their names.

Those of Party Facts (partyfacts.herokuapp.com, core parties) are known, and the usual words for the same things.
"""

import csv
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from io import StringIO
from itertools import islice

from storage.domain.authority import EntityKind
from storage.domain.authority_plan import AuthorityList, ListedEntity
from storage.errors import UserFacingError
from storage.importers.encodings import decode
from storage.importers.packages import Package
from storage.sentences import say

MOST_ENTRIES = 50_000
MOST_NAMES = 100_000
_ROWS_BEFORE_THE_HEAD = 20
_LARGEST = 64 * 1024 * 1024
_WORDS = {
    "name": "name|party|partyname|organisation|organization|organisationname|organizationname|title|label|名称|党派",
    "english": "nameenglish|english|nameen|englishname|nameinenglish|英文名",
    "native": "nativename|originalname|namenative|nameoriginal|localname",
    "short": "nameshort|shortname|short|abbreviation|abbreviations|abbrev|acronym|acronyms|缩写",
    "other": "nameother|othernames|othername|alias|aliases|alternativenames|variants|alsoknownas|别名",
    "country": "country|countrycode|countryname|iso|iso2|iso3|isocode|countryiso|countryiso3|state|国家",
    "first": "yearfirst|firstyear|founded|yearfounded|start|startyear|from|成立",
    "last": "yearlast|lastyear|dissolved|end|endyear|until|yeardissolved",
    "partyfacts": "partyfactsid|partyfacts",
    "wikidata": "wikidata|wikidataid|qid",
    "identity": "id|identifier|code|key",
    "part_of": "partof|parent|parentid|parentorganisation|parentorganization|memberof",
    "kind": "kind|type|category",
    "technical": "technical",
}
_MEANINGS = {word: meaning for meaning, words in _WORDS.items() for word in words.split("|")}
_KINDS = {
    "": EntityKind.PARTY,
    "party": EntityKind.PARTY,
    "political party": EntityKind.PARTY,
    "body": EntityKind.BODY,
    "organisation": EntityKind.BODY,
    "organization": EntityKind.BODY,
    "multilateral body": EntityKind.BODY,
    "person": EntityKind.PERSON,
    "country": EntityKind.COUNTRY,
}
_SEPARATORS = (",", ";", "\t", "|")
_ALTERNATIVES = re.compile(r"\s+/\s+|\s*;\s*|\s*\|\s*|\n")
_LANGUAGE = re.compile(r"^(?P<language>[A-Z][a-z]+(?: \([A-Za-z]+\))?)\s*:\s*")
_MARKS = "\u200e\u200f\u202a\u202c\ufeff ,;"
_BRACKETS = re.compile(r"\s*[\[(][^\[\]()]*[\])]\s*$")
_LANGUAGES = {
    "Arabic": "ar", "Persian": "fa", "Pashto": "ps", "Chinese": "zh", "Russian": "ru", "Ukrainian": "uk",
    "Bulgarian": "bg", "Serbian": "sr", "Macedonian": "mk", "Greek": "el", "Hebrew": "he", "Hindi": "hi",
    "Bengali": "bn", "Urdu": "ur", "Japanese": "ja", "Korean": "ko", "Thai": "th", "Burmese": "my", "Khmer": "km",
    "Lao": "lo", "Mongolian": "mn", "Armenian": "hy", "Georgian": "ka", "Amharic": "am", "Nepali": "ne",
    "Sinhala": "si", "Tamil": "ta", "French": "fr", "Spanish": "es", "Portuguese": "pt", "German": "de",
    "English": "en", "Kazakh": "kk", "Belarusian": "be", "Turkish": "tr", "Vietnamese": "vi", "Kurdish": "ku",
}  # fmt: skip
_SHEET = re.compile(r"xl/worksheets/sheet(\d+)\.xml$", re.IGNORECASE)
_NAMESPACE = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def read_authority_list(data: bytes, path_name: str) -> AuthorityList:
    """Read a list of entities from the bytes of a CSV or XLSX file; ``path_name`` is shown in messages.

    Raises:
        UserFacingError: it is no table, has no column of names, no entries, or too many.
    """
    if len(data) > _LARGEST:
        raise _refusal(
            path_name,
            say("is larger than {size} MB", size=_LARGEST >> 20),
            say("Split it, then import the parts"),
        )
    rows = _sheet_rows(data) if data.startswith(b"PK") else _csv_rows(data, path_name)
    head, meanings = _head(rows, path_name)
    if len(rows) - head - 1 > MOST_ENTRIES:
        raise _refusal(
            path_name,
            say("has more than {count:,} entries", count=MOST_ENTRIES),
            say("Split it, then import the parts"),
        )
    register = re.sub(r"\W+", "-", path_name.rsplit("/", 1)[-1].rsplit(".", 1)[0]).strip("-").lower()
    entries = []
    for number, row in enumerate(rows[head + 1 :], head + 2):
        if any(cell.strip() for cell in row):
            entries.append(_entry(number, _cells(row, meanings), register))
    if not entries:
        raise _refusal(path_name, say("has column names but no entries"), say("Choose a file with entries"))
    names = sum(len(entry.names) + len(entry.native_names) + len(entry.abbreviations) for entry in entries)
    if names > MOST_NAMES:
        raise _refusal(
            path_name,
            say(
                "holds {names:,} names, and more than {most:,} at once would slow down every reading of a text",
                names=names,
                most=MOST_NAMES,
            ),
            say("Split it, or leave columns of names out"),
        )
    columns = tuple((cell.strip(), meaning) for cell, meaning in zip(rows[head], meanings, strict=False) if meaning)
    return AuthorityList(path_name, _without_repetitions(entries), columns)


def _refusal(path_name: str, what: str, advice: str) -> UserFacingError:
    return UserFacingError(
        say("{file} {what}. {advice}; nothing was changed.", file=path_name, what=what, advice=advice)
    )


def _csv_rows(data: bytes, path_name: str) -> list[list[str]]:
    """Read the rows with the separator by which most column names are recognised."""
    text = decode(data)[0].removeprefix("\ufeff")
    csv.field_size_limit(_LARGEST)  # the usual limit is for whoever reads a stream without end
    try:
        tables = (
            list(islice(csv.reader(StringIO(text, newline=""), delimiter=separator), _ROWS_BEFORE_THE_HEAD))
            for separator in _SEPARATORS
        )
        known = [max((_known(row) for row in table), default=0) for table in tables]
        separator = _SEPARATORS[known.index(max(known))]
        return list(csv.reader(StringIO(text, newline=""), delimiter=separator))
    except csv.Error as error:
        raise _refusal(
            path_name, say("cannot be read as a table ({error})", error=error), say("Save it again as CSV")
        ) from error


def _sheet_rows(data: bytes) -> list[list[str]]:
    """Read the first sheet of an XLSX file; dates and formulas come as the values stored for them."""
    package = Package(data)
    sheets = sorted((int(match.group(1)), name) for name in package.names if (match := _SHEET.search(name)))
    if not sheets:
        raise UserFacingError(
            say("The file is no XLSX table: it has no sheet. Save it as XLSX or CSV, then try again.")
        )
    shared = package.optional_xml("xl/sharedStrings.xml")
    strings = [] if shared is None else ["".join(_texts(item)) for item in shared.iter(f"{_NAMESPACE}si")]
    rows: list[list[str]] = []
    for row in package.read_xml(sheets[0][1]).iter(f"{_NAMESPACE}row"):
        number = row.get("r", "")
        while number.isdecimal() and len(rows) + 1 < min(int(number), MOST_ENTRIES + 2):
            rows.append([])
        cells: list[str] = []
        for cell in row.iter(f"{_NAMESPACE}c"):
            column = _column(cell.get("r", ""), len(cells))
            cells.extend("" for _ in range(min(column, 1000) - len(cells)))
            cells.append(_value(cell, strings))
        rows.append(cells)
    return rows


def _texts(item) -> Iterable[str]:  # noqa: ANN001
    for part in item.iter(f"{_NAMESPACE}t"):
        if not any(above.tag == f"{_NAMESPACE}rPh" for above in part.iterancestors()):  # readings of Japanese words
            yield part.text or ""


def _value(cell, strings: Sequence[str]) -> str:  # noqa: ANN001
    if cell.get("t") == "inlineStr":
        return "".join(_texts(cell))
    value = cell.findtext(f"{_NAMESPACE}v") or ""
    if cell.get("t") == "s":
        return strings[int(value)] if value.isdecimal() and int(value) < len(strings) else ""
    return value.removesuffix(".0")


def _column(reference: str, following: int) -> int:
    number = 0
    for letter in reference.rstrip("0123456789").upper():
        number = number * 26 + ord(letter) - 64
    return number - 1 if number else following


def _meaning(cell: str) -> str:
    return _MEANINGS.get(re.sub(r"[\W_]+", "", cell).lower(), "")


def _known(row: Sequence[str]) -> int:
    """Count the column names in a row that are recognised."""
    return len({meaning for cell in row if (meaning := _meaning(cell))})


def _head(rows: list[list[str]], path_name: str) -> tuple[int, list[str]]:
    """Find the row of column names among the first ones, and what each column means."""
    best, at = 0, 0
    for number, row in enumerate(rows[:_ROWS_BEFORE_THE_HEAD]):
        if (known := _known(row)) > best:
            best, at = known, number
    meanings: list[str] = []
    for cell in rows[at] if rows else []:
        meaning = _meaning(cell)
        meanings.append("" if meaning in meanings else meaning)
    if not {"name", "english", "native"}.intersection(meanings):
        found = ", ".join(cell.strip()[:30] for cell in (rows[at] if rows else []) if cell.strip()) or "none"
        raise _refusal(
            path_name,
            say("has no column of names (its columns: {found})", found=found[:300]),
            say("Give it a first row with “name” or “name_english”, and “country” where there is one"),
        )
    return at, meanings


def _cells(row: Sequence[str], meanings: Sequence[str]) -> dict[str, str]:
    return {meaning: cell.strip() for cell, meaning in zip(row, meanings, strict=False) if meaning}


def _entry(row: int, cells: dict[str, str], register: str) -> ListedEntity:
    english = _alternatives(cells.get("english", ""), "en")
    native = _alternatives(cells.get("name", ""), "") if english else ()
    if not english:
        english = _alternatives(cells.get("name", ""), "")
    native += _alternatives(cells.get("native", ""), "")
    other = _alternatives(cells.get("other", ""), "")
    kind_word = cells.get("kind", "").lower()
    name = next((text for text, _ in (*english, *native, *other)), "")
    identifiers = [(meaning, cells[meaning]) for meaning in ("partyfacts", "wikidata") if cells.get(meaning)]
    if cells.get("identity"):
        identifiers.append((f"list {register}", cells["identity"]))
    first_year, last_year = _year(cells.get("first", "")), _year(cells.get("last", ""))
    return ListedEntity(
        row=row,
        name=name,
        names=english,
        native_names=(*native, *other),
        abbreviations=tuple(dict.fromkeys(text for text, _ in _alternatives(cells.get("short", ""), ""))),
        kind=_KINDS.get(kind_word, EntityKind.PARTY),
        country=cells.get("country", ""),
        part_of=cells.get("part_of", ""),
        identity=cells.get("identity") or cells.get("partyfacts", ""),
        identifiers=tuple(identifiers),
        first_year=first_year,
        last_year=last_year,
        problem=_problem(cells, name, kind_word, first_year, last_year),
    )


def _problem(cells: dict[str, str], name: str, kind: str, first_year: int | None, last_year: int | None) -> str:
    if cells.get("technical"):
        return say("a technical entry of Party Facts, no party")
    if not name:
        return say("it has no name")
    if kind == "region":
        return say("it is a region, and a list cannot say what is in it; make it in a scheme of the tree")
    if kind not in _KINDS:
        return say("“{kind}” is no kind that is known here (party, body, person, country)", kind=cells["kind"])
    for meaning, year in (("first", first_year), ("last", last_year)):
        if cells.get(meaning) and year is None:
            return say("“{words}” is no year", words=cells[meaning])
    if first_year and last_year and last_year < first_year:
        return say("it ended ({last_year}) before it began ({first_year})", last_year=last_year, first_year=first_year)
    return ""


def _alternatives(cell: str, language: str) -> tuple[tuple[str, str], ...]:
    """Cut a cell into names; "Persian: …" says in which language one is, words in brackets behind it are left out."""
    found: dict[tuple[str, str], None] = {}
    for part in _ALTERNATIVES.split(cell):
        text, spoken = part.strip(_MARKS), language
        if match := _LANGUAGE.match(text):
            spoken = _LANGUAGES.get(match["language"].partition(" ")[0], language)
            text = text[match.end() :].strip(_MARKS)
        text = " ".join((_BRACKETS.sub("", text) or text).split()).strip(_MARKS)
        if text:
            found[text, spoken] = None
    return tuple(found)


def _year(cell: str) -> int | None:
    match = re.fullmatch(r"(\d{4})(?:[-/.].*)?", cell)
    return int(match.group(1)) if match else None


def _without_repetitions(entries: Sequence[ListedEntity]) -> tuple[ListedEntity, ...]:
    """Say of every entry whose identity an earlier one has that it stands there twice."""
    first: dict[str, int] = {}
    kept = []
    for entry in entries:
        earlier = first.setdefault(entry.identity, entry.row) if entry.identity else entry.row
        twice = say("its id {identity} stands in row {earlier} already", identity=entry.identity, earlier=earlier)
        kept.append(entry if earlier == entry.row or entry.problem else replace(entry, problem=twice))
    return tuple(kept)
