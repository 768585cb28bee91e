"""Dates in EDTF (Extended Date/Time Format, ISO 8601-2:2019 annex A) said in words for lists and citations."""

import calendar
import re
from dataclasses import dataclass

_MONTHS = tuple(calendar.month_name)
_QUALIFIER_WORDS = {"?": "perhaps", "~": "about", "%": "perhaps about"}
_QUALIFIER_ADJECTIVES = {"?": "uncertain", "~": "approximate", "%": "uncertain and approximate"}
_SEASONS = {
    21: "spring {}",
    22: "summer {}",
    23: "autumn {}",
    24: "winter {}",
    25: "spring {} (northern hemisphere)",
    26: "summer {} (northern hemisphere)",
    27: "autumn {} (northern hemisphere)",
    28: "winter {} (northern hemisphere)",
    29: "spring {} (southern hemisphere)",
    30: "summer {} (southern hemisphere)",
    31: "autumn {} (southern hemisphere)",
    32: "winter {} (southern hemisphere)",
    33: "first quarter of {}",
    34: "second quarter of {}",
    35: "third quarter of {}",
    36: "fourth quarter of {}",
    37: "first third of {}",
    38: "second third of {}",
    39: "last third of {}",
    40: "first half of {}",
    41: "second half of {}",
}
_DATE = re.compile(
    r"(?P<before_year>[?~%]?)(?P<year>-?[0-9X]{4})(?P<after_year>[?~%]?)"
    r"(?:-(?P<before_month>[?~%]?)(?P<month>[0-9X]{2})(?P<after_month>[?~%]?)"
    r"(?:-(?P<before_day>[?~%]?)(?P<day>[0-9X]{2})(?P<after_day>[?~%]?))?)?"
)
_DATE_WITH_TIME = re.compile(
    r"(?P<date>-?\d{4}-\d{2}-\d{2})T(?P<hour>[01]\d|2[0-3]):(?P<minute>[0-5]\d)(?::[0-5]\d)?"
    r"(?P<zone>Z|[+-](?:0\d|1[0-4])(?::?[0-5]\d)?)?"
)
_LONG_YEAR = re.compile(r"Y(?P<year>-?\d{5,})")
_SET = re.compile(r"(?P<open>[\[{])(?P<members>[^\[\]{}]+)(?P<close>[\]}])")


class _NotEdtfError(ValueError):
    """The expression is no EDTF that can be put into words; it never leaves this module."""


@dataclass(frozen=True, slots=True)
class _Parts:
    """A date's components as written; empty where there is none."""

    year: str
    month: str
    day: str


def date_in_words(edtf: str) -> str:
    """Say an EDTF date, interval or set of levels 0 to 2 in English words; what is not EDTF comes back as it is."""
    try:
        return _expression(edtf.strip())
    except _NotEdtfError:
        return edtf


def _expression(edtf: str) -> str:
    if edtf[:1] in ("[", "{"):
        return _set(edtf)
    if "/" in edtf:
        return _interval(edtf)
    return _date(edtf)


def _set(edtf: str) -> str:
    match = _SET.fullmatch(edtf)
    if match is None or match["open"] + match["close"] not in ("[]", "{}"):
        raise _NotEdtfError
    members = [_set_member(member.strip()) for member in match["members"].split(",")]
    joint = " or " if match["open"] == "[" else " and "
    return joint.join(filter(None, [", ".join(members[:-1]), members[-1]]))


def _set_member(member: str) -> str:
    first, dots, last = member.partition("..")
    if not dots:
        return _date(member)
    if not first:
        return f"{_date(last)} or earlier"
    if not last:
        return f"{_date(first)} or later"
    return f"{_date(first)} to {_date(last)}"


def _interval(edtf: str) -> str:
    first, _slash, last = edtf.partition("/")
    open_ends = ("", "..")
    if first in open_ends and last in open_ends:
        raise _NotEdtfError
    if first in open_ends:
        return f"until {_date(last)}" + (", beginning unknown" if first == "" else "")
    if last == "..":
        return f"since {_date(first)}"
    if last == "":
        return f"from {_date(first)}, end unknown"
    return f"{_date(first)} to {_date(last)}"


