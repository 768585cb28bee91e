"""What is shown of one entity: its facts, where it is mentioned, and what it is tied to."""

from dataclasses import dataclass

from storage.domain.authority import Entity, EntityKind
from storage.domain.ids import EntityId
from storage.domain.mention import Mention


@dataclass(frozen=True, slots=True)
class Neighbour:
    """An entity that is mentioned in the same documents as another one, and in how many of them."""

    id: EntityId
    kind: EntityKind
    name: str
    documents: int


@dataclass(frozen=True, slots=True)
class RelatedEntity:
    """An entity that the authority file ties to another one; ``relation`` says how, in words."""

    id: EntityId
    name: str
    relation: str


@dataclass(frozen=True, slots=True)
class EntityCard:
    """What the card below the annotations shows of an entity and all that stands under it.

    ``first`` and ``last`` are its earliest and latest mention by the years of the documents, those without a year left
    out unless none has one. ``neighbours`` are those named in most of the same documents, most frequent first.
    ``note`` is what was noted about it as a whole, in Markdown.
    """

    entity: Entity
    country_name: str
    documents: int
    mentions: int
    documents_by_year: tuple[tuple[int, int], ...]
    related: tuple[RelatedEntity, ...] = ()
    first: Mention | None = None
    last: Mention | None = None
    neighbours: tuple[Neighbour, ...] = ()
    note: str = ""
