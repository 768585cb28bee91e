"""A mention: a range of a text version that names an entity, and the decisions a person takes on mentions."""

from dataclasses import dataclass
from enum import StrEnum

from storage.domain.authority import EntityKind, NameKind
from storage.domain.ids import DecisionId, DocumentId, EntityId


class MentionState(StrEnum):
    """Whether a person has looked at a mention."""

    SUGGESTED = "suggested"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    REASSIGNED = "reassigned"
    AMBIGUOUS = "ambiguous"


@dataclass(frozen=True, slots=True)
class Mention:
    """A range ``[start, end)`` in code points that names an entity.

    ``entity`` is None while a name is ambiguous; then ``candidates`` lists whom it can mean, likeliest first.
    ``rule`` says in words why the mention is there. Mentions in boilerplate are kept apart and never counted.
    """

    document: DocumentId
    start: int
    end: int
    entity: EntityId | None
    name: str
    kind: EntityKind
    state: MentionState = MentionState.SUGGESTED
    name_kind: NameKind = NameKind.OFFICIAL
    candidates: tuple[EntityId, ...] = ()
    rule: str = ""
    boilerplate: bool = False


class Reach(StrEnum):
    """How far a decision on a mention reaches."""

    PLACE = "here"
    DOCUMENT = "this document"
    ARCHIVE = "everywhere"


class Verdict(StrEnum):
    """What a person decided on a mention."""

    ACCEPT = "accept"
    REJECT = "reject"
    REASSIGN = "reassign"


@dataclass(frozen=True, slots=True)
class Decision:
    """A rule a person made: what the words ``surface`` mean (or do not) within a reach.

    ``document`` is None for a decision that reaches everywhere; ``before`` and ``after`` hold the context that finds
    the place again for one that reaches here only. ``suggested`` is whom the program had named, ``entity`` whom the
    person named instead (None when rejected).
    """

    id: DecisionId
    surface: str
    verdict: Verdict
    reach: Reach
    suggested: EntityId | None = None
    entity: EntityId | None = None
    document: DocumentId | None = None
    start: int | None = None
    before: str = ""
    after: str = ""
