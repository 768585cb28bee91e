"""How far an import is and how fast it goes, in words."""

from collections import deque

from PySide6.QtCore import QCoreApplication, QLocale

from storage.domain.importing import ImportProgress

_JUDGED_SECONDS = 15.0
_LEAST_SECONDS = 1.0
_MEGABYTE = 1e6


class Pace:
    """The pace of an import over its last seconds, pauses left out."""

    def __init__(self) -> None:
        self._seen: deque[ImportProgress] = deque()

    def take(self, progress: ImportProgress) -> None:
        """Note where the import is."""
        self._seen.append(progress)
        while len(self._seen) > 2 and self._seen[1].seconds < progress.seconds - _JUDGED_SECONDS:
            self._seen.popleft()

    def _first(self) -> tuple[float, int, int]:
        """Return seconds, files and bytes at the beginning of what is judged."""
        first = self._seen[0]
        young = self._seen[-1].seconds <= _JUDGED_SECONDS
        return (0.0, 0, 0) if young else (first.seconds, first.files_done, first.bytes_done)

    def rates(self) -> tuple[float, float]:
        """Return files and bytes a second; zeros while too little is known."""
        if not self._seen:
            return 0.0, 0.0
        seconds, files, size = self._first()
        last = self._seen[-1]
        passed = last.seconds - seconds
        if passed < _LEAST_SECONDS:
            return 0.0, 0.0
        return (last.files_done - files) / passed, (last.bytes_done - size) / passed

    def seconds_left(self) -> float | None:
        """Return the seconds until the end at this pace, judged by bytes; None while too little is known."""
        files_rate, bytes_rate = self.rates()
        if not self._seen:
            return None
        last = self._seen[-1]
        if last.bytes and bytes_rate > 0:
            return max(0, last.bytes - last.bytes_done) / bytes_rate
        return max(0, last.files - last.files_done) / files_rate if files_rate > 0 else None


def megabytes(size: int) -> str:
    """Write bytes as megabytes, with one decimal while they are few."""
    return QLocale().toString(size / _MEGABYTE, "f", 0 if size >= 100 * _MEGABYTE else 1)


def figures_in_words(progress: ImportProgress, pace: Pace) -> str:
    """Say how many megabytes are done, how fast it goes, and how long it still takes."""
    locale = QLocale()
    words = [_said("%1 of %2 MB", megabytes(progress.bytes_done), megabytes(progress.bytes))]
    files_rate, bytes_rate = pace.rates()
    if files_rate:
        words.append(_said("%1 files/s", locale.toString(files_rate, "f", 0 if files_rate >= 10 else 1)))
        words.append(_said("%1 MB/s", locale.toString(bytes_rate / _MEGABYTE, "f", 1)))
    left = pace.seconds_left()
    if left is not None and progress.files_done < progress.files:
        words.append(time_left_in_words(left))
    return " · ".join(words)


def time_left_in_words(seconds: float) -> str:
    """Say roughly how long something still takes."""
    locale = QLocale()
    if seconds < 5:
        return _said("a few seconds left")
    if seconds < 90:
        return _said("about %1 seconds left", locale.toString(round(seconds)))
    minutes = round(seconds / 60)
    if minutes < 90:
        return _said("about %1 minutes left", locale.toString(minutes))
    return _said("about %1 hours left", locale.toString(round(minutes / 60)))


def _said(sentence: str, *values: str) -> str:
    said = QCoreApplication.translate("ImportFigures", sentence)
    for number, value in enumerate(values, 1):
        said = said.replace(f"%{number}", value)
    return said
