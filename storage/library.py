"""The Library: the one object that the window and the command line talk to."""

from pathlib import Path

from storage.use_cases.archive import OpenArchive, create_archive
from storage.use_cases.authority_lists import AuthorityListWishes
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
from storage.use_cases.schemes import SchemeWishes
from storage.use_cases.subject_notes import SubjectNoteWishes
from storage.use_cases.tree import TreeWishes


class Library(
    ImportWishes,
    OriginalWishes,
    PageWishes,
    CareWishes,
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
    def open(cls, path: Path) -> "Library":
        """Read an archive; no other process can open it until it is closed.

        Raises:
            ArchiveNotReadableError: with a sentence that says which file, what is wrong, and what to do.
        """
        return cls(OpenArchive(path))

    @property
    def path(self) -> Path:
        """Where the archive lies."""
        return self._archive.path

    @property
    def title(self) -> str:
        """The archive's title, at least the name of its file."""
        return self._archive.title

    def close(self) -> None:
        """Change nothing more: fold the write-ahead log back into the files and let go of them."""
        self._archive.close()
