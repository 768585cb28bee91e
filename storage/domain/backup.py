"""Backups of an archive: why and where they are kept, and what each holds."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path


class BackupReason(StrEnum):
    """What a backup was made for."""

    DAILY = "daily"
    BY_HAND = "by hand"
    BEFORE_IMPORT = "before an import"
    BEFORE_LIST = "before a list of names"
    BEFORE_RESTORE = "before a restore"
    BEFORE_FORMAT = "before a new format"
    DAMAGED = "damaged, as it was"


@dataclass(frozen=True, slots=True)
class BackupPlan:
    """How many backups of each reason are kept, and in which folder; an empty one means beside the archive."""

    count: int = 5
    folder: str = ""


@dataclass(frozen=True, slots=True)
class Holdings:
    """How much the file of an archive holds, without what lies in the trash."""

    documents: int
    marks: int
    notes: int


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup that is kept: when it was made (local time), its size in bytes, and None for what cannot be read."""

    path: Path
    made: datetime
    reason: BackupReason
    size: int
    holdings: Holdings | None


@dataclass(frozen=True, slots=True)
class Restored:
    """Where an archive was restored to, and where what had stood there was kept; None where nothing had."""

    path: Path
    kept: Path | None
