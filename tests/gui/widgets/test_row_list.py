from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QDialog, QStyledItemDelegate, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from gui.theme import Theme, apply_theme
from gui.widgets.dialog_column import DialogColumn
from gui.widgets.row_list import RowList


class Measuring(QStyledItemDelegate):
    """Notes where rows are painted, which no method of the list tells without laying the rows out anew."""

    def __init__(self) -> None:
        super().__init__()
        self.tops: dict[int, int] = {}

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        self.tops[index.row()] = option.rect.top()  # pyright: ignore[reportAttributeAccessIssue]
        super().paint(painter, option, index)


def test_rows_are_as_high_as_the_style_wants_them(qtbot: QtBot, qapp: QApplication, theme: Theme) -> None:
    apply_theme(qapp, theme)
    rows, measuring = RowList("Names"), Measuring()
    rows.setItemDelegate(measuring)
    rows.addItems(["a", "b", "c"])
    rows.setCurrentRow(0)
    dialog = QDialog()
    DialogColumn(dialog).addWidget(rows)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    qtbot.waitUntil(lambda: len(measuring.tops) == 3)
    wanted = rows.sizeHintForRow(0)
    assert wanted > rows.fontMetrics().height()
    assert [measuring.tops[row + 1] - measuring.tops[row] for row in range(2)] == [wanted, wanted]
    qapp.setStyleSheet("")
