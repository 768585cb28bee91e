"""The authority file: schemes of regions, countries, organisations and persons, with all their names."""

from dataclasses import dataclass
from enum import StrEnum

from storage.domain.ids import EntityId, SchemeId


class EntityKind(StrEnum):
    """What kind of thing a name can name."""

    REGION = "region"
    COUNTRY = "country"
    PARTY = "party"
    BODY = "body"
    PERSON = "person"


class NameKind(StrEnum):
    """How a name is used."""

    OFFICIAL = "official"
    SHORT = "short"
    ABBREVIATION = "abbreviation"
    FORMER = "former"
    VARIANT = "variant"
    DEMONYM = "demonym"


@dataclass(frozen=True, slots=True)
class Name:
    """One name of an entity: BCP 47 language (empty: any), its kind and the years it was in use."""

    text: str
    language: str = ""
    kind: NameKind = NameKind.OFFICIAL
    first_year: int | None = None
    last_year: int | None = None


@dataclass(frozen=True, slots=True)
class Entity:
    """A region, country, party, body or person of the authority file.

    ``country`` is the country an organisation or person belongs to. ``identifiers`` pairs a register's name with the
    identity there (``("wikidata", "Q17427")``). ``source`` says where the facts come from.
    """

    id: EntityId
    kind: EntityKind
    name: str
    names: tuple[Name, ...] = ()
    country: EntityId | None = None
    native_name: str = ""
    description: str = ""
    first_year: int | None = None
    last_year: int | None = None
    identifiers: tuple[tuple[str, str], ...] = ()
    source: str = ""


@dataclass(frozen=True, slots=True)
class SchemeRegion:
    """A region of a scheme with its members (countries, or bodies without a country) in order."""

    region: EntityId
    members: tuple[EntityId, ...]


@dataclass(frozen=True, slots=True)
class Scheme:
    """One way of sorting countries into regions, its regions in order."""

    id: SchemeId
    name: str
    regions: tuple[SchemeRegion, ...]


@dataclass(frozen=True, slots=True)
class Authority:
    """A whole authority file."""

    version: str
    entities: tuple[Entity, ...]
    schemes: tuple[Scheme, ...]


@dataclass(frozen=True, slots=True)
class TreeNode:
    """A row of the tree with its counts: documents that mention it or anything under it, and mentions.

    ``children`` counts the rows one level down, so that a view knows whether to offer an arrow without asking.
    """

    id: EntityId
    kind: EntityKind
    name: str
    documents: int
    mentions: int
    children: int


@dataclass(frozen=True, slots=True)
class EntityCard:
    """What the card below the annotations shows of an entity."""

    entity: Entity
    country_name: str
    documents: int
    mentions: int
    documents_by_year: tuple[tuple[int, int], ...]
