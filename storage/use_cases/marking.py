"""Wishes about marking what a search has found."""

import uuid

from storage.database import annotations as annotations_table
from storage.database import authority as authority_table
from storage.database import documents as documents_table
from storage.domain.annotation import Annotation, AnnotationFilter, Colour
from storage.domain.ids import AnnotationId, DocumentId, EntityId
from storage.domain.progress import IsCancelled, Progress, ReportProgress, ignore_progress, never_cancelled
from storage.domain.search import SearchRequest
from storage.edits import AddAnnotations
from storage.errors import CancelledError, UserFacingError
from storage.sentences import say
from storage.text.anchoring import make_anchor
from storage.use_cases.searching import SearchWishes

MOST_AT_ONCE = 10_000


class MarkingWishes(SearchWishes):
    """How many passages are marked at once, and whom marks are linked to."""

    def marking_hits(
        self,
        request: SearchRequest,
        colour: Colour = Colour.YELLOW,
        progress: ReportProgress = ignore_progress,
        is_cancelled: IsCancelled = never_cancelled,
    ) -> AddAnnotations | None:
        """Read what is needed to mark every hit of a search; nothing changes before that is applied.

        A hit at exactly whose words there is a mark already is left out; None when that leaves nothing.

        Raises:
            UserFacingError: when there are more than 10,000 to mark.
            CancelledError: when ``is_cancelled`` answered yes.
        """
        documents = sorted(self.matching_documents(request))
        made: list[Annotation] = []
        for done, document in enumerate(documents):
            if is_cancelled():
                raise CancelledError
            progress(Progress(done, len(documents), say("marking hits")))
            made += self._hits_as_marks(document, request, colour)
            if len(made) > MOST_AT_ONCE:
                raise UserFacingError(
                    say(
                        "This search has more than {most:,} hits. Narrow it first, then mark what it finds.",
                        most=MOST_AT_ONCE,
                    )
                )
        return AddAnnotations(tuple(made)) if made else None

    def _hits_as_marks(self, document: DocumentId, request: SearchRequest, colour: Colour) -> list[Annotation]:
        hits = self.hits(document, request.query, request.as_you_type)
        with self._archive.connections.read() as connection:
            version = documents_table.get_text(connection, document)
            wanted = AnnotationFilter(documents=frozenset({document}))
            present = annotations_table.list_annotations(connection, wanted)
        marked = {(mark.anchor.start, mark.anchor.end) for mark in present if mark.text_version == version.id}
        now = self._archive.now()
        return [
            Annotation(
                AnnotationId(uuid.uuid4().hex),
                document,
                version.id,
                make_anchor(version.text, version.blocks, hit.start, hit.end),
                now,
                now,
                colour=colour,
            )
            for hit in hits
            if (hit.start, hit.end) not in marked
        ]

    def linked_names(self, entities: frozenset[EntityId]) -> dict[EntityId, str]:
        """Read what entities are called now that marks are linked to; one that was merged is called as the other."""
        with self._archive.connections.read() as connection:
            return authority_table.linked_entities(connection, entities)
