"""Extended Date/Time Format (Library of Congress, 2019; ISO 8601-2) read as a range of days, for searching by date."""

import calendar
import re
from datetime import date

from storage.domain.document import DateLayer, Description

_DATE = re.compile(r"(?P<year>[0-9X]{4})(?:-(?P<month>[0-9X]{2})(?:-(?P<day>[0-9X]{2}))?)?[~?%]?\Z")
_SEASON_MONTHS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 12), 25: (3, 5), 26: (6, 8), 27: (9, 11), 28: (12, 12)}
"""Northern seasons; winter is counted to its own year, so it ends with December."""

FIRST_DAY = date.min.toordinal()
LAST_DAY = date.max.toordinal()


def edtf_range(expression: str) -> tuple[int, int] | None:
    """Return the first and last day that an EDTF expression can mean, as proleptic Gregorian ordinals.

    An open or unknown end of an interval reaches to the end of the calendar. None when the expression is not EDTF of
    level 0 to 2 as far as this program uses it.
    """
    text = expression.strip().replace("?", "").replace("~", "").replace("%", "")
    if "/" not in text:
        return _single(text)
    first_text, _, last_text = text.partition("/")
    first = (FIRST_DAY, FIRST_DAY) if first_text in ("", "..") else _single(first_text)
    last = (LAST_DAY, LAST_DAY) if last_text in ("", "..") else _single(last_text)
    if first is None or last is None or first[0] > last[1]:
        return None
    return first[0], last[1]


def _single(text: str) -> tuple[int, int] | None:
    match = _DATE.match(text)
    if match is None:
        return None
    first_year, last_year = (int(match["year"].replace("X", digit)) for digit in "09")
    if last_year == 0:
        return None
    months = _months(match["month"])
    if months is None:
        return None
    first_month, last_month = months
    days = _days(match["day"], max(first_year, 1), first_month, last_year, last_month)
    if days is None:
        return None
    first = date(max(first_year, 1), first_month, days[0])
    return first.toordinal(), date(last_year, last_month, days[1]).toordinal()


def _months(month: str | None) -> tuple[int, int] | None:
    if month is None or "X" in month:
        return 1, 12
    number = int(month)
    if number in _SEASON_MONTHS:
        return _SEASON_MONTHS[number]
    return (number, number) if 1 <= number <= 12 else None


def _days(
    day: str | None, first_year: int, first_month: int, last_year: int, last_month: int
) -> tuple[int, int] | None:
    longest = calendar.monthrange(last_year, last_month)[1]
    if day is None or "X" in day:
        return 1, longest
    number = int(day)
    fits = 1 <= number <= min(longest, calendar.monthrange(first_year, first_month)[1])
    return (number, number) if fits else None


def first_year(expression: str) -> int | None:
    """Return the first year that an EDTF expression can mean; None when it is open or no EDTF."""
    days = edtf_range(expression)
    return date.fromordinal(days[0]).year if days and days[0] > FIRST_DAY else None


def year_of(description: Description) -> int | None:
    """Return the year a document speaks from: when it was written, else published, else the latest other one.

    A text can name what it looks back on, so the state it describes says nothing about the names it can use.
    """
    for layers in ({DateLayer.WRITTEN}, {DateLayer.PUBLISHED}, set(DateLayer)):
        years = [
            year
            for dated in description.dates
            if dated.layer in layers and (year := first_year(dated.edtf)) is not None
        ]
        if years:
            return max(years)
    return None
