"""Mentions that wait to be looked over as rows: the words in the text, and below them how unsure it is and where."""

from PySide6.QtCore import QCoreApplication, QObject, Qt
from typing_extensions import override

from gui.models.value_list import FIRST_FREE_ROLE, ValueListModel
from storage.domain.ids import DocumentId
from storage.domain.mention import Doubt, UncertainMention

DETAIL_ROLE = FIRST_FREE_ROLE
CAUTION_ROLE = FIRST_FREE_ROLE + 1

MentionPlace = tuple[DocumentId, int, int]


class MentionQueueModel(ValueListModel[UncertainMention]):
    """A page of the queue of uncertain mentions, in the order given."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(place_of, words_of, parent)

    @override
    def shown(self, value: UncertainMention, role: int) -> object:
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return words_of(value)
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{words_of(value)}. {doubt_in_words(value.mention.doubt)}. {value.title}"
            case int(role) if role == DETAIL_ROLE:
                return value.title
            case int(role) if role == CAUTION_ROLE:
                return doubt_in_words(value.mention.doubt)
            case _:
                return None


def place_of(waiting: UncertainMention) -> MentionPlace:
    """Give what a waiting mention is known by."""
    return waiting.mention.document, waiting.mention.start, waiting.mention.end


def words_of(waiting: UncertainMention) -> str:
    """Give the words of the text that a waiting mention stands for, on one line."""
    mention, start = waiting.mention, waiting.snippet_start
    return " ".join(waiting.snippet[mention.start - start : mention.end - start].split())


def doubt_in_words(doubt: Doubt) -> str:
    """Say in a word or two how uncertain a mention is."""
    return {
        Doubt.NONE: "",
        Doubt.SLIGHT: QCoreApplication.translate("MentionQueueModel", "Likely"),
        Doubt.SOME: QCoreApplication.translate("MentionQueueModel", "Unsure"),
        Doubt.MUCH: QCoreApplication.translate("MentionQueueModel", "Doubtful"),
        Doubt.OPEN: QCoreApplication.translate("MentionQueueModel", "Open"),
    }[doubt]
