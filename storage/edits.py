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
    Settlement.ACCEPTED: "accept the place of {}",
    Settlement.PLACED: "place {}",
    Settlement.KEPT_AS_LOST: "keep {} as lost",
}


_FIXED_LABELS: dict[type, str] = {
    DescribeDocument: "correct description",
    Decide: "decide on mention",
    Undecide: "take back decision",
    NameColours: "name colours",
    WriteDocumentNote: "write note on document",
    WriteEntityNote: "write note on entity",
}


def _marks(count: int) -> str:
    return "mark" if count == 1 else f"{count:,} marks"


def label(edit: Edit) -> str:
    """Say in a few words what an edit does, as a menu shows it after "Undo"."""
    match edit:
        case AddAnnotations(annotations, what):
            return f"{what} {_marks(len(annotations))}"
        case RemoveAnnotations(annotations):
            return f"delete {_marks(len(annotations))}"
        case ChangeAnnotations(annotations, what):
            return f"{what} {_marks(len(annotations))}"
        case SettleMarks(annotations, how):
            return _SETTLING[how].format(_marks(len(annotations)))
        case TrashDocuments(documents) | RestoreDocuments(documents):
            what = f"{len(documents):,} documents" if len(documents) != 1 else "document"
            return f"delete {what}" if isinstance(edit, TrashDocuments) else f"restore {what}"
        case ChangeAuthority(what) | ChangeCodebook(what):
            return what
        case _:
            return _FIXED_LABELS[type(edit)]
