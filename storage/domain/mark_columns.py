"""The marks of an archive as columns, so that a hundred thousand can be listed, grouped and filtered at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC

from storage.domain.annotation import AnchorState, Annotation, Colour
from storage.domain.ids import AnnotationId, DocumentId, EntityId

KEPT_AS_LOST = "kept as lost"
"""The state of a lost mark that a person keeps without a place, in ``MarkColumns.states``."""


@dataclass(frozen=True, slots=True)
class MarkColumns:
    """Entry n of every column is of the same mark; marks stand in order of document and place.

    ``states`` are those of ``AnchorState``, and ``KEPT_AS_LOST``. ``created`` and ``changed`` are ISO 8601 in UTC.
    """

    ids: Sequence[AnnotationId]
    documents: Sequence[DocumentId]
    colours: Sequence[str]
    states: Sequence[str]
    created: Sequence[str]
    changed: Sequence[str]

    def __len__(self) -> int:
        """Count the marks."""
        return len(self.ids)

    def is_waiting(self, row: int) -> bool:
        """Tell whether a person has to say where a mark belongs."""
        return self.states[row] in (AnchorState.PLEASE_CHECK, AnchorState.LOST)


@dataclass(frozen=True, slots=True)
class MarkNarrowing:
    """Which marks a list is about: those with one of the tags, linked to the entity, of the colour; empty: all."""

    tags: frozenset[str] = frozenset()
    entity: EntityId | None = None
    colour: Colour | None = None

    def covers(self, mark: Annotation) -> bool:
        """Tell whether a list narrowed so holds a mark."""
        return (
            (not self.tags or not self.tags.isdisjoint(mark.tags))
            and (self.entity is None or self.entity in mark.entities)
            and (self.colour is None or self.colour is mark.colour)
        )


@dataclass(frozen=True, slots=True)
class MarkLabels:
    """What marks are filed under, several values for one mark: entry n of both columns belongs together."""

    ids: Sequence[AnnotationId]
    values: Sequence[str]


def columns_of(marks: Sequence[Annotation]) -> MarkColumns:
    """Return marks as columns, in the order given."""
    return MarkColumns(
        ids=[mark.id for mark in marks],
        documents=[mark.document for mark in marks],
        colours=[mark.colour.value for mark in marks],
        states=[KEPT_AS_LOST if mark.kept_as_lost else mark.state.value for mark in marks],
        created=[mark.created.astimezone(UTC).isoformat() for mark in marks],
        changed=[mark.changed.astimezone(UTC).isoformat() for mark in marks],
    )


def labels_of(marks: Sequence[Annotation], entities: bool) -> MarkLabels:
    """Return the tags of marks as two columns, or whom they are linked to."""
    pairs = [(mark.id, label) for mark in marks for label in (mark.entities if entities else mark.tags)]
    return MarkLabels([pair[0] for pair in pairs], [pair[1] for pair in pairs])
