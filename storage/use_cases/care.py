"""Wishes about the files themselves: look them over, rebuild the index, back up."""

from pathlib import Path

from storage.database import journal as journal_table
from storage.database.integrity import archive_problems, copy_archive, index_problems
from storage.domain.archive import CheckReport
from storage.domain.changes import Changes
from storage.domain.progress import IsCancelled, ReportProgress, ignore_progress, never_cancelled
from storage.sentences import say
from storage.use_cases.searching import SearchWishes


class CareWishes(SearchWishes):
    """How the files are looked after."""

    def check(self, repair: bool = False) -> CheckReport:
        """Read both files whole and report what is wrong; ``repair`` changes the index to agree with the archive."""
        with self._archive.connections.read() as connection:
            in_archive = archive_problems(connection)
            in_index = list(index_problems(connection))
        if in_archive:  # then an index made from it would be no better
            return CheckReport((*in_archive, *in_index))
        if not in_index:  # else nothing in it can be compared
            in_index = self._disagreements()
        if not repair or not in_index or self._archive.read_only is not None:
            return CheckReport((*in_archive, *in_index))
        self.reindex()
        return CheckReport(in_archive, (*in_index, say("The index was made anew from the archive.")))

    def _disagreements(self) -> list[str]:
        """Return a sentence for everything in which the index and the archive do not agree."""
        stale = len(set().union(*self._disagreement()))
        found = list(self._on_index(lambda index: index.verify()))
        if stale:
            found.append(say("The index lacks {stale} documents or holds them in an older state.", stale=stale))
        return found

    def make_ready(self) -> None:
        """Read nothing: load what the first edit needs, so that it is saved as fast as every other."""
        journal_table.make_ready()

    def reindex(
        self, progress: ReportProgress = ignore_progress, is_cancelled: IsCancelled = never_cancelled
    ) -> Changes:
        """Change the index by making all of it anew from the archive."""
        self._archive.discard_index()
        return self.refresh(progress, is_cancelled)

    def backup(self, target: Path) -> None:
        """Read the archive into a verified copy; the index is left out, since it can be made anew.

        Raises:
            UserFacingError: when something of that name is there, or it cannot be written.
        """
        with self._archive.connections.read_without_transaction() as connection:
            copy_archive(connection, target)
