"""A line of tags, separated by commas, that offers the tags in use."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QStringListModel, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget
from typing_extensions import override


class _LastTagCompleter(QCompleter):
    """Completes what stands after the last comma."""

    @override
    def splitPath(self, path: str) -> list[str]:
        return [path.rpartition(",")[2].strip()]

    @override
    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        field = self.widget()
        before = field.text().rpartition(",")[0] if isinstance(field, QLineEdit) else ""
        tag = super().pathFromIndex(index)
        return f"{before.strip()}, {tag}" if before.strip() else tag


class TagField(QLineEdit):
    """Shows tags as a line and reads them back."""

    left = Signal()
    """The field has lost the focus, or its content was entered."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(self.tr("Tags, separated by commas"))
        self.setAccessibleName(self.tr("Tags"))
        self.setToolTip(self.tr("Tags, separated by commas"))
        self._known = QStringListModel(self)
        completer = _LastTagCompleter(self._known, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCompleter(completer)
        self.returnPressed.connect(self._tell_left)

    def set_known(self, tags: Sequence[str]) -> None:
        """Offer these tags."""
        self._known.setStringList(list(tags))

    def tags(self) -> tuple[str, ...]:
        """Return the tags that stand in the line, each once."""
        return tuple(dict.fromkeys(tag for piece in self.text().split(",") if (tag := " ".join(piece.split()))))

    def set_tags(self, tags: Sequence[str]) -> None:
        """Write tags into the line."""
        self.setText(", ".join(tags))
        self.setCursorPosition(0)

    @Slot()
    def _tell_left(self) -> None:
        self.left.emit()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()
