"""All hits of a search, one a line, the hits below one another."""

from dataclasses import dataclass

from PySide6.QtCore import QLocale, QModelIndex, Signal, Slot
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from gui.models.concordance_model import Column, ConcordanceModel, cell_words, date_words
from gui.tasks.searches import ListedLines
from gui.theme import Theme
from gui.translation import in_words
from gui.widgets.concordance_view import ConcordanceColumns, ConcordanceDelegate, ConcordanceView
from gui.widgets.empty_state import EmptyState
from gui.widgets.hit_menu import Hit, HitMenu
from gui.widgets.labels import Label, Tone
from storage.domain.search import ConcordanceOrder, Span
from storage.text.concordance import Concordance

_MEASURED = 500
"""Hits whose width is looked at; what is wider is cut."""


@dataclass(frozen=True, slots=True)
class Rearrangement:
    """The lines that are there and the order they are wanted in."""

    lines: Concordance
    order: ConcordanceOrder


class ConcordancePanel(QWidget):
    """Shows lines as they come and says which of them was chosen.

    Signals:
        line_chosen: a ``ConcordanceLine``.
        reading_requested: the ``ConcordanceOrder`` in which all lines are wanted from the beginning.
        rearrangement_requested: a ``Rearrangement`` of lines that are all there.
        stop_requested: nothing; no more lines are wanted.
        export_requested: the ``Concordance`` to be written to a file.
    """

    line_chosen = Signal(object)
    reading_requested = Signal(object)
    rearrangement_requested = Signal(object)
    stop_requested = Signal()
    export_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.order = ConcordanceOrder.DOCUMENT
        self._total = 0
        self._is_whole = self._is_reading = False
        self._model = ConcordanceModel(self)
        columns = ConcordanceColumns(Column.DOCUMENT, Column.DATE, Column.LEFT, Column.HIT, Column.RIGHT)
        self._view = ConcordanceView(self.tr("All hits"), columns, date_words())
        self._view.setModel(self._model)
        self._delegate = ConcordanceDelegate(self._view, columns)
        self._view.setItemDelegate(self._delegate)
        self._view.chosen.connect(self._tell_chosen)
        self._view.copy_requested.connect(self.copy_lines)
        self._empty = EmptyState("")
        self._pages = QStackedWidget()
        self._pages.addWidget(self._view)
        self._pages.addWidget(self._empty)
        self._state = Label(tone=Tone.MUTED, elided=True)
        self._orders = QComboBox()
        self._orders.setAccessibleName(self.tr("Order of the lines"))
        for order, words in self._order_words().items():
            self._orders.addItem(words, order)
        self._orders.activated.connect(self._take_order)
        self._stop = QPushButton(self.tr("Stop"))
        self._stop.clicked.connect(self.stop)
        self._export = QPushButton(self.tr("Save as CSV…"))
        self._export.clicked.connect(self._ask_to_export)
        self._make_actions()
        self.hit_menu = HitMenu(self._view, self._hit, (self._copy, self._save))
        self._lay_out()
        self.clear()

    def _order_words(self) -> dict[ConcordanceOrder, str]:
        return {
            ConcordanceOrder.DOCUMENT: self.tr("by document"),
            ConcordanceOrder.DATE: self.tr("by date"),
            ConcordanceOrder.LEFT: self.tr("by the words before"),
            ConcordanceOrder.RIGHT: self.tr("by the words after"),
        }

    def _make_actions(self) -> None:
        self._copy = QAction(self.tr("Copy the lines"), self._view)
        self._copy.triggered.connect(self.copy_lines)
        self._save = QAction(self.tr("Save as CSV…"), self._view)
        self._save.triggered.connect(self._ask_to_export)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(14, 0, 14, 4)
        head.setSpacing(8)
        head.addWidget(self._state, 1)
        for part in (self._stop, self._orders, self._export):
            head.addWidget(part)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self._pages, 1)
        self.setFocusProxy(self._view)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        for part in (self._delegate, self._empty, self._state):
            part.set_theme(theme)

    @Slot()
    def clear(self) -> None:
        """Show no lines."""
        if self._is_whole and not self.is_begun and not self._model.rowCount():
            return
        self.begin(0)
        self._end(is_whole=True)
        self._empty.set_sentence(self.tr("Type words in the field above to list every place where they stand."))

    @property
    def is_begun(self) -> bool:
        """Whether lines are there or on their way."""
        return self._total > 0

    def begin(self, total: int) -> None:
        """Show that lines are on their way, ``total`` of them."""
        self._total = total
        self._is_whole, self._is_reading = False, True
        self._model.set_lines(Concordance())
        self._view.forget_width()
        self._empty.set_sentence(self.tr("Reading the texts…"))
        self._show_state()

    @Slot(object)
    def take_lines(self, listed: ListedLines) -> None:
        """Take more lines, or all of them in their order."""
        if listed.is_whole:
            self._model.set_lines(listed.lines)
            self._view.scrollToTop()
        else:
            self._model.add_lines(listed.lines)
        self._view.fit_hits(" ".join(listed.lines.longest_keyword(_MEASURED).split()))
        if listed.ended:
            self._end(is_whole=True)
        self._show_state()

    @Slot()
    def stop(self) -> None:
        """Want no more lines; those that are there stay."""
        self.stop_requested.emit()
        self._end(is_whole=False)

    def show_failure(self, sentence: str) -> None:
        """Say why the lines could not be read."""
        self._end(is_whole=False)
        self._empty.set_sentence(in_words(sentence))

    def _end(self, is_whole: bool) -> None:
        self._is_whole, self._is_reading = is_whole, False
        self._empty.set_sentence(self.tr("There is no hit in a text."))
        self._show_state()

    def _show_state(self) -> None:
        count = self._model.rowCount()
        words = self.tr("{count} lines")
        if self._is_reading:
            words = self.tr("{count} of {total} lines read…")
        elif not self._is_whole:
            words = self.tr("stopped after {count} of {total} lines")
        written = words.format(count=QLocale().toString(count), total=QLocale().toString(self._total))
        self._state.setText(written if count or self._is_reading else "")
        self._stop.setVisible(self._is_reading)
        self._export.setEnabled(count > 0)
        self._orders.setCurrentIndex(self._orders.findData(self.order))
        self._pages.setCurrentWidget(self._view if count else self._empty)

    @Slot(int)
    def _take_order(self, _index: int) -> None:
        # Qt gives a string back where it was given one of our orders.
        order = ConcordanceOrder(self._orders.currentData())
        changed, self.order = order is not self.order, order
        if changed and self._is_whole and self._model.rowCount():
            self.rearrangement_requested.emit(Rearrangement(self._model.lines, order))
        elif changed and self._total:
            self.reading_requested.emit(order)
        self._show_state()

    def step(self, by: int) -> None:
        """Go to the next line (+1) or the one before (-1), around the ends of a list that is whole."""
        count = self._model.rowCount()
        if not count:
            return
        current = self._view.currentIndex()
        row = current.row() + by if current.isValid() else (0 if by > 0 else count - 1)
        if not 0 <= row < count:
            if not self._is_whole:
                return
            row %= count
        self._view.show_row(row)
        self._tell_chosen(self._view.currentIndex())

    @Slot(object)
    def _tell_chosen(self, index: QModelIndex) -> None:
        line = self._model.line(index)
        if line is not None:
            self.line_chosen.emit(line)

    @Slot()
    def copy_lines(self) -> None:
        """Copy the selected lines, a line each, columns apart by tabs."""
        rows = sorted(index.row() for index in self._view.selectionModel().selectedRows(Column.HIT))
        lines = (self._model.lines[row] for row in rows)
        text = "\n".join("\t".join(cell_words(line, column) for column in Column) for line in lines)
        if text:
            QGuiApplication.clipboard().setText(text)

    @Slot()
    def _ask_to_export(self) -> None:
        self.export_requested.emit(self._model.lines)

    def _hit(self, index: QModelIndex) -> Hit | None:
        line = self._model.line(index)
        if line is None:
            return None
        words = " ".join(part.strip() for part in (line.left, line.keyword, line.right)).strip()
        return Hit(line.document, Span(line.start, line.end), words)
