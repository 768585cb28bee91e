"""What a screen reader is told of parts that are painted by the program, of which Qt knows only that they are there."""

from PySide6.QtCore import QObject, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QAccessibleObject
from PySide6.QtWidgets import QWidget
from typing_extensions import override


class PaintedParts:
    """Tells screen readers of painted parts; to be made once for a program, and kept.

    A painted part says by its attribute ``spoken_role`` what it is, and by its method ``spoken`` what it shows.
    """

    def __init__(self) -> None:
        # Qt deletes what it is given together with the part, but holds no reference to the Python side of it.
        self._given: dict[int, QAccessibleInterface] = {}
        QAccessible.installFactory(self._give)

    def _give(self, _class: str, part: QObject) -> QAccessibleInterface | None:
        role = getattr(part, "spoken_role", None)
        if role is None or not isinstance(part, QWidget):
            return None
        key = id(part)
        self._given[key] = _PaintedPart(part, role)
        part.destroyed.connect(lambda: self._given.pop(key, None))
        return self._given[key]


class _PaintedPart(QAccessibleObject):
    """One part: its name, and what it shows as its value and description."""

    def __init__(self, part: QWidget, role: QAccessible.Role) -> None:
        super().__init__(part)
        self._part, self._role = part, role

    @override
    def role(self) -> QAccessible.Role:
        return self._role

    @override
    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        state.readOnly = True
        state.focusable = self._part.focusPolicy() is not Qt.FocusPolicy.NoFocus
        state.focused = self._part.hasFocus()
        state.invisible = not self._part.isVisible()
        state.disabled = not self._part.isEnabled()
        return state

    @override
    def text(self, t: QAccessible.Text) -> str:
        if t is QAccessible.Text.Name:
            return self._part.accessibleName()
        if t in (QAccessible.Text.Description, QAccessible.Text.Value):
            return str(self._part.spoken())  # type: ignore[attr-defined]
        return ""

    @override
    def parent(self) -> QAccessibleInterface:
        return QAccessible.queryAccessibleInterface(self._part.parentWidget() or self._part.window())

    @override
    def rect(self) -> QRect:
        return QRect(self._part.mapToGlobal(QPoint(0, 0)), self._part.size())

    @override
    def childCount(self) -> int:
        return 0

    @override
    def child(self, index: int) -> QAccessibleInterface | None:  # pyright: ignore[reportIncompatibleMethodOverride]
        return None  # which the stubs leave out

    @override
    def indexOfChild(self, arg__1: QAccessibleInterface) -> int:
        return -1
