"""Calendar dates as they are written in texts, read into EDTF."""

import calendar
import re
from dataclasses import dataclass

_MONTH_NAMES = (
    "january jan janvier enero janeiro января januar",
    "february feb février fevrier febrero fevereiro февраля februar",
    "march mar mars marzo março марта märz",
    "april apr avril abril апреля",
    "may mai mayo maio мая",
    "june jun juin junio junho июня juni",
    "july jul juillet julio julho июля juli",
    "august aug août aout agosto августа",
    "september sept sep septembre septiembre setembro сентября",
    "october oct octobre octubre outubro октября oktober",
    "november nov novembre noviembre novembro ноября",
    "december dec décembre decembre diciembre dezembro декабря dezember",
)
_MONTHS = {name: number for number, names in enumerate(_MONTH_NAMES, start=1) for name in names.split()}
_MONTH = "(?P<name>" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\b\.?"
_YEAR = r"(?P<year>1[5-9]\d\d|20\d\d)"
_DAY = r"(?P<day>3[01]|[12]\d|0?[1-9])(?!\d)"
_SPACE = r"\s*"
_ANY_YEAR = re.compile(_YEAR)
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"(?<!\d){_YEAR}(?P<mark>[.\-/])(?P<month>1[0-2]|0?[1-9])(?!\d)(?:(?P=mark){_DAY})?",
        rf"(?<!\d){_YEAR}{_SPACE}年{_SPACE}(?P<month>1[0-2]|0?[1-9]){_SPACE}月(?:{_SPACE}{_DAY}{_SPACE}日)?",
        rf"(?<!\d){_DAY}(?:st|nd|rd|th|er|º|\.)?\s+(?:de\s+)?{_MONTH},?\s+(?:de\s+|del\s+)?{_YEAR}(?!\d)",
        rf"\b{_MONTH}\s+{_DAY}(?:st|nd|rd|th)?,?\s+{_YEAR}(?!\d)",
        rf"\b{_MONTH},?\s+(?:de\s+)?{_YEAR}(?!\d)",
        rf"(?<!\d)(?P<first>3[01]|[12]\d|0?[1-9])(?P<mark>[./\-])(?P<second>3[01]|[12]\d|0?[1-9])(?P=mark){_YEAR}(?!\d)",
    )
)


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date at ``[start, end)`` code points of the text it was read from, as EDTF."""

    edtf: str
    start: int
    end: int


def find_date(text: str) -> FoundDate | None:
    """Find the first calendar date in a text: numerals with the year first or last, Chinese, or a month by its name.

    Where day and month cannot be told apart (``03/04/2014``), only the year is given.
    """
    if _ANY_YEAR.search(text) is None:
        return None
    found: list[FoundDate] = []
    for form in _FORMS:
        for match in form.finditer(text):
            edtf = _edtf(match.groupdict())
            if edtf:
                found.append(FoundDate(edtf, match.start(), match.end()))
                break
    return min(found, key=lambda date: (date.start, -date.end), default=None)


def _edtf(parts: dict[str, str | None]) -> str:
    year = int(parts["year"] or 0)
    if parts.get("first"):
        return _from_two_numbers(year, int(parts["first"] or 0), int(parts["second"] or 0))
    name = parts.get("name")
    month = _MONTHS[name.casefold()] if name else int(parts.get("month") or 0)
    day = parts.get("day")
    return _written(year, month, int(day)) if day else f"{year:04}-{month:02}"


def _from_two_numbers(year: int, first: int, second: int) -> str:
    if first == second <= 12 or (second <= 12 < first):
        return _written(year, second, first)
    if first <= 12 < second:
        return _written(year, first, second)
    return f"{year:04}" if max(first, second) <= 12 else ""


def _written(year: int, month: int, day: int) -> str:
    return f"{year:04}-{month:02}-{day:02}" if day <= calendar.monthrange(year, month)[1] else ""
