"""Filters beside the words of a query, and counts of what the found documents have in common."""

from datetime import date
from typing import TYPE_CHECKING

import numpy as np

from storage.domain.ids import DocumentId
from storage.domain.search import YEAR, FacetCount, SearchFilter
from storage.index.building import one_line
from storage.index.fields import COUNTRY, ENTITY, FACETS, KIND, REGION, TAG
from storage.index.snapshot import View
from storage.index.source import Terms
from storage.index.stemming import primary
from storage.index.writing import slots_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

_MOST_VALUES = 50
_NOTHING = SearchFilter()
_UNIX_EPOCH = date(1970, 1, 1).toordinal()
_YEARS = date.max.year + 1
_ROWS_BY_YEAR = "slot, first and last year of each date"


def allowed(view: View, narrowing: SearchFilter) -> "NDArray[np.bool_] | None":
    """Tell of each slot whether the filter lets it pass; None when it lets everything pass."""
    if narrowing == _NOTHING:
        return None
    mask = view.live().copy()
    values = (
        (ENTITY, narrowing.entities), (KIND, narrowing.source_classes), (TAG, narrowing.tags),
        (REGION, narrowing.regions), (COUNTRY, narrowing.countries),
    )  # fmt: skip
    for field, wanted in values:
        if wanted:
            mask &= _with_values(view, field, sorted(map(str, wanted)))
    if narrowing.languages:
        mask &= view.in_languages(frozenset(map(primary, narrowing.languages)))
    if narrowing.documents:
        mask &= _chosen(view, sorted(narrowing.documents))
    if narrowing.first_year is not None or narrowing.last_year is not None:
        mask &= _dated(view, narrowing.first_year, narrowing.last_year)
    return mask


def _with_values(view: View, field: str, values: list[str]) -> "NDArray[np.bool_]":
    mask = np.zeros(view.size, np.bool_)
    mask[view.posting(Terms(f"={field}", tuple((one_line(value), None) for value in values))).documents] = True
    return mask


def _chosen(view: View, ids: list[DocumentId]) -> "NDArray[np.bool_]":
    mask = np.zeros(view.size, np.bool_)
    mask[list(slots_of(view.connection, ids).values())] = True
    return mask


def _dated(view: View, first_year: int | None, last_year: int | None) -> "NDArray[np.bool_]":
    first = date(max(1, first_year), 1, 1).toordinal() if first_year is not None else 1
    last = date(min(9999, last_year), 12, 31).toordinal() if last_year is not None else date.max.toordinal()
    rows = view.dates()
    mask = np.zeros(view.size, np.bool_)
    mask[rows[(rows[:, 1] <= last) & (rows[:, 2] >= first), 0]] = True
    return mask


def facets(view: View, found: "NDArray[np.int64]") -> tuple[FacetCount, ...]:
    """Count for kind, language, tag, region and country how many found documents have each value."""
    mask = np.zeros(view.size, np.bool_)
    mask[found] = True
    counts: list[FacetCount] = []
    for field in FACETS:
        values = [
            FacetCount(field, value, number)
            for value in view.terms_from(f"={field}", "")
            if (number := int(mask[view.posting(Terms(f"={field}", ((value, None),))).documents].sum()))
        ]
        counts += sorted(values, key=lambda each: (-each.documents, each.value))[:_MOST_VALUES]
    return tuple(counts)


def years(view: View, found: "NDArray[np.bool_]") -> tuple[FacetCount, ...]:
    """Count for each year how many documents, ``found`` among all slots, have a date that touches it, in order.

    A date without a beginning or an end reaches to the first or last year that another date names.
    """
    slots, first, last = _rows_by_year(view)
    keep = found[slots]
    if not keep.any():
        return ()
    slots, first, last = slots[keep], first[keep], last[keep]
    named = np.concatenate((first[first > date.min.year], last[last < date.max.year]))
    if not len(named):
        return ()
    bounds = named.min(), named.max()
    base = slots * _YEARS
    order = np.argsort(base + first, kind="stable")
    first, last = (base[order] + each[order].clip(*bounds) for each in (first, last))
    reach = np.maximum.accumulate(last)
    first[1:] = np.maximum(first[1:], reach[:-1] + 1)  # a year that two dates of a document touch counts once
    some = first <= last
    steps = np.bincount(first[some] % _YEARS, minlength=_YEARS + 1)
    steps -= np.bincount(last[some] % _YEARS + 1, minlength=_YEARS + 1)
    counts = np.cumsum(steps).tolist()
    return tuple(FacetCount(YEAR, str(year), counts[year]) for year in range(_YEARS) if counts[year])


def _rows_by_year(view: View) -> tuple["NDArray[np.int64]", ...]:
    """Return slot, first and last year of each date; worked out once, since it takes longer than counting."""
    known = view.recall(_ROWS_BY_YEAR)
    if isinstance(known, tuple):
        return known
    slots, *days = view.dates().T
    rows = (slots, *map(_year, days))
    view.remember(_ROWS_BY_YEAR, rows, 3 * len(slots))
    return rows


def _year(days: "NDArray[np.int64]") -> "NDArray[np.int64]":
    return (days - _UNIX_EPOCH).astype("datetime64[D]").astype("datetime64[Y]").astype(np.int64) + 1970
