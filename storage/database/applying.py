"""Carrying out an edit on the archive, and working out the edit that takes it back."""

import sqlite3
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Protocol

from storage.authority_edits import ChangeAuthority
from storage.database import annotations, authority, codebook, decisions, documents, mentions, subject_notes
from storage.database.authority_changes import change_authority
from storage.database.carrying_over import into_text
from storage.database.codebook_changes import change_codebook
from storage.domain.annotation import Annotation
from storage.domain.authority import Entity, Scheme
from storage.domain.changes import Changes
from storage.domain.codebook import ColourMeaning
from storage.domain.ids import AnnotationId, DocumentId
from storage.domain.mention import Decision
from storage.edits import (
    AddAnnotations,
    Applied,
    ChangeAnnotations,
    ChangeCodebook,
    Decide,
    DescribeDocument,
    Edit,
    NameColours,
    RemoveAnnotations,
    RestoreDocuments,
    SettleMarks,
    TrashDocuments,
    Undecide,
    WriteDocumentNote,
    WriteEntityNote,
)


class NamesInTexts(Protocol):
    """Knows which documents hold names, so that a change is read again only where it can matter; None: everywhere."""

    def holding_words(self, words: Iterable[str]) -> frozenset[DocumentId] | None:
        """Return the documents in which some words stand."""
        ...

    def reading_differently(
        self, connection: sqlite3.Connection, before: Sequence[Entity], after: Sequence[Entity]
    ) -> frozenset[DocumentId] | None:
        """Return the documents whose names can be read differently after a change of entities."""
        ...


class NamesEverywhere:
    """Says of every change that it can matter everywhere."""

    def holding_words(self, words: Iterable[str]) -> None:
        """Return None: everywhere."""

    def reading_differently(
        self, connection: sqlite3.Connection, before: Sequence[Entity], after: Sequence[Entity]
    ) -> None:
        """Return None: everywhere."""


_EVERYWHERE = NamesEverywhere()


def apply_edit(connection: sqlite3.Connection, edit: Edit, now: datetime, names: NamesInTexts = _EVERYWHERE) -> Applied:
    """Carry out an edit inside the transaction that is open.

    ``names`` tells which documents have to be read again for their names.

    Raises:
        NotFoundError: when the edit names something that is not in the archive.
    """
    match edit:
        case AddAnnotations() | RemoveAnnotations() | ChangeAnnotations() | SettleMarks():
            return _apply_to_marks(connection, edit, now)
        case ChangeCodebook() | NameColours() | WriteDocumentNote() | WriteEntityNote():
            return _apply_to_notes(connection, edit, now)
        case DescribeDocument(document, description, as_found):
            former = documents.describe_document(connection, document, description, as_found)
            return Applied(Changes(documents=frozenset({document}), index=True), DescribeDocument(document, former))
        case TrashDocuments() | RestoreDocuments():
            return _trash(connection, edit, now)
        case Decide(taken):
            decisions.put_decisions(connection, taken, now)
            inverse = Undecide(tuple(decision.id for decision in taken))
            return Applied(_decision_changes(connection, taken, names), inverse)
        case Undecide(ids):
            former = decisions.take_decisions(connection, ids)
            return Applied(_decision_changes(connection, former, names), Decide(former))
        case ChangeAuthority():
            return _change_authority(connection, edit, names)


def _apply_to_marks(
    connection: sqlite3.Connection,
    edit: AddAnnotations | RemoveAnnotations | ChangeAnnotations | SettleMarks,
    now: datetime,
) -> Applied:
    match edit:
        case AddAnnotations(marks):
            return _add(connection, marks)
        case RemoveAnnotations(ids):
            return _remove(connection, ids, now)
        case ChangeAnnotations(marks, what):
            return _change(connection, marks, what)
        case SettleMarks(marks):
            return _change(connection, marks, "change")


def _apply_to_notes(
    connection: sqlite3.Connection,
    edit: ChangeCodebook | NameColours | WriteDocumentNote | WriteEntityNote,
    now: datetime,
) -> Applied:
    match edit:
        case ChangeCodebook():
            return _change_codebook(connection, edit)
        case NameColours():
            return _name_colours(connection, edit)
        case WriteDocumentNote() | WriteEntityNote():
            return _write_note(connection, edit, now)


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


