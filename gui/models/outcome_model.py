"""Files of an import that need a word, grouped by what became of them; thousands are taken in without a pause."""

from collections.abc import Iterable
from enum import Enum, IntEnum
from pathlib import PurePath

from PySide6.QtCore import QCoreApplication, QModelIndex, QObject, Qt
from typing_extensions import override

from gui.models.column_model import ColumnModel, Index
from gui.translation import in_words
from storage.domain.importing import FileOutcome, ImportStatus


class OutcomeColumn(IntEnum):
    """What stands where."""

    NAME = 0
    REASON = 1


class OutcomeGroup(Enum):
    """What became of files, as the list groups them, in the order in which the groups stand."""

    FAILED = 1
    SKIPPED = 2
    REMARKED = 3
    KNOWN = 4


def group_of(outcome: FileOutcome) -> OutcomeGroup | None:
    """Return where a file is listed; None for one that simply came in."""
    match outcome.status:
        case ImportStatus.FAILED:
            return OutcomeGroup.FAILED
        case ImportStatus.SKIPPED:
            return OutcomeGroup.SKIPPED
        case ImportStatus.DUPLICATE:
            return OutcomeGroup.KNOWN
        case _:
            return OutcomeGroup.REMARKED if outcome.reason else None


class OutcomeModel(ColumnModel[OutcomeColumn]):
    """The files of the group that is shown, in the order in which they ended; the other groups are only counted.

    A file that is tried again leaves its former row when its new outcome comes.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(OutcomeColumn, _column_in_words, parent=parent)
        self._group = OutcomeGroup.FAILED
        self._rows: dict[OutcomeGroup, list[FileOutcome]] = {group: [] for group in OutcomeGroup}
        self._place: dict[str, OutcomeGroup] = {}

    @property
    def group(self) -> OutcomeGroup:
        """The group whose files are shown."""
        return self._group

    def show_group(self, group: OutcomeGroup) -> None:
        """Show the files of another group."""
        if group is not self._group:
            self.beginResetModel()
            self._group = group
            self.endResetModel()

    def clear(self) -> None:
        """List nothing."""
        self.beginResetModel()
        self._rows = {group: [] for group in OutcomeGroup}
        self._place = {}
        self.endResetModel()

    def take(self, outcomes: Iterable[FileOutcome]) -> None:
        """List more outcomes; one of a path that is listed already takes its place."""
        latest = {outcome.path: outcome for outcome in outcomes}
        self._remove(latest.keys() & self._place.keys())
        fresh: dict[OutcomeGroup, list[FileOutcome]] = {}
        for outcome in latest.values():
            group = group_of(outcome)
            if group is not None:
                fresh.setdefault(group, []).append(outcome)
                self._place[outcome.path] = group
        for group, more in fresh.items():
            rows = self._rows[group]
            if group is self._group:
                self.beginInsertRows(QModelIndex(), len(rows), len(rows) + len(more) - 1)
            rows += more
            if group is self._group:
                self.endInsertRows()

    def _remove(self, paths: Iterable[str]) -> None:
        by_group: dict[OutcomeGroup, set[str]] = {}
        for path in paths:
            by_group.setdefault(self._place.pop(path), set()).add(path)
        for group, gone in by_group.items():
            rows = self._rows[group]
            if group is not self._group:
                self._rows[group] = [outcome for outcome in rows if outcome.path not in gone]
                continue
            for first, last in _runs([row for row, outcome in enumerate(rows) if outcome.path in gone]):
                self.beginRemoveRows(QModelIndex(), first, last)
                del rows[first : last + 1]
                self.endRemoveRows()

    def count(self, group: OutcomeGroup) -> int:
        """Count the files of a group."""
        return len(self._rows[group])

    def outcomes(self, group: OutcomeGroup) -> tuple[FileOutcome, ...]:
        """Return the files of a group in the order in which they ended."""
        return tuple(self._rows[group])

    def outcome(self, index: Index) -> FileOutcome | None:
        """Return the file of a row, or None where there is none."""
        return self._rows[self._group][index.row()] if index.isValid() else None

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows[self._group])

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        outcome = self.outcome(index)
        if outcome is None:
            return None
        is_name, name = index.column() == OutcomeColumn.NAME, PurePath(outcome.path).name
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return name if is_name else in_words(outcome.reason).removeprefix(f"{name}: ")
            case Qt.ItemDataRole.ToolTipRole:
                return outcome.path if is_name else in_words(outcome.reason)
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{outcome.path}. {in_words(outcome.reason)}"
            case _:
                return None


def _runs(rows: list[int]) -> list[tuple[int, int]]:
    """Return the first and last row of each run of neighbouring rows, the last run first."""
    runs: list[tuple[int, int]] = []
    for row in rows:
        if runs and runs[-1][1] == row - 1:
            runs[-1] = (runs[-1][0], row)
        else:
            runs.append((row, row))
    return runs[::-1]


def group_in_words(group: OutcomeGroup) -> str:
    """Name a group of files."""
    return {
        OutcomeGroup.FAILED: QCoreApplication.translate("OutcomeModel", "Could not be read"),
        OutcomeGroup.SKIPPED: QCoreApplication.translate("OutcomeModel", "Skipped"),
        OutcomeGroup.REMARKED: QCoreApplication.translate("OutcomeModel", "Imported, with a remark"),
        OutcomeGroup.KNOWN: QCoreApplication.translate("OutcomeModel", "Held already"),
    }[group]


def _column_in_words(column: OutcomeColumn) -> str:
    return {
        OutcomeColumn.NAME: QCoreApplication.translate("OutcomeModel", "File"),
        OutcomeColumn.REASON: QCoreApplication.translate("OutcomeModel", "What happened"),
    }[column]
