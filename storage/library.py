"""The Library: the one object that the window and the command line talk to."""

from pathlib import Path

from storage.domain.archive import ReadOnly
from storage.domain.backup import Backup, BackupPlan, Restored
from storage.domain.progress import IsCancelled, never_cancelled
from storage.domain.salvage import SalvageReport
from storage.use_cases.archive import OpenArchive, create_archive
from storage.use_cases.authority_lists import AuthorityListWishes
from storage.use_cases.backups import BackupWishes, kept_backups
from storage.use_cases.care import CareWishes
from storage.use_cases.codebook import CodebookWishes
from storage.use_cases.concordance import ConcordanceWishes
from storage.use_cases.correcting import CorrectionWishes
from storage.use_cases.documents import DocumentWishes
from storage.use_cases.exchange import ExchangeWishes
from storage.use_cases.importing import ImportWishes
from storage.use_cases.mark_history import MarkHistoryWishes
from storage.use_cases.mark_lists import MarkListWishes
from storage.use_cases.mark_review import MarkReviewWishes
from storage.use_cases.marking import MarkingWishes
from storage.use_cases.mention_review import MentionReviewWishes
from storage.use_cases.originals import OriginalWishes
from storage.use_cases.pages import PageWishes
from storage.use_cases.places import PlaceWishes
from storage.use_cases.restoring import identity_of, restore, restore_to_new
from storage.use_cases.salvaging import salvage
from storage.use_cases.schemes import SchemeWishes
from storage.use_cases.subject_notes import SubjectNoteWishes
from storage.use_cases.tree import TreeWishes


class Library(
    ImportWishes,
    OriginalWishes,
    PageWishes,
    CareWishes,
    BackupWishes,
    PlaceWishes,
    ConcordanceWishes,
    ExchangeWishes,
    MarkReviewWishes,
    MarkHistoryWishes,
    MarkListWishes,
    MarkingWishes,
    CodebookWishes,
    SubjectNoteWishes,
    DocumentWishes,
    TreeWishes,
    MentionReviewWishes,
    CorrectionWishes,
    SchemeWishes,
    AuthorityListWishes,
):
    """An open archive with everything a user can wish of it; safe to use from several threads at once.

    Each public method is one use case; its docstring says whether it reads or changes. The wishes themselves stand by
    subject in ``storage/use_cases``.
    """

    @classmethod
    def create(cls, path: Path, title: str = "") -> "Library":
        """Change nothing but the disk: make an empty archive at a path and open it.

        Raises:
            ArchiveNotReadableError: when something of that name is there already or the folder cannot be written.
        """
        create_archive(path, title)
        return cls.open(path)

    @classmethod
    def open(cls, path: Path, or_to_read: bool = False) -> "Library":
        """Read an archive; no other process can write to it until it is closed.

        With ``or_to_read`` one that may not be written to is opened for reading only, and ``read_only`` says why: it is
        open elsewhere, or it lies on a medium that is full or protected.

        Raises:
            ArchiveNotReadableError: with a sentence that says which file, what is wrong, and what to do.
        """
        return cls(OpenArchive(path, or_to_read))

    @staticmethod
    def backups_of(path: Path, plan: BackupPlan) -> tuple[Backup, ...]:
        """Read which backups of an archive are kept, also of one that cannot be opened any more."""
        return kept_backups(path.absolute(), plan, identity_of(path))

    @staticmethod
    def restore(path: Path, backup: Path, plan: BackupPlan) -> Restored:
        """Change an archive that nobody has open into what a backup holds; what it was before is kept first.

        Raises:
            ArchiveNotReadableError: when the archive is open elsewhere, or the backup no archive this program can read.
            UserFacingError: when something cannot be written, or the backup is damaged.
        """
        return restore(path, backup, plan)

    @staticmethod
    def restore_to_new(backup: Path, target: Path) -> Restored:
        """Read a backup into a new archive.

        Raises:
            ArchiveNotReadableError: when the backup is no archive this program can read.
            UserFacingError: when something of that name is there, or it cannot be written.
        """
        return restore_to_new(backup, target)

    @staticmethod
    def salvage(path: Path, target: Path, is_cancelled: IsCancelled = never_cancelled) -> SalvageReport:
        """Read what can be read of a damaged archive into a new one, and say what is missing.

        Raises:
            ArchiveNotReadableError: when it is no archive, or nothing at all can be read of it.
            UserFacingError: when something of the new name is there, or it cannot be written.
            CancelledError: when ``is_cancelled`` answered yes.
        """
        return salvage(path, target, is_cancelled)

    @property
    def read_only(self) -> ReadOnly | None:
        """Why nothing can be changed; None where everything can."""
        return self._archive.read_only

    @property
    def title(self) -> str:
        """The archive's title, at least the name of its file."""
        return self._archive.title

    def close(self) -> None:
        """Change nothing more: fold the write-ahead log back into the files and let go of them."""
        self._archive.close()
