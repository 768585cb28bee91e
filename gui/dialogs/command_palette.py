"""The command palette: everything that can be done or opened, chosen by typing part of its name."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidgetItem, QWidget
from typing_extensions import override

from gui.widgets.dialog_column import DialogColumn
from gui.widgets.empty_state import EmptyState
from gui.widgets.filter_field import PAUSE
from gui.widgets.fitting import resize_to_fit
from gui.widgets.row_list import RowList
from storage.text.folding import fold, holding_all

_MOST_SHOWN = 60
_MOST_OFFERED = 40
"""Documents, of which many have a name of a country in their title, leave room for the country itself."""
_VALUE_ROLE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class PaletteItem:
    """Something to choose: its words, what kind of thing it is, and the value handed back."""

    words: str
    kind: str
    value: Any


def searched(item: PaletteItem) -> str:
    """Return the text of an item in which the words typed must stand, folded."""
    return fold(f"{item.words} {item.kind}")


class CommandPalette(QDialog):
    """Filters items as the reader types; Enter chooses, Esc leaves.

    Args:
        items: What is known beforehand.
        more: What else is called by the words typed; it is asked when typing pauses.
    """

    def __init__(
        self,
        items: Sequence[PaletteItem],
        more: Callable[[str], Sequence[PaletteItem]] = lambda _words: (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._more = more
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._show_more)
        self.setWindowTitle(self.tr("Commands"))
        resize_to_fit(self, 520, 420)
        self._items = [(searched(item), item) for item in items]
        self._offered: tuple[Sequence[PaletteItem], Sequence[str]] = ((), ())
        self.field = QLineEdit(placeholderText=self.tr("Type a command, a document, a name or a tag…"))
        self.field.setAccessibleName(self.tr("Command"))
        self.field.textChanged.connect(self._show_matching)
        self.field.installEventFilter(self)
        self.list = RowList(self.tr("What matches"))
        self.list.setUniformItemSizes(True)
        self.list.itemActivated.connect(self.accept)
        self.list.itemClicked.connect(self.accept)
        self.nothing_matches = EmptyState(self.tr("Nothing is called by these words. Try fewer of them."))
        DialogColumn(self, self.field, self.list, self.nothing_matches)
        self._show_matching("")

    def offer(self, items: Sequence[PaletteItem], texts: Sequence[str]) -> None:
        """Take in very many items, shown below the others as soon as words are typed.

        ``texts`` says what is ``searched`` of each.
        """
        self._offered = items, texts
        if self.field.text():
            self._show_matching(self.field.text())

    @Slot(str)
    def _show_matching(self, typed: str) -> None:
        words = fold(typed).split()
        matching = [item for folded, item in self._items if all(word in folded for word in words)]
        self.list.clear()
        self._add(matching)
        if words:
            self._add(self._matching_offered(words))
        self.list.setCurrentRow(0)
        if words:
            self._pause.start()
        else:
            self._pause.stop()

    def _matching_offered(self, words: Sequence[str]) -> list[PaletteItem]:
        items, texts = self._offered
        return [items[row] for row in holding_all(words, texts)[:_MOST_OFFERED]]

    @Slot()
    def _show_more(self) -> None:
        self._add(self._more(self.field.text()))
        if self.list.currentRow() < 0:
            self.list.setCurrentRow(0)

    def _add(self, items: Sequence[PaletteItem]) -> None:
        for item in items[: _MOST_SHOWN - self.list.count()]:
            row = QListWidgetItem(f"{item.words}  ·  {item.kind}")
            row.setData(_VALUE_ROLE, item)
            self.list.addItem(row)
        self.list.setVisible(self.list.count() > 0)
        self.nothing_matches.setVisible(not self.list.count())

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrow keys move in the list and Enter choose while the cursor stays in the field."""
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                step = 1 if event.key() == Qt.Key.Key_Down else -1
                self.list.setCurrentRow(max(0, min(self.list.count() - 1, self.list.currentRow() + step)))
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                if self.list.currentItem() is not None:
                    self.accept()
                return True
        return super().eventFilter(watched, event)

    def choose(self) -> Any:
        """Show the palette; returns the value chosen, or None."""
        return self.chosen() if self.exec() else None

    def chosen(self) -> Any:
        """Return the value of the row that is current, or None."""
        row = self.list.currentItem()
        return row.data(_VALUE_ROLE).value if row is not None else None
