"""The button at the tree's foot: which scheme sorts the tree, and what can be done with schemes."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from gui.value_words import scheme_in_words
from gui.widgets.writing import mark_as_writing
from storage.domain.authority import Scheme
from storage.domain.ids import SchemeId

_LONGEST_NAME = 20


class SchemeAction(StrEnum):
    """What can be done with schemes."""

    NEW = "new"
    RENAME = "rename"
    REMOVE = "remove"
    NEW_REGION = "new region"


@dataclass(frozen=True, slots=True)
class SchemeWish:
    """What is to be done with the scheme that sorts the tree."""

    action: SchemeAction
    scheme: SchemeId


class SchemeButton(QToolButton):
    """Names the scheme; its menu switches to another one and tells what is wished of it.

    Signals:
        chosen: a ``SchemeId``.
        wished: a ``SchemeWish``.
        empty_wished: whether rows that no text mentions are to be shown too.
    """

    chosen = Signal(object)
    wished = Signal(object)
    empty_wished = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("flat", True)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolTip(self.tr("How countries are sorted into regions"))
        self.setAccessibleName(self.tr("Scheme of regions"))
        self.schemes: tuple[Scheme, ...] = ()
        self._menu = QMenu(self)
        self._menu.setToolTipsVisible(True)
        self._group = QActionGroup(self)
        self._group.triggered.connect(self._choose)
        self._below = self._menu.addSeparator()
        for action, words in (
            (SchemeAction.NEW_REGION, self.tr("New region…")),
            (SchemeAction.NEW, self.tr("New scheme…")),
            (SchemeAction.RENAME, self.tr("Rename this scheme…")),
            (SchemeAction.REMOVE, self.tr("Delete this scheme")),
        ):
            row = self._menu.addAction(words)
            row.setData(action)
            row.triggered.connect(self._tell)
            mark_as_writing(row)
        self._menu.addSeparator()
        self.with_empty = self._menu.addAction(self.tr("Also show what no text mentions"))
        self.with_empty.setCheckable(True)
        self.with_empty.toggled.connect(self._tell_empty)
        self.setMenu(self._menu)

    def set_schemes(self, schemes: Sequence[Scheme], chosen: SchemeId) -> None:
        """List the schemes, the one that sorts the tree checked."""
        if self.schemes == tuple(schemes) and self.scheme == chosen:
            return
        self.schemes = tuple(schemes)
        for action in self._group.actions():
            self._group.removeAction(action)
            self._menu.removeAction(action)
            action.deleteLater()
        for scheme in schemes:
            action = QAction(scheme_in_words(scheme).replace("&", "&&"), self._group, checkable=True)
            action.setChecked(scheme.id == chosen)
            action.setData(scheme.id)
            self._menu.insertAction(self._below, action)
        self._say()

    @property
    def scheme(self) -> SchemeId | None:
        """The scheme that is checked."""
        action = self._group.checkedAction()
        return action.data() if action is not None else None

    def _say(self) -> None:
        name = next((scheme_in_words(scheme) for scheme in self.schemes if scheme.id == self.scheme), "")
        shown = name if len(name) <= _LONGEST_NAME else name[: _LONGEST_NAME - 1].rstrip() + "…"
        self.setText(f"{shown} ▾".replace("&", "&&") if name else "")

    @Slot(QAction)
    def _choose(self, action: QAction) -> None:
        self._say()
        self.chosen.emit(action.data())

    @Slot(bool)
    def _tell_empty(self, with_empty: bool) -> None:
        self.empty_wished.emit(with_empty)

    @Slot()
    def _tell(self) -> None:
        action = self.sender()
        if isinstance(action, QAction) and self.scheme is not None:
            self.wished.emit(SchemeWish(SchemeAction(action.data()), self.scheme))
