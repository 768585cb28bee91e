"""Every hit as a row of a table: document, date, the words before it, the hit, the words after it."""

from enum import IntEnum

from PySide6.QtCore import QCoreApplication, QModelIndex, QObject, Qt
from typing_extensions import override

from gui.models.column_model import ColumnModel, Index
from gui.plain_words import tooltip
from gui.translation import in_words
from gui.value_words import date_layer_in_words
from storage.domain.search import ConcordanceLine
from storage.text.concordance import Concordance
from storage.text.edtf_words import date_in_words

LINE_ROLE = int(Qt.ItemDataRole.UserRole)


class Column(IntEnum):
    """What stands where."""

    DOCUMENT = 0
    DATE = 1
    LEFT = 2
    HIT = 3
    RIGHT = 4


class ConcordanceModel(ColumnModel[Column]):
    """Lines of a concordance; a cell's words are made when it is shown."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(Column, _column_in_words, _side, parent)
        self._lines = Concordance()
        self._read: tuple[int, ConcordanceLine] | None = None
        """The line asked for last: a row is painted cell by cell, and each asks for several things."""

    @property
    def lines(self) -> Concordance:
        """The lines in the order shown."""
        return self._lines

    def set_lines(self, lines: Concordance) -> None:
        """Show other lines, or the same in another order."""
        self.beginResetModel()
        self._lines, self._read = lines, None
        self.endResetModel()

    def add_lines(self, lines: Concordance) -> None:
        """Append lines."""
        if len(lines):
            self.beginInsertRows(QModelIndex(), len(self._lines), len(self._lines) + len(lines) - 1)
            self._lines.extend(lines)
            self.endInsertRows()

    def line(self, index: Index) -> ConcordanceLine | None:
        """Return the line of a row."""
        if not index.isValid():
            return None
        row = index.row()
        if self._read is None or self._read[0] != row:
            self._read = row, self._lines[row]
        return self._read[1]

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._lines)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self.line(index)
        if line is None:
            return None
        column = Column(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return cell_words(line, column)
            case Qt.ItemDataRole.ToolTipRole if column is Column.DOCUMENT:
                return tooltip(line.title)
            case Qt.ItemDataRole.ToolTipRole if column is Column.DATE and line.dated:
                return f"{date_layer_in_words(line.dated.layer)} {in_words(date_in_words(line.dated.edtf))}"
            case Qt.ItemDataRole.TextAlignmentRole:
                return self.alignment(column)
            case int(role) if role == LINE_ROLE:
                return line
            case _:
                return None


def cell_words(line: ConcordanceLine, column: Column) -> str:
    """Return what stands in a column, on one line."""
    match column:
        case Column.DOCUMENT:
            words = line.title
        case Column.DATE:
            words = in_words(date_in_words(line.dated.edtf)) if line.dated else ""
        case Column.LEFT:
            words = line.left
        case Column.HIT:
            words = line.keyword
        case Column.RIGHT:
            words = line.right
    return " ".join(words.split())


def date_words() -> tuple[str, ...]:
    """Return a late day of each month in words, as wide as dates of one day come."""
    return tuple(in_words(date_in_words(f"2000-{month:02}-28")) for month in range(1, 13))


def _column_in_words(column: Column) -> str:
    return {
        Column.DOCUMENT: QCoreApplication.translate("ConcordanceModel", "Document"),
        Column.DATE: QCoreApplication.translate("ConcordanceModel", "Date"),
        Column.LEFT: QCoreApplication.translate("ConcordanceModel", "Words before"),
        Column.HIT: QCoreApplication.translate("ConcordanceModel", "Hit"),
        Column.RIGHT: QCoreApplication.translate("ConcordanceModel", "Words after"),
    }[column]


def _side(column: Column) -> Qt.AlignmentFlag:
    if column is Column.LEFT:
        return Qt.AlignmentFlag.AlignRight
    return Qt.AlignmentFlag.AlignHCenter if column is Column.HIT else Qt.AlignmentFlag.AlignLeft
