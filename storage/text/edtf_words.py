"""Dates in EDTF (Extended Date/Time Format, ISO 8601-2:2019 annex A) said in words for lists and citations."""

import calendar
import re
from dataclasses import dataclass
from functools import lru_cache

from storage.sentences import joined, say

_MONTHS = (
    "", say("January"), say("February"), say("March"), say("April"), say("May"), say("June"), say("July"),
    say("August"), say("September"), say("October"), say("November"), say("December"),
)  # fmt: skip
_QUALIFIED = {
    "?": lambda date: say("perhaps {date}", date=date),
    "~": lambda date: say("about {date}", date=date),
    "%": lambda date: say("perhaps about {date}", date=date),
}
_QUALIFIER_ADJECTIVES = {"?": say("uncertain"), "~": say("approximate"), "%": say("uncertain and approximate")}
_COMPONENTS = {"year": say("year"), "month": say("month"), "day": say("day")}
_SEASONS = {
    21: lambda year: say("spring {year}", year=year),
    22: lambda year: say("summer {year}", year=year),
    23: lambda year: say("autumn {year}", year=year),
    24: lambda year: say("winter {year}", year=year),
    25: lambda year: say("spring {year} (northern hemisphere)", year=year),
    26: lambda year: say("summer {year} (northern hemisphere)", year=year),
    27: lambda year: say("autumn {year} (northern hemisphere)", year=year),
    28: lambda year: say("winter {year} (northern hemisphere)", year=year),
    29: lambda year: say("spring {year} (southern hemisphere)", year=year),
    30: lambda year: say("summer {year} (southern hemisphere)", year=year),
    31: lambda year: say("autumn {year} (southern hemisphere)", year=year),
    32: lambda year: say("winter {year} (southern hemisphere)", year=year),
    33: lambda year: say("first quarter of {year}", year=year),
    34: lambda year: say("second quarter of {year}", year=year),
    35: lambda year: say("third quarter of {year}", year=year),
    36: lambda year: say("fourth quarter of {year}", year=year),
    37: lambda year: say("first third of {year}", year=year),
    38: lambda year: say("second third of {year}", year=year),
    39: lambda year: say("last third of {year}", year=year),
    40: lambda year: say("first half of {year}", year=year),
    41: lambda year: say("second half of {year}", year=year),
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
_MOST_KEPT = 4_096
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


@lru_cache(_MOST_KEPT)
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
    if len(members) == 1:
        return members[0]
    first, last = joined(", ", members[:-1]), members[-1]
    if match["open"] == "[":
        return say("{first} or {last}", first=first, last=last)
    return say("{first} and {last}", first=first, last=last)


def _set_member(member: str) -> str:
    first, dots, last = member.partition("..")
    if not dots:
        return _date(member)
    if not first:
        return say("{date} or earlier", date=_date(last))
    if not last:
        return say("{date} or later", date=_date(first))
    return say("{first} to {last}", first=_date(first), last=_date(last))


def _interval(edtf: str) -> str:
    first, _slash, last = edtf.partition("/")
    open_ends = ("", "..")
    if first in open_ends and last in open_ends:
        raise _NotEdtfError
    if first in open_ends:
        until = _date(last)
        return say("until {date}, beginning unknown", date=until) if first == "" else say("until {date}", date=until)
    if last == "..":
        return say("since {date}", date=_date(first))
    if last == "":
        return say("from {date}, end unknown", date=_date(first))
    return say("{first} to {last}", first=_date(first), last=_date(last))


def _date(edtf: str) -> str:
    long_year = _LONG_YEAR.fullmatch(edtf)
    if long_year is not None:
        return _year_number(int(long_year["year"]))
    timed = _DATE_WITH_TIME.fullmatch(edtf)
    if timed is not None:
        zone = {None: "", "Z": " UTC"}.get(timed["zone"], f" (UTC{timed['zone']})")
        return joined(", ", (_date(timed["date"]), f"{timed['hour']}:{timed['minute']}{zone}"))
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
        return _QUALIFIED[kinds.pop()](words)
    remarks = [
        joined(" ", (_COMPONENTS[name], _QUALIFIER_ADJECTIVES[sign])) for name, sign in qualifiers.items() if sign
    ]
    return joined("", (words, " (", joined(", ", remarks), ")"))


def _plain_date(parts: _Parts) -> str:
    if not parts.month:
        return _year(parts.year)
    if parts.month == "XX":
        return _month_unknown(parts)
    if "X" in parts.month:
        raise _NotEdtfError
    month = int(parts.month)
    if month in _SEASONS and not parts.day:
        return _SEASONS[month](_year(parts.year))
    if not 1 <= month <= 12:
        raise _NotEdtfError
    name = _MONTHS[month]
    is_known = parts.year != "XXXX"
    month_and_year = (
        say("{month} {year}", month=name, year=_year(parts.year))
        if is_known
        else say("{month}, year unknown", month=name)
    )
    if not parts.day:
        return month_and_year
    if parts.day == "XX":
        return say("{month_and_year}, day unknown", month_and_year=month_and_year)
    _require_day(parts, month)
    day = int(parts.day)
    if not is_known:
        return say("{day} {month}, year unknown", day=day, month=name)
    return say("{day} {month} {year}", day=day, month=name, year=_year(parts.year))


def _month_unknown(parts: _Parts) -> str:
    if parts.day not in ("", "XX"):
        raise _NotEdtfError
    year = _year(parts.year)
    return say("{year}, month and day unknown", year=year) if parts.day else say("{year}, month unknown", year=year)


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
        return say("year unknown")
    known = year.rstrip("X")
    if "X" in known or known in ("", "-"):
        raise _NotEdtfError
    if known == year:
        return _year_number(int(year))
    if year.startswith("-"):
        raise _NotEdtfError
    missing = len(year) - len(known)
    if missing == 1:
        return say("{decade}0s", decade=known)
    return say("between {first} and {last}", first=int(known + "0" * missing), last=int(known + "9" * missing))


def _year_number(year: int) -> str:
    return str(year) if year > 0 else say("{year} BC", year=1 - year)
