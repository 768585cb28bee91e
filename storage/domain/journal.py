"""What the journal remembers of an edit, for undo, redo and the history of a mark."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from storage.domain.annotation import Annotation
from storage.domain.ids import JournalId


@dataclass(frozen=True, slots=True)
class JournalEntry:
    """One edit as a list shows it: when (UTC), what in words, and whether it has been undone."""

    id: JournalId
    when: datetime
    label: str
    undone: bool


class MarkStep(StrEnum):
    """What an edit did to a mark."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class MarkMoment:
    """One step in the history of a mark: when (UTC), who, what, and how it was before and after.

    ``before`` is None where the mark was not there, ``after`` where it went into the trash; both are None where only
    its tags changed with the codebook, which ``tags_before`` and ``tags_after`` tell.
    """

    when: datetime
    who: str
    step: MarkStep
    before: Annotation | None
    after: Annotation | None
    tags_before: tuple[str, ...] = ()
    tags_after: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TrashedMark:
    """A mark in the trash with its document's title and when it came there, in UTC."""

    mark: Annotation
    title: str
    trashed: datetime
