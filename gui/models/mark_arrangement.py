"""How marks in a list are grouped and ordered; plain values, so that a filter has only to leave rows out."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from gui.models.mark_words import date_in_words
from gui.value_words import mark_colour_in_words
from storage.domain.annotation import AnchorState, Colour
from storage.domain.ids import AnnotationId, DocumentId, EntityId
from storage.domain.mark_columns import MarkColumns, MarkLabels


class MarkGrouping(StrEnum):
    """What marks are grouped by."""

    NOTHING = "nothing"
    DOCUMENT = "document"
    TAG = "tag"
    ENTITY = "entity"
    COLOUR = "colour"
    DATE = "date"


class MarkOrder(StrEnum):
    """What marks are ordered by, within their groups."""

    PLACE = "place"
    NEWEST = "newest"
    OLDEST = "oldest"
    CHANGED = "changed"
    COLOUR = "colour"


@dataclass(frozen=True, slots=True)
class MarkGroup:
    """Marks under one heading, by their rows in the columns; an empty heading is not shown."""

    heading: str
    rows: Sequence[int]


@dataclass(frozen=True, slots=True)
class MarkNames:
    """What headings are made of: titles of documents, names of entities, meanings of colours."""

    titles: Mapping[DocumentId, str]
    entities: Mapping[EntityId, str]
    colours: Mapping[Colour, str]


def arranged(
    columns: MarkColumns, labels: MarkLabels | None, grouping: MarkGrouping, order: MarkOrder, names: MarkNames
) -> tuple[MarkGroup, ...]:
    """Group and order marks; those that wait to be checked come first, whatever the others are grouped by.

    ``labels`` are the tags or entities of the marks, where these are what they are grouped by.
    """
    waiting = [row for row in range(len(columns)) if columns.is_waiting(row)]
    apart = set(waiting)
    rows = [row for row in range(len(columns)) if row not in apart] if waiting else list(range(len(columns)))
    for ordered in (rows, waiting):
        _sort(ordered, columns, order)
    groups = _grouped(columns, labels, grouping, names, rows)
    if not waiting:
        return groups
    first = []
    for state, heading in ((AnchorState.PLEASE_CHECK, _tr("Please check")), (AnchorState.LOST, _tr("Lost"))):
        found = [row for row in waiting if columns.states[row] == state]
        first += [MarkGroup(heading, found)] if found else []
    if groups and not groups[0].heading:
        groups = (MarkGroup(_tr("The others"), groups[0].rows), *groups[1:])
    return (*first, *groups)


def _sort(rows: list[int], columns: MarkColumns, order: MarkOrder) -> None:
    match order:
        case MarkOrder.NEWEST:
            rows.sort(key=columns.created.__getitem__, reverse=True)
        case MarkOrder.OLDEST:
            rows.sort(key=columns.created.__getitem__)
        case MarkOrder.CHANGED:
            rows.sort(key=columns.changed.__getitem__, reverse=True)
        case MarkOrder.COLOUR:
            places = {colour.value: place for place, colour in enumerate(Colour)}
            rows.sort(key=lambda row: places[columns.colours[row]])
        case MarkOrder.PLACE:
            pass


def _grouped(
    columns: MarkColumns, labels: MarkLabels | None, grouping: MarkGrouping, names: MarkNames, rows: list[int]
) -> tuple[MarkGroup, ...]:
    match grouping:
        case MarkGrouping.NOTHING:
            return (MarkGroup("", rows),) if rows else ()
        case MarkGrouping.DOCUMENT:
            return _by(rows, columns.documents.__getitem__, lambda document: names.titles.get(document, ""), sorted)
        case MarkGrouping.COLOUR:
            places = [colour.value for colour in Colour]
            return _by(
                rows,
                columns.colours.__getitem__,
                lambda colour: _colour_heading(Colour(colour), names.colours),
                lambda found: [colour for colour in places if colour in found],
            )
        case MarkGrouping.DATE:
            days = {moment: _day(moment) for moment in set(columns.created)}
            return _by(rows, lambda row: days[columns.created[row]], _day_heading, lambda found: sorted(found)[::-1])
        case MarkGrouping.TAG:
            return _labelled(columns, labels, rows, lambda tag: tag, _tr("Without tags"))
        case MarkGrouping.ENTITY:
            heading = _tr("Linked to nobody")
            return _labelled(columns, labels, rows, lambda one: names.entities.get(EntityId(one), one), heading)


def _by(
    rows: list[int],
    key: Callable[[int], object],
    heading: Callable[..., str],
    order: Callable[..., Sequence[object]],
) -> tuple[MarkGroup, ...]:
    found: dict[object, list[int]] = {}
    for row in rows:
        found.setdefault(key(row), []).append(row)
    return tuple(MarkGroup(heading(one), found[one]) for one in order(found))


def _labelled(
    columns: MarkColumns, labels: MarkLabels | None, rows: list[int], heading: Callable[[str], str], rest: str
) -> tuple[MarkGroup, ...]:
    """Group marks by labels, a mark under each of its own, and those without any last."""
    of_mark: dict[AnnotationId, list[str]] = {}
    for identity, value in zip(labels.ids, labels.values, strict=True) if labels is not None else ():
        of_mark.setdefault(identity, []).append(value)
    found: dict[str, list[int]] = {}
    without = []
    for row in rows:
        values = of_mark.get(columns.ids[row])
        if values is None:
            without.append(row)
            continue
        for value in values:
            found.setdefault(heading(value), []).append(row)
    groups = [MarkGroup(name, found[name]) for name in sorted(found, key=str.casefold)]
    return (*groups, MarkGroup(rest, without)) if without else tuple(groups)


def _day(moment: str) -> str:
    return datetime.fromisoformat(moment).astimezone().date().isoformat()


def _day_heading(day: str) -> str:
    return date_in_words(QDate.fromString(day, "yyyy-MM-dd"), QLocale.FormatType.LongFormat)


def _colour_heading(colour: Colour, meanings: Mapping[Colour, str]) -> str:
    return mark_colour_in_words(colour, meanings.get(colour, ""))


def _tr(words: str) -> str:
    return QCoreApplication.translate("MarkArrangement", words)
