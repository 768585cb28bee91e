"""A mention: a range of a text version that names an entity, and the decisions a person takes on mentions."""

from array import array
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum

from storage.domain.authority import EntityKind, NameKind
from storage.domain.ids import DecisionId, DocumentId, EntityId

MOST_MENTIONS_UNASKED = 1_000
"""A name that would make more new mentions than this is asked about before it is added."""


def _no_numbers() -> "array[int]":
    return array("q")


class MentionState(StrEnum):
    """Whether a person has looked at a mention."""

    SUGGESTED = "suggested"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    REASSIGNED = "reassigned"
    AMBIGUOUS = "ambiguous"


class Doubt(IntEnum):
    """How uncertain it is that a mention names whom it was given to, for the order of a review."""

    NONE = 0
    SLIGHT = 1
    SOME = 2
    MUCH = 3
    OPEN = 4


@dataclass(frozen=True, slots=True)
class Mention:
    """A range ``[start, end)`` in code points that names an entity.

    ``entity`` is None while a name is ambiguous; then ``candidates`` lists whom it can mean, likeliest first.
    ``rule`` says in words why the mention is there, ``doubt`` how uncertain that is; a decision of a person leaves no
    doubt. Mentions in boilerplate are kept apart and never counted.
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
    doubt: Doubt = Doubt.NONE


@dataclass(frozen=True, slots=True)
class MentionPlaces:
    """Where very many mentions stand, document by document in order of place.

    Of each, ``documents`` has its document, ``starts`` where it begins there, in code points, and ``numbers`` which of
    the document's mentions it is.
    """

    documents: "array[int]" = field(default_factory=_no_numbers)
    starts: "array[int]" = field(default_factory=_no_numbers)
    numbers: "array[int]" = field(default_factory=_no_numbers)

    def __len__(self) -> int:
        return len(self.starts)

    def __getitem__(self, at: int) -> tuple[DocumentId, int]:
        """Return a mention's document and where it begins there."""
        return DocumentId(self.documents[at]), self.starts[at]


@dataclass(frozen=True, slots=True)
class UncertainMention:
    """A mention that waits for somebody to look at it, with the words around it.

    ``snippet`` is the text from code point ``snippet_start`` on; ``candidate_names`` are those of the candidates, in
    their order.
    """

    mention: Mention
    title: str
    snippet: str
    snippet_start: int
    candidate_names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReviewPage:
    """A part of the queue of uncertain mentions, the most uncertain first, and how many there are in all."""

    mentions: tuple[UncertainMention, ...]
    total: int


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


@dataclass(frozen=True, slots=True)
class DecisionWish:
    """What a person says of a mention, and how far that reaches; ``entity`` is whom it names instead."""

    mention: Mention
    verdict: Verdict
    reach: Reach
    entity: EntityId | None = None
