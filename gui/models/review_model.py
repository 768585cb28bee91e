"""Marks that wait to be checked as rows: the words that were marked, and below them why they wait and where."""

from PySide6.QtCore import QCoreApplication, QObject, Qt
from typing_extensions import override

from gui.models.value_list import FIRST_FREE_ROLE, ValueListModel
from storage.domain.annotation import AnchorState
from storage.domain.review import MarkToReview

DETAIL_ROLE = FIRST_FREE_ROLE
CAUTION_ROLE = FIRST_FREE_ROLE + 1


class ReviewModel(ValueListModel[MarkToReview]):
    """The queue of marks that wait to be checked, in the order given."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(_identity, _searched, parent)

    @override
    def shown(self, value: MarkToReview, role: int) -> object:
        words = " ".join(value.mark.sure_place.anchor.quote.split())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return words
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{waiting_in_words(value)}. {words}. {value.title}"
            case int(role) if role == DETAIL_ROLE:
                return value.title
            case int(role) if role == CAUTION_ROLE:
                return waiting_in_words(value)
            case _:
                return None


def waiting_in_words(waiting: MarkToReview) -> str:
    """Say in a word or two why a mark waits."""
    if waiting.mark.state is AnchorState.LOST:
        return QCoreApplication.translate("ReviewModel", "Lost")
    return QCoreApplication.translate("ReviewModel", "Please check")


def _identity(waiting: MarkToReview) -> str:
    return waiting.mark.id


def _searched(waiting: MarkToReview) -> str:
    return f"{waiting.mark.sure_place.anchor.quote} {waiting.title}"