def _change_codebook(connection: sqlite3.Connection, change: ChangeCodebook) -> Applied:
    inverse, ids = change_codebook(connection, change)
    in_documents = annotations.documents_of(connection, ids)
    documents.mark_stale(connection, in_documents, "attributes")
    changes = Changes(
        annotations=frozenset(ids), annotated_documents=in_documents, tags=True, index=bool(in_documents)
    )  # fmt: skip
    return Applied(changes, inverse)


def _name_colours(connection: sqlite3.Connection, edit: NameColours) -> Applied:
    former = codebook.colour_meanings(connection)
    codebook.set_colour_meanings(connection, edit.meanings)
    inverse = NameColours(tuple(ColourMeaning(one.colour, former[one.colour]) for one in edit.meanings))
    return Applied(Changes(colours=True), inverse)


def _write_note(connection: sqlite3.Connection, edit: WriteDocumentNote | WriteEntityNote, now: datetime) -> Applied:
    if isinstance(edit, WriteEntityNote):
        former = subject_notes.entity_note(connection, edit.entity)
        subject_notes.write_entity_note(connection, edit.entity, edit.note, now)
        return Applied(Changes(noted=frozenset({edit.entity})), WriteEntityNote(edit.entity, former))
    documents.get_document(connection, edit.document)
    before = subject_notes.document_notes(connection, [edit.document]).get(edit.document, "")
    subject_notes.write_document_note(connection, edit.document, edit.note, now)
    documents.mark_stale(connection, [edit.document], "attributes")
    changes = Changes(noted=frozenset({edit.document}), index=True)
    return Applied(changes, WriteDocumentNote(edit.document, before))


def _trash(connection: sqlite3.Connection, edit: TrashDocuments | RestoreDocuments, now: datetime) -> Applied:
    ids = edit.documents
    for document in ids:
        documents.get_document(connection, document)
    goes = isinstance(edit, TrashDocuments)
    documents.set_trashed(connection, ids, now if goes else None)
    inverse = RestoreDocuments(ids) if goes else TrashDocuments(ids)
    touched = frozenset(ids)
    changes = Changes(documents=touched, annotated_documents=touched, mentions=touched, tags=True, index=True)
    return Applied(changes, inverse)


def _read_again(connection: sqlite3.Connection, found: frozenset[DocumentId] | None) -> frozenset[DocumentId]:
    known = frozenset(document.id for document in documents.list_documents(connection, found))
    documents.mark_stale(connection, known, "mentions")
    return known


def _decision_changes(connection: sqlite3.Connection, taken: Iterable[Decision], names: NamesInTexts) -> Changes:
    touched: set[DocumentId] = set()
    everywhere: list[str] = []
    for decision in taken:
        if decision.document is not None:
            touched.add(decision.document)
        else:
            everywhere.append(decision.surface)
    found = names.holding_words(everywhere) if everywhere else frozenset()
    read_again = _read_again(connection, found if found is None else found | touched)
    return Changes(mentions=read_again, index=True)


def _change_authority(connection: sqlite3.Connection, change: ChangeAuthority, names: NamesInTexts) -> Applied:
    inverse = change_authority(connection, change)
    found = frozenset()
    if change.entities or change.removed or change.decisions:
        found = names.reading_differently(connection, inverse.entities, change.entities)
    if found is not None:
        found |= {decision.document for decision in change.decisions if decision.document is not None}
    if change.not_names is not None:
        found = None
    read_again = _read_again(connection, found)
    described_again = _rearranged(connection, inverse.schemes, change.schemes)
    documents.mark_stale(connection, described_again - read_again, "attributes")
    entities = frozenset([*(entity.id for entity in (*change.entities, *inverse.entities)), *change.removed])
    return Applied(
        Changes(entities=entities, mentions=read_again, schemes=True, index=bool(read_again or described_again)),
        inverse,
    )


def _rearranged(
    connection: sqlite3.Connection, before: Sequence[Scheme], after: Sequence[Scheme]
) -> frozenset[DocumentId]:
    """Return the documents that are found by other regions when schemes change; all of them when regions move."""
    places = [
        {(scheme.id, member, row.region) for scheme in schemes for row in scheme.regions for member in row.members}
        for schemes in (before, after)
    ]
    moved = {member for _, member, _ in places[0] ^ places[1]}
    if any(member.startswith("region:") for member in moved):
        return documents.present_documents(connection)
    return mentions.documents_mentioning(connection, authority.with_those_of(connection, moved))
