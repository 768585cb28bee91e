"""Undoable edits as values: what a person wants changed, complete enough to be written down and taken back.

Applying one gives the ids that changed and the inverse edit; applying the inverse brings the former state back.
"""

from dataclasses import dataclass
from enum import StrEnum

from storage.authority_edits import ChangeAuthority
from storage.domain.annotation import Annotation
from storage.domain.changes import Changes
from storage.domain.codebook import Code, ColourMeaning
from storage.domain.document import Description
from storage.domain.ids import AnnotationId, DecisionId, DocumentId, EntityId
from storage.domain.mention import Decision
from storage.sentences import say


@dataclass(frozen=True, slots=True)
class AddAnnotations:
    """Put marks into the archive, or take them out of the trash when they lie there."""

    annotations: tuple[Annotation, ...]
    what: str = "add"


@dataclass(frozen=True, slots=True)
class RemoveAnnotations:
    """Put marks into the trash."""

    annotations: tuple[AnnotationId, ...]


@dataclass(frozen=True, slots=True)
class ChangeAnnotations:
    """Give marks a new content; each is matched by its id and replaced as a whole."""

    annotations: tuple[Annotation, ...]
    what: str = "change"


class Settlement(StrEnum):
    """What a person decided about a mark that waited to be checked."""

    ACCEPTED = "accepted"
    PLACED = "placed by hand"
    KEPT_AS_LOST = "kept as lost"


@dataclass(frozen=True, slots=True)
class SettleMarks:
    """Say where marks belong that waited to be checked; each is matched by its id and replaced as a whole."""

    annotations: tuple[Annotation, ...]
    how: Settlement


@dataclass(frozen=True, slots=True)
class DescribeDocument:
    """Correct what is known of a document.

    ``as_found`` names fields that are given back the value found in the document; they count as corrected no more.
    """

    document: DocumentId
    description: Description
    as_found: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TrashDocuments:
    """Put documents into the trash; their marks stay with them."""

    documents: tuple[DocumentId, ...]


@dataclass(frozen=True, slots=True)
class RestoreDocuments:
    """Take documents out of the trash."""

    documents: tuple[DocumentId, ...]


@dataclass(frozen=True, slots=True)
class Decide:
    """Record decisions on mentions."""

    decisions: tuple[Decision, ...]


@dataclass(frozen=True, slots=True)
class Undecide:
    """Take decisions on mentions back."""

    decisions: tuple[DecisionId, ...]


@dataclass(frozen=True, slots=True)
class Becoming:
    """A tag that becomes another one on every mark that carries it; with an empty ``into`` it is taken off."""

    tag: str
    into: str = ""


@dataclass(frozen=True, slots=True)
class Retagged:
    """All tags of a mark, in order."""

    annotation: AnnotationId
    tags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ChangeCodebook:
    """Give codes a new content, add those that are new, remove others, and give marks the tags that follow from it.

    Each code is a whole value, matched by its name; one with another name is added, and the former removed.
    Marks in the trash are given the tags too. ``what`` says it in a few words for a menu.
    """

    what: str
    codes: tuple[Code, ...] = ()
    removed: tuple[str, ...] = ()
    becoming: tuple[Becoming, ...] = ()
    retagged: tuple[Retagged, ...] = ()


@dataclass(frozen=True, slots=True)
class NameColours:
    """Say what the marks of some colours stand for; the others keep their meaning."""

    meanings: tuple[ColourMeaning, ...]


@dataclass(frozen=True, slots=True)
class WriteDocumentNote:
    """Give a document a note of its own, in Markdown; an empty one takes it away."""

    document: DocumentId
    note: str


@dataclass(frozen=True, slots=True)
class WriteEntityNote:
    """Give an entity a note of its own, in Markdown; an empty one takes it away."""

    entity: EntityId
    note: str


Edit = (
    AddAnnotations
    | RemoveAnnotations
    | ChangeAnnotations
    | SettleMarks
    | DescribeDocument
    | TrashDocuments
    | RestoreDocuments
    | Decide
    | Undecide
    | ChangeAuthority
    | ChangeCodebook
    | NameColours
    | WriteDocumentNote
    | WriteEntityNote
)


@dataclass(frozen=True, slots=True)
class Applied:
    """What applying an edit gave: the ids it touched and the edit that takes it back."""

    changes: Changes
    inverse: Edit


_SETTLING = {
    Settlement.ACCEPTED: lambda marks: say("accept the place of {marks}", marks=marks),
    Settlement.PLACED: lambda marks: say("place {marks}", marks=marks),
    Settlement.KEPT_AS_LOST: lambda marks: say("keep {marks} as lost", marks=marks),
}


_CHANGING = {
    "add": lambda marks: say("add {marks}", marks=marks),
    "restore": lambda marks: say("restore {marks}", marks=marks),
    "change": lambda marks: say("change {marks}", marks=marks),
    "colour": lambda marks: say("colour {marks}", marks=marks),
    "extend": lambda marks: say("extend {marks}", marks=marks),
    "recolour": lambda marks: say("recolour {marks}", marks=marks),
    "tag": lambda marks: say("tag {marks}", marks=marks),
    "link": lambda marks: say("link {marks}", marks=marks),
    "unlink": lambda marks: say("unlink {marks}", marks=marks),
    "write note on": lambda marks: say("write note on {marks}", marks=marks),
}


_FIXED_LABELS: dict[type, str] = {
    DescribeDocument: say("correct description"),
    Decide: say("decide on mention"),
    Undecide: say("take back decision"),
    NameColours: say("name colours"),
    WriteDocumentNote: say("write note on document"),
    WriteEntityNote: say("write note on entity"),
}


def _marks(count: int) -> str:
    return say("mark") if count == 1 else say("{count:,} marks", count=count)


def label(edit: Edit) -> str:
    """Say in a few words what an edit does, as a menu shows it after "Undo"."""
    match edit:
        case RemoveAnnotations(annotations):
            return say("delete {marks}", marks=_marks(len(annotations)))
        case AddAnnotations(annotations, what) | ChangeAnnotations(annotations, what):
            marks = _marks(len(annotations))
            return _CHANGING[what](marks) if what in _CHANGING else f"{what} {marks}"
        case SettleMarks(annotations, how):
            return _SETTLING[how](_marks(len(annotations)))
        case TrashDocuments(documents) | RestoreDocuments(documents):
            count = len(documents)
            what = say("{count:,} documents", count=count) if count != 1 else say("document")
            is_going = isinstance(edit, TrashDocuments)
            return say("delete {what}", what=what) if is_going else say("restore {what}", what=what)
        case ChangeAuthority(what) | ChangeCodebook(what):
            return what
        case _:
            return _FIXED_LABELS[type(edit)]