def _date(edtf: str) -> str:
    long_year = _LONG_YEAR.fullmatch(edtf)
    if long_year is not None:
        return _year_number(int(long_year["year"]))
    timed = _DATE_WITH_TIME.fullmatch(edtf)
    if timed is not None:
        zone = {None: "", "Z": " UTC"}.get(timed["zone"], f" (UTC{timed['zone']})")
        return f"{_date(timed['date'])}, {timed['hour']}:{timed['minute']}{zone}"
    match = _DATE.fullmatch(edtf)
    if match is None:
        raise _NotEdtfError
    parts = _Parts(match["year"], match["month"] or "", match["day"] or "")
    return _qualified(_plain_date(parts), _qualifiers(match))


def _qualifiers(match: re.Match[str]) -> dict[str, str]:
    """Return the qualifier of each component there is.

    A sign after a component reaches everything to its left, a sign before it only the component itself.
    """
    names = [name for name in ("year", "month", "day") if match[name]]
    found = dict.fromkeys(names, "")
    for name in reversed(names):
        if match[f"after_{name}"]:
            reached = names[: names.index(name) + 1]
            found.update({other: match[f"after_{name}"] for other in reached})
    for name in names:
        if match[f"before_{name}"]:
            found[name] = match[f"before_{name}"]
    return found


def _qualified(words: str, qualifiers: dict[str, str]) -> str:
    kinds = set(qualifiers.values())
    if kinds == {""}:
        return words
    if len(kinds) == 1:
        return f"{_QUALIFIER_WORDS[kinds.pop()]} {words}"
    remarks = [f"{name} {_QUALIFIER_ADJECTIVES[sign]}" for name, sign in qualifiers.items() if sign]
    return f"{words} ({', '.join(remarks)})"


def _plain_date(parts: _Parts) -> str:
    if not parts.month:
        return _year(parts.year)
    if parts.month == "XX":
        return _month_unknown(parts)
    if "X" in parts.month:
        raise _NotEdtfError
    month = int(parts.month)
    if month in _SEASONS and not parts.day:
        return _SEASONS[month].format(_year(parts.year))
    if not 1 <= month <= 12:
        raise _NotEdtfError
    month_and_year = (
        f"{_MONTHS[month]}, year unknown" if parts.year == "XXXX" else f"{_MONTHS[month]} {_year(parts.year)}"
    )
    if not parts.day:
        return month_and_year
    if parts.day == "XX":
        return f"{month_and_year}, day unknown"
    _require_day(parts, month)
    return f"{int(parts.day)} {month_and_year}"


def _month_unknown(parts: _Parts) -> str:
    if parts.day not in ("", "XX"):
        raise _NotEdtfError
    missing = "month and day" if parts.day else "month"
    return f"{_year(parts.year)}, {missing} unknown"


def _require_day(parts: _Parts, month: int) -> None:
    if not parts.day.isdigit():
        raise _NotEdtfError
    longest = 29 if month == 2 else calendar.monthrange(2000, month)[1]
    if not 1 <= int(parts.day) <= longest:
        raise _NotEdtfError
    if int(parts.day) == 29 and month == 2 and "X" not in parts.year and not calendar.isleap(int(parts.year)):
        raise _NotEdtfError


def _year(year: str) -> str:
    if year == "XXXX":
        return "year unknown"
    known = year.rstrip("X")
    if "X" in known or known in ("", "-"):
        raise _NotEdtfError
    if known == year:
        return _year_number(int(year))
    if year.startswith("-"):
        raise _NotEdtfError
    missing = len(year) - len(known)
    if missing == 1:
        return f"{known}0s"
    return f"between {int(known + '0' * missing)} and {int(known + '9' * missing)}"


def _year_number(year: int) -> str:
    return str(year) if year > 0 else f"{1 - year} BC"
