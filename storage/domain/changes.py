"""What a write has touched, so that each view refreshes its own rows only."""

from dataclasses import dataclass

from storage.domain.ids import AnnotationId, DocumentId, EntityId


@dataclass(frozen=True, slots=True)
class Changes:
    """Ids of what was added, changed or removed, by kind.

    ``mentions`` names documents whose mentions changed; ``schemes`` is true when the tree's rows may stand elsewhere or
    be called otherwise, ``colours`` when colours of marks stand for something else, ``index`` when search answers may
    differ. ``noted`` are documents and entities with another note of their own.
    """

    documents: frozenset[DocumentId] = frozenset()
    annotations: frozenset[AnnotationId] = frozenset()
    annotated_documents: frozenset[DocumentId] = frozenset()
    entities: frozenset[EntityId] = frozenset()
    mentions: frozenset[DocumentId] = frozenset()
    tags: bool = False
    colours: bool = False
    noted: frozenset[DocumentId | EntityId] = frozenset()
    schemes: bool = False
    index: bool = False

    def __or__(self, other: "Changes") -> "Changes":
        """Join what two writes have touched."""
        return Changes(
            self.documents | other.documents,
            self.annotations | other.annotations,
            self.annotated_documents | other.annotated_documents,
            self.entities | other.entities,
            self.mentions | other.mentions,
            self.tags or other.tags,
            self.colours or other.colours,
            self.noted | other.noted,
            self.schemes or other.schemes,
            self.index or other.index,
        )

    def __bool__(self) -> bool:
        """Tell whether anything was touched at all."""
        return self != Changes()
