"""The dialog in which all names of an entity are changed at once."""

from PySide6.QtCore import QModelIndex, Qt, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)
from typing_extensions import override

from gui.dialogs.checked_dialog import CheckedDialog
from gui.plain_words import tooltip
from gui.value_words import name_kind_in_words
from gui.widgets.dialog_column import DialogColumn
from gui.widgets.fitting import resize_to_fit
from gui.widgets.labels import Label, Tone
from gui.widgets.verb_buttons import VerbButtons
from storage.domain.authority import Entity, Name, NameKind

_NAME, _LANGUAGE, _KIND, _FIRST, _LAST = range(5)
_ROW_HEIGHT = 36
_CONTEXT_ROLE = Qt.ItemDataRole.UserRole


class _NameTable(QTableWidget):
    """Tab goes from field to field while one is being written in, and out of the table behind the last."""

    @override
    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:  # fmt: skip
        moves = QAbstractItemView.CursorAction
        ends = {moves.MoveNext: (self.rowCount() - 1, self.columnCount() - 1), moves.MovePrevious: (0, 0)}
        if ends.get(action) == (self.currentRow(), self.currentColumn()):
            return QModelIndex()
        return super().moveCursor(action, modifiers)


class EditEntityDialog(CheckedDialog):
    """Shows the name that stands in the tree, and a table of all names that texts are searched for.

    ``shown_name`` and ``names`` return both as the dialog stands.

    Args:
        called: How the entity is called in the window.
    """

    def __init__(self, entity: Entity, called: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Names of %1").replace("%1", called))
        self._before = entity
        self.shown = QLineEdit(entity.name)
        self.table = self._make_table()
        for name in entity.names:
            self._put(name)
        self.add = QPushButton(self.tr("Add a name"))
        self.remove = QPushButton(self.tr("Remove the name"))
        self.remove.setToolTip(self.tr("Look for this name no longer"))
        self.add.clicked.connect(self.add_name)
        self.remove.clicked.connect(self._remove_name)
        self.table.itemSelectionChanged.connect(self._enable)
        self._lay_out()
        self._enable()
        resize_to_fit(self, 700, 480)

    def _make_table(self) -> QTableWidget:
        heads = (self.tr("Name"), self.tr("Language"), self.tr("Kind"), self.tr("From"), self.tr("To"))
        table = _NameTable(0, len(heads))
        table.setTabKeyNavigation(False)
        table.setHorizontalHeaderLabels(heads)
        table.setAccessibleName(self.tr("Names that texts are searched for"))
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(_ROW_HEIGHT)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setEditTriggers(QAbstractItemView.EditTrigger.AllEditTriggers)
        header = table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(_NAME, QHeaderView.ResizeMode.Stretch)
        for column, width in ((_LANGUAGE, 84), (_KIND, 130), (_FIRST, 64), (_LAST, 64)):
            table.setColumnWidth(column, max(width, header.sectionSizeHint(column)))
        return table

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(self.tr("Shown as"), self.shown)
        said = Label(
            self.tr(
                "These names are looked for in all texts. A language is written en, zh or fr; without one the name "
                "counts in all. Years say when a name was in use."
            ),
            tone=Tone.MUTED,
        )
        beside = QHBoxLayout()
        beside.addWidget(self.add)
        beside.addWidget(self.remove)
        beside.addStretch()
        buttons = VerbButtons(self.tr("Save the names"), self)
        buttons.verb.setDefault(True)
        for button in (self.add, self.remove):
            button.setAutoDefault(False)
        column = DialogColumn(self)
        column.addLayout(form)
        column.addWidget(said)
        column.addWidget(self.table, 1)
        column.addLayout(beside)
        column.addWidget(self.problem)
        column.addWidget(buttons)

    def _put(self, name: Name) -> QTableWidgetItem:
        row = self.table.rowCount()
        self.table.insertRow(row)
        years = (str(year) if year else "" for year in (name.first_year, name.last_year))
        first, last = years
        text = QTableWidgetItem(name.text)
        text.setData(_CONTEXT_ROLE, name.needs_context)
        text.setToolTip(tooltip(name.text))
        self.table.setItem(row, _NAME, text)
        for column, words in ((_LANGUAGE, name.language), (_FIRST, first), (_LAST, last)):
            self.table.setItem(row, column, QTableWidgetItem(words))
        kinds = QComboBox()
        kinds.setFrame(False)
        kinds.setAccessibleName(self.tr("Kind of name"))
        for kind in NameKind:
            kinds.addItem(name_kind_in_words(kind), kind)
        kinds.setCurrentIndex(kinds.findData(name.kind))
        self.table.setCellWidget(row, _KIND, kinds)
        return text

    @Slot()
    def add_name(self) -> None:
        """Begin one more name at the foot of the table."""
        last = self._put(Name("", kind=NameKind.VARIANT))
        self.table.setFocus()
        self.table.setCurrentItem(last)
        self.table.editItem(last)

    @Slot()
    def _remove_name(self) -> None:
        for row in sorted({index.row() for index in self.table.selectedIndexes()}, reverse=True):
            self.table.removeRow(row)
        self._enable()

    @Slot()
    def _enable(self) -> None:
        self.remove.setEnabled(bool(self.table.selectedIndexes()))

    @override
    def accept(self) -> None:
        # A field that is still being written in hands its words over when it loses the keyboard.
        self.table.setFocus()
        super().accept()

    @override
    def _in_the_way(self) -> str:
        if not self.shown_name():
            return self.tr("It needs a name to be shown by.")
        for row in range(self.table.rowCount()):
            for column in (_FIRST, _LAST):
                words = self._words(row, column)
                if words and not (words.isascii() and words.isdecimal() and 0 < len(words) <= 4 and int(words)):
                    return self.tr("“%1” is no year. Write 1949, or nothing.").replace("%1", words)
        for name in self.names():
            if name.first_year and name.last_year and name.first_year > name.last_year:
                said = self.tr("The years of “%1” end before they begin. Give them the other way round.")
                return said.replace("%1", name.text)
        if self._before.names and not self.names():
            return self.tr("One name at least is needed. To look for none of them, hide the entity in the tree.")
        return ""

    def _words(self, row: int, column: int) -> str:
        item = self.table.item(row, column)
        return " ".join(item.text().split()) if item is not None else ""

    def shown_name(self) -> str:
        """Return the name that stands in the tree."""
        return " ".join(self.shown.text().split())

    def names(self) -> tuple[Name, ...]:
        """Return the names of the table; rows without a name are left out.

        A name shown otherwise than before is among them, so that it is found in texts too.
        """
        found = [self._name(row) for row in range(self.table.rowCount()) if self._words(row, _NAME)]
        shown = self.shown_name()
        renamed = shown and shown != self._before.name and all(name.text != shown for name in found)
        if renamed and self._before.names:
            found.append(Name(shown))
        return tuple(found)

    def _name(self, row: int) -> Name:
        first, last = (int(words) if words else None for words in (self._words(row, _FIRST), self._words(row, _LAST)))
        kinds = self.table.cellWidget(row, _KIND)
        kind = NameKind(kinds.currentData()) if isinstance(kinds, QComboBox) else NameKind.VARIANT
        text = self.table.item(row, _NAME)
        needs_context = text is not None and bool(text.data(_CONTEXT_ROLE))
        return Name(self._words(row, _NAME), self._words(row, _LANGUAGE), kind, first, last, needs_context)
