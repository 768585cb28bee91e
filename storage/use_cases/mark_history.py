"""Wishes about what was: the history of a mark, the marks in the trash, and taking them out of it."""

from collections.abc import Iterable

from storage.database import annotations as annotations_table
from storage.database import documents as documents_table
from storage.database import journal as journal_table
from storage.database.journal import MarkEdit
from storage.domain.annotation import Annotation
from storage.domain.ids import AnnotationId
from storage.domain.journal import MarkMoment, MarkStep, TrashedMark
from storage.edits import (
    AddAnnotations,
    ChangeAnnotations,
    ChangeCodebook,
    Edit,
    RemoveAnnotations,
    SettleMarks,
)
from storage.use_cases.subject import Subject

MOST_TRASHED = 2_000


class MarkHistoryWishes(Subject):
    """How a mark came to be as it is, and how deleted ones come back."""

    def mark_history(self, annotation: AnnotationId) -> tuple[MarkMoment, ...]:
        """Read what was done to a mark and by whom, oldest first; what was undone is left out."""
        with self._archive.connections.read() as connection:
            found = journal_table.edits_of_mark(connection, annotation)
        return tuple(_moment(edit, annotation) for edit in found)

    def trashed_marks(self, most: int = MOST_TRASHED) -> tuple[TrashedMark, ...]:
        """Read the marks in the trash, the newest there first, at most so many."""
        with self._archive.connections.read() as connection:
            found = annotations_table.list_trash(connection, most)
            titles = documents_table.titles(connection, sorted({mark.document for mark, _ in found}))
        return tuple(TrashedMark(mark, titles[mark.document], when) for mark, when in found)

    def restoring_marks(self, marks: Iterable[Annotation]) -> AddAnnotations:
        """Read what is needed to take marks out of the trash; nothing changes before it is applied."""
        return AddAnnotations(tuple(marks), "restore")


def _moment(found: MarkEdit, annotation: AnnotationId) -> MarkMoment:
    if isinstance(found.edit, ChangeCodebook) and isinstance(found.inverse, ChangeCodebook):
        before, after = (_tags_in(edit, annotation) for edit in (found.inverse, found.edit))
        into = {one.tag: one.into for one in found.edit.becoming}
        after = after or tuple(dict.fromkeys(filter(None, (into.get(tag, tag) for tag in before))))
        return MarkMoment(found.when, found.who, MarkStep.CHANGED, None, None, before, after)
    before, after = (_mark_in(edit, annotation) for edit in (found.inverse, found.edit))
    step = MarkStep.CHANGED
    if isinstance(found.edit, RemoveAnnotations):
        step = MarkStep.REMOVED
    elif isinstance(found.edit, AddAnnotations):
        step = MarkStep.ADDED
    return MarkMoment(found.when, found.who, step, before, after)


def _mark_in(edit: Edit, annotation: AnnotationId) -> Annotation | None:
    if isinstance(edit, AddAnnotations | ChangeAnnotations | SettleMarks):
        return next((mark for mark in edit.annotations if mark.id == annotation), None)
    return None


def _tags_in(edit: ChangeCodebook, annotation: AnnotationId) -> tuple[str, ...]:
    return next((one.tags for one in edit.retagged if one.annotation == annotation), ())
