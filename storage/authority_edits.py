"""The undoable edit of the authority file, which stands beside the other edits in ``storage/edits.py``; plans of it."""

from collections.abc import Collection
from dataclasses import dataclass, replace

from storage.domain.authority import Entity, Scheme
from storage.domain.authority_plan import CommonName, PlannedEntry, PlanStatus
from storage.domain.ids import EntityId, SchemeId
from storage.domain.mention import Decision


@dataclass(frozen=True, slots=True)
class Base:
    """An entity as the authority file last brought it, kept so that a newer file leaves a person's changes alone.

    ``entity`` is None where nothing is kept. ``became`` is whom a person merged the entity into.
    """

    id: EntityId
    entity: Entity | None = None
    became: EntityId | None = None


@dataclass(frozen=True, slots=True)
class ChangeAuthority:
    """Give entities, schemes and decisions on mentions a new content, add those that are new, and remove others.

    Each is a whole value, matched by its id. ``what`` says it in a few words for a menu. ``merged_into`` is the entity
    that the removed ones became. A newer authority file is no change ``by_a_person``; ``bases`` and
    ``scheme_bases`` are what it brought of the entities and schemes that a person had changed, ``version`` and
    ``not_names`` (None: as they are) its own. ``scheme_order`` puts the schemes into an order; empty leaves them.
    """

    what: str
    entities: tuple[Entity, ...] = ()
    removed: tuple[EntityId, ...] = ()
    schemes: tuple[Scheme, ...] = ()
    removed_schemes: tuple[SchemeId, ...] = ()
    decisions: tuple[Decision, ...] = ()
    merged_into: EntityId | None = None
    bases: tuple[Base, ...] = ()
    scheme_bases: tuple[Scheme, ...] = ()
    scheme_order: tuple[SchemeId, ...] = ()
    version: str = ""
    not_names: tuple[str, ...] | None = None
    by_a_person: bool = True


@dataclass(frozen=True, slots=True)
class AuthorityPlan:
    """What bringing in a list or a newer authority file would do: its entries, and the edit that does it.

    ``edit`` takes everything but what conflicts; ``edit_with`` takes chosen conflicting entries too. ``common`` are the
    names that stand so often in the texts that a person is to be asked about each.
    """

    source: str
    entries: tuple[PlannedEntry, ...]
    edit: ChangeAuthority
    common: tuple[CommonName, ...] = ()

    def count(self, status: PlanStatus) -> int:
        """Count the entries that stand so."""
        return sum(entry.status is status for entry in self.entries)

    def edit_with(self, chosen: frozenset[int], without: Collection[CommonName] = ()) -> ChangeAuthority:
        """Give the edit that also takes the conflicting entries whose places in ``entries`` are chosen.

        Names ``without`` which it is to be done are left out of their entities.
        """
        taken = [
            entity
            for number in sorted(chosen)
            if self.entries[number].status is PlanStatus.CONFLICTING
            and (entity := self.entries[number].entity) is not None
        ]
        ids = {entity.id for entity in taken}
        kept = tuple(entity for entity in self.edit.entities if entity.id not in ids)
        refused = {(name.entity, name.text) for name in without}
        return replace(self.edit, entities=tuple(_without_names(entity, refused) for entity in (*kept, *taken)))


def _without_names(entity: Entity, refused: Collection[tuple[EntityId, str]]) -> Entity:
    if not any((entity.id, name.text) in refused for name in entity.names):
        return entity
    return replace(entity, names=tuple(name for name in entity.names if (entity.id, name.text) not in refused))
