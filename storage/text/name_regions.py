"""Regions that a text names: what is left to them when countries, organisations and persons are found.

A region's words inside the name of somebody else ("South Africa", "African National Congress") or inside a phrase that
names nobody are no mention of the region, whether or not it could be decided whom the longer name means.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence

from storage.domain.authority import EntityKind, NameKind
from storage.domain.ids import EntityId
from storage.domain.mention import Doubt
from storage.sentences import say
from storage.text.disambiguation import spoken_kind
from storage.text.name_evidence import Layout
from storage.text.name_occurrences import Occurrence

_JOINTS = " \u00a0\n-"

Around = Callable[[int, int], Iterable[Occurrence]]
"""Gives the accepted mentions that share at least one character with ``[start, end)``."""


def find_regions(text: str, occurrences: Sequence[Occurrence], layout: Layout, around: Around) -> Iterator[Occurrence]:
    """Give the mentions of regions in the order of the text, those that need another one for context last.

    Args:
        text: canonical text; offsets are its code points.
        occurrences: all names in it, ordered by start and the longest first.
        layout: tells the paragraphs' numbers.
        around: gives the mentions of other kinds.
    """
    named: dict[EntityId, int] = {}
    waiting: list[Occurrence] = []
    for found in _standing_alone(occurrences):
        usage = found.usages[0]
        if any(True for _ in around(found.start, found.end)) or _qualifies_a_country(text, found, around):
            continue
        if usage.need:
            waiting.append(found)
            continue
        named.setdefault(usage.entity.id, found.start)
        found.settle(usage.entity, spoken_kind(usage))
        yield found
    for found in waiting:
        usage = found.usages[0]
        if usage.entity.id in named:
            number = layout.number(named[usage.entity.id])
            found.settle(
                usage.entity,
                say("{usage}; it is named beyond doubt in ¶ {number}", usage=spoken_kind(usage), number=number),
                Doubt.SLIGHT,
            )
            yield found


def _standing_alone(occurrences: Iterable[Occurrence]) -> Iterator[Occurrence]:
    """Give the regions' names that lie in no longer name, each with its region as its only usage."""
    covered = 0
    for found in occurrences:
        if found.region is not None and found.start >= covered:
            yield Occurrence(found.start, found.end, (found.region,))
            covered = found.end
        elif _is_another_name(found):
            covered = max(covered, found.end)


def _is_another_name(found: Occurrence) -> bool:
    if found.is_guard and found.region is None:
        return True
    return any(usage.entity.kind is not EntityKind.PERSON and not usage.is_abbreviation for usage in found.usages)


def _qualifies_a_country(text: str, found: Occurrence, around: Around) -> bool:
    """Tell whether an adjective belongs to the country behind it, as in "African American" and "European Turkey"."""
    if found.usages[0].name.kind is not NameKind.DEMONYM or text[found.end : found.end + 1] not in _JOINTS:
        return False
    behind = found.end + 1
    return any(other.kind is EntityKind.COUNTRY and other.start == behind for other in around(behind, behind + 1))
