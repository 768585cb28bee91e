"""What bringing in an authority list or a newer authority file would do, entry by entry, before anything is done."""

from dataclasses import dataclass
from enum import StrEnum

from storage.domain.authority import Entity, EntityKind
from storage.domain.ids import EntityId


class PlanStatus(StrEnum):
    """How an entry stands to what the archive has."""

    NEW = "new"
    MATCHING = "matching"
    CONFLICTING = "conflicting"
    LEFT_OUT = "left out"


@dataclass(frozen=True, slots=True)
class ListedEntity:
    """An entry of a list as it was read; ``row`` is its line or row in the file, counted from 1 with the head.

    ``names`` are English ones, ``native_names`` any others, each as ``(text, language)``. ``country`` and ``part_of``
    are as the list has them: a code, a name or the ``identity`` of another entry. ``identifiers`` are as an entity's.
    ``problem`` says why the entry cannot be taken; empty where it can.
    """

    row: int
    name: str
    names: tuple[tuple[str, str], ...] = ()
    native_names: tuple[tuple[str, str], ...] = ()
    abbreviations: tuple[str, ...] = ()
    kind: EntityKind = EntityKind.PARTY
    country: str = ""
    part_of: str = ""
    identity: str = ""
    identifiers: tuple[tuple[str, str], ...] = ()
    first_year: int | None = None
    last_year: int | None = None
    problem: str = ""


@dataclass(frozen=True, slots=True)
class AuthorityList:
    """A list of entities read from a file; ``source`` is its name, ``columns`` says which column was read as what."""

    source: str
    entries: tuple[ListedEntity, ...]
    columns: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class PlannedEntry:
    """What would become of one entry, and why.

    ``entity`` is the entity as it would be then: new, or the archive's own with what the entry adds. One that conflicts
    is taken only when a person says so; None stands where there is nothing to take. ``existing`` is the archive's
    entity it was compared with. ``row`` is its place in the file, 0 where it has none.
    """

    status: PlanStatus
    name: str
    reason: str
    entity: Entity | None = None
    existing: EntityId | None = None
    country_name: str = ""
    row: int = 0


@dataclass(frozen=True, slots=True, order=True)
class CommonName:
    """A name that a plan would give to ``entity``, called ``called``, and that stands ``count`` times in the texts."""

    entity: EntityId
    text: str
    called: str
    count: int
