"""Carrying out an edit on the archive, and working out the edit that takes it back."""

import sqlite3
from collections.abc import Iterable
from datetime import datetime

from storage.database import annotations, decisions, documents
from storage.database.carrying_over import into_text
from storage.domain.annotation import Annotation
from storage.domain.changes import Changes
from storage.domain.ids import AnnotationId, DecisionId, DocumentId
from storage.domain.mention import Decision
from storage.edits import (
    AddAnnotations,
    Applied,
    ChangeAnnotations,
    Decide,
    DescribeDocument,
    Edit,
    RemoveAnnotations,
    RestoreDocuments,
    SettleMarks,
    TrashDocuments,
    Undecide,
)


def apply_edit(connection: sqlite3.Connection, edit: Edit, now: datetime) -> Applied:
    """Carry out an edit inside the transaction that is open.

    Raises:
        NotFoundError: when the edit names something that is not in the archive.
    """
    match edit:
        case AddAnnotations(marks):
            return _add(connection, marks)
        case RemoveAnnotations(ids):
            return _remove(connection, ids, now)
        case ChangeAnnotations(marks, what):
            return _change(connection, marks, what)
        case SettleMarks(marks):
            return _change(connection, marks, "change")
        case DescribeDocument(document, description, as_found):
            former = documents.describe_document(connection, document, description, as_found)
            return Applied(Changes(documents=frozenset({document}), index=True), DescribeDocument(document, former))
        case TrashDocuments(ids):
            return _trash(connection, ids, now, RestoreDocuments(ids))
        case RestoreDocuments(ids):
            return _trash(connection, ids, None, TrashDocuments(ids))
        case Decide(taken):
            return _decide(connection, taken, now)
        case Undecide(ids):
            return _undecide(connection, ids)


def _annotation_changes(connection: sqlite3.Connection, marks: Iterable[Annotation]) -> Changes:
    touched = tuple(marks)
    in_documents = frozenset(mark.document for mark in touched)
    documents.mark_stale(connection, in_documents, "attributes")
    return Changes(
        annotations=frozenset(mark.id for mark in touched), annotated_documents=in_documents, tags=True, index=True
    )


def _in_current_texts(connection: sqlite3.Connection, marks: Iterable[Annotation]) -> tuple[Annotation, ...]:
    """Carry marks over that an edit remembers from a text version which has been replaced since."""
    current = []
    for mark in marks:
        version = documents.get_text(connection, mark.document)
        current += [mark] if mark.text_version == version.id else into_text(connection, [mark], version)
    return tuple(current)


def _add(connection: sqlite3.Connection, marks: tuple[Annotation, ...]) -> Applied:
    marks = _in_current_texts(connection, marks)
    annotations.put_annotations(connection, marks)
    inverse = RemoveAnnotations(tuple(mark.id for mark in marks))
    return Applied(_annotation_changes(connection, marks), inverse)


def _remove(connection: sqlite3.Connection, ids: tuple[AnnotationId, ...], now: datetime) -> Applied:
    former = annotations.get_annotations(connection, ids)
    annotations.trash_annotations(connection, ids, now)
    return Applied(_annotation_changes(connection, former), AddAnnotations(former))


def _change(connection: sqlite3.Connection, marks: tuple[Annotation, ...], what: str) -> Applied:
    former = annotations.get_annotations(connection, [mark.id for mark in marks])
    marks = _in_current_texts(connection, marks)
    annotations.put_annotations(connection, marks)
    return Applied(_annotation_changes(connection, [*former, *marks]), ChangeAnnotations(former, what))


def _trash(
    connection: sqlite3.Connection, ids: tuple[DocumentId, ...], when: datetime | None, inverse: Edit
) -> Applied:
    for document in ids:
        documents.get_document(connection, document)
    documents.set_trashed(connection, ids, when)
    touched = frozenset(ids)
    changes = Changes(documents=touched, annotated_documents=touched, mentions=touched, tags=True, index=True)
    return Applied(changes, inverse)


def _decision_changes(connection: sqlite3.Connection, taken: Iterable[Decision]) -> Changes:
    touched: set[DocumentId] = set()
    for decision in taken:
        if decision.document is not None:
            touched.add(decision.document)
        else:
            touched.update(document.id for document in documents.list_documents(connection))
    documents.mark_stale(connection, touched, "mentions")
    return Changes(mentions=frozenset(touched), index=True)


def _decide(connection: sqlite3.Connection, taken: tuple[Decision, ...], now: datetime) -> Applied:
    decisions.put_decisions(connection, taken, now)
    return Applied(_decision_changes(connection, taken), Undecide(tuple(decision.id for decision in taken)))


def _undecide(connection: sqlite3.Connection, ids: tuple[DecisionId, ...]) -> Applied:
    former = decisions.take_decisions(connection, ids)
    return Applied(_decision_changes(connection, former), Decide(former))
