"""The bar that finds words in the document at hand."""

import time
from collections.abc import Iterator

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from gui.translation import in_words
from gui.viewer.appearance import ViewerAppearance
from gui.viewer.layers import Hits
from gui.viewer.wishes import HitPosition
from gui.widgets.clear_button import offer_clearing
from storage.errors import UserFacingError
from storage.text.finding import Find, find

_COUNTER_WIDTH = 72
_FIELD_WIDTH = 150
_STEP_SECONDS = 0.006
_REPORT_SECONDS = 0.1


class FindRun(QObject):
    """Searches a text between two events of the window, a few pieces at a time.

    Signals:
        progressed: the ``Hits`` found so far; the same object grows.
        ended: the ``Hits``, all of them.
        failed: a sentence; the search was given up.
    """

    progressed = Signal(object)
    ended = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pieces: Iterator[list[tuple[int, int]]] = iter(())
        self._hits = Hits()
        self._next_report = 0.0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._step)

    def begin(self, text: str, wanted: Find) -> None:
        """Give up what was being searched and search for something else."""
        self._pieces = find(text, wanted)
        self._hits = Hits()
        self._next_report = 0.0
        self._timer.start(0)

    def stop(self) -> None:
        """Give up searching."""
        self._timer.stop()
        self._pieces = iter(())

    @Slot()
    def _step(self) -> None:
        until = time.monotonic() + _STEP_SECONDS
        while time.monotonic() < until:
            try:
                piece = next(self._pieces, None)
            except UserFacingError as error:
                self.stop()
                self.failed.emit(str(error))
                return
            if piece is None:
                self._timer.stop()
                self.ended.emit(self._hits)
                return
            self._hits.starts.extend([start for start, _end in piece])
            self._hits.ends.extend([end for _start, end in piece])
        if until >= self._next_report:
            self._next_report = until + _REPORT_SECONDS
            self.progressed.emit(self._hits)


class FindBar(QWidget):
    """Takes the words to find and shows how many there are.

    Signals:
        find_requested: a ``Find``, as the words or a switch change.
        step_requested: +1 for the next hit, -1 for the one before.
        closed: nothing; the reader is done.
    """

    find_requested = Signal(object)
    step_requested = Signal(object)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = QLineEdit()
        self.words.setPlaceholderText(self.tr("Find in this document…"))
        self.words.setAccessibleName(self.tr("Find in this document"))
        self.words.setMinimumWidth(_FIELD_WIDTH)
        offer_clearing(self.words)
        self.words.textChanged.connect(self._ask)
        self.whole_words = self._switch(self.tr("Words"), self.tr("Whole words only"))
        self.match_case = self._switch(self.tr("Aa"), self.tr("Match capital and small letters"))
        self.match_accents = self._switch(self.tr("é"), self.tr("Match accents"))
        self.is_pattern = self._switch(self.tr(".*"), self.tr("Regular expression"))
        self.is_pattern.toggled.connect(self.match_accents.setDisabled)
        self.problem = QLabel()
        self.problem.setWordWrap(True)
        self.problem.hide()
        self.counter = QLabel()
        self.counter.setMinimumWidth(_COUNTER_WIDTH)
        self.previous = self._button("↑", self.tr("Hit before (Shift+F3)"))
        self.previous.clicked.connect(self._go_back)
        self.next = self._button("↓", self.tr("Next hit (F3)"))
        self.next.clicked.connect(self._go_on)
        self.close_button = self._button("×", self.tr("Close (Esc)"))
        self.close_button.clicked.connect(self.close_bar)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.words, 1)
        switches = (self.whole_words, self.match_case, self.match_accents, self.is_pattern)
        for part in (self.counter, self.previous, self.next, *switches, self.close_button):
            row.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 4, 8, 4)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self.problem)

    def set_appearance(self, appearance: ViewerAppearance) -> None:
        """Draw in another look."""
        self.setStyleSheet(
            f"FindBar {{ background: {appearance.paper.name()}; }} QLabel {{ color: {appearance.muted.name()}; }}"
            f"FindBar > QToolButton {{ border: 1px solid transparent; border-radius: 6px; padding: 3px 4px;"
            f" min-height: 18px; background: transparent; color: {appearance.muted.name()}; }}"
            f"FindBar > QToolButton:hover {{ background: {appearance.accent_soft.name()}; }}"
            f"FindBar > QToolButton:checked {{ background: {appearance.selection.name()};"
            f" color: {appearance.ink.name()}; }}"
            f"FindBar > QToolButton:focus {{ border-color: {appearance.accent.name()}; }}"
        )

    def _button(self, sign: str, name: str) -> QToolButton:
        button = QToolButton()
        button.setText(sign)
        button.setToolTip(name)
        button.setAccessibleName(name)
        button.setAutoRaise(True)
        return button

    def _switch(self, sign: str, name: str) -> QToolButton:
        button = self._button(sign, name)
        button.setCheckable(True)
        button.toggled.connect(self._ask)
        return button

    def open_with(self, words: str) -> None:
        """Show the bar, with words to find unless they are empty, ready to be typed over."""
        self.show()
        if words and words != self.words.text():
            self.words.setText(words)
        else:
            self._ask()
        self.words.selectAll()
        self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def resume(self, wanted: Find) -> None:
        """Show the bar with what was to be found before; the keyboard stays where it is."""
        self.whole_words.setChecked(wanted.whole_words)
        self.match_case.setChecked(wanted.match_case)
        self.match_accents.setChecked(wanted.match_accents)
        self.is_pattern.setChecked(wanted.is_pattern)
        self.show()
        self.words.setText(wanted.words)

    def wanted(self) -> Find:
        """Give what is to be found now."""
        return Find(
            self.words.text(),
            whole_words=self.whole_words.isChecked(),
            match_case=self.match_case.isChecked(),
            match_accents=self.match_accents.isChecked(),
            is_pattern=self.is_pattern.isChecked(),
        )

    def show_position(self, position: HitPosition | None) -> None:
        """Show which hit of how many is the current one; None while there is nothing to find."""
        if position is None:
            self.counter.clear()
        elif position.total:
            number = f"{position.number:n}" if position.number else "–"
            self.counter.setText(self.tr("{0} of {1}").format(number, f"{position.total:,}"))
        else:
            self.counter.setText(self.tr("Not found"))

    @Slot(object)
    def show_problem(self, sentence: str) -> None:
        """Show why nothing can be found."""
        self.problem.setText(in_words(sentence))
        self.problem.show()
        self.counter.clear()

    @Slot()
    def _ask(self) -> None:
        self.problem.hide()
        self.find_requested.emit(self.wanted())

    @Slot()
    def _go_on(self) -> None:
        self.step_requested.emit(1)

    @Slot()
    def _go_back(self) -> None:
        self.step_requested.emit(-1)

    @Slot()
    def close_bar(self) -> None:
        """Hide the bar and tell so."""
        self.hide()
        self.closed.emit()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.counter.clear()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.step_requested.emit(-1 if back else 1)
        else:
            super().keyPressEvent(event)
