"""Wishes about backups: made online, verified, numbered, and the oldest of each reason given up."""

import logging
import re
import stat
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

from storage.database.connection import DamagedError
from storage.database.integrity import copy_archive, holdings_of, state_of, state_of_file
from storage.domain.backup import Backup, BackupPlan, BackupReason
from storage.domain.progress import IsCancelled, ReportProgress, ignore_progress, never_cancelled
from storage.errors import UserFacingError
from storage.sentences import say
from storage.use_cases.subject import Subject

_log = logging.getLogger(__name__)

_DAY = timedelta(days=1)
_TIME = "%Y-%m-%d %H%M"
_REASONS = "|".join(re.escape(reason.value) for reason in BackupReason)
_NAME = re.compile(rf"(?P<number>\d{{4,}}) (?P<made>\d{{4}}-\d\d-\d\d \d{{4}}) (?P<reason>{_REASONS})")
_BEFORE_FORMAT = re.compile(r"\.format-\d+$")


class BackupWishes(Subject):
    """How backups of the archive are made and listed."""

    def keep_backups(self, count: int, folder: str) -> None:
        """Change nothing stored: say how many backups of each reason are kept from now on, and where."""
        self._archive.backup_plan = BackupPlan(count, folder)

    def back_up_if_due(
        self, progress: ReportProgress = ignore_progress, is_cancelled: IsCancelled = never_cancelled
    ) -> Path | None:
        """Read the archive into a daily backup when the newest is older than a day and the archive has changed since.

        A newest backup that seems to come from the future counts as old: then the clock has been set back.

        Raises:
            UserFacingError: when it cannot be written.
            CancelledError: when ``is_cancelled`` answered yes.
        """
        newest = max(_files(self.backup_folder, self.path.stem), default=None)
        now = self._archive.now().astimezone().replace(tzinfo=None)
        if newest is not None and timedelta(0) <= now - newest.made < _DAY:
            return None
        return self.back_up(BackupReason.DAILY, progress, is_cancelled)

    def back_up(
        self,
        reason: BackupReason = BackupReason.BY_HAND,
        progress: ReportProgress = ignore_progress,
        is_cancelled: IsCancelled = never_cancelled,
    ) -> Path | None:
        """Read the archive into a backup that is kept with the others, unless it is empty or the newest is the same.

        The oldest of the same reason are given up. None means that there was nothing to do.

        Raises:
            UserFacingError: when it cannot be written.
            CancelledError: when ``is_cancelled`` answered yes.
        """
        plan, folder = self._archive.backup_plan, self.backup_folder
        if plan.count < 1:
            return None
        kept = sorted(_files(folder, self.path.stem))
        with self._archive.connections.read_without_transaction() as connection:
            state = state_of(connection)
            if not any(state) or (kept and state_of_file(kept[-1].path) == state):
                return None
            target = new_name(folder, self.path.stem, reason, self._archive.now())
            copy_archive(connection, target, progress, is_cancelled)
        protect(target)
        give_up_old(folder, self.path.stem, reason, plan.count)
        return target

    def back_up_before(self, reason: BackupReason) -> None:
        """Read the archive into a backup before a large change; one that cannot be written does not hinder that."""
        try:
            self.back_up(reason)
        except UserFacingError as error:
            _log.info("There is no backup %s: %s", reason.value, error)

    @property
    def path(self) -> Path:
        """Where the archive lies."""
        return self._archive.path

    @property
    def backup_folder(self) -> Path:
        """Where the backups of this archive lie."""
        return folder_of(self.path, self._archive.backup_plan, self._archive.identity)

    def backups(self) -> tuple[Backup, ...]:
        """Read which backups are kept and what each holds, the newest first."""
        return kept_backups(self.path, self._archive.backup_plan, self._archive.identity)


class _File:
    """A backup's file as its name tells it; ordered by number, since clocks can go backwards."""

    def __init__(self, path: Path, number: int, made: datetime, reason: BackupReason) -> None:
        self.path, self.number, self.made, self.reason = path, number, made, reason

    def __lt__(self, other: "_File") -> bool:
        return self.number < other.number


def folder_of(path: Path, plan: BackupPlan, identity: str) -> Path:
    """Return where the backups of an archive lie."""
    if plan.folder:
        return Path(plan.folder) / f"{path.stem} {identity[:8]}"
    return path.with_name(f"{path.stem} backups")


def kept_backups(path: Path, plan: BackupPlan, identity: str = "") -> tuple[Backup, ...]:
    """Return the backups of an archive, the newest first; without its identity, of all archives of its name."""
    folders = [folder_of(path, plan, identity)]
    if plan.folder and not identity:
        folders = sorted(Path(plan.folder).glob(f"{path.stem} *"))
    found = [file for folder in folders for file in sorted(_files(folder, path.stem), reverse=True)]
    return tuple(_described(file) for file in (*found, *_before_formats(path)))


def _before_formats(path: Path) -> Iterator[_File]:
    """Yield the copies that were kept beside an archive when it was brought to a newer format."""
    for copy in sorted(path.parent.glob(f"{path.stem}.format-*{path.suffix}"), reverse=True):
        if _BEFORE_FORMAT.search(copy.stem):
            made = datetime.fromtimestamp(copy.stat().st_mtime)
            yield _File(copy, 0, made, BackupReason.BEFORE_FORMAT)


def _files(folder: Path, stem: str) -> Iterator[_File]:
    try:
        entries = list(folder.iterdir())
    except OSError:
        return
    for path in entries:
        told = _NAME.fullmatch(path.stem.removeprefix(f"{stem} "))
        if told and path.suffix == ".liaison" and path.stem.startswith(f"{stem} "):
            made = datetime.strptime(told["made"], _TIME)
            yield _File(path, int(told["number"]), made, BackupReason(told["reason"]))


def _described(file: _File) -> Backup:
    size = file.path.stat().st_size if file.path.exists() else 0
    try:
        holdings = holdings_of(file.path)
    except DamagedError:
        holdings = None
    return Backup(file.path, file.made, file.reason, size, holdings)


def new_name(folder: Path, stem: str, reason: BackupReason, now: datetime) -> Path:
    """Return the name of the next backup, its folder made; the number counts on whatever the clock says.

    Raises:
        UserFacingError: when the folder cannot be made.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UserFacingError(
            say(
                "The folder for backups {folder} cannot be made ({problem}). Choose another one in the settings.",
                folder=folder,
                problem=error.strerror,
            )
        ) from error
    number = max((file.number for file in _files(folder, stem)), default=0) + 1
    return folder / f"{stem} {number:04} {now.astimezone():{_TIME}} {reason.value}.liaison"


def protect(path: Path) -> None:
    """Take away the permission to write, so that a backup that is opened by itself stays as it is."""
    path.chmod(stat.S_IRUSR | stat.S_IRGRP | stat.S_IROTH)


def give_up_old(folder: Path, stem: str, reason: BackupReason, count: int) -> None:
    """Delete the oldest backups of a reason until so many are left."""
    alike = sorted(file for file in _files(folder, stem) if file.reason is reason)
    for file in alike[: max(0, len(alike) - count)]:
        try:
            file.path.chmod(stat.S_IRUSR | stat.S_IWUSR)
            file.path.unlink()
        except OSError as error:
            _log.info("The old backup %s could not be deleted: %s", file.path, error)
