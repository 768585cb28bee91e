"""Wishes about marks whose text has changed: which wait to be checked, where they may belong, and settling it."""

from dataclasses import replace

from storage.database import annotations as annotations_table
from storage.database import documents as documents_table
from storage.database.connection import Connection
from storage.domain.annotation import AnchoredPlace, AnchorState, Annotation
from storage.domain.document import TextVersion
from storage.domain.ids import AnnotationId
from storage.domain.review import MarkReview, MarkToReview, Passage, ProposedPlace, WaitingMarks
from storage.domain.search import Span
from storage.edits import SettleMarks, Settlement
from storage.errors import UserFacingError
from storage.sentences import say
from storage.text.alignment import QuoteInContext, candidates, compare
from storage.text.anchoring import kept_as_lost, placed_by_hand
from storage.text.passages import passage_around
from storage.text.word_differences import differing_words
from storage.use_cases.subject import Subject

_MOST_PLACES = 8
_LEAST_AGREEMENT = 0.45
"""Places that agree less are not worth a look, not even for a mark that is lost."""


class MarkReviewWishes(Subject):
    """How marks in doubt are gone through."""

    def marks_to_review(self) -> tuple[MarkToReview, ...]:
        """Read the marks that wait for a person to say where they belong, in order of document and former place."""
        with self._archive.connections.read() as connection:
            marks = list(annotations_table.list_waiting(connection))
            titles = documents_table.titles(connection, sorted({mark.document for mark in marks}))
        marks.sort(key=lambda mark: (mark.document, mark.sure_place.anchor.start, mark.id))
        return tuple(MarkToReview(mark, titles[mark.document]) for mark in marks)

    def waiting_marks(self) -> WaitingMarks:
        """Read how many marks wait for a person to say where they belong."""
        with self._archive.connections.read() as connection:
            counts = annotations_table.count_waiting(connection)
        return WaitingMarks(counts.get(AnchorState.PLEASE_CHECK, 0), counts.get(AnchorState.LOST, 0))

    def review_mark(self, annotation: AnnotationId) -> MarkReview:
        """Read where a mark stood, and where it may belong in the present text, likeliest first.

        Raises:
            NotFoundError: when there is no such mark.
        """
        with self._archive.connections.read() as connection:
            mark = annotations_table.get_annotations(connection, [annotation])[0]
            title = documents_table.get_document(connection, mark.document).title
            present = documents_table.get_text(connection, mark.document)
            former = _former_passage(connection, mark.sure_place)
        anchor = mark.sure_place.anchor
        wanted = QuoteInContext(anchor.quote, anchor.before, anchor.after, anchor.start)
        everywhere = candidates(present.text, wanted)
        found = [one for one in everywhere if min(one.score, one.quote_agreement) >= _LEAST_AGREEMENT]
        if mark.state is AnchorState.PLEASE_CHECK:
            proposed = compare(present.text, wanted, mark.anchor.start, mark.anchor.end)
            apart = [one for one in found if one.end <= proposed.start or proposed.end <= one.start]
            found = [proposed, *apart]
        places = tuple(
            _compared(former, passage_around(present, one.start, one.end), one.score) for one in found[:_MOST_PLACES]
        )
        near = everywhere[0].start if everywhere else min(anchor.start, len(present.text))
        nearest = _compared(former, passage_around(present, near, near), 0.0)
        return MarkReview(mark, title, places, nearest)

    def accept_place(self, mark: Annotation, span: Span) -> SettleMarks:
        """Read what is needed to accept one of the places proposed for a mark; nothing changes before it is applied.

        Raises:
            UserFacingError: when the range is not inside the present text.
        """
        return SettleMarks((self._at_span(mark, span),), Settlement.ACCEPTED)

    def place_by_hand(self, mark: Annotation, span: Span) -> SettleMarks:
        """Read what is needed to put a mark at a range a person chose; nothing changes before it is applied.

        Raises:
            UserFacingError: when the range is empty or not inside the present text.
        """
        return SettleMarks((self._at_span(mark, span),), Settlement.PLACED)

    def keep_as_lost(self, mark: Annotation) -> SettleMarks:
        """Read what is needed to keep a mark with its former words and without a place; nothing changes before."""
        return SettleMarks((kept_as_lost(mark),), Settlement.KEPT_AS_LOST)

    def _at_span(self, mark: Annotation, span: Span) -> Annotation:
        with self._archive.connections.read() as connection:
            present = documents_table.get_text(connection, mark.document)
        try:
            return placed_by_hand(mark, present, span.start, span.end)
        except ValueError:
            raise UserFacingError(
                say(
                    "Characters {start} to {end} are no range inside the present text of document "
                    "{document}. Select at least one character of it.",
                    start=span.start,
                    end=span.end,
                    document=mark.document,
                )
            ) from None


def _former_passage(connection: Connection, place: AnchoredPlace) -> Passage:
    """Read where a mark stood: from the text of then, or from its own context where that came from elsewhere."""
    anchor = place.anchor
    version: TextVersion = documents_table.get_text_version(connection, place.text_version)
    if version.text[anchor.start : anchor.end] == anchor.quote:
        return passage_around(version, anchor.start, anchor.end)
    text = anchor.before + anchor.quote + anchor.after
    return Passage(text, anchor.start - len(anchor.before), Span(anchor.start, anchor.end), (), anchor.paragraph)


def _compared(former: Passage, present: Passage, score: float) -> ProposedPlace:
    left, right = differing_words(former.text, present.text)
    return ProposedPlace(
        former=replace(former, differing=_shifted(left, former.offset)),
        present=replace(present, differing=_shifted(right, present.offset)),
        score=score,
    )


def _shifted(spans: tuple[Span, ...], by: int) -> tuple[Span, ...]:
    return tuple(Span(span.start + by, span.end + by) for span in spans)
