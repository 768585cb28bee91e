"""Wishes about bringing documents in."""

import logging
import shutil
import time
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from storage import paths
from storage.database import documents as documents_table
from storage.database.archive_facts import read_fact
from storage.database.connection import full_disk_sentence
from storage.domain.backup import BackupReason
from storage.domain.changes import Changes
from storage.domain.document import Document, TextVersion
from storage.domain.ids import DocumentId
from storage.domain.importing import FileOutcome, ImportReport, ImportStatus, ReadMember
from storage.domain.progress import IsCancelled, ReportProgress, ignore_progress, never_cancelled
from storage.errors import ArchiveNotWrittenError
from storage.index.errors import IndexNotWritableError
from storage.memory import give_back_free_memory
from storage.sentences import joined, say
from storage.use_cases.backups import BackupWishes
from storage.use_cases.import_course import ImportCourse, Watch, ignore_course
from storage.use_cases.reading import FileReader, Read, files_under, size_of, usual_jobs
from storage.use_cases.searching import SearchWishes
from storage.use_cases.storing import Stored, store_file

if TYPE_CHECKING:
    from storage.importers.workers import Task

_log = logging.getLogger(__name__)

_FILES_IN_TRANSACTION = 64
_ROOM_KEPT = 2 << 20
_ROOM_FOR_EACH_BYTE = 6
"""Bytes of the disk that an import leaves free, and how many it needs for each that it stores: the write-ahead logs of
archive and index hold everything once more. A disk that is full to the last byte could not even be read from."""
_MANY_FILES = 500
"""From so many files on a backup is made before they are imported."""
_REVISION = "authority_revision"
_ENOUGH_TO_MATCH_THERE = 100
"""From so many files on it pays that every worker compiles the names of the authority file for itself."""


def ignore_changes(_changes: Changes) -> None:
    """Take word of changes and do nothing with it."""


