"""What becomes of a file that was read: a new document, a new version of one, a duplicate, or a reason why not."""

import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from storage.database import documents as documents_table
from storage.database import sources as sources_table
from storage.database.carrying_over import carry_marks_over
from storage.database.connection import Connection
from storage.domain.document import DocumentState
from storage.domain.ids import DocumentId
from storage.domain.importing import Extraction, FileOutcome, ImportStatus, Original, ReadMember
from storage.sentences import say


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A file that was read, with its bytes; without members the archive held them already."""

    path: Path
    original: Original
    members: tuple[ReadMember, ...] = ()


@dataclass(frozen=True, slots=True)
class Stored:
    """What became of a file or a member of one, which is given where it was stored as a new document."""

    outcome: FileOutcome
    new: ReadMember | None = None


def store_file(connection: Connection, file: ReadFile | FileOutcome, now: datetime) -> Iterator[Stored]:
    """Store the documents of a file inside the transaction that is open, and say what became of each."""
    if isinstance(file, FileOutcome):
        yield Stored(file)
        return
    several = len(file.members) > 1
    for member in file.members or (ReadMember(file.path.name),):
        path = str(file.path / member.name) if several else str(file.path)
        if member.reason:
            status = ImportStatus.FAILED if member.is_document else ImportStatus.SKIPPED
            yield Stored(FileOutcome(path, status, None, member.reason))
        else:
            original = replace(file.original, member=member.name if several else "")
            outcome = _store_member(connection, original, member.extraction, path, now)
            yield Stored(outcome, member if _is_new(outcome, member.extraction) else None)


def _is_new(outcome: FileOutcome, extraction: Extraction | None) -> bool:
    """Tell a new document from one that was taken out of the trash, which has its own reason."""
    return outcome.status is ImportStatus.IMPORTED and extraction is not None and outcome.reason == extraction.problem


def _store_member(
    connection: Connection, original: Original, extraction: Extraction | None, path: str, now: datetime
) -> FileOutcome:
    location = path if os.path.isabs(path) else str(Path(path).absolute())
    known = documents_table.document_of_original(connection, original.sha256, original.member)
    if known is not None:
        status, document = ImportStatus.DUPLICATE, known
        reason = say("The archive holds these bytes already, as document {known}.", known=known)
        if _is_trashed(connection, known):
            documents_table.set_trashed(connection, [known], None)
            status, reason = ImportStatus.IMPORTED, say("It was taken out of the trash.")
    elif extraction is None:
        reason = say("{file} was taken out of the archive while it was read. Import it again.", file=Path(path).name)
        return FileOutcome(path, ImportStatus.FAILED, None, reason)
    elif (earlier := sources_table.document_of_location(connection, location)) is not None:
        if _is_trashed(connection, earlier):
            documents_table.set_trashed(connection, [earlier], None)
        renew(connection, earlier, original, extraction, now)
        status, document, reason = ImportStatus.NEW_VERSION, earlier, extraction.problem
    else:
        document = documents_table.add_document(connection, extraction, original, now)
        status, reason = ImportStatus.IMPORTED, extraction.problem
    sources_table.remember_source(connection, location, document, original.sha256, now)
    return FileOutcome(path, status, document, reason)


def _is_trashed(connection: Connection, document: DocumentId) -> bool:
    return documents_table.get_document(connection, document).state is DocumentState.TRASHED


def renew(
    connection: Connection, document: DocumentId, original: Original, extraction: Extraction, now: datetime
) -> None:
    """Give a document a new text version and description, and carry its marks over.

    Fields that a person corrected stay as they are; no mark is deleted or placed in silence.
    """
    documents_table.add_text_version(connection, document, extraction, original, now)
    documents_table.renew_description(connection, document, extraction)
    carry_marks_over(connection, document)
