"""Wishes about bringing documents in."""

import hashlib
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from storage import paths
from storage.database import documents as documents_table
from storage.domain.changes import Changes
from storage.domain.importing import FileOutcome, ImportReport, ImportStatus, ReadMember
from storage.domain.progress import IsCancelled, ReportProgress, ignore_progress, never_cancelled
from storage.errors import ArchiveNotWrittenError
from storage.importers.registry import LARGEST_FILE, extract_all
from storage.use_cases.import_course import ImportCourse, Watch, ignore_course
from storage.use_cases.searching import SearchWishes
from storage.use_cases.storing import ReadFile, store_file

if TYPE_CHECKING:
    from storage.importers.workers import WorkerPool

_BATCH_FILES = 32
_OWN_ENDINGS = (".liaison", ".index", "-wal", "-shm", ".lock")
_PLAIN_ENDINGS = frozenset({".txt", ".text", ".md", ".markdown"})
"""Files that are read here; everything else is read by worker processes with limits."""


def usual_jobs() -> int:
    """Return how many files to read at once when nobody says: as many as there are processors, four at most."""
    return max(1, min(4, os.cpu_count() or 1))


def ignore_changes(_changes: Changes) -> None:
    """Take word of changes and do nothing with it."""


class ImportWishes(SearchWishes):
    """How documents come in; each batch is stored first and taken into the index afterwards."""

    def import_paths(
        self,
        targets: Sequence[Path],
        progress: ReportProgress = ignore_progress,
        is_cancelled: IsCancelled = never_cancelled,
        changed: Callable[[Changes], None] = ignore_changes,
        jobs: int | None = None,
        watch: Watch = ignore_course,
        is_paused: IsCancelled = never_cancelled,
    ) -> ImportReport:
        """Change the archive by the files given and all files in the folders given.

        ``jobs`` of them are read at once; None means as many as is usual here. A file that cannot be read costs nothing
        but itself. ``watch`` is told how far the import is at least twice a second and after each batch. While
        ``is_paused`` answers yes no new file is begun. Cancelling, also while it is paused, keeps what came in before.
        """
        from storage.importers.workers import WorkerPool

        outcomes: list[FileOutcome] = []
        files: list[Path] = []
        for target in targets:
            for found in _files_under(target):
                if isinstance(found, FileOutcome):
                    outcomes.append(found)
                else:
                    files.append(found)
        course = ImportCourse({path: _size(path) for path in files}, progress, watch, is_paused, is_cancelled)
        waiting = iter(files)
        with WorkerPool(jobs or usual_jobs()) as pool:
            while course.may_go_on() and (batch := list(islice(waiting, _BATCH_FILES))):
                course.begin(batch[0])
                course.tell()
                came_in, changes = self._import_batch(batch, jobs or usual_jobs(), pool)
                outcomes += came_in
                if changes:
                    changed(changes | self.refresh(is_cancelled=is_cancelled))
                course.end(batch, came_in)
        outcomes += [
            FileOutcome(str(path), ImportStatus.SKIPPED, None, "The import was cancelled.") for path in waiting
        ]
        return ImportReport(tuple(outcomes))

    def import_sample(
        self, progress: ReportProgress = ignore_progress, is_cancelled: IsCancelled = never_cancelled
    ) -> ImportReport:
        """Change the archive by the texts of the sample that is shipped with the program."""
        return self.import_paths([paths.resource("sample")], progress, is_cancelled)

    def _import_batch(self, batch: Sequence[Path], jobs: int, pool: "WorkerPool") -> tuple[list[FileOutcome], Changes]:
        with ThreadPoolExecutor(max_workers=jobs) as readers:
            loaded = list(readers.map(self._load, batch))
        with self._archive.connections.read() as connection:
            chosen = documents_table.chosen_encodings(connection)
        encodings = {path: chosen[location] for path in batch if (location := str(path.absolute())) in chosen}
        read = _extracted(loaded, pool, encodings)
        now = self._archive.now()
        try:
            with self._archive.connections.write() as connection:
                stored = [outcome for item in read for outcome in store_file(connection, item, now)]
        except ArchiveNotWrittenError as error:
            failed = [FileOutcome(str(path), ImportStatus.FAILED, None, f"{path.name}: {error}") for path in batch]
            return failed, Changes()
        came_in = frozenset(
            outcome.document
            for outcome in stored
            if outcome.document is not None and outcome.status in (ImportStatus.IMPORTED, ImportStatus.NEW_VERSION)
        )
        return stored, Changes(documents=came_in, annotated_documents=came_in, index=True) if came_in else Changes()

    def _load(self, path: Path) -> ReadFile | FileOutcome:
        """Read a file's bytes, and see whether the archive holds them already."""
        try:
            if path.stat().st_size > LARGEST_FILE:
                reason = f"{path.name} is larger than {LARGEST_FILE >> 20} MB. Split it, then import the parts."
                return FileOutcome(str(path), ImportStatus.FAILED, None, reason)
            data = path.read_bytes()
        except OSError as error:
            return FileOutcome(str(path), ImportStatus.FAILED, None, _reading_sentence(path, error))
        sha256 = hashlib.sha256(data).hexdigest()
        with self._archive.connections.read() as connection:
            known = documents_table.document_of_original(connection, sha256) is not None
        return ReadFile(path, data, sha256, (ReadMember(path.name),) if known else ())


