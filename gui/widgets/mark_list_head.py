"""What stands above a list of marks: whose they are, how many, how they are grouped, and which wait to be checked."""

from enum import StrEnum

from PySide6.QtCore import QLocale, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QToolButton, QVBoxLayout, QWidget

from gui.theme import Theme
from gui.widgets.arrangement_button import ArrangementButton
from gui.widgets.chip import Chip
from gui.widgets.counting import counted
from gui.widgets.filter_field import FilterField
from gui.widgets.labels import Label, Tone
from gui.widgets.writing import mark_as_writing
from storage.domain.review import WaitingMarks


class MarkScope(StrEnum):
    """Whose marks are shown."""

    DOCUMENT = "this document"
    ARCHIVE = "whole archive"


class MarkListHead(QWidget):
    """Says what the list holds and takes wishes for another one.

    Args:
        arrangement: The button that groups and orders.

    Signals:
        scope_chosen: a ``MarkScope``.
        review_requested: nothing; the marks that wait are to be gone through.
        narrowing_cleared: nothing; the list is to hold all marks again.
    """

    scope_chosen = Signal(object)
    review_requested = Signal()
    narrowing_cleared = Signal()

    def __init__(self, arrangement: ArrangementButton, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.scope = MarkScope.DOCUMENT
        self.arrangement = arrangement
        self.filter = FilterField(self.tr("Filter marks…"), pause=0)
        self._title = Label(self.tr("Annotations"), strong=True)
        self._count = Label(tone=Tone.MUTED, elided=True)
        self._names = {MarkScope.DOCUMENT: self.tr("this document"), MarkScope.ARCHIVE: self.tr("whole archive")}
        self._narrowing = Chip("", removable=True)
        self._narrowing.setToolTip(self.tr("Show all marks again"))
        self._narrowing.clicked.connect(self.narrowing_cleared)
        self._narrowing.hide()
        self._scope_button = self._make_scope_button()
        self._notice = self._make_notice()
        head = QHBoxLayout()
        head.setContentsMargins(12, 8, 8, 0)
        head.setSpacing(8)
        head.addWidget(self._title)
        head.addWidget(self._count, 1)
        head.addWidget(self._scope_button)
        field = QHBoxLayout()
        field.setContentsMargins(10, 6, 6, 6)
        field.setSpacing(4)
        field.addWidget(self.filter, 1)
        field.addWidget(self.arrangement)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(field)
        chips = QHBoxLayout()
        chips.setContentsMargins(10, 0, 10, 4)
        chips.addWidget(self._narrowing)
        chips.addStretch(1)
        column.addLayout(chips)
        column.addWidget(self._notice)
        self.set_waiting(WaitingMarks())

    def _make_scope_button(self) -> QToolButton:
        button = QToolButton()
        button.setText(f"{self._names[self.scope]} ▾")
        button.setToolTip(self.tr("Whose marks are shown"))
        button.setAccessibleName(self.tr("Whose marks are shown"))
        button.setProperty("flat", True)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        self._scopes = QActionGroup(self)
        for scope, name in self._names.items():
            action = QAction(name, self._scopes, checkable=True, checked=scope is self.scope)
            action.setData(scope.value)
            menu.addAction(action)
        self._scopes.triggered.connect(self._take_scope)
        button.setMenu(menu)
        return button

    def _make_notice(self) -> QWidget:
        self._to_check = Label(tone=Tone.CAUTION, strong=True, elided=True)
        review = QPushButton(self.tr("Review"))
        review.setToolTip(self.tr("Go through the marks that wait for your eye (Ctrl+Shift+R)"))
        review.clicked.connect(self.review_requested)
        mark_as_writing(review)
        notice = QWidget()
        layout = QHBoxLayout(notice)
        layout.setContentsMargins(12, 0, 10, 4)
        layout.addWidget(self._to_check, 1)
        layout.addWidget(review)
        return notice

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        for part in (self._title, self._count, self._to_check, self._narrowing):
            part.set_theme(theme)

    def set_waiting(self, waiting: WaitingMarks) -> None:
        """Say how many marks of the archive wait for a person to say where they belong."""
        said = []
        if waiting.to_check:
            said.append(counted(waiting.to_check, self.tr("%1 to check"), self.tr("%1 to check")))
        if waiting.lost:
            said.append(counted(waiting.lost, self.tr("%1 lost"), self.tr("%1 lost")))
        self._to_check.setText(" · ".join(said))
        self._notice.setVisible(bool(said))

    @property
    def narrowing_words(self) -> str:
        """What the list is narrowed to; empty where it holds all marks."""
        return self._narrowing.text()

    def show_narrowing(self, words: str) -> None:
        """Say what the list is narrowed to; empty words where it holds all marks."""
        self._narrowing.set_text(words)
        self._narrowing.setAccessibleName(self.tr("Narrowed to {words}; press to show all").format(words=words))
        self._narrowing.setVisible(bool(words))

    def show_total(self, total: int) -> None:
        """Say how many marks there are."""
        self._count.setText(QLocale().toString(total) if total else "")

    def choose_scope(self, scope: MarkScope) -> None:
        """Show the marks of the document in front, or of the whole archive."""
        next(action for action in self._scopes.actions() if action.data() == scope.value).trigger()

    @Slot(QAction)
    def _take_scope(self, action: QAction) -> None:
        self.scope = MarkScope(action.data())
        self._scope_button.setText(f"{self._names[self.scope]} ▾")
        self.scope_chosen.emit(self.scope)
