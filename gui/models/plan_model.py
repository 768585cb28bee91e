"""What an authority list would do as a table: an entry a row, with how it stands to the archive and why."""

from enum import IntEnum

from PySide6.QtCore import QCoreApplication, QModelIndex, QObject, Qt, Signal
from typing_extensions import override

from gui.models.column_model import ColumnModel, Index
from gui.plain_words import tooltip
from gui.translation import in_words
from storage.domain.authority_plan import PlannedEntry, PlanStatus
from storage.text.folding import fold


class PlanColumn(IntEnum):
    """What stands where."""

    NAME = 0
    COUNTRY = 1
    STATUS = 2
    REASON = 3


class PlanModel(ColumnModel[PlanColumn]):
    """The entries of a plan that a status and words leave; those in conflict can be ticked.

    Signals:
        ticked: how many entries in conflict are ticked now.
    """

    ticked = Signal(object)

    def __init__(self, entries: tuple[PlannedEntry, ...], parent: QObject | None = None) -> None:
        super().__init__(PlanColumn, _column_in_words, parent=parent)
        self._entries = entries
        self._shown = list(range(len(entries)))
        self._ticked: set[int] = set()
        self._folded: list[str] = []

    @property
    def chosen(self) -> frozenset[int]:
        """The places in the plan of the conflicting entries that are ticked."""
        return frozenset(self._ticked)

    def narrow(self, status: PlanStatus | None, words: str) -> None:
        """Show only entries that stand so and hold all the words; None and no words show all."""
        wanted = fold(words).split()
        if wanted and not self._folded:
            lines = (" ".join((e.name, e.country_name, in_words(e.reason))).replace("\n", " ") for e in self._entries)
            self._folded = fold("\n".join(lines)).split("\n")
        self.beginResetModel()
        self._shown = [
            place
            for place, entry in enumerate(self._entries)
            if status in (None, entry.status) and all(word in self._folded[place] for word in wanted)
        ]
        self.endResetModel()

    def tick_shown(self, ticked: bool) -> None:
        """Tick all conflicting entries that are shown, or none of them."""
        places = {place for place in self._shown if self._can_be_ticked(place)}
        self._ticked = self._ticked | places if ticked else self._ticked - places
        if self._shown:
            last = self.index(len(self._shown) - 1, PlanColumn.NAME)
            self.dataChanged.emit(self.index(0, PlanColumn.NAME), last, [Qt.ItemDataRole.CheckStateRole])
        self.ticked.emit(len(self._ticked))

    def _can_be_ticked(self, place: int) -> bool:
        entry = self._entries[place]
        return entry.status is PlanStatus.CONFLICTING and entry.entity is not None

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._shown)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.isValid() and index.column() == PlanColumn.NAME and self._can_be_ticked(self._shown[index.row()]):
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        place, column = self._shown[index.row()], PlanColumn(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return _words(self._entries[place], column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip(_words(self._entries[place], column))
        if role == Qt.ItemDataRole.CheckStateRole and column is PlanColumn.NAME and self._can_be_ticked(place):
            return Qt.CheckState.Checked if place in self._ticked else Qt.CheckState.Unchecked
        return None

    @override
    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or not self.flags(index) & Qt.ItemFlag.ItemIsUserCheckable:
            return False
        place = self._shown[index.row()]
        if Qt.CheckState(value) is Qt.CheckState.Checked:
            self._ticked.add(place)
        else:
            self._ticked.discard(place)
        self.dataChanged.emit(index, index, [role])
        self.ticked.emit(len(self._ticked))
        return True


def status_in_words(status: PlanStatus) -> str:
    """Say how an entry stands to what the archive has."""
    return {
        PlanStatus.NEW: QCoreApplication.translate("PlanModel", "new"),
        PlanStatus.MATCHING: QCoreApplication.translate("PlanModel", "matching"),
        PlanStatus.CONFLICTING: QCoreApplication.translate("PlanModel", "conflicting"),
        PlanStatus.LEFT_OUT: QCoreApplication.translate("PlanModel", "left out"),
    }[status]


def _column_in_words(column: PlanColumn) -> str:
    return {
        PlanColumn.NAME: QCoreApplication.translate("PlanModel", "Name"),
        PlanColumn.COUNTRY: QCoreApplication.translate("PlanModel", "Country"),
        PlanColumn.STATUS: QCoreApplication.translate("PlanModel", "Status"),
        PlanColumn.REASON: QCoreApplication.translate("PlanModel", "Why"),
    }[column]


def _words(entry: PlannedEntry, column: PlanColumn) -> str:
    return {
        PlanColumn.NAME: entry.name,
        PlanColumn.COUNTRY: entry.country_name,
        PlanColumn.STATUS: status_in_words(entry.status),
        PlanColumn.REASON: in_words(entry.reason),
    }[column]
