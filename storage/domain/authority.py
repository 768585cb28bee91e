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


class OrganisationForm(StrEnum):
    """What an organisation that is no ordinary party is."""

    PARTY_INTERNATIONAL = "party international"
    PARTY_CONFERENCE = "party conference"
    PARTY_ORGAN = "party organ"
    FRONT_ORGANISATION = "front organisation"
    LIBERATION_MOVEMENT = "liberation movement"
    COALITION = "coalition"
    PARLIAMENT = "parliament"
    PARLIAMENTARY_GROUP = "parliamentary group"
    STATE_ORGAN = "state organ"
    INTERGOVERNMENTAL = "intergovernmental"
    MEDIA = "media"
    INSTITUTE = "institute"


@dataclass(frozen=True, slots=True)
class Name:
    """One name of an entity: BCP 47 language (empty: any), its kind and the years it was in use.

    ``needs_context`` marks a name so broad (a bare surname, "Standing Committee", "Labour Party") that it means the
    entity only near another of its names, its country or a related entity.
    """

    text: str
    language: str = ""
    kind: NameKind = NameKind.OFFICIAL
    first_year: int | None = None
    last_year: int | None = None
    needs_context: bool = False


@dataclass(frozen=True, slots=True)
class Role:
    """What a person was, where and when."""

    title: str
    organisation: EntityId | None = None
    first_year: int | None = None
    last_year: int | None = None


@dataclass(frozen=True, slots=True)
class Entity:
    """A region, country, party, body or person of the authority file.

    ``name`` is what the program shows; ``names`` are all the names a text can use, the shown one among them unless it
    must not be looked for. ``country`` is the country an organisation or person belongs to, ``part_of`` the
    organisation an organ belongs to, ``successors`` what it was renamed, merged or split into. ``identifiers`` pairs a
    register's name with the identity there (``("wikidata", "Q17427")``). ``source`` says where the facts come from.
    A ``hidden`` entity is kept, but is not looked for in texts and does not stand in the tree.
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
    form: OrganisationForm | None = None
    part_of: EntityId | None = None
    successors: tuple[EntityId, ...] = ()
    roles: tuple[Role, ...] = ()
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class SchemeRegion:
    """A region of a scheme with its members in order: countries, bodies without a country, or regions.

    A region that is a member of another stands below it, not at the top of the scheme.
    """

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
    """A whole authority file.

    ``date`` is an ISO date, ``sources`` says where each part comes from. ``not_names`` are phrases that hold a name
    and name nobody ("New Mexico").
    """

    version: str
    entities: tuple[Entity, ...]
    schemes: tuple[Scheme, ...]
    date: str = ""
    sources: tuple[str, ...] = ()
    not_names: tuple[str, ...] = ()


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

    @property
    def is_branch(self) -> bool:
        """Whether the row only gathers others, as all persons, and is nobody itself."""
        return self.id.startswith("branch:")