class ImportWishes(BackupWishes, SearchWishes):
    """How documents come in: while workers read, each batch is stored and taken into the index."""

    def import_paths(
        self,
        targets: Sequence[Path],
        progress: ReportProgress = ignore_progress,
        is_cancelled: IsCancelled = never_cancelled,
        changed: Callable[[Changes], None] = ignore_changes,
        jobs: int | None = None,
        watch: Watch = ignore_course,
        is_paused: IsCancelled = never_cancelled,
        stands_back: bool = False,
    ) -> ImportReport:
        """Change the archive by the files given and all files in the folders given.

        ``jobs`` of them are read at once; None means as many as is usual here. A file that cannot be read costs nothing
        but itself. ``watch`` is told how far the import is at least twice a second and after each batch. While
        ``is_paused`` answers yes no new file is begun. Cancelling, also while it is paused, keeps what came in before.
        With ``stands_back`` a person who works meanwhile goes before, which on a busy machine makes it take longer.
        """
        files, outcomes = files_under(targets)
        course = ImportCourse({path: size_of(path) for path in files}, progress, watch, is_paused, is_cancelled)
        course.end([], outcomes)
        left = dict.fromkeys(files)
        if len(files) >= _MANY_FILES:
            self.back_up_before(BackupReason.BEFORE_IMPORT)
        task = self._task(len(files), stands_back, is_cancelled)
        with self._archive.connections.read() as connection:
            chosen = documents_table.chosen_encodings(connection)
        encodings = {path: chosen[location] for path in files if (location := str(path.absolute())) in chosen}
        for batch in FileReader(task, encodings, jobs or usual_jobs(), course).batches(files):
            came_in, changes = self._import_batch(batch, task, course)
            ended = [_path_of(read) for read in batch]
            for path in ended:
                left.pop(path, None)
            outcomes += came_in
            if changes:
                changed(changes)
            course.end(ended, came_in)
        rest = [FileOutcome(str(path), ImportStatus.SKIPPED, None, say("The import was cancelled.")) for path in left]
        course.end([], rest)
        if _has_room(self._archive.path, _ROOM_KEPT):
            self._settle(changed, is_cancelled)
        give_back_free_memory()
        return ImportReport((*outcomes, *rest))

    def import_sample(
        self, progress: ReportProgress = ignore_progress, is_cancelled: IsCancelled = never_cancelled
    ) -> ImportReport:
        """Change the archive by the texts of the sample that is shipped with the program."""
        return self.import_paths([paths.resource("sample")], progress, is_cancelled)

    def _task(self, files: int, stands_back: bool, give_way: Callable[[], object]) -> "Task":
        from storage.importers.worker_process import Task

        with self._archive.connections.read() as connection:
            known = documents_table.known_originals(connection)
            revision = read_fact(connection, _REVISION)
        authority = self._archive.packed_authority(give_way) if files >= _ENOUGH_TO_MATCH_THERE else ()
        return Task(authority, revision, known, stands_back)

    def _import_batch(
        self, batch: Sequence[Read], task: "Task", course: ImportCourse
    ) -> tuple[list[FileOutcome], Changes]:
        stored: list[Stored] = []
        waiting = deque(batch)
        while waiting:
            course.rest()
            stored += self._store(waiting)
        came_in = frozenset(
            each.outcome.document
            for each in stored
            if each.outcome.document is not None
            and each.outcome.status in (ImportStatus.IMPORTED, ImportStatus.NEW_VERSION)
        )
        outcomes = [each.outcome for each in stored]
        if not came_in:
            return outcomes, Changes()
        changes = Changes(documents=came_in, annotated_documents=came_in, index=True)
        return outcomes, changes | self._take_in_stored(came_in, stored, task)

    def _store(self, waiting: deque[Read]) -> list[Stored]:
        """Store the first of the files that wait, as many as a short transaction has time for: an edit waits for it."""
        now = self._archive.now()
        files = list(islice(waiting, _FILES_IN_TRANSACTION))
        if not _has_room(self._archive.path, _ROOM_KEPT + _ROOM_FOR_EACH_BYTE * sum(map(_weight, files))):
            error = ArchiveNotWrittenError(full_disk_sentence(self._archive.path))
            return [Stored(_not_written(waiting.popleft(), error)) for _ in files]
        taken, connections = 0, self._archive.connections
        stored: list[Stored] = []
        try:
            with connections.write_archive() as connection:
                begun = time.monotonic()
                while taken < len(files) and not (taken and connections.is_time_to_end(begun)):
                    taken += 1
                    stored += store_file(connection, files[taken - 1], now)
        except ArchiveNotWrittenError as error:
            stored = [Stored(_not_written(file, error)) for file in files[:taken]]
        for _ in range(taken):
            waiting.popleft()
        return stored

    def _take_in_stored(self, came_in: frozenset[DocumentId], stored: Sequence[Stored], task: "Task") -> Changes:
        """Match names in the documents that came in, unless a worker has by the same authority file, and index them.

        Where the disk is full that is left for later, since nothing is lost by it.
        """
        new = {each.outcome.document: each.new for each in stored if each.outcome.document and each.new}
        with self._archive.connections.read() as connection:
            is_current = read_fact(connection, _REVISION) == task.revision
            documents = {each.id: each for each in documents_table.list_documents(connection, came_in)}
            others = [documents_table.get_text(connection, each) for each in documents if each not in new]
        versions = [*_versions(new, documents), *others]
        found = {each: member.mentions for each, member in new.items() if is_current and member.mentions is not None}
        try:
            return self._take_in(versions, documents, dict.fromkeys(documents, "text"), found)
        except (ArchiveNotWrittenError, IndexNotWritableError):
            _log.info("The index of %s cannot be written", self._archive.path, exc_info=True)
            return Changes()

    def _settle(self, changed: Callable[[Changes], None], is_cancelled: IsCancelled) -> None:
        """Take in what an earlier import or a full disk left behind, and tidy the index."""
        try:
            if changes := self.refresh(is_cancelled=is_cancelled):
                changed(changes)
        except (ArchiveNotWrittenError, IndexNotWritableError):
            _log.info("The index of %s has not caught up with the archive", self._archive.path, exc_info=True)


def _weight(read: Read) -> int:
    """Return about how many bytes storing a file takes."""
    if isinstance(read, FileOutcome):
        return 0
    texts = sum(len(member.extraction.text) for member in read.members if member.extraction)
    return len(read.original.packed) + texts


def _has_room(path: Path, size: int) -> bool:
    """Tell whether so many bytes more can be written beside a file."""
    try:
        return shutil.disk_usage(path.parent).free >= size
    except OSError:
        return True


def _path_of(read: Read) -> Path:
    return Path(read.path)


def _not_written(read: Read, error: ArchiveNotWrittenError) -> FileOutcome:
    path = _path_of(read)
    return FileOutcome(str(path), ImportStatus.FAILED, None, joined(": ", (path.name, str(error))))


def _versions(new: Mapping[DocumentId, ReadMember], documents: Mapping[DocumentId, Document]) -> Iterator[TextVersion]:
    """Yield the text versions of new documents from what was read, which is quicker than asking the archive."""
    for document, member in new.items():
        extraction = member.extraction
        if extraction is not None:
            yield TextVersion(
                documents[document].text_version,
                document,
                extraction.text,
                "",
                extraction.extractor,
                extraction.blocks,
                extraction.problem,
                extraction.encoding,
            )
