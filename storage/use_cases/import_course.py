"""The course of one import: how far it is, whether it is paused or cancelled, and who is told."""

import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from storage.domain.importing import FileOutcome, ImportProgress
from storage.domain.progress import IsCancelled, Progress, ReportProgress, ignore_progress, never_cancelled
from storage.sentences import say

_SECONDS_BETWEEN = 0.25
_NAP = 0.05

Watch = Callable[[ImportProgress], None]


def ignore_course(_progress: ImportProgress) -> None:
    """Take word of how far an import is and do nothing with it."""


class ImportCourse:
    """Counts files and bytes, leaves pauses out of the time, and reports often enough for a person to see it move.

    Args:
        sizes: The files in the order they are taken, with their bytes.
        progress: Is told in the words of any long job.
        watch: Is told everything, at least twice a second and whenever files have ended.
        is_paused: While it answers yes no file is begun.
        is_cancelled: Once it answers yes no file is begun any more.
    """

    def __init__(
        self,
        sizes: Mapping[Path, int],
        progress: ReportProgress = ignore_progress,
        watch: Watch = ignore_course,
        is_paused: IsCancelled = never_cancelled,
        is_cancelled: IsCancelled = never_cancelled,
    ) -> None:
        self._sizes = sizes
        self._bytes = sum(sizes.values())
        self._progress = progress
        self._watch = watch
        self._is_paused = is_paused
        self._is_cancelled = is_cancelled
        self._files_done = 0
        self._bytes_done = 0
        self._current = ""
        self._untold: list[FileOutcome] = []
        self._told = 0.0
        self._since = time.monotonic()
        self._paused = 0.0
        self._held_since: float | None = None

    def begin(self, path: Path) -> None:
        """Note which file was begun last."""
        self._current = str(path)

    def end(self, paths: Sequence[Path], outcomes: Sequence[FileOutcome]) -> None:
        """Note that files have ended, with what became of them, and tell it."""
        self._files_done += len(paths)
        self._bytes_done += sum(self._sizes.get(path, 0) for path in paths)
        self._untold += outcomes
        self.tell()

    def is_wanted(self) -> bool:
        """Tell whether the import is to go on, now or after a pause."""
        return not self._is_cancelled()

    def rest(self) -> None:
        """Ask whether the import is to go on, for whoever makes it wait at that; what was read is stored anyway."""
        self._is_cancelled()

    def is_held(self) -> bool:
        """Tell whether the import is paused, and leave the time since the last question out where it is."""
        held, now = self._is_paused(), time.monotonic()
        if self._held_since is not None:
            self._paused += now - self._held_since
        self._held_since = now if held else None
        return held

    def may_go_on(self, path: Path) -> bool:
        """Wait while the import is paused; tell whether a file can be begun then, which after a cancel it cannot."""
        while self.is_wanted() and self.is_held():
            self.tell_now_and_then()
            time.sleep(_NAP)
        self._current = str(path)
        return self.is_wanted()

    def tell_now_and_then(self) -> None:
        """Tell how far the import is unless that was told a moment ago."""
        if time.monotonic() - self._told >= _SECONDS_BETWEEN:
            self.tell()

    def tell(self) -> None:
        """Tell how far the import is."""
        self._told = time.monotonic()
        outcomes, self._untold = tuple(self._untold), []
        seconds = self._told - self._since - self._paused
        files = len(self._sizes)
        self._watch(
            ImportProgress(self._files_done, files, self._bytes_done, self._bytes, seconds, self._current, outcomes)
        )
        doing = Path(self._current).name if self._files_done < files else say("Import finished")
        self._progress(Progress(self._files_done, files, doing))
