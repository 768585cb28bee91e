"""What becomes of a file that was read: a new document, a new version of one, a duplicate, or a reason why not."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from storage.database import annotations as annotations_table
from storage.database import documents as documents_table
from storage.database import sources as sources_table
from storage.database.connection import Connection
from storage.domain.annotation import AnchorState
from storage.domain.document import DocumentState
from storage.domain.ids import DocumentId
from storage.domain.importing import Extraction, FileOutcome, ImportStatus, Original, ReadMember
from storage.text.anchoring import carry_over


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A file whose bytes were read, with their hash; a member without extraction or reason is held already."""

    path: Path
    data: bytes
    sha256: str
    members: tuple[ReadMember, ...] = ()


def store_file(connection: Connection, file: ReadFile | FileOutcome, now: datetime) -> Iterator[FileOutcome]:
    """Store the documents of a file inside the transaction that is open, and say what became of each."""
    if isinstance(file, FileOutcome):
        yield file
        return
    several = len(file.members) > 1
    for member in file.members:
        path = str(file.path / member.name) if several else str(file.path)
        if member.reason:
            yield FileOutcome(path, ImportStatus.FAILED, None, member.reason)
        else:
            original = Original(file.data, file.sha256, member.name if several else "")
            yield _store_member(connection, original, member.extraction, path, now)


def _store_member(
    connection: Connection, original: Original, extraction: Extraction | None, path: str, now: datetime
) -> FileOutcome:
    location = str(Path(path).absolute())
    known = documents_table.document_of_original(connection, original.sha256, original.member)
    earlier = sources_table.document_of_location(connection, location)
    if known is not None and _is_trashed(connection, known):
        documents_table.set_trashed(connection, [known], None)
        document, status, reason = known, ImportStatus.IMPORTED, "It was taken out of the trash."
    elif known is not None or extraction is None:
        document, status = known, ImportStatus.DUPLICATE
        reason = f"The archive holds these bytes already, as document {known}."
    elif earlier is not None:
        if _is_trashed(connection, earlier):
            documents_table.set_trashed(connection, [earlier], None)
        renew(connection, earlier, original, extraction, now)
        document, status, reason = earlier, ImportStatus.NEW_VERSION, extraction.problem
    else:
        document = documents_table.add_document(connection, extraction, original, now)
        status, reason = ImportStatus.IMPORTED, extraction.problem
    if document is not None:
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
    version = documents_table.get_text(connection, document)
    marks = annotations_table.annotations_of_document(connection, document)
    annotations_table.move_annotations(
        connection,
        [
            carry_over(mark, version.id, version.text, version.blocks)
            for mark in marks
            if mark.state is not AnchorState.LOST
        ],
    )