def _size(path: Path) -> int:
    """Return a file's bytes; 0 where it cannot be looked at, which its reading will tell."""
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _extracted(
    loaded: Sequence[ReadFile | FileOutcome], pool: "WorkerPool", encodings: Mapping[Path, str]
) -> list[ReadFile | FileOutcome]:
    """Extract the texts of files: plain texts here, everything else by workers."""
    by_workers = [
        file.path
        for file in loaded
        if isinstance(file, ReadFile) and not file.members and file.path.suffix.lower() not in _PLAIN_ENDINGS
    ]
    results = (
        {result.path: result for result in pool.extract_files(by_workers, encodings=encodings)} if by_workers else {}
    )
    extracted: list[ReadFile | FileOutcome] = []
    for file in loaded:
        if isinstance(file, FileOutcome) or file.members:
            extracted.append(file)
        elif (result := results.get(file.path)) is None:
            extracted.append(
                replace(file, members=extract_all(file.data, file.path.name, encodings.get(file.path, "")))
            )
        elif result.sha256 not in ("", file.sha256):
            reason = f"{file.path.name} changed while it was read. Import it again when nobody writes to it."
            extracted.append(FileOutcome(str(file.path), ImportStatus.FAILED, None, reason))
        else:
            extracted.append(replace(file, members=result.members))
    return extracted


def _files_under(target: Path) -> Iterator[Path | FileOutcome]:
    """Give the files under a path in order of name; what cannot be looked at comes as an outcome."""
    if not target.is_dir():
        yield target
        return
    refused: list[OSError] = []
    found = False
    for folder, folders, names in os.walk(target, onerror=refused.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith(".") and not name.endswith(_OWN_ENDINGS):
                found = True
                yield Path(folder, name)
    for error in refused:
        place = Path(error.filename)
        yield FileOutcome(str(place), ImportStatus.FAILED, None, _reading_sentence(place, error))
    if not found and not refused:
        yield FileOutcome(str(target), ImportStatus.SKIPPED, None, f"The folder {target} holds no files to import.")


def _reading_sentence(path: Path, error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return f"{path} is not there. Check the name; if it lies on a drive, check that the drive is connected."
    if isinstance(error, PermissionError):
        return f"{path} may not be read by you. Change its permissions, then import it again."
    return f"{path} cannot be read ({error.strerror}). Check that its drive is connected, then import it again."
