"""What becomes of files that are brought in."""

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from storage.domain.document import Block, Description
from storage.domain.ids import DocumentId
from storage.domain.mention import Mention


@dataclass(frozen=True, slots=True)
class Extraction:
    """What an importer read from a file: canonical text, its blocks, and the description with its origins.

    ``found_in`` pairs a field of the description with where its value was found. ``problem`` is a sentence that says
    why the text is missing, or what of it is; empty where all was read.
    """

    text: str
    blocks: Sequence[Block]
    description: Description
    extractor: str
    found_in: tuple[tuple[str, str], ...] = ()
    encoding: str = ""
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Original:
    """The bytes a document came from, with their SHA-256 and number.

    ``packed`` holds them compressed by zlib; ``member`` names the document in an archive of several.
    """

    packed: bytes
    sha256: str
    size: int
    member: str = ""

    @property
    def data(self) -> bytes:
        """The bytes themselves."""
        return zlib.decompress(self.packed)


@dataclass(frozen=True, slots=True)
class ReadMember:
    """One document of a file: its name in an archive or the file's own, and its extraction or why there is none.

    ``is_document`` is False for a picture, a program or other data in which nobody would look for text.
    ``mentions`` are the names found in its text, as of no document; None where nobody looked for them yet.
    """

    name: str
    extraction: Extraction | None = None
    reason: str = ""
    mentions: Sequence[Mention] | None = None
    is_document: bool = True


class ImportStatus(StrEnum):
    """How a file ended."""

    IMPORTED = "imported"
    DUPLICATE = "duplicate"
    NEW_VERSION = "new-version"
    SKIPPED = "skipped"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class FileOutcome:
    """What became of one file; ``reason`` is a sentence where it was not imported."""

    path: str
    status: ImportStatus
    document: DocumentId | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What became of all files of an import, in the order they were taken."""

    files: tuple[FileOutcome, ...]

    def count(self, status: ImportStatus) -> int:
        """Count the files that ended so."""
        return sum(outcome.status is status for outcome in self.files)


@dataclass(frozen=True, slots=True)
class ImportProgress:
    """How far an import is: files and their bytes, done and in all, and the seconds it worked, pauses left out.

    ``current`` is the path that was begun last; ``outcomes`` are those of files that ended since the report before.
    """

    files_done: int
    files: int
    bytes_done: int
    bytes: int
    seconds: float
    current: str
    outcomes: tuple[FileOutcome, ...] = ()


@dataclass(frozen=True, slots=True)
class EncodingPreview:
    """How a document begins in one encoding; ``damaged`` counts the characters that it has no reading for there."""

    encoding: str
    lines: str
    damaged: int
    is_current: bool = False


class SourceState(StrEnum):
    """How a file that documents came from stands beside what was read from it."""

    UNCHANGED = "unchanged"
    CHANGED = "changed"
    MISSING = "missing"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class CheckedSource:
    """A known file, looked at again; ``reason`` is a sentence where it cannot be read."""

    path: str
    documents: tuple[DocumentId, ...]
    state: SourceState
    reason: str = ""
