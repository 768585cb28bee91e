"""Wishes about where documents came from: whether their files changed, and reading an original once more."""

import hashlib
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path, PurePath
from tempfile import TemporaryDirectory

from storage.database import documents as documents_table
from storage.database import sources as sources_table
from storage.database.sources import KnownSource
from storage.domain.changes import Changes
from storage.domain.document import Document, FieldOrigin, TextVersion
from storage.domain.ids import DocumentId
from storage.domain.importing import CheckedSource, Extraction, Original, SourceState
from storage.domain.progress import IsCancelled, Progress, ReportProgress, ignore_progress, never_cancelled
from storage.errors import UserFacingError
from storage.sentences import say
from storage.use_cases.searching import SearchWishes
from storage.use_cases.storing import renew

_PIECE = 1 << 20


class SourceWishes(SearchWishes):
    """What can be asked about the sources of documents."""

    def check_sources(
        self, progress: ReportProgress = ignore_progress, is_cancelled: IsCancelled = never_cancelled
    ) -> tuple[CheckedSource, ...]:
        """Read how every known file stands beside what was read from it; addresses on the net are never contacted.

        Nothing is imported: hand the paths that changed to ``import_paths``. After a cancel the files that were not
        looked at are left out.
        """
        with self._archive.connections.read() as connection:
            known = sources_table.known_sources(connection)
        files = sorted(((_file_of(source), source) for source in known if not _is_address(source.location)), key=_path)
        groups = [(path, [source for _, source in group]) for path, group in groupby(files, key=_path)]
        checked: list[CheckedSource] = []
        for path, group in groups:
            if is_cancelled():
                break
            progress(Progress(len(checked), len(groups), Path(path).name))
            checked.append(_checked(path, group))
        return tuple(checked)

    def read_again(self, document: DocumentId, encoding: str = "") -> Changes:
        """Change a document by reading its stored original once more, in an encoding that a person chose or as usual.

        What is read becomes a new text version, and marks are carried over; the former version stays. The choice of
        an encoding is kept when the document's file is imported again; without one the program finds it out anew.

        Raises:
            UserFacingError: The original cannot be read so, or has no encoding to choose.
            NotFoundError: when there is no such document.
        """
        with self._archive.connections.read() as connection:
            known = documents_table.get_document(connection, document)
            former = documents_table.get_text(connection, document)
            original = documents_table.get_original(connection, former.id)
        extraction = extracted_again(known, original, encoding)
        with self._archive.connections.write() as connection:
            documents_table.choose_encoding(connection, document, bool(encoding))
            if not _is_same(former, extraction):
                renew(connection, document, original, extraction, self._archive.now())
        touched = frozenset({document})
        return Changes(documents=touched, annotated_documents=touched, index=True) | self.refresh()

    def encodings(self) -> tuple[str, ...]:
        """Read the encodings that ``read_again`` can be asked for, by Python's names for them."""
        from storage.importers.encodings import CHOOSABLE

        return CHOOSABLE

    def found_in(self, document: DocumentId) -> tuple[FieldOrigin, ...]:
        """Read where the fields of a document's description were found and which of them a person corrected.

        Raises:
            NotFoundError: when there is no such document.
        """
        with self._archive.connections.read() as connection:
            return documents_table.field_origins(connection, document)


def _path(pair: tuple[str, KnownSource]) -> str:
    return pair[0]


def _is_address(location: str) -> bool:
    return "://" in location


def _file_of(source: KnownSource) -> str:
    """Return the file that a source lies in, which for a member of an archive is the archive."""
    if not source.member:
        return source.location
    return str(Path(source.location).parents[len(PurePath(source.member).parts) - 1])


def _checked(path: str, sources: Sequence[KnownSource]) -> CheckedSource:
    documents = tuple(dict.fromkeys(source.document for source in sources))
    latest = max(sources, key=lambda source: source.seen)
    try:
        same = Path(path).stat().st_size == latest.size and _hash_of(Path(path)) == latest.sha256
    except (FileNotFoundError, NotADirectoryError):
        reason = say(
            "{path} is not there any more. If it lies on a drive, check that the drive is connected.", path=path
        )
        return CheckedSource(path, documents, SourceState.MISSING, reason)
    except OSError as error:
        reason = say(
            "{path} cannot be read ({problem}). Check its permissions and that its drive is connected.",
            path=path,
            problem=error.strerror,
        )
        return CheckedSource(path, documents, SourceState.UNREADABLE, reason)
    return CheckedSource(path, documents, SourceState.UNCHANGED if same else SourceState.CHANGED)


def _hash_of(path: Path) -> str:
    found = hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            found.update(piece)
    return found.hexdigest()


def bytes_read(original: Original) -> bytes:
    """Return the bytes a document was read from: the original's, or those of its member in an archive of several."""
    from storage.importers.zip_archive import read_member

    return read_member(original.data, original.member) if original.member else original.data


def extracted_again(document: Document, original: Original, encoding: str) -> Extraction:
    """Read an original in a worker process, which has limits of time and memory, from a file that only we can see.

    Raises:
        UserFacingError: when it cannot be read, or not in this encoding.
    """
    from storage.importers.workers import WorkerPool

    with TemporaryDirectory() as folder, WorkerPool(1) as pool:
        path = Path(folder, Path(document.path).name or "document")
        path.write_bytes(bytes_read(original))
        (result,) = pool.extract_files([path], encodings={path: encoding})
    (member,) = result.members
    if member.extraction is None:
        raise UserFacingError(member.reason)
    return member.extraction


def _is_same(former: TextVersion, extraction: Extraction) -> bool:
    return (former.text, former.blocks, former.extractor, former.encoding, former.problem) == (
        extraction.text,
        extraction.blocks,
        extraction.extractor,
        extraction.encoding,
        extraction.problem,
    )
