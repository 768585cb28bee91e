"""Tags as rows with the number of marks that carry them."""

from PySide6.QtCore import QLocale, QObject, Qt
from typing_extensions import override

from gui.models.value_list import FIRST_FREE_ROLE, ValueListModel
from gui.plain_words import tooltip
from storage.domain.annotation import TagCount

COUNT_ROLE = FIRST_FREE_ROLE


class TagModel(ValueListModel[TagCount]):
    """Tags in the order given."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(_name, _name, parent)

    @override
    def shown(self, value: TagCount, role: int) -> object:
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return value.name
            case Qt.ItemDataRole.ToolTipRole:
                return tooltip(value.name)
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{value.name}, {QLocale().toString(value.annotations)}"
            case int(role) if role == COUNT_ROLE:
                return QLocale().toString(value.annotations)
            case _:
                return None


def _name(tag: TagCount) -> str:
    return tag.name
