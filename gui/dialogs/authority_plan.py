"""What an authority list or a newer authority file would do, entry by entry, before anything is done."""

from PySide6.QtCore import QLocale, Qt, Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QListWidgetItem,
    QTableView,
    QToolButton,
    QWidget,
)

from gui.models.plan_model import PlanColumn, PlanModel, status_in_words
from gui.theme import Theme
from gui.widgets.counting import counted
from gui.widgets.dialog_column import DialogColumn
from gui.widgets.filter_field import FilterField
from gui.widgets.fitting import resize_to_fit
from gui.widgets.labels import Label, Tone
from gui.widgets.row_list import RowList
from gui.widgets.row_table import make_rows
from gui.widgets.verb_buttons import VerbButtons
from storage.authority_edits import AuthorityPlan, ChangeAuthority
from storage.domain.authority_plan import PlanStatus

_WIDTHS = {PlanColumn.NAME: 260, PlanColumn.COUNTRY: 120, PlanColumn.STATUS: 90}
_ROW_HEIGHT = 26
_MOST_COMMON_ROWS = 5
_FRAME = 12


class AuthorityPlanDialog(QDialog):
    """Counts the entries by how they stand, lists them with reasons, and lets conflicting ones be ticked.

    Args:
        plan: What has been found; nothing is stored yet.
    """

    def __init__(self, plan: AuthorityPlan, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Take in names"))
        resize_to_fit(self, 940, 600)
        self._plan = plan
        self._status: PlanStatus | None = None
        self._title = Label(plan.source, strong=True, elided=True)
        self._hint = Label(
            self.tr(
                "New and matching entries are taken in. Conflicting ones only where you tick them; what you have "
                "changed yourself stays otherwise. One Undo takes all of it back."
            ),
            tone=Tone.MUTED,
        )
        self.field = FilterField(self.tr("Filter names, countries and reasons…"))
        self.field.words_changed.connect(self._narrow)
        self.model = PlanModel(plan.entries, self)
        self.model.ticked.connect(self._say_what_is_taken)
        self.table = self._make_table()
        self._statuses = self._make_statuses()
        self.tick_all = QToolButton()
        self.tick_all.setText(self.tr("Tick all shown conflicts"))
        self.tick_all.setCheckable(True)
        self.tick_all.setEnabled(bool(plan.count(PlanStatus.CONFLICTING)))
        self.tick_all.toggled.connect(self.model.tick_shown)
        self._nothing = Label(tone=Tone.MUTED)
        self._warning = Label(
            self.tr(
                "These names stand very often in the texts and are left out. Tick those to be looked for all the same."
            ),
            tone=Tone.CAUTION,
        )
        self.common = self._make_common()
        self._buttons = VerbButtons("", self)
        self.take = self._buttons.verb
        self._lay_out()
        self._say_what_is_taken(0)
        self._narrow("")
        self.field.setFocus()

    def _make_table(self) -> QTableView:
        table = QTableView()
        table.setModel(self.model)
        make_rows(table, self.tr("Entries"))
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.verticalHeader().setDefaultSectionSize(_ROW_HEIGHT)
        table.horizontalHeader().setStretchLastSection(True)
        for column, width in _WIDTHS.items():
            table.setColumnWidth(column, width)
        return table

    def _make_statuses(self) -> dict[PlanStatus | None, QToolButton]:
        group = QButtonGroup(self)
        made: dict[PlanStatus | None, QToolButton] = {}
        for status in (None, *PlanStatus):
            number = len(self._plan.entries) if status is None else self._plan.count(status)
            name = self.tr("all") if status is None else status_in_words(status)
            button = QToolButton()
            button.setText(f"{name.capitalize()} · {QLocale().toString(number)}")
            button.setCheckable(True)
            button.setChecked(status is None)
            button.setEnabled(number > 0)
            button.clicked.connect(self._take_status)
            group.addButton(button)
            made[status] = button
        return made

    def _make_common(self) -> RowList:
        names = RowList(self.tr("Names that stand very often"))
        names.setFixedHeight(min(_MOST_COMMON_ROWS, len(self._plan.common)) * _ROW_HEIGHT + _FRAME)
        words = self.tr("“{name}” for {entity}: {count} times")
        for one in self._plan.common:
            count = QLocale().toString(one.count)
            row = QListWidgetItem(words.format(name=one.text, entity=one.called, count=count), names)
            row.setFlags(row.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            row.setCheckState(Qt.CheckState.Unchecked)
        for part in (names, self._warning):
            part.setVisible(bool(self._plan.common))
        return names

    def _lay_out(self) -> None:
        switches = QHBoxLayout()
        switches.setSpacing(8)
        for button in self._statuses.values():
            switches.addWidget(button)
        switches.addStretch(1)
        switches.addWidget(self.tick_all)
        column = DialogColumn(self, self._title, self._hint)
        column.addLayout(switches)
        column.addWidget(self.field)
        column.addWidget(self.table, 1)
        column.addWidget(self._nothing)
        column.addWidget(self._warning)
        column.addWidget(self.common)
        column.addWidget(self._buttons)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        for label in (self._title, self._hint, self._nothing, self._warning):
            label.set_theme(theme)

    @Slot()
    def _take_status(self) -> None:
        self._status = next(status for status, button in self._statuses.items() if button.isChecked())
        self._narrow(self.field.text())

    @Slot(object)
    def _narrow(self, words: str) -> None:
        self.model.narrow(self._status, words)
        self._nothing.setText(
            self.tr("No entry holds these words.") if words else self.tr("There is no entry that differs.")
        )
        self._nothing.setVisible(not self.model.rowCount())
        self.tick_all.blockSignals(True)
        self.tick_all.setChecked(False)
        self.tick_all.blockSignals(False)

    @Slot(object)
    def _say_what_is_taken(self, ticked: int) -> None:
        number = self._plan.count(PlanStatus.NEW) + self._plan.count(PlanStatus.MATCHING) + ticked
        words = counted(number, self.tr("Take in %1 entry"), self.tr("Take in %1 entries"))
        self.take.setText(words if number else self.tr("Take it in"))
        # A newer authority file can bring regions or its version alone.
        self.take.setEnabled(bool(number or self._plan.edit.schemes or self._plan.edit.version))

    def choose(self) -> ChangeAuthority | None:
        """Show the dialog; returns the edit that takes in what was chosen, or None."""
        chosen = self.edit() if self.exec() else None
        self.deleteLater()
        return chosen

    def edit(self) -> ChangeAuthority:
        """Give the edit that takes in what is chosen."""
        refused = [
            one
            for row, one in enumerate(self._plan.common)
            if self.common.item(row).checkState() is not Qt.CheckState.Checked
        ]
        return self._plan.edit_with(self.model.chosen, refused)
